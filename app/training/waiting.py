"""What a recipe can say and no run can do yet: it is refused, rather than passed over."""

from __future__ import annotations

from collections.abc import Mapping

from app.training.recipe import ALWAYS, Recipe

# Of the fields that are heeded, the choices that are.
HEEDED: Mapping[str, tuple[str, ...]] = {
    "optimizer": ("sgd", "adam", "adamw"),
    "schedule": ("cosine", "constant"),
    "precision": ("auto", "float32"),
}
_FIELDS = {*ALWAYS, "warmup", "checkpoint_minutes"}
_USUAL = Recipe()


def waiting(recipe: Recipe) -> str:
    """Why no run does what a recipe asks for, or nothing."""
    for name in Recipe.__struct_fields__:
        value, usual = getattr(recipe, name), getattr(_USUAL, name)
        heeded = value in HEEDED.get(name, (value,)) if name in _FIELDS else value == usual
        if not heeded:
            return (
                f"The recipe sets {name} to {value}, which this version cannot do. "
                f"Set it to {usual}."
            )
    return ""
