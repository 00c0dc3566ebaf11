"""The learning rate over a run: torch's own numbers, and what the form says of a schedule."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    LRScheduler,
    OneCycleLR,
    ReduceLROnPlateau,
    SequentialLR,
    StepLR,
)

from app.training.judging import Judge
from app.training.recipe import Recipe
from app.training.schedules import curve, epochs, factor, length

STEPS, PER_EPOCH, WARM = 60, 6, 12


def recipe(**values: Any) -> Recipe:
    return Recipe(**{"warmup": 0.2, "learning_rate": 0.1, **values})


def warm(then: Callable[[SGD], LRScheduler]) -> Callable[[SGD], LRScheduler]:
    """torch's rise over the first steps, and what follows it."""

    def made(optimizer: SGD) -> LRScheduler:
        rise = LinearLR(optimizer, 1 / WARM, total_iters=WARM - 1)
        return SequentialLR(optimizer, [rise, then(optimizer)], [WARM])

    return made


TORCH: dict[str, tuple[dict[str, Any], Callable[[SGD], LRScheduler]]] = {
    "cosine": ({}, warm(lambda o: CosineAnnealingLR(o, STEPS - WARM))),
    "no warm-up": ({"warmup": 0.0}, lambda o: CosineAnnealingLR(o, STEPS)),
    "constant": ({"schedule": "constant"}, warm(lambda o: StepLR(o, 1000))),
    "step": (
        {"schedule": "step", "step_every": 2, "step_factor": 0.5, "warmup": 0.0},
        lambda o: StepLR(o, 2 * PER_EPOCH, 0.5),
    ),
    "one-cycle": (
        {"schedule": "one-cycle", "warmup": 0.3},
        lambda o: OneCycleLR(o, 0.1, STEPS, pct_start=0.3, cycle_momentum=False),
    ),
}


@pytest.mark.filterwarnings("ignore:The epoch parameter")  # torch's SequentialLR warns of itself
@pytest.mark.parametrize("name", TORCH)
def test_the_numbers_are_those_of_torch(name: str) -> None:
    values, made = TORCH[name]
    optimizer = SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler, rates = made(optimizer), []
    for _ in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    ours = [0.1 * factor(recipe(**values), step, STEPS, PER_EPOCH) for step in range(STEPS)]
    assert ours == pytest.approx(rates)


@pytest.mark.parametrize("patience", [1, 3])
def test_a_plateau_lowers_the_rate_when_torch_does(patience: int) -> None:
    optimizer = SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=patience, eps=0)
    told, judge = recipe(schedule="plateau", step_factor=0.5, patience=patience), Judge()
    losses = [1.0, 0.8, 0.80001, 0.79995, 0.9, 0.81, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.6, 0.9, 0.9]
    for loss in losses:
        scheduler.step(loss)
        judge.take(loss, 0.5, told)
        judge = Judge.read(judge.state())  # as a resumed run has it
        share = factor(told, 40, STEPS, PER_EPOCH, judge.lowered)
        assert 0.1 * share == pytest.approx(optimizer.param_groups[0]["lr"])
    assert judge.lowered > 0


@pytest.mark.parametrize("steps", [1, 2, 5, 10, 225])
@pytest.mark.parametrize("warmup", [0.0, 0.1, 0.5])
@pytest.mark.parametrize("schedule", ["cosine", "one-cycle"])
def test_it_rises_once_and_falls_without_reaching_zero(
    schedule: str, warmup: float, steps: int
) -> None:
    told = recipe(schedule=schedule, warmup=warmup)
    shares = [factor(told, step, steps, steps) for step in range(steps)]
    peak = shares.index(max(shares))
    assert shares[: peak + 1] == sorted(shares[: peak + 1])
    assert shares[peak:] == sorted(shares[peak:], reverse=True)
    assert min(shares) > 0
    assert max(shares) <= 1 + 1e-12
    assert peak <= math.ceil(steps * warmup)


def test_the_curve_is_drawn_before_the_start() -> None:
    told = recipe(epochs=10)
    steps = length(told, PER_EPOCH)
    assert steps == STEPS
    assert length(recipe(steps=7), PER_EPOCH) == 7
    assert epochs(recipe(steps=7), PER_EPOCH) == 2
    assert epochs(told, PER_EPOCH) == told.epochs
    at, rates = curve(told, steps, PER_EPOCH)
    assert at.tolist() == [*range(STEPS)]
    assert rates.max() == pytest.approx(0.1)
    at, rates = curve(told, 10**6, 1000, points=50)
    assert len(at) == len(rates) == 50
    assert (at[0], at[-1]) == (0, 10**6 - 1)
    assert np.all(np.diff(at) > 0)


def test_the_best_epoch_is_of_the_highest_accuracy_then_of_the_lowest_loss() -> None:
    judge, told = Judge(), recipe(stop_after=2)
    gone = [(1.0, 0.5), (2.0, 0.6), (0.5, 0.5), (1.9, 0.6), (1.9, 0.6), (0.1, 0.4)]
    best = [judge.take(loss, accuracy, told) for loss, accuracy in gone]
    assert best == [True, True, False, True, False, False]
    assert judge.over(told)
    assert not judge.over(recipe())
    assert not judge.over(recipe(stop_after=3))
