"""Settings that are changed in mid-run: they act at the next batch, and again after a resume."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from app.runs.folder import EVENTS, JOURNAL, RunFolder
from app.runs.log import changes, events
from app.training.messages import (
    Alert,
    Change,
    Changed,
    Command,
    Epoch,
    Event,
    Kept,
    Pause,
    Paused,
    Resume,
    Resumed,
    Started,
    Steps,
    Stop,
)
from app.worker.errors import RunError
from nodes.learning import Learning
from tests.app.worker.conftest import conduct
from tests.app.worker.killing import KILLED, end, go_on, in_process, new
from tests.app.worker.test_keeping import STEPS, start

RATE = Change({"learning_rate": 0.02}, words="Rate to 0.02")
FROZEN = Learning(frozen=("conv",))


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """What torch imports at its first step is in every process that is forked; no threads are."""
    conduct(start(epochs=1), lambda event: None)


def only(told: Iterable[Event], kind: type[Any]) -> list[Any]:
    return [event for event in told if isinstance(event, kind)]


def in_turn(*wishes: tuple[int, Command]) -> Callable[[Event], Command | None]:
    """Each command after its number of steps."""
    left = list(wishes)

    def react(event: Event) -> Command | None:
        if isinstance(event, Steps) and left and event.first == left[0][0] - 1:
            return left.pop(0)[1]
        return None

    return react


def test_a_rate_acts_at_the_next_batch(tmp_path: Path) -> None:
    run = new(tmp_path, start(schedule="constant", warmup=0.0))
    told = in_process(run, in_turn((3, RATE)))
    rates = [event.learning_rate for event in only(told, Steps)]
    assert rates == [0.005] * 3 + [0.02] * 9
    (changed,) = only(told, Changed)
    assert changed == Changed(3, RATE)
    assert changes(run.path / JOURNAL) == ((3, RATE),)
    mark = told.index(changed)
    assert only(told[:mark], Steps)[-1].first == 2
    assert only(told[mark:], Steps)[0].first == 3


def test_a_rate_that_is_too_high_is_told_as_it_is_by_then() -> None:
    wild = Change({"learning_rate": 100.0, "weight_decay": 10.0})
    recipe = {"optimizer": "sgd", "schedule": "constant", "warmup": 0.0, "epochs": 50}
    with pytest.raises(RunError, match="ower the learning rate, now 100"):
        conduct(start(**recipe), lambda event: wild if isinstance(event, Started) else None)


CHANGES = {
    "rate": RATE,
    "decay": Change({"weight_decay": 0.1}),
    "dropout": Change(dropouts=(("drop", 0.9),)),
    "frozen": Change(learning=FROZEN),
    "augmentation": Change({"flip": "both", "cutout": 0.5}),
    "all": Change({"learning_rate": 0.01, "weight_decay": 0.2}, (("drop", 0.1),), FROZEN),
}


VALUES = {"optimizer": "adamw"}
THAW = Change(learning=Learning())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run in which nothing is changed."""
    run = new(tmp_path_factory.mktemp("plain"), start(**VALUES))
    assert go_on(run) == 0
    return run


@pytest.mark.parametrize("change", CHANGES.values(), ids=[*CHANGES])
def test_a_change_acts_again_after_a_resume(
    change: Change, plain: RunFolder, tmp_path: Path
) -> None:
    """One that thaws follows, so that the optimiser's state is moved twice."""
    wishes = (4, change), (9, THAW)
    whole, run = (new(tmp_path, start(**VALUES)) for _ in range(2))
    assert go_on(whole, react=in_turn(*wishes)) == 0
    assert end(plain).weights != end(whole).weights
    assert go_on(run, react=in_turn(*wishes, (11, Stop()))) == 0
    assert go_on(run) == 0
    assert end(run) == end(whole)
    assert [mark.step for mark in only(events(run.path / EVENTS), Changed)] == [4, 9]


@pytest.mark.parametrize(("kind", "step"), [(Started, 0), (Epoch, 6)])
def test_a_change_that_came_after_the_last_checkpoint_is_not_lost(
    kind: type[Event], step: int, tmp_path: Path
) -> None:
    """The process is killed as soon as the change acts, before a step was done with it."""

    change = at_first(kind, CHANGES["all"])

    def change_and_die(event: Event) -> Command | None:
        if isinstance(event, Changed):
            os.kill(os.getpid(), signal.SIGKILL)
        return change(event)

    whole, run = (new(tmp_path, start(**VALUES, checkpoint_minutes=0.0)) for _ in range(2))
    assert go_on(whole, react=at_first(kind, CHANGES["all"])) == 0
    assert go_on(run, react=change_and_die) == KILLED
    assert [entry[0] for entry in changes(run.path / JOURNAL)] == [step]
    assert (run.checkpoint() is None) is (step == 0)
    assert go_on(run) == 0
    assert end(run) == end(whole)


def test_a_paused_run_is_kept_and_changed_at_once(tmp_path: Path) -> None:
    run = new(tmp_path, start(checkpoint_minutes=1000.0, keep_best=False))
    answers: dict[type[Event], Command] = {Kept: RATE, Changed: Resume()}
    pause = at_first(Steps, Pause())
    told = in_process(run, lambda event: pause(event) or answers.pop(type(event), None))
    kinds = [type(e) for e in told if isinstance(e, Paused | Kept | Changed | Resumed)]
    assert kinds == [Paused, Kept, Changed, Resumed, Kept]  # the last at the end
    assert [event.step for event in only(told, Kept)] == [1, STEPS]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Change({"epochs": 3}), "epochs stays as it is"),
        (Change({"learning_rate": -1.0}), "not valid"),
        (Change(dropouts=(("drop", 1.5),)), "cannot drop a share of 1.5"),
        (Change(dropouts=(("conv", 0.5),)), "“conv” drops nothing"),
        (Change(learning=Learning(frozen=("elsewhere",))), "no “elsewhere”"),
        (Change(learning=Learning(frozen=("conv", "bn", "fc"))), "nothing would learn"),
    ],
)
def test_what_cannot_be_changed_is_refused_and_the_run_goes_on(
    change: Change, reason: str, plain: RunFolder, tmp_path: Path
) -> None:
    run = new(tmp_path, start(**VALUES))
    told = in_process(run, at_first(Steps, change))
    (alert,) = only(told, Alert)
    assert reason in alert.reason
    assert not changes(run.path / JOURNAL)
    assert end(run).weights == end(plain).weights


def at_first(kind: type[Event], command: Command) -> Callable[[Event], Command | None]:
    """A command that answers the first event of a kind."""
    left = [command]
    return lambda event: left.pop() if left and isinstance(event, kind) else None


def test_what_is_freed_again_learns_beside_what_has_momentum() -> None:
    wishes = iter((Change(learning=FROZEN), Change(learning=Learning())))

    def react(event: Event) -> Command | None:
        return next(wishes, None) if isinstance(event, Epoch) else None

    told = conduct(start(optimizer="sgd", epochs=3), react)
    assert [event.step for event in only(told, Epoch)] == [6, 12, 18]
    assert len(only(told, Changed)) == 2
