"""What of a run may be another while it goes on: checked in the window, and in the worker again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import asdict

from app.training.extras import lacking
from app.training.messages import Change
from app.training.recipe import LIVE, Recipe
from nodes.errors import SkipwireError
from nodes.learning import Learning


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
