"""Automatic layout: a graph drawn in layers from top to bottom, as in the papers' figures.

Layers by the longest path, places for long wires, crossings reduced by medians, and columns by
averaging (Sugiyama, Tagawa and Toda, 1981; Gansner et al., 1993).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping
from itertools import pairwise
from statistics import median

from nodes.network.model import Graph, Node, Position

CARD = (190.0, 110.0)  # width and height of a node, with its strip of feature maps
GAP = (30.0, 20.0)  # between cards, across and down
LANE = 40.0  # between two long wires that pass side by side
GRID = 10
TRUNK_WEIGHT = 1000.0  # against what is beside it, how hard it is moved aside
ORDER_SWEEPS = 4
COLUMN_SWEEPS = 8

Size = Callable[[Node], tuple[float, float]]
Links = list[list[int]]
Slots = dict[tuple[int, int], float]  # of a link: where across the card it begins or ends, 0 to 1


def arrange(graph: Graph, size: Size | None = None) -> Mapping[str, Position]:
    """The top left corner of every node's card, by name, on a grid of 10 pixels from (0, 0).

    Wires that close a cycle are left out of account. The same graph gives the same layout.
    """
    nodes = list(graph.by_name.values())
    cards = [size(node) if size else CARD for node in nodes]
    below, order = _acyclic(graph, [node.name for node in nodes])
    leaving, arriving = _slots(graph, {node.name: i for i, node in enumerate(nodes)})
    layer = _layers(below, order)
    depth = _depths(below, order)
    rows, below = _rows(layer, below, arriving)
    above: Links = [[] for _ in below]
    for node, links in enumerate(below):
        for other in links:
            above[other].append(node)
    rows = _uncross(rows, above, below, leaving, arriving)
    widths = [width for width, _ in cards]
    trunk = _trunk(below, depth), _trunk(above, layer)
    centres = _columns(rows, above, below, trunk, widths)

    left = min((centres[i] - widths[i] / 2 for i in range(len(nodes))), default=0.0)
    positions: dict[str, Position] = {}
    top = 0.0
    for row in rows:
        real = [i for i in row if i < len(nodes)]
        for i in real:
            positions[nodes[i].name] = (_snap(centres[i] - widths[i] / 2 - left), _snap(top))
        top += max((cards[i][1] for i in real), default=0.0) + GAP[1]
    return positions


def _snap(value: float) -> float:
    return float(round(value / GRID) * GRID)


def _acyclic(graph: Graph, names: list[str]) -> tuple[Links, list[int]]:
    """The nodes below each node, without the wires that close a cycle, and a topological order."""
    index = {name: i for i, name in enumerate(names)}
    below: Links = [[] for _ in names]
    for wire in graph.wires:
        source, target = index.get(wire.source.node), index.get(wire.target.node)
        if source is not None and target is not None and target not in below[source]:
            below[source].append(target)

    finished: list[int] = []
    done = [False] * len(names)
    for start in range(len(names)):
        open_ = {start: iter(tuple(below[start]))} if not done[start] else {}
        while open_:
            node, targets = next(reversed(open_.items()))
            for target in targets:
                if target in open_:
                    below[node].remove(target)
                elif not done[target]:
                    open_[target] = iter(tuple(below[target]))
                    break
            else:
                del open_[node]
                done[node] = True
                finished.append(node)
    return below, finished[::-1]


def _layers(below: Links, order: list[int]) -> list[int]:
    """Layer by the longest path from above; a node with nothing above stands near its use."""
    layer = [0] * len(below)
    fed = [False] * len(below)
    for node in order:
        for target in below[node]:
            layer[target] = max(layer[target], layer[node] + 1)
            fed[target] = True
    for node, targets in enumerate(below):
        if targets and not fed[node]:
            layer[node] = min(layer[target] for target in targets) - 1
    return layer


def _depths(below: Links, order: list[int]) -> list[int]:
    """How many layers follow each node, by the longest path."""
    depth = [0] * len(below)
    for node in reversed(order):
        depth[node] = max((depth[target] + 1 for target in below[node]), default=0)
    return depth


def _trunk(links: Links, depth: list[int]) -> list[int | None]:
    """Where one of two ways goes on longer, the node it begins with: it is to lead straight on.

    So a shortcut is an arc beside its chain, and a head leaves the trunk as it is.
    """
    found: list[int | None] = [None] * len(links)
    for node, linked in enumerate(links):
        if len(linked) == 2:
            a, b = (depth[n] if n < len(depth) else -1 for n in linked)
            if a != b:
                found[node] = linked[a < b]
    return found


def _slots(graph: Graph, index: Mapping[str, int]) -> tuple[Slots, Slots]:
    """Where wires leave their source and reach their target, in the order of ports and wires.

    The wires into a Concat have an order, and its branches are to stand in the same.
    """
    leaving: Slots = {}
    arriving: Slots = {}
    for name in index:
        for wires, found in ((graph.out_of(name), leaving), (graph.into(name), arriving)):
            ports = [w.source.port if found is leaving else w.target.port for w in wires]
            order = {port: k for k, port in enumerate(dict.fromkeys(ports))}
            for k, (wire, port) in enumerate(zip(wires, ports, strict=True)):
                ends = index.get(wire.source.node), index.get(wire.target.node)
                if ends[0] is None or ends[1] is None:
                    continue
                place = order[port] if found is leaving else k
                count = len(order) if found is leaving else len(wires)
                found.setdefault((ends[0], ends[1]), (place + 0.5) / count)
    return leaving, arriving


def _rows(layer: list[int], below: Links, arriving: Slots) -> tuple[Links, Links]:
    """The nodes of every layer, and wires that only go from one layer to the next.

    A wire that passes a layer has a place there, numbered after the nodes; all wires of one source
    share it, so that a feature map used in many places takes one lane. Where a wire came by a lane
    it is this that `arriving` then knows.
    """
    rows: Links = [[] for _ in range(max(layer, default=-1) + 1)]
    for node, depth in enumerate(layer):
        rows[depth].append(node)
    steps: Links = [[] for _ in layer]
    for node in range(len(layer)):
        lane = {layer[node]: node}
        for target in below[node]:
            for depth in range(layer[node] + 1, layer[target]):
                if depth not in lane:
                    lane[depth] = len(steps)
                    steps[lane[depth - 1]].append(len(steps))
                    rows[depth].append(len(steps))
                    steps.append([])
            last = lane[layer[target] - 1]
            steps[last].append(target)
            if (node, target) in arriving:
                arriving[last, target] = arriving[node, target]
    return rows, steps


def _uncross(rows: Links, above: Links, below: Links, leaving: Slots, arriving: Slots) -> Links:
    """The rows in the order with the fewest crossings that sweeps by medians come upon."""
    best, fewest = rows, _crossings(rows, below, arriving)
    for sweep in range(ORDER_SWEEPS):
        if not fewest:
            break
        upwards = bool(sweep % 2)
        place = [0.0] * len(above)

        def wanted(node: int, upwards: bool = upwards, place: list[float] = place) -> float:
            if upwards:
                seen = [place[m] + arriving.get((node, m), 0.5) for m in below[node]]
            else:
                seen = [place[m] + leaving.get((m, node), 0.5) for m in above[node]]
            return median(seen) if seen else place[node] + 0.5

        swept: Links = []
        for row in reversed(rows) if upwards else rows:
            for i, node in enumerate(row):
                place[node] = float(i)
            swept.append(sorted(row, key={n: wanted(n) for n in row}.__getitem__))
            for i, node in enumerate(swept[-1]):
                place[node] = float(i)
        rows = swept[::-1] if upwards else swept
        crossings = _crossings(rows, below, arriving)
        if crossings < fewest:
            best, fewest = rows, crossings
    return best


def _crossings(rows: Links, below: Links, arriving: Slots) -> int:
    count = 0
    for upper, lower in pairwise(rows):
        place = {node: i for i, node in enumerate(lower)}
        seen: list[float] = []
        for node in upper:
            targets = sorted(place[t] + arriving.get((node, t), 0.5) for t in below[node])
            count += sum(len(seen) - bisect_right(seen, target) for target in targets)
            for target in targets:
                insort(seen, target)
    return count


def _columns(
    rows: Links,
    above: Links,
    below: Links,
    trunk: tuple[list[int | None], list[int | None]],
    widths: list[float],
) -> list[float]:
    """Horizontal centres: every node near the mean of its neighbours, without overlaps.

    Where a trunk leads on to one of them, near that one; it makes way for nothing beside it.
    """
    nodes = len(widths)
    weight = [1.0] * len(above)
    for chosen in trunk:
        for node in chosen:
            if node is not None:
                weight[node] = TRUNK_WEIGHT

    def apart(a: int, b: int) -> float:
        if a >= nodes and b >= nodes:
            return LANE
        # A lane beside a card is as wide as one, so that the wire itself runs clear of the card.
        half = [(widths[i] if i < nodes else CARD[0]) / 2 for i in (a, b)]
        return sum(half) + GAP[0]

    def wanted(node: int, links: Links, main: list[int | None]) -> float:
        if (one := main[node]) is not None:
            return x[one]
        linked = links[node]
        return sum([x[n] for n in linked]) / len(linked) if linked else x[node]

    offsets = []
    for row in rows:
        offset = [0.0]
        for a, b in pairwise(row):
            offset.append(offset[-1] + apart(a, b))
        offsets.append(offset)
    x = [0.0] * len(above)
    for row, offset in zip(rows, offsets, strict=True):
        for node, shift in zip(row, offset, strict=True):
            x[node] = shift - offset[-1] / 2
    for sweep in range(COLUMN_SWEEPS):
        links, main = (below, trunk[0]) if sweep % 2 else (above, trunk[1])
        numbered = list(zip(rows, offsets, strict=True))
        for row, offset in reversed(numbered) if sweep % 2 else numbered:
            places = [wanted(n, links, main) - shift for n, shift in zip(row, offset, strict=True)]
            fitted = _isotonic(places, [weight[n] for n in row])
            for node, shift, y in zip(row, offset, fitted, strict=True):
                x[node] = y + shift
    return x


def _isotonic(wanted: list[float], weights: list[float]) -> list[float]:
    """The non-decreasing values nearest to those wanted, in the sense of weighted least squares.

    Pool adjacent violators (Ayer et al., 1955): neighbours out of order are replaced by their mean.
    """
    pools: list[tuple[float, float, int]] = []  # mean, weight and count
    for mean, weight in zip(wanted, weights, strict=True):
        count = 1
        while pools and pools[-1][0] > mean:
            before, heavy, size = pools.pop()
            mean = (mean * weight + before * heavy) / (weight + heavy)
            weight, count = weight + heavy, count + size
        pools.append((mean, weight, count))
    return [mean for mean, _, count in pools for _ in range(count)]
