"""A network that learns nothing: its feature maps are wanted, and what it makes of images."""

from __future__ import annotations

import math
import time

import torch
from msgspec.structs import replace

from app.training.messages import Finished
from app.worker.begun import started
from app.worker.commands import Commands, Job
from app.worker.devices import choose, describe
from app.worker.export import Trained
from app.worker.feeding.start import open_look
from app.worker.loading import build, build_probe
from app.worker.outbox import Outbox
from app.worker.probe import Prober
from app.worker.results.clerk import Clerk
from app.worker.results.subject import Subject
from app.worker.results.validations import Validations
from app.worker.sample import Sample
from app.worker.weights import begin_with


class Shown:
    """One network in memory, to be looked at; it stands in the place of a `Run`."""

    def __init__(
        self, job: Job, commands: Commands, outbox: Outbox, subject: Subject, steps: int
    ) -> None:
        """`steps` is how many the network has learned."""
        self._job = job
        self._commands = commands
        self._subject = subject
        self._steps = steps
        sample = Sample(subject.feed, outbox)
        self._prober = Prober(subject.probe, subject.network, sample, outbox)
        validations = Validations(subject.start, subject.feed.classes, outbox)
        self.clerk = Clerk(commands, outbox, subject, validations)

    @property
    def trained(self) -> Trained:
        """The network as it is."""
        return Trained(self._subject.start.source, self._subject.network, self._steps)

    def show(self) -> None:
        """Sends the feature maps that are watched now."""
        self._job.doing = "computing feature maps"
        self._prober.show(self._commands.watch, step=self._steps)


class Look(Shown):
    """It is shown photographs, or an image of one's own."""

    def __init__(self, job: Job, commands: Commands, outbox: Outbox) -> None:
        """Reads the photographs, builds the network and says so.

        Raises:
            RunError: the recipe, the photographs or the source cannot be used.
            Exception: whatever the network raises.
        """
        begin = time.perf_counter()
        start = job.start
        device = choose(start.recipe.device)
        job.doing = "reading the photographs"
        feed, sentence = open_look(start, device)
        job.doing = "building the network"
        torch.manual_seed(start.recipe.seed)
        network = build(start, device)
        begun = begin_with(network, start.weights) if start.weights is not None else ""
        told = started(feed, network, describe(device), weights=begun)
        outbox.send(replace(told, train_samples=0, steps_per_epoch=0, data=sentence))
        subject = Subject(start, feed, network, build_probe(start))
        super().__init__(job, commands, outbox, subject, 0)
        self._seconds = time.perf_counter() - begin

    def train(self) -> Finished:
        """Nothing is learned, and there is no loss."""
        return Finished(0, 0, False, math.nan, math.nan, math.nan, self._seconds, 0.0)
