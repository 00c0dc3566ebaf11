"""Several wires at once, strokes across wires, ports broken and moved, by real events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.ui import settings
from app.ui.canvas import CanvasView
from app.ui.canvas.connecting import Connecting, PortList
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures import CutWires, DrawWires, LeadWires, RouteWires
from app.ui.canvas.gestures.to_port import ToPort
from app.ui.canvas.wire_commands import extract_selection, heal_selection
from nodes.network import Endpoint, Node, edits, wire
from tests.app.ui.canvas.conftest import PLAIN, Hand

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, RIGHT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.RightButton
EMPTY = (700.0, 480.0)
CONV_NORM = wire("conv", "output", "norm", "input")


def feeds(hand: Hand, name: str) -> list[str]:
    return [w.source.node for w in hand.editor.graph.into(name)]


def add(hand: Hand, name: str, kind: str, x: float, y: float) -> None:
    hand.editor.apply("Add", lambda n: edits.add(n, "", Node(name, kind, position=(x, y))))


def told(hand: Hand) -> str:
    assert isinstance(hand.canvas.gesture, ToPort)
    hand.canvas.grab()  # paints it
    return hand.canvas.gesture.note.text


def pull(
    hand: Hand,
    start: tuple[float, float],
    end: tuple[float, float],
    keys: Qt.KeyboardModifier,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    viewport = hand.canvas.viewport()
    QTest.mousePress(viewport, button, keys, hand.at(*start))
    hand.move(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
    hand.move(end)


def drag(
    hand: Hand,
    start: tuple[float, float],
    end: tuple[float, float],
    keys: Qt.KeyboardModifier,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    pull(hand, start, end, keys, button)
    QTest.mouseRelease(hand.canvas.viewport(), button, keys, hand.at(*end))


# --- what is said at the pointer -----------------------------------------------------------------


def test_what_flows_and_what_comes_of_it_is_said_at_the_pointer(hand: Hand) -> None:
    hand.pull(hand.port("conv", "output", output=True), hand.port("lone", "input", output=False))
    assert told(hand) == "✓ 8×32×32 → lone → 8×32×32"


def test_shapes_that_do_not_fit_are_warned_of_and_may_be_wired(hand: Hand) -> None:
    add(hand, "pool", "MaxPool2d", 560, 260)
    hand.drag(hand.port("right", "output", output=True), hand.port("pool", "input", output=False))
    end = hand.port("concat", "inputs", output=False)
    hand.pull(hand.port("pool", "output", output=True), end)
    note = told(hand)
    assert note.startswith("⚠ Will not fit: ")
    assert "pool 3×16×16" in note
    hand.release(end)
    assert feeds(hand, "concat") == ["left", "right", "pool"]


def test_the_place_in_a_concat_is_said(hand: Hand) -> None:
    x, y = hand.port("concat", "inputs", output=False)
    hand.pull(hand.port("conv", "output", output=True), (x - 26, y))
    assert told(hand).endswith("Input 1 of 3")


# --- one end led elsewhere -----------------------------------------------------------------------


def test_the_beginning_of_a_wire_is_led_to_another_output(hand: Hand) -> None:
    x, y = hand.port("norm", "output", output=True)
    hand.drag((x, y + 25), hand.port("left", "output", output=True))
    assert feeds(hand, "output") == ["left"]
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_a_wire_that_is_pulled_aside_by_its_middle_stays(hand: Hand) -> None:
    before = hand.editor.network
    hand.drag(hand.canvas.layer.geometry.middle(CONV_NORM), EMPTY)
    assert hand.editor.network is before


def test_two_inputs_of_one_node_are_swapped(hand: Hand) -> None:
    add(hand, "product", "MatMul", 560, 300)
    one, other = (p.name for p in hand.editor.network.ports("MatMul")[0])
    for source, port in (("left", one), ("right", other)):
        end = hand.port("product", port, output=False)
        hand.drag(hand.port(source, "output", output=True), end)
    end = hand.port("product", other, output=False)
    hand.pull(hand.port("product", one, output=False), end)
    assert "Swaps with the wire from right" in told(hand)
    hand.release(end)
    ends = {w.target.port: w.source.node for w in hand.editor.graph.into("product")}
    assert ends == {one: "right", other: "left"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (0, 2, ["conv", "right", "left"]),
        (2, 0, ["conv", "right", "left"]),
        (0, 1, ["right", "left", "conv"]),
        (1, 2, ["left", "conv", "right"]),
    ],
)
def test_an_end_dropped_on_another_of_a_concat_swaps_the_two(
    hand: Hand, one: int, other: int, expected: list[str]
) -> None:
    hand.drag(hand.port("conv", "output", output=True), hand.port("concat", "inputs", output=False))
    before = feeds(hand, "concat")
    assert before == ["left", "right", "conv"]
    geometry = hand.canvas.layer.geometry
    ends = [geometry.end_of(w) for w in hand.editor.graph.into("concat")]
    hand.pull(ends[one], ends[other])
    assert f"Swaps with the wire from {before[other]}" in told(hand)
    hand.release(ends[other])
    assert feeds(hand, "concat") == expected
    hand.editor.undo()
    assert feeds(hand, "concat") == before


def test_an_end_dropped_between_two_of_a_concat_goes_between_them(hand: Hand) -> None:
    hand.drag(hand.port("conv", "output", output=True), hand.port("concat", "inputs", output=False))
    geometry = hand.canvas.layer.geometry
    ends = [geometry.end_of(w) for w in hand.editor.graph.into("concat")]
    hand.drag(ends[0], ((ends[1][0] + ends[2][0]) / 2, ends[0][1]))
    assert feeds(hand, "concat") == ["right", "left", "conv"]


def test_the_old_wire_is_seen_dashed_while_its_end_is_led_elsewhere(hand: Hand) -> None:
    x, top = hand.port("norm", "output", output=True)
    _, bottom = hand.port("output", "input", output=False)

    def drawn() -> list[bool]:
        """Along the wire: where something is painted, and not the ground beside it."""
        image = hand.canvas.viewport().grab().toImage()
        at = [hand.at(x, y) for y in np.arange(top + 20, bottom - 20)]
        return [image.pixel(p) != image.pixel(p.x() + 30, p.y()) for p in at]

    assert all(drawn())
    hand.pull(hand.port("output", "input", output=False), EMPTY)
    assert any(drawn())
    assert not all(drawn())
    hand.key(Qt.Key.Key_Escape)
    assert all(drawn())


# --- several wires at once -----------------------------------------------------------------------


def test_one_wire_from_each_selected_node_in_their_order_across(hand: Hand) -> None:
    add(hand, "sum", "Add", 340, 640)
    before = hand.editor.network
    hand.editor.select({"right", "left", "conv"})
    end = hand.port("sum", "inputs", output=False)
    hand.pull(hand.port("left", "output", output=True), end)
    assert isinstance(hand.canvas.gesture, DrawWires)
    assert "3 wires" not in told(hand)  # they do not fit: conv gives other channels
    hand.release(end)
    assert feeds(hand, "sum") == ["conv", "left", "right"]
    hand.editor.undo()
    assert hand.editor.network == before


def test_of_a_selected_chain_only_the_last_is_wired(hand: Hand) -> None:
    hand.editor.select({"conv", "norm"})
    hand.drag(hand.port("norm", "output", output=True), hand.port("lone", "input", output=False))
    assert feeds(hand, "lone") == ["norm"]


def test_wires_to_free_inputs_need_as_many(hand: Hand) -> None:
    add(hand, "product", "MatMul", 560, 300)
    hand.editor.select({"left", "right"})
    start = hand.port("left", "output", output=True)
    hand.drag(start, hand.card("product"))
    assert feeds(hand, "product") == ["left", "right"]
    before = hand.editor.network
    reasons: list[str] = []
    hand.editor.refused.connect(reasons.append)
    hand.drag(start, hand.card("lone"))
    assert hand.editor.network is before
    assert reasons == ["lone has room for 1 of 2 wires."]


def test_one_output_feeds_all_selected_nodes(hand: Hand) -> None:
    add(hand, "more", "ReLU", 560, 640)
    hand.editor.select({"lone", "more"})
    hand.drag(hand.port("concat", "output", output=True), hand.port("lone", "input", output=False))
    assert feeds(hand, "lone") == feeds(hand, "more") == ["concat"]
    hand.editor.undo()
    assert not feeds(hand, "more")


# --- the wires of a port -------------------------------------------------------------------------


def test_control_moves_all_wires_of_a_port(hand: Hand) -> None:
    before = hand.editor.network
    add(hand, "other", "Input", 230, 0)
    start, end = (hand.port(n, "output", output=True) for n in ("input", "other"))
    pull(hand, start, end, CONTROL)
    assert isinstance(hand.canvas.gesture, LeadWires)
    hand.canvas.grab()
    QTest.mouseRelease(hand.canvas.viewport(), Qt.MouseButton.LeftButton, CONTROL, hand.at(*end))
    assert [w.target.node for w in hand.editor.graph.out_of("other")] == ["conv", "left", "right"]
    assert not hand.editor.graph.out_of("input")
    hand.editor.undo()
    hand.editor.undo()
    assert hand.editor.network == before


def test_wires_that_are_moved_nowhere_stay(hand: Hand) -> None:
    before = hand.editor.network
    drag(hand, hand.port("input", "output", output=True), EMPTY, CONTROL)
    assert hand.editor.network is before
    assert not hand.canvas.layer.look.hidden_wires


def test_alt_and_a_click_break_a_port(hand: Hand) -> None:
    hand.click(hand.port("concat", "inputs", output=False), ALT)
    assert not feeds(hand, "concat")
    hand.editor.undo()
    assert hand.editor.undo_label is None


# --- strokes -------------------------------------------------------------------------------------

STROKE = (40.0, 243.0), (150.0, 247.0)  # between conv and norm


def test_a_stroke_of_the_right_button_cuts_what_it_crosses(hand: Hand) -> None:
    before = hand.editor.network
    pull(hand, *STROKE, CONTROL, RIGHT)
    assert isinstance(hand.canvas.gesture, CutWires)
    assert list(hand.canvas.gesture.crossed) == [CONV_NORM]
    hand.canvas.grab()
    QTest.mouseRelease(hand.canvas.viewport(), RIGHT, CONTROL, hand.at(*STROKE[1]))
    assert CONV_NORM not in hand.editor.graph.wires
    assert len(hand.editor.graph.wires) == len(before.graph.wires) - 1
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


def test_y_held_makes_the_left_button_cut(hand: Hand) -> None:
    QTest.keyPress(hand.canvas, Qt.Key.Key_Y)
    hand.drag((-100, 115), (600, 118))
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Y)
    assert not hand.editor.graph.out_of("input")
    assert hand.editor.undo_label == "Cut 3 wires"
    before = hand.editor.network
    hand.drag((-100, 115), (600, 118))
    assert hand.editor.network is before


def test_y_is_not_held_any_more_once_the_keys_go_elsewhere(hand: Hand) -> None:
    before = hand.editor.network
    QTest.keyPress(hand.canvas, Qt.Key.Key_Y)
    hand.canvas.clearFocus()
    hand.canvas.setFocus()
    hand.drag((-100, 115), (600, 118))
    assert hand.editor.network is before


def test_a_stroke_with_shift_leads_wires_through_it(hand: Hand) -> None:
    pull(hand, *STROKE, SHIFT, RIGHT)
    assert isinstance(hand.canvas.gesture, RouteWires)
    hand.canvas.grab()
    QTest.mouseRelease(hand.canvas.viewport(), RIGHT, SHIFT, hand.at(*STROKE[1]))
    (point,) = hand.editor.graph.points[CONV_NORM]
    assert abs(point[0] - hand.port("conv", "output", output=True)[0]) <= 10
    hand.editor.undo()
    assert hand.editor.undo_label is None


@pytest.mark.parametrize("keys", [CONTROL, SHIFT])
def test_escape_ends_a_stroke(hand: Hand, keys: Qt.KeyboardModifier) -> None:
    before = hand.editor.network
    pull(hand, *STROKE, keys, RIGHT)
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.gesture is None
    QTest.mouseRelease(hand.canvas.viewport(), RIGHT, keys, hand.at(*STROKE[1]))
    assert hand.editor.network is before


# --- nodes taken out of their wires --------------------------------------------------------------


def test_deleted_and_healed_is_one_step(hand: Hand) -> None:
    before = hand.editor.network
    hand.editor.select({"conv", "norm", "left"})
    heal_selection(hand.canvas)
    assert feeds(hand, "output") == ["input"]
    assert feeds(hand, "concat") == ["input", "right"]
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


def test_extracted_nodes_stay_without_wires(hand: Hand) -> None:
    hand.editor.select({"norm"})
    extract_selection(hand.canvas)
    assert feeds(hand, "output") == ["conv"]
    assert hand.editor.selection == {"norm"}
    assert not feeds(hand, "norm")


# --- joined by being near ------------------------------------------------------------------------


def test_a_card_near_another_is_wired_where_that_is_switched_on(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = hand.card("lone")
    x, y = hand.port("concat", "output", output=True)
    end = (x + 20, y + 40 + (start[1] - hand.port("lone", "input", output=False)[1]))
    hand.pull(start, end)
    hand.release(end)
    assert not feeds(hand, "lone")
    hand.editor.undo()
    before = hand.editor.network
    monkeypatch.setitem(settings.FLAGS, "connect_near", True)
    drag(hand, start, end, ALT)
    assert not feeds(hand, "lone")
    hand.editor.undo()
    hand.pull(start, end)
    hand.canvas.grab()  # shows it dashed
    hand.release(end)
    assert feeds(hand, "lone") == ["concat"]
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


# --- menus ---------------------------------------------------------------------------------------


def menu_at(
    hand: Hand, place: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN
) -> QMenu | None:
    at = hand.at(*place)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, hand.canvas.viewport().mapToGlobal(at), keys)
    QApplication.sendEvent(hand.canvas.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is None or isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu | None, text: str) -> None:
    assert menu is not None
    action = next(a for a in menu.actions() if a.text() == text)
    action.trigger()
    menu.close()


def test_the_menu_of_a_port(hand: Hand) -> None:
    choose(menu_at(hand, hand.port("concat", "inputs", output=False)), "Disconnect all 2 wires")
    assert not feeds(hand, "concat")
    choose(menu_at(hand, hand.port("lone", "input", output=False)), "Connect from…")
    ports = hand.canvas.component(Connecting).ports
    assert ports is not None
    assert ports.isVisible()


def test_the_menu_of_a_wire(hand: Hand) -> None:
    place = hand.canvas.layer.geometry.middle(CONV_NORM)
    choose(menu_at(hand, place), "Select its ends")
    assert hand.editor.selection == {"conv", "norm"}
    menu = menu_at(hand, place)
    assert menu is not None
    (inner,) = (a.menu() for a in menu.actions() if a.menu() is not None)
    assert isinstance(inner, QMenu)
    assert "Conv1d" not in [a.text() for a in inner.actions()]
    choose(inner, "BatchNorm2d")
    menu.close()
    assert feeds(hand, "norm") == ["bn1"]
    assert feeds(hand, "bn1") == ["conv"]
    place = hand.canvas.layer.geometry.middle(wire("bn1", "output", "norm", "input"))
    choose(menu_at(hand, place), "Disconnect")
    assert not feeds(hand, "norm")


def test_the_key_for_menus_opens_that_of_the_selected_wire(hand: Hand) -> None:
    hand.canvas.select_wires({CONV_NORM})
    key = QContextMenuEvent.Reason.Keyboard
    at = hand.at(0, 0)
    event = QContextMenuEvent(key, at, hand.canvas.mapToGlobal(at))
    QApplication.sendEvent(hand.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Disconnect")
    assert not feeds(hand, "norm")


def test_at_a_selected_card_the_menu_is_left_to_others(hand: Hand) -> None:
    hand.editor.select({"conv"})
    assert menu_at(hand, hand.card("conv")) is None


def test_a_stroke_opens_no_menu(hand: Hand) -> None:
    place = hand.canvas.layer.geometry.middle(CONV_NORM)
    assert menu_at(hand, place, CONTROL) is None
    assert menu_at(hand, place, SHIFT) is None


# --- by keyboard ---------------------------------------------------------------------------------


def test_a_port_is_searched_by_name_and_connected(canvas: CanvasView, hand: Hand) -> None:
    connecting = canvas.component(Connecting)
    hand.editor.select({"concat"})
    connecting.open(output=True)
    ports = connecting.ports
    assert ports is not None
    shown = [ports.found.item(k).text() for k in range(ports.found.count())]
    assert "lone.input" in shown
    assert "left.input" not in shown  # a cycle
    QTest.keyClicks(ports.query, "lni")
    assert ports.found.count() == 1
    assert ports.note == "✓ 6×32×32 → lone → 6×32×32"
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert feeds(hand, "lone") == ["concat"]
    assert connecting.ports is None
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_what_feeds_a_node_is_searched_too_and_escape_leaves(
    canvas: CanvasView, hand: Hand
) -> None:
    connecting = canvas.component(Connecting)
    hand.editor.select({"lone"})
    connecting.open(output=False)
    ports = connecting.ports
    assert ports is not None
    before = hand.editor.network
    QTest.keyClicks(ports.query, "nothing of this name")
    assert ports.found.count() == 0
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    QTest.keyClick(ports.query, Qt.Key.Key_Escape)
    assert connecting.ports is None
    assert hand.editor.network is before
    connecting.open_at(Socket(Endpoint("lone", "input"), False))
    QTest.keyClick(ports.query, Qt.Key.Key_Return)  # the nearest
    assert feeds(hand, "lone") == ["concat"]


def several(hand: Hand, *names: str, output: bool, query: str) -> PortList:
    """The list for these nodes, with this typed."""
    hand.editor.select(names)
    connecting = hand.canvas.component(Connecting)
    connecting.open(output=output)
    assert connecting.ports is not None
    QTest.keyClicks(connecting.ports.query, query)
    return connecting.ports


def test_several_nodes_are_connected_to_a_port_that_takes_them(hand: Hand) -> None:
    ports = several(hand, "conv", "lone", output=True, query="concat.inputs")
    assert ports.query.placeholderText() == "Connect 2 nodes to…"
    assert ports.note == "✓ 2 wires → concat"
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert feeds(hand, "concat") == ["left", "right", "conv", "lone"]
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_those_that_are_not_there_yet_are_connected(hand: Hand) -> None:
    ports = several(hand, "left", "conv", output=True, query="concat.inputs")
    assert ports.note == "✓ 8×32×32 → concat → 14×32×32"
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert feeds(hand, "concat") == ["left", "right", "conv"]


def test_a_port_without_room_for_all_says_so_and_takes_none(hand: Hand) -> None:
    refused: list[str] = []
    hand.editor.refused.connect(refused.append)
    before = hand.editor.network
    ports = several(hand, "conv", "right", output=True, query="lone.input")
    assert ports.note == "lone has room for 1 of 2 wires."
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert refused == [ports.note]
    assert ports.isVisible()
    assert hand.editor.network is before
    add(hand, "product", "MatMul", 560, 300)
    ports = several(hand, "conv", "right", output=True, query="product.left")
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert feeds(hand, "product") == ["conv", "right"]


def test_one_output_is_found_for_all_selected_nodes(hand: Hand) -> None:
    before = hand.editor.network
    ports = several(hand, "norm", "lone", output=False, query="left.output")
    assert ports.note == "✓ 3×32×32 → 2 nodes\nReplaces the wire from conv"
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert feeds(hand, "norm") == feeds(hand, "lone") == ["left"]
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


def test_of_a_selected_chain_the_last_is_connected(hand: Hand) -> None:
    ports = several(hand, "conv", "norm", output=True, query="concat")
    assert ports.query.placeholderText() == "Connect norm.output to…"
    QTest.keyClick(ports.query, Qt.Key.Key_Return)
    assert feeds(hand, "concat") == ["left", "right", "norm"]
