"""Random patterns: for any input, the same for a seed, learnable, and told to be no real data."""

from __future__ import annotations

import math

import pytest
import torch

from app.training.messages import Epoch, Start, Started
from app.training.recipe import Recipe
from app.worker.data import Data, load
from app.worker.errors import DataError
from app.worker.synthetic import CLASSES, make_patterns
from tests.app.training.networks import TINY, TINY_PROBE
from tests.app.worker.conftest import Worker


def read(shape: tuple[int, ...], classes: int, seed: int = 0) -> Data:
    start = Start("", "", "", Recipe(data="synthetic", seed=seed), shape, (classes,))
    return load(start, torch.device("cpu"), lambda: None)


@pytest.mark.parametrize(
    "shape", [(1, 8, 8), (3, 20, 30), (128, 5, 4), (84,), (7,), (4, 50), (2, 3, 4, 5)]
)
def test_they_have_the_shape_of_the_input(shape: tuple[int, ...]) -> None:
    data = read(shape, 10)
    inputs, labels = data.batch(data.train)
    assert tuple(inputs.shape[1:]) == shape
    assert inputs.std().item() == pytest.approx(1, abs=0.05)
    assert sorted(labels.unique().tolist()) == list(range(10))
    assert not set(data.train.tolist()) & set(data.val.tolist())
    assert "not real data" in data.sentence


def test_the_seed_decides_them() -> None:
    first, again, other = (make_patterns((1, 6, 6), 4, seed).images for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_of_many_classes_some_have_samples() -> None:
    data = read((3, 8, 8), 1000)
    assert len(data.classes) == 1000
    assert len(data.labels.unique()) == CLASSES
    assert len(data.labels[data.val].unique()) == CLASSES
    assert data.sentence.endswith("patterns of 20 of the 1,000 classes")


def test_large_inputs_are_few() -> None:
    images = make_patterns((3, 1024, 1024), 2, 0).images
    assert 4 <= len(images) < 320
    assert math.prod(images.shape) <= 2**28


def test_one_class_is_nothing_to_learn() -> None:
    with pytest.raises(DataError, match="two classes"):
        make_patterns((1, 8, 8), 1, 0)


def test_they_can_be_learned(worker: Worker) -> None:
    recipe = Recipe(data="synthetic", device="cpu", epochs=4)
    told = worker.run(Start(TINY, "Tiny", TINY_PROBE, recipe, (1, 8, 8), (10,)))
    started = next(e for e, _ in told if isinstance(e, Started))
    assert "not real data" in started.data
    *_, last = (e for e, _ in told if isinstance(e, Epoch))
    assert last.val_accuracy > 0.5
