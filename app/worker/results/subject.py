"""The network that is asked about, and running it with nothing left of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from app.runs.results import Kind
from app.training.messages import Start
from app.worker.loading import Probe
from app.worker.parts import Feed, Learner
from app.worker.results.validations import KINDS, told_scores
from app.worker.watch.untouched import untouched
from nodes.errors import SkipwireError


class RefusedError(SkipwireError):
    """A question has no answer; says why, and what has one."""


@dataclass(frozen=True)
class Subject:
    """`averaged` puts the weights that are validated in place, `computing` is how precise it is."""

    start: Start
    feed: Feed
    network: nn.Module
    probe: Probe
    averaged: Callable[[], AbstractContextManager[None]] = nullcontext
    computing: Callable[[], AbstractContextManager[object]] = nullcontext

    @classmethod
    def of(cls, start: Start, feed: Feed, learner: Learner, probe: Probe) -> Subject:
        """A network that learns."""
        return cls(start, feed, learner.raw, probe, learner.averaged, learner.computing)

    @property
    def kind(self) -> Kind:
        return KINDS[self.start.recipe.loss]

    @contextmanager
    def looking(self) -> Iterator[None]:
        """It computes as in validation meanwhile."""
        with self.averaged(), untouched(self.network, evaluating=True):
            yield

    def logits(self, inputs: Tensor) -> Tensor:
        """What the first Output gives, of shape (samples, classes); for use inside `looking`.

        Raises:
            RefusedError: it gives no scores of classes.
        """
        with torch.no_grad(), self.computing():
            outputs = self.network(inputs)
        first: Tensor = outputs if isinstance(outputs, Tensor) else outputs[0]
        return require_scores(first).float()

    def require_class(self, label: int) -> None:
        """Raises RefusedError where the network tells no classes, or none of this number."""
        shape = self.start.output_shape
        require_scores(torch.empty(1, *shape))
        if not 0 <= label < shape[0]:
            raise RefusedError(
                f"The network tells {shape[0]:,} classes, and none of number {label:,}."
            )

    def require_image(self, number: int) -> None:
        """Raises RefusedError where the data has no image of this number."""
        if not 0 <= number < self.feed.count:
            raise RefusedError(
                f"The data has {self.feed.count:,} images, and none of number {number:,}."
            )

    def scores(self, logits: Tensor) -> tuple[float, ...]:
        """Of one image, by class."""
        return tuple(told_scores(self.kind, logits.detach().flatten()).tolist())


def require_scores(logits: Tensor) -> Tensor:
    """Raises RefusedError where these are no scores of classes."""
    if logits.dim() != 2:
        told = "×".join(map(str, logits.shape[1:]))
        raise RefusedError(
            f"The network gives a tensor of shape {told} for an image, and no scores of classes. "
            "End it with a Linear layer to ask what it takes an image for."
        )
    return logits
