"""Runs in a real worker process: what it tells, and that it obeys."""

from __future__ import annotations

import os
import signal
from typing import TypeVar

import pytest

from app.training import session
from app.training.messages import (
    Epoch,
    Event,
    Failed,
    Finished,
    Maps,
    Pause,
    Paused,
    ProbeImage,
    Resume,
    Resumed,
    Started,
    Steps,
    Stop,
    Watch,
)
from tests.app.training.networks import LENET_PATHS, TINY, lenet, tiny
from tests.app.worker.conftest import Told, Worker

ENDLESS = 100_000
E = TypeVar("E", bound=Event)


def only(told: Told, kind: type[E]) -> list[E]:
    return [event for event, _ in told if isinstance(event, kind)]


def losses(told: Told) -> list[float]:
    return [loss for event in only(told, Steps) for loss in event.losses]


def test_run_tells_everything_in_order(worker: Worker) -> None:
    told = worker.run(tiny(epochs=2, batch_size=32, validation_share=0.2))
    (started,) = only(told, Started)
    assert started.device == "cpu"
    assert started.classes == tuple("0123456789")
    assert (started.train_samples, started.val_samples) == (1438, 359)
    assert started.steps_per_epoch == 45
    assert started.parameters == 6 * 9 + 6 + 12 + 6 * 64 * 10 + 10
    assert started.data == (
        "1,797 handwritten digits: 1,438 for training, 359 for validation, stratified, seed 0"
    )
    following = 0
    for event, _ in told:
        if isinstance(event, Steps):
            assert event.first == following
            following += len(event.losses)
    assert following == 90
    first, second = only(told, Epoch)
    assert (first.epoch, first.step, second.epoch, second.step) == (1, 45, 2, 90)
    assert second.train_loss == pytest.approx(sum(losses(told)[45:]) / 45, rel=0.02)
    assert second.val_accuracy > 0.8
    finished = told[-1][0]
    assert isinstance(finished, Finished)
    assert (finished.epochs, finished.steps, finished.stopped) == (2, 90, False)
    assert (finished.val_loss, finished.val_accuracy) == (second.val_loss, second.val_accuracy)
    (image,) = only(told, ProbeImage)
    assert (image.channels, image.height, image.width) == (1, 8, 8)
    assert image.label in started.classes


def test_same_seed_same_numbers_and_watching_changes_none(worker: Worker) -> None:
    """The network has running statistics and random numbers that a careless look would move."""
    plain = worker.run(tiny(seed=3, epochs=2))
    worker.send(Watch(("input", "conv", "bn", "relu", "drop", "flatten", "fc"), "drop"))
    watched = worker.run(tiny(seed=3, epochs=2))
    worker.send(Watch())
    other = worker.run(tiny(seed=4, epochs=2))
    assert only(watched, Maps)
    assert losses(watched) == losses(plain)
    figures = [(epoch.train_loss, epoch.val_loss) for epoch in only(plain, Epoch)]
    assert [(epoch.train_loss, epoch.val_loss) for epoch in only(watched, Epoch)] == figures
    assert losses(other) != losses(plain)


def test_pause_look_resume_stop(worker: Worker) -> None:
    worker.send(tiny(epochs=ENDLESS))
    worker.until(Steps)
    worker.send(Pause())
    worker.until(Paused)
    worker.send(Watch((), "conv"))
    maps, pixels = worker.until(Maps)[-1]
    assert isinstance(maps, Maps)
    assert (maps.path, maps.count, maps.height, maps.width) == ("conv", 6, 8, 8)
    assert len(pixels) == 6 * 8 * 8
    worker.send(Resume())
    worker.until(Resumed)
    worker.until(Steps)
    worker.send(Stop())
    finished = worker.until(Finished)[-1][0]
    assert isinstance(finished, Finished)
    assert finished.stopped
    worker.send(Watch())


def test_a_stopped_pause_ends_the_run(worker: Worker) -> None:
    worker.send(tiny(epochs=ENDLESS))
    worker.send(Pause())
    worker.until(Paused)
    worker.send(Stop())
    told = worker.until(Finished)
    assert not only(told, Resumed)


def test_a_second_start_ends_the_first(worker: Worker) -> None:
    worker.send(tiny(epochs=ENDLESS))
    worker.until(Started)
    worker.send(tiny(epochs=1))
    first = worker.until(Finished)[-1][0]
    second = worker.until(Finished)[-1][0]
    assert isinstance(first, Finished)
    assert isinstance(second, Finished)
    assert (first.stopped, second.stopped) == (True, False)


def test_maps_of_every_node_and_of_others_after_the_run(worker: Worker) -> None:
    worker.send(Watch(LENET_PATHS, "conv2"))
    told = worker.run(lenet(epochs=1, validation_share=0.9))
    steps = only(told, Finished)[0].steps
    seen: dict[tuple[str, bool], Maps] = {}
    while len(seen) < len(LENET_PATHS) + 1:  # the last look may still be on its way
        for event, pixels in told:
            if isinstance(event, Maps):
                assert len(pixels) == event.count * event.height * event.width
                assert len(event.lows) == len(event.highs) == event.count
                if event.step == steps:
                    seen[event.path, event.thumbnail] = event
        told = worker.until(Maps) if len(seen) < len(LENET_PATHS) + 1 else []
    full = seen["conv2", False]
    assert (full.count, full.channels, full.height, full.width) == (16, 16, 10, 10)
    card = seen["conv2", True]
    assert (card.count, card.channels, card.height, card.width) == (4, 16, 10, 10)
    vector = seen["fc1", True]
    assert (vector.count, vector.channels, vector.height, vector.width) == (1, 1, 1, 32)
    worker.send(Watch((), "fc1"))
    later = None
    while not (isinstance(later, Maps) and later.path == "fc1"):  # others may be on their way
        later = worker.until(Maps)[-1][0]
    assert (later.step, later.width) == (steps, 120)
    worker.send(Watch())


def test_stray_prints_go_to_the_log(worker: Worker) -> None:
    source = TINY.replace("super().__init__()", "super().__init__(); print('noise' * 1000)")
    assert isinstance(worker.run(tiny(source))[-1][0], Finished)


def test_ctrl_c_is_left_to_the_parent(fresh_worker: Worker) -> None:
    fresh_worker.send(tiny(epochs=ENDLESS))
    fresh_worker.until(Steps)
    os.kill(fresh_worker.session.process_id, signal.SIGINT)
    fresh_worker.until(Epoch)
    fresh_worker.send(Stop())
    fresh_worker.until(Finished)


def test_a_killed_worker_is_reported(fresh_worker: Worker) -> None:
    fresh_worker.send(tiny(epochs=ENDLESS))
    fresh_worker.until(Steps)
    os.kill(fresh_worker.session.process_id, signal.SIGKILL)
    failed = fresh_worker.rest()[-1][0]
    assert isinstance(failed, Failed)
    assert "SIGKILL" in failed.reason
    assert "memory" in failed.reason


def test_the_worker_ends_in_mid_training_when_its_parent_goes(
    fresh_worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "ENDING", 60.0)
    fresh_worker.send(tiny(epochs=ENDLESS))
    fresh_worker.until(Steps)
    fresh_worker.session.close()  # closes the pipe, as the end of the parent does
    assert fresh_worker.session.exit_code == 0  # not killed
