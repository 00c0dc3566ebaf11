"""A training session without a window: the worker as a child process, and the words for its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from app.training.frames import EventReader, ProtocolError, encode
from app.training.messages import (
    Command,
    Enqueue,
    Event,
    Export,
    Exported,
    ExportFailed,
    Failed,
    Finished,
    Ready,
    Start,
)

# -P: the folder the person happens to be in may hold an `app` of its own
WORKER = (sys.executable, "-P", "-m", "app.worker")
LOG_BYTES = 4096
ENDING = 2.0  # seconds that one has to end by itself


def worker_path(former: str = "") -> str:
    """PYTHONPATH for the worker, so that it finds these packages from any folder."""
    root = str(Path(__file__).resolve().parents[2])
    return os.pathsep.join(filter(None, (root, former)))


def words_for_death(code: int | None, log: bytes) -> Failed:
    """What is told when the worker has died; `code` is negative for a signal, as in subprocess.

    It is None where nobody knows it. The traceback is the tail of its `log`, whose last line is
    part of the reason unless a signal is reason enough.
    """
    text = log.decode(errors="replace").strip()
    last = text.rpartition("\n")[2].strip().rstrip(".") if code is None or code >= 0 else ""
    return Failed(f"The training process {cause(code)}{last and f': {last}'}.", text)


def cause(code: int | None) -> str:
    """How a process ended, after its name."""
    if code is None:
        return "ended unexpectedly"
    if code >= 0:
        return f"ended unexpectedly with exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    if name == "SIGKILL":
        return (
            "was killed (SIGKILL), often by the system when memory runs out; "
            "a smaller batch needs less"
        )
    return f"crashed ({name})"


class Session:
    """The worker as a context, with arguments of its own: send commands, iterate over events."""

    def __init__(self, *arguments: str) -> None:
        # a file rather than a pipe: nobody needs to empty it
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        self._process = subprocess.Popen(
            (*WORKER, *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": worker_path(os.environ.get("PYTHONPATH", ""))},
        )
        self._unanswered = 0
        self._ready = False
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """Of the worker once it has ended, negative for a signal."""
        return self._process.poll()

    def send(self, command: Command) -> None:
        assert self._process.stdin is not None
        self._unanswered += isinstance(command, Start | Enqueue | Export)
        with suppress(BrokenPipeError):  # a dead worker is reported by events()
            data = memoryview(encode(command))
            while data:
                data = data[self._process.stdin.write(data) :]

    def events(self) -> Iterator[tuple[Event, bytes]]:
        """Every event with its payload as it comes; ends when the worker has ended.

        If it dies before it was ready or in a run, the last event is a Failed that says why.
        """
        assert self._process.stdout is not None
        reader = EventReader()
        reason = ""
        while data := os.read(self._process.stdout.fileno(), 1 << 20):
            try:
                for event, payload in reader.read(data):
                    self._note(event)
                    yield event, payload
            except ProtocolError as error:
                reason = f"The training process sent something unreadable. {error}"
                self._process.kill()
                break
        code = self._process.wait()
        if reason or ((self._unanswered or not self._ready) and not self._closed):
            failed = words_for_death(code, self._tail())
            yield Failed(reason or failed.reason, failed.traceback), b""

    def kill(self) -> None:
        """Ends the worker at once; `events` comes to its end."""
        self._process.kill()

    def close(self) -> None:
        """Ends the worker, which obeys at once; one that does not is killed."""
        if self._closed:
            return
        self._closed = True
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._log.close()

    def _note(self, event: Event) -> None:
        if isinstance(event, Ready):
            self._ready = True
        elif isinstance(event, Finished | Failed | Exported | ExportFailed):
            self._unanswered -= 1

    def _tail(self) -> bytes:
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - LOG_BYTES))
        return self._log.read()
