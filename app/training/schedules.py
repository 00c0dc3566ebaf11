"""The learning rate over a run, as a pure function of where the run stands."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from app.training.recipe import Recipe

# Of a one-cycle: the rate begins at its greatest over DIV and ends at its first over FINAL_DIV.
DIV, FINAL_DIV = 25.0, 1e4


def length(recipe: Recipe, per_epoch: int) -> int:
    """How many steps a whole run takes."""
    return recipe.steps or recipe.epochs * per_epoch


def epochs(recipe: Recipe, per_epoch: int) -> int:
    """How many epochs a whole run begins; the last one may be broken off."""
    return math.ceil(recipe.steps / per_epoch) if recipe.steps else recipe.epochs


def moves(recipe: Recipe) -> bool:
    """Whether the learning rate of the recipe is only the greatest of those that are in force."""
    return recipe.schedule != "constant" or recipe.warmup > 0


def factor(recipe: Recipe, step: int, steps: int, per_epoch: int, lowered: int = 0) -> float:
    """Share of the recipe's learning rate that is in force at a step, counted from 0.

    All schedules but one-cycle rise on a line over the first share `warmup` of the `steps`: that
    keeps the first, large steps from doing harm. `lowered` is how often the plateau schedule found
    that the validation loss no longer falls.

    Sources: Loshchilov and Hutter, SGDR, 2017 (cosine, without restarts); Smith and Topin,
    Super-Convergence, 2018 (one-cycle, in two phases of half a cosine; the momentum stays).
    """
    if recipe.schedule == "one-cycle":
        return _one_cycle(step, steps, recipe.warmup)
    warm = int(recipe.warmup * steps)
    if step < warm:
        return (step + 1) / warm
    match recipe.schedule:
        case "cosine":
            return _half_cosine(1.0, 0.0, (step - warm) / (steps - warm))
        case "step":
            return recipe.step_factor ** (step // per_epoch // recipe.step_every)
        case "plateau":
            return recipe.step_factor**lowered
        case _:
            return 1.0


def curve(
    recipe: Recipe, steps: int, per_epoch: int, points: int = 400
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Steps of a run, at most so many, and the learning rates there, to be drawn.

    A plateau cannot be foreseen: the rate is drawn as if it was never lowered.
    """
    at = np.unique(np.linspace(0, steps - 1, min(points, steps)).round().astype(np.int64))
    shares = [factor(recipe, int(step), steps, per_epoch) for step in at]
    return at, recipe.learning_rate * np.array(shares)


def _one_cycle(step: int, steps: int, warmup: float) -> float:
    top, last = warmup * steps - 1, steps - 1
    if step <= top:
        return _half_cosine(1 / DIV, 1.0, step / top if top else 1.0)
    begin = max(top, -1.0)
    return _half_cosine(1.0, 1 / DIV / FINAL_DIV, (step - begin) / (last - begin))


def _half_cosine(first: float, last: float, share: float) -> float:
    return last + (first - last) * (1 + math.cos(math.pi * share)) / 2
