"""The training loop: epochs of steps, validation after each, everything told as events."""

from __future__ import annotations

import math
import time
from itertools import takewhile

import torch

from app.training.messages import Epoch, Finished, Paused, Resumed, Started, Steps
from app.worker.commands import Commands, Job
from app.worker.data import load
from app.worker.devices import choose, describe
from app.worker.errors import RunError, Stopped
from app.worker.export import Trained, serve_exports
from app.worker.learner import Figures, Learner
from app.worker.loading import build, build_probe, require_weights
from app.worker.outbox import Outbox
from app.worker.pace import Pace, Stopwatch
from app.worker.probe import Prober
from app.worker.sample import Sample
from app.worker.weights import begin_with

REPORT = 0.05  # seconds between two events on steps; reading a loss waits for the device


class Run:
    """One network in training, and in memory afterwards, to be looked at."""

    def __init__(self, job: Job, commands: Commands, outbox: Outbox) -> None:
        """Reads the data, builds the network and says that the run has started.

        Raises:
            RunError: the recipe, the data or the source cannot be used.
            Stopped: the run is no longer wanted.
            Exception: whatever the network raises.
        """
        self._job = job
        self._commands = commands
        self._outbox = outbox
        self._recipe = recipe = job.start.recipe
        self._device = choose(recipe.device)
        job.doing = "reading the data"
        self._data = load(job.start, self._device, job.check)
        job.doing = "building the network"
        torch.manual_seed(recipe.seed)
        network = build(job.start, self._device)
        require_weights(network)
        begun = begin_with(network, job.start.weights) if job.start.weights is not None else ""
        self._used = used_samples(len(self._data.train), recipe.batch_size)
        self._steps_per_epoch = math.ceil(self._used / recipe.batch_size)
        steps = recipe.epochs * self._steps_per_epoch
        self._outputs, weights = zip(*job.start.outputs, strict=True)
        learning = job.start.learning
        self._learner = Learner(network, recipe, self._device, steps, weights, learning)
        self._learning_rate = recipe.learning_rate
        outbox.send(
            Started(
                device=describe(self._device),
                classes=self._data.classes,
                train_samples=len(self._data.train),
                val_samples=len(self._data.val),
                steps_per_epoch=self._steps_per_epoch,
                parameters=sum(parameter.numel() for parameter in network.parameters()),
                data=self._data.sentence,
                skipped=self._data.skipped,
                weights=begun,
            )
        )
        self._step = 0
        self._images = 0
        self._epochs: list[Epoch] = []
        self._prober = self._prepare_prober()
        self._pace = Pace()
        self._watch = Stopwatch()
        self._validation_seconds: float | None = None
        self._reported = 0.0

    def train(self) -> Finished:
        """Trains until all epochs are done or the run is no longer wanted.

        Raises:
            RunError: the loss is no longer a number.
            Exception: whatever the network raises.
        """
        stopped = False
        order = torch.Generator().manual_seed(self._recipe.seed)
        self._prober.reset()
        try:
            for epoch in range(1, self._recipe.epochs + 1):
                self._run_epoch(epoch, order)
        except Stopped:
            stopped = True
        last = self._epochs[-1] if self._epochs else None
        return Finished(
            epochs=len(self._epochs),
            steps=self._step,
            stopped=stopped,
            train_loss=last.train_loss if last else math.nan,
            val_loss=last.val_loss if last else math.nan,
            val_accuracy=last.val_accuracy if last else math.nan,
            seconds=self._watch.seconds,
            probe_share=self._prober.seconds / self._watch.seconds,
        )

    @property
    def trained(self) -> Trained:
        """The network as it is now."""
        return Trained(self._job.start.source, self._learner.network, self._step)

    def _serve_exports(self) -> None:
        begin = time.perf_counter()
        if serve_exports(self._commands, self._outbox, self.trained):
            spent = time.perf_counter() - begin
            self._watch.skip(spent)
            self._pace.watch.skip(spent)

    def show(self) -> None:
        """Sends the feature maps that are watched now."""
        self._job.doing = "computing feature maps"
        self._prober.show(self._commands.watch, self._step)

    def _prepare_prober(self) -> Prober:
        """Sends the probe image and the maps of the untrained network, which warms the probe up."""
        sample = Sample(self._data, self._outbox)
        prober = Prober(build_probe(self._job.start), self._learner.network, sample, self._outbox)
        self._job.doing = "computing feature maps"
        prober.show(self._commands.watch, step=0)
        return prober

    def _run_epoch(self, number: int, order: torch.Generator) -> None:
        begin = self._watch.seconds
        figures = Figures(self._learner.weights, self._job.start.auxiliary)
        train = self._data.train
        indices = train[torch.randperm(len(train), generator=order).to(self._device)]
        for batch in torch.split(indices[: self._used], self._recipe.batch_size):
            self._obey(number, figures)
            self._job.doing = f"training, at step {self._step + 1}"
            self._learning_rate = self._learner.set_learning_rate(self._step)
            figures.add(*self._learner.step(*self._data.batch(batch)), len(batch))
            self._step += 1
            self._images += len(batch)
            if self._watch.seconds - self._reported >= REPORT or self._step == 1:
                self._report(number, figures)
            self._prober.show_if_due(self._commands.watch, self._step)
        self._report(number, figures)
        val_loss, val_accuracy = self._validate(number, figures)
        epoch = Epoch(
            epoch=number,
            step=self._step,
            train_loss=figures.loss,
            train_accuracy=figures.accuracy,
            val_loss=val_loss,
            val_accuracy=val_accuracy,
            seconds=self._watch.seconds - begin,
            output_losses=self._output_losses(figures),
            learned_loss=figures.learned,
        )
        self._epochs.append(epoch)
        self._outbox.send(epoch)

    def _output_losses(self, figures: Figures) -> dict[str, float]:
        several = len(self._outputs) > 1
        return dict(zip(self._outputs, figures.losses, strict=True)) if several else {}

    def _validate(self, number: int, figures: Figures) -> tuple[float, float]:
        """Mean loss and accuracy over the validation split."""
        begin = self._watch.seconds
        self._job.doing = f"validating after epoch {number}"
        val = self._data.val
        losses = hits = torch.zeros((), device=self._device)
        self._learner.network.eval()
        # without gradients twice as many fit
        for batch in torch.split(val, 2 * self._recipe.batch_size):
            self._obey(number, figures)
            batch_loss, batch_hits = self._learner.evaluate(*self._data.batch(batch))
            losses, hits = losses + batch_loss, hits + batch_hits
        self._learner.train()
        loss, accuracy = float(losses) / len(val), float(hits) / len(val)
        self._require_number(loss, f"in the validation after epoch {number}")
        self._validation_seconds = self._watch.seconds - begin
        self._pace.watch.skip(self._validation_seconds)
        return loss, accuracy

    def _obey(self, number: int, figures: Figures) -> None:
        """Between two batches: ends the run or idles, if that was asked for."""
        self._job.check()
        self._serve_exports()
        if not self._job.paused:
            return
        begin = time.perf_counter()
        spent = self._prober.seconds
        self._report(number, figures)
        self._outbox.send(Paused())
        self.show()
        while self._commands.wait_while_paused(self._job):
            self._serve_exports()
            self.show()
        self._prober.seconds = spent  # what is shown in a pause slows nothing down
        self._watch.skip(time.perf_counter() - begin)
        self._pace.watch.skip(time.perf_counter() - begin)
        self._job.check()
        self._outbox.send(Resumed())

    def _report(self, number: int, figures: Figures) -> None:
        """Tells the losses since the last report.

        Raises:
            RunError: one of them is no longer a number.
        """
        losses = figures.read()
        if not losses:
            return
        self._pace.mark(self._step, self._images)
        self._reported = self._watch.seconds
        good = tuple(takewhile(math.isfinite, losses))
        first = self._step - len(losses)
        self._outbox.send(
            Steps(
                first=first,
                losses=good,
                epoch=number,
                learning_rate=self._learning_rate,
                images_per_second=self._pace.images_per_second,
                seconds_left=self._seconds_left(),
                probe_share=self._prober.seconds / self._watch.seconds,
            )
        )
        if len(good) < len(losses):
            self._require_number(losses[len(good)], f"at step {first + len(good) + 1}")

    def _seconds_left(self) -> float:
        steps = self._recipe.epochs * self._steps_per_epoch - self._step
        validation = self._validation_seconds
        if validation is None:  # a forward pass alone costs about a third of a training step
            share = len(self._data.val) / self._used
            validation = self._steps_per_epoch * self._pace.seconds_per_step * share / 3
        validations = self._recipe.epochs - len(self._epochs)
        return steps * self._pace.seconds_per_step + validations * validation

    def _require_number(self, loss: float, where: str) -> None:
        if not math.isfinite(loss):
            word = "NaN (not a number)" if math.isnan(loss) else "infinite"
            rate = self._recipe.learning_rate
            raise RunError(
                f"The loss became {word} {where}; lower the learning rate, now {rate:g}."
            )


def used_samples(samples: int, batch_size: int) -> int:
    """How many samples an epoch takes: a last batch of one is left out, as BatchNorm needs two."""
    alone = samples > 1 and batch_size > 1 and samples % batch_size == 1
    return samples - 1 if alone else samples
