"""A fixed coefficient."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.shapes import single
from nodes.spec import Args, Facts, Kind, LayerSpec, ModuleCode, Param, Shape, Style, Support

_FACTOR = Support(
    "Factor",
    '''
class Factor(nn.Module):
    """Multiplies by a fixed number."""

    def __init__(self, factor: float) -> None:
        super().__init__()
        self.factor = factor

    def forward(self, input: Tensor) -> Tensor:
        return self.factor * input
'''.strip(),
)


def _factor(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),))


FACTOR = LayerSpec(
    id="Factor",
    family="Linear",
    summary="Multiplies by a fixed number",
    help=(
        "y = factor · x. Nothing is learned; Scale has coefficients that are.\n\n"
        "The shape stays as it is.\n\n"
        "Source: Szegedy et al., Inception-v4, Inception-ResNet and the Impact of Residual "
        "Connections on Learning, 2016, where factors of 0.1 to 0.3 ahead of the Add keep the "
        "training of very wide residual branches steady."
    ),
    params=(
        Param(
            "factor",
            Kind.FLOAT,
            0.1,
            "What every element is multiplied by",
            style=Style.POSITIONAL,
        ),
    ),
    infer=_factor,
    code=ModuleCode(_FACTOR),
)

LAYERS = (FACTOR,)
