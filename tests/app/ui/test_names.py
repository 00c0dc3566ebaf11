"""Whatever can have the focus has a name for screen readers: in the window, its docks, dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.preferences import PreferencesDialog
from app.ui.shortcuts import ShortcutPage
from app.ui.window import MainWindow

KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_INNER = (
    QAbstractSpinBox,
    QComboBox,
    QAbstractItemView,
    QLineEdit,
)  # which have parts without names


def nameless(top: QWidget) -> list[str]:
    """The widgets within that would be told as a mere button, field or list."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if not isinstance(widget, KINDS) or isinstance(widget.parent(), QTabBar):
            continue
        part = widget.parent()
        if isinstance(part, _INNER) or widget.objectName().startswith("qt_"):
            continue
        if isinstance(part, QWidget) and isinstance(part.parent(), QComboBox):
            continue  # the list of a combo box
        mouse_only = widget.focusPolicy() == Qt.FocusPolicy.NoFocus
        if not widget.isVisibleTo(top) or (mouse_only and not isinstance(widget, QAbstractButton)):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            chain, up = [type(widget).__name__], widget.parent()
            while up is not None and up is not top:
                chain.append(up.objectName() or type(up).__name__)
                up = up.parent()
            found.append(" < ".join(chain))
    return found


def _let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def test_the_window_and_its_docks(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=_let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.hints.toast.show_text("Text", "Button", lambda: None)
    assert not nameless(window)  # the start page
    window.documents.open_preset("inception_mini")
    for name in window.docks:
        window.docks.front(name)
    for chosen in ((), ("stem",), ("pool1",), ("stem", "pool1")):
        window.editor.select(chosen)
        assert not nameless(window)


@pytest.mark.parametrize(
    "make",
    [lambda: ShortcutPage({}), PreferencesDialog],
    ids=["shortcuts", "preferences"],
)
def test_dialogs(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
