"""A run is a function of where it stands: broken off anywhere, it goes on to the same weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest
import torch
from torch import Tensor

from app.training.messages import Adapt, Change, Command, Epoch, Event, Finished, Start, Steps
from app.worker.draws import mix
from app.worker.feeding.start import open_feed
from app.worker.parts import At, Feed, Learner
from tests.app.training.networks import tiny
from tests.app.worker.conftest import conduct

STEPS = 6  # of an epoch
EVERYTHING: dict[str, Any] = {
    "optimizer": "adamw", "schedule": "plateau", "patience": 1, "ema": 0.9, "accumulate": 4,
    "clip": 1.0, "label_smoothing": 0.1, "balanced": True, "crop": 1, "flip": "horizontal",
    "rotate": 20.0, "contrast": 0.2, "lighting": 0.1, "cutout": 0.2, "mixup": 0.3, "cutmix": 1.0,
}  # fmt: skip


@dataclass
class Memory:
    """Keeps a run after one of its steps, or of its epochs, and gives it back to another one."""

    at_step: int
    epoch_over: bool
    kept: tuple[At, bytes, dict[str, Any]] | None = None
    weights: dict[str, Tensor] = field(default_factory=dict)
    threads = 0
    inexact = ""
    _step: int = 0
    _due: bool = False

    @property
    def step(self) -> int:
        return self.kept[0].step if self.kept is not None else 0

    def changes(self, first: int, end: int | None = None) -> Sequence[tuple[int, Change]]:
        return ()

    def change(self, step: int, change: Change) -> None:
        """Nothing is changed here."""

    def start(self, start: Start) -> Start:
        return start

    def adapt(self, step: int, adapt: Adapt, *, again: bool) -> None:
        """Nor does the network become another."""

    def due(self, *, epoch_over: bool = False) -> bool:
        self._step += not epoch_over
        self._due = self._step == self.at_step and epoch_over is self.epoch_over
        return self._due

    def keep(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> None:
        if not self._due:  # the run has ended
            return
        tensors, plain = learner.state()
        state = {
            "weights": self._copies(learner.raw.state_dict()),
            "tensors": self._copies(tensors),
            "plain": plain,
            "random": torch.get_rng_state(),
        }
        self.kept = at, msgspec.json.encode(sums), state  # plain values: JSON can hold them

    def resume(self, learner: Learner, fingerprint: str) -> tuple[At, Mapping[str, Any]] | None:
        if self.kept is None:
            return None
        at, sums, state = self.kept
        learner.raw.load_state_dict(state["weights"])
        learner.load(state["tensors"], state["plain"])
        torch.set_rng_state(state["random"])
        return at, msgspec.json.decode(sums)

    def best(self, step: int, learner: Learner) -> None:
        """Only where it stands is remembered."""

    def close(self) -> None:
        """It is all in memory."""

    @staticmethod
    def _copies(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name: tensor.clone() for name, tensor in tensors.items()}


class Whole(Memory):
    """Remembers the weights after every epoch; begins where another one was."""

    def __init__(self, begun: Memory | None = None) -> None:
        super().__init__(0, True, begun.kept if begun is not None else None)

    def resume(self, learner: Learner, fingerprint: str) -> tuple[At, Mapping[str, Any]] | None:
        found = super().resume(learner, fingerprint)
        self.weights = self._copies(learner.raw.state_dict())
        return found

    def due(self, *, epoch_over: bool = False) -> bool:
        return epoch_over

    def keep(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> None:
        self.weights = self._copies(learner.raw.state_dict())


def start(**recipe: Any) -> Start:
    return tiny(**{"epochs": 2, "batch_size": 64, "validation_share": 0.8, **recipe})


def opened(**recipe: Any) -> Feed:
    return open_feed(start(**recipe), torch.device("cpu"), lambda: None)


def quiet(event: Event) -> Command | None:
    return None


def losses(events: list[Event]) -> list[float]:
    return [loss for event in events if isinstance(event, Steps) for loss in event.losses]


@pytest.mark.parametrize(
    ("broken", "epoch_over"),
    [(1, False), (STEPS - 1, False), (STEPS, False), (STEPS, True), (STEPS + 2, False),
     (2 * STEPS, False), (2 * STEPS, True)],
)  # fmt: skip
@pytest.mark.parametrize("recipe", [{"optimizer": "sgd"}, EVERYTHING], ids=["sgd", "everything"])
def test_a_run_that_goes_on_ends_as_one_that_was_never_broken_off(
    broken: int, epoch_over: bool, recipe: dict[str, Any]
) -> None:
    whole, begun = Whole(), Memory(broken, epoch_over)
    told = conduct(start(**recipe), quiet, keeper=whole)
    conduct(start(**recipe), quiet, keeper=begun)
    assert begun.kept is not None
    assert begun.kept[0].step == broken
    again = Whole(begun)
    later = conduct(start(**recipe), quiet, keeper=again)
    assert again.weights.keys() == whole.weights.keys()
    for name, tensor in whole.weights.items():
        assert torch.equal(again.weights[name], tensor), name
    assert losses(later) == losses(told)[broken:]
    epochs = [msgspec.structs.replace(e, seconds=0.0) for e in told if isinstance(e, Epoch)]
    after = [msgspec.structs.replace(e, seconds=0.0) for e in later if isinstance(e, Epoch)]
    assert after == epochs[len(epochs) - len(after) :]
    ended, former = later[-1], told[-1]
    assert isinstance(ended, Finished)
    assert isinstance(former, Finished)
    assert (ended.epochs, ended.steps, ended.val_loss) == (2, 2 * STEPS, former.val_loss)


def test_a_run_ends_once_no_epoch_is_better_and_stays_ended() -> None:
    """The rate is so small that only running statistics change."""

    class Last(Memory):
        def due(self, *, epoch_over: bool = False) -> bool:
            self._due = epoch_over
            return epoch_over

    still = start(epochs=40, stop_after=2, learning_rate=1e-30, ema=0.5)
    kept = Last(0, True)
    told = conduct(still, quiet, keeper=kept)
    epochs = [event for event in told if isinstance(event, Epoch)]
    assert [epoch.best for epoch in epochs[-3:]] == [True, False, False]
    assert all(epoch.ema for epoch in epochs)
    ended = told[-1]
    assert isinstance(ended, Finished)
    assert (ended.epochs, ended.stopped) == (len(epochs), False)
    assert len(epochs) < 40
    again = conduct(still, quiet, keeper=kept)
    assert not any(isinstance(event, Epoch) for event in again)


@pytest.mark.parametrize("steps", [4, STEPS, STEPS + 2, 3 * STEPS])
def test_a_run_may_have_so_many_steps(steps: int) -> None:
    """Whatever the epochs; the last one is validated where it ends."""
    whole, begun = Whole(), Memory(min(steps, 5), False)
    told = conduct(start(steps=steps, accumulate=4), quiet, keeper=whole)
    assert len(losses(told)) == steps
    epochs = [event for event in told if isinstance(event, Epoch)]
    assert [epoch.step for epoch in epochs] == [*range(STEPS, steps, STEPS), steps]
    ended = told[-1]
    assert isinstance(ended, Finished)
    assert (ended.steps, ended.epochs, ended.stopped) == (steps, len(epochs), False)
    conduct(start(steps=steps, accumulate=4), quiet, keeper=begun)
    again = Whole(begun)
    later = conduct(start(steps=steps, accumulate=4), quiet, keeper=again)
    assert isinstance(later[-1], Finished)
    assert later[-1].val_loss == ended.val_loss
    for name, tensor in whole.weights.items():
        assert torch.equal(again.weights[name], tensor), name


def test_a_run_says_whether_kernels_are_to_be_deterministic() -> None:
    conduct(start(deterministic=True, epochs=1), quiet)
    assert torch.are_deterministic_algorithms_enabled()
    conduct(start(epochs=1), quiet)
    assert not torch.are_deterministic_algorithms_enabled()


def test_a_keeper_is_asked_after_every_step_and_epoch() -> None:
    asked: list[bool] = []

    class Asked(Memory):
        def due(self, *, epoch_over: bool = False) -> bool:
            asked.append(epoch_over)
            return False

    conduct(start(), quiet, keeper=Asked(0, False))
    assert asked == ([False] * STEPS + [True]) * 2


def test_an_epoch_is_in_the_same_order_whatever_was_before_it() -> None:
    feed, other = opened(), opened()
    first, second = ([b.indices for b in feed.epoch(number)] for number in (1, 2))
    assert not torch.equal(torch.cat(first), torch.cat(second))
    rest = [b.indices for b in other.epoch(2, first=2)]
    assert len(rest) == STEPS - 2
    assert torch.equal(torch.cat(rest), torch.cat(second[2:]))
    another = [b.indices for b in opened(seed=1).epoch(1)]
    assert not torch.equal(torch.cat(another), torch.cat(first))


def test_images_are_counted_round() -> None:
    feed = opened()
    batch = feed.images([0, feed.val, 1])
    assert torch.equal(batch.inputs[0], batch.inputs[1])
    assert batch.indices[0] == batch.indices[1] != batch.indices[2]
    assert feed.pixels([0, 1]).shape == (2, 1, 8, 8)
    assert feed.pixels([0]).dtype == torch.uint8


def test_seeds_differ_by_purpose_and_stay() -> None:
    seeds = {mix(s, what, n) for s in (0, 1) for what in ("order", "draw") for n in range(50)}
    assert len(seeds) == 200
    assert all(0 <= seed < 2**63 for seed in seeds)
    assert mix(0, "order", 1) == 125578804223736978
