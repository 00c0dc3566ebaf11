"""The window's side: what is kept, what comes back, what has changed on the disk meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.recovery.fingerprint import Fingerprint, looks_changed
from app.recovery.journal import Left, Session, Unreadable
from app.recovery.saving import changed
from app.recovery.tab import Tab as Kept
from app.ui.canvas.navigator import Look
from app.ui.language import tr
from app.ui.recovery.autosave import Autosave, Shown
from app.ui.recovery.restoring import sheet_of
from app.ui.sheet import Sheet
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_ASK_AT = 3  # tries in a row: what is brought back may be what ends the application
_STANDS_AFTER_MS = 5000
_WRITTEN_MS = 200  # without another change of a file, after which it is read


class Recovery(QObject):
    """Keeps what the window shows in a session, and brings back what killed ones had."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._noticed: WeakKeyDictionary[Sheet, Fingerprint] = WeakKeyDictionary()
        self.autosave = Autosave(session, self._shown, self)
        self.autosave.failed.connect(self._tell_failure)
        # So that what comes back is never older than the file, whenever the process is killed.
        window.documents.saving.before = self.autosave.flush
        for signal in (
            *(window.editor.changed, window.editor.path_changed),
            *(window.tabs.added, window.tabs.closed, window.tabs.activated),
        ):
            signal.connect(self.autosave.touch)
        window.tabs.activated.connect(self.look_at_disk)
        self._watcher = QFileSystemWatcher(self)
        self._written = QTimer(self, singleShot=True, interval=_WRITTEN_MS)
        self._watcher.fileChanged.connect(lambda: self._written.start())
        self._written.timeout.connect(self.look_at_disk)
        window.editor.path_changed.connect(self._watch)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.connect(self._state_changed)
        app.aboutToQuit.connect(self.autosave.close)

    def _shown(self) -> Sequence[Shown]:
        tabs = self._window.tabs
        return [
            Shown(tab.sheet, side, tab is tabs.active, tab.canvas.look)
            for side, group in enumerate(tabs.groups)
            for tab in group.tabs
        ]

    def _tell_failure(self, why: str) -> None:
        self._window.tell(tr("What you draw is not kept for a crash: {why}. Save it.", why=tr(why)))

    # --- what comes back -------------------------------------------------------------------------

    def restore(self) -> Left:
        """Open what killed sessions had open; what cannot be read is named and kept aside."""
        window = self._window
        try:
            left = self._session.adopt()
        except OSError as error:
            window.tell(tr("What a crash left cannot be read: {why}", why=str(error)))
            return Left()
        unreadable = list(left.unreadable)
        if left.tries >= _ASK_AT and left.tabs and not self._wanted(left):
            for file, _ in left.tabs:
                unreadable.append(self._session.put_aside(file, tr("it was not wanted")))
            self._session.settled()
            self._tell_back([], unreadable)
            return left
        back = []
        for file, tab in left.tabs:
            try:
                sheet = sheet_of(tab)
            except SkipwireError as error:
                unreadable.append(self._session.put_aside(file, f"{tab.title}: {error}"))
                continue
            self.autosave.adopt(sheet, file)
            back.append((sheet, tab))
        if back:
            self._open(back)
        self._tell_back([sheet for sheet, _ in back], unreadable)
        QTimer.singleShot(_STANDS_AFTER_MS, self, self._session.settled)
        return left

    def _open(self, back: Sequence[tuple[Sheet, Kept]]) -> None:
        tabs = self._window.tabs
        blank = tabs.active
        # Of the session before, where the process was killed after that was kept: these are newer.
        again = [t for s, _ in back if s.path is not None and (t := tabs.of_path(s.path))]
        made = [(tabs.add(sheet), kept) for sheet, kept in back]
        for tab, kept in made:
            tab.show_part(kept.trail, Look(*kept.look) if kept.look is not None else None)
        for tab in dict.fromkeys([*again, *([blank] if blank.sheet.untouched else [])]):
            if not tab.editor.modified:
                tabs.close_tab(tab)
        if 0 < sum(bool(kept.side) for _, kept in made) < len(made):
            for tab, kept in made:
                if kept.side:
                    tabs.move_across(tab)
        tabs.activate(next((tab for tab, kept in made if kept.active), made[-1][0]))
        self._window.show_canvas()

    def _wanted(self, left: Left) -> bool:
        titles = "\n".join(tab.title for _, tab in left.tabs)
        text = tr(
            "Skipwire has ended unexpectedly {times} times in a row while these were open. If they "
            "are not brought back, they are kept aside.",
            times=left.tries - 1,
        )
        choices = (tr("Bring Back"), tr("Keep Aside"))
        chosen = self._window.offer(tr("Bring back what was open?"), f"{text}\n\n{titles}", choices)
        return chosen == 0

    def _tell_back(self, sheets: Sequence[Sheet], unreadable: Sequence[Unreadable]) -> None:
        said = []
        if len(sheets) == 1:
            said.append(tr("“{name}” is back as it was.", name=sheets[0].title))
        elif sheets:
            said.append(tr("{number} networks are back as they were.", number=len(sheets)))
        if unreadable:
            said.append(
                tr(
                    "{number} could not be brought back and are kept in {folder}.",
                    number=len(unreadable),
                    folder=unreadable[0].file.parent,
                )
            )
        if said:
            said.insert(0, tr("Skipwire ended unexpectedly."))
            why = "\n".join(f"{each.file.name}: {each.reason}" for each in unreadable)
            self._window.notice.show_notice(" ".join(said), tip=why)

    # --- what changed on the disk ----------------------------------------------------------------

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look_at_disk()

    def look_at_disk(self) -> None:
        """Say it quietly where another program has changed the file of the active document."""
        self._watch()
        sheet = self._window.editor.sheet
        path, known = sheet.path, sheet.fingerprint
        if path is None or known is None or not looks_changed(path, known):
            return
        found = changed(path, known)
        if found is None or self._noticed.get(sheet) == found:
            return
        self._noticed[sheet] = found
        self._window.notice.show_notice(
            tr("“{name}” was changed by another program.", name=path.name),
            [(tr("Reload"), lambda: self._reload(sheet))],
            tip=str(path),
        )

    def _watch(self) -> None:
        """The file of the active document; anew where another has been put in its place."""
        path = self._window.editor.path
        wanted = {str(path)} if path is not None else set()
        watched = set(self._watcher.files())
        if gone := watched - wanted:
            self._watcher.removePaths([*gone])
        if (new := wanted - watched) and path is not None and path.is_file():
            self._watcher.addPaths([*new])

    def _reload(self, sheet: Sheet) -> None:
        tab = self._window.tabs.tab_of(sheet)
        if tab is not None:
            self._window.tabs.activate(tab)
            self._window.documents.saving.reload()
