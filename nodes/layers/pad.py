"""Layers that add cells: at the sides of an image, or as channels of zeros."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nodes.errors import LayerError
from nodes.shapes import image, pair, single, text
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Shape,
    Style,
    Support,
    Value,
    Window,
)

_SIDES = ("left", "right", "top", "bottom", "front", "back")
_CLASSES = {
    "constant": "Constant",
    "reflect": "Reflection",
    "replicate": "Replication",
    "circular": "Circular",
}


def _pad(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    axes = len(a.padding) // 2
    if len(a.padding) not in (2, 4, 6):
        raise LayerError(
            "sides",
            f"Pad has {len(a.padding)} amounts, and takes two, four or six.",
            "Give left and right, then top and bottom, then front and back.",
        )
    # With a constant torch pads any axis, the channels too; otherwise it wants them unpadded or,
    # as here, takes the batch for them.
    if axes > len(shape) or (a.mode != "constant" and len(shape) > axes + 1):
        raise LayerError(
            "rank",
            f"Pad with {len(a.padding)} amounts in the mode {a.mode} does not fit the input "
            f"{text(shape)}.",
            f"Give two amounts for each axis after the channels, {2 * max(len(shape) - 1, 1)}."
            if len(shape) <= 4
            else "Use the mode constant.",
        )
    before = [*[0] * (len(shape) - axes), *reversed(a.padding[::2])]
    after = [*[0] * (len(shape) - axes), *reversed(a.padding[1::2])]
    for i in range(2 * axes):
        size, amount = shape[-1 - i // 2], a.padding[i]
        most = {"reflect": size - 1, "circular": size}.get(a.mode)
        if most is not None and amount > most:
            raise LayerError(
                "padding",
                f"Pad in the mode {a.mode} takes at most {most} of an axis of {size}, and "
                f"{_SIDES[i]} is {amount}.",
                "Pad less, or in the mode replicate or constant.",
            )
    return Facts(
        outputs=(tuple(n + b + e for n, b, e in zip(shape, before, after, strict=True)),),
        windows=tuple(Window(1, 1, -b) for b in before[1:]),
        kept=Kept(inputs=(0,)) if a.mode in ("reflect", "replicate") else Kept(),
    )


def _pad_class(a: Args) -> str:
    name = "Zero" if a.mode == "constant" and not a.value else _CLASSES[a.mode]
    return f"nn.{name}Pad{min(max(len(a.padding) // 2, 1), 3)}d"


def _pad_given(a: Args, inputs: Sequence[Shape]) -> Mapping[str, Value | LeftOut]:
    given: dict[str, Value | LeftOut] = {"mode": LEFT_OUT}
    if not _pad_class(a).startswith("nn.Constant"):
        given["value"] = LEFT_OUT
    if len(a.padding) in (2, 4, 6) and len(set(a.padding)) == 1:
        given["padding"] = a.padding[0]
    return given


def _zero_pad_channels(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, height, width = image("ZeroPadChannels", single(inputs))
    if a.out_channels < channels:
        raise LayerError(
            "channels",
            f"ZeroPadChannels adds channels: it cannot make {a.out_channels} of {channels}.",
            f"Use at least {channels} channels, or a 1x1 convolution.",
        )
    down, right = pair(a.stride)
    return Facts(
        outputs=((a.out_channels, _every(height, down), _every(width, right)),),
        windows=(Window(1, down), Window(1, right)),
    )


def _every(length: int, stride: int) -> int:
    return (length - 1) // stride + 1


_ZERO_PAD_CHANNELS = '''\
class ZeroPadChannels(nn.Module):
    """Keeps every stride-th row and column, and appends channels of zeros."""

    def __init__(self, out_channels: int, stride: int | tuple[int, int] = 1) -> None:
        super().__init__()
        self.out_channels = out_channels
        self.stride = stride if isinstance(stride, tuple) else (stride, stride)

    def forward(self, x: Tensor) -> Tensor:
        x = x[:, :, :: self.stride[0], :: self.stride[1]]
        return functional.pad(x, (0, 0, 0, 0, 0, self.out_channels - x.shape[1]))'''

PAD = LayerSpec(
    id="Pad",
    family="Reshape",
    summary="Adds cells at each side: a constant, a mirror image, the edge, or the other side",
    help=(
        "Two amounts for each axis, from the last: left and right, then top and bottom, then front "
        "and back. The mode says what the new cells hold: a constant; the mirror image without the "
        "edge itself (reflect); the edge (replicate); the other side (circular).\n\n"
        "C×H×W → C×(H + top + bottom)×(W + left + right).\n\nSource: torch.nn.ConstantPad2d, "
        "ReflectionPad2d, ReplicationPad2d, CircularPad2d, and their kin for one and three axes."
    ),
    params=(
        Param(
            "padding",
            Kind.INTS,
            (1, 1, 1, 1),
            "Left, right, top, bottom, front, back; two for each axis, from the last",
            0,
            100_000,
            unit="px",
            style=Style.POSITIONAL,
        ),
        Param("mode", Kind.CHOICE, "constant", "What the cells hold", choices=tuple(_CLASSES)),
        Param("value", Kind.FLOAT, 0.0, "The number in them, in the mode constant"),
    ),
    infer=_pad,
    code=ModuleCode(_pad_class, given=_pad_given),
)

ZERO_PAD_CHANNELS = LayerSpec(
    id="ZeroPadChannels",
    family="Reshape",
    summary="A shortcut without weights: subsamples, and appends channels of zeros",
    help=(
        "Keeps every stride-th row and column, as a 1x1 convolution of that stride would, and "
        "appends channels of zeros up to out_channels.\n\nC×H×W → "
        "out_channels×⌈H / stride⌉×⌈W / stride⌉.\n\nSource: option A of He et al., Deep Residual "
        "Learning, 2015, for shortcuts over which the shape changes."
    ),
    params=(
        Param(
            "out_channels",
            Kind.INT,
            64,
            "Number of output maps",
            1,
            100_000,
            unit="maps",
            style=Style.POSITIONAL,
        ),
        Param("stride", Kind.PAIR, 1, "From one row or column that is kept to the next", 1, 1_000),
    ),
    infer=_zero_pad_channels,
    code=ModuleCode(
        Support("ZeroPadChannels", _ZERO_PAD_CHANNELS, imports=("from torch.nn import functional",))
    ),
)

LAYERS = (PAD, ZERO_PAD_CHANNELS)
