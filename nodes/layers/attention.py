"""Attention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nodes.errors import LayerError
from nodes.layers.embedding import steps_and_features
from nodes.spec import (
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Port,
    Shape,
    Style,
    Tensor,
    Value,
)

FLOAT = 4  # bytes


def _attention(a: Args, inputs: Sequence[Shape]) -> Facts:
    (asked, width), (steps, key), (values, value) = (
        steps_and_features("MultiheadAttention", shape) for shape in inputs
    )
    if steps != values:
        raise LayerError(
            "attention-mismatch",
            f"MultiheadAttention needs a value for every key, and receives {steps} keys and "
            f"{values} values.",
            "Wire key and value to sequences of one length, or to the same.",
        )
    if width % a.num_heads:
        raise LayerError(
            "heads",
            f"num_heads = {a.num_heads} does not divide the {width} features of the query.",
            f"Use a number of heads that divides {width}.",
        )
    seen = steps + (1 if a.add_bias_kv else 0) + (1 if a.add_zero_attn else 0)
    projections = asked * width + steps * key + steps * value + asked * width
    return Facts(
        outputs=((asked, width),),
        parameters=tuple(_tensors(a, width, key, value)),
        macs=width * projections + 2 * asked * seen * width,
        windows=None,
        kept=_kept(a, inputs, seen),
    )


def _tensors(a: Args, width: int, key: int, value: int) -> list[Tensor]:
    if key == value == width:
        found = [Tensor("in_proj_weight", (3 * width, width))]
    else:
        named = {"q": width, "k": key, "v": value}
        found = [Tensor(f"{name}_proj_weight", (width, n)) for name, n in named.items()]
    if a.bias:
        found.append(Tensor("in_proj_bias", (3 * width,)))
    if a.add_bias_kv:
        found += [Tensor("bias_k", (1, 1, width)), Tensor("bias_v", (1, 1, width))]
    found.append(Tensor("out_proj.weight", (width, width)))
    if a.bias:
        found.append(Tensor("out_proj.bias", (width,)))
    return found


def _kept(a: Args, inputs: Sequence[Shape], seen: int) -> Kept:
    """What is kept where query, key and value are three tensors; of one tensor, less.

    Without dropout a fused kernel keeps one number a row of the scores instead of the scores.
    """
    asked, width = inputs[0]
    # Each input is laid out anew, steps first, unless it has but one step.
    numbers = sum(steps * features for steps, features in inputs if steps > 1)
    numbers += (2 * asked + 2 * seen) * width  # query, key, value and the result
    scores = asked * seen * a.num_heads
    if a.dropout == 0:
        numbers += asked * a.num_heads
    else:
        numbers += 2 * scores + (scores if a.dropout < 1 else 0)  # before and after, and the mask
    return Kept(
        inputs=tuple(i for i, (steps, _) in enumerate(inputs) if steps == 1),
        extra=FLOAT * numbers,
        fixed=FLOAT if a.dropout == 1 else 0,
    )


def _given(a: Args, inputs: Sequence[Shape]) -> Mapping[str, Value | LeftOut]:
    (_, width), (_, key), (_, value) = inputs
    widths = {"kdim": key, "vdim": value}
    return {**{n: v for n, v in widths.items() if v != width}, "batch_first": True}


MULTIHEAD_ATTENTION = LayerSpec(
    id="MultiheadAttention",
    family="Sequence",
    summary="Lets every step of a sequence look at the steps of another, or of its own",
    help=(
        "softmax(q · kᵀ / √d) · v in every head, where q, k and v are linear in query, key and "
        "value and d = F / num_heads; a linear layer joins the heads. Self-attention has one "
        "sequence at all three inputs.\n\n"
        "L×F, S×kdim, S×vdim → L×F; the widths follow from the wires.\n\n"
        "The multiply-adds are those of the projections and of both matrix products.\n\n"
        "Source: torch.nn.MultiheadAttention; Vaswani et al., Attention Is All You Need, 2017."
    ),
    params=(
        Param(
            "num_heads",
            Kind.INT,
            8,
            "Number of heads; it divides the features of the query",
            1,
            100_000,
            style=Style.POSITIONAL,
        ),
        Param("dropout", Kind.FLOAT, 0.0, "Probability that a weight is zeroed, in training", 0, 1),
        Param("bias", Kind.BOOL, True, "Add learned numbers in every projection"),
        Param("add_bias_kv", Kind.BOOL, False, "Add a learned step to keys and values"),
        Param(
            "add_zero_attn",
            Kind.BOOL,
            False,
            "Add a step of zeros to keys and values, so that a step can look at nothing",
        ),
    ),
    inputs=(Port("query"), Port("key"), Port("value")),
    infer=_attention,
    code=ModuleCode(
        "nn.MultiheadAttention",
        lambda a, inputs: (inputs[0][1],),
        _given,
        lambda a, module, names: f"{module}({', '.join(names)}, need_weights=False)[0]",
    ),
)

LAYERS = (MULTIHEAD_ATTENTION,)
