"""Keeps what is open in the journal of the session, a moment after every change."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.history import History, HistoryWriter, Snapshot
from app.recovery.fingerprint import Fingerprint
from app.recovery.journal import Session
from app.recovery.tab import Tab, write_tab
from app.ui import settings
from app.ui.canvas.navigator import Look
from app.ui.sheet import Sheet
from nodes.errors import SkipwireError
from nodes.files import reason
from nodes.network.document import dumps

AFTER_MS = 2000  # from the first change that is not kept yet


@dataclass(frozen=True)
class Shown:
    """An open document, on which side it is, whether it is the active one, and the part in view."""

    sheet: Sheet
    side: int = 0
    active: bool = False
    look: Look | None = None


@dataclass(frozen=True, eq=False)
class _State:
    """A document at one moment; nothing in it changes any more."""

    history: History
    path: Path | None
    title: str
    modified: bool
    recovered: bool
    fingerprint: Fingerprint | None
    place: tuple[int, int, bool]
    trail: tuple[str, ...]
    look: Look | None

    def same(self, other: _State | None) -> bool:
        """But for the part in view, which is kept with what is edited there."""
        if other is None:
            return False
        a, b = self.history, other.history
        return (
            (len(a.steps), a.at, self.path, self.modified, self.recovered, self.place)
            == (len(b.steps), b.at, other.path, other.modified, other.recovered, other.place)
            and a.steps[-1] is b.steps[-1]
            and a.saved is b.saved
            and self.fingerprint == other.fingerprint
        )


class _Kept:
    """The file of one document, and what was last put into it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.state: _State | None = None
        self._snapshot: Snapshot | None = None
        self._document = b""
        self._history = HistoryWriter()

    def write(self, state: _State) -> None:
        """Raises OSError, or SkipwireError for a document that no file can hold."""
        present = state.history.present
        if present is not self._snapshot:
            self._document, self._snapshot = dumps(present.document).encode(), present
        place, side, active = state.place
        tab = Tab(
            title=state.title,
            document=self._document,
            path=str(state.path) if state.path is not None else "",
            modified=state.modified,
            recovered=state.recovered,
            fingerprint=state.fingerprint,
            place=place,
            side=side,
            active=active,
            trail=state.trail,
            look=state.look,
        )
        try:
            tab = msgspec.structs.replace(tab, history=self._history.write(state.history))
        finally:  # a mistake of ours in the history is not to cost the document
            write_tab(self.file, tab)


_Entry = tuple[_Kept, _State]


class Autosave(QObject):
    """Writes in a thread of its own, so that no frame waits for the disk.

    `failed` says once why the work cannot be kept, until it can again; `kept` follows whenever all
    is kept that was open when it began.
    """

    failed = Signal(str)
    kept = Signal()
    _finished = Signal(object, str)
    _broke = Signal(object)

    def __init__(
        self,
        session: Session,
        shown: Callable[[], Sequence[Shown]],
        parent: QObject | None = None,
        after_ms: int = AFTER_MS,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = shown
        self._kept: dict[Sheet, _Kept] = {}
        self._writing = ThreadPoolExecutor(1, "autosave")
        self._under_way: Future[None] | None = None
        self._failing = self._told = False
        self._timer = QTimer(self, singleShot=True, interval=after_ms)
        self._timer.timeout.connect(self._start)
        self._finished.connect(self._done)
        self._broke.connect(self._raise)

    def touch(self) -> None:
        """Something is open, closed or edited: it is kept soon, however much more follows."""
        if not self._timer.isActive() and settings.flag("autosave"):
            self._timer.start()

    def adopt(self, sheet: Sheet, file: Path) -> None:
        """A document that was brought back goes on with its file."""
        self._kept[sheet] = _Kept(file)

    def flush(self) -> bool:
        """Keep everything now; returns whether that could be done."""
        self._start()
        if self._under_way is not None:
            self._under_way.result()
        return not self._failing

    def close(self) -> None:
        """Nothing more is kept: the session ends by itself."""
        self._timer.stop()
        self._timer.timeout.disconnect()
        self._writing.shutdown()
        self._session.close()

    def _start(self) -> None:
        self._timer.stop()
        changed: list[_Entry] = []
        shown = [each for each in self._shown() if not each.sheet.untouched]
        for place, each in enumerate(shown):
            state = _state(each, place)
            kept = self._kept.get(each.sheet)
            if kept is None:
                kept = self._kept[each.sheet] = _Kept(self._session.new_file())
            if not state.same(kept.state):
                changed.append((kept, state))
        open_now = {each.sheet for each in shown}
        gone = [self._kept.pop(sheet) for sheet in list(self._kept) if sheet not in open_now]
        if changed or gone:
            self._under_way = self._writing.submit(self._write, changed, gone)
            self._under_way.add_done_callback(self._look)

    def _write(self, changed: Sequence[_Entry], gone: Sequence[_Kept]) -> None:
        done, why = [], ""
        try:
            for kept, state in changed:
                try:
                    kept.write(state)
                    done.append((kept, state))
                except (OSError, SkipwireError) as error:
                    why = reason(error) if isinstance(error, OSError) else str(error)
            for kept in gone:
                kept.file.unlink(missing_ok=True)
        except OSError as error:
            why = reason(error)
        finally:
            self._failing = len(done) < len(changed)
            self._finished.emit(done, why)

    def _look(self, written: Future[None]) -> None:
        if (error := written.exception()) is not None:
            self._broke.emit(error)

    def _raise(self, error: BaseException) -> None:
        raise error  # where what is unexpected is told of

    def _done(self, done: Sequence[_Entry], why: str) -> None:
        for kept, state in done:
            kept.state = state
        if not why:
            self._told = False
            self.kept.emit()
            return
        self.touch()  # the disk may have room again
        if not self._told:
            self._told = True
            self.failed.emit(why)


def _state(shown: Shown, place: int) -> _State:
    sheet = shown.sheet
    history = copy.copy(sheet.history)
    history.steps = history.steps[:]
    return _State(
        history,
        sheet.path,
        sheet.title,
        history.modified,
        sheet.recovered,
        sheet.fingerprint,
        (place, shown.side, shown.active),
        sheet.trail,
        shown.look,
    )
