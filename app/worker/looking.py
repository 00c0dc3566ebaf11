"""A network that is shown photographs and learns nothing: only its feature maps are wanted."""

from __future__ import annotations

import math
import time

import torch

from app.training.messages import Finished, Started
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


class Look:
    """One network in memory, to be looked at; it stands in the place of a `Run`."""

    def __init__(self, job: Job, commands: Commands, outbox: Outbox) -> None:
        """Reads the photographs, builds the network and says so.

        Raises:
            RunError: the recipe, the photographs or the source cannot be used.
            Exception: whatever the network raises.
        """
        begin = time.perf_counter()
        self._job = job
        self._commands = commands
        start = job.start
        device = choose(start.recipe.device)
        job.doing = "reading the photographs"
        feed, sentence = open_look(start, device)
        job.doing = "building the network"
        torch.manual_seed(start.recipe.seed)
        self._network = build(start, device)
        begun = begin_with(self._network, start.weights) if start.weights is not None else ""
        outbox.send(
            Started(
                device=describe(device),
                classes=feed.classes,
                train_samples=0,
                val_samples=feed.val,
                steps_per_epoch=0,
                parameters=sum(parameter.numel() for parameter in self._network.parameters()),
                data=sentence,
                skipped=feed.skipped,
                weights=begun,
            )
        )
        probe = build_probe(start)
        self._prober = Prober(probe, self._network, Sample(feed, outbox), outbox)
        subject = Subject(start, feed, self._network, probe)
        self.clerk = Clerk(commands, outbox, subject, Validations(start, feed.classes, outbox))
        self._seconds = time.perf_counter() - begin

    def train(self) -> Finished:
        """Nothing is learned, and there is no loss."""
        return Finished(0, 0, False, math.nan, math.nan, math.nan, self._seconds, 0.0)

    @property
    def trained(self) -> Trained:
        """The network as it is."""
        return Trained(self._job.start.source, self._network, 0)

    def show(self) -> None:
        """Sends the feature maps that are watched now."""
        self._job.doing = "computing feature maps"
        self._prober.show(self._commands.watch, step=0)
