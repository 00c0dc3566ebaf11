"""Adding by search on the canvas: how it is opened, what follows a choice, and what Esc leaves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui import language, settings
from app.ui.canvas import CanvasView
from app.ui.canvas.adding import Adding
from app.ui.canvas.geometry import Socket
from app.ui.documents import empty_document
from app.ui.search import SearchPopup
from app.ui.search.offers import offered
from nodes.catalogue import CATALOGUE
from nodes.network import Endpoint, wire
from tests.app.ui.canvas.conftest import LEFT, Hand

EMPTY = (700.0, 420.0)  # where nothing stands


def adding(hand: Hand) -> Adding:
    return hand.canvas.component(Adding)


def popup(hand: Hand) -> SearchPopup:
    found = adding(hand).popup
    assert found is not None
    return found


def choose(hand: Hand, text: str) -> None:
    field = popup(hand).field
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def from_port(hand: Hand, name: str, port: str, *, output: bool) -> None:
    start = hand.port(name, port, output=output)
    hand.press(start)
    hand.move((start[0] + 40, start[1] + 20))
    hand.move(EMPTY)
    hand.release(EMPTY)


@pytest.mark.parametrize("kind", CATALOGUE)
def test_every_layer_is_added_by_its_name_in_one_step(hand: Hand, kind: str) -> None:
    before = hand.editor.network
    hand.canvas.search(QPointF(*EMPTY))
    choose(hand, kind)
    node = hand.editor.selected_node
    assert node is not None
    assert node.kind == kind
    assert adding(hand).popup is None
    hand.editor.undo()
    assert hand.editor.network == before


def test_tab_wires_what_is_typed_after_the_selected_node(hand: Hand) -> None:
    hand.editor.select(["lone"])
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    QTest.keyClicks(popup(hand).field, "conv2d 32 5x5 /2")
    QTest.keyClick(popup(hand).field, Qt.Key.Key_Return)
    node = hand.editor.selected_node
    assert node is not None
    assert dict(node.args) == {"out_channels": 32, "kernel_size": 5, "stride": 2}
    assert wire("lone", "output", node.name, "input") in hand.editor.graph.wires
    assert settings.recently_added()[0] == "Conv2d"
    assert hand.canvas.hasFocus()


def test_tab_puts_it_into_the_only_wire_of_the_selected_node(hand: Hand) -> None:
    graph = hand.editor.graph
    hand.editor.select(["conv"])
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    choose(hand, "relu")
    assert wire("conv", "output", "relu1", "input") in hand.editor.graph.wires
    assert wire("relu1", "output", "norm", "input") in hand.editor.graph.wires
    assert wire("conv", "output", "norm", "input") not in hand.editor.graph.wires
    hand.editor.undo()
    assert hand.editor.graph == graph
    hand.editor.select(["input"])
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    choose(hand, "relu")
    assert {*graph.wires} < {*hand.editor.graph.wires}, "of several wires none is meant"


@pytest.mark.parametrize("kind", ["conv2d", "relu"])
def test_the_first_layer_of_a_new_network_goes_between_its_ends(hand: Hand, kind: str) -> None:
    hand.editor.open(empty_document())
    hand.canvas.fit()
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    choose(hand, kind)
    assert hand.editor.report.ok
    assert [len(hand.editor.graph.into(n.name)) for n in hand.editor.graph.nodes] == [0, 1, 1]


def test_a_double_click_on_nothing_adds_there(hand: Hand) -> None:
    hand.editor.select(["lone"])
    QTest.mouseDClick(hand.canvas.viewport(), LEFT, pos=hand.at(*EMPTY))
    choose(hand, "tanh")
    node = hand.editor.selected_node
    assert node is not None
    x, y = node.position
    assert abs(x + 95 - EMPTY[0]) <= 10
    assert abs(y + 48 - EMPTY[1]) <= 10
    assert not hand.editor.graph.into(node.name)  # only by key it follows the selected one


def test_a_tap_on_space_opens_and_a_drag_with_it_does_not(hand: Hand) -> None:
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    hand.press(EMPTY)
    hand.move((EMPTY[0] + 40, EMPTY[1]))
    hand.move((EMPTY[0] + 90, EMPTY[1]))
    hand.release((EMPTY[0] + 90, EMPTY[1]))
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    assert adding(hand).popup is None
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    assert adding(hand).popup is not None


def test_the_search_goes_with_the_canvas_it_is_over(hand: Hand, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    hand.canvas.setParent(host)
    host.show()
    hand.canvas.show()
    hand.canvas.search()
    assert adding(hand).popup is not None
    hand.canvas.hide()  # as with its tab
    assert adding(hand).popup is None
    hand.canvas.setParent(None)


def test_escape_leaves_everything_as_it_was(hand: Hand) -> None:
    before, focus = hand.editor.network, hand.canvas
    from_port(hand, "conv", "output", output=True)
    QTest.keyClick(popup(hand).field, Qt.Key.Key_Escape)
    assert adding(hand).popup is None
    assert hand.editor.network == before
    assert hand.editor.undo_label is None
    assert focus.hasFocus()


def test_a_wire_let_go_over_nothing_asks_what_takes_it(hand: Hand) -> None:
    before = hand.editor.network
    from_port(hand, "conv", "output", output=True)
    choose(hand, "batchnorm1d")  # which takes no images
    assert popup(hand).current is None
    choose(hand, "bn")
    node = hand.editor.selected_node
    assert node is not None
    assert node.kind == "BatchNorm2d"
    assert wire("conv", "output", node.name, "input") in hand.editor.graph.wires
    hand.editor.undo()
    assert hand.editor.network == before


def test_a_wire_from_an_input_asks_what_gives(hand: Hand) -> None:
    from_port(hand, "lone", "input", output=False)
    choose(hand, "conv2d 5")
    node = hand.editor.selected_node
    assert node is not None
    assert wire(node.name, "output", "lone", "input") in hand.editor.graph.wires


def test_the_wire_stays_while_it_is_asked(hand: Hand, qtbot: QtBot) -> None:
    plain = hand.canvas.grab().toImage()
    from_port(hand, "lone", "output", output=True)
    hand.canvas.layer.look.hovered_socket = None
    assert hand.canvas.viewport().grab().toImage() != plain
    adding(hand).cancel()


def test_with_the_switch_off_a_wire_let_go_is_gone(hand: Hand) -> None:
    settings.set_flag("search_at_end", False)
    from_port(hand, "conv", "output", output=True)
    assert adding(hand).popup is None
    settings.set_flag("search_at_end", True)


def test_the_end_of_a_wire_led_away_disconnects_as_before(hand: Hand) -> None:
    start = hand.port("norm", "input", output=False)
    hand.press(start)
    hand.move((start[0] + 60, start[1] + 10))
    hand.move(EMPTY)
    hand.release(EMPTY)
    assert adding(hand).popup is None
    assert not hand.editor.graph.into("norm")


def test_what_is_wired_goes_with_its_node(hand: Hand) -> None:
    hand.canvas.search(QPointF(*EMPTY), Socket(Endpoint("lone", "output"), True))
    assert adding(hand).popup is not None
    hand.editor.select(["lone"])
    hand.canvas.delete_selection()
    assert adding(hand).popup is None


def test_wrong_arguments_are_never_applied(hand: Hand) -> None:
    before = hand.editor.network
    hand.canvas.search(QPointF(*EMPTY))
    choose(hand, "linear 0")
    assert adding(hand).popup is not None
    assert "at least 1" in popup(hand).preview.says.toPlainText()
    assert hand.editor.network is before


def test_a_network_is_one_block_and_takes_its_parameters(hand: Hand) -> None:
    hand.canvas.search(QPointF(*EMPTY))
    choose(hand, "lenet-5 classes=7")
    node = hand.editor.selected_node
    assert node is not None
    block = hand.editor.network.block(node.kind)
    assert any(n.args.get("out_features") == 7 for n in block.graph.nodes)
    hand.editor.undo()
    assert [b.name for b in hand.editor.network.blocks] == ["Norm"]


def test_keys_move_through_the_rows_and_complete(hand: Hand) -> None:
    hand.canvas.search(QPointF(*EMPTY))
    field = popup(hand).field
    QTest.keyClicks(field, "c2 64")
    first = popup(hand).current
    QTest.keyClick(field, Qt.Key.Key_Down)
    second = popup(hand).current
    assert first is not None
    assert second is not None
    assert first.entry.id != second.entry.id
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "Conv2d 64 "


def test_a_press_beside_it_closes_it(hand: Hand) -> None:
    hand.canvas.search(QPointF(*EMPTY))
    QTest.mouseClick(hand.canvas.viewport(), LEFT, pos=hand.at(-60, -20))
    assert adding(hand).popup is None


def test_a_row_is_chosen_by_mouse(hand: Hand, canvas: CanvasView) -> None:
    hand.canvas.search(QPointF(*EMPTY))
    rows = popup(hand).rows
    popup(hand).field.setText("sigmoid")
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.currentIndex()).center())
    node = canvas.editor.selected_node
    assert node is not None
    assert node.kind == "Sigmoid"


def test_page_by_page_all_rows_come_into_sight(hand: Hand, qtbot: QtBot) -> None:
    hand.canvas.search(QPointF(*EMPTY))
    total = len(offered(hand.editor.network))

    def at_the_end() -> bool:
        QTest.keyClick(popup(hand).field, Qt.Key.Key_PageDown)
        return popup(hand).rows.currentIndex().row() == total - 1

    qtbot.waitUntil(at_the_end)


def test_a_chain_that_is_typed_stays_in_its_column(hand: Hand) -> None:
    editor = hand.editor
    editor.open(empty_document())
    editor.select(["input"])
    for text in ("conv 64 3x3 /2", "bn", "relu", "maxpool 2 /2", "gap", "fc 10"):
        hand.key(Qt.Key.Key_Tab)
        choose(hand, text)
    chain = ["input"]
    while onwards := editor.graph.out_of(chain[-1]):
        chain.append(onwards[0].target.node)
    assert len(chain) == 8
    assert chain[-1] == "output"
    places = [editor.graph.by_name[name].position for name in chain]
    assert {x for x, _ in places} == {0.0}
    assert {b - a for (_, a), (_, b) in pairwise(places)} == {130.0}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("dropout 2", "p: 必须至多为 1，而不是 2。"),
        ("conv1d 64 3x3", "kernel_size: 需要整数，而不是 (3, 3)。"),
        ("conv2d padding_mode=odd", "padding_mode: 需要“zeros, reflect, replicate, circular”之一"),
        ("sigmoid 3", "Sigmoid 没有参数。"),
        ("conv2d 64", "64 张图"),
    ],
)
def test_reasons_and_units_are_said_in_the_language_in_force(
    hand: Hand, query: str, says: str
) -> None:
    hand.canvas.search(QPointF(*EMPTY))
    language.use("zh_CN")
    try:
        popup(hand).field.setText(query)
        assert says in popup(hand).preview.says.toPlainText()
    finally:
        language.use("en")
