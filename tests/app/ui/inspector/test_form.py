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
from nodes.errors import ParameterError
from nodes.network import Argument, Block, Graph, Network, Node
from nodes.spec import Kind, Param, Value
from tests.app.ui.panels import editor_on, editor_with, type_into

# Of declarations that layers share, such as a stride, one stands for all. Initialisers have fields
# of several parts, and tests of their own.
PARAMS = list(
    {
        p: (kind, p)
        for kind, spec in CATALOGUE.items()
        for p in spec.params
        if p.kind is not Kind.INIT
    }.values()
)


def is_box(param: Param) -> bool:
    return param.kind is Kind.BOOL and not param.optional


def is_choice(param: Param) -> bool:
    return param.kind is Kind.CHOICE or (param.kind is Kind.BOOL and param.optional)


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
    candidates: list[object] = [(3, 5), (2, 3, 4), (1, 28, 28), (2,), 0.25, 2, 1, True, False]
    if param.kind is Kind.FLOAT:
        candidates.insert(0, 0.25)
    for candidate in (*param.choices, *candidates):
        try:
            found = param.check(candidate)
        except ParameterError:
            continue
        if text(found) != text(param.default):
            return found
    raise AssertionError(f"no other value is known for {param}")


def change(qtbot: QtBot, inspector: Inspector, param: Param, wanted: Value) -> None:
    """Set a parameter with the mouse or the keyboard."""
    if is_box(param):
        box = find(inspector, QCheckBox, param.name)
        at = QPoint(8, box.height() // 2)
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=at)
    elif is_choice(param):
        combo = find(inspector, QComboBox, param.name)
        assert isinstance(combo, QComboBox)
        if combo.currentIndex() < 0:  # mixed: the first key chooses the first entry
            qtbot.keyClick(combo, Qt.Key.Key_Down)
        key = Qt.Key.Key_Down
        if combo.findData(wanted) < combo.currentIndex():
            key = Qt.Key.Key_Up
        while combo.currentData() != wanted:
            qtbot.keyClick(combo, key)
    else:
        type_into(qtbot, line(inspector, param.name), text(wanted))


def says(inspector: Inspector, param: Param) -> object:
    """What the field of a parameter shows."""
    if is_box(param):
        box = find(inspector, QCheckBox, param.name)
        assert isinstance(box, QCheckBox)
        return box.isChecked()
    if is_choice(param):
        combo = find(inspector, QComboBox, param.name)
        assert isinstance(combo, QComboBox)
        return combo.currentData()
    return line(inspector, param.name).text()


def shown(param: Param, value: Value) -> object:
    return value if is_box(param) or is_choice(param) else text(value)


def wrong(param: Param) -> Iterator[str]:
    """Texts that the parameter refuses."""
    yield "abc"
    if param.kind is not Kind.INTS:
        yield "1, 2, 3, 4, 5"
    if not param.optional:
        yield ""
    if param.kind is not Kind.FLOAT:
        yield "1.5"
    if param.minimum is not None:
        whole = param.kind is not Kind.FLOAT
        yield str(int(param.minimum) - 1) if whole else f"{param.minimum - 1:g}"
    if param.above is not None:
        yield f"{param.above:g}"
    if param.maximum is not None:
        yield str(int(param.maximum) + 1)


@each_param
def test_change_reset_and_undo(qtbot: QtBot, kind: str, param: Param) -> None:
    editor = editor_with(Node("one", kind))
    inspector = inspect(qtbot, editor, "one")
    wanted = another(param)
    change(qtbot, inspector, param, wanted)
    assert value(editor, "one", param) == wanted
    reset = find(inspector, QToolButton, f"reset {param.name}")
    assert reset.isVisible()

    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert value(editor, "one", param) == param.default
    assert not reset.isVisible()
    while value(editor, "one", param) != wanted or editor.undo_label is None:
        editor.undo()
    while editor.undo_label is not None:  # a choice by keys passes others on its way
        editor.undo()
    assert value(editor, "one", param) == param.default
    assert says(inspector, param) == shown(param, param.default)


@pytest.mark.parametrize(
    ("kind", "param", "typed"),
    [(k, p, t) for k, p in PARAMS if not is_box(p) and not is_choice(p) for t in wrong(p)],
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
    if is_box(param):
        box = find(inspector, QCheckBox, param.name)
        assert isinstance(box, QCheckBox)
        assert box.checkState() is Qt.CheckState.PartiallyChecked
        wanted: Value = True
    else:
        wanted = another(param)
    if is_choice(param):
        assert says(inspector, param) is None
    elif not is_box(param):
        field = line(inspector, param.name)
        assert (field.text(), field.placeholderText()) == ("", "mixed")
    change(qtbot, inspector, param, wanted)
    assert value(editor, "one", param) == value(editor, "two", param) == wanted
    while editor.undo_label is not None:
        editor.undo()
    assert value(editor, "two", param) == param.default


def test_words_are_offered_beside_the_number(qtbot: QtBot) -> None:
    editor = editor_with(Node("conv1", "Conv2d"))
    inspector = inspect(qtbot, editor, "conv1")
    button = next(
        b
        for b in inspector.page.findChildren(QToolButton)
        if b.accessibleName() == "padding: words"
    )
    same = next(a for a in button.menu().actions() if a.text() == "same")
    same.trigger()
    assert editor.graph.by_name["conv1"].args == {"padding": "same"}
    assert line(inspector, "padding").text() == "same"


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
