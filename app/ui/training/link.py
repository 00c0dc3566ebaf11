"""The way to a worker: it is launched, or found by its door; frames go both ways over a socket."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import msgspec
import psutil
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkProxy, QTcpSocket

from app.runs.folder import DOOR
from app.runs.record import Door
from app.training.frames import EventReader, ProtocolError, encode
from app.training.messages import BY_DOOR, PROTOCOL, Command, Failed, Hello, Welcome
from app.training.session import LOG_BYTES, WORKER, words_for_death, worker_path

ASKING = 1500  # milliseconds a worker has to end by itself when the window closes
KILLING = 500
_LOOKING = 20  # milliseconds between two looks whether a new worker has opened its door
_REAPING = 500  # and whether it has died, although one that it forked holds its socket
_GLANCING = 0.002  # seconds between two looks whether one that hung up has ended
PATIENCE = 30_000  # milliseconds that one which is found has to let us in
_CLOSED = QAbstractSocket.SocketState.UnconnectedState


class Link(QObject):
    """One worker. `over` carries, once, the Failed that tells why it is not there any more.

    The worker lives in a session of its own, so that it may outlive this process.
    """

    received = Signal(object, object)  # Event, payload as bytes
    over = Signal(object)  # Failed

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.process_id = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._tail: Callable[[], bytes] = bytes
        self._reader = EventReader()
        self._door: Door | None = None
        self._unsent = b""
        self._let_in = False
        self._socket = QTcpSocket(self)
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.setSocketOption(QAbstractSocket.SocketOption.LowDelayOption, 1)
        self._socket.connected.connect(self._knock)
        self._socket.readyRead.connect(self._read)
        self._socket.errorOccurred.connect(lambda _: self._lost())
        self._looking = QTimer(self, interval=_LOOKING)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(
            lambda: self._fail(Failed("The training process does not answer."))
        )
        self._held = ExitStack()

    def launch(self) -> None:
        """A new worker, whose child this process is; raises OSError."""
        file = self._held.enter_context(_aside()) / DOOR
        log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with all that is held
        self._held.callback(log.close)
        environment = {**os.environ, "PYTHONPATH": worker_path(os.environ.get("PYTHONPATH", ""))}
        process = subprocess.Popen(
            (*WORKER, BY_DOOR, str(file)),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # a console, on Windows
        )
        self._process, self.process_id = process, process.pid
        self._dropped = weakref.finalize(self, process.kill)  # unless it was told to go on

        def tail() -> bytes:
            log.seek(max(0, log.seek(0, os.SEEK_END) - LOG_BYTES))
            return log.read()

        def look() -> None:
            if self._door is None:
                with suppress(OSError, msgspec.MsgspecError):
                    self._come_to(msgspec.json.decode(file.read_bytes(), type=Door))
                    self._looking.setInterval(_REAPING)
            if process.poll() is not None:
                self._lost()

        self._tail = tail
        self._looking.timeout.connect(look)
        self._looking.start()

    def find(self, door: Door, log: Path) -> None:
        """A worker that has opened a door; `log` is what it prints into."""
        self._tail = lambda: _end_of(log)
        self._patience.start(PATIENCE)
        self._come_to(door)

    def _come_to(self, door: Door) -> None:
        self._door, self.process_id = door, door.process
        self._socket.connectToHost("127.0.0.1", door.port)

    def send(self, command: Command) -> None:
        """Once it has let us in, which what is sent before waits for."""
        if self._let_in:
            self._socket.write(encode(command))
        else:
            self._unsent += encode(command)

    def leave(self) -> None:
        """Hangs up. Whether the worker goes on is its own matter."""
        self._silence()
        if self._process is not None:
            self._dropped.detach()
            self._process.returncode = 0  # nobody is going to wait for it
        self._hang_up()

    def end(self) -> None:
        """Hangs up on a worker that ends for it, and kills one that does not in two seconds."""
        self._silence()
        self._hang_up()
        if self._process is None:
            return
        try:
            self._process.wait(ASKING / 1000 if self._let_in else 0)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """At once; one that is no child of ours is only hung up on."""
        self._silence()
        self._hang_up()
        if self._process is not None:
            self._process.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(KILLING / 1000)

    def _knock(self) -> None:
        assert self._door is not None
        self._socket.write(encode(Hello(self._door.token)))

    def _read(self) -> None:
        data = bytes(self._socket.readAll().data())
        try:
            for event, payload in self._reader.read(data):
                if isinstance(event, Welcome) and not self._welcome(event):
                    return
                self.received.emit(event, payload)
        except ProtocolError as error:
            self._fail(Failed(f"The training process sent something unreadable. {error}"))

    def _welcome(self, event: Welcome) -> bool:
        if event.protocol != PROTOCOL:
            self._fail(
                Failed(
                    f"The training process is of another version of Skipwire (its protocol is "
                    f"{event.protocol}, ours {PROTOCOL}). Open the run with that version, or end "
                    f"process {self.process_id}."
                )
            )
            return False
        self._let_in = True
        self._patience.stop()
        self._socket.write(self._unsent)
        self._unsent = b""
        return True

    def _lost(self) -> None:
        """The socket is closed from the other side, or there is nobody."""
        self._read()
        code: int | None = None
        if self._process is None:
            _await(self.process_id)
        else:
            try:
                code = self._process.wait(KILLING / 1000)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._fail(words_for_death(code, self._tail()))

    def _fail(self, failed: Failed) -> None:
        if not self.signalsBlocked():
            self.over.emit(failed)

    def _silence(self) -> None:
        """What it still has to say is not for its successor."""
        self.blockSignals(True)
        self._looking.stop()
        self._patience.stop()

    def _hang_up(self) -> None:
        self._held.close()
        self._socket.disconnectFromHost()  # once everything is written
        if self._socket.state() is not _CLOSED:
            self._socket.waitForDisconnected(KILLING)


@contextmanager
def _aside() -> Iterator[Path]:
    """A folder that nobody else looks into."""
    with tempfile.TemporaryDirectory(prefix="skipwire-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _await(process_id: int) -> None:
    """The end of one that is no child of ours: its socket may close before its locks are free."""
    late = time.monotonic() + KILLING / 1000
    with suppress(psutil.Error):  # which there is when it has gone
        process = psutil.Process(process_id)
        while not _over(process) and time.monotonic() < late:
            time.sleep(_GLANCING)


def _over(process: psutil.Process) -> bool:
    """With all of its threads, the last of which frees what it had."""
    return bool(process.status() == psutil.STATUS_ZOMBIE and process.num_threads() <= 1)


def _end_of(log: Path) -> bytes:
    try:
        return log.read_bytes()[-LOG_BYTES:]
    except OSError:
        return b""
