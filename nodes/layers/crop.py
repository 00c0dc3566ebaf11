"""Layers that cut cells away at the sides."""

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
    Shape,
    Style,
    Support,
    Window,
)


def _crop(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    axes = len(a.amounts) // 2
    if len(a.amounts) % 2 or axes > len(shape):
        raise LayerError(
            "sides",
            f"Crop has {len(a.amounts)} amounts, and the input {text(shape)} takes two for each of "
            f"its last axes, at most {2 * len(shape)}.",
            "Give left and right, then top and bottom, then front and back.",
        )
    before = [*[0] * (len(shape) - axes), *reversed(a.amounts[::2])]
    after = [*[0] * (len(shape) - axes), *reversed(a.amounts[1::2])]
    made = tuple(n - b - e for n, b, e in zip(shape, before, after, strict=True))
    if min(made) < 1:
        raise LayerError(
            "empty",
            f"Crop leaves nothing of {text(shape)}: it would be {text(made)}.",
            "Cut less away.",
        )
    return Facts(outputs=(made,), windows=tuple(Window(1, 1, b) for b in before[1:]), view=True)


def _crop_text(a: Args, names: Sequence[str]) -> str:
    sides = reversed(list(zip(a.amounts[::2], a.amounts[1::2], strict=False)))
    parts = [f"{before or ''}:{-after or ''}" for before, after in sides]
    return f"{names[0]}[..., {', '.join(parts)}]"


def _center_crop(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    kept = len(shape) - len(a.size)
    if kept < 0:
        raise LayerError(
            "sides",
            f"CenterCrop has {len(a.size)} sizes, and the input {text(shape)} {len(shape)} axes.",
            "Give one size for each of the last axes, such as height and width.",
        )
    if any(size > n for size, n in zip(a.size, shape[kept:], strict=True)):
        raise LayerError(
            "size",
            f"CenterCrop cannot cut {text(a.size)} out of {text(shape)}.",
            "Use a smaller size, or Pad before it.",
        )
    starts = [*[0] * kept, *((n - s) // 2 for s, n in zip(a.size, shape[kept:], strict=True))]
    return Facts(
        outputs=((*shape[:kept], *a.size),),
        windows=tuple(Window(1, 1, start) for start in starts[1:]),
        view=True,
    )


_CENTER_CROP = '''\
class CenterCrop(nn.Module):
    """Cuts the middle out of the last axes; of an odd rest the end loses one more."""

    def __init__(self, size: tuple[int, ...]) -> None:
        super().__init__()
        self.size = size

    def forward(self, x: Tensor) -> Tensor:
        for dim, size in enumerate(self.size, x.dim() - len(self.size)):
            x = x.narrow(dim, (x.shape[dim] - size) // 2, size)
        return x'''

CROP = LayerSpec(
    id="Crop",
    family="Reshape",
    summary="Cuts cells away at each side",
    help=(
        "The amounts stand in the order of Pad: left and right of the last axis, then top and "
        "bottom of the one before, then front and back.\n\n"
        "C×H×W → C×(H − top − bottom)×(W − left − right).\n\nSource: torch.Tensor indexing; the "
        "crops of U-Net, Ronneberger et al., 2015."
    ),
    params=(
        Param(
            "amounts",
            Kind.INTS,
            (1, 1, 1, 1),
            "Left, right, top, bottom, front, back; two for each axis, from the last",
            0,
            1_000_000,
            unit="px",
        ),
    ),
    infer=_crop,
    code=ExpressionCode(_crop_text),
)

CENTER_CROP = LayerSpec(
    id="CenterCrop",
    family="Reshape",
    summary="Cuts the middle out",
    help=(
        "Keeps the middle of the last axes; where an odd number goes, the end loses one more.\n\n"
        "C×H×W → C×height×width for the size (height, width).\n\nSource: torch.narrow; the crops "
        "of U-Net, Ronneberger et al., 2015."
    ),
    params=(
        Param(
            "size",
            Kind.INTS,
            (24, 24),
            "Sizes of the last axes, such as (height, width)",
            1,
            1_000_000,
            unit="px",
            style=Style.POSITIONAL,
        ),
    ),
    infer=_center_crop,
    code=ModuleCode(Support("CenterCrop", _CENTER_CROP)),
)

LAYERS = (CROP, CENTER_CROP)
