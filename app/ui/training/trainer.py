"""The worker as the window sees it: commands in, signals out, never a wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.runs.record import Door
from app.training.history import RunHistory, State
from app.training.messages import (
    Command,
    Event,
    Export,
    Exported,
    ExportFailed,
    Failed,
    Finished,
    Outlive,
    Pause,
    Queue,
    Ready,
    Resume,
    Seen,
    Start,
    Stop,
    Watch,
    Welcome,
)
from app.ui.training.link import Link


class Trainer(QObject):
    """Has a worker, and the history of the present run.

    One worker serves run after run; if it dies, the history keeps its curves and ends in a Failed,
    and the next `start` or `prepare` launches another. One that `outlives` goes on with runs that
    are kept where this process is killed.
    """

    arrived = Signal(object, object)  # Event, payload as bytes
    history_changed = Signal(object)  # RunHistory
    exported = Signal(object)  # Exported or ExportFailed
    died = Signal(str)  # why, in one sentence
    found = Signal(object)  # Welcome of a worker that was there before

    def __init__(self, parent: QObject | None = None, *, outlives: bool = False) -> None:
        super().__init__(parent)
        self._outlives = outlives
        self._history: RunHistory | None = None
        self._watch = Watch()
        self._link: Link | None = None
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
        return 0 if self._link is None else self._link.process_id

    def prepare(self) -> None:
        """Launches the worker if there is none, so that a start need not wait for torch."""
        if self._link is not None:
            return
        link = self._take_link()
        try:
            link.launch()
        except OSError as error:
            why = error.strerror or str(error)
            self._bury(Failed(f"The training process cannot be started: {why}."))

    def attach(self, door: Door, log: Path) -> None:
        """Have the worker behind a door in the place of ours; `found` follows, or `died`."""
        self.shutdown()
        self._take_link().find(door, log)

    def _take_link(self) -> Link:
        link = self._link = Link(self)
        link.received.connect(self._take)
        link.over.connect(self._bury)
        self._superseded = 0
        self.send(self._watch)
        if self._outlives:
            self.send(Outlive(True))
        return link

    def follow(self, history: RunHistory) -> None:
        """The worker is at another run now, which has come so far."""
        self._set_history(history)

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
        self.send(Outlive(False))
        if (link := self._release()) is not None:
            link.end()
            link.deleteLater()

    def leave(self) -> None:
        """Lets the worker go on with what is kept, for another window to find it."""
        self.send(Outlive(True))
        if (link := self._release()) is not None:
            link.leave()
            link.deleteLater()

    def send(self, command: Command) -> None:
        """To the worker, if there is one."""
        if self._link is not None:
            self._link.send(command)

    def _take(self, event: Event, payload: bytes) -> None:
        if isinstance(event, Ready):
            self._ready = True
            self._torch = event.torch
            self._devices = dict(zip(event.devices, event.memory, strict=True))
        elif isinstance(event, Welcome):
            self.found.emit(event)
            return
        elif isinstance(event, Exported | ExportFailed):
            self.exported.emit(event)
            return
        elif isinstance(event, Queue):
            self.arrived.emit(event, payload)
            return
        elif self._superseded:
            self._superseded -= isinstance(event, Finished | Failed)
            return
        elif isinstance(event, Seen) and self._is_starting():
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

    def _bury(self, failed: Failed) -> None:
        """Lets go of a worker that has died or raves; a run it was in ends in `failed`."""
        link = self._release()
        if link is None:
            return
        link.kill()
        link.deleteLater()
        if self._history is not None and self._history.active:
            self.arrived.emit(failed, b"")
            self._set_history(self._history.extend(failed))
        self.died.emit(failed.reason)

    def _release(self) -> Link | None:
        link, self._link = self._link, None
        self._ready = False
        return link
