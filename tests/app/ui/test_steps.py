"""The list of steps: what was done, where one is, and a click that goes there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui import language
from app.ui.editor import Editor
from app.ui.language import tr
from app.ui.sheet import Sheet
from app.ui.steps import StepsView
from nodes.network import ROOT, wire
from nodes.network.edits import move
from presets import preset


def test_the_steps_are_listed_and_gone_to(qtbot: QtBot) -> None:
    editor = Editor()
    view = StepsView(editor)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    editor.open(made_of(preset("lenet5"), {}), Path("/somewhere/net.skipwire"))
    states = [editor.network]
    for k in range(3):
        editor.apply(f"Move {k}", lambda n, k=k: move(n, ROOT, {"conv1": (k, 9)}))  # type: ignore[misc]
        states.append(editor.network)
    model, role = view.model(), Qt.ItemDataRole
    texts = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert texts == ["Open", "Move 0", "Move 1", "Move 2"]
    assert model.index(0, 1).data(role.DecorationRole) is not None
    assert model.index(1, 1).data(role.DecorationRole) is None
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(port, left, pos=view.visualRect(model.index(1, 0)).center())
    assert editor.network is states[1]
    assert model.index(3, 0).data(role.ForegroundRole) is not None, "undone steps are greyed"
    assert view.currentIndex().row() == 1
    editor.redo()
    assert view.currentIndex().row() == 2
    view.setCurrentIndex(model.index(3, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert editor.network is states[3]
    editor.show(Sheet())
    assert model.rowCount() == 1


def test_steps_are_said_in_the_language_in_force(qtbot: QtBot) -> None:
    editor = Editor()
    view = StepsView(editor)
    qtbot.addWidget(view)
    conv = wire("conv3", "output", "concat1", "inputs")
    labels = (
        tr("Copy from {name}", name="my net"),
        tr("Connect {wire}", wire=conv),
        tr("Connect {node} to {what}", node="conv1", what="3 nodes"),
    )
    editor.open(made_of(preset("lenet5"), {}))
    for k, label in enumerate((*labels, "Copy from Network", "Connect a.output → b.input")):
        editor.apply(label, lambda n, k=k: move(n, ROOT, {"conv1": (k, 9)}))  # type: ignore[misc]
    view.show()
    model = view.model()
    language.use("zh_CN")
    try:
        texts = [model.index(row, 0).data() for row in range(1, model.rowCount())]
        assert texts == [
            "从 my net 复制",
            "连接 conv3.output → concat1.inputs",
            "把 conv1 连到 3 个节点",
            "从 Network 复制",
            "连接 a.output → b.input",
        ]
    finally:
        language.use("en")
    assert model.index(1, 0).data() == labels[0]
