"""Layers that only arrange the same numbers in another way."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.axes import axis
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
    Window,
)


def _filled(layer: str, wanted: Shape, elements: int, received: str) -> Shape:
    """The wanted shape with its one -1 worked out; raises LayerError where it does not fit."""
    open_axes = [i for i, n in enumerate(wanted) if n == -1]
    known = math.prod(n for n in wanted if n != -1)
    if len(open_axes) > 1 or known < 1:
        raise LayerError(
            "target",
            f"{layer} cannot make the shape {_shown(wanted)}: every size is at least 1, and at "
            "most one is -1, which stands for what is left.",
            "Write the other sizes out.",
        )
    if elements % known or (not open_axes and elements != known):
        needs = f"a multiple of {known:,}" if open_axes else f"{known:,}"
        raise LayerError(
            "target",
            f"{layer} cannot make {_shown(wanted)} of {received}: that has {elements:,} elements, "
            f"and {needs} would fit.",
            "Change a size; -1 in place of one is worked out.",
        )
    return tuple(elements // known if n == -1 else n for n in wanted)


def _shown(sizes: Shape) -> str:
    return f"({', '.join(map(str, sizes))})"


def _kept_in_place(shape: Shape, made: Shape) -> tuple[Window, ...] | None:
    """What an output cell sees: its own place, where the axes after the channels are the same."""
    return () if made[1:] == shape[1:] else None


def _reshape(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    made = _filled("Reshape", a.shape, math.prod(shape), text(shape))
    return Facts(outputs=(made,), windows=_kept_in_place(shape, made), view=True)


def _unflatten(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    at = axis("Unflatten", a.dim, shape)
    sizes = _filled("Unflatten", a.unflattened_size, shape[at], f"axis {at + 1} of {text(shape)}")
    made = (*shape[:at], *sizes, *shape[at + 1 :])
    return Facts(outputs=(made,), windows=_kept_in_place(shape, made), view=True)


def _permute(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    if sorted(a.dims) != list(range(1, len(shape) + 1)):
        raise LayerError(
            "axis",
            f"Permute to the order {_shown(a.dims)} does not fit the input {text(shape)}, whose "
            f"axes are 1 to {len(shape)}.",
            f"Name each axis from 1 to {len(shape)} once; the batch, axis 0, stays where it is.",
        )
    made = tuple(shape[dim - 1] for dim in a.dims)
    in_order = tuple(a.dims) == tuple(range(1, len(shape) + 1))
    return Facts(outputs=(made,), windows=() if in_order else None, view=True)


def _channel_shuffle(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    if len(shape) < 2:
        raise LayerError(
            "rank",
            f"ChannelShuffle works on channels with axes behind them, and receives {text(shape)}.",
            "Place it before Flatten.",
        )
    if shape[0] % a.groups:
        raise LayerError(
            "groups",
            f"ChannelShuffle's {a.groups} groups do not divide the {shape[0]} channels.",
            f"Use a number of groups that divides {shape[0]}.",
        )
    return Facts(outputs=(shape,))


RESHAPE = LayerSpec(
    id="Reshape",
    family="Reshape",
    summary="Gives the same numbers another shape",
    help=(
        "The elements keep their order, the last axis running fastest; only the sizes change. One "
        "size may be -1 and is then worked out. The batch stays.\n\n"
        "C×H×W → the shape, of the same number of elements.\n\nSource: torch.reshape."
    ),
    params=(
        Param(
            "shape",
            Kind.INTS,
            (-1, 1, 1),
            "Sizes of the output without the batch; one may be -1",
            -1,
            100_000_000,
        ),
    ),
    infer=_reshape,
    # With the batch's own size a shape that does not fit is refused, and never mixes samples.
    code=ExpressionCode(
        lambda a, names: f"{names[0]}.reshape({names[0]}.shape[0], {', '.join(map(str, a.shape))})"
    ),
)

UNFLATTEN = LayerSpec(
    id="Unflatten",
    family="Reshape",
    summary="Splits one axis into several",
    help=(
        "The reverse of Flatten: axis dim becomes axes of the given sizes, of which one may be "
        "-1.\n\n512 → 32×4×4 with dim = 1 and the sizes (32, 4, 4).\n\nSource: torch.nn.Unflatten."
    ),
    params=(
        Param("dim", Kind.INT, 1, "Axis to split; 0 is the batch", -5, 5, style=Style.POSITIONAL),
        Param(
            "unflattened_size",
            Kind.INTS,
            (-1, 1, 1),
            "Sizes of the axes that it becomes; one may be -1",
            -1,
            100_000_000,
            style=Style.POSITIONAL,
        ),
    ),
    infer=_unflatten,
    code=ModuleCode("nn.Unflatten"),
)

PERMUTE = LayerSpec(
    id="Permute",
    family="Reshape",
    summary="Puts the axes in another order",
    help=(
        "Axis k of the output is axis dims[k] of the input, counted from 1; the batch, axis 0, "
        "stays.\n\nC×H×W → H×W×C with dims = (2, 3, 1).\n\nSource: torch.permute."
    ),
    params=(
        Param(
            "dims", Kind.INTS, (2, 3, 1), "The axes in their new order, from 1, each once", 1, 64
        ),
    ),
    infer=_permute,
    code=ExpressionCode(
        lambda a, names: f"{names[0]}.permute(0, {', '.join(str(int(dim)) for dim in a.dims)})"
    ),
)

CHANNEL_SHUFFLE = LayerSpec(
    id="ChannelShuffle",
    family="Reshape",
    summary="Deals the channels of all groups out in turn",
    help=(
        "The channels stand as groups × C/groups; the two are exchanged, so that the groups of the "
        "next grouped convolution each see channels of all groups.\n\nThe shape stays as it is."
        "\n\nSource: torch.nn.ChannelShuffle; Zhang et al., ShuffleNet, 2017."
    ),
    params=(
        Param(
            "groups",
            Kind.INT,
            2,
            "Number of groups, which divides the channels",
            1,
            100_000,
            style=Style.POSITIONAL,
        ),
    ),
    infer=_channel_shuffle,
    code=ModuleCode("nn.ChannelShuffle"),
)

LAYERS = (RESHAPE, UNFLATTEN, PERMUTE, CHANNEL_SHUFFLE)
