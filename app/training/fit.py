"""Whether a training step fits: the analysis' memory, asked for what a recipe says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.analysis.memory import Memory, Need, Optimiser, Precision
from app.training.recipe import Recipe

RESERVE = 0.1  # share of a device that its driver, the allocator's gaps and the data itself take


@dataclass(frozen=True)
class Fit:
    """A training step at the recipe's batch size, against the memory of the device it names.

    `limit` and `largest`, the most samples a step can take, are None where no device is known. Of
    several processes it is one's part of the step, on a device of its own or with its share of the
    CPU's memory; `largest` is of all together.
    """

    step: Need
    device: str = ""
    limit: int | None = None
    largest: int | None = None

    @property
    def fits(self) -> bool:
        return self.limit is None or self.step.total <= usable(self.limit)


def usable(memory: int) -> int:
    """The bytes of a device that a training step may count on."""
    return int(memory * (1 - RESERVE))


def fit(memory: Memory, recipe: Recipe, devices: Mapping[str, int]) -> Fit:
    """What a step needs and whether it fits; `devices` maps names to bytes, the best first."""
    device = next(iter(devices), "") if recipe.device == "auto" else recipe.device
    optimiser, precision = _optimiser(recipe), _precision(recipe, device)
    number = recipe.processes
    step = memory.training(-(-recipe.batch_size // number), optimiser, precision)
    limit = devices.get(device)
    if not limit:
        return Fit(step, device)
    if device == "cpu":
        limit //= number
    largest = memory.largest_batch(usable(limit), optimiser, precision)
    return Fit(step, device, limit, number * largest if largest is not None else None)


def nothing_learns(memory: Memory) -> str | None:
    """Why training would change nothing, where all weights are frozen; or None."""
    if memory.learning or not memory.weights:  # without weights there is nothing to thaw
        return None
    return (
        "All weights are frozen, so that nothing would be learned. Unfreeze the nodes that are to "
        "learn, such as the last one."
    )


def _optimiser(recipe: Recipe) -> Optimiser:
    if recipe.momentum and recipe.optimizer in ("sgd", "rmsprop"):
        return Optimiser.MOMENTUM if recipe.optimizer == "sgd" else Optimiser.RMSPROP_MOMENTUM
    return Optimiser(recipe.optimizer)


def _precision(recipe: Recipe, device: str) -> Precision:
    mixed = recipe.precision != "float32" and (device == "cuda" or recipe.precision != "auto")
    return Precision.MIXED if mixed else Precision.FLOAT32
