"""What the inspector shows for one node, several, a block and the network, and its other edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.editor import Editor
from app.ui.inspector.facts import FactTable
from app.ui.inspector.inspector import Inspector
from app.ui.inspector.nodes_page import NodesPage
from nodes.catalogue import CATALOGUE
from nodes.network import ROOT, Argument, Expression, Graph, Network, Node, edits, wire
from nodes.spec import Kind
from presets import PRESETS
from tests.app.ui.inspector.test_form import find, inspect, line, note
from tests.app.ui.panels import editor_on, editor_with, type_into

LEFT = Qt.MouseButton.LeftButton
DOCK = 290  # pixels, the default


@pytest.fixture
def resnet() -> Editor:
    return editor_on(PRESETS["resnet18"].network())


@pytest.fixture
def lenet() -> Editor:
    return editor_on(PRESETS["lenet5"].network())


def facts(inspector: Inspector) -> str:
    found = find(inspector, FactTable, "facts")
    assert isinstance(found, FactTable)
    return found.text()


def chain(*layers: tuple[str, str, dict[str, Argument]]) -> Editor:
    """An editor on an image input and layers one after the other."""
    nodes = [Node("input", "Input", {"shape": (3, 32, 32)})]
    nodes += [Node(name, kind, args) for name, kind, args in layers]
    wires = [wire(a.name, "output", b.name, "input") for a, b in pairwise(nodes)]
    return editor_on(Network("Test", Graph(tuple(nodes), tuple(wires))))


def longest_names(kind: str) -> dict[str, Argument]:
    """Arguments other than the defaults, whose names are bold, as far as any value will do."""
    return {
        p.name: not p.default
        for p in CATALOGUE[kind].params
        if p.kind is Kind.BOOL and isinstance(p.default, bool)
    }


def says(inspector: Inspector) -> str:
    """All plain text on the page."""
    labels = inspector.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not isinstance(label, FactTable))


# --- one node ------------------------------------------------------------------------------------


def test_facts_of_a_node(qtbot: QtBot, lenet: Editor) -> None:
    shown = facts(inspect(qtbot, lenet, "conv1"))
    for fact in ("1×32×32", "6×28×28", "156", "weight 6×1×5×5", "bias 6", "117.6 kMACs", "conv1"):
        assert f">{fact}<" in shown


def test_the_receptive_field_is_told_in_words(qtbot: QtBot, resnet: Editor) -> None:
    shown = facts(inspect(qtbot, resnet, "layer1"))
    for name, value in (
        ("Receptive field", "43 × 43 px"),
        ("", "narrowest path 11 × 11 px"),
        ("Jump", "4 × 4 px"),
        ("First cell", "centred on 0 × 0"),
    ):
        assert f">{name}</td><td>{value}<" in shown
    whole = facts(inspect(qtbot, resnet, "fc"))
    assert ">Receptive field</td><td>the whole input" in whole
    even = facts(inspect(qtbot, chain(("conv", "Conv2d", {"kernel_size": 4})), "conv"))
    assert ">First cell</td><td>centred on 1.5 × 1.5<" in even
    padded = facts(
        inspect(qtbot, chain(("conv", "Conv2d", {"kernel_size": 4, "padding": 3})), "conv")
    )
    assert ">First cell</td><td>centred on −1.5 × −1.5<" in padded


@pytest.mark.parametrize("kind", list(CATALOGUE))
def test_no_page_is_wider_than_its_dock(qtbot: QtBot, kind: str) -> None:
    editor = editor_with(Node("one", kind, longest_names(kind)))
    inspector = inspect(qtbot, editor, "one")
    inspector.resize(DOCK, 200)  # so low that it scrolls
    qtbot.waitUntil(lambda: inspector.page.width() < DOCK)
    assert inspector.page.minimumSizeHint().width() <= inspector.page.width()


def test_the_facts_of_a_deep_node_fit_the_dock(qtbot: QtBot, resnet: Editor) -> None:
    resnet.enter("layer2")
    for name in ("conv1", "add"):
        inspector = inspect(qtbot, resnet, name)
        inspector.resize(DOCK, 200)
        qtbot.waitUntil(lambda page=inspector.page: page.width() < DOCK)  # type: ignore[misc]
        assert inspector.page.minimumSizeHint().width() <= inspector.page.width()


@pytest.mark.parametrize("kind", list(CATALOGUE))
def test_help_is_shown(qtbot: QtBot, kind: str) -> None:
    inspector = inspect(qtbot, editor_with(Node("one", kind)), "one")
    assert CATALOGUE[kind].help in says(inspector)
    assert CATALOGUE[kind].summary in says(inspector)


def test_rename(qtbot: QtBot, lenet: Editor) -> None:
    inspector = inspect(qtbot, lenet, "conv1")
    inspector.focus_name()
    type_into(qtbot, line(inspector, "name"), "stem")
    assert "stem" in lenet.graph.by_name
    assert lenet.selection == {"stem"}
    assert line(inspector, "name").hasFocus()
    lenet.undo()
    lenet.select(["conv1"])
    assert line(inspector, "name").text() == "conv1"


@pytest.mark.parametrize("name", ["", "2 words", "class", "forward", "conv2"])
def test_a_name_that_cannot_be_is_explained(qtbot: QtBot, lenet: Editor, name: str) -> None:
    inspector = inspect(qtbot, lenet, "conv1")
    type_into(qtbot, line(inspector, "name"), name)
    assert note(inspector, "name")
    assert lenet.undo_label is None
    lenet.select(["conv2"])
    assert note(inspector, "name") == ""
    assert line(inspector, "name").text() == "conv2"


@pytest.mark.parametrize("kind", list(CATALOGUE))
def test_only_what_can_pass_its_input_on_can_be_switched_off(qtbot: QtBot, kind: str) -> None:
    inspector = inspect(qtbot, editor_with(Node("one", kind)), "one")
    found = inspector.page.findChild(QCheckBox, "enabled")
    spec = CATALOGUE[kind]
    outputs = spec.output_names({})
    one = len(spec.inputs) == len(outputs) == 1 and not spec.inputs[0].variadic
    passes = one and kind not in ("Input", "Output", "Split", "Chunk")
    assert (found is not None) == passes


def test_switching_off_and_on(qtbot: QtBot, lenet: Editor) -> None:
    inspector = inspect(qtbot, lenet, "act1")
    box = find(inspector, QCheckBox, "enabled")
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert lenet.graph.by_name["act1"].enabled is False
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert lenet.graph.by_name["act1"].enabled is True


def test_order_of_the_wires_into_a_merge(qtbot: QtBot, resnet: Editor) -> None:
    resnet.enter("layer1")
    before = resnet.graph.into("add")
    inspector = inspect(qtbot, resnet, "add")
    rows = find(inspector, QListWidget, "wire order")
    assert isinstance(rows, QListWidget)
    assert isinstance(inspector.page, NodesPage)
    rows.setCurrentRow(0)
    assert not inspector.page.order.up.isEnabled()
    qtbot.mouseClick(inspector.page.order.down, LEFT)
    assert resnet.graph.into("add") == before[::-1]
    assert rows.currentRow() == 1  # the wire that moved stays current
    resnet.undo()
    assert resnet.graph.into("add") == before


# --- blocks --------------------------------------------------------------------------------------


def test_repeat_and_open_a_block(qtbot: QtBot, resnet: Editor) -> None:
    inspector = inspect(qtbot, resnet, "layer1")
    type_into(qtbot, line(inspector, "repeat"), "3")
    assert resnet.graph.by_name["layer1"].repeat == 3
    type_into(qtbot, line(inspector, "repeat"), "0")
    assert "at least 1" in note(inspector, "repeat")
    assert resnet.graph.by_name["layer1"].repeat == 3
    assert isinstance(inspector.page, NodesPage)
    qtbot.mouseClick(inspector.page.open, LEFT)
    assert resnet.scope == "BasicBlock"


def test_an_expression_shows_what_it_comes_to_here(qtbot: QtBot, resnet: Editor) -> None:
    resnet.enter("layer2")
    inspector = inspect(qtbot, resnet, "conv1")
    assert line(inspector, "out_channels").text() == "=channels"
    assert note(inspector, "out_channels") == "128 here"
    type_into(qtbot, line(inspector, "out_channels"), "=channels // 2")
    args = resnet.graph.by_name["conv1"].args
    assert args["out_channels"] == Expression("channels // 2")
    assert note(inspector, "out_channels") == "64 here"
    type_into(qtbot, line(inspector, "out_channels"), "=width")
    assert "“width” is not known" in note(inspector, "out_channels")
    assert resnet.graph.by_name["conv1"].args == args


def test_an_expression_for_a_check_box(qtbot: QtBot, resnet: Editor) -> None:
    resnet.enter("layer1")
    inspector = inspect(qtbot, resnet, "conv1")
    name = "bias expression"
    row = next(r for r in inspector.page.form.rows if r.param.name == "bias")  # type: ignore[attr-defined]
    row.field.write.trigger()
    type_into(qtbot, line(inspector, name), "=stride > 1")
    assert resnet.graph.by_name["conv1"].args["bias"] == Expression("stride > 1")
    assert line(inspector, name).isVisible()
    resnet.undo()
    assert not line(inspector, name).isVisible()


def test_beside_the_default_of_a_block_stands_its_value_here(qtbot: QtBot, resnet: Editor) -> None:
    inspector = inspect(qtbot, resnet)
    resnet.show_place(("layer1",))
    assert line(inspector, "channels").text() == "64"
    assert note(inspector, "channels") == ""
    resnet.show_place(("layer3",))
    assert line(inspector, "channels").text() == "64"
    assert note(inspector, "channels") == "256 here"


def test_a_block_definition(qtbot: QtBot, resnet: Editor) -> None:
    resnet.enter("layer1")
    inspector = inspect(qtbot, resnet)
    assert line(inspector, "name").text() == "BasicBlock"
    type_into(qtbot, line(inspector, "new parameter"), "width")
    assert [p.name for p in resnet.network.block("BasicBlock").parameters][-1] == "width"
    assert resnet.network.block("BasicBlock").parameters[-1].kind is Kind.INT

    type_into(qtbot, line(inspector, "width"), "8*4")
    assert resnet.network.block("BasicBlock").parameters[-1].default == 32
    qtbot.mouseClick(find(inspector, QToolButton, "remove width"), LEFT)
    assert "width" not in [p.name for p in resnet.network.block("BasicBlock").parameters]

    qtbot.mouseClick(find(inspector, QToolButton, "remove channels"), LEFT)
    assert "channels" in note(inspector, "parameters")  # still used inside
    type_into(qtbot, line(inspector, "name"), "Residual")
    assert resnet.scope == "Residual"
    assert resnet.network.graph.by_name["layer1"].kind == "Residual"


# --- several, none -------------------------------------------------------------------------------


def test_nodes_of_different_kinds(qtbot: QtBot, lenet: Editor) -> None:
    inspector = inspect(qtbot, lenet, "conv1", "conv2", "fc1")
    assert "3 nodes" in says(inspector)
    total = sum(lenet.report.nodes[n].parameters for n in lenet.selection)
    assert f">{total:,}<" in facts(inspector)


def test_nothing_selected_is_the_network(qtbot: QtBot, lenet: Editor) -> None:
    inspector = inspect(qtbot, lenet)
    assert ">61,706<" in facts(inspector)
    type_into(qtbot, line(inspector, "name"), "My net")
    assert lenet.network.name == "My net"
    type_into(qtbot, line(inspector, "name"), "   ")
    assert note(inspector, "name")
    assert lenet.network.name == "My net"


def test_the_facts_follow_an_edit_elsewhere(qtbot: QtBot, lenet: Editor) -> None:
    inspector = inspect(qtbot, lenet, "conv2")
    before = facts(inspector)
    lenet.apply("", lambda n: edits.set_argument(n, ROOT, ["conv1"], "out_channels", 8))
    assert before != facts(inspector)
    assert "weight 16×8×5×5" in facts(inspector)


def test_a_page_is_kept_while_only_values_change(qtbot: QtBot, lenet: Editor) -> None:
    """So that focus and cursor stay where they are."""
    inspector = inspect(qtbot, lenet, "conv1")
    page, field = inspector.page, line(inspector, "padding")
    type_into(qtbot, field, "1")
    assert inspector.page is page
    assert field.hasFocus()


def test_deleted_node_leaves_the_page(qtbot: QtBot, lenet: Editor) -> None:
    inspector = inspect(qtbot, lenet, "conv1")
    lenet.apply("", lambda n: edits.remove(n, ROOT, ["conv1"]))
    assert line(inspector, "name").text() == lenet.network.name


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_reasons_are_in_the_colour_of_errors(
    qtbot: QtBot, lenet: Editor, colours: theme.Theme
) -> None:
    inspector = inspect(qtbot, lenet, "conv1")
    type_into(qtbot, line(inspector, "stride"), "none")
    theme.apply(colours)
    label = find(inspector, QLabel, "note stride")
    role = label.foregroundRole()
    qtbot.waitUntil(lambda: label.palette().color(role).name() == colours.error)
    theme.apply(theme.LIGHT)


def test_an_unknown_kind_is_told(qtbot: QtBot) -> None:
    inspector = inspect(qtbot, editor_with(Node("one", "Conv9d")), "one")
    assert "no layer or block named “Conv9d”" in says(inspector)
    assert inspector.page.findChild(QLineEdit) is None
