"""Activations: element by element, except the softmax."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.shapes import single, text
from nodes.spec import Args, Facts, Kind, LayerSpec, ModuleCode, Param, Shape, Style


def _same(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),))


def _softmax(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    axes = len(shape) + 1  # the batch is axis 0
    if not -axes <= a.dim < axes or a.dim % axes == 0:
        raise LayerError(
            "axis",
            f"Softmax over axis {a.dim} does not fit the input {text(shape)}: axis 0 is the batch, "
            f"and the last is {axes - 1}.",
            f"Use an axis from 1 to {axes - 1}; 1 is the channels or classes.",
        )
    return Facts(outputs=(shape,))


def _elementwise(
    id: str, summary: str, formula: str, *params: Param, source: str = ""
) -> LayerSpec:
    return LayerSpec(
        id=id,
        family="Activation",
        summary=summary,
        help=f"{formula}\n\nThe shape stays as it is.\n\nSource: torch.nn.{id}{source}.",
        params=params,
        infer=_same,
        code=ModuleCode(f"nn.{id}"),
    )


RELU = _elementwise(
    "ReLU",
    "Sets what is negative to zero",
    "max(0, x)",
    Param("inplace", Kind.BOOL, False, "Overwrite the input to save memory; never where the "
          "input is used again, as ahead of a shortcut"),
    source="; Nair and Hinton, 2010",
)  # fmt: skip
SIGMOID = _elementwise("Sigmoid", "Squashes to between 0 and 1", "1 / (1 + e⁻ˣ)")
TANH = _elementwise("Tanh", "Squashes to between −1 and 1", "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)")
SOFTMAX = LayerSpec(
    id="Softmax",
    family="Activation",
    summary="Turns scores into probabilities that sum to 1",
    help=(
        "exp(xᵢ) / Σⱼ exp(xⱼ) along one axis.\n\nThe shape stays as it is. Leave it out before a "
        "cross-entropy loss, which has its own.\n\nSource: torch.nn.Softmax."
    ),
    params=(
        Param(
            "dim",
            Kind.INT,
            1,
            "Axis that sums to 1; 0 is the batch, 1 the channels or classes",
            -5,
            5,
            style=Style.ALWAYS,
        ),
    ),
    infer=_softmax,
    code=ModuleCode("nn.Softmax"),
)

LAYERS = (RELU, SIGMOID, TANH, SOFTMAX)
