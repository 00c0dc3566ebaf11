"""What is in a block that has no numbers of its own to show: its layers and its widths; no Qt."""

from __future__ import annotations

from typing import NamedTuple

from app.analysis.report import NodeReport, NodeReports
from app.analysis.worked import Part, Worked
from app.ui.canvas.summary import JOIN
from nodes.spec import Shape

_FEWEST = 2  # stages that are worth telling


class Contents(NamedTuple):
    """`stages` are the widths, one for each size of the maps: "64·128·256"."""

    layers: int = 0
    stages: str = ""


def contents(reports: NodeReports, known: NodeReport) -> Contents:
    """Of the first copy of a block at one place of the network."""
    inside = _instance(reports.worked, known.path.split("."))
    if inside is None:
        return Contents()
    widths: list[tuple[Shape, int]] = []  # of a size, the last; of vectors, each
    for part in inside.parts:
        shape = next(iter(part.outputs.values()), ())
        if not shape or not part.costs.macs:
            continue
        if len(shape) > 1 and widths and widths[-1][0] == shape[1:]:
            widths.pop()
        widths.append((shape[1:], shape[0]))
    listed = JOIN.join(str(width) for _, width in widths)
    return Contents(_layers(inside), listed if len(widths) >= _FEWEST else "")


def _instance(worked: Worked, path: list[str]) -> Worked | None:
    """What is inside the node at a path, which may name copies on its way."""
    inside: Worked | None = worked
    while path and inside is not None:
        part = inside.by_name.get(path[0])
        if part is None or not part.copies:
            return None
        copy, path = part.copies[0], path[1:]
        if part.numbered and path:
            names = [part.copy_path("", k) for k in range(len(part.copies))]
            copy, path = part.copies[names.index(path[0])], path[1:]
        inside = copy.inside
    return inside


def _layers(inside: Worked) -> int:
    """Those that act, through all blocks and copies."""
    return sum(_of(part) for part in inside.parts)


def _of(part: Part) -> int:
    if part.kind in ("Input", "Output") or not part.enabled:
        return 0
    return sum(_layers(c.inside) for c in part.copies if c.inside is not None) or 1
