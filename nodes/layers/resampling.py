"""Images made larger or smaller by moving or interpolating their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from nodes.errors import LayerError
from nodes.shapes import AXES, DATA, image, single, text
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Shape,
    Style,
    Value,
    Window,
)

# --- pixel shuffle -------------------------------------------------------------------------------


def _pixel_shuffle(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, height, width = image("PixelShuffle", single(inputs))
    factor = a.upscale_factor
    if channels % (factor * factor):
        raise LayerError(
            "channels",
            f"PixelShuffle by {factor} lays {factor * factor} maps into one, and receives "
            f"{channels} maps.",
            f"Give it a multiple of {factor * factor} maps.",
        )
    made = (channels // (factor * factor), height * int(factor), width * int(factor))
    window = Window(1, Fraction(1, factor), Fraction(1 - factor, 2 * factor))
    return Facts(outputs=(made,), windows=(window, window))


def _pixel_unshuffle(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, *size = image("PixelUnshuffle", single(inputs))
    factor = a.downscale_factor
    for axis, n in zip(AXES[2], size, strict=True):
        if n % factor:
            raise LayerError(
                "size",
                f"PixelUnshuffle by {factor} needs a {axis} that {factor} divides, and receives "
                f"{n}.",
                f"Crop or pad the image to a multiple of {factor}.",
            )
    made = (channels * factor * factor, *(n // int(factor) for n in size))
    return Facts(outputs=(made,), windows=(Window(int(factor), int(factor)),) * 2)


def _factor(name: str, help: str) -> Param:
    return Param(name, Kind.INT, 2, help, 1, 1000, style=Style.POSITIONAL)


PIXEL_SHUFFLE = LayerSpec(
    id="PixelShuffle",
    family="Resampling",
    summary="Lays several maps into one larger map",
    help=(
        "out[c, y·r + i, x·r + j] = in[c·r² + i·r + j, y, x] with r = upscale_factor.\n\n"
        "C·r²×H×W → C×H·r×W·r.\n\n"
        "Source: torch.nn.PixelShuffle; Shi et al., Efficient sub-pixel convolution, 2016."
    ),
    params=(_factor("upscale_factor", "How many times larger in height and width"),),
    infer=_pixel_shuffle,
    code=ModuleCode("nn.PixelShuffle"),
)

PIXEL_UNSHUFFLE = LayerSpec(
    id="PixelUnshuffle",
    family="Resampling",
    summary="Deals the cells of every map out to several smaller maps",
    help=(
        "out[c·r² + i·r + j, y, x] = in[c, y·r + i, x·r + j] with r = downscale_factor.\n\n"
        "C×H·r×W·r → C·r²×H×W.\n\n"
        "Source: torch.nn.PixelUnshuffle; Shi et al., Efficient sub-pixel convolution, 2016."
    ),
    params=(_factor("downscale_factor", "How many times smaller in height and width"),),
    infer=_pixel_unshuffle,
    code=ModuleCode("nn.PixelUnshuffle"),
)

# --- interpolation -------------------------------------------------------------------------------

_MODES: Mapping[str, Sequence[int]] = {  # the numbers of axes that torch has them for
    "nearest": (1, 2, 3),
    "nearest-exact": (1, 2, 3),
    "linear": (1,),
    "bilinear": (2,),
    "bicubic": (2,),
    "trilinear": (3,),
}
_SMOOTH = {1: "linear", 2: "bilinear or bicubic", 3: "trilinear"}


def _upsample(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, *size = shape = single(inputs)
    rank = len(size)
    if rank not in AXES:
        raise LayerError(
            "rank",
            "Upsample works on sequences, images and volumes (two to four axes), and receives "
            f"{text(shape)}.",
            "Place it before Flatten.",
        )
    _check_mode(a, rank)
    if a.size is None and a.scale_factor is None:
        raise LayerError(
            "size",
            "Upsample has neither a size nor a scale_factor.",
            "Give one of them, for example scale_factor = 2.",
        )
    wanted = _size(a, size)
    for axis, n, made in zip(AXES[rank], size, wanted, strict=True):
        if made < 1:
            raise LayerError(
                "size",
                f"scale_factor = {a.scale_factor} leaves nothing of {n} in {axis}.",
                f"Use a scale_factor of at least 1/{n}.",
            )
    windows = (_seen(a, n, made) for n, made in zip(size, wanted, strict=True))
    return Facts(outputs=((channels, *wanted),), windows=tuple(windows))


def _check_mode(a: Args, rank: int) -> None:
    if rank not in _MODES[a.mode]:
        (fits,) = _MODES[a.mode]
        raise LayerError(
            "mode",
            f"mode = {a.mode} is for {DATA[fits]}, and Upsample receives {DATA[rank]}.",
            f"Use mode = nearest or {_SMOOTH[rank]}.",
        )
    if a.align_corners is not None and a.mode.startswith("nearest"):
        raise LayerError(
            "align-corners",
            f"align_corners = {a.align_corners} means nothing to mode = {a.mode}.",
            f"Clear align_corners, or use mode = {_SMOOTH[rank]}.",
        )
    if a.recompute_scale_factor and a.size is not None:
        raise LayerError(
            "recompute",
            "recompute_scale_factor needs a scale_factor, and the size is given.",
            "Clear recompute_scale_factor, or clear size and give a scale_factor.",
        )


def _size(a: Args, size: Sequence[int]) -> tuple[int, ...]:
    if a.size is None:
        return tuple(int(n * a.scale_factor) for n in size)
    if len(a.size) not in (1, len(size)):
        raise LayerError(
            "size",
            f"size = {text(a.size)} has {len(a.size)} numbers, and the input has {len(size)} axes "
            "after the channels.",
            f"Give one number for all axes, or {len(size)}.",
        )
    return tuple(map(int, a.size * len(size) if len(a.size) == 1 else a.size))


def _seen(a: Args, n: int, made: int) -> Window:
    """Where an output cell lies in the input, and how many cells around it count."""
    step = Fraction(n, made)
    if a.size is None and not a.recompute_scale_factor:
        step = 1 / Fraction(a.scale_factor).limit_denominator(10_000)
    if a.mode == "nearest":
        return Window(1, step)
    first = (step - 1) / 2
    if a.align_corners:
        step, first = Fraction(n - 1, made - 1) if made > 1 else Fraction(0), Fraction(0)
    around = 1 if a.mode == "nearest-exact" else 4 if a.mode == "bicubic" else 2
    if step.denominator == first.denominator == 1:
        around = 1  # it falls on a cell
    return Window(around, step, first - Fraction(around - 1, 2))


def _given(a: Args, inputs: Sequence[Shape]) -> Mapping[str, Value | LeftOut]:
    if a.size is None:
        return {}
    size = a.size[0] if len(a.size) == 1 else a.size
    return {"size": size, "scale_factor": LEFT_OUT}


UPSAMPLE = LayerSpec(
    id="Upsample",
    family="Resampling",
    summary="Makes sequences, images or volumes larger by interpolation",
    help=(
        "out[c, i] = in[c] at the place (i + ½) / scale_factor − ½ along every axis: the nearest "
        "cell, or the mean of the cells around it, weighted by their distance. With align_corners "
        "the first and the last cell stay in their places.\n\n"
        "C×L, C×H×W or C×D×H×W → the same number of axes, each ⌊n · scale_factor⌋ or as in size. "
        "Linear is for sequences, bilinear and bicubic for images, trilinear for volumes.\n\n"
        "Source: torch.nn.Upsample; Keys, Cubic convolution interpolation, 1981."
    ),
    params=(
        Param(
            "size",
            Kind.INTS,
            None,
            "Size of the output, one number for all axes or one for each; takes the place of "
            "scale_factor",
            1,
            100_000,
            optional=True,
        ),
        Param(
            "scale_factor",
            Kind.FLOAT,
            2,
            "How many times larger along every axis",
            above=0,
            maximum=1000,
            optional=True,
            style=Style.ALWAYS,
        ),
        Param(
            "mode",
            Kind.CHOICE,
            "nearest",
            "Which cells count: the nearest, those around by distance, or more by a cubic",
            choices=tuple(_MODES),
        ),
        Param(
            "align_corners",
            Kind.BOOL,
            None,
            "Keep the corner cells in their places; not for nearest",
            optional=True,
        ),
        Param(
            "recompute_scale_factor",
            Kind.BOOL,
            None,
            "Interpolate by the ratio of the whole sizes, not by scale_factor itself",
            optional=True,
        ),
    ),
    infer=_upsample,
    code=ModuleCode("nn.Upsample", given=_given),
)

LAYERS = (UPSAMPLE, PIXEL_SHUFFLE, PIXEL_UNSHUFFLE)
