"""Activations: element by element, except the softmax."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum

from nodes.errors import LayerError
from nodes.shapes import single, text
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Infer,
    Kept,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Shape,
    Style,
    Support,
    Tensor,
)
from nodes.windows import across

FLOAT = 4  # bytes

_SCALED_TANH = Support(
    "ScaledTanh",
    '''\
class ScaledTanh(nn.Module):
    """A hyperbolic tangent of a given height and slope."""

    def __init__(self, amplitude: float = 1.7159, slope: float = 2 / 3) -> None:
        super().__init__()
        self.amplitude, self.slope = amplitude, slope

    def forward(self, x: Tensor) -> Tensor:
        return self.amplitude * torch.tanh(self.slope * x)''',
)


class _Keeps(Enum):
    """What the derivative is worked out from: of which tensor autograd keeps hold."""

    OUTPUT = "the output"
    EITHER = "the input, or the output where that has overwritten the input"
    INPUT = "the input, or a copy of it where the output has overwritten it"


_INPLACE = Param(
    "inplace",
    Kind.BOOL,
    False,
    "Overwrite the input to save memory; never where the input is used again, as ahead of a "
    "shortcut",
)


def _element_by_element(keeps: _Keeps) -> Infer:
    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        shape = single(inputs)
        inplace = getattr(a, "inplace", False)
        if inplace and keeps is _Keeps.INPUT:
            kept = Kept(extra=FLOAT * math.prod(shape))
        elif inplace or keeps is not _Keeps.OUTPUT:
            kept = Kept(inputs=(0,))
        else:
            kept = Kept(outputs=(0,))
        return Facts(outputs=(shape,), kept=kept, view=inplace)

    return infer


def _not_below_zero_in_place(name: str) -> Infer:
    """For what cannot be undone from its output where the coefficient is negative."""
    otherwise = _element_by_element(_Keeps.EITHER)

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        if a.inplace and getattr(a, name) < 0:
            raise LayerError(
                "inplace",
                f"{name} = {getattr(a, name):g} is negative and inplace is set: what was the input "
                "cannot be told from the output, and no gradient be worked out.",
                f"Clear inplace, or use a {name} of at least 0.",
            )
        return otherwise(a, inputs)

    return infer


def _prelu(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    return Facts(
        outputs=(shape,),
        parameters=(Tensor("weight", (shape[0] if a.per_channel else 1,)),),
        kept=Kept(inputs=(0,)),
    )


def _scaled_tanh(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    return Facts(outputs=(shape,), kept=Kept(extra=FLOAT * math.prod(shape)))


def _softmax(layer: str) -> Infer:
    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        shape = single(inputs)
        axes = len(shape) + 1  # the batch is axis 0
        if not -axes <= a.dim < axes or a.dim % axes == 0:
            raise LayerError(
                "axis",
                f"{layer} over axis {a.dim} does not fit the input {text(shape)}: axis 0 is the "
                f"batch, and the last is {axes - 1}.",
                f"Use an axis from 1 to {axes - 1}; 1 is the channels or classes.",
            )
        return Facts(
            outputs=(shape,),
            kept=Kept(outputs=(0,)),
            windows=across(shape, {a.dim % axes - 1}),
        )

    return infer


def _activation(
    id: str,
    summary: str,
    formula: str,
    infer: Infer,
    *params: Param,
    paper: str = "",
    code: ModuleCode | None = None,
) -> LayerSpec:
    own = f"torch.nn.{id}" if code is None or isinstance(code.torch_name, str) else "torch.tanh"
    source = f"{own}; {paper}" if paper else own
    return LayerSpec(
        id=id,
        family="Activation",
        summary=summary,
        help=f"{formula}\n\nThe shape stays as it is.\n\nSource: {source}.",
        params=params,
        infer=infer,
        code=code or ModuleCode(f"nn.{id}"),
    )


def _over_an_axis(id: str, summary: str, help: str) -> LayerSpec:
    return LayerSpec(
        id=id,
        family="Activation",
        summary=summary,
        help=help,
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
        infer=_softmax(id),
        code=ModuleCode(f"nn.{id}"),
    )


_from_output = _element_by_element(_Keeps.OUTPUT)
_from_either = _element_by_element(_Keeps.EITHER)
_from_input = _element_by_element(_Keeps.INPUT)

RELU = _activation(
    "ReLU", "Sets what is negative to zero", "max(0, x)", _from_output, _INPLACE,
    paper="Nair and Hinton, 2010",
)  # fmt: skip
RELU6 = _activation(
    "ReLU6", "Cuts off what is negative and what is over 6", "min(max(0, x), 6)", _from_input,
    _INPLACE, paper="Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10, 2010",
)  # fmt: skip
LEAKY_RELU = _activation(
    "LeakyReLU", "Lets a little of what is negative through",
    "x where x ≥ 0, negative_slope · x elsewhere", _not_below_zero_in_place("negative_slope"),
    Param("negative_slope", Kind.FLOAT, 0.01, "Slope left of zero"), _INPLACE,
    paper="Maas et al., Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013",
)  # fmt: skip
PRELU = _activation(
    "PReLU", "Learns how much of what is negative to let through",
    "x where x ≥ 0, weight · x elsewhere, with one learned weight or one for every channel",
    _prelu,
    Param("per_channel", Kind.BOOL, False, "Learn a slope for every channel instead of one; "
          "num_parameters then follows from the wire"),
    Param("init", Kind.FLOAT, 0.25, "Slope left of zero at the beginning"),
    paper="He et al., Delving Deep into Rectifiers, 2015",
    code=ModuleCode(
        "nn.PReLU",
        lead=lambda a, inputs: (inputs[0][0],) if a.per_channel else (),
        given=lambda a, inputs: {"per_channel": LEFT_OUT},
    ),
)  # fmt: skip
ELU = _activation(
    "ELU", "Runs smoothly to −alpha on the left", "x where x > 0, alpha · (eˣ − 1) elsewhere",
    _not_below_zero_in_place("alpha"),
    Param("alpha", Kind.FLOAT, 1.0, "Minus the value that it runs to on the left"), _INPLACE,
    paper="Clevert et al., Fast and Accurate Deep Network Learning by ELUs, 2015",
)  # fmt: skip
SELU = _activation(
    "SELU", "An ELU that keeps mean 0 and variance 1 from layer to layer",
    "1.0507 · (x where x > 0, 1.6733 · (eˣ − 1) elsewhere)", _from_either, _INPLACE,
    paper="Klambauer et al., Self-Normalizing Neural Networks, 2017; with AlphaDropout",
)  # fmt: skip
GELU = _activation(
    "GELU", "Weighs x by how likely a normal number is below it",
    "x · Φ(x), where Φ is the distribution function of the normal distribution",
    _from_input,
    Param("approximate", Kind.CHOICE, "none", "How Φ is worked out: exactly, or by "
          "½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))", choices=("none", "tanh")),
    paper="Hendrycks and Gimpel, Gaussian Error Linear Units, 2016",
)  # fmt: skip
SILU = _activation(
    "SiLU", "Weighs x by its sigmoid; also known as Swish", "x · σ(x)", _from_input, _INPLACE,
    paper="Elfwing et al., 2017; Ramachandran et al., Searching for Activation Functions, 2017",
)  # fmt: skip
MISH = _activation(
    "Mish", "A smooth rectifier that dips a little below zero", "x · tanh(ln(1 + eˣ))",
    _from_input, _INPLACE, paper="Misra, Mish, 2019",
)  # fmt: skip
HARDSWISH = _activation(
    "Hardswish", "SiLU made of straight pieces, for small devices", "x · min(max(0, x + 3), 6) / 6",
    _from_input, _INPLACE, paper="Howard et al., Searching for MobileNetV3, 2019",
)  # fmt: skip
HARDSIGMOID = _activation(
    "Hardsigmoid", "The sigmoid made of straight pieces", "min(max(0, x + 3), 6) / 6",
    _from_input, _INPLACE, paper="Howard et al., Searching for MobileNetV3, 2019",
)  # fmt: skip
SIGMOID = _activation("Sigmoid", "Squashes to between 0 and 1", "1 / (1 + e⁻ˣ)", _from_output)
TANH = _activation("Tanh", "Squashes to between −1 and 1", "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)", _from_output)
SCALED_TANH = _activation(
    "ScaledTanh", "Squashes to between −amplitude and amplitude", "amplitude · tanh(slope · x)",
    _scaled_tanh,
    Param("amplitude", Kind.FLOAT, 1.7159, "Largest value; with the defaults ±1 stay as they are",
          above=0),
    Param("slope", Kind.FLOAT, 2 / 3, "Factor of the input", above=0),
    paper="LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998",
    code=ModuleCode(_SCALED_TANH),
)  # fmt: skip
SOFTPLUS = _activation(
    "Softplus", "A smooth rectifier, always above zero",
    "ln(1 + exp(beta · x)) / beta, and x itself where beta · x > threshold", _from_input,
    Param("beta", Kind.FLOAT, 1.0, "Sharpness of the bend at zero", above=0),
    Param("threshold", Kind.FLOAT, 20.0, "From where on it is a straight line"),
    paper="Dugas et al., 2000",
)  # fmt: skip
SOFTMAX = _over_an_axis(
    "Softmax",
    "Turns scores into probabilities that sum to 1",
    "exp(xᵢ) / Σⱼ exp(xⱼ) along one axis.\n\nThe shape stays as it is. Leave it out before a "
    "cross-entropy loss, which has its own.\n\nSource: torch.nn.Softmax.",
)
LOG_SOFTMAX = _over_an_axis(
    "LogSoftmax",
    "Turns scores into logarithms of probabilities",
    "xᵢ − ln Σⱼ exp(xⱼ) along one axis.\n\nThe shape stays as it is. The negative log-likelihood "
    "loss takes it; the cross-entropy loss has its own.\n\nSource: torch.nn.LogSoftmax.",
)

LAYERS = (
    RELU, RELU6, LEAKY_RELU, PRELU, ELU, SELU, GELU, SILU, MISH, HARDSWISH, HARDSIGMOID, SIGMOID,
    TANH, SCALED_TANH, SOFTPLUS, SOFTMAX, LOG_SOFTMAX,
)  # fmt: skip
