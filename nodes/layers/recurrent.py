"""Recurrent layers over a sequence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nodes.errors import LayerError
from nodes.layers.embedding import steps_and_features
from nodes.shapes import single
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Infer,
    Kept,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Shape,
    Style,
    Tensor,
    Value,
)

FLOAT = 4  # bytes
EVERY, LAST = "all steps", "last step"


def _features(a: Args) -> int:
    """What one direction hands on after every step."""
    return getattr(a, "proj_size", 0) or a.hidden_size


def _directions(a: Args) -> int:
    return 2 if a.bidirectional else 1


def _tensors(a: Args, gates: int, features: int) -> Iterator[Tensor]:
    """The parameters in torch's order, of all layers and directions."""
    rows = gates * a.hidden_size
    handed_on = _features(a)
    for layer in range(a.num_layers):
        arriving = features if layer == 0 else handed_on * _directions(a)
        for suffix in ("", "_reverse")[: _directions(a)]:
            yield Tensor(f"weight_ih_l{layer}{suffix}", (rows, arriving))
            yield Tensor(f"weight_hh_l{layer}{suffix}", (rows, handed_on))
            if a.bias:
                yield Tensor(f"bias_ih_l{layer}{suffix}", (rows,))
                yield Tensor(f"bias_hh_l{layer}{suffix}", (rows,))
            if handed_on != a.hidden_size:
                yield Tensor(f"weight_hr_l{layer}{suffix}", (handed_on, a.hidden_size))


def _kept(a: Args, steps: int, features: int) -> Kept:
    """What torch's own kernels keep; those of oneDNN and cuDNN have a workspace of their own.

    A step keeps seven numbers a hidden unit: the gates, the state before it and what the
    nonlinearities make of the new one.
    """
    directions, handed_on = _directions(a), _features(a)
    projected = 0 if handed_on == a.hidden_size else handed_on
    inside = a.num_layers * directions * (7 * a.hidden_size + projected)
    between = (a.num_layers - 1) * directions * handed_on
    masks = between if 0 < a.dropout < 1 else 0
    numbers = steps * (inside + between + masks)
    if steps > 1:  # laid out anew, steps first, for each direction
        numbers += steps * directions * features
    return Kept(
        inputs=(0,) if steps == 1 else (),
        extra=FLOAT * numbers,
        fixed=FLOAT * (a.num_layers - 1) if a.dropout == 1 else 0,
    )


def _recurrent(layer: str, gates: int) -> Infer:
    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        steps, features = steps_and_features(layer, single(inputs))
        if getattr(a, "proj_size", 0) >= a.hidden_size:
            raise LayerError(
                "proj-size",
                f"proj_size = {a.proj_size} does not make the {a.hidden_size} hidden units fewer.",
                f"Use a proj_size of at most {a.hidden_size - 1}, or 0 for none.",
            )
        parameters = tuple(_tensors(a, gates, features))
        given = _features(a) * _directions(a)
        return Facts(
            outputs=((steps, given) if a.output == EVERY else (given,),),
            parameters=parameters,
            macs=steps * sum(t.elements for t in parameters if len(t.shape) == 2),
            windows=None,
            kept=_kept(a, steps, features),
        )

    return infer


def _given(a: Args, inputs: Sequence[Shape]) -> Mapping[str, Value | LeftOut]:
    # torch warns of a dropout where there is no layer after which it could act.
    silent: dict[str, Value | LeftOut] = {"dropout": LEFT_OUT} if a.num_layers == 1 else {}
    return {"output": LEFT_OUT, **silent, "batch_first": True}


def _call(state: str) -> ModuleCode:
    """The code of a layer with several results; `state` leads to its last hidden state."""

    def call(a: Args, module: str, names: Sequence[str]) -> str:
        made = f"{module}({names[0]})"
        if a.output == EVERY:
            return f"{made}[0]"
        if a.bidirectional:  # where the one direction ends, the other begins
            return f"{made}{state}[-2:].movedim(0, 1).flatten(1)"
        return f"{made}{state}[-1]"

    return ModuleCode(
        "nn.LSTM" if state == "[1][0]" else "nn.GRU",
        lambda a, inputs: (inputs[0][1],),
        _given,
        call,
    )


_PROJ_SIZE = Param(
    "proj_size", Kind.INT, 0, "Hand the hidden units on through a smaller matrix; 0 for none",
    0, 100_000,
)  # fmt: skip


def _params(*others: Param) -> tuple[Param, ...]:
    return (
        Param("hidden_size", Kind.INT, 64, "Number of hidden units", 1, 100_000,
              style=Style.POSITIONAL),
        Param("num_layers", Kind.INT, 1, "Layers one on top of the other", 1, 1_000),
        Param("bias", Kind.BOOL, True, "Add learned numbers to every gate"),
        Param("dropout", Kind.FLOAT, 0.0, "Probability that an element is zeroed between two "
              "layers, in training", 0, 1),
        Param("bidirectional", Kind.BOOL, False, "Read the sequence backwards too, and lay both "
              "results side by side"),
        *others,
        Param("output", Kind.CHOICE, EVERY, "The hidden state after every step, or after the last "
              "(of the backward direction that is the first) only", choices=(EVERY, LAST)),
    )  # fmt: skip


_SHAPES = "L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions."

LSTM = LayerSpec(
    id="LSTM",
    family="Sequence",
    summary="Reads a sequence step by step, with a memory that it can keep",
    help=(
        "i, f, o = σ(W·[x, h] + b) for input, forget and output gate, g = tanh(W·[x, h] + b); then "
        f"c ← f · c + i · g and h ← o · tanh(c).\n\n{_SHAPES} proj_size takes the place of "
        "hidden_size in what is handed on.\n\nThe multiply-adds are the matrix products of all "
        "steps.\n\nSource: torch.nn.LSTM; Hochreiter and Schmidhuber, Long Short-Term Memory, 1997."
    ),
    params=_params(_PROJ_SIZE),
    infer=_recurrent("LSTM", gates=4),
    code=_call("[1][0]"),
)

GRU = LayerSpec(
    id="GRU",
    family="Sequence",
    summary="Reads a sequence step by step, with fewer gates than an LSTM",
    help=(
        "r, z = σ(W·[x, h] + b) for reset and update gate, n = tanh(W·x + b + r · (W·h + b)); then "
        f"h ← (1 − z) · n + z · h.\n\n{_SHAPES}\n\nThe multiply-adds are the matrix products of "
        "all steps.\n\nSource: torch.nn.GRU; Cho et al., Learning Phrase Representations using RNN "
        "Encoder-Decoder, 2014."
    ),
    params=_params(),
    infer=_recurrent("GRU", gates=3),
    code=_call("[1]"),
)

LAYERS = (LSTM, GRU)
