"""Axes of a tensor, counted with the batch as torch does."""

from __future__ import annotations

from nodes.errors import LayerError
from nodes.shapes import text
from nodes.spec import Shape


def axis(what: str, dim: int, shape: Shape) -> int:
    """Where an axis that is counted with the batch stands in a shape, which is without it.

    Raises:
        LayerError: there is no such axis, or it is the batch; `what` begins the sentence.
    """
    axes = len(shape) + 1
    if not -axes <= dim < axes or dim % axes == 0:
        raise LayerError(
            "axis",
            f"{what} along axis {dim} does not fit the input {text(shape)}: axis 0 is the batch, "
            f"and the last is {axes - 1}.",
            f"Use an axis from 1 to {axes - 1}; 1 is the channels.",
        )
    return dim % axes - 1
