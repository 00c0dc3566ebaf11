"""A canvas on a small network, driven by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.canvas import CanvasView
from app.ui.canvas.geometry import Socket
from app.ui.editor import Editor
from nodes.network import Block, Endpoint, Graph, Network, Node, wire
from nodes.network.document import Document

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def network() -> Network:
    """input → conv → relu → output, and two branches of input into concat; `lone` has no wires."""
    inner = Graph(
        (
            Node("input", "Input", position=(0, 0)),
            Node("bn", "BatchNorm2d", position=(0, 130)),
            Node("output", "Output", position=(0, 260)),
        ),
        (wire("input", "output", "bn", "input"), wire("bn", "output", "output", "input")),
    )
    nodes = (
        Node("input", "Input", {"shape": (3, 32, 32)}, position=(0, 0)),
        Node("conv", "Conv2d", {"out_channels": 8, "padding": 1}, position=(0, 130)),
        Node("norm", "Norm", position=(0, 260)),
        Node("output", "Output", position=(0, 520)),
        Node("left", "ReLU", position=(230, 130)),
        Node("right", "ReLU", position=(460, 130)),
        Node("concat", "Concat", position=(340, 260)),
        Node("lone", "Sigmoid", position=(340, 520)),
    )
    wires = (
        wire("input", "output", "conv", "input"),
        wire("conv", "output", "norm", "input"),
        wire("norm", "output", "output", "input"),
        wire("input", "output", "left", "input"),
        wire("input", "output", "right", "input"),
        wire("left", "output", "concat", "inputs"),
        wire("right", "output", "concat", "inputs"),
    )
    return Network("Test", Graph(nodes, wires), (Block("Norm", (), inner),))


def frame(widget: QWidget) -> None:
    """Paint the window of a widget, as the screen asks for it."""
    QApplication.sendEvent(widget.window().windowHandle(), QEvent(QEvent.Type.UpdateRequest))


class Hand:
    """The pointer over a canvas, in scene coordinates."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.editor = canvas.editor

    def at(self, x: float, y: float) -> QPoint:
        return self.canvas.mapFromScene(QPointF(x, y))

    def card(self, name: str) -> tuple[float, float]:
        x, y = self.canvas.layer.geometry.places[self.canvas.layer.geometry.index[name]]
        return float(x) + 90, float(y) + 45

    def port(self, name: str, port: str, *, output: bool) -> tuple[float, float]:
        return self.canvas.layer.geometry.socket_place(Socket(Endpoint(name, port), output))

    def press(self, place: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.canvas.viewport(), LEFT, keys, self.at(*place))

    def move(self, place: tuple[float, float]) -> None:
        QTest.mouseMove(self.canvas.viewport(), self.at(*place))
        frame(self.canvas)

    def release(self, place: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseRelease(self.canvas.viewport(), LEFT, keys, self.at(*place))

    def click(self, place: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, self.at(*place))

    def pull(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press, and move without release."""
        self.press(start)
        self.move(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
        self.move(end)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.pull(start, end)
        self.release(end)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.canvas, key, keys)


@pytest.fixture
def editor(qapp: object) -> Editor:
    editor = Editor()
    editor.open(Document(network(), editor.document.recipe))
    return editor


@pytest.fixture
def canvas(qtbot: QtBot, editor: Editor) -> CanvasView:
    view = CanvasView(editor)
    qtbot.addWidget(view)
    view.resize(1000, 900)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    view.zoom_reset()
    return view


@pytest.fixture
def hand(canvas: CanvasView) -> Hand:
    return Hand(canvas)
