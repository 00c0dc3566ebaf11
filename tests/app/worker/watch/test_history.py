"""Feature maps of the epochs, in the run's folder."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
import torch
from torch import nn

from app.runs.folder import RunFolder
from app.training.messages import NotKept, Watch
from app.worker.loading import build, build_probe
from app.worker.probe import Prober
from app.worker.sample import Sample
from app.worker.watch import history
from app.worker.watch.filters import Kernels
from app.worker.watch.history import MapHistory
from tests.app.training.networks import tiny
from tests.app.worker.watch.feeds import Zeros
from tests.app.worker.watch.test_instruments import NODES, Kept


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    return now


def kept(folder: Path, network: nn.Module, outbox: Kept) -> MapHistory:
    sample = Sample(Zeros(), outbox)
    prober = Prober(build_probe(tiny()), network, sample, outbox)
    kernels = Kernels(network, outbox, tiny())
    wished = Watch((), "", (0, 40))
    return MapHistory(str(folder), prober, sample, kernels, lambda: wished, outbox, last=77)


def test_every_node_and_image_can_be_gone_through(tmp_path: Path, clock: list[float]) -> None:
    network = build(tiny(), torch.device("cpu"))
    maps = kept(tmp_path, network, Kept())
    maps.keep(0, 0)
    with torch.no_grad():
        network.get_parameter("conv.weight").zero_()
    maps.keep(1, 45)
    folder = RunFolder(tmp_path)
    assert folder.epochs_with_maps() == (0, 1)
    for path in NODES:
        for image in (0, 7, 40):  # the first ones are kept, whichever are watched
            found = folder.maps(1, path, image)
            assert found is not None
            assert (found[0].step, found[0].image) == (45, image)
    assert folder.images_with_maps(1) == (*range(8), 40)
    for number in folder.images_with_maps(1):
        image_kept = folder.image(1, number)
        assert image_kept is not None
        assert (image_kept[0].number, image_kept[0].label) == (number, "a")
        assert image_kept[1] == bytes(64)
    (few,) = folder.few_maps(1, ["conv", "gone"], 7, 4)
    whole = folder.maps(1, "conv", 7)
    assert whole is not None
    assert (few[0].count, few[0].channels, len(few[0].lows)) == (4, 6, 4)
    assert few[1] == whole[1][: len(few[1])]
    before, after = folder.maps(0, "conv"), folder.maps(1, "conv")
    assert before is not None
    assert after is not None
    assert before[0].count == before[0].channels == 6
    assert after[0].lows == after[0].highs
    assert network.training
    for change in (False, True):
        filters = folder.filters(1, "conv", change=change)
        assert filters is not None
        assert (filters[0].change, filters[0].step, filters[0].count) == (change, 45, 6)
        assert all(abs(low) < 1 for low in filters[0].lows)
        assert (filters[0].lows == filters[0].highs) is not change  # all are 0 now
    assert folder.filters(1, "fc", change=False) is None


def test_images_whose_maps_are_large_are_few(
    tmp_path: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    maps = kept(tmp_path, build(tiny(), torch.device("cpu")), Kept())
    monkeypatch.setattr(history, "AT_ONCE", 1)
    maps.keep(0, 0)
    assert RunFolder(tmp_path).images_with_maps(0) == (0, 40)


def test_they_take_little_of_the_time(
    tmp_path: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    maps = kept(tmp_path, build(tiny(), torch.device("cpu")), Kept())
    thin = maps._thin

    def slow(folder: Path) -> None:
        clock[0] += 0.05
        thin(folder)

    monkeypatch.setattr(maps, "_thin", slow)
    for epoch in range(90):
        maps.keep(epoch, epoch)
        clock[0] += 0.5
    kept_of = RunFolder(tmp_path).epochs_with_maps()
    assert maps.seconds == pytest.approx(0.05 * (len(kept_of) - 1))
    assert kept_of[:6] == (0, 1, 2, 3, 4, 5)  # what is ahead
    assert [b - a for a, b in itertools.pairwise(kept_of[6:])] == [20, 20, 17]
    assert 77 in kept_of  # the last one of the run


def test_every_second_one_is_given_up_where_they_take_too_much(
    tmp_path: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    maps = kept(tmp_path, build(tiny(), torch.device("cpu")), Kept())
    maps.keep(0, 0)
    size = sum(file.stat().st_size for file in (tmp_path / "maps").iterdir())
    monkeypatch.setattr(history, "MOST", round(4.5 * size))
    for epoch in range(1, 20):
        maps.keep(epoch, epoch)
    epochs = RunFolder(tmp_path).epochs_with_maps()
    assert len(epochs) <= 5
    assert (epochs[0], epochs[-1]) == (0, 19)


def test_a_folder_that_is_gone_is_told_of_once(tmp_path: Path, clock: list[float]) -> None:
    outbox = Kept()
    maps = kept(tmp_path / "gone", build(tiny(), torch.device("cpu")), outbox)
    for epoch in range(3):
        maps.keep(epoch, epoch)
    assert len([event for event, _ in outbox.told if isinstance(event, NotKept)]) == 1


def test_without_a_folder_nothing_is_kept(tmp_path: Path, clock: list[float]) -> None:
    network = build(tiny(), torch.device("cpu"))
    outbox = Kept()
    sample = Sample(Zeros(), outbox)
    prober = Prober(build_probe(tiny()), network, sample, outbox)
    kernels = Kernels(network, outbox, tiny())
    MapHistory("", prober, sample, kernels, Watch, outbox).keep(0, 0)
    assert outbox.told == []
