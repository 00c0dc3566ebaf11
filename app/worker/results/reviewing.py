"""What a run has kept, loaded to be looked at and asked about: nothing of the run is changed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from torch import Tensor

from app.runs.folder import EVENTS, JOURNAL, WEIGHTS, RunFolder
from app.runs.log import changes, events
from app.runs.results import RESULTS
from app.training.messages import Adapt, Epoch, Finished, Grown, Kept, Review, Start
from app.worker.begun import started
from app.worker.checkpoint import Checkpoint, newest, read_tensors
from app.worker.commands import Commands, Job
from app.worker.devices import choose, describe
from app.worker.errors import RunError
from app.worker.keeper import LEARNER, load_buffers
from app.worker.learner import AVERAGE, Learner
from app.worker.loading import build_probe
from app.worker.looking import Shown
from app.worker.outbox import Outbox
from app.worker.results.subject import Subject
from app.worker.starting import assemble, learner_of

OTHER_DATA = "The data is not what it was when the run began."


@dataclass(frozen=True)
class _Found:
    """Weights of a run after a step; its network has become another one `grown` times by then.

    With them goes all else of a checkpoint; the best weights stand alone.
    """

    step: int
    grown: int
    weights: Mapping[str, Tensor]
    checkpoint: Checkpoint | None = None


class Reviewed(Shown):
    def __init__(self, job: Job, review: Review, commands: Commands, outbox: Outbox) -> None:
        """Reads the data, builds the network, loads it and says so.

        Raises:
            RunError: nothing was kept, or it cannot be used.
            DataError: the data is not there any more.
            Stopped: it is no longer wanted.
            Exception: whatever the network raises.
        """
        self._begin = time.perf_counter()
        self._folder = folder = RunFolder(Path(review.start.folder))
        job.doing = "reading what the run has kept"
        found = _best(folder) if review.best else _newest(folder)
        start = job.start = _start(folder, review.start, found)
        device = choose(start.recipe.device)
        feed, network, _ = assemble(job, device)
        learner = learner_of(start, start.recipe, network, feed, steps=1)
        _load(learner, found)
        self._feed, self._learner = feed, learner
        self._step = found.step
        kept = found.checkpoint.position.fingerprint if found.checkpoint is not None else ""
        self._same = kept in ("", feed.fingerprint)
        outbox.send(
            started(
                feed,
                network,
                describe(device),
                folder=review.start.folder,
                resumed_at=found.step,
                exact="" if self._same else OTHER_DATA,
            )
        )
        subject = Subject.of(start, feed, learner, build_probe(start))
        super().__init__(job, commands, outbox, subject, found.step)

    def train(self) -> Finished:
        """Tells what was validated; anew where that was of other weights, or of other data."""
        kept = self._folder.results()
        validations = self.clerk.validations
        if kept is not None and self._same and kept.step == self._step:
            validations.take_over(kept, str(self._folder.path / RESULTS))
        else:
            self._validate()
        results = validations.latest
        assert results is not None
        return Finished(
            epochs=results.epoch,
            steps=self._step,
            stopped=False,
            train_loss=float("nan"),
            val_loss=results.loss,
            val_accuracy=results.accuracy,
            seconds=time.perf_counter() - self._begin,
            probe_share=0.0,
        )

    def _validate(self) -> None:
        self._job.doing = "validating the network"
        validations = self.clerk.validations
        with self._learner.validating():
            for batch in self._feed.validation():
                self._job.check()
                answers = self._learner.evaluate(batch).answers
                assert answers is not None
                validations.add(batch, answers)
        epochs = events(self._folder.path / EVENTS, Epoch)
        done = [e.epoch for e in epochs if isinstance(e, Epoch) and e.step <= self._step]
        validations.over(max(done, default=0), self._step)
        validations.tell()


def _newest(folder: RunFolder) -> _Found:
    found = newest(folder)
    if found is None:
        raise RunError(
            "The run has kept no weights yet, so that there is nothing to look at. Let it come to "
            "the end of its first epoch."
        )
    return _Found(found.position.step, found.position.grown, found.weights, found)


def _best(folder: RunFolder) -> _Found:
    step = grown = now = 0
    for event in events(folder.path / EVENTS, Kept, Grown):
        now += isinstance(event, Grown)
        if isinstance(event, Kept) and event.best:
            step, grown = event.step, now
    path = folder.best()
    if path is None:
        raise RunError("The run has not kept its best weights. Look at the newest ones instead.")
    return _Found(step, grown, read_tensors(path / WEIGHTS))


def _start(folder: RunFolder, start: Start, found: _Found) -> Start:
    """What the network was made by, without what only a run needs."""
    grown = [change for _, change in changes(folder.path / JOURNAL) if isinstance(change, Adapt)]
    if found.grown:
        start = grown[found.grown - 1].start
    averaged = found.checkpoint is None  # already
    recipe = replace(
        start.recipe, compile=False, processes=1, ema=0.0 if averaged else start.recipe.ema
    )
    return replace(start, recipe=recipe, folder="", resume=False, weights=None)


def _load(learner: Learner, found: _Found) -> None:
    """The weights that are validated; the rest of a learner is of no use."""
    learner.raw.load_state_dict(found.weights)
    if found.checkpoint is not None:
        tensors, plain = found.checkpoint.tensors, found.checkpoint.plain[LEARNER]
        load_buffers(learner, tensors)
        learner.load({k: t for k, t in tensors.items() if k.startswith(AVERAGE)}, plain)
        learner.finish()
