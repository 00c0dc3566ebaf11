"""Teaches a shortcut to those who took the slow way several times: a menu, a button, the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from app.ui import settings
from app.ui.actions import ACTIONS
from app.ui.actions.keys import plain
from app.ui.language import tr
from app.ui.toast import Toast

if TYPE_CHECKING:
    from app.ui.window import MainWindow

AFTER = (3, 9)  # slow ways after which a shortcut is told: twice, and never again
_KNOWN = AFTER[-1] + 1  # as many as if it had been told often enough
_REST = 400  # ms until it is looked again whether the hands are free


class Hints(QObject):
    """Follows the actions of a window. Nothing is told during a drag or over a dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._by_key = ""  # the action whose keys were just pressed
        self._waiting = ""  # the action that is to be told of
        self.toast: Toast = Toast(window, self._legend)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._tell)
        for name, action in window.actions_by_id.items():
            action.installEventFilter(self)
            action.triggered.connect(lambda _=False, n=name: self._done(n))
        window.palette_view.add_requested.connect(lambda _: self.slow("insert.search_here"))
        window.tabs.close_requested.connect(lambda _: self.slow("file.close"))

    def _legend(self) -> float:
        """The pixels that the heat map's legend takes in the corner."""
        return self._window.canvas.navigator.corner[1] if self._window.shows_canvas else 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            self._by_key = watched.objectName()
        return False

    def _done(self, name: str) -> None:
        by_key, self._by_key = self._by_key == name, ""
        if not by_key:
            self.slow(name)
        elif settings.slow_count(name) < _KNOWN:
            settings.count_slow(name, _KNOWN)

    def slow(self, name: str) -> None:
        """An action was done without its keys."""
        action = self._window.actions_by_id.get(name)
        if action is None or action.shortcut().isEmpty() or not settings.flag("hints"):
            return
        count = settings.slow_count(name) + 1
        if count <= _KNOWN:
            settings.count_slow(name, count)
        if count in AFTER:
            self._waiting = name
            self._later.start(0)

    def _tell(self) -> None:
        action = self._window.actions_by_id.get(self._waiting)
        if action is None or not self._window.isVisible():
            return
        if self._busy():
            self._later.start(_REST)
            return
        self._waiting = ""
        self.toast.show_text(_text(action), tr("Show no more hints"), self._off)

    def _busy(self) -> bool:
        """Whether a drag, a menu or a dialog has the attention."""
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return held or over is not None or self._window.canvas.gesture is not None

    def _off(self) -> None:
        settings.set_flag("hints", False)


def _text(action: QAction) -> str:
    """By the name in the table: in a menu it may say more, as what is undone."""
    name = next(spec.text for spec in ACTIONS if spec.id == action.objectName())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return tr("Next time for {action}: {keys}", action=plain(tr(name.lstrip("|"))), keys=keys)
