"""A network as a small figure: bars for its layers from left to right, wires and arcs.

A bar is as high as its maps are large and as thick as they are many, both on a logarithmic scale,
as in the drawings of the papers. Long networks are folded until they fit: of many copies the first
and the last are shown, and then whole blocks become one bar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log2

import msgspec

from app.analysis.report import Report
from app.analysis.worked import Key, Part, Worked
from nodes.catalogue import CATALOGUE
from nodes.spec import Shape

LANE = "lane"  # the family of a wire that passes a column
MORE = "more"  # the family of the mark that stands for copies left out
ROOM = 76.0  # units along that a figure may take
FEW = 14  # layers up to which none is left out
_COPIES = (10_000, 8, 6, 4, 3)
_DEPTHS = range(6, -1, -1)
_GAP = 0.3  # between two columns
_LOWEST = 0.24  # the height of what has no extent
_SMALL = frozenset(("Activation", "Normalisation", "Regularisation", "Reshape"))


class Bar(msgspec.Struct, frozen=True, array_like=True):
    """A layer or block. `x` and `width` in tenths of a unit; `y`, its middle, and `height` in
    hundredths of the figure's height, counted from its top."""

    family: str
    x: int
    width: int
    y: int
    height: int


class Figure(msgspec.Struct, frozen=True):
    """`wires` join bars of neighbouring columns, `arcs` pass over what lies between; by index.

    `more` has the marks for copies left out, and how many each stands for.
    """

    length: int  # in tenths of a unit
    bars: tuple[Bar, ...]
    wires: tuple[tuple[int, int], ...]
    arcs: tuple[tuple[int, int], ...]
    more: tuple[tuple[int, int], ...] = ()


class _Item(msgspec.Struct):
    """`extent` is the longest axis of a map, `channels` how many maps there are."""

    family: str
    extent: int
    channels: int
    sources: frozenset[int]
    left_out: int = 0
    column: int = 0
    width: float = 1.0
    y: float = 0.5
    height: float = 1.0


def minor(part: Part) -> bool:
    """Whether a layer is left out where there is much to show: it only scales or arranges."""
    family = CATALOGUE[part.kind].family
    facts = part.facts
    bare = facts is not None and not (facts.macs or facts.parameters or facts.buffers)
    return family in _SMALL or (family == "Linear" and bare)


Feeds = frozenset[int]
_NONE: Feeds = frozenset()


def draw(report: Report) -> Figure:
    """The figure of a whole network."""
    worked = report.nodes.worked
    whole = _Unfolding(_DEPTHS[0], _COPIES[0], small=True)
    whole.graph(worked)
    if len(whole.items) > FEW:
        whole = _fitted(worked)
    return _placed(whole.items)


def _fitted(worked: Worked) -> _Unfolding:
    """The most that fits: rather fewer copies than whole blocks as one bar."""
    for depth in _DEPTHS:
        for copies in _COPIES:
            found = _Unfolding(depth, copies, small=False)
            found.graph(worked)
            _columns(found.items)
            if sum(_widths(found.items)) <= ROOM:
                return found
    return found


class _Unfolding:
    """Layers in the order of computation; `items` name those that feed them by their index."""

    def __init__(self, depth: int, copies: int, *, small: bool) -> None:
        self._depth, self._copies, self._small = depth, copies, small
        self.items: list[_Item] = []

    def graph(
        self, worked: Worked, entering: Sequence[Feeds] | None = None, depth: int = 0
    ) -> list[Feeds]:
        """Add what is in a graph; returns what feeds each of its outputs."""
        values: dict[Key, Feeds] = {}
        entrances = dict(zip(worked.entrances, entering or (), strict=False))
        for part in worked.parts:
            inputs = [values.get(s, _NONE) for s in part.sources]
            if part.kind == "Input" and entering is not None:
                outputs = [entrances.get(part.name, _NONE)]
            elif part.copies and part.enabled:
                outputs = self._block(part, inputs, depth)
            elif self._shows(part, inputs):
                outputs = [self._add(CATALOGUE[part.kind].family, _shape(part), inputs)]
            else:
                outputs = inputs[:1] or [_NONE]  # what is switched off passes its first input on
            for at, port in enumerate(part.outputs):
                values[part.name, port] = outputs[min(at, len(outputs) - 1)]
        return [values.get((name, "output"), _NONE) for name in worked.exits]

    def _shows(self, part: Part, inputs: list[Feeds]) -> bool:
        if part.kind == "Output" or part.kind not in CATALOGUE or not part.enabled:
            return False
        family = CATALOGUE[part.kind].family
        if family == "Merge" and len(inputs) == 1:
            return False
        return self._small or not minor(part)

    def _block(self, part: Part, inputs: list[Feeds], depth: int) -> list[Feeds]:
        copies = [copy for copy in part.copies if copy.inside is not None]
        left_out = len(copies) - self._copies
        if left_out > 0:
            copies = [*copies[: self._copies - 1], copies[-1]]
        current = inputs
        for at, copy in enumerate(copies):
            if left_out > 0 and at == len(copies) - 1:
                current = [self._add(MORE, _first(copy.inputs), current, left_out)]
            assert copy.inside is not None
            if depth < self._depth:
                current = self.graph(copy.inside, current, depth + 1)
            else:
                current = [self._folded(copy.inside, _first(copy.outputs), current)]
        return current

    def _folded(self, inside: Worked, shape: Shape, inputs: list[Feeds]) -> Feeds:
        """One bar in the colour of most of its layers, and a mark where a shortcut meets it."""
        apart = _Unfolding(_DEPTHS[0], 1, small=False)
        entry = frozenset((-1,))
        ends = apart.graph(inside, [entry for _ in inside.entrances])
        families = Counter(item.family for item in apart.items if item.family != "Merge")
        family = families.most_common(1)[0][0] if families else "Block"
        bar = self._add(family, shape, inputs)
        last = [apart.items[k] for end in ends for k in end if k >= 0]
        if any(item.family == "Merge" and -1 in item.sources for item in last):
            return self._add("Merge", shape, [bar, *inputs])
        return bar

    def _add(self, family: str, shape: Shape, inputs: Iterable[Feeds], left_out: int = 0) -> Feeds:
        last = family == "Linear"  # such a layer works along the last axis, all others the first
        axes = shape[:-1] if last else shape[1:]
        channels = shape[-1 if last else 0] if shape else 1
        extent = max(axes, default=1)
        self.items.append(_Item(family, extent, channels, _all(inputs), left_out))
        return frozenset((len(self.items) - 1,))


def _all(feeds: Iterable[Feeds]) -> Feeds:
    return frozenset(chain.from_iterable(feeds))


def _shape(part: Part) -> Shape:
    return next(iter(part.outputs.values()), ())


def _first(shapes: Sequence[Shape | None]) -> Shape:
    return next((s for s in shapes if s is not None), ())


# --- placing ------------------------------------------------------------------------------------


def _columns(items: list[_Item]) -> None:
    """Columns by the longest path, and the thickness of each bar."""
    most = max((item.channels for item in items), default=1)
    for item in items:
        item.column = max((items[s].column + 1 for s in item.sources), default=0)
        thick = 0.4 + 0.6 * log2(item.channels + 1) / log2(most + 1)
        item.width = 0.4 if item.family == "Merge" else 0.9 if item.family == MORE else thick


def _widths(items: Sequence[_Item]) -> list[float]:
    """Of each column, with the gap behind it."""
    widths = [0.0] * (max((item.column for item in items), default=-1) + 1)
    for item in items:
        widths[item.column] = max(widths[item.column], item.width)
    return [width + _GAP for width in widths]


def _placed(items: list[_Item]) -> Figure:
    _columns(items)
    wires, arcs = _joined(items)
    _stack(items, wires)
    widths = _widths(items)
    starts = [sum(widths[:k]) for k in range(len(widths))]
    bars = []
    for item in items:
        room = widths[item.column] - _GAP
        x = starts[item.column] + (room - item.width) / 2
        bars.append(
            Bar(
                item.family,
                round(10 * x),
                round(10 * item.width),
                round(100 * item.y),
                round(100 * item.height),
            )
        )
    more = tuple((at, item.left_out) for at, item in enumerate(items) if item.left_out)
    return Figure(round(10 * (sum(widths) - _GAP)), tuple(bars), tuple(wires), tuple(arcs), more)


def _joined(items: list[_Item]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Wires from column to column, with lanes through those between, and arcs.

    An arc is a wire beside a longer way with the same ends: a shortcut.
    """
    before: list[int] = []  # for each item a bit for every item that leads to it
    for item in items:
        reach = 0
        for s in item.sources:
            reach |= before[s] | 1 << s
        before.append(reach)
    wires: list[tuple[int, int]] = []
    arcs: list[tuple[int, int]] = []
    for target, item in enumerate(tuple(items)):
        for source in sorted(item.sources):
            between = [s for s in item.sources if s != source and before[s] >> source & 1]
            if between:
                arcs.append((source, target))
                continue
            last, extent = source, items[source].extent
            for column in range(items[source].column + 1, item.column):
                items.append(_Item(LANE, extent, 1, frozenset((last,)), 0, column, 0.0))
                wires.append((last, len(items) - 1))
                last = len(items) - 1
            wires.append((last, target))
    return wires, arcs


def _stack(items: list[_Item], wires: Sequence[tuple[int, int]]) -> None:
    """Middles and heights: what shares a column shares its height, in the order of its sources."""
    most = log2(max((*(item.extent for item in items), 2)))
    levels = [_LOWEST + (1 - _LOWEST) * log2(max(item.extent, 1)) / most for item in items]
    sources: dict[int, list[int]] = {}
    for source, target in wires:
        sources.setdefault(target, []).append(source)
    columns: dict[int, list[int]] = {}
    for at, item in enumerate(items):
        columns.setdefault(item.column, []).append(at)
    for _, column in sorted(columns.items()):
        middle = {
            k: sum(items[s].y for s in sources.get(k, ())) / max(len(sources.get(k, ())), 1)
            for k in column
        }
        column.sort(key=lambda k: middle[k])
        shares = [0.35 if items[k].family == LANE else 1.0 for k in column]
        whole = max(levels[k] for k in column)
        total = max(whole, min(0.9, 0.3 * len(column))) if len(column) > 1 else whole
        top = 0.5 - total / 2
        for k, share in zip(column, shares, strict=True):
            room = total * share / sum(shares)
            items[k].y = top + room / 2
            items[k].height = room * levels[k] / whole * (0.84 if len(column) > 1 else 1.0)
            top += room
