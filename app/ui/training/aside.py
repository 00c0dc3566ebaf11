"""A worker beside the one that trains: commands in, what it tells out, never a wait."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.training.frames import EventReader, ProtocolError, encode
from app.training.messages import Command, Ready
from app.training.session import LOG_BYTES, WORKER, words_for_death, worker_path

_ENDING = 1500  # milliseconds that it has to end by itself


class Aside(QObject):
    """There is a process from the first command to `close`."""

    told = Signal(object, object)  # Event, payload as bytes
    died = Signal(str)  # why, in one sentence

    def __init__(self, *arguments: str, parent: QObject | None = None) -> None:
        """`arguments` are the worker's; without any it is one that trains."""
        super().__init__(parent)
        self._arguments = arguments
        self._process: QProcess | None = None
        self._reader = EventReader()
        self._log = b""

    def ask(self, command: Command) -> None:
        process = self._process or self._launch()
        process.write(encode(command))

    def close(self) -> None:
        """End it, whatever it is at."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(_ENDING):
            process.kill()
            process.waitForFinished()
        process.deleteLater()

    def _launch(self) -> QProcess:
        self._reader, self._log = EventReader(), b""
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", worker_path(environment.value("PYTHONPATH", "")))
        process = self._process = QProcess(self)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_log)
        process.finished.connect(self._ended)
        process.start(sys.executable, [*WORKER[1:], *self._arguments])
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        data = bytes(self._process.readAllStandardOutput().data())
        try:
            for event, payload in self._reader.read(data):
                if not isinstance(event, Ready):
                    self.told.emit(event, payload)
        except ProtocolError as error:
            self._bury(str(error))

    def _read_log(self) -> None:
        if self._process is not None:
            text = self._process.readAllStandardError().data()
            self._log = (self._log + bytes(text))[-LOG_BYTES:]

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._read_log()
        crashed = status is QProcess.ExitStatus.CrashExit and sys.platform != "win32"
        self._bury(words_for_death(-code if crashed else code, self._log).reason)

    def _bury(self, reason: str) -> None:
        self.close()
        self.died.emit(reason)
