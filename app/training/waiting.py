"""What a recipe can say and no run can do yet: it is refused, rather than passed over."""

from __future__ import annotations

from collections.abc import Mapping

from app.training.recipe import Recipe

# Of the fields that are heeded in part, the choices that are.
HEEDED: Mapping[str, tuple[str, ...]] = {}
WAITING = frozenset(
    {
        "processes", "tensorboard", "rich",
    }
)  # fmt: skip
_USUAL = Recipe()


def waiting(recipe: Recipe) -> str:
    """Why no run does what a recipe asks for, or nothing."""
    for name in Recipe.__struct_fields__:
        value, usual = getattr(recipe, name), getattr(_USUAL, name)
        heeded = value == usual if name in WAITING else value in HEEDED.get(name, (value,))
        if not heeded:
            return (
                f"The recipe sets {name} to {value}, which this version cannot do. "
                f"Set it to {usual}."
            )
    return ""
