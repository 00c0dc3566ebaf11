"""What of a run may be another while it goes on: checked in the window, and in the worker again."""

from __future__ import annotations

import msgspec
from msgspec.structs import asdict

from app.training.messages import Change
from app.training.recipe import LIVE, Recipe
from app.training.waiting import waiting
from nodes.errors import SkipwireError


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
    if reason := waiting(found):
        raise ChangeError(reason)
    return found
