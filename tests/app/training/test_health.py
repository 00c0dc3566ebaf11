"""Alerts: silent over healthy runs, told once where something lasts, and over when it is gone."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable

import pytest

from app.training.health import Beat, Health, Rule, Sign
from app.training.messages import Alert, DeviceUse, Epoch, Shares, Steps
from app.training.rules import RULES
from app.training.vitals import WINDOW, Vitals
from tests.app.runs.played import told as recorded

GOOD_FLOW = {f"conv{k}": 0.2 * 1.1**k for k in range(20)}


def run(classes: int = 10) -> Health:
    return Health(RULES, Vitals(classes, val_samples=400, chance=math.log(classes)))


def names(alerts: Iterable[Alert]) -> list[str]:
    return [alert.rule for alert in alerts if not alert.over]


def learn(
    health: Health, loss: Callable[[int], float], steps: int, norm: Callable[[int], float]
) -> list[Alert]:
    told = []
    for step in range(steps):
        if health.vitals.add([loss(step)], [norm(step)]):
            told += health.look("window")
    return told


def epochs(health: Health, rows: Iterable[tuple[float, float, float, float]]) -> list[Alert]:
    """Losses and accuracies of training, and then of validation."""
    told = []
    for number, (train, accuracy, val, val_accuracy) in enumerate(rows, 1):
        epoch = Epoch(number, 100 * number, train, accuracy, val, val_accuracy, 1.0)
        health.vitals.epochs.append(epoch)
        told += health.look("epoch")
    return told


def beats(health: Health, beat: Beat, count: int) -> list[Alert]:
    return [alert for _ in range(count) for alert in health.look(beat)]


# --- healthy -------------------------------------------------------------------------------------

# decay of the loss, its floor, its noise, and what the norm goes to, as many kinds of runs show
HEALTHY = [
    (decay, floor, noise, norm)
    for decay in (60, 400, 3000)
    for floor, noise in ((0.001, 0.02), (0.3, 0.3), (1.2, 0.4))
    for norm in (0.05, 8.0)
]


@pytest.mark.parametrize(("decay", "floor", "noise", "norm"), HEALTHY)
def test_a_run_that_learns_raises_no_alert(
    decay: float, floor: float, noise: float, norm: float
) -> None:
    chance = random.Random(f"{decay} {floor} {norm}")
    health = run()

    def loss(step: int) -> float:
        level = floor + (2.3 - floor) * math.exp(-step / decay)
        return level * chance.lognormvariate(0, noise)

    def size(step: int) -> float:
        return (norm + math.exp(-step / decay)) * chance.lognormvariate(0, 0.7)

    told = learn(health, loss, 4000, size)
    share = [min(1, 0.2 + k / 10) for k in range(12)]
    rows = [
        (2.3 - 2 * s, 0.9 * s, 2.3 - 1.9 * s + 0.02 * (k % 3), 0.88 * s)
        for k, s in enumerate(share)
    ]
    told += epochs(health, rows)
    for level in range(50):
        health.vitals.gradients = {p: g * chance.lognormvariate(0, 1) for p, g in GOOD_FLOW.items()}
        health.vitals.dead = {"act1": 0.3 * chance.random(), "act2": min(0.6, 0.02 * level)}
        health.vitals.shares = Shares(1, 0.1 * chance.random(), 0.3, 0.4, 0.1, 0.01)
        health.vitals.use = DeviceUse(8 << 30, 8 << 30, 10 << 30, 1 << 30)
        told += health.look("flow") + health.look("second")
    assert told == []


@pytest.mark.parametrize("name", ["healthy", "vanishing"])
def test_recorded_runs(name: str) -> None:
    """The second is too short for its loss to be called flat."""
    health = run()
    told: list[Alert] = []
    for event, _ in recorded(name):
        if isinstance(event, Steps) and health.vitals.add(event.losses, event.gradient_norms):
            told += health.look("window")
        if isinstance(event, Epoch):
            health.vitals.epochs.append(event)
            told += health.look("epoch")
    assert told == []


# --- sick ----------------------------------------------------------------------------------------


def test_a_gradient_that_vanishes_is_told_once_with_its_node_and_is_over_when_it_is_back() -> None:
    health = run()
    health.vitals.gradients = {f"conv{k}": 10.0 ** (k - 8) for k in range(9)}
    (alert,) = beats(health, "flow", 40)
    assert (alert.rule, alert.path) == ("vanishing", "conv3")
    assert "1e-08" in alert.reason
    assert alert.advice.startswith("Add shortcuts")
    health.vitals.gradients = GOOD_FLOW
    (over,) = beats(health, "flow", 40)
    assert (over.rule, over.path, over.over) == ("vanishing", "conv3", True)


def test_a_gradient_that_explodes_on_its_way_back() -> None:
    health = run()
    health.vitals.gradients = {f"conv{k}": 10.0 ** (8 - k) for k in range(9)}
    (alert,) = beats(health, "flow", 40)
    assert (alert.rule, alert.path) == ("exploding", "conv0")


def test_a_norm_that_jumps() -> None:
    told = learn(run(), lambda step: 1.0, 800, lambda step: 1.0 if step < 400 else 500.0)
    assert names(told) == ["jumping"]
    assert "500 times" in told[0].reason


def test_norms_that_jump_where_only_some_steps_have_one() -> None:
    def norm(step: int) -> float:
        return math.nan if step % 4 < 3 else 1.0 if step < 400 else 500.0

    assert names(learn(run(), lambda step: 1.0, 800, norm)) == ["jumping"]


def test_dead_units_by_node() -> None:
    health = run()
    health.vitals.dead = {"act1": 0.2, "act2": 0.97}
    (alert,) = beats(health, "flow", 20)
    assert (alert.rule, alert.path) == ("dead", "act2")
    assert "97%" in alert.reason
    health.vitals.dead = {"act1": 0.2, "act2": 0.5}
    assert [alert.over for alert in beats(health, "flow", 20)] == [True]


def test_a_loss_that_stays_where_it_was() -> None:
    told = learn(run(), lambda step: 2.302 + 0.01 * (-1) ** step, 1200, lambda step: 0.1)
    assert names(told) == ["flat"]
    assert told[0].step < 700
    resting = learn(run(), lambda step: 0.1 + 0.01 * (-1) ** step, 1200, lambda step: 0.1)
    assert resting == []  # it began with weights that have learned already


def test_the_loss_may_stay_while_the_rate_rises() -> None:
    health = run()
    health.vitals.warmup = 1000
    assert learn(health, lambda step: 2.302, 1200, lambda step: 0.1) == []


def test_a_loss_that_rises_and_falls_again() -> None:
    def loss(step: int) -> float:
        return 2.3 - step / 500 if step < 800 else 0.7 + (step - 800) / 400

    health = run()
    told = learn(health, loss, 1400, lambda step: 1.0)
    assert names(told) == ["rising"]
    back = learn(health, lambda step: 0.5, 6 * WINDOW, lambda step: 1.0)
    assert [(alert.rule, alert.over) for alert in back] == [("rising", True)]


def test_learning_by_heart() -> None:
    rows = [(1 / k, 0.6 + k / 40, 1 / k if k < 4 else 0.25 + 0.04 * k, 0.8) for k in range(1, 12)]
    told = epochs(run(), rows)
    assert names(told) == ["overfitting"]
    assert "epoch 3" in told[0].reason


@pytest.mark.parametrize(("accuracy", "val"), [(0.12, 0.02), (0.8, 0.09)])
def test_a_validation_that_is_worse_than_guessing(accuracy: float, val: float) -> None:
    told = epochs(run(), [(1.0, accuracy, 5.0, val)] * 3)
    assert names(told) == ["worse-than-chance"]
    assert "10.0%" in told[0].reason


def test_waiting_for_data_and_memory_that_is_nearly_full() -> None:
    health = run()
    health.vitals.shares = Shares(1, 0.6, 0.1, 0.2, 0.1, 0.0)
    health.vitals.use = DeviceUse(95, 99, 100, 1)
    told = beats(health, "second", 10)
    assert sorted(names(told)) == ["memory", "starving"]
    assert "60%" in next(alert.reason for alert in told if alert.rule == "starving")


# --- told once -----------------------------------------------------------------------------------


def test_what_comes_and_goes_is_told_the_more_seldom() -> None:
    level = [0.0]
    rule = Rule("sick", "flow", lambda vitals: [Sign("a", level[0], "It is.", "Rest.")], 2, 0.8)
    health = Health((rule,), Vitals(10, 100))

    def looks(value: float, count: int) -> int:
        level[0] = value
        return len(beats(health, "flow", count))

    assert looks(1.0, 1) == 0
    assert looks(0.9, 1) == 0  # not in a row
    assert looks(1.0, 1) == 0
    assert looks(1.0, 1) == 1
    assert looks(1.5, 50) == 0
    assert looks(0.85, 50) == 0  # near the limit still
    assert looks(0.0, 3) == 0
    assert looks(0.0, 1) == 1
    assert looks(1.0, 3) == 0
    assert looks(1.0, 1) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nothing_is_said_before_anything_is_known(rule: Rule) -> None:
    vitals = Vitals(10, 100)
    assert all(sign.level < rule.clears for sign in rule.check(vitals))
