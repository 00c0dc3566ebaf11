"""Sets that are larger than what may lie on the device: the same batches, read as they are used."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import psutil
import pytest
import torch

from app.data.patterns import patterns
from app.data.shapes import KINDS, Shapes
from app.data.source import Indices, Pixels, Size, Wanted
from app.training.messages import Start
from app.training.recipe import Recipe
from app.worker import limits
from app.worker.feeding.base import Feeding, Normalise
from app.worker.feeding.device import OnDevice
from app.worker.feeding.opened import Opened
from app.worker.feeding.start import open_feed
from app.worker.feeding.streamed import AHEAD, Streamed
from app.worker.parts import Batch, Feed

CPU = torch.device("cpu")
SHAPE = (3, 16, 12)


def fed(monkeypatch: pytest.MonkeyPatch, largest: int, **recipe: Any) -> Feed:
    monkeypatch.setattr(limits, "LARGEST", largest)
    asked = Recipe(**{"data": "shapes", "samples": 101, "batch_size": 16, **recipe})
    return open_feed(Start("", "", "", asked, SHAPE, (len(KINDS),)), CPU, lambda: None)


def same(one: Batch, other: Batch) -> bool:
    return (
        torch.equal(one.inputs, other.inputs)
        and torch.equal(one.labels, other.labels)
        and torch.equal(one.indices, other.indices)
    )


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_what_is_streamed_is_what_would_lie_on_the_device(
    monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    held = fed(monkeypatch, 1 << 30)
    streamed = fed(monkeypatch, 1000, workers=workers)
    assert isinstance(held, OnDevice)
    assert isinstance(streamed, Streamed)
    for name in ("classes", "counts", "train", "val", "used", "steps", "fingerprint"):
        assert getattr(held, name) == getattr(streamed, name)
    for number in (1, 2):
        pairs = zip(held.epoch(number), streamed.epoch(number), strict=True)
        assert all(same(*pair) for pair in pairs)
    pairs = zip(held.epoch(2, first=3), streamed.epoch(2, first=3), strict=True)
    assert all(same(*pair) for pair in pairs)
    assert all(same(*pair) for pair in zip(held.validation(), streamed.validation(), strict=True))
    assert same(held.images([0, 50]), streamed.images([0, 50]))
    assert torch.equal(held.pixels([3]), streamed.pixels([3]))


class Slow(Shapes):
    """Notes how many images were read, and lets no reading end before it may."""

    def __init__(self) -> None:
        super().__init__(10_000, 0)
        self.reading = 0
        self.lock = threading.Lock()

    def read(self, indices: Indices, size: Size) -> Pixels:
        with self.lock:
            self.reading += len(indices)
        return super().read(indices, size)


def streamed(source: Shapes, size: Size, workers: int, batch_size: int = 16) -> Feeding:
    opened = Opened(source, size, source.split(0.2, 0), (3, size.height, size.width), 0)
    normalise = Normalise(torch.zeros(3), torch.ones(3), opened.shape)
    return Streamed(opened, CPU, batch_size, normalise, workers=workers)


@pytest.mark.parametrize("workers", [0, 2])
def test_no_more_is_read_than_some_batches_ahead(workers: int) -> None:
    source = Slow()
    feed = streamed(source, Size(3, 8, 8), workers)
    batches = feed.epoch(1)
    for number in range(1, 20):
        next(batches)
        assert source.reading <= 16 * (number + (AHEAD if workers else 0))
    del batches  # given up in the middle of an epoch
    assert source.reading < 500


def test_a_set_that_is_larger_than_memory_may_be_is_streamed_within_bounds() -> None:
    """A gigabyte of images goes by, of which a small part is ever held."""
    source = Shapes(20_000, 0)
    feed = streamed(source, Size(3, 128, 128), 2, batch_size=8)
    process = psutil.Process()
    before, most = 0, 0
    for number, _ in zip(range(60), feed.epoch(1), strict=False):
        used = process.memory_info().rss
        before = used if number == 5 else before
        most = max(most, used)
    assert source.about.sizes[64, 64] * Size(3, 128, 128).bytes > 900 << 20
    assert most - before < 100 << 20


def test_what_breaks_in_reading_ends_the_run_and_does_not_hang() -> None:
    class Broken(Shapes):
        def read(self, indices: Indices, size: Size) -> Pixels:
            raise MemoryError

    with pytest.raises(MemoryError):
        next(streamed(Broken(100, 0), Size(3, 8, 8), 2).epoch(1))


def test_shapes_are_drawn_by_number_at_any_size_and_in_grey() -> None:
    some = Shapes(64, 3).read(np.array([9, 60]), Size(3, 40, 56))
    many = Shapes(1_000_000, 3)
    assert (many.read(np.array([60, 1, 9]), Size(3, 40, 56))[[2, 0]] == some).all()
    assert (Shapes(64, 4).read(np.array([9]), Size(3, 40, 56)) != some[:1]).any()
    grey = many.read(np.arange(64), Size(1, 20, 20)).astype(float)
    assert (np.ptp(grey, (1, 2, 3)) > 50).all()
    assert np.bincount(many.labels).tolist() == [1_000_000 // 8] * 8


def test_figures_differ_by_their_kind() -> None:
    """How much of the image a kind fills, on average."""
    pixels = Shapes(800, 0).read(np.arange(800), Size(1, 64, 64))[:, 0].astype(float)
    corner = pixels[:, :1, :1]  # where none reaches
    share = (np.abs(pixels - corner) > 35).mean((1, 2)).reshape(-1, 8).mean(0)
    told = dict(zip(KINDS, share, strict=True))
    areas = {"disc": np.pi, "ring": 2.15, "square": 1.96, "triangle": 1.30, "bar": 1.14}
    for name, area in areas.items():
        assert told[name] / told["disc"] == pytest.approx(area / np.pi, rel=0.15)


def test_patterns_fit_any_shape() -> None:
    assert patterns(Wanted((2, 3, 4, 5), 2)).size((2, 3, 4, 5)) == Size(2, 12, 5)
