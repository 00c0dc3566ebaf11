"""How weights begin is chosen under a heading of its own: an initialiser, and its parameters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.ui.editor import Editor
from app.ui.inspector import Inspector
from nodes.initialisers import INITIALISERS, initial
from nodes.network import Argument, Block, Expression, Graph, Network, Node, wire
from nodes.spec import Kind
from tests.app.ui.inspector.test_form import find, inspect, line, note
from tests.app.ui.panels import editor_on, editor_with, type_into

LEFT = Qt.MouseButton.LeftButton


def unfold(qtbot: QtBot, inspector: Inspector) -> None:
    qtbot.mouseClick(find(inspector, QToolButton, "fold Initialisation"), LEFT)


def combo(inspector: Inspector, name: str) -> QComboBox:
    found = find(inspector, QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def choose(qtbot: QtBot, inspector: Inspector, name: str, title: str) -> None:
    """By the keys, until an entry of this title is chosen."""
    box = combo(inspector, name)
    while box.currentText() != title:
        down = box.currentIndex() < box.findText(title)
        qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def value(editor: Editor, node: str, parameter: str = "weight_init") -> Argument:
    return editor.graph.by_name[node].args.get(parameter)


def summary(inspector: Inspector) -> str:
    found = find(inspector, QLabel, "summary Initialisation")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


@pytest.mark.parametrize("parameter", ["weight_init", "bias_init"])
def test_every_initialiser_that_fits_can_be_chosen(qtbot: QtBot, parameter: str) -> None:
    editor = editor_with(Node("conv", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv")
    unfold(qtbot, inspector)
    for made in INITIALISERS.values():
        if parameter == "bias_init" and made.fans:
            assert combo(inspector, parameter).findText(made.title) < 0
            continue
        choose(qtbot, inspector, parameter, made.title)
        assert str(value(editor, "conv", parameter)).partition("(")[0] == made.name
        for param in made.params:
            assert inspector.page.findChild(
                QComboBox if param.kind is Kind.CHOICE else QLineEdit, f"{parameter} {param.name}"
            )
    choose(qtbot, inspector, parameter, "torch default")
    assert value(editor, "conv", parameter) is None


def test_its_parameters_stand_below_it(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv")
    unfold(qtbot, inspector)
    choose(qtbot, inspector, "weight_init", "Kaiming normal")
    mode = combo(inspector, "weight_init mode")
    assert mode.isVisible()
    qtbot.keyClick(mode, Qt.Key.Key_Down)
    assert value(editor, "conv") == "kaiming_normal(mode=fan_out)"
    type_into(qtbot, line(inspector, "weight_init a"), "1/4")
    assert value(editor, "conv") == "kaiming_normal(a=0.25, mode=fan_out)"
    assert line(inspector, "weight_init a").hasFocus()

    qtbot.mouseClick(find(inspector, QToolButton, "reset weight_init"), LEFT)
    assert value(editor, "conv") is None
    assert not mode.isVisible()
    editor.undo()
    assert value(editor, "conv") == "kaiming_normal(a=0.25, mode=fan_out)"
    assert combo(inspector, "weight_init mode").currentText() == "fan_out"


def test_choosing_the_same_again_keeps_its_parameters(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv", "Conv2d", {"weight_init": "normal(std=0.3)"}))
    inspector = inspect(qtbot, editor, "conv")
    unfold(qtbot, inspector)
    box = combo(inspector, "weight_init")
    box.activated.emit(box.currentIndex())
    assert value(editor, "conv") == "normal(std=0.3)"
    assert editor.undo_label is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [("0", "std: Must be at least 1e-09"), ("", "std: Needs a number"), ("wide", "std: Needs")],
)
def test_what_is_not_valid_is_told_with_its_name(qtbot: QtBot, typed: str, words: str) -> None:
    before = "trunc_normal(std=0.1)"
    editor = editor_with(Node("conv", "Conv2d", {"weight_init": before}))
    inspector = inspect(qtbot, editor, "conv")
    unfold(qtbot, inspector)
    type_into(qtbot, line(inspector, "weight_init std"), typed)
    assert note(inspector, "weight_init").startswith(words)
    assert value(editor, "conv") == before
    qtbot.keyClick(line(inspector, "weight_init std"), Qt.Key.Key_Escape)
    assert note(inspector, "weight_init") == ""
    assert line(inspector, "weight_init std").text() == "0.1"


def test_parameters_that_do_not_agree_are_told(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv", "Conv2d", {"weight_init": "uniform(a=-1)"}))
    inspector = inspect(qtbot, editor, "conv")
    unfold(qtbot, inspector)
    type_into(qtbot, line(inspector, "weight_init b"), "-2")
    assert "a must be less than its b" in note(inspector, "weight_init")
    assert value(editor, "conv") == "uniform(a=-1)"


def test_several_nodes(qtbot: QtBot) -> None:
    editor = editor_with(
        Node("one", "Conv2d", {"weight_init": "orthogonal"}), Node("two", "Conv2d")
    )
    inspector = inspect(qtbot, editor, "one", "two")
    assert summary(inspector) == "mixed"
    unfold(qtbot, inspector)
    assert combo(inspector, "weight_init").currentIndex() < 0
    assert combo(inspector, "weight_init").placeholderText() == "mixed"
    assert inspector.page.findChild(QLineEdit, "weight_init gain") is None
    choose(qtbot, inspector, "weight_init", "Xavier uniform")
    assert value(editor, "one") == value(editor, "two") == "xavier_uniform"


def test_the_heading_says_what_is_below_it(qtbot: QtBot) -> None:
    args = {"weight_init": "normal(std=0.01)", "bias_init": "constant(value=0)"}
    editor = editor_with(Node("a", "Conv2d", args), Node("b", "Conv2d"), Node("act", "ReLU"))
    inspector = inspect(qtbot, editor, "a")
    assert summary(inspector) == "normal(std=0.01), constant(value=0)"
    assert not combo(inspector, "weight_init").isVisible()
    unfold(qtbot, inspector)
    assert combo(inspector, "weight_init").isVisible()
    assert summary(inspector) == ""
    editor.select(["b"])  # of the same kind: it stays open
    assert combo(inspector, "weight_init").isVisible()
    unfold(qtbot, inspector)
    assert summary(inspector) == "torch default"
    editor.select(["act"])
    assert inspector.page.findChild(QToolButton, "fold Initialisation") is None


def inside() -> Editor:
    """In a block that passes its initialiser on."""
    nodes = (
        Node("input", "Input"),
        Node("conv", "Conv2d", {"weight_init": Expression("weight_init")}),
        Node("output", "Output"),
    )
    wires = (wire("input", "output", "conv", "input"), wire("conv", "output", "output", "input"))
    block = Block("Conv", (initial("weight", 2),), Graph(nodes, wires))
    outer = (
        Node("input", "Input", {"shape": (3, 8, 8)}),
        Node("c", "Conv", {"weight_init": "orthogonal"}),
        Node("output", "Output"),
    )
    wires = (wire("input", "output", "c", "input"), wire("c", "output", "output", "input"))
    return editor_on(Network("Test", Graph(outer, wires), (block,)))


def test_an_expression_takes_its_place(qtbot: QtBot) -> None:
    editor = inside()
    editor.enter("c")
    inspector = inspect(qtbot, editor, "conv")
    assert summary(inspector) == "=weight_init"
    unfold(qtbot, inspector)
    assert line(inspector, "weight_init expression").text() == "=weight_init"
    assert note(inspector, "weight_init") == "orthogonal here"
    type_into(qtbot, line(inspector, "weight_init expression"), "xavier_normal(gain=2)")
    assert value(editor, "conv") == "xavier_normal(gain=2)"
    assert line(inspector, "weight_init gain").isVisible()
    editor.undo()
    assert not line(inspector, "weight_init gain").isVisible()
    type_into(qtbot, line(inspector, "weight_init expression"), "=other")
    assert "“other” is not known" in note(inspector, "weight_init")
    type_into(qtbot, line(inspector, "weight_init expression"), "xavier")
    assert "did you mean xavier_normal?" in note(inspector, "weight_init")


def test_a_block_has_parameters_of_that_kind(qtbot: QtBot) -> None:
    editor = inside()
    inspector = inspect(qtbot, editor, "c")
    unfold(qtbot, inspector)
    assert combo(inspector, "weight_init").currentText() == "Orthogonal"
    editor.enter("c")
    kinds = next(
        box
        for box in inspector.page.findChildren(QComboBox)
        if box.accessibleName() == "Kind of the new parameter"
    )
    kinds.setCurrentText("initialiser")
    type_into(qtbot, line(inspector, "new parameter"), "start")
    made = editor.network.block("Conv").parameters[-1]
    assert (made.name, made.kind, made.default) == ("start", Kind.INIT, None)
    choose(qtbot, inspector, "start", "Constant")
    assert editor.network.block("Conv").parameters[-1].default == "constant(value=0)"
    type_into(qtbot, line(inspector, "start value"), "0.5")
    assert editor.network.block("Conv").parameters[-1].default == "constant(value=0.5)"
    qtbot.mouseClick(find(inspector, QToolButton, "remove start"), LEFT)
    assert len(editor.network.block("Conv").parameters) == 1
