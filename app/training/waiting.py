"""What a recipe can say and no run can do yet: it is refused, rather than passed over."""

from __future__ import annotations

from app.training.recipe import Recipe

WAITING = frozenset({"rich"})
_USUAL = Recipe()


def waiting(recipe: Recipe) -> str:
    """Why no run does what a recipe asks for, or nothing."""
    for name in Recipe.__struct_fields__:
        value, usual = getattr(recipe, name), getattr(_USUAL, name)
        if name in WAITING and value != usual:
            return (
                f"The recipe sets {name} to {value}, which this version cannot do. "
                f"Set it to {usual}."
            )
    return ""
