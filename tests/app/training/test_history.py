"""The history of a run grows by events and keeps its curves whatever happens."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.training.history import Losses, RunHistory, State
from app.training.messages import (
    Alert,
    Change,
    Changed,
    Epoch,
    Event,
    Failed,
    Finished,
    Halted,
    Maps,
    Paused,
    Ready,
    Resumed,
    Started,
    Steps,
)
from app.training.recipe import Recipe
from nodes.errors import DocumentError

STARTED = Started("cpu", ("0", "1"), 8, 2, 4, 10, "data")
EPOCH = Epoch(1, 4, 0.5, 0.9, 0.6, 0.8, 1.5)
FINISHED = Finished(1, 4, False, 0.5, 0.6, 0.8, 2.0, 0.01)


def steps(first: int, *losses: float) -> Steps:
    return Steps(first, losses, 1, 1e-3, 100.0, 9.5, 0.01)


def after(*events: Event) -> RunHistory:
    history = RunHistory(Recipe())
    for event in events:
        history = history.extend(event)
    return history


@pytest.mark.parametrize(
    ("events", "state", "active"),
    [
        ((), State.STARTING, True),
        ((STARTED,), State.TRAINING, True),
        ((STARTED, Paused()), State.PAUSED, True),
        ((STARTED, Paused(), Resumed()), State.TRAINING, True),
        ((STARTED, Halted(4)), State.ENDING, True),
        ((STARTED, Halted(4), FINISHED), State.FINISHED, False),
        ((STARTED, FINISHED), State.FINISHED, False),
        ((STARTED, Failed("why")), State.FAILED, False),
    ],
)
def test_states(events: tuple[Event, ...], state: State, active: bool) -> None:
    history = after(*events)
    assert (history.state, history.active) == (state, active)


def test_a_failure_keeps_the_curves() -> None:
    history = after(STARTED, steps(0, 1.0, 0.5), EPOCH, steps(2, 0.25), Failed("why"))
    assert history.losses.values.tolist() == [1.0, 0.5, 0.25]
    assert history.epochs == (EPOCH,)
    assert history.failed == Failed("why")
    assert history.latest == steps(2, 0.25)


@pytest.mark.parametrize(
    "event",
    [Ready("2", ("cpu",), (1 << 30,)), Maps("a", 1, 0, 0, 0, 0, True, (), ())],
    ids=["ready", "maps"],
)
def test_events_without_a_trace_leave_the_same_value(event: Event) -> None:
    history = after(STARTED)
    assert history.extend(event) is history


def test_losses_of_a_long_run() -> None:
    losses = Losses()
    for first in range(0, 5000, 7):
        losses.extend(tuple(float(value) for value in range(first, first + 7)))
    assert losses.values.tolist() == list(map(float, range(len(losses))))


def test_a_recipe_as_plain_values_and_back() -> None:
    recipe = Recipe(data="/pictures", epochs=3, optimizer="sgd", schedule="constant")
    assert Recipe.read(recipe.write()) == recipe


@pytest.mark.parametrize(
    "values",
    [{"epochs": 0}, {"optimizer": "lion"}, {"validation_share": 1.0}, {"color": 1}, {"seed": "x"}],
)
def test_a_recipe_that_is_not_valid(values: dict[str, object]) -> None:
    with pytest.raises(DocumentError, match="recipe is not valid"):
        Recipe.read(values)


def test_what_each_step_gave_beside_its_loss() -> None:
    first = Steps(0, (1.0, 0.5), 1, 1e-3, 100.0, 9.5, 0.01, (2.0, 3.0))
    history = after(STARTED, first, steps(2, 0.25), Changed(3, Change(words="rate 0.1")))
    assert history.norms.values.tolist() == pytest.approx([2.0, 3.0, float("nan")], nan_ok=True)
    assert history.rates.values.tolist() == [[0, 1e-3]], "it did not change"
    assert history.speeds.values.tolist() == [[0, 100.0]]
    assert history.marks == ((3, "rate 0.1"),)


def test_a_run_that_goes_on_forgets_what_comes_another_time() -> None:
    later = replace(EPOCH, epoch=2, step=8)
    broken_off = after(STARTED, steps(0, 1.0, 0.5, 0.4, 0.3), EPOCH, steps(4, 0.2, 0.1), later)
    history = broken_off.extend(replace(STARTED, resumed_at=5)).extend(steps(5, 0.7))
    assert history.losses.values.tolist() == pytest.approx([1.0, 0.5, 0.4, 0.3, 0.2, 0.7])
    assert history.epochs == (EPOCH,)
    assert history.marks == ((5, "resumed here"),)
    assert history.active
    assert len(broken_off.losses) == 6, "what was shown before stays what it was"


def test_marks_stay_single_however_often_a_run_goes_on() -> None:
    """What was changed where it goes on is changed once more, and told so."""
    faster, slower = (Change(words=words) for words in ("rate 0.1", "rate 0.01"))
    run = after(STARTED, steps(0, 1.0, 0.5), Changed(1, faster), steps(2, 0.4), Changed(3, slower))
    for _ in range(3):
        run = run.extend(replace(STARTED, resumed_at=3)).extend(Changed(3, slower))
    assert run.marks == ((1, "rate 0.1"), (3, "resumed here"), (3, "rate 0.01"))
    assert run.changes == ((1, faster), (3, slower))
    assert run.extend(replace(STARTED, resumed_at=2)).marks == (
        (1, "rate 0.1"),
        (2, "resumed here"),
    )


def test_the_time_that_steps_took() -> None:
    timed = (replace(steps(at, 1.0, 1.0), seconds=at + 0.5) for at in (2, 4, 6))
    run = after(STARTED, steps(0, 1.0, 1.0), *timed)
    assert run.times.values.tolist() == [[4, 2.5], [6, 4.5], [8, 6.5]]
    resumed = run.extend(replace(STARTED, resumed_at=6))
    assert resumed.times.values.tolist() == [[4, 2.5], [6, 4.5]]


DEAD = Alert("dead", "act1", 3, "why", "advice")
FLAT = Alert("flat", "", 5, "why", "advice")


@pytest.mark.parametrize(
    ("events", "alerts"),
    [
        ((DEAD, FLAT), (FLAT, DEAD)),
        ((DEAD, FLAT, replace(DEAD, step=9, over=True)), (FLAT,)),
        ((DEAD, FLAT, replace(DEAD, step=9)), (replace(DEAD, step=9), FLAT)),
        ((DEAD, Alert("change", "", 4, "not made", "")), (DEAD,)),
        ((DEAD, replace(STARTED, resumed_at=4)), ()),
    ],
    ids=["newest first", "over", "told again", "a change refused", "goes on"],
)
def test_alerts_are_kept_until_they_are_over(
    events: tuple[Event, ...], alerts: tuple[Alert, ...]
) -> None:
    assert after(STARTED, *events).alerts == alerts


def test_what_was_changed_stays_in_force_where_a_run_goes_on() -> None:
    early = Changed(2, Change(recipe={"learning_rate": 0.5, "weight_decay": 0.1}))
    late = Changed(4, Change(recipe={"learning_rate": 0.25}))
    broken_off = after(STARTED, early, late)
    begun = broken_off.recipe
    assert broken_off.now == replace(begun, learning_rate=0.25, weight_decay=0.1)
    history = broken_off.extend(replace(STARTED, resumed_at=4))
    assert history.now == replace(begun, learning_rate=0.5, weight_decay=0.1), "late comes again"
    assert history.recipe == begun
