"""Packages that are not there everywhere, and what of a recipe asks for them."""

from __future__ import annotations

from importlib.util import find_spec

from app.training.recipe import Recipe


def lacking(recipe: Recipe) -> str:
    """Why a recipe cannot be followed with the packages that are here, or nothing."""
    if recipe.rich == "none" or find_spec("kornia") is not None:
        return ""
    return (
        f"The policy {recipe.rich} takes its transforms from the package kornia, which is not "
        "installed here. Install it with pip install kornia, or set rich to none."
    )
