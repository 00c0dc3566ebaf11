"""A run that is killed at any moment goes on from its folder to the same bits."""

from __future__ import annotations

import errno
import math
import os
import random
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import torch
from msgspec.structs import replace

from app.runs.folder import CHECKPOINTS, EVENTS, STATE, RunFolder
from app.runs.log import events
from app.runs.record import Position
from app.runs.tensorboard import write_events
from app.training.messages import (
    Command,
    Epoch,
    Event,
    Failed,
    Finished,
    Halted,
    Kept,
    NotKept,
    Start,
    Started,
    Steps,
    Stop,
)
from app.worker import keeper
from app.worker.checkpoint import Checkpoint, CheckpointError
from tests.app.training.networks import tiny
from tests.app.worker.conftest import conduct
from tests.app.worker.killing import KILLED, at_write, end, go_on, in_process, new

ALWAYS = 1e-9  # minutes between two checkpoints
STEPS = 12


def start(**recipe: Any) -> Start:
    """Two epochs of six steps; the network has dropout and running statistics."""
    values = {"epochs": 2, "batch_size": 64, "validation_share": 0.8, "checkpoint_minutes": ALWAYS}
    return tiny(**{**values, **recipe})


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """What torch imports at its first step is in every process that is forked; no threads are."""
    conduct(tiny(), lambda event: None)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run that nobody has touched."""
    run = new(tmp_path_factory.mktemp("whole"), start())
    assert go_on(run) == 0
    return run


def test_a_run_keeps_its_end(whole: RunFolder) -> None:
    assert whole.state() == "finished"
    assert end(whole).finished.steps == STEPS == len(end(whole).losses)
    kept = [path.name for path in whole.checkpoints()]
    assert len(kept) == 2
    assert kept[0].startswith("00000012")
    assert {p.name for p in (whole.path / CHECKPOINTS).iterdir()} == {*kept, "best"}


def test_the_best_weights_are_kept_beside_the_last_ones(whole: RunFolder) -> None:
    told = [*events(whole.path / EVENTS)]
    best = [event.step for event in told if isinstance(event, Epoch) and event.best]
    kept = [event for event in told if isinstance(event, Kept) and event.best]
    assert [event.step for event in kept] == best
    assert Path(kept[-1].path) == whole.path / CHECKPOINTS / "best"
    assert end(whole).best.keys() == end(whole).weights.keys()
    assert (end(whole).best == end(whole).weights) is (best[-1] == STEPS)


def test_nothing_is_kept_as_the_best_where_that_is_not_wanted(tmp_path: Path) -> None:
    run = new(tmp_path, start(keep_best=False))
    told = in_process(run)
    assert not any(event.best for event in told if isinstance(event, Kept))


def test_a_run_of_so_many_steps_ends_within_an_epoch(tmp_path: Path) -> None:
    run = new(tmp_path, start(steps=8, epochs=1))
    told = in_process(run)
    assert [event.step for event in told if isinstance(event, Epoch)] == [6, 8]
    assert end(run).finished.steps == 8
    assert len(end(run).losses) == 8


def test_an_event_file_lies_beside_a_run_that_asks_for_one(tmp_path: Path) -> None:
    run = new(tmp_path, start(tensorboard=True))
    in_process(run, lambda event: Stop() if isinstance(event, Epoch) else None)
    (begun,) = (run.path / "tensorboard").iterdir()
    size = begun.stat().st_size
    in_process(run)
    (file,) = (run.path / "tensorboard").iterdir()
    assert file.stat().st_size > size
    live = file.read_bytes()
    write_events(run)
    # all of it but the times, which are those of the clock while it goes on
    assert len(live) >= len(file.read_bytes())


RECIPES: dict[str, dict[str, Any]] = {
    "adam": {},
    "sgd": {"optimizer": "sgd", "learning_rate": 0.05},
    "adamw": {"optimizer": "adamw", "weight_decay": 0.1, "schedule": "constant"},
    "rmsprop, averaged": {
        "optimizer": "rmsprop", "ema": 0.9, "accumulate": 2, "clip": 1.0, "schedule": "plateau",
        "learning_rate": 0.001,
    },
    "adagrad": {"optimizer": "adagrad", "schedule": "one-cycle", "loss": "bce"},
    "steps": {"steps": 8, "optimizer": "sgd"},
    "after epochs": {"checkpoint_minutes": 0.0, "batch_size": 48},
}  # fmt: skip


@pytest.mark.parametrize("number", range(len(RECIPES)), ids=[*RECIPES])
def test_a_run_that_is_killed_five_times_ends_in_the_same_bits(number: int, tmp_path: Path) -> None:
    recipe = [*RECIPES.values()][number]
    drawn = random.Random(number)
    whole = new(tmp_path / "whole", start(**recipe))
    begin = time.monotonic()
    assert go_on(whole) == 0
    lasts = time.monotonic() - begin
    run = new(tmp_path, start(**recipe))
    kills = [go_on(run, at_write(drawn.randrange(writes))) for writes in (8, 40, 80)]
    kills += [go_on(run, seconds=drawn.uniform(0, lasts)) for _ in range(2)]
    assert set(kills) <= {KILLED, 0}
    assert kills[0] == KILLED  # before the first checkpoint
    assert go_on(run) == 0
    assert end(run) == end(whole)


def test_a_run_that_was_stopped_goes_on(whole: RunFolder, tmp_path: Path) -> None:
    run = new(tmp_path, start())
    stop = at_step(5, Stop())
    assert go_on(run, react=stop) == 0
    assert run.state() == "stopped"
    assert go_on(run) == 0
    assert end(run) == end(whole)
    (started,) = [e for e in events(run.path / EVENTS) if isinstance(e, Started) and e.resumed_at]
    assert started.resumed_at == 5
    assert started.exact == ""


def test_threads_are_those_that_it_began_with(tmp_path: Path) -> None:
    whole, run = (new(tmp_path, replace(start(epochs=1), threads=2)) for _ in range(2))
    assert go_on(whole) == 0
    assert go_on(run, at_write(40)) == KILLED
    assert go_on(run) == 0
    assert end(run) == end(whole)
    position = Checkpoint.read(run.checkpoint() or run.path).position
    assert position.threads == 2


def test_a_checkpoint_of_another_machine_is_told(tmp_path: Path, monkeypatch: Any) -> None:
    run = new(tmp_path, start())
    assert go_on(run, at_write(60)) == KILLED
    monkeypatch.setattr(keeper, "machine", lambda: "abacus WOOD")
    assert go_on(run) == 0
    told = [e.exact for e in events(run.path / EVENTS) if isinstance(e, Started)]
    assert "this one is abacus WOOD" in told[-1]


def test_a_damaged_checkpoint_leaves_the_one_before(whole: RunFolder, tmp_path: Path) -> None:
    run = new(tmp_path, start())
    assert go_on(run, react=at_step(5, Stop())) == 0
    newest = run.checkpoint()
    assert newest is not None
    (newest / STATE).write_bytes(b"damaged")
    assert go_on(run) == 0
    assert end(run) == end(whole)


def test_two_workers_do_not_train_one_run(tmp_path: Path) -> None:
    run = new(tmp_path, start())
    held = run.hold()
    assert held is not None
    told = in_process(run)
    held.release()
    assert [type(event) for event in told] == [Failed]
    assert run.state() == "queued"


def test_who_hears_of_an_epoch_finds_its_feature_maps(tmp_path: Path) -> None:
    run = new(tmp_path, start())
    found: list[tuple[int, ...]] = []

    def react(event: Event) -> None:
        if isinstance(event, Epoch):
            found.append(run.epochs_with_maps())

    in_process(run, react)
    assert found == [(0, 1), (0, 1, 2)]


def test_a_stop_is_told_with_the_last_step_and_kept_after_that(tmp_path: Path) -> None:
    run = new(tmp_path, start(checkpoint_minutes=10))
    told = in_process(run, lambda event: Stop() if isinstance(event, Steps) else None)
    (halted,) = [event for event in told if isinstance(event, Halted)]
    after = told[told.index(halted) :]
    assert halted.steps == len(losses(told)) < STEPS
    assert not losses(after)
    assert any(isinstance(event, Kept) and event.step == halted.steps for event in after)
    assert isinstance(after[-1], Finished)
    assert after[-1].stopped
    assert not any(isinstance(event, Halted) for event in events(run.path / EVENTS))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_takes_nothing_is_told_once_and_training_goes_on(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: RunFolder
) -> None:
    """It takes all again from the eighth step on."""
    run = new(tmp_path, start())

    def fails(*arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    def react(event: Event) -> None:
        if isinstance(event, Steps) and event.first == 8:
            monkeypatch.undo()

    for name in ("write", "mkdir", "ftruncate"):
        monkeypatch.setattr(os, name, fails)
    told = in_process(run, react)
    (run_is, maps_are) = [event.reason for event in told if isinstance(event, NotKept)]
    assert "The run is not kept" in run_is
    assert "The feature maps of epochs are not kept" in maps_are
    assert all("the disk is" in reason for reason in (run_is, maps_are))
    assert isinstance(told[-1], Finished)
    assert losses(events(run.path / EVENTS)) == losses(told) == end(whole).losses
    assert end(run).weights == end(whole).weights


def test_what_is_shared_is_kept_once_and_what_is_not_in_the_weights_too(tmp_path: Path) -> None:
    weight = torch.rand(3, 4)
    tensors = {"a": weight, "b": weight, "row": weight[1], "none": torch.empty(0), "n": weight.T}
    position = Position(1, 1, 1, 0, 0, 0.0, 1, "", "", "")
    Checkpoint(position, tensors, {}, {"sum": math.nan}).write(tmp_path / "1", "")
    found = Checkpoint.read(tmp_path / "1")
    assert found.position == position
    assert math.isnan(found.plain["sum"])
    assert found.weights.keys() == tensors.keys()
    assert all(torch.equal(found.weights[name], tensor) for name, tensor in tensors.items())
    assert found.weights["a"] is found.weights["b"]
    (tmp_path / "1" / STATE).write_bytes(b"")
    with pytest.raises(CheckpointError, match="damaged"):
        Checkpoint.read(tmp_path / "1")


def at_step(step: int, command: Command) -> Callable[[Event], Command | None]:
    """Every step is told by an event of its own where every step is followed by a checkpoint."""

    def react(event: Event) -> Command | None:
        return command if isinstance(event, Steps) and event.first == step - 1 else None

    return react


def losses(told: Iterable[Event]) -> tuple[float, ...]:
    return tuple(loss for event in told if isinstance(event, Steps) for loss in event.losses)
