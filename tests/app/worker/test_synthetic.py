"""Random patterns: for any input, the same for a seed, learnable, and told to be no real data."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from app.data.patterns import CLASSES, patterns
from app.data.source import DataError, Pixels, Wanted
from app.training.messages import Epoch, Start, Started
from app.training.recipe import Recipe
from app.worker.feeding.start import open_feed
from app.worker.parts import Feed
from tests.app.training.networks import TINY, TINY_PROBE
from tests.app.worker.conftest import Worker


def read(shape: tuple[int, ...], classes: int, seed: int = 0) -> Feed:
    recipe = Recipe(data="synthetic", seed=seed, batch_size=8)
    start = Start("", "", "", recipe, shape, (classes,))
    return open_feed(start, torch.device("cpu"), lambda: None)


def images(shape: tuple[int, ...], classes: int, seed: int) -> Pixels:
    source = patterns(Wanted(shape, classes, seed))
    return source.read(np.arange(len(source)), source.size(shape))


@pytest.mark.parametrize(
    "shape", [(1, 8, 8), (3, 20, 30), (128, 5, 4), (84,), (7,), (4, 50), (2, 3, 4, 5)]
)
def test_they_have_the_shape_of_the_input(shape: tuple[int, ...]) -> None:
    data = read(shape, 10)
    batches = [*data.epoch(1)]
    inputs = torch.cat([batch.inputs for batch in batches])
    labels = torch.cat([batch.labels for batch in batches])
    assert tuple(inputs.shape[1:]) == shape
    assert inputs.std().item() == pytest.approx(1, abs=0.05)
    assert sorted(labels.unique().tolist()) == list(range(10))
    held = {int(index) for batch in data.validation() for index in batch.indices}
    assert not held & {int(index) for batch in batches for index in batch.indices}
    assert "not real data" in data.sentence


def test_the_seed_decides_them() -> None:
    first, again, other = (images((1, 6, 6), 4, seed) for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


def test_of_many_classes_some_have_samples() -> None:
    data = read((3, 8, 8), 1000)
    assert len(data.classes) == 1000
    assert sum(count > 0 for count in data.counts) == CLASSES
    assert len({int(label) for batch in data.validation() for label in batch.labels}) == CLASSES
    assert data.sentence.endswith("patterns of 20 of the 1,000 classes")


def test_large_inputs_are_few() -> None:
    made = images((3, 1024, 1024), 2, 0)
    assert 4 <= len(made) < 320
    assert math.prod(made.shape) <= 2**28


def test_one_class_is_nothing_to_learn() -> None:
    with pytest.raises(DataError, match="two classes"):
        patterns(Wanted((1, 8, 8), 1))


def test_they_can_be_learned(worker: Worker) -> None:
    recipe = Recipe(data="synthetic", device="cpu", epochs=4)
    told = worker.run(Start(TINY, "Tiny", TINY_PROBE, recipe, (1, 8, 8), (10,)))
    started = next(e for e, _ in told if isinstance(e, Started))
    assert "not real data" in started.data
    *_, last = (e for e, _ in told if isinstance(e, Epoch))
    assert last.val_accuracy > 0.5
