"""Answers to what a window asks: dialogs, menus and files, from a seed.

What would leave the machine, block for ever or take long is answered without being done: system
dialogs for files, the browser, downloads, drags and training.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch
from urllib.error import URLError

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QDrag, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from nodes.network.document import Document, save
from tests.monkey.documents import random_document
from tests.monkey.watch import below

TEXTS = (
    *("64", "64*2", "=width", "-1", "0", "3, 3", "", "abc", "1e9", "1", "2", "same", "10**9"),
    *("ReLU", "conv", "Conv2d 8", "x" * 300, "名前", "'\"<b>&amp;", "resnet", "self", "class"),
    *("input", "output", "has:problem", "= 1 / 0", "relu1", "0.5", "# Title\n- point", "(8, 8)"),
)
WORKER = (sys.executable, "-P", "-m", "tests.monkey.worker")
PATIENCE = 12  # steps that a dialog or menu is given before it is closed
_POKED = (
    *(QLineEdit, QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar),
    *(QPlainTextEdit, QTextEdit),
)


class Answers:
    """What a person might do with whatever comes up; `folder` is where all files are."""

    def __init__(self, chance: random.Random, folder: Path) -> None:
        self.chance = chance
        self.folder = folder
        self.dropped: Callable[[QMimeData], None] = lambda data: None
        self.told: Callable[[str], object] = lambda what: None
        self._steps = 0
        self._again = QTimer(singleShot=True, interval=5)
        self._again.timeout.connect(self._answer_again)
        self._fill()

    def _fill(self) -> None:
        for number in range(4):
            save(self.folder / f"drawn{number}.skipwire", random_document(self.chance))
        save(self.folder / "empty.skipwire", Document(random_document(self.chance).network))
        (self.folder / "broken.skipwire").write_bytes(b'{"format": "skipwire", "version": 5')
        (self.folder / "noise.safetensors").write_bytes(bytes(range(256)))
        (self.folder / "folder").mkdir()

    # --- files -----------------------------------------------------------------------------------

    def _open_name(self, *_: object, **__: object) -> tuple[str, str]:
        there = sorted(str(p) for p in self.folder.iterdir())
        return self.chance.choice(["", str(self.folder / "nothing.skipwire"), *there]), ""

    def _open_names(self, *_: object, **__: object) -> tuple[list[str], str]:
        names = {self._open_name()[0] for _ in range(self.chance.randint(0, 2))}
        return sorted(names - {""}), ""

    def _save_name(self, *args: object, **_: object) -> tuple[str, str]:
        kinds = ("", ".skipwire", Path(str(args[2])).suffix if len(args) > 2 else ".png")
        name = f"saved{self.chance.randrange(4)}{self.chance.choice(kinds)}"
        places = [self.folder / name] * 5 + [self.folder / "folder", self.folder / "none" / name]
        return self.chance.choice(["", *map(str, places)]), ""

    def _folder(self, *_: object, **__: object) -> str:
        return self.chance.choice(["", str(self.folder / "folder"), str(self.folder / "none")])

    def _drag(self, drag: QDrag, *_: object) -> Qt.DropAction:
        if self.chance.random() < 0.7:
            self.dropped(drag.mimeData())
        return Qt.DropAction.IgnoreAction

    @contextmanager
    def given(self) -> Iterator[None]:
        """As long as it lasts nothing waits for a person, and nothing leaves the machine."""

        def offline(*_: object, **__: object) -> None:
            raise URLError("no network here")

        with ExitStack() as stack:
            for of, name, by in (
                (QFileDialog, "getOpenFileName", self._open_name),
                (QFileDialog, "getOpenFileNames", self._open_names),
                (QFileDialog, "getSaveFileName", self._save_name),
                (QFileDialog, "getExistingDirectory", self._folder),
                (QDesktopServices, "openUrl", lambda *_: True),
                (QDrag, "exec", lambda drag, *_: self._drag(drag)),
            ):
                stack.enter_context(patch.object(of, name, by))
            stack.enter_context(patch("app.download.urlopen", offline))
            for place in ("training.session", "ui.training.link", "ui.training.aside"):
                stack.enter_context(patch(f"app.{place}.WORKER", WORKER))
            self._again.start()
            yield
            self._again.stop()

    # --- dialogs and menus -----------------------------------------------------------------------

    def _answer_again(self) -> None:
        """For those that wait in a loop of their own: each answer may open another one."""
        self._again.start()
        self.answer()

    def answer(self) -> bool:
        """One step with the menu or dialog in front; whether there is one."""
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        asked = popup or dialog
        if asked is None:
            self._steps = 0
            return False
        self._steps += 1
        self.told(f"  answers {type(asked).__name__} {asked.windowTitle()}")
        if self._steps > PATIENCE:
            asked.close()
        elif self.chance.random() < 0.2:
            QTest.keyClick(asked, Qt.Key.Key_Escape)
        elif isinstance(asked, QMenu):
            self._choose(asked)
        elif popup is not None:
            field = popup.focusWidget() or popup
            for key in (*[Qt.Key.Key_Down] * self.chance.randint(0, 3), Qt.Key.Key_Return):
                press(field, key)
        else:
            self.told(f"  with {self.poke(asked)}")
        return True

    def _choose(self, menu: QMenu) -> None:
        able = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
        if able:
            chosen = self.chance.choice(able)
            self.told(f"  with {chosen.text()}")
            menu.setActiveAction(chosen)
            QTest.keyClick(menu, Qt.Key.Key_Return)
        else:
            menu.close()

    # --- fields ----------------------------------------------------------------------------------

    def poke(self, around: QWidget) -> str:
        """Do something with one of the fields, buttons and lists in a widget; says with which."""
        found = [
            w
            for w in below(around)
            if isinstance(w, _POKED) and w.isVisible() and w.isEnabled() and not _inner(w)
        ]
        if not found:
            QTest.keyClick(around, Qt.Key.Key_Escape)
            return "nothing to poke"
        widget = self.chance.choice(found)
        told = f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"
        if isinstance(widget, QAbstractButton):
            told = f"{told} {widget.text()}"
        self._use(widget)
        return told

    def _use(self, widget: QWidget) -> None:
        chance = self.chance
        match widget:
            case QAbstractButton():
                QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
            case QLineEdit() | QPlainTextEdit() | QTextEdit():
                widget.setFocus()
                widget.selectAll()
                text = chance.choice(TEXTS)
                ends = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Up)
                for key in [*(text[:20] or [Qt.Key.Key_Delete]), chance.choice(ends)]:
                    press(widget, key)
            case QComboBox():
                widget.setFocus()
                for _ in range(chance.randint(1, 3)):
                    press(widget, chance.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]))
            case QAbstractSpinBox():
                widget.setFocus()
                press(widget, chance.choice([Qt.Key.Key_Up, Qt.Key.Key_Down]))
            case QTabBar():
                if widget.count():
                    at = widget.tabRect(chance.randrange(widget.count())).center()
                    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
            case QAbstractItemView():
                self._pick(widget)

    def _pick(self, view: QAbstractItemView) -> None:
        model = view.model()
        rows = model.rowCount() if model is not None else 0
        if not rows:
            return
        index = model.index(self.chance.randrange(rows), 0)
        while model.rowCount(index) and self.chance.random() < 0.8:
            index = model.index(self.chance.randrange(model.rowCount(index)), 0, index)
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        at = view.visualRect(index).center()
        if view.viewport().rect().contains(at):
            left = Qt.MouseButton.LeftButton
            QTest.mouseClick(view.viewport(), left, pos=at)
            more = self.chance.random()
            if more < 0.3 and isValid(view):
                QTest.mouseDClick(view.viewport(), left, pos=at)
            elif more < 0.6:
                press(view, Qt.Key.Key_Return)


def press(widget: QWidget, key: Qt.Key | str) -> None:
    """A key, to a field that may have gone with the key before."""
    if not isValid(widget) or not widget.isVisible():
        return
    if isinstance(key, str) and not (key.isascii() and key.isprintable()):
        typed = QInputMethodEvent()
        typed.setCommitString(key)
        QApplication.sendEvent(widget, typed)
    elif isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)
    QApplication.sendPostedEvents()  # nobody is quicker than what a key has put off


def _inner(widget: QWidget) -> bool:
    """Whether it is a part of a field, which is used as a whole."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
