"""Every parameter of every layer can be changed through its field, and undone; what is not valid
is explained beside the field and never applied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.editor import Editor
from app.ui.inspector import Inspector
from app.ui.inspector.values import text
from nodes.catalogue import CATALOGUE
from nodes.network import Argument, Block, Graph, Network, Node
from nodes.spec import Kind, Param, Value
from tests.app.ui.panels import editor_on, editor_with, type_into

PARAMS = [(kind, p) for kind, spec in CATALOGUE.items() for p in spec.params]
EXTRA = Block("Extra", (Param("mode", Kind.CHOICE, "zeros", "", choices=("zeros", "mirror")),))
each_param = pytest.mark.parametrize(
    ("kind", "param"), PARAMS, ids=[f"{kind}.{p.name}" for kind, p in PARAMS]
)


def inspect(qtbot: QtBot, editor: Editor, *names: str) -> Inspector:
    inspector = Inspector(editor)
    qtbot.addWidget(inspector)
    inspector.resize(260, 600)
    with qtbot.waitActive(inspector):  # the focus counts in these tests
        inspector.show()
        inspector.activateWindow()
    editor.select(names)
    return inspector


def find(inspector: Inspector, kind: type[QWidget], name: str) -> QWidget:
    found = inspector.page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def line(inspector: Inspector, name: str) -> QLineEdit:
    found = find(inspector, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def note(inspector: Inspector, name: str) -> str:
    """What is told below a field, where it is visible."""
    found = find(inspector, QLabel, f"note {name}")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def value(editor: Editor, node: str, param: Param) -> Argument:
    return editor.graph.by_name[node].args.get(param.name, param.default)


def another(param: Param) -> Value:
    """A valid value that is not the default."""
    match param.kind:
        case Kind.BOOL:
            return not param.default
        case Kind.PAIR:
            return (3, 5)
        case Kind.SHAPE:
            return (1, 28, 28)
        case Kind.FLOAT:
            return 0.25
    assert isinstance(param.default, int)
    return param.default + 1


def wrong(param: Param) -> Iterator[str]:
    """Texts that the parameter refuses."""
    yield "abc"
    yield "1, 2, 3, 4, 5"
    if not param.optional:
        yield ""
    if param.kind is not Kind.FLOAT:
        yield "1.5"
    if param.minimum is not None:
        yield f"{param.minimum - 1:g}"
    if param.above is not None:
        yield f"{param.above:g}"
    if param.maximum is not None:
        yield str(int(param.maximum) + 1)


@each_param
def test_change_reset_and_undo(qtbot: QtBot, kind: str, param: Param) -> None:
    editor = editor_with(Node("one", kind))
    inspector = inspect(qtbot, editor, "one")
    wanted = another(param)
    if param.kind is Kind.BOOL:
        qtbot.mouseClick(
            box := find(inspector, QCheckBox, param.name),
            Qt.MouseButton.LeftButton,
            pos=QPoint(8, box.height() // 2),
        )
    else:
        type_into(qtbot, line(inspector, param.name), text(wanted))
    assert value(editor, "one", param) == wanted
    reset = find(inspector, QToolButton, f"reset {param.name}")
    assert reset.isVisible()

    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert value(editor, "one", param) == param.default
    assert not reset.isVisible()
    editor.undo()
    assert value(editor, "one", param) == wanted
    editor.undo()
    assert value(editor, "one", param) == param.default
    assert editor.undo_label is None  # one step for each gesture
    if param.kind is Kind.BOOL:
        assert find(inspector, QCheckBox, param.name).isChecked() == param.default  # type: ignore[attr-defined]
    else:
        assert line(inspector, param.name).text() == text(param.default)


@pytest.mark.parametrize(
    ("kind", "param", "typed"),
    [(k, p, t) for k, p in PARAMS if p.kind is not Kind.BOOL for t in wrong(p)],
    ids=lambda v: v.name if isinstance(v, Param) else v or "empty",
)
def test_what_is_not_valid_is_explained_and_not_applied(
    qtbot: QtBot, kind: str, param: Param, typed: str
) -> None:
    editor = editor_with(Node("one", kind))
    inspector = inspect(qtbot, editor, "one")
    field = line(inspector, param.name)
    type_into(qtbot, field, typed)
    assert note(inspector, param.name).endswith(".")
    assert editor.undo_label is None
    assert field.text() == typed
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == text(param.default)
    assert note(inspector, param.name) == ""


@each_param
def test_two_nodes_share_the_form(qtbot: QtBot, kind: str, param: Param) -> None:
    editor = editor_with(Node("one", kind, {param.name: another(param)}), Node("two", kind))
    inspector = inspect(qtbot, editor, "one", "two")
    if param.kind is Kind.BOOL:
        box = find(inspector, QCheckBox, param.name)
        assert isinstance(box, QCheckBox)
        assert box.checkState() is Qt.CheckState.PartiallyChecked
        at = QPoint(8, box.height() // 2)
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=at)
        assert value(editor, "one", param) is value(editor, "two", param) is True
    else:
        field = line(inspector, param.name)
        assert (field.text(), field.placeholderText()) == ("", "mixed")
        type_into(qtbot, field, text(another(param)))
        assert value(editor, "one", param) == value(editor, "two", param) == another(param)
    editor.undo()
    assert value(editor, "two", param) == param.default


def test_arithmetic_is_worked_out(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv1", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv1")
    field = line(inspector, "out_channels")
    type_into(qtbot, field, "64*2")
    assert editor.graph.by_name["conv1"].args["out_channels"] == 128
    assert field.text() == "128"
    type_into(qtbot, field, "256/2")  # the same value again
    assert field.text() == "128"
    editor.undo()
    assert editor.undo_label is None


def test_leaving_a_field_applies_it(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv1", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv1")
    field = line(inspector, "out_channels")
    type_into(qtbot, field, "32", enter=False)
    assert editor.undo_label is None
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert editor.graph.by_name["conv1"].args["out_channels"] == 32


def test_typed_for_one_node_is_never_applied_to_another(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv1", "Conv2d"), Node("conv2", "Conv2d"), Node("relu", "ReLU"))
    inspector = inspect(qtbot, editor, "conv1")
    for other in ("conv2", "relu"):
        editor.select(["conv1"])
        type_into(qtbot, line(inspector, "out_channels"), "32", enter=False)
        editor.select([other])
        inspector.setFocus()
        assert editor.undo_label is None


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        (Qt.Key.Key_Up, 64, 65),
        (Qt.Key.Key_Down, 64, 63),
        (Qt.Key.Key_PageUp, 64, 74),
        (Qt.Key.Key_Down, 1, 1),
    ],
)
def test_keys_step_within_the_bounds(qtbot: QtBot, key: Qt.Key, before: int, after: int) -> None:
    editor = editor_with(Node("conv1", "Conv2d", {"out_channels": before}))
    inspector = inspect(qtbot, editor, "conv1")
    qtbot.keyClick(line(inspector, "out_channels"), key)
    assert line(inspector, "out_channels").text() == str(after)
    assert editor.graph.by_name["conv1"].args.get("out_channels", 64) == after


@pytest.mark.parametrize(("focused", "after"), [(False, 64), (True, 65)])
def test_the_wheel_counts_only_with_the_focus(qtbot: QtBot, focused: bool, after: int) -> None:
    editor = editor_with(Node("conv1", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv1")
    field = line(inspector, "out_channels")
    (field if focused else line(inspector, "stride")).setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(field.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.text() == str(after)


def test_choices(qtbot: QtBot) -> None:
    editor = editor_on(Network("Test", Graph((Node("one", "Extra"),)), (EXTRA,)))
    inspector = inspect(qtbot, editor, "one")
    combo = find(inspector, QComboBox, "mode")
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert editor.graph.by_name["one"].args == {"mode": "mirror"}
    editor.undo()
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "zeros"


def test_undo_in_an_untouched_field_is_the_documents(qtbot: QtBot) -> None:
    """The field leaves Ctrl+Z to the window unless something is being typed."""
    editor = editor_with(Node("conv1", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv1")
    shortcut = QShortcut(QKeySequence.StandardKey.Undo, inspector)
    shortcut.activated.connect(editor.undo)
    field = line(inspector, "out_channels")
    type_into(qtbot, field, "32")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.graph.by_name["conv1"].args == {}
    assert field.text() == "64"
