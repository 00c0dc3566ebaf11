"""What the tests of the panels share: an editor on a network, and typing into a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.editor import Editor
from nodes.network import Graph, Network, Node
from nodes.network.document import Document


def editor_on(network: Network) -> Editor:
    editor = Editor()
    editor.open(Document(network, {}))
    return editor


def editor_with(*nodes: Node) -> Editor:
    """An editor on nodes without wires."""
    return editor_on(Network("Test", Graph(nodes)))


def type_into(qtbot: QtBot, line: QLineEdit, text: str, *, enter: bool = True) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, text)
    if enter:
        qtbot.keyClick(line, Qt.Key.Key_Return)


class WindowsShown(QObject):
    """The kinds of widgets that became windows of their own while it looked on.

    Of a part that is shown before it has a parent there is nothing to be seen afterwards: it was
    a window for a moment, and the keys went to it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def __enter__(self) -> list[str]:
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        return self.kinds

    def __exit__(self, *_: object) -> None:
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False
