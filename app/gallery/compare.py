"""Two presets side by side: their costs, the kinds of their layers, and their stages."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from app.gallery.facts import BATCHES, Facts, Stage
from app.gallery.resource import facts
from nodes.catalogue import CATALOGUE
from presets import Preset


@dataclass(frozen=True)
class Line:
    """One measure of two networks; `unit` is "" for a plain count, "B" for bytes."""

    title: str
    unit: str
    help: str
    left: float | None
    right: float | None
    alike: bool = True  # measured in the same way

    @property
    def ratio(self) -> float | None:
        """How many times the left one the right one is, where that says something."""
        if not self.alike:
            return None
        return self.right / self.left if self.left and self.right is not None else None


def costs(left: Preset, right: Preset, batch: int) -> tuple[Line, ...]:
    """What both cost with their default parameters; `batch` is one of BATCHES."""
    a, b, at = facts(left), facts(right), BATCHES.index(batch)
    return (
        Line("Parameters", "", "Numbers that are learned", a.parameters, b.parameters),
        Line("Buffers", "", "Numbers that are kept, not learned", a.buffers, b.buffers),
        Line("MACs", "MACs", "Multiply-adds for one sample", a.macs, b.macs),
        Line(
            "Activations", "", "Elements of what the layers give, for one sample",
            a.activations, b.activations,
        ),
        Line(
            "Training step", "B", f"Memory with Adam in 32-bit floats, for a batch of {batch}",
            a.memory[at], b.memory[at],
        ),
        Line(
            "Depth", "", "Convolutions and linear layers along the longest path",
            a.depth, b.depth,
        ),
        Line(
            "Receptive field", "px", "What a cell of the last feature map sees of the image",
            a.field, b.field,
        ),
        _accuracy(left, right),
    )  # fmt: skip


def _accuracy(left: Preset, right: Preset) -> Line:
    """Figures on different data are shown, and have no ratio."""
    a, b = left.accuracy, right.accuracy
    data = " and ".join(dict.fromkeys(x.data for x in (a, b) if x is not None))
    return Line(
        "Top-1 accuracy",
        "%",
        f"As published on {data}" if data else "None is published",
        a.top1 if a else None,
        b.top1 if b else None,
        alike=a is not None and b is not None and a.data == b.data,
    )


def kinds(left: Facts, right: Facts) -> tuple[tuple[str, int, int], ...]:
    """Each kind of layer and how many of it both have, over all copies, in the palette's order."""
    return tuple(
        (kind, left.kinds.get(kind, 0), right.kinds.get(kind, 0))
        for kind in CATALOGUE
        if kind in left.kinds or kind in right.kinds
    )


Pair = tuple[Stage | None, Stage | None]


def stages(left: Facts, right: Facts) -> tuple[Pair, ...]:
    """The stages of both, those that answer each other in one row."""
    a, b = left.stages, right.stages
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, [_key(s) for s in a], [_key(s) for s in b], autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        pairs.extend(zip_longest(a[i1:i2], b[j1:j2]))
    return tuple(pairs)


def answer(left: Stage, right: Stage) -> bool:
    """Whether two stages are the same step of their networks, if with other numbers."""
    return _key(left) == _key(right)


def _key(stage: Stage) -> tuple[str, ...]:
    return (stage.kind, stage.output) if stage.placed else (stage.name,)
