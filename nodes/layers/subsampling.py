"""The trainable subsampling of LeNet-5."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.initialisers import SCALE_AND_SHIFT
from nodes.layers.convolution import kernel_size, step
from nodes.layers.padding import bytes_of, windows
from nodes.shapes import each, single, spatial, window
from nodes.spec import (
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

_SUBSAMPLING = Support(
    "Subsampling2d",
    '''\
class Subsampling2d(nn.Module):
    """A window's sum or mean times one coefficient plus one bias for every map."""

    def __init__(
        self,
        channels: int,
        kernel_size: int | tuple[int, int],
        stride: int | tuple[int, int] | None = None,
        mode: str = "sum",
    ) -> None:
        super().__init__()
        k = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
        cells = k[0] * k[1] if mode == "sum" else 1
        divisor = 1 if mode == "sum" else None
        self.pool = nn.AvgPool2d(kernel_size, stride, divisor_override=divisor)
        self.weight = nn.Parameter(torch.full((channels, 1, 1), 1 / cells))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        return self.weight * self.pool(x) + self.bias''',
)


def _subsampling(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, size = spatial("Subsampling2d", single(inputs), 2)
    kernel = each(a.kernel_size, 2)
    stride = kernel if a.stride is None else each(a.stride, 2)
    unpadded = ((0, 0), (0, 0))
    made = (channels, *window("Subsampling2d", size, kernel, stride, unpadded, (1, 1)))
    return Facts(
        outputs=(made,),
        parameters=(Tensor("weight", (channels, 1, 1)), Tensor("bias", (channels, 1, 1))),
        windows=windows(kernel, stride, unpadded, (1, 1)),
        kept=Kept((0,), extra=bytes_of(*made)),
        kept_frozen=Kept((0,)),
    )


SUBSAMPLING2D = LayerSpec(
    id="Subsampling2d",
    family="Pooling",
    summary="Sums every window, times one learned coefficient plus one bias a map",
    help=(
        "out[c] = weight[c] · Σ over the window of in[c] + bias[c], or the mean in place of the "
        "sum. It begins as the plain mean. LeNet-5 puts a squashing function after it.\n\n"
        "C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1; two parameters a map.\n\n"
        "Source: LeCun et al., Gradient-based learning applied to document recognition, 1998."
    ),
    params=(
        kernel_size(2, "the window", 2),
        step(2, "stride", None, "Step of the window; empty means the kernel's size"),
        Param(
            "mode",
            Kind.CHOICE,
            "sum",
            "What is multiplied by the coefficient: the sum of the window, as in LeNet-5, or its "
            "mean",
            choices=("sum", "mean"),
        ),
        *SCALE_AND_SHIFT,
    ),
    infer=_subsampling,
    code=ModuleCode(_SUBSAMPLING, lambda a, inputs: (inputs[0][0],)),
)

LAYERS = (SUBSAMPLING2D,)
