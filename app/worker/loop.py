"""The training loop: epochs of steps, validation after each, everything told as events.

It knows the order of things and nothing of what they are: that is its parts' own.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any

import msgspec

from app.training.controls import ChangeError
from app.training.history import REFUSED
from app.training.messages import (
    Adapt,
    Alert,
    Change,
    Changed,
    Epoch,
    Finished,
    Halted,
    Paused,
    Resumed,
    Steps,
)
from app.training.schedules import length
from app.worker.commands import Commands, Job
from app.worker.errors import RunError, Stopped
from app.worker.export import Trained, serve_exports
from app.worker.figures import Figures
from app.worker.growing.growing import Grower, Parts
from app.worker.guard import NotFiniteError
from app.worker.outbox import Outbox
from app.worker.pace import Pace, Stopwatch
from app.worker.parts import At, Batch, Feed, Keeper

NOTHING_CHANGED = "The run goes on as before."
REPORT = 0.05  # seconds between two events on steps; reading a loss waits for the device


class Run:
    """One network in training, and in memory afterwards, to be looked at."""

    def __init__(
        self,
        job: Job,
        commands: Commands,
        outbox: Outbox,
        feed: Feed,
        parts: Parts,
        keeper: Keeper,
        grower: Grower,
        begun: tuple[At, Mapping[str, Any]] | None = None,
    ) -> None:
        """`begun` is where the keeper has resumed the run, and the sums there."""
        self._job = job
        self._commands = commands
        self._outbox = outbox
        self._feed = feed
        self._keeper = keeper
        self._grower = grower
        self._take(parts)
        self._watched = 0.0  # seconds, by those that looked on at networks before
        self._recipe = job.start.recipe
        self._total = length(self._recipe, feed.steps)
        at, sums = begun if begun is not None else (At(), None)
        self._planned = deque(keeper.changes(at.step))  # in another life of this run
        self._step, self._epoch, self._batch = at.step, at.epoch, at.batch
        self._figures = self._new_figures()
        self._epoch_begun = at.seconds
        self._last: Epoch | None = None
        if sums is not None:
            self._load(sums)
        self._images = 0
        self._pace = Pace(at.step)
        self._watch = Stopwatch()
        self._watch.skip(-at.seconds)
        self._before = at.seconds
        self._validation_seconds: float | None = None
        self._reported = -math.inf  # the first step is told at once

    def train(self) -> Finished:
        """Trains until all epochs are done or the run is no longer wanted.

        Raises:
            RunError: the loss is no longer a number.
            Exception: whatever the network raises.
        """
        stopped = False
        self._watcher.begin()
        try:
            # an epoch that was broken off at its end has not been validated
            while (self._step < self._total or self._batch) and not self._learner.over:
                self._run_epoch()
        except Stopped:
            stopped = True
        except NotFiniteError:
            self._report()  # of the steps that led there
            raise
        self._report()
        self._outbox.send(Halted(self._step))
        self._keep()
        self.clerk.validations.tell()
        self._learner.finish()
        last = self._last
        return Finished(
            epochs=last.epoch if last else 0,
            steps=self._step,
            stopped=stopped,
            train_loss=last.train_loss if last else math.nan,
            val_loss=last.val_loss if last else math.nan,
            val_accuracy=last.val_accuracy if last else math.nan,
            seconds=self._watch.seconds,
            probe_share=self._probe_share,
        )

    @property
    def trained(self) -> Trained:
        """The network as it is now."""
        return Trained(self._job.start.source, self._learner.raw, self._step)

    def show(self) -> None:
        """Sends what is watched now."""
        self._job.doing = "computing feature maps"
        self._watcher.show(self._step)

    @property
    def _probe_share(self) -> float:
        watched = self._watched + self._watcher.seconds
        return watched / (self._watch.seconds - self._before)

    def _take(self, parts: Parts) -> None:
        """What belongs to the network that is trained from now on."""
        self._learner, self._knobs = parts.learner, parts.knobs
        self._watcher, self.clerk = parts.watcher, parts.clerk
        self._outputs = [name for name, _ in self._job.start.outputs]

    def _new_figures(self) -> Figures:
        return Figures(self._learner.weights, self._job.start.auxiliary)

    def _sums(self) -> Mapping[str, Any]:
        """What of the run's own the rest of it depends on, as plain values."""
        return {
            "figures": self._figures.state(),
            "epoch_begun": self._epoch_begun,
            "last": msgspec.to_builtins(self._last),
        }

    def _load(self, sums: Mapping[str, Any]) -> None:
        self._figures.load(sums["figures"])
        self._epoch_begun = sums["epoch_begun"]
        self._last = msgspec.convert(sums["last"], Epoch | None)

    def _run_epoch(self) -> None:
        batches = self._feed.epoch(self._epoch, self._batch)
        while self._batch < self._feed.steps and self._step < self._total:
            self._obey()
            self._job.doing = f"training, at step {self._step + 1}"
            asked = time.perf_counter()
            self._learn(next(batches), time.perf_counter() - asked)
            if self._watch.seconds - self._reported >= REPORT:
                self._report()
            if self._keeper.due():
                self._keep()
            self._commands.advanced(self._job)
        self._report()
        validated = self._validate()
        figures, number = self._figures, self._epoch
        self._last = Epoch(
            epoch=number,
            step=self._step,
            train_loss=figures.loss,
            train_accuracy=figures.accuracy,
            val_loss=validated.loss,
            val_accuracy=validated.accuracy,
            val_top5=validated.top5,
            seconds=self._watch.seconds - self._epoch_begun,
            output_losses=self._output_losses(),
            learned_loss=figures.learned,
            ema=self._recipe.ema > 0,
            best=self._learner.judge(validated.loss, validated.accuracy),
        )
        self._watcher.validated(number, self._step)
        self._tell(self._last)
        self.clerk.validations.over(number, self._step)
        if self._last.best and self._recipe.keep_best:
            self._keeper.best(self._step, self._learner)
        self._epoch, self._batch = number + 1, 0
        self._figures = self._new_figures()
        self._epoch_begun = self._watch.seconds
        if self._keeper.due(epoch_over=True):
            self._keep()
        self._commands.advanced(self._job, epoch_over=True)

    def _learn(self, batch: Batch, waited: float) -> None:
        told = self._learner.step(batch, self._step)
        told.marks.data = waited
        self._figures.add(told)
        self._step += 1
        self._batch += 1
        self._images += told.size
        self._watcher.step(self._step, batch, told)

    def _keep(self) -> None:
        """Everything up to here, which has been told before."""
        self._report()
        at = At(self._step, self._epoch, self._batch, self._watch.seconds)
        self._keeper.keep(at, self._learner, self._sums())

    def _output_losses(self) -> dict[str, float]:
        several = len(self._outputs) > 1
        return dict(zip(self._outputs, self._figures.losses, strict=True)) if several else {}

    def _validate(self) -> Figures:
        """Loss and hits over the validation split."""
        begin = self._watch.seconds
        self._job.doing = f"validating after epoch {self._epoch}"
        staying = len(self._outputs) - self._job.start.auxiliary
        found = Figures(self._learner.weights[:staying])
        validations = self.clerk.validations
        validations.begin()
        with self._learner.validating():
            for batch in self._feed.validation():
                self._obey(between_steps=False)
                told = self._learner.evaluate(batch)
                if told.answers is not None:
                    validations.add(batch, told.answers)
                found.add(replace(told, answers=None))  # or those of all batches would be held
        found.read()
        self._require_number(found.loss, f"in the validation after epoch {self._epoch}")
        self._validation_seconds = self._watch.seconds - begin
        self._pace.watch.skip(self._validation_seconds)
        return found

    def _obey(self, *, between_steps: bool = True) -> None:
        """Between two batches: ends the run or idles, if that was asked for.

        Between two of a validation the run is neither changed nor kept: that can wait for its end.
        """
        self._job.check()
        self._serve()
        if between_steps:
            self._heed()
        if not self._job.paused:
            self._answer()
            return
        begin = time.perf_counter()
        self._report()
        self._outbox.send(Paused())
        self.show()
        self.clerk.validations.tell()
        if between_steps:
            self._keep()
        while self._commands.wait_while_paused(self._job, between_steps=between_steps):
            self._serve()
            if between_steps:
                self._heed()
            if self._commands.looks_elsewhere():
                self.show()
            self.clerk.answer(lambda: self._job.paused and not self._job.stopped)
        self._skip(time.perf_counter() - begin)
        self._job.check()
        if between_steps:
            self._heed()  # what came together with the wish to go on
        self._outbox.send(Resumed())

    def _heed(self) -> None:
        """Changes what is to be changed from this step on."""
        while self._planned and self._planned[0][0] <= self._step:
            match self._planned.popleft()[1]:
                case Change() as change:
                    self._turn(change)
                case Adapt() as adapt:
                    self._grow(adapt, again=True)
        while self._job.changes:
            try:
                self._put_in_force(self._job.changes.popleft())
            except (ChangeError, RunError) as error:
                self._outbox.send(Alert(REFUSED, "", self._step, str(error), NOTHING_CHANGED))

    def _put_in_force(self, wish: Change | Adapt) -> None:
        """Raises ChangeError or RunError: it cannot be done, and nothing was."""
        match wish:
            case Adapt():
                self._grow(wish, again=False)
            case Change():
                self._knobs.check(wish)
                self._keeper.change(self._step, wish)  # on the disk before it acts
                self._turn(wish)

    def _grow(self, adapt: Adapt, *, again: bool) -> None:
        """Goes on with another network, as a run that was broken off does `again`."""
        begin = time.perf_counter()
        self._keep()  # there is a way back
        now = msgspec.structs.replace(self._job.start, recipe=self._knobs.recipe)
        found = self._grower.grow(adapt, self._step, now, self._learner)
        self._keeper.adapt(self._step, found.adapt, again=again)
        self._watched += self._watcher.seconds
        validations = self.clerk.validations
        self.clerk.close("The network has become another one.")
        weights, self._job.start = self._learner.weights, found.adapt.start
        self._take(found.parts)
        self.clerk.validations.latest = validations.latest  # there are no others yet
        if [*weights] != [*self._learner.weights]:
            self._figures = self._new_figures()  # sums of other losses are of no use
        self._watcher.begin()
        self._outbox.send(found.told)
        self._keep()
        self._stood_still(begin)

    def _stood_still(self, begin: float) -> None:
        """Training did, since then; a pause counts that by itself."""
        if not self._job.paused:
            self._skip(time.perf_counter() - begin)

    def _turn(self, change: Change) -> None:
        self._report()
        self._knobs.turn(change)
        self._outbox.send(Changed(self._step, change))

    def _serve(self) -> None:
        """What is wanted and changes nothing, so that it need not wait for the next step."""
        rehearsals = self._job.rehearsals
        if not (rehearsals or self._commands.exporting):
            return  # as before nearly every step
        begin = time.perf_counter()
        serve_exports(self._commands, self._outbox, self.trained)
        while rehearsals:
            self._outbox.send(self._grower.rehearse(rehearsals.popleft(), self._learner))
        self._stood_still(begin)

    def _answer(self) -> None:
        begin = time.perf_counter()
        if self.clerk.glance():
            self._skip(time.perf_counter() - begin)

    def _skip(self, seconds: float) -> None:
        """Training stood still for so long."""
        self._watch.skip(seconds)
        self._pace.watch.skip(seconds)

    def _report(self) -> None:
        """Tells the losses since the last report.

        Raises:
            RunError: one of them is no longer a number.
        """
        losses = self._figures.read()
        if not losses:
            return
        self._pace.mark(self._step, self._images)
        self._reported = self._watch.seconds
        good = tuple(takewhile(math.isfinite, losses))
        first = self._step - len(losses)
        self._tell(
            Steps(
                first=first,
                losses=good,
                epoch=self._epoch,
                learning_rate=self._learner.rate,
                images_per_second=self._pace.images_per_second,
                seconds_left=self._seconds_left(),
                probe_share=self._probe_share,
                gradient_norms=self._figures.norms[: len(good)],
                seconds=self._watch.seconds,
            )
        )
        if len(good) < len(losses):
            self._require_number(losses[len(good)], f"at step {first + len(good) + 1}")

    def _tell(self, event: Steps | Epoch) -> None:
        self._outbox.send(event)
        self._watcher.heard(event)

    def _seconds_left(self) -> float:
        steps = self._total - self._step
        validation = self._validation_seconds
        if validation is None:  # a forward pass alone costs about a third of a training step
            share = self._feed.val / self._feed.used
            validation = self._feed.steps * self._pace.seconds_per_step * share / 3
        epochs = math.ceil(self._total / self._feed.steps)
        validations = epochs - (self._last.epoch if self._last else 0)
        return steps * self._pace.seconds_per_step + validations * validation

    def _require_number(self, loss: float, where: str) -> None:
        if not math.isfinite(loss):
            word = "NaN (not a number)" if math.isnan(loss) else "infinite"
            rate = self._knobs.recipe.learning_rate
            raise RunError(
                f"The loss became {word} {where}; lower the learning rate, now {rate:g}."
            )
