"""The learning rate that a network can take: tried from least to most, and judged by the loss.

Source: Smith, Cyclical Learning Rates for Training Neural Networks, 2017.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np
from msgspec.structs import replace

from app.training.messages import FindRate, Finished, RateTried
from app.worker.commands import Job
from app.worker.devices import choose
from app.worker.errors import RunError
from app.worker.outbox import Outbox
from app.worker.parts import Batch, Feed
from app.worker.starting import assemble, learner_of

KEPT = 0.9  # of the mean loss at each step
WORSE = 4.0  # times the least loss: the rate is too large by far
FEWEST = 10  # rates that a suggestion needs


class Finder:
    """Learns from scratch at a rate that grows by the same factor at every step.

    The network is one of its own, so that no run is touched by it.
    """

    def __init__(self, job: Job, wanted: FindRate, outbox: Outbox) -> None:
        """Reads the data and builds the network.

        Raises:
            RunError: the rates, the recipe, the data or the source cannot be used.
            Stopped: it is no longer wanted.
            Exception: whatever the network raises.
        """
        if not 0 < wanted.least < wanted.most or wanted.steps < FEWEST:
            raise RunError(
                f"Rates from {wanted.least:g} to {wanted.most:g} in {wanted.steps} steps cannot be "
                f"tried; begin above 0, end higher, and take {FEWEST} steps or more."
            )
        self._begun = time.perf_counter()
        self._job = job
        self._wanted = wanted
        self._outbox = outbox
        # a step of its own at every batch, at the rate that is set
        self._recipe = replace(
            job.start.recipe, schedule="constant", warmup=0.0, accumulate=1, ema=0.0, stop_after=0
        )
        self._feed, network, _ = assemble(job, choose(self._recipe.device))
        steps = wanted.steps
        self._learner = learner_of(job.start, self._recipe, network, self._feed, steps)

    def find(self) -> Finished:
        """Tells the loss of every rate; the last one comes with the suggestion.

        Raises:
            Stopped: it is no longer wanted.
            Exception: whatever the network raises.
        """
        wanted, learning = self._wanted, self._job.start.learning
        rates = np.geomspace(wanted.least, wanted.most, wanted.steps).tolist()
        losses: list[float] = []
        mean = 0.0
        for step, (rate, batch) in enumerate(zip(rates, _batches(self._feed), strict=False)):
            self._job.check()
            self._job.doing = f"trying a learning rate of {rate:.2g}"
            self._learner.change(replace(self._recipe, learning_rate=rate), learning)
            mean = KEPT * mean + (1 - KEPT) * self._loss(batch, step)
            loss = mean / (1 - KEPT ** (step + 1))  # else it would begin at 0
            if not math.isfinite(loss) or (losses and loss > WORSE * min(losses)):
                break
            if losses:
                self._outbox.send(RateTried(rates[step - 1], losses[-1]))
            losses.append(loss)
        if losses:
            last = len(losses) - 1
            self._outbox.send(RateTried(rates[last], losses[last], suggestion(rates, losses)))
        seconds = time.perf_counter() - self._begun
        return Finished(0, len(losses), False, math.nan, math.nan, math.nan, seconds, 0.0)

    def _loss(self, batch: Batch, step: int) -> float:
        told = self._learner.step(batch, step).losses.tolist()
        return float(np.dot(self._learner.weights, told))


def suggestion(rates: Sequence[float], losses: Sequence[float]) -> float | None:
    """A tenth of the rate at which the smoothed loss is least; None where it did not fall.

    There it is about to grow: the tenth is safe, and not far from where the loss falls steepest,
    which noise hides. `rates` may be more than `losses`.
    """
    least = int(np.argmin(losses))
    return rates[least] / 10 if least >= FEWEST else None


def _batches(feed: Feed) -> Iterator[Batch]:
    for epoch in count(1):
        yield from feed.epoch(epoch)
