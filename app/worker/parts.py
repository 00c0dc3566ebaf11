"""What a run is made of: the loop knows its parts by these alone, so that each can be another.

A `Feed` gives data, a `Learner` learns from it, a `Watcher` looks on, a `Keeper` keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from torch import Tensor, nn

from app.data.source import Size
from app.training.messages import Adapt, Change, Epoch, Start, Steps
from app.training.recipe import Recipe
from nodes.learning import Learning

TOP = 5


@dataclass(frozen=True)
class Batch:
    """Samples for one step. `mixed` is (other labels, share of the own ones) where two are mixed.

    `indices` are the numbers of the samples in the data. Where several processes learn together,
    these are one's part of `whole` samples; in validation the labels and indices are of all.
    """

    inputs: Tensor
    labels: Tensor
    indices: Tensor
    mixed: tuple[Tensor, Tensor] | None = None
    whole: int = 0

    @property
    def size(self) -> int:
        """Samples of all processes."""
        return self.whole or len(self.labels)


@dataclass
class Marks:
    """Seconds that the parts of one step took; `watching` is what the guard took of it."""

    data: float = 0.0
    forward: float = 0.0
    backward: float = 0.0
    optimizer: float = 0.0
    watching: float = 0.0


@dataclass(frozen=True)
class Answers:
    """What the first of the Outputs makes of each sample of a batch that is validated.

    `losses` are without label smoothing and class weights; `among` is whether the class is among
    the best `TOP` guesses.
    """

    logits: Tensor
    losses: Tensor
    predicted: Tensor
    among: Tensor


@dataclass(frozen=True)
class Told:
    """Of one batch of `size` samples, left on the device: nothing has waited for it.

    `losses` are the mean ones by Output, `hits` and `top5` are counts for the first of these.
    `gradient_norm` is that before clipping; it is not taken at every step. `answers` are a
    validation's.
    """

    losses: Tensor
    hits: Tensor
    size: int
    marks: Marks
    top5: Tensor | None = None
    gradient_norm: Tensor | None = None
    answers: Answers | None = None


@dataclass(frozen=True)
class At:
    """Where a run stands: steps done, the epoch from 1, the next batch in it from 0."""

    step: int = 0
    epoch: int = 1
    batch: int = 0
    seconds: float = 0.0


class Feed(Protocol):
    """Data by position: the epoch and the batch decide all that comes, and nothing else does."""

    classes: tuple[str, ...]
    counts: tuple[int, ...]  # of the training samples, by class
    train: int  # samples
    val: int
    used: int  # samples of an epoch
    steps: int  # of an epoch
    sentence: str  # on data and split
    skipped: tuple[str, ...]  # files that could not be read, with the reason
    fingerprint: str  # of the data
    count: int  # of all samples there are
    size: Size  # of an image

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        """The batches of an epoch, counted from 1, from its `first` on."""

    def validation(self) -> Iterator[Batch]:
        """All that is validated on, in an order that stays."""

    def images(self, numbers: Sequence[int]) -> Batch:
        """Samples for validation by their numbers there, counted round."""

    def change(self, recipe: Recipe) -> None:
        """Augment as this recipe says, from the next batch on."""

    def pixels(self, numbers: Sequence[int]) -> Tensor:
        """The same ones as uint8 (count, channels, height, width)."""

    def samples(self, indices: Sequence[int]) -> tuple[Tensor, Batch]:
        """Images by their numbers in the data: as uint8, and as they are validated."""

    def picture(self, path: Path) -> tuple[Tensor, Tensor]:
        """An image file as pixels and as input, each of one image, as one of the data would be.

        Raises DataError: it cannot be read.
        """


class Guard(Protocol):
    """Ends a run before what is not finite gets into its weights."""

    def before(self) -> None:
        """A step begins: from here on the network computes."""

    def check(self, batch: Batch, losses: Tensor, finite: bool) -> None:
        """`finite` says whether all gradients are, or the losses; the weights come next.

        Raises RunError where they are not, and says where that began.
        """


class Learner(Protocol):
    """A network that learns. Nothing here waits for the device."""

    guard: Guard | None  # asked at every step, where there is one

    @property
    def network(self) -> nn.Module:
        """What is called in training: perhaps compiled, or wrapped for several processes."""

    @property
    def raw(self) -> nn.Module:
        """As generated, on the same parameters."""

    @property
    def weights(self) -> Sequence[float]:
        """Of the losses, by Output."""

    @property
    def rate(self) -> float:
        """The learning rate of the last step."""

    def losses(self, outputs: Sequence[Tensor], batch: Batch) -> list[Tensor]:
        """What is learned from in training: the mean loss of each Output, without its weight."""

    def step(self, batch: Batch, step: int) -> Told:
        """Learn from a batch in a step, counted from 0 over the whole run."""

    def validating(self) -> AbstractContextManager[None]:
        """The network computes as in evaluation meanwhile, and as in training afterwards."""

    def averaged(self) -> AbstractContextManager[None]:
        """The network has the weights that are validated meanwhile."""

    def computing(self) -> AbstractContextManager[object]:
        """As precise as the recipe says; for what is called inside."""

    def evaluate(self, batch: Batch) -> Told:
        """What it makes of a batch; the losses are of the Outputs that stay at inference."""

    def judge(self, loss: float, accuracy: float) -> bool:
        """Take note of what an epoch's validation gave; whether none was better so far."""

    @property
    def over(self) -> bool:
        """Whether the run has waited long enough for a better epoch."""

    def change(self, recipe: Recipe, learning: Learning) -> None:
        """Go on by another recipe, in what is LIVE of it, and with other weights that learn."""

    def finish(self) -> None:
        """The run is over: the network has the weights that were validated from now on."""

    def kept(self) -> Mapping[str, Tensor]:
        """A copy of the weights that are validated, averaged ones where the recipe averages."""

    def state(self) -> tuple[Mapping[str, Tensor], Mapping[str, Any]]:
        """All but the weights that the next step depends on: tensors, and plain values."""

    def load(self, tensors: Mapping[str, Tensor], plain: Mapping[str, Any]) -> None:
        """Take over such a state, as a copy."""


class Watcher(Protocol):
    """Looks at the network without leaving a trace in what it learns."""

    @property
    def seconds(self) -> float:
        """Spent in steps since `begin`."""

    def begin(self) -> None:
        """Training begins, or goes on: the account of time starts anew."""

    def step(self, number: int, batch: Batch, told: Told) -> None:
        """So many steps are done, the last one with this batch."""

    def validated(self, epoch: int, step: int) -> None:
        """An epoch is over and is told next: whoever hears of it finds here what was seen of it."""

    def heard(self, event: Steps | Epoch) -> None:
        """What the run has just told: the losses of steps, or an epoch that has ended."""

    def show(self, step: int) -> None:
        """Send what is watched now; it counts for nothing, as training stands still."""


class Keeper(Protocol):
    """Keeps what a run can go on from. It never raises for a disk: it tells that nothing is kept.

    It keeps the weights, the learner's state, the generators of random numbers and `sums`, which
    are plain values.
    """

    @property
    def step(self) -> int:
        """Where the run to be resumed stands; 0 at the beginning."""

    @property
    def threads(self) -> int:
        """Those that the run to be resumed was computed with; 0 where there is none."""

    @property
    def inexact(self) -> str:
        """Why what is resumed will not end as if it had never been broken off, or nothing."""

    def start(self, start: Start) -> Start:
        """That of the network which the run to be resumed has by now, where it became another."""

    def changes(self, first: int, end: int | None = None) -> Sequence[tuple[int, Change | Adapt]]:
        """What was changed before, with the steps from which it acts: from `first` to `end`.

        Without what was changed ahead of the last time that the network became another.
        """

    def change(self, step: int, change: Change) -> None:
        """Note a change that acts from a step on: it is kept when this returns."""

    def adapt(self, step: int, adapt: Adapt, *, again: bool) -> None:
        """The network becomes another: it is kept when this returns, if it was not kept before.

        It is done `again` where the run does so that was broken off. What was kept last stays to go
        back to, if it is of this step.
        """

    def due(self, *, epoch_over: bool = False) -> bool:
        """Whether to keep now, between two steps."""

    def best(self, step: int, learner: Learner) -> None:
        """None was better than the network after so many steps: its weights are to be kept."""

    def keep(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> None:
        """Keep everything that the next step depends on."""

    def resume(self, learner: Learner, fingerprint: str) -> tuple[At, Mapping[str, Any]] | None:
        """Put all of it back, and tell where the run stands; None begins at the beginning.

        The fingerprint is that of the data, which is kept with all else.
        """

    def close(self) -> None:
        """The run has ended, and all of it has been told."""
