"""Two presets side by side: their costs, their stages, what their blocks hold, and their layers."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from app.gallery.choice import Choice
from app.gallery.facts import BATCHES, Facts
from app.gallery.stages import Stage
from nodes.catalogue import CATALOGUE


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
        if not self.alike or self.unit == "%":
            return None
        return self.right / self.left if self.left and self.right else None

    @property
    def points(self) -> float | None:
        """By how many percentage points the right one is above the left one."""
        if not self.alike or self.unit != "%" or self.left is None or self.right is None:
            return None
        return self.right - self.left


def costs(left: Choice, right: Choice, batch: int) -> tuple[Line, ...]:
    """What both cost; `batch` is one of BATCHES."""
    a, b, at = left.facts, right.facts, BATCHES.index(batch)
    auxiliary = Line(
        "Of them for training only", "", "In auxiliary heads, which inference does without",
        a.auxiliary, b.auxiliary,
    )  # fmt: skip
    return (
        Line("Parameters", "", "Numbers that are learned", a.parameters, b.parameters),
        *([auxiliary] if a.auxiliary or b.auxiliary else []),
        Line("Buffers", "", "Numbers that are kept, not learned", a.buffers, b.buffers),
        Line("MACs", "MACs", "Multiply-adds for one sample", a.macs, b.macs),
        Line(
            "Activations", "", "Elements of what the layers give, for one sample",
            a.activations, b.activations,
        ),
        Line(
            "Training step with Adam", "B", f"Memory in 32-bit floats, for a batch of {batch}",
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


def _accuracy(left: Choice, right: Choice) -> Line:
    """Figures on different data are shown, and not compared."""
    a, b = left.accuracy, right.accuracy
    data = " and ".join(dict.fromkeys(x.data for x in (a, b) if x is not None))
    return Line(
        f"Top-1 accuracy, {data}" if data else "Top-1 accuracy",
        "%",
        "As published" if data else "None is published",
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


@dataclass(frozen=True)
class Block:
    """A kind of block: its layers in the order of computation, each with whether it differs."""

    kind: str
    layers: tuple[tuple[str, bool], ...]


def insides(left: Facts, right: Facts) -> tuple[tuple[Block | None, Block | None], ...]:
    """What the blocks hold that answer each other among the stages, where they differ.

    Blocks that answer none stand alone.
    """
    pairs: dict[tuple[str, str], None] = {}
    for a, b in stages(left, right):
        kinds = (a.kind if a else "", b.kind if b else "")
        if kinds[0] in left.inside or kinds[1] in right.inside:
            pairs[kinds] = None
    paired = {k for a, b in pairs if a in left.inside and b in right.inside for k in (a, b)}
    found = []
    for one, other in pairs:
        mine, yours = left.inside.get(one, ()), right.inside.get(other, ())
        if mine == yours or (not (mine and yours) and {one, other} & paired):
            continue
        found.append(_beside(one, mine, other, yours))
    return tuple(found)


def _beside(
    one: str, mine: tuple[str, ...], other: str, yours: tuple[str, ...]
) -> tuple[Block | None, Block | None]:
    matcher = SequenceMatcher(None, mine, yours, autojunk=False)
    common = matcher.get_matching_blocks()
    left = {k for m in common for k in range(m.a, m.a + m.size)}
    right = {k for m in common for k in range(m.b, m.b + m.size)}
    return _block(one, mine, left), _block(other, yours, right)


def _block(kind: str, layers: tuple[str, ...], shared: set[int]) -> Block | None:
    if not layers:
        return None
    return Block(kind, tuple((layer, at not in shared) for at, layer in enumerate(layers)))
