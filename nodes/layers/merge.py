"""Where branches meet, and the layer that does nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import accumulate

from nodes.axes import axis
from nodes.errors import LayerError
from nodes.shapes import single
from nodes.spec import (
    Args,
    ExpressionCode,
    Facts,
    Infer,
    Kept,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Port,
    Shape,
    Style,
    Window,
)

_FLOAT = 4  # bytes of a number in float32
_BRANCHES = (Port("inputs", variadic=True),)
_TWO = (Port("left"), Port("right"))


def _identity(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),), view=True)


# --- element by element ---------------------------------------------------------------------------


def _common(layer: str, inputs: Sequence[Shape]) -> Shape:
    """The shape that the branches are broadcast to; raises LayerError where they cannot be."""
    first = inputs[0]
    if all(shape == first for shape in inputs):
        return first
    rule = f"{layer.lower()}-mismatch"
    if any(len(shape) != len(first) for shape in inputs):
        raise LayerError(
            rule,
            f"{layer} needs branches with the same number of axes, and receives {{branches}}.",
            "Bring the branches to the same number of axes, for example with Flatten or Reshape.",
        )
    made = []
    for sizes in zip(*inputs, strict=True):
        longer = [n for n in sizes if n != 1]
        if any(n != longer[0] for n in longer):
            raise LayerError(
                rule,
                f"{layer} needs branches of one shape, but for axes of size 1, which are "
                "repeated, and receives {branches}.",
                _cure(inputs),
            )
        made.append(longer[0] if longer else sizes[0])
    return tuple(made)


def _cure(inputs: Sequence[Shape]) -> str:
    if any(len({*sizes} - {1}) > 1 for sizes in list(zip(*inputs, strict=True))[1:]):
        return (
            "Give the convolutions of all branches the same total stride and padding; a shortcut "
            "can follow with a 1x1 convolution of that stride."
        )
    return "Bring the channels together, for example with a 1x1 convolution on the shortcut."


def _sums(layer: str) -> Infer:
    """What keeps nothing for the backward pass: the gradient of a sum is that of its result."""

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        return Facts(outputs=(_common(layer, inputs),), view=len(inputs) == 1)

    return infer


def _products(layer: str) -> Infer:
    """What keeps its branches, and the results between them where there are over two."""

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        made = _common(layer, inputs)
        if len(inputs) == 1:
            return Facts(outputs=(made,), view=True)
        _, *between, _ = accumulate(inputs, lambda x, y: _common(layer, (x, y)))
        kept = Kept(
            inputs=tuple(range(len(inputs))),
            extra=_FLOAT * sum(int(math.prod(shape)) for shape in between),
        )
        return Facts(outputs=(made,), kept=kept)

    return infer


def _nested_maximum(a: Args, names: Sequence[str]) -> str:
    first, *others = names
    for name in others:
        first = f"torch.maximum({first}, {name})"
    return first


def _mean(a: Args, names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"({' + '.join(names)}) / {len(names)}"


def _elementwise(
    id: str,
    summary: str,
    help: str,
    infer: Infer,
    expression: Callable[[Args, Sequence[str]], str],
    inputs: tuple[Port, ...] = _BRANCHES,
) -> LayerSpec:
    formula, _, more = help.partition("\n\n")
    return LayerSpec(
        id=id,
        family="Merge",
        summary=summary,
        help=(
            f"{formula}\n\nAll branches have the same shape, or the size 1 along an axis on which "
            f"they are then repeated (broadcasting).\n\n{more}"
        ),
        inputs=inputs,
        infer=infer,
        code=ExpressionCode(expression),
    )


ADD = _elementwise(
    "Add",
    "Sums its branches, element by element",
    "y = x₁ + x₂ + …\n\nThe sum of a branch and its own input is a residual connection.\n\n"
    "Source: He et al., Deep Residual Learning, 2015.",
    _sums("Add"),
    lambda a, names: " + ".join(names),
)

SUBTRACT = _elementwise(
    "Subtract",
    "Takes one branch from the other, element by element",
    "y = left − right.\n\nSource: torch.sub.",
    _sums("Subtract"),
    lambda a, names: " - ".join(names),
    _TWO,
)

MULTIPLY = _elementwise(
    "Multiply",
    "Multiplies its branches, element by element",
    "y = x₁ · x₂ · …\n\nC×H×W and C×1×1 make a gate for each channel, C×H×W and 1×H×W one for each "
    "place.\n\nSource: torch.mul; Hu et al., Squeeze-and-Excitation Networks, 2017.",
    _products("Multiply"),
    lambda a, names: " * ".join(names),
)

MAXIMUM = _elementwise(
    "Maximum",
    "The largest of its branches, element by element",
    "y = max(x₁, x₂, …).\n\nSource: torch.maximum; Goodfellow et al., Maxout Networks, 2013.",
    _products("Maximum"),
    _nested_maximum,
)

AVERAGE = _elementwise(
    "Average",
    "The mean of its branches, element by element",
    "y = (x₁ + … + xₙ) / n.\n\nSource: torch.add and torch.div.",
    _sums("Average"),
    _mean,
)


# --- the rest -------------------------------------------------------------------------------------


def _concat(a: Args, inputs: Sequence[Shape]) -> Facts:
    first = inputs[0]
    if any(len(shape) != len(first) for shape in inputs):
        raise LayerError(
            "concat-mismatch",
            "Concat needs branches with the same number of axes, and receives {branches}.",
            "Flatten all branches or none.",
        )
    at = axis("Concat", a.dim, first)
    for i in range(len(first)):
        if i != at and any(shape[i] != first[i] for shape in inputs):
            what = "height and width" if at == 0 and len(first) == 3 else "every other axis"
            raise LayerError(
                "concat-mismatch",
                f"Concat along axis {a.dim} needs branches that agree in {what}, and receives "
                "{branches}.",
                "Give all branches the same total stride, and padding that keeps their size "
                "(1 for a 3x3 kernel, 2 for a 5x5).",
            )
    # Starts from the first branch, not from 0, so that the code generator can trace the sum.
    before = sum((shape[at] for shape in inputs[1:-1]), start=first[at])
    total = before + inputs[-1][at] if len(inputs) > 1 else before
    windows: tuple[Window, ...] = ()
    if at > 0 and len(inputs) > 1:  # the same place of the first branch or of one behind it
        behind = Window(1 + int(before), 1, -int(before))
        windows = tuple(behind if i == at else Window(1) for i in range(1, len(first)))
    return Facts(outputs=((*first[:at], total, *first[at + 1 :]),), windows=windows)


def _matmul(a: Args, inputs: Sequence[Shape]) -> Facts:
    left, right = inputs
    if len(left) != len(right) or len(left) < 2:
        raise LayerError(
            "matmul-mismatch",
            "MatMul needs two inputs of the same number of axes, at least two, and receives "
            "{branches}.",
            "Reshape them so that the last two axes of each are the rows and columns.",
        )
    (*outer, rows, inner), (*outer_right, inner_right, columns) = left, right
    fits = all(n in (m, 1) or m == 1 for n, m in zip(outer, outer_right, strict=True))
    if inner != inner_right or not fits:
        raise LayerError(
            "matmul-mismatch",
            "MatMul needs as many columns on the left as rows on the right, and the axes before "
            "them alike, and receives {branches}.",
            "Exchange rows and columns of one of them with Permute, or change its size.",
        )
    many = tuple(m if n == 1 else n for n, m in zip(outer, outer_right, strict=True))
    matrices = math.prod(many)
    whole = tuple(k for k, side in enumerate((outer, outer_right)) if tuple(side) == many)
    # torch repeats what it broadcasts, and keeps the copy.
    copied = sum(
        int(matrices * math.prod(shape[-2:]))
        for k, shape in enumerate((left, right))
        if k not in whole
    )
    return Facts(
        outputs=((*many, rows, columns),),
        macs=int(matrices * rows * inner * columns),
        windows=None,
        kept=Kept(inputs=whole, extra=_FLOAT * copied),
    )


IDENTITY = LayerSpec(
    id="Identity",
    family="Merge",
    summary="Passes its input on unchanged",
    help="y = x. The shape stays as it is.\n\nSource: torch.nn.Identity.",
    infer=_identity,
    code=ModuleCode("nn.Identity"),
)

CONCAT = LayerSpec(
    id="Concat",
    family="Merge",
    summary="Lays its branches one behind the other, in the order of the wires",
    help=(
        "C₁×H×W, C₂×H×W, … → (C₁ + C₂ + …)×H×W.\n\nSource: torch.cat; the Inception module of "
        "Szegedy et al., 2014; dense connections of Huang et al., 2016."
    ),
    params=(
        Param(
            "dim",
            Kind.INT,
            1,
            "Axis along which the branches are laid; 0 is the batch, 1 the channels",
            -5,
            5,
            style=Style.ALWAYS,
        ),
    ),
    inputs=_BRANCHES,
    infer=_concat,
    code=ExpressionCode(
        lambda a, names: (
            f"torch.cat(({names[0]},), dim={a.dim})"
            if len(names) == 1
            else f"torch.cat(({', '.join(names)}), dim={a.dim})"
        )
    ),
)

MATMUL = LayerSpec(
    id="MatMul",
    family="Merge",
    summary="Multiplies two matrices, or stacks of them",
    help=(
        "y = left · right, over the last two axes.\n\n…×n×m and …×m×k → …×n×k. The axes before "
        "the last two agree, or have the size 1 and are repeated.\n\nSource: torch.matmul; "
        "Vaswani et al., Attention Is All You Need, 2017."
    ),
    inputs=_TWO,
    infer=_matmul,
    code=ExpressionCode(lambda a, names: f"{names[0]} @ {names[1]}"),
)

LAYERS = (ADD, SUBTRACT, MULTIPLY, MAXIMUM, AVERAGE, CONCAT, MATMUL, IDENTITY)
