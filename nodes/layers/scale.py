"""Learned coefficients, in a module of their own or as a parameter of the module around them."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.initialisers import SCALE_AND_SHIFT
from nodes.shapes import single
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Shape,
    Support,
    Tensor,
)

CHANNEL, FEATURE, ALL = "each channel", "each feature", "all"

_SCALE = Support(
    "Scale",
    '''
class Scale(nn.Module):
    """Multiplies by learned coefficients of a given shape, and adds a learned bias."""

    def __init__(self, *shape: int, init: float = 1.0, bias: bool = False) -> None:
        super().__init__()
        self.weight = nn.Parameter(init * torch.ones(shape))
        self.bias = nn.Parameter(torch.zeros(shape)) if bias else None

    def forward(self, input: Tensor) -> Tensor:
        scaled = input * self.weight
        return scaled if self.bias is None else scaled + self.bias
'''.strip(),
)


def _coefficients(a: Args, shape: Shape) -> Shape:
    """The shape of the coefficients: it meets the input from the last axis on."""
    if a.coefficient == CHANNEL:
        return (shape[0], *(1 for _ in shape[1:]))
    return (shape[-1],) if a.coefficient == FEATURE else (1,)


def _scale(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    names = ("weight", "bias") if a.bias else ("weight",)
    return Facts(
        outputs=(shape,),
        parameters=tuple(Tensor(n, _coefficients(a, shape)) for n in names),
        kept=Kept(inputs=(0,)),
        kept_frozen=Kept(),
    )


SCALE = LayerSpec(
    id="Scale",
    family="Linear",
    summary="Multiplies by learned coefficients",
    help=(
        "y = weight · x + bias, with one coefficient for each channel (the first axis), for each "
        "feature (the last axis) or for all.\n\nThe shape stays as it is; the coefficients of an "
        "image C×H×W are C×1×1.\n\n"
        "Source: LayerScale of Touvron et al., Going deeper with Image Transformers, 2021, at the "
        "end of a residual branch with a small initial value such as 1e-6; one coefficient that "
        "begins at 0 is ReZero of Bachlechner et al., 2020."
    ),
    params=(
        Param(
            "coefficient",
            Kind.CHOICE,
            CHANNEL,
            "What has a coefficient of its own",
            choices=(CHANNEL, FEATURE, ALL),
        ),
        Param("init", Kind.FLOAT, 1.0, "Value of the coefficients at the beginning"),
        Param("bias", Kind.BOOL, False, "Add a learned number as well, at first 0"),
        *SCALE_AND_SHIFT,
    ),
    infer=_scale,
    code=ModuleCode(
        _SCALE,
        lambda a, inputs: _coefficients(a, inputs[0]),
        lambda a, inputs: {"coefficient": LEFT_OUT},
    ),
)

_LEARNED_SCALE = Support(
    "learned_scale",
    '''
def learned_scale(*shape: int, init: float = 1e-6) -> nn.Parameter:
    """Coefficients to multiply with, all the same at the beginning."""
    return nn.Parameter(init * torch.ones(shape))
'''.strip(),
)


def _layer_scale(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    return Facts(
        outputs=(shape,),
        parameters=(Tensor("", _coefficients(a, shape)),),
        kept=Kept(inputs=(0,)),
        kept_frozen=Kept(),
    )


LAYER_SCALE = LayerSpec(
    id="LayerScale",
    family="Linear",
    summary="Multiplies the branch by small learned coefficients",
    help=(
        "y = coefficient · x, with one coefficient for each channel (the first axis) or for each "
        "feature (the last axis): at the end of a residual branch, so that it begins as the "
        "shortcut alone. A Scale without a module of its own: the coefficients are a parameter of "
        "the block itself, and their key is the name of the node.\n\n"
        "The shape stays as it is; the coefficients of an image C×H×W are C×1×1.\n\n"
        "Source: Touvron et al., Going deeper with Image Transformers, 2021; as in Liu et al., A "
        "ConvNet for the 2020s, 2022."
    ),
    params=(
        Param(
            "coefficient",
            Kind.CHOICE,
            CHANNEL,
            "What has a coefficient of its own",
            choices=(CHANNEL, FEATURE),
        ),
        Param("init", Kind.FLOAT, 1e-6, "Value of the coefficients at the beginning"),
    ),
    infer=_layer_scale,
    code=ModuleCode(
        _LEARNED_SCALE,
        lambda a, inputs: _coefficients(a, inputs[0]),
        lambda a, inputs: {"coefficient": LEFT_OUT},
        call=lambda a, module, inputs: f"{module} * {inputs[0]}",
        parameter=True,
    ),
)

LAYERS = (SCALE, LAYER_SCALE)
