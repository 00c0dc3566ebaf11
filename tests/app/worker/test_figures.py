"""What steps and epochs tell beside their losses: norms of gradients, and the best five."""

from __future__ import annotations

import math

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from app.training.history import RunHistory
from app.training.messages import Epoch
from app.training.recipe import Recipe
from app.worker.figures import Figures
from app.worker.gradients import NORM_EVERY
from app.worker.learner import Learner
from app.worker.parts import Batch, Marks, Told
from tests.app.training.networks import tiny
from tests.app.worker.conftest import conduct


def test_the_norm_is_that_of_the_whole_gradient_before_the_step() -> None:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
    inputs, labels = torch.randn(5, 4), torch.tensor([0, 1, 2, 0, 1])
    loss = cross_entropy(network(inputs), labels)
    gradients = torch.autograd.grad(loss, list(network.parameters()))
    norm = torch.cat([gradient.flatten() for gradient in gradients]).norm()
    learner = Learner(network, Recipe(optimizer="sgd"), torch.device("cpu"), steps=10)
    told = learner.step(Batch(inputs, labels, torch.arange(5)), 0)
    assert told.gradient_norm is not None
    assert float(told.gradient_norm) == pytest.approx(float(norm), rel=1e-6)
    assert told.marks.watching > 0


@pytest.mark.parametrize(("clip", "every"), [(0.0, NORM_EVERY), (1.0, 1)])
def test_a_run_tells_norms_every_so_often_and_the_best_five(clip: float, every: int) -> None:
    """Where gradients are clipped a norm is there anyway."""
    events = conduct(tiny(epochs=2, clip=clip), lambda event: None)
    history = RunHistory(Recipe())
    for event in events:
        history = history.extend(event)
    norms = history.norms.values
    assert len(norms) == len(history.losses) > 2 * NORM_EVERY
    assert (norms > 0).tolist() == [step % every == 0 for step in range(len(norms))]
    epochs = [event for event in events if isinstance(event, Epoch)]
    for epoch in epochs:
        assert epoch.val_top5 is not None
        assert epoch.val_accuracy <= epoch.val_top5 <= 1
    assert (epochs[-1].val_top5 or 0) > 0.9


def test_where_gradients_add_up_the_norm_is_that_of_the_last_of_them() -> None:
    events = conduct(tiny(epochs=2, accumulate=4, clip=1.0), lambda event: None)
    history = RunHistory(Recipe())
    for event in events:
        history = history.extend(event)
    assert history.started is not None
    per_epoch = history.started.steps_per_epoch
    assert per_epoch % 4
    assert [at for at, norm in enumerate(history.norms.values) if math.isfinite(norm)] == [
        step
        for step in range(2 * per_epoch)
        if step % per_epoch % 4 == 3 or step % per_epoch == per_epoch - 1
    ]


@pytest.mark.parametrize(("counts", "share"), [((5, 3), 0.8), ((0, 0), 0.0), ((None, None), None)])
def test_the_share_of_the_best_five(counts: tuple[int | None, ...], share: float | None) -> None:
    figures = Figures()
    for count in counts:
        top5 = None if count is None else torch.tensor(count)
        figures.add(Told(torch.ones(1), torch.tensor(1), 5, Marks(), top5))
    figures.read()
    assert figures.top5 == share
    assert figures.norms == ()
