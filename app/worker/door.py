"""Where a window finds a worker: a port of this machine, and a file that tells it and a token."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.runs.folder import DOOR, LOG
from app.runs.record import Door as Told
from app.training.frames import CommandReader, encode
from app.training.messages import PROTOCOL, Command, Welcome
from app.worker.greeting import heard


@dataclass(frozen=True)
class Visitor:
    """A window that has been let in, and what it has said since."""

    socket: socket.socket
    reader: CommandReader
    said: Sequence[Command]


class Door:
    """Lets one window in at a time, and only one that knows the token.

    While it stands open its file lies where it has been moved to, for the owner alone.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._file: Path | None = None
        self._open: tuple[socket.socket, bytes] | None = None

    def stand_in(self, folder: str) -> None:
        """The worker is at the run in this folder from now on, or at none."""
        self.stand_at(Path(folder) / DOOR if folder else None)

    def stand_at(self, file: Path | None) -> None:
        """The same with the name of the file."""
        with self._lock:
            self._remove()
            self._file = file
            self._remove()  # that of a worker that was killed
            self._write()

    def wait(self, seconds: float | None = None) -> Visitor | None:
        """Opens, and sleeps until a window has been let in; None where none came for so long.

        Raises OSError: there can be no port.
        """
        with self._lock:
            opened = socket.create_server(("127.0.0.1", 0))
            opened.settimeout(seconds)
            token = secrets.token_urlsafe(32)
            told = Told(opened.getsockname()[1], token, os.getpid())
            self._open = opened, msgspec.json.encode(told)
            self._write()
        try:
            while True:
                if (visitor := _let_in(opened.accept()[0], token)) is not None:
                    return visitor
        except TimeoutError:
            return None
        finally:
            with self._lock:
                self._open = None
                self._remove()
                opened.close()

    def _write(self) -> None:
        if self._open is None or self._file is None:
            return
        aside = self._file.with_name(f".{self._file.name}")
        try:
            aside.unlink(missing_ok=True)
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "wb") as file:
                file.write(self._open[1])
            if self._file.name == DOOR:
                _print_into(self._file.with_name(LOG))  # which whoever finds the door may read
            os.replace(aside, self._file)
        except OSError as error:
            print(f"No window will find this worker: {error}.", flush=True)

    def _remove(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


def _let_in(knocking: socket.socket, token: str) -> Visitor | None:
    """None where it is no window of this user's and of this version, which is turned away."""
    knocking.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    greeting = heard(knocking)
    if greeting is not None and greeting.knows(token):
        if greeting.hello.protocol == PROTOCOL:
            return Visitor(knocking, greeting.reader, greeting.said)
        with suppress(OSError):
            knocking.sendall(encode(Welcome("")))  # which tells ours
    knocking.close()
    return None


def _print_into(file: Path) -> None:
    """There is no window any more that reads what is printed."""
    with suppress(OSError), open(file, "ab", 0) as log:
        for printing in (1, 2):
            os.dup2(log.fileno(), printing)
