"""Where branches meet, and the layer that does nothing."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.shapes import single, text
from nodes.spec import (
    Args,
    ExpressionCode,
    Facts,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Port,
    Shape,
    Style,
)


def _identity(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),))


def _add(a: Args, inputs: Sequence[Shape]) -> Facts:
    first = inputs[0]
    if any(shape != first for shape in inputs):
        raise LayerError(
            "add-mismatch",
            "Add needs branches of one shape, and receives {branches}.",
            _add_cure(inputs),
        )
    return Facts(outputs=(first,))


def _add_cure(inputs: Sequence[Shape]) -> str:
    first = inputs[0]
    if any(len(shape) != len(first) for shape in inputs):
        return "Bring the branches to the same number of axes, for example with Flatten."
    if any(shape[1:] != first[1:] for shape in inputs):
        return (
            "Give the convolutions of all branches the same total stride and padding; a shortcut "
            "can follow with a 1x1 convolution of that stride."
        )
    return "Bring the channels together, for example with a 1x1 convolution on the shortcut."


def _concat(a: Args, inputs: Sequence[Shape]) -> Facts:
    first = inputs[0]
    axes = len(first) + 1  # the batch is axis 0
    if any(len(shape) != len(first) for shape in inputs):
        raise LayerError(
            "concat-mismatch",
            "Concat needs branches with the same number of axes, and receives {branches}.",
            "Flatten all branches or none.",
        )
    if not -axes <= a.dim < axes or a.dim % axes == 0:
        raise LayerError(
            "axis",
            f"Concat along axis {a.dim} does not fit the branches {text(first)}: axis 0 is the "
            f"batch, and the last is {axes - 1}.",
            f"Use an axis from 1 to {axes - 1}; 1 is the channels.",
        )
    axis = a.dim % axes - 1
    for i in range(len(first)):
        if i != axis and any(shape[i] != first[i] for shape in inputs):
            what = "height and width" if axis == 0 and len(first) == 3 else "every other axis"
            raise LayerError(
                "concat-mismatch",
                f"Concat along axis {a.dim} needs branches that agree in {what}, and receives "
                "{branches}.",
                "Give all branches the same total stride, and padding that keeps their size "
                "(1 for a 3x3 kernel, 2 for a 5x5).",
            )
    # Starts from the first branch, not from 0, so that the code generator can trace the sum.
    total = sum((shape[axis] for shape in inputs[1:]), start=first[axis])
    return Facts(outputs=((*first[:axis], total, *first[axis + 1 :]),))


IDENTITY = LayerSpec(
    id="Identity",
    family="Merge",
    summary="Passes its input on unchanged",
    help="y = x. The shape stays as it is.\n\nSource: torch.nn.Identity.",
    infer=_identity,
    code=ModuleCode("nn.Identity"),
)

ADD = LayerSpec(
    id="Add",
    family="Merge",
    summary="Sums its branches, element by element",
    help=(
        "y = x₁ + x₂ + …\n\nAll branches have the same shape. The sum of a branch and its own "
        "input is a residual connection.\n\nSource: He et al., Deep Residual Learning, 2015."
    ),
    inputs=(Port("inputs", variadic=True),),
    infer=_add,
    code=ExpressionCode(lambda a, names: " + ".join(names)),
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
    inputs=(Port("inputs", variadic=True),),
    infer=_concat,
    code=ExpressionCode(
        lambda a, names: (
            f"torch.cat(({', '.join(names)},), dim={a.dim})"
            if len(names) == 1
            else f"torch.cat(({', '.join(names)}), dim={a.dim})"
        )
    ),
)

LAYERS = (ADD, CONCAT, IDENTITY)
