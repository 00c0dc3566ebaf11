"""The worker as the window sees it: commands in, signals out, never a wait."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.training.frames import EventReader, ProtocolError, encode
from app.training.history import RunHistory, State
from app.training.messages import (
    Command,
    Event,
    Export,
    Exported,
    ExportFailed,
    Failed,
    Finished,
    Maps,
    Pause,
    Ready,
    Resume,
    Start,
    Stop,
    Watch,
)
from app.training.session import LOG_BYTES, WORKER, words_for_death, worker_path

ASKING = 1500  # milliseconds a worker has to end by itself when the window closes
KILLING = 500


class Trainer(QObject):
    """Owns the worker process and the history of the present run.

    One worker serves run after run; if it dies, the history keeps its curves and ends in a Failed,
    and the next `start` or `prepare` launches another.
    """

    arrived = Signal(object, object)  # Event, payload as bytes
    history_changed = Signal(object)  # RunHistory
    exported = Signal(object)  # Exported or ExportFailed
    died = Signal(str)  # why, in one sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: RunHistory | None = None
        self._watch = Watch()
        self._process: QProcess | None = None
        self._reader = EventReader()
        self._log = b""
        self._ready = False
        self._devices: Mapping[str, int] = {}
        self._torch = ""
        self._superseded = 0  # runs whose end is still to come, though nobody waits for it

    @property
    def history(self) -> RunHistory | None:
        return self._history

    @property
    def ready(self) -> bool:
        """Whether the worker has imported torch."""
        return self._ready

    @property
    def devices(self) -> Mapping[str, int]:
        """The devices that can be trained on and their memory in bytes, the best first.

        Empty until the first worker has told.
        """
        return self._devices

    @property
    def torch(self) -> str:
        """The version that trains; empty until the first worker has told."""
        return self._torch

    @property
    def process_id(self) -> int:
        """Of the worker, or 0 when there is none."""
        return 0 if self._process is None else int(self._process.processId())

    def prepare(self) -> None:
        """Launches the worker if there is none, so that a start need not wait for torch."""
        if self._process is not None:
            return
        self._reader = EventReader()
        self._log = b""
        self._superseded = 0
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", worker_path(environment.value("PYTHONPATH", "")))
        process = QProcess(self)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read_events)
        process.readyReadStandardError.connect(self._read_log)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        program, *arguments = WORKER
        process.start(program, arguments)
        self.send(self._watch)

    def start(self, start: Start, before: RunHistory | None = None) -> None:
        """Begins a run, with the history of `before` where it goes on with one.

        One that is still under way is ended.
        """
        if self._history is not None and self._history.active:
            self._superseded += 1
        history = before if before is not None else RunHistory(start.recipe)
        self._set_history(replace(history, state=State.STARTING, finished=None, failed=None))
        self.prepare()
        self.send(start)

    def export(self, asked: Export) -> None:
        """Has a file written, also between two batches of a run; `exported` tells how it went."""
        self.prepare()
        self.send(asked)

    def pause(self) -> None:
        self.send(Pause())

    def resume(self) -> None:
        self.send(Resume())

    def stop(self) -> None:
        self.send(Stop())

    def watch(self, wish: Watch) -> None:
        """What to show of the network from now on, also by later workers."""
        if wish != self._watch:
            self._watch = wish
            self.send(wish)

    def shutdown(self) -> None:
        """Ends the worker: asks it, and kills it if it does not obey. Takes two seconds at most."""
        process = self._release()
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(ASKING):
            process.kill()
            process.waitForFinished(KILLING)

    def send(self, command: Command) -> None:
        """To the worker, if there is one."""
        if self._process is not None:
            self._process.write(encode(command))

    def _read_events(self) -> None:
        if self._process is None:
            return
        data = self._process.readAllStandardOutput().data()
        try:
            for event, payload in self._reader.read(bytes(data)):
                self._take(event, payload)
        except ProtocolError as error:
            self._bury(Failed(f"The training process sent something unreadable. {error}"))

    def _read_log(self) -> None:
        if self._process is not None:
            text = self._process.readAllStandardError().data()
            self._log = (self._log + bytes(text))[-LOG_BYTES:]

    def _take(self, event: Event, payload: bytes) -> None:
        if isinstance(event, Ready):
            self._ready = True
            self._torch = event.torch
            self._devices = dict(zip(event.devices, event.memory, strict=True))
        elif isinstance(event, Exported | ExportFailed):
            self.exported.emit(event)
            return
        elif self._superseded:
            self._superseded -= isinstance(event, Finished | Failed)
            return
        elif isinstance(event, Maps) and self._is_starting():
            return  # of the run before
        self.arrived.emit(event, payload)
        if self._history is not None:
            self._set_history(self._history.extend(event))

    def _is_starting(self) -> bool:
        return self._history is not None and self._history.state is State.STARTING

    def _set_history(self, history: RunHistory) -> None:
        if history is not self._history:
            self._history = history
            self.history_changed.emit(history)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_events()
        self._read_log()
        crashed = status is QProcess.ExitStatus.CrashExit
        signalled = crashed and sys.platform != "win32"  # there the code is the exit code
        self._bury(words_for_death(-code if signalled else code, self._log))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            reason = self._process.errorString()
            self._bury(Failed(f"The training process cannot be started: {reason}."))

    def _bury(self, failed: Failed) -> None:
        """Lets go of a worker that has died or raves; a run it was in ends in `failed`."""
        process = self._release()
        if process is None:
            return
        process.kill()
        process.deleteLater()
        if self._history is not None and self._history.active:
            self.arrived.emit(failed, b"")
            self._set_history(self._history.extend(failed))
        self.died.emit(failed.reason)

    def _release(self) -> QProcess | None:
        process, self._process = self._process, None
        self._ready = False
        if process is not None:
            process.blockSignals(True)  # what it still has to say is not for its successor
        return process
