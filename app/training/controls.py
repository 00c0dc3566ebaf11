"""What of a run may be another while it goes on: checked in the window, and in the worker again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import asdict

from app.analysis.report import Report
from app.training.extras import lacking
from app.training.messages import Change
from app.training.recipe import LIVE, Recipe
from nodes.errors import SkipwireError
from nodes.learning import Learning
from nodes.network import Frozen

_MANY = 3  # paths that are named


class ChangeError(SkipwireError):
    """A run cannot go on like that."""


def changed(recipe: Recipe, change: Change) -> Recipe:
    """The recipe after a change.

    Raises:
        ChangeError: it has a field that stays through a run, or a value out of bounds.
    """
    for name in change.recipe:
        if name not in LIVE:
            raise ChangeError(
                f"{name} stays as it is while a run goes on; start another run with {name} "
                f"{change.recipe[name]}."
            )
    for path, share in change.dropouts:
        if not 0 <= share <= 1:
            raise ChangeError(f"“{path}” cannot drop a share of {share}; give one from 0 to 1.")
    try:
        found = msgspec.convert({**asdict(recipe), **change.recipe}, Recipe)
    except msgspec.ValidationError as error:
        raise ChangeError(f"The change is not valid: {error}.") from None
    if reason := lacking(found):
        raise ChangeError(reason)
    return found


@dataclass(frozen=True)
class Standing:
    """What is in force in a run; of `dropouts`, by path, those that are not as drawn."""

    recipe: Recipe
    learning: Learning = field(default_factory=Learning)
    dropouts: Mapping[str, float] = field(default_factory=dict)

    def after(self, changes: Iterable[Change]) -> Standing:
        """Each of these was made, one after the other."""
        recipe, learning, dropouts = asdict(self.recipe), self.learning, dict(self.dropouts)
        for change in changes:
            recipe |= change.recipe
            dropouts |= change.dropouts
            learning = learning if change.learning is None else change.learning
        return Standing(Recipe(**recipe), learning, dropouts)

    def taking_back(self, change: Change, drawn: Mapping[str, float], words: str) -> Change:
        """The change that leads back to here; `drawn` are the shares that nodes drop as drawn."""
        shares = {**drawn, **self.dropouts}
        return Change(
            recipe={name: getattr(self.recipe, name) for name in change.recipe},
            dropouts=tuple((path, shares[path]) for path, _ in change.dropouts),
            learning=None if change.learning is None else self.learning,
            words=words,
        )


@dataclass(frozen=True)
class InHand:
    """What learns in a run that is under way, and `report` of the network that it trains."""

    learning: Learning
    report: Report

    def apart(self, path: str, drawn: Learning) -> Frozen | None:
        """What holds of a node in the run, where that is not as `drawn`; else None.

        A block some of which is frozen counts as frozen.
        """
        node = self.report.nodes.get(path)
        if node is None or not node.parameters:
            return None
        here, there = (_at(learning, path) for learning in (self.learning, drawn))
        if here == there:
            return None
        return here[0] if here[0] is not Frozen.NO or not here[1] else Frozen.WEIGHTS


def freezing(learning: Learning, paths: Sequence[str], frozen: Frozen) -> Change | None:
    """The change after which nodes learn or do not; None where that is so already.

    Raises:
        ChangeError: a block around one of them is frozen.
    """
    for outer in learning.frozen:
        if any(path.startswith(f"{outer}.") for path in paths):
            raise ChangeError(f"Frozen by the block {outer}: let that learn first.")
    kept = tuple(path for path in learning.frozen if not _within(path, paths))
    still = tuple(path for path in learning.still if not _within(path, paths))
    if frozen is not Frozen.NO:
        kept = (*kept, *paths)
    if frozen is Frozen.ALL:
        still = (*still, *paths)
    wished, nodes = Learning(kept, still, learning.rates), named(paths)
    if wished == learning:
        return None
    words = {
        Frozen.NO: f"Learning from here on: {nodes}",
        Frozen.WEIGHTS: f"Frozen from here on: {nodes}",
        Frozen.ALL: f"Frozen from here on, statistics too: {nodes}",
    }
    return Change(learning=wished, words=words[frozen])


def frozen_in(learning: Learning, path: str) -> Frozen:
    """What holds of a node."""
    if _within(path, learning.still):
        return Frozen.ALL
    return Frozen.WEIGHTS if _within(path, learning.frozen) else Frozen.NO


def named(paths: Sequence[str]) -> str:
    """The first of them, and how many there are besides."""
    more = len(paths) - _MANY
    first = ", ".join(paths[:_MANY])
    return f"{first} +{more}" if more > 0 else first


def _at(learning: Learning, path: str) -> tuple[Frozen, frozenset[str]]:
    """What holds of a node, and what in it is frozen."""
    inside = frozenset(inner for inner in learning.frozen if inner.startswith(f"{path}."))
    return frozen_in(learning, path), inside


def _within(path: str, around: Sequence[str]) -> bool:
    return any(f"{path}.".startswith(f"{outer}.") for outer in around)
