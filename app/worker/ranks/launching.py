"""A run in several processes, seen from the one that has them started by torch's launcher.

It passes on what is wanted of the run to the first of them, and what that one tells.
"""

from __future__ import annotations

import secrets
import signal
import socket
import sys
import tempfile
import threading
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from torch.distributed.elastic.multiprocessing import DefaultLogsSpecs
from torch.distributed.elastic.multiprocessing.errors import ChildFailedError
from torch.distributed.elastic.rendezvous import RendezvousError
from torch.distributed.launcher.api import LaunchConfig, elastic_launch

from app.runs.folder import EVENTS
from app.training.frames import EventReader, encode
from app.training.messages import (
    Command,
    Dequeue,
    Enqueue,
    Event,
    Failed,
    FindRate,
    Finished,
    Hasten,
    Hello,
    Lasting,
    Outlive,
    Review,
    Seen,
    Start,
    Started,
    Stop,
)
from app.training.session import cause
from app.worker.commands import Commands, Job
from app.worker.devices import kind_of_each
from app.worker.errors import RunError, explain
from app.worker.greeting import heard
from app.worker.outbox import Outbox
from app.worker.ranks.link import LOST, RANK, Meeting

_BLOCK = 1 << 20
_TERMINATED = -signal.SIGTERM  # what the launcher does to those that are left
_STARTED = b'{"type":"Started"'  # begins a line of the log
_END = 5  # seconds that one has to end


def in_several(job: Job) -> bool:
    """Whether a job is for several processes."""
    recipe = job.start.recipe
    beside = job.find is not None or job.review is not None
    return recipe.processes > 1 and not recipe.looks and not beside


def train_together(job: Job, commands: Commands, outbox: Outbox) -> None:
    """Has a run trained, and answers it; the first of the processes has the network afterwards."""
    try:
        kind_of_each(job.start.recipe)
    except RunError as error:
        outbox.send(explain(error, job.start, job.doing))
        return
    run = Together(job.start, outbox)
    commands.send_elsewhere(run)
    run.train()


class Together:
    """A network that several processes train, or that the first of them still has."""

    def __init__(self, start: Start, outbox: Outbox) -> None:
        self._start = start
        self._outbox = outbox
        self._count = start.recipe.processes
        self._folder = tempfile.TemporaryDirectory(prefix="skipwire-")  # its owner's alone
        self._tokens = [secrets.token_urlsafe(32) for _ in range(self._count)]
        self._server = socket.create_server(("127.0.0.1", 0))
        self._file = Path(self._folder.name, "meeting.json")
        port = self._server.getsockname()[1]
        self._file.write_bytes(msgspec.json.encode(Meeting(port, tuple(self._tokens))))
        self._changed = threading.Condition()
        self._links: dict[int, socket.socket] = {}
        self._unsaid: list[Command] = []  # as long as the first one is not there
        self._answer: Finished | Failed | None = None
        self._failed: dict[int, Failed] = {}  # what went wrong in others than the first
        self._codes: Mapping[int, int] = {}  # of those that failed
        self._trouble = ""  # the launcher's own
        self._over = self._closed = False
        self._launcher = threading.Thread(target=self._launch, daemon=True)

    def train(self) -> None:
        """Until the run is answered."""
        if self._start.folder:
            self._outbox.keep(_Elsewhere(self._start.folder))
        try:
            self._launcher.start()
            threading.Thread(target=self._welcome, daemon=True).start()
            with self._changed:
                self._changed.wait_for(lambda: self._answer or self._over)
                answer = self._answer or self._why()
            self._outbox.send(answer)
        finally:
            self._outbox.keep(None)
        if not (isinstance(answer, Finished) and answer.steps):
            self.close()  # there is nothing to look at

    def say(self, command: Command) -> None:
        """What is wanted of the run, as soon as the first process is there."""
        match command:
            case Start() | FindRate() | Review():
                command = Stop()
            case Enqueue() | Dequeue() | Hasten() | Outlive() | Hello():
                return
        with self._changed:
            first = self._links.get(0)
            if first is None:
                self._unsaid.append(command)
                return
        with suppress(OSError):  # it has gone, which is told as soon as the launcher knows why
            first.sendall(encode(command))

    def close(self) -> None:
        """Ends all processes, where that was not done."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            self._over = True
            links = [*self._links.values()]
        for link in links:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        self._launcher.join()
        with socket.create_connection(self._server.getsockname()):
            self._server.close()  # whoever waits for somebody to come in wakes up
        self._folder.cleanup()

    def _launch(self) -> None:
        config = LaunchConfig(
            1, 1, self._count,
            run_id=uuid.uuid4().hex, rdzv_backend="c10d", rdzv_endpoint="localhost:0",
            local_addr="127.0.0.1", max_restarts=0, monitor_interval=0.1, shutdown_timeout=_END,
            logs_specs=DefaultLogsSpecs(self._folder.name),
        )  # fmt: skip
        try:
            elastic_launch(config, sys.executable)("-P", "-m", "app.worker", RANK, str(self._file))
        except ChildFailedError as error:
            self._codes = {rank: failure.exitcode for rank, failure in error.failures.items()}
        except (RendezvousError, RuntimeError, OSError) as error:
            self._trouble = f"The processes could not be started: {error}."
        finally:
            with self._changed:
                self._over = True
                self._changed.notify_all()

    def _welcome(self) -> None:
        """Lets the processes in, each by its token."""
        while True:
            try:
                link = self._server.accept()[0]
            except OSError:
                return
            with self._changed:
                if self._over:
                    link.close()
                    return
            if (rank := self._known(link)) is None:
                link.close()
                continue
            with self._changed:
                self._links[rank] = link
                waiting = [self._start, *(self._unsaid if rank == 0 else [])]
                link.sendall(b"".join(map(encode, waiting)))
            threading.Thread(target=self._listen, args=(rank, link), daemon=True).start()

    def _known(self, link: socket.socket) -> int | None:
        greeting = heard(link)
        if greeting is None:
            return None
        ranks = (rank for rank, token in enumerate(self._tokens) if greeting.knows(token))
        return next(ranks, None)

    def _listen(self, rank: int, link: socket.socket) -> None:
        reader = EventReader()
        with link, suppress(OSError):
            while data := link.recv(_BLOCK):
                for event, payload in reader.read(data):
                    self._hear(rank, event, payload)

    def _hear(self, rank: int, event: Event, payload: bytes) -> None:
        if rank:
            if isinstance(event, Failed):
                self._failed[rank] = event
            return
        if isinstance(event, Finished | Failed):
            with self._changed:
                self._answer = event
                self._changed.notify_all()
        elif isinstance(event, Seen):
            self._outbox.offer([(event, payload)])
        else:
            self._outbox.send(event, payload)

    def _why(self) -> Failed:
        """Why the run has ended without an answer."""
        for rank, failed in self._failed.items():
            reason = f"Process {rank + 1} of {self._count}: {failed.reason}"
            return msgspec.structs.replace(failed, reason=reason)
        own = [(r, c) for r, c in self._codes.items() if c not in (LOST, _TERMINATED)]
        for rank, code in own or self._codes.items():
            return Failed(f"Process {rank + 1} of {self._count} {cause(code)}.")
        return Failed(self._trouble or "The processes ended without a word.")


class _Elsewhere:
    """The history of a run, which another process writes; what is told here lies there already."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._told = 0  # events since the run has started, or gone on

    @property
    def size(self) -> int:
        """Bytes of what was told, as it lies in the folder."""
        data = Path(self.folder, EVENTS).read_bytes()
        end = data.rfind(_STARTED) if self._told else len(data)
        for _ in range(self._told):
            end = data.find(b"\n", end) + 1
        return end

    def note(self, event: Lasting) -> None:
        """It was told."""
        self._told = 1 if isinstance(event, Started) else self._told + bool(self._told)
