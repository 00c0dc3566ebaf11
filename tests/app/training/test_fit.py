"""Whether a training step fits a device, by the recipe."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.analysis import analyse
from app.analysis.memory import Memory, Optimiser, Precision
from app.training.fit import fit, usable
from app.training.recipe import Recipe
from presets import PRESETS

GIB = 1 << 30


@pytest.fixture(scope="module")
def memory() -> Memory:
    return analyse(PRESETS["resnet18"].network()).memory


def recipe(**values: object) -> Recipe:
    return msgspec.structs.replace(Recipe(), **values)


@pytest.mark.parametrize(
    ("values", "optimiser"),
    [
        ({"optimizer": "adam"}, Optimiser.ADAM),
        ({"optimizer": "adamw"}, Optimiser.ADAMW),
        ({"optimizer": "sgd", "momentum": 0.9}, Optimiser.MOMENTUM),
        ({"optimizer": "sgd", "momentum": 0.0}, Optimiser.SGD),
        ({"optimizer": "rmsprop", "momentum": 0.0}, Optimiser.RMSPROP),
        ({"optimizer": "rmsprop", "momentum": 0.5}, Optimiser.RMSPROP_MOMENTUM),
        ({"optimizer": "adagrad"}, Optimiser.ADAGRAD),
    ],
)
def test_the_step_is_that_of_the_optimiser(
    memory: Memory, values: dict[str, object], optimiser: Optimiser
) -> None:
    found = fit(memory, recipe(batch_size=8, **values), {"cpu": 4 * GIB})
    assert found.step == memory.training(8, optimiser)
    assert found.largest == memory.largest_batch(usable(4 * GIB), optimiser)


def test_mixed_precision_counts_on_cuda_only(memory: Memory) -> None:
    devices = {"cuda": 8 * GIB, "cpu": 4 * GIB}
    found = fit(memory, recipe(), devices)
    assert (found.device, found.limit) == ("cuda", 8 * GIB)
    assert found.step == memory.training(32, Optimiser.ADAM, Precision.MIXED)
    found = fit(memory, recipe(device="cpu"), devices)
    assert (found.device, found.limit) == ("cpu", 4 * GIB)
    assert found.step == memory.training(32, Optimiser.ADAM, Precision.FLOAT32)


def test_the_largest_batch_fits_and_one_more_does_not(memory: Memory) -> None:
    largest = fit(memory, recipe(), {"cpu": 4 * GIB}).largest
    assert largest
    assert fit(memory, recipe(batch_size=largest), {"cpu": 4 * GIB}).fits
    assert not fit(memory, recipe(batch_size=largest + 1), {"cpu": 4 * GIB}).fits


def test_without_a_known_device_nothing_is_said_of_fitting(memory: Memory) -> None:
    found = fit(memory, recipe(), {})
    assert found.fits
    assert found.largest is None
    assert found.step.total > 0
    assert replace(found, limit=1).fits is False


def test_several_processes_share_a_batch(memory: Memory) -> None:
    alone = fit(memory, recipe(batch_size=32), {"cuda": 8 * GIB, "cpu": 8 * GIB})
    four = recipe(batch_size=128, processes=4)
    cards = fit(memory, four, {"cuda": 8 * GIB, "cpu": 8 * GIB})
    assert cards.step == alone.step
    assert alone.largest is not None
    assert cards.largest == 4 * alone.largest
    shared = fit(memory, four, {"cpu": 8 * GIB})
    assert shared.limit == 2 * GIB, "the memory of the CPU is that of all"
