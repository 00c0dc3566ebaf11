"""Regularisation: layers that act in training only."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.shapes import single
from nodes.spec import Args, Facts, Kind, LayerSpec, ModuleCode, Param, Shape


def _dropout(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),))


DROPOUT = LayerSpec(
    id="Dropout",
    family="Regularisation",
    summary="Zeroes random elements while training",
    help=(
        "Every element is set to zero with probability p and the others are divided by 1 − p. In "
        "evaluation nothing happens.\n\nThe shape stays as it is.\n\n"
        "Source: torch.nn.Dropout; Srivastava et al., Dropout, 2014."
    ),
    params=(Param("p", Kind.FLOAT, 0.5, "Probability that an element is zeroed", 0, 1),),
    infer=_dropout,
    code=ModuleCode("nn.Dropout"),
)

LAYERS = (DROPOUT,)
