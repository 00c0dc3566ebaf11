"""From the parameters of layers that only move cells to their pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from app.ui.language import tr
from app.ui.layerhelp.picture import Picture
from app.ui.layerhelp.travel import Cells, Travel, numbered, tensor
from nodes.shapes import each
from nodes.spec import Args, LayerSpec, Shape

Inputs = Sequence[Shape]
_SIX = 6  # cells along an axis that is cut
_MODES = {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}


def _travel(before: Sequence[Cells], after: Sequence[Cells], note: str, **more: object) -> Travel:
    first = before[0]
    group = max(1, math.prod(first.shape[1:]))
    made = [tuple(map(tensor, side)) for side in (before, after)]
    settings = {"group": group, **more}
    return Travel(made[0], made[1], note=note, **settings)  # type: ignore[arg-type]


def _rank(inputs: Inputs, otherwise: int = 3) -> int:
    return len(inputs[0]) if inputs and inputs[0] else otherwise


def _at(dim: int, rank: int) -> int:
    """Where an axis counted with the batch stands, within the rank."""
    return max(0, min(dim % (rank + 1) - 1 if dim < 0 else dim - 1, rank - 1))


def identity(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    x = numbered((2, 2, 2))
    return _travel([x], [x], tr("what goes in comes out"))


def flatten(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = _rank(inputs)
    x = numbered({1: (8,), 2: (2, 4), 3: (2, 2, 2)}.get(rank, (2, 2, 1, 2)))
    start, end = sorted((_at(a.start_dim, rank), _at(a.end_dim, rank)))
    made = x.reshape(*x.shape[:start], -1, *x.shape[end + 1 :])
    return _travel([x], [made], tr("one row after the other, channel by channel"))


def reshape(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    longer = [k for k, n in enumerate(a.shape) if n != 1]
    rank = _rank(inputs)
    shape = {1: (12,), 2: (3, 4), 3: (3, 2, 2)}.get(rank, (3, 2, 1, 2))
    parts = {1: (12,), 2: (4, 3), 3: (3, 2, 2)}.get(len(longer), (3, 2, 2))
    sizes = [1] * len(a.shape)
    for k, n in zip(longer, parts, strict=False):
        sizes[k] = n
    x = numbered(shape) if longer else numbered((1,) * rank)
    return _travel([x], [x.reshape(sizes)], tr("the same numbers, in the same order"))


def unflatten(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = _rank(inputs, 1)
    at = _at(a.dim, rank)
    longer = [k for k, n in enumerate(a.unflattened_size) if n != 1]
    parts = {1: (8,), 2: (3, 3), 3: (2, 2, 2)}.get(len(longer), (2, 2, 2))
    sizes = [1] * len(a.unflattened_size)
    for k, n in zip(longer, parts, strict=False):
        sizes[k] = n
    others = 2 if rank > 1 else 1
    shape = tuple(math.prod(sizes) if k == at else others for k in range(rank))
    x = numbered(shape)
    made = x.reshape(*shape[:at], *sizes, *shape[at + 1 :])
    note = tr("one axis becomes {number}", number=len(sizes))
    # Coloured by the first of the new axes, as a vector has no channels of its own.
    longest = next((n for n in sizes if n > 1), 1)
    return _travel([x], [made], note, group=max(1, x.size // longest))


def permute(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = len(a.dims)
    shape = {1: (6,), 2: (2, 4), 3: (2, 2, 3)}.get(rank, (2, 2, 1, 3, *(1,) * (rank - 4)))
    x = numbered(shape[:rank])
    note = tr("the axes in the order {order}", order=", ".join(map(str, a.dims)))
    fits = sorted(a.dims) == list(range(1, rank + 1))
    made = x.transpose([d - 1 for d in a.dims]) if fits else x
    return _travel([x], [made], note)


def channel_shuffle(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    groups = min(a.groups, 3)
    x = numbered((6,))
    made = x.reshape(groups, -1).T.ravel()
    note = tr("{groups} groups, dealt out in turn", groups=a.groups)
    return _travel([x], [made], note, group=6 // groups, links=True)


def pixel_shuffle(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    r = min(a.upscale_factor, 3)
    x = numbered((r * r, 2, 2))
    made = x.reshape(r, r, 2, 2).transpose(2, 0, 3, 1).reshape(1, 2 * r, 2 * r)
    return _travel([x], [made], tr("channels become places: {r} × {r} to one", r=a.upscale_factor))


def pixel_unshuffle(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    r = min(a.downscale_factor, 3)
    x = numbered((1, 2 * r, 2 * r))
    made = x.reshape(2, r, 2, r).transpose(1, 3, 0, 2).reshape(r * r, 2, 2)
    sources = made.reshape(-1)  # coloured as they stand in the output, so that one sees them leave
    named = np.empty_like(x).reshape(-1)
    named[sources] = numbered((x.size,))
    note = tr("places become channels: one to {r} × {r}", r=a.downscale_factor)
    return _travel([named.reshape(x.shape)], [numbered(made.shape)], note, group=4)


# --- cut ------------------------------------------------------------------------------------------


def _cut(rank: int, at: int, along: int) -> Cells:
    """A tensor with so many cells along one axis, and few along the others."""
    others = {1: 1, 2: 3, 3: 2}.get(rank, 1)
    return numbered(tuple(along if k == at else others for k in range(rank)))


def slicing(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = max(_rank(inputs), abs(a.dim))
    at = _at(a.dim, rank)
    real = inputs[0][at] if inputs and len(inputs[0]) == rank else _SIX
    begin, end = a.start, a.stop
    if not inputs and (begin, end, a.step) == (0, None, 1):
        begin, end = 1, 4  # or there would be nothing to see
    first, last, _ = slice(begin, end, a.step).indices(real)
    size = real if real <= _SIX else _SIX
    start = min(first * size // real, size - 1)
    stop = min(size, max(start + 1, round(last * size / real)))
    x = _cut(rank, at, size)
    keep = np.arange(start, stop, min(a.step, 3))
    limits = f"{begin or ''}:{'' if end is None else end}"
    said = f"[{limits}{f':{a.step}' if a.step != 1 else ''}]"
    note = tr("{range} along axis {axis}", range=said, axis=a.dim)
    return _travel([x], [np.take(x, keep, axis=at)], note, group=_step(x, at))


def _step(x: Cells, at: int) -> int:
    """Colours by the first axis, and for a sequence cut along its second one by one."""
    return max(1, math.prod(x.shape[1:])) if at == 0 else 1


def split(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    sizes = a.sizes[:4]
    most = 3 if len(sizes) == 2 and len({*sizes}) > 1 else 2
    parts = [max(1, round(most * n / max(sizes))) for n in sizes]
    note = tr("{parts} along axis {axis}", parts=" + ".join(map(str, sizes)), axis=a.dim)
    return _parts(parts, a.dim, inputs, note)


def chunk(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    note = tr("{number} equal parts along axis {axis}", number=a.chunks, axis=a.dim)
    many = min(a.chunks, 4)
    return _parts([2 if many < 4 else 1] * many, a.dim, inputs, note)


def _parts(parts: list[int], dim: int, inputs: Inputs, note: str) -> Picture:
    rank = max(_rank(inputs), abs(dim))
    at = _at(dim, rank)
    x = _cut(rank, at, sum(parts))
    made = np.split(x, np.cumsum(parts)[:-1], axis=at)
    return _travel([x], made, note, group=_step(x, at))


def concat(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = max(_rank(inputs), abs(a.dim))
    at = _at(a.dim, rank)
    sizes = [2, 1, 1][: min(max(len(inputs), 2), 3)]
    parts, first = [], 0
    for size in sizes:
        others = {1: 1, 2: 3}.get(rank, 2)
        parts.append(numbered(tuple(size if k == at else others for k in range(rank)), first))
        first += parts[-1].size
    group = parts[-1].size if at == 0 else parts[0].size
    note = tr("one after the other along axis {axis}", axis=a.dim)
    return _travel(parts, [np.concatenate(parts, axis=at)], note, group=group)


def _sides(amounts: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The amounts of every axis in order, of which they name the last ones from the last."""
    pairs = list(zip(amounts[::2], amounts[1::2], strict=False)) or [(1, 1)]
    return [(min(a, most), min(b, most)) for a, b in reversed(pairs)]


def crop(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    sides = _sides(a.amounts, 2 if len(a.amounts) < 6 else 1)
    size = {1: 8, 2: 6}.get(len(sides), 3)
    x = numbered((1, *(size for _ in sides)))
    inside = tuple(slice(before, size - after) for before, after in sides)
    left_out = tr("the edges go: {amounts}", amounts=", ".join(map(str, a.amounts)))
    return _travel([x], [x[(slice(None), *inside)]], left_out, group=size)


def center_crop(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = min(len(a.size), 3)
    size, kept = {1: (7, 4), 2: (6, 3)}.get(rank, (4, 2))
    start = (size - kept) // 2
    x = numbered((1, *(size for _ in range(rank))))
    inside = (slice(start, start + kept),) * rank
    note = tr("the middle stays: {size}", size="×".join(map(str, a.size)))
    return _travel([x], [x[(slice(None), *inside)]], note, group=size)


def pad(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    sides = _sides([max(n, 0) for n in a.padding], 2 if len(a.padding) < 6 else 1)
    size = 5 if len(sides) == 1 else 3
    x = numbered((1, *(size for _ in sides)))
    width = [(0, 0), *sides]
    if a.mode in _MODES:
        made = np.pad(x, width, mode=_MODES[a.mode])  # type: ignore[call-overload]
    else:
        made = np.pad(x, width, constant_values=-1)
    note = tr("{mode}: {amounts}", mode=a.mode, amounts=", ".join(map(str, a.padding)))
    fresh = f"{getattr(a, 'value', 0.0):.2g}".replace("-", "−")
    return _travel([x], [made], note, group=x.shape[-1], fresh=fresh)


def zero_pad_channels(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    down, across = (min(n, 2) for n in each(a.stride, 2))
    size = 3 if (down, across) == (1, 1) else 4
    x = numbered((2, size, size))
    kept = x[:, ::down, ::across]
    made = np.concatenate([kept, np.full_like(kept, -1)])
    note = tr("channels of zeros, up to {number}", number=a.out_channels)
    return _travel([x], [made], note)
