"""What the parent wants: kept by the reader thread, looked at by the training thread.

Runs are served one after the other, and after them those that are queued. A start that comes while
another run goes on ends that run first, exactly as a stop before it would; every start is answered
by one Finished or Failed. Without a parent what is kept in folders goes on, if that is wanted.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from msgspec.structs import replace

from app.recovery.lock import Lock
from app.training.messages import (
    Adapt,
    Advance,
    Ask,
    Change,
    Command,
    Dequeue,
    Enqueue,
    Event,
    Export,
    FindRate,
    Hasten,
    Outlive,
    Pause,
    Queue,
    Rehearse,
    Resume,
    Review,
    Start,
    Stop,
    Watch,
)
from app.worker.errors import Stopped
from app.worker.line import Line


class Deserted(Exception):  # noqa: N818 - no error, as Stopped is none
    """Nobody is there any more, and nothing is left to do."""


@dataclass
class Job:
    """One start and what was asked of it since. The flags are read once a batch, without a lock.

    `left` is after how many steps it pauses, `to_epoch` that it does after the present epoch.
    """

    start: Start
    reserved: Lock | None = None  # of the queue it comes from
    find: FindRate | None = None  # the rate is to be found, nothing to be learned
    review: Review | None = None  # what was kept is to be loaded, nothing to be learned
    paused: bool = False
    stopped: bool = False
    left: int | None = None
    to_epoch: bool = False
    rehearsals: deque[Rehearse] = field(default_factory=deque)
    changes: deque[Change | Adapt] = field(default_factory=deque)
    doing: str = "reading the recipe"  # for the words of an error

    @property
    def kept(self) -> bool:
        """Whether it can be found again."""
        return bool(self.start.folder) and self.find is None and self.review is None

    def taken(self) -> None:
        """Its run is locked by now, or cannot be, so that its place in the queue is given up."""
        if self.reserved is not None:
            self.reserved.release()
            self.reserved = None

    def check(self) -> None:
        """Raises Stopped when the run is no longer wanted."""
        if self.stopped:
            raise Stopped

    def pause(self, paused: bool) -> None:
        """From now on, with no end to it."""
        self.paused, self.left, self.to_epoch = paused, None, False


class Elsewhere(Protocol):
    """A run that others train, and have in memory afterwards."""

    def say(self, command: Command) -> None:
        """This was wanted while the run was the latest one."""

    def close(self) -> None:
        """Another one begins."""


class Commands:
    def __init__(self, tell: Callable[[Event], None] = lambda event: None) -> None:
        """`tell` is told the queue whenever it changes."""
        self._tell = tell
        self._changed = threading.Condition()
        self._line = Line()
        self._jobs: deque[Job] = deque()
        self._latest: Job | None = None
        self._at: Job | None = None  # what the training thread is at
        self._told = Queue(())
        self._outlives = False
        self._deserted = False
        self._watch = Watch()
        self._watch_is_new = False
        self._exports: deque[Export] = deque()
        self._questions: deque[Ask] = deque()
        self._elsewhere: Elsewhere | None = None

    @property
    def watch(self) -> Watch:
        return self._watch

    @property
    def idle(self) -> bool:
        """Whether no run is wanted, and somebody is there."""
        return not (self._jobs or self._line or self._deserted)

    def take(self, command: Command) -> None:
        """Takes note of a command; called by the reader thread."""
        with self._changed:
            if self._elsewhere is not None:
                self._elsewhere.say(command)
            match command:
                case Start():
                    self._begin(Job(command))
                case FindRate():
                    self._begin(Job(replace(command.start, folder=""), find=command))
                case Review():
                    self._begin(Job(replace(command.start, folder=""), review=command))
                case Enqueue(start=start):
                    self._line.add(start)
                case Dequeue(folder=folder):
                    self._line.remove(folder)
                case Hasten(folder=folder):
                    self._line.hasten(folder)
                case Outlive(on=on):
                    self._outlives = on
                case Watch():
                    self._watch = command
                    self._watch_is_new = self._elsewhere is None
                case Export() | Ask() if self._elsewhere is not None:
                    pass  # it was said
                case Export():
                    self._exports.append(command)
                case Ask():
                    self._questions.append(command)
                case _ if self._latest is not None:
                    self._steer(self._latest, command)
            self._tell_queue()
            self._changed.notify_all()

    def send_elsewhere(self, run: Elsewhere) -> None:
        """What is wanted from now on is said there, too."""
        with self._changed:
            self._elsewhere = run
            run.say(self._watch)
            if self._latest is not None and self._latest.stopped:
                run.say(Stop())
            elif self._latest is not None and self._latest.paused:
                run.say(Pause())

    def attend(self) -> None:
        """Somebody is there to ask."""
        with self._changed:
            self._deserted = False

    def desert(self) -> bool:
        """Nobody is there any more. Returns whether something goes on all the same.

        What is not kept could not be found again, and ends.
        """
        with self._changed:
            if not self._outlives:
                return False
            self._deserted = True
            self._watch = Watch()
            self._exports.clear()
            self._questions.clear()
            if self._elsewhere is not None:
                self._elsewhere.say(self._watch)
            if self._at is not None and not self._at.kept:
                self._at.stopped = True
                if self._elsewhere is not None:
                    self._elsewhere.say(Stop())
            self._jobs = deque(job for job in self._jobs if job.kept)
            self._changed.notify_all()
            going = self._at is not None and self._at.kept
            return going or bool(self._jobs) or bool(self._line)

    def _begin(self, job: Job) -> None:
        if self._latest is not None:
            self._latest.stopped = True
        self._latest = job
        self._jobs.append(job)

    def _tell_queue(self) -> None:
        at = self._at.start.folder if self._at is not None and self._at.kept else ""
        queue = Queue(self._line.folders, at)
        if queue != self._told:
            self._told = queue
            self._tell(queue)

    def advanced(self, job: Job, *, epoch_over: bool = False) -> None:
        """A step is done, or an epoch: the job pauses if it was to go on for so long."""
        if job.left is None and not job.to_epoch:
            return
        with self._changed:  # a command may come in between
            if job.left is not None and not epoch_over:
                job.left -= 1
            if job.left == 0 or (job.to_epoch and epoch_over):
                job.pause(True)

    @property
    def exporting(self) -> bool:
        """Whether a file is wanted."""
        return bool(self._exports)

    def next_export(self) -> Export | None:
        """The oldest wish for a file that has not been answered yet."""
        return self._exports.popleft() if self._exports else None

    def next_question(self) -> Ask | None:
        """The oldest one that nobody has seen to yet."""
        return self._questions.popleft() if self._questions else None

    def looks_elsewhere(self) -> bool:
        """Whether something else is watched than when this was asked last."""
        with self._changed:
            new, self._watch_is_new = self._watch_is_new, False
            return new

    def wait_for_job(self) -> Job | None:
        """Sleeps until a run is wanted, and returns it, or something of the last one is: None.

        Those that are queued come after those that are started.

        Raises:
            Deserted: there is nobody who could want something.
        """
        with self._changed:
            self._at = None
            if not (self._jobs or self._line):
                self._tell_queue()
            self._changed.wait_for(
                lambda: (
                    self._jobs
                    or self._line
                    or self._deserted
                    or self._watch_is_new
                    or self._exports
                    or self._questions
                )
            )
            if self._jobs:
                self._at = self._jobs.popleft()
            elif self._line:
                self._at = self._latest = Job(*self._line.next())
            elif self._deserted:
                raise Deserted
            if self._at is not None:
                self._watch_is_new = False  # it is shown as it begins
            self._tell_queue()
            before, self._elsewhere = self._elsewhere, None if self._at else self._elsewhere
            found = self._at
        if found is not None and before is not None:
            before.close()
        return found

    def wait_while_paused(self, job: Job, *, between_steps: bool) -> bool:
        """Sleeps until the job goes on or ends: False, or something else is wanted of it: True.

        Only `between_steps` it can be changed.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: (
                    job.stopped
                    or not job.paused
                    or self._watch_is_new
                    or bool(self._exports)
                    or bool(job.rehearsals)
                    or bool(self._questions)
                    or (between_steps and bool(job.changes))
                ),
            )
            return job.paused and not job.stopped

    @staticmethod
    def _steer(job: Job, command: Command) -> None:
        match command:
            case Pause():
                job.pause(True)
            case Resume():
                job.pause(False)
            case Stop():
                job.stopped = True
            case Advance(steps=steps, epoch=epoch):
                job.pause(False)
                job.left, job.to_epoch = None if epoch else max(1, steps), epoch
            case Change() | Adapt():
                job.changes.append(command)
            case Rehearse():
                job.rehearsals.append(command)
