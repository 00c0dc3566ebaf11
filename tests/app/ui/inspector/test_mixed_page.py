"""Nodes of different kinds: what they have in common is changed for all of them at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.editor import Editor
from app.ui.inspector.inspector import Inspector
from app.ui.inspector.mixed_page import MixedPage, in_common
from nodes.network import Argument, Graph, Network, Node
from tests.app.ui.inspector.test_form import inspect, line, note
from tests.app.ui.panels import editor_on, type_into

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def editor() -> Editor:
    nodes = (
        Node("conv", "Conv2d", {"out_channels": 8, "kernel_size": 5}),
        Node("pool", "MaxPool2d", {"kernel_size": 2}),
        Node("deep", "DepthwiseConv2d", {"kernel_size": 5}),
        Node("act", "ReLU"),
    )
    return editor_on(Network("Test", Graph(nodes)))


def rows(inspector: Inspector) -> list[str]:
    page = inspector.page
    assert isinstance(page, MixedPage)
    return [row.param.name for row in page.form.rows]


def sizes(editor: Editor) -> list[Argument]:
    return [n.args.get("kernel_size") for n in editor.graph.nodes[:3]]


def test_what_differs_is_mixed_and_is_set_for_all_in_one_step(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "conv", "pool", "deep")
    assert "kernel_size" in rows(inspector)
    assert "out_channels" not in rows(inspector)
    field = line(inspector, "kernel_size")
    assert (field.text(), field.placeholderText()) == ("", "mixed")
    type_into(qtbot, field, "7")
    assert sizes(editor) == [7, 7, 7]
    assert line(inspector, "kernel_size").text() == "7"
    editor.undo()
    assert sizes(editor) == [5, 2, 5]


def test_what_does_not_fit_all_is_explained_and_applied_to_none(
    qtbot: QtBot, editor: Editor
) -> None:
    inspector = inspect(qtbot, editor, "conv", "pool")
    before = editor.network
    type_into(qtbot, line(inspector, "stride"), "-1")
    assert "at least" in note(inspector, "stride")
    assert editor.network is before


def test_all_is_reset_in_one_step(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "conv", "pool")
    button = inspector.page.findChild(QPushButton, "reset all")
    assert isinstance(button, QPushButton)
    button.click()
    assert [dict(n.args) for n in editor.graph.nodes[:2]] == [{}, {}]
    assert not button.isVisible()
    editor.undo()
    assert sizes(editor)[:2] == [5, 2]


def test_nothing_in_common_is_no_form(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "conv", "act")
    assert rows(inspector) == ["enabled"]


def test_common_bounds_are_those_of_all() -> None:
    found = {p.name: p for p in in_common(Network(), ["Dropout", "BatchNorm2d", "LayerNorm"])}
    assert "eps" not in found
    both = {p.name: p for p in in_common(Network(), ["Conv2d", "ConvTranspose2d"])}
    assert {"out_channels", "kernel_size", "stride"} <= both.keys()
