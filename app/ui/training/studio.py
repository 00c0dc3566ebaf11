"""The worker that looks into data, as the window sees it: errands in, what it tells out."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.training.frames import EventReader, ProtocolError, encode
from app.training.messages import DATA, Cancel, DataRefused, Draw, Fetch, Inspect, Ready
from app.training.session import WORKER, worker_path

_ENDING = 1500  # milliseconds that it has to end by itself


class Studio(QObject):
    """There is a process from the first errand to `close`; a newer errand ends the one before."""

    told = Signal(object, object)  # Event, payload as bytes

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._reader = EventReader()

    def ask(self, errand: Inspect | Draw | Fetch | Cancel) -> None:
        process = self._process or self._launch()
        process.write(encode(errand))

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
        self._reader = EventReader()
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", worker_path(environment.value("PYTHONPATH", "")))
        process = self._process = QProcess(self)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(lambda: self._bury("It ended unexpectedly."))
        process.start(sys.executable, [*WORKER[1:], DATA])
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

    def _bury(self, reason: str) -> None:
        self.close()
        self.told.emit(DataRefused(f"The data cannot be looked into. {reason}"), b"")
