"""Pooling to a wanted size, or over all that there is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from nodes.errors import LayerError
from nodes.layers.convolution import NUMBERS, ONTO, SIZES, UNITS
from nodes.layers.padding import bytes_of
from nodes.shapes import AXES, each, single, spatial, text
from nodes.spec import (
    Args,
    ExpressionCode,
    Facts,
    Kept,
    LayerSpec,
    ModuleCode,
    Param,
    Shape,
    Style,
    Window,
)


def _window(n: int, out: int) -> Window:
    """The windows begin at ⌊i·n / out⌋ and end before ⌈(i + 1)·n / out⌉: this is the widest."""
    reach = -(-(n - math.gcd(n, out)) // out) + 1
    return Window(reach, n // out if n % out == 0 else Fraction(n, out))


def _adaptive(layer: str, rank: int, a: Args, shape: Shape) -> tuple[Shape, tuple[Window, ...]]:
    channels, size = spatial(layer, shape, rank)
    wanted = each(a.output_size, rank)
    seen = (_window(n, int(out)) for n, out in zip(size, wanted, strict=True))
    return (channels, *wanted), tuple(seen)


def _output_size(rank: int) -> Param:
    names = AXES[rank]
    listed = names[0] if rank == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return Param(
        "output_size",
        NUMBERS[rank],
        1,
        f"{listed.capitalize()} of the output",
        1,
        100_000,
        unit=UNITS[rank],
        style=Style.POSITIONAL,
    )


def _adaptive_avg_pool(rank: int) -> LayerSpec:
    layer = f"AdaptiveAvgPool{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        made, seen = _adaptive(layer, rank, a, single(inputs))
        # torch takes the mean over everything another way, which needs no input for its gradient.
        kept = Kept() if all(n == 1 for n in made[1:]) else Kept((0,))
        return Facts(outputs=(made,), windows=seen, kept=kept)

    return LayerSpec(
        id=layer,
        family="Pooling",
        summary="Means over as many windows as the wanted size needs",
        help=(
            "out[c, i] = mean of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along "
            "every axis of n cells.\n\n"
            f"C×{SIZES[rank]} → C×{ONTO[rank]}, the wanted size. Size 1 is global average "
            "pooling.\n\n"
            f"Source: torch.nn.{layer}; global average pooling in Lin et al., Network in Network, "
            "2013."
        ),
        params=(_output_size(rank),),
        infer=infer,
        code=ModuleCode(f"nn.{layer}"),
    )


def _adaptive_max_pool(rank: int) -> LayerSpec:
    layer = f"AdaptiveMaxPool{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        made, seen = _adaptive(layer, rank, a, single(inputs))
        kept = Kept((0,), extra=2 * bytes_of(*made))  # the places of the maxima, as int64
        return Facts(outputs=(made,), windows=seen, kept=kept)

    return LayerSpec(
        id=layer,
        family="Pooling",
        summary="Maxima over as many windows as the wanted size needs",
        help=(
            "out[c, i] = maximum of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along "
            "every axis of n cells.\n\n"
            f"C×{SIZES[rank]} → C×{ONTO[rank]}, the wanted size. Size 1 is global max pooling."
            f"\n\nSource: torch.nn.{layer}."
        ),
        params=(_output_size(rank),),
        infer=infer,
        code=ModuleCode(f"nn.{layer}"),
    )


def _global(layer: str, shape: Shape, kept: Kept) -> Facts:
    if len(shape) < 2:
        raise LayerError(
            "rank",
            f"{layer} pools over all axes after the channels, and receives {text(shape)}.",
            "Place it before Flatten.",
        )
    return Facts(outputs=(shape[:1],), windows=None, kept=kept)


GLOBAL_AVG_POOL = LayerSpec(
    id="GlobalAvgPool",
    family="Pooling",
    summary="Takes the mean of every map, and leaves one number a map",
    help=(
        "out[c] = mean of in[c].\n\n"
        "C×L, C×H×W or C×D×H×W → C. AdaptiveAvgPool2d of size 1 keeps the axes.\n\n"
        "Source: torch.mean; Lin et al., Network in Network, 2013."
    ),
    infer=lambda a, inputs: _global("GlobalAvgPool", single(inputs), Kept()),
    code=ExpressionCode(lambda a, names: f"{names[0]}.flatten(2).mean(dim=2)"),
)

GLOBAL_MAX_POOL = LayerSpec(
    id="GlobalMaxPool",
    family="Pooling",
    summary="Keeps the largest value of every map, and leaves one number a map",
    help=(
        "out[c] = max of in[c].\n\n"
        "C×L, C×H×W or C×D×H×W → C. AdaptiveMaxPool2d of size 1 keeps the axes.\n\n"
        "Source: torch.amax; Oquab et al., Is object localization for free?, 2015."
    ),
    infer=lambda a, inputs: _global("GlobalMaxPool", single(inputs), Kept((0,), (0,))),
    code=ExpressionCode(lambda a, names: f"{names[0]}.flatten(2).amax(dim=2)"),
)

_RANKS = (2, 1, 3)
LAYERS = (
    *(_adaptive_avg_pool(rank) for rank in _RANKS),
    *(_adaptive_max_pool(rank) for rank in _RANKS),
    GLOBAL_AVG_POOL,
    GLOBAL_MAX_POOL,
)
