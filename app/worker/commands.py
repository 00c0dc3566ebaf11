"""What the parent wants: kept by the reader thread, looked at by the training thread.

Runs are served one after the other. A start that comes while another run goes on ends that run
first, exactly as a stop before it would; every start is answered by one Finished or Failed.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from app.training.messages import Command, Export, Pause, Resume, Start, Stop, Watch
from app.worker.errors import Stopped


@dataclass
class Job:
    """One start and what was asked of it since. The flags are read once a batch, without a lock."""

    start: Start
    paused: bool = False
    stopped: bool = False
    doing: str = "reading the recipe"  # for the words of an error

    def check(self) -> None:
        """Raises Stopped when the run is no longer wanted."""
        if self.stopped:
            raise Stopped


class Commands:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._jobs: deque[Job] = deque()
        self._latest: Job | None = None
        self._watch = Watch()
        self._watch_is_new = False
        self._exports: deque[Export] = deque()

    @property
    def watch(self) -> Watch:
        return self._watch

    def take(self, command: Command) -> None:
        """Takes note of a command; called by the reader thread."""
        with self._changed:
            match command:
                case Start():
                    if self._latest is not None:
                        self._latest.stopped = True
                    self._latest = Job(command)
                    self._jobs.append(self._latest)
                case Watch():
                    self._watch = command
                    self._watch_is_new = True
                case Export():
                    self._exports.append(command)
                case Pause() if self._latest is not None:
                    self._latest.paused = True
                case Resume() if self._latest is not None:
                    self._latest.paused = False
                case Stop() if self._latest is not None:
                    self._latest.stopped = True
            self._changed.notify_all()

    def next_export(self) -> Export | None:
        """The oldest wish for a file that has not been answered yet."""
        return self._exports.popleft() if self._exports else None

    def wait_for_job(self) -> Job | None:
        """Sleeps until a run is wanted, and returns it, or other maps or a file are: None."""
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or self._watch_is_new or self._exports)
            self._watch_is_new = False
            return self._jobs.popleft() if self._jobs else None

    def wait_while_paused(self, job: Job) -> bool:
        """Sleeps until the job goes on or ends: False, or other maps or a file are wanted: True."""
        with self._changed:
            self._changed.wait_for(
                lambda: job.stopped or not job.paused or self._watch_is_new or bool(self._exports),
            )
            self._watch_is_new = False
            return job.paused and not job.stopped
