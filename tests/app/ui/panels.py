"""What the tests of the panels share: an editor on a network, and typing into a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
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
