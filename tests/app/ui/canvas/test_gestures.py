"""Gestures, by real events on the viewport."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.canvas import CanvasView
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures import DrawWire
from app.ui.canvas.pointing import tip_at
from app.ui.drag import READY, kind_data
from nodes.network import Block, Endpoint, Node, edits, wire
from nodes.network.blocks import add_block
from presets.blocks import BLOCKS
from tests.app.ui.canvas.conftest import Hand, frame

SHIFT = Qt.KeyboardModifier.ShiftModifier
EMPTY = (700.0, 480.0)
CONV_NORM = wire("conv", "output", "norm", "input")


def order(hand: Hand) -> list[str]:
    return [w.source.node for w in hand.editor.graph.into("concat")]


# --- selecting and moving ------------------------------------------------------------------------


def test_click_selects_and_shift_click_extends(hand: Hand) -> None:
    hand.click(hand.card("conv"))
    assert hand.editor.selection == {"conv"}
    hand.click(hand.card("left"), SHIFT)
    assert hand.editor.selection == {"conv", "left"}
    hand.click(hand.card("left"), SHIFT)
    assert hand.editor.selection == {"conv"}
    hand.click(EMPTY)
    assert hand.editor.selection == frozenset()
    assert hand.editor.undo_label is None


def test_click_on_one_of_several_selects_it_alone(hand: Hand) -> None:
    hand.editor.select({"conv", "left"})
    hand.click(hand.card("conv"))
    assert hand.editor.selection == {"conv"}


def test_dragging_a_selection_is_one_step_on_the_grid(hand: Hand) -> None:
    before = hand.editor.network
    hand.editor.select({"conv", "norm"})
    x, y = hand.card("conv")
    hand.drag((x, y), (x - 53, y + 18))
    at = {n.name: n.position for n in hand.editor.graph.nodes}
    assert at["conv"] == (-50, 150)
    assert at["norm"] == (-50, 280)
    assert at["left"] == (230, 130)
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


def test_escape_while_dragging_leaves_everything(hand: Hand) -> None:
    before, places = hand.editor.network, hand.canvas.layer.geometry.places.copy()
    hand.pull(hand.card("conv"), (500, 400))
    assert (hand.canvas.layer.geometry.places != places).any()
    hand.key(Qt.Key.Key_Escape)
    assert (hand.canvas.layer.geometry.places == places).all()
    hand.release((500, 400))
    assert hand.editor.network is before


def test_a_node_deleted_while_it_is_dragged_ends_the_gesture(hand: Hand) -> None:
    hand.pull(hand.card("lone"), (500, 420))
    hand.editor.select({"lone"})
    hand.canvas.delete_selection()
    assert hand.canvas.gesture is None
    hand.move((520, 430))
    hand.release((520, 430))
    assert "lone" not in hand.editor.graph.by_name
    assert hand.editor.undo_label == "Delete lone"


def test_focus_lost_while_dragging_cancels(hand: Hand) -> None:
    before = hand.editor.network
    hand.pull(hand.card("conv"), (500, 400))
    hand.canvas.clearFocus()
    assert hand.canvas.gesture is None
    hand.release((500, 400))
    assert hand.editor.network is before


def test_rubber_band_selects_what_it_touches(hand: Hand) -> None:
    hand.drag((-40, 100), (50, 300))
    assert hand.editor.selection == {"conv", "norm"}
    hand.pull((700, 100), (600, 200))
    assert hand.editor.selection == {"right"}
    hand.key(Qt.Key.Key_Escape)
    assert hand.editor.selection == {"conv", "norm"}


def test_a_lone_node_dropped_on_a_wire_goes_between_its_ends(hand: Hand) -> None:
    x, y = hand.canvas.layer.geometry.middle(wire("norm", "output", "output", "input"))
    hand.pull(hand.card("lone"), (x, y))
    assert hand.canvas.layer.look.target_wire == wire("norm", "output", "output", "input")
    hand.release((x, y))
    wires = hand.editor.graph.wires
    assert wire("norm", "output", "lone", "input") in wires
    assert wire("lone", "output", "output", "input") in wires
    hand.editor.undo()
    assert hand.editor.undo_label is None


# --- wires ---------------------------------------------------------------------------------------


def test_a_wire_drawn_from_an_output(hand: Hand) -> None:
    end = hand.port("lone", "input", output=False)
    hand.drag(hand.port("concat", "output", output=True), end)
    assert wire("concat", "output", "lone", "input") in hand.editor.graph.wires
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_a_wire_drawn_backwards_from_an_input(hand: Hand) -> None:
    hand.drag(hand.port("lone", "input", output=False), hand.port("conv", "output", output=True))
    assert wire("conv", "output", "lone", "input") in hand.editor.graph.wires


def test_a_wire_let_go_on_a_card_takes_its_free_port(hand: Hand) -> None:
    hand.drag(hand.port("concat", "output", output=True), hand.card("lone"))
    assert wire("concat", "output", "lone", "input") in hand.editor.graph.wires


def test_a_wire_snaps_to_a_port_nearby(hand: Hand) -> None:
    x, y = hand.port("lone", "input", output=False)
    hand.drag(hand.port("concat", "output", output=True), (x + 20, y - 20))
    assert wire("concat", "output", "lone", "input") in hand.editor.graph.wires


def test_a_wire_let_go_on_nothing_is_none(hand: Hand) -> None:
    before = hand.editor.network
    hand.drag(hand.port("concat", "output", output=True), EMPTY)
    assert hand.editor.network is before


def test_refused_ports_say_why(hand: Hand) -> None:
    reasons: list[str] = []
    hand.editor.refused.connect(reasons.append)
    end = hand.port("conv", "input", output=False)
    hand.pull(hand.port("norm", "output", output=True), end)
    gesture, look = hand.canvas.gesture, hand.canvas.layer.look
    assert isinstance(gesture, DrawWire)
    assert "cycle" in gesture.reason
    assert Socket(Endpoint("conv", "input"), False) in look.refused
    assert Socket(Endpoint("lone", "input"), False) in look.accepted
    hand.canvas.grab()  # paints the reason
    before = hand.editor.network
    hand.release(end)
    assert hand.editor.network is before
    assert len(reasons) == 1
    assert not look.refused
    assert not look.accepted


@pytest.mark.parametrize("end", ["port", "card"])
def test_a_wire_into_a_taken_port_replaces_the_one_there_in_one_step(hand: Hand, end: str) -> None:
    before = hand.editor.network
    place = hand.port("output", "input", output=False) if end == "port" else hand.card("output")
    old, new = wire("norm", "output", "output", "input"), wire("lone", "output", "output", "input")
    hand.pull(hand.port("lone", "output", output=True), place)
    gesture, look = hand.canvas.gesture, hand.canvas.layer.look
    assert isinstance(gesture, DrawWire)
    assert gesture.planned is not None
    assert gesture.planned.gone == {old}
    assert old in look.hidden_wires
    hand.canvas.grab()  # paints what makes way
    hand.release(place)
    wires = hand.editor.graph.wires
    assert new in wires
    assert old not in wires
    assert not look.hidden_wires
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


def test_only_a_wire_that_is_aimed_at_is_replaced(hand: Hand) -> None:
    before = hand.editor.network
    x, y = hand.port("output", "input", output=False)
    hand.drag(hand.port("lone", "output", output=True), (x + 10, y - 25))
    assert hand.editor.network is before


def test_an_end_led_to_a_taken_port_replaces_the_wire_there(hand: Hand) -> None:
    hand.drag(hand.port("norm", "input", output=False), hand.port("output", "input", output=False))
    wires = hand.editor.graph.wires
    assert wire("conv", "output", "output", "input") in wires
    assert not hand.editor.graph.into("norm")
    assert len(hand.editor.graph.into("output")) == 1
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_a_card_with_several_taken_inputs_asks_for_one_of_them(hand: Hand) -> None:
    node = Node("product", "MatMul", position=(560, 300))
    hand.editor.apply("Add", lambda n: edits.add(n, "", node))
    first, second = (p.name for p in hand.editor.network.ports("MatMul")[0])
    for port in (first, second):  # the free ones in turn
        hand.drag(hand.port("concat", "output", output=True), hand.card("product"))
        assert wire("concat", "output", "product", port) in hand.editor.graph.wires
    before = hand.editor.network
    hand.pull(hand.port("right", "output", output=True), hand.card("product"))
    assert isinstance(hand.canvas.gesture, DrawWire)
    assert "taken" in hand.canvas.gesture.reason
    hand.release(hand.card("product"))
    assert hand.editor.network is before


def test_a_cycle_is_refused(hand: Hand) -> None:
    hand.canvas.editor.apply(
        "cut", lambda n: n.with_graph("", type(n.graph)(n.graph.nodes, n.graph.wires[1:]))
    )
    hand.pull(hand.port("norm", "output", output=True), hand.port("conv", "input", output=False))
    assert isinstance(hand.canvas.gesture, DrawWire)
    assert "cycle" in hand.canvas.gesture.reason


def test_escape_cancels_a_wire(hand: Hand) -> None:
    before = hand.editor.network
    hand.pull(hand.port("concat", "output", output=True), hand.card("lone"))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.card("lone"))
    assert hand.editor.network is before


def test_the_end_of_a_wire_is_led_to_another_port(hand: Hand) -> None:
    end = hand.port("lone", "input", output=False)
    hand.drag(hand.port("output", "input", output=False), end)
    wires = hand.editor.graph.wires
    assert wire("norm", "output", "lone", "input") in wires
    assert wire("norm", "output", "output", "input") not in wires
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_the_end_of_a_wire_let_go_on_nothing_cuts_it(hand: Hand) -> None:
    hand.drag(hand.port("norm", "input", output=False), (-150, 320))
    assert CONV_NORM not in hand.editor.graph.wires


def test_a_click_on_the_end_of_a_wire_cuts_nothing(hand: Hand) -> None:
    before = hand.editor.network
    hand.click(hand.port("norm", "input", output=False))
    assert hand.editor.network is before
    assert hand.canvas.selected_wires == {CONV_NORM}


def test_wires_into_concat_are_reordered(hand: Hand) -> None:
    geometry = hand.canvas.layer.geometry
    x, y = geometry.socket_place(Socket(Endpoint("concat", "inputs"), False))
    first = wire("left", "output", "concat", "inputs")
    start = tuple(geometry.courses[geometry.wire_index[first], -1])
    hand.drag((float(start[0]), float(start[1])), (x + 26, y))
    assert order(hand) == ["right", "left"]
    assert hand.editor.report.at("", "concat") is not None
    hand.editor.undo()
    assert order(hand) == ["left", "right"]


@pytest.mark.parametrize(
    ("across", "down", "expected"),
    [
        (-26, 0, ["conv", "left", "right"]),
        (26, 0, ["left", "right", "conv"]),
        (-7, 0, ["left", "right", "conv"]),  # about the middle
        (0, 0, ["left", "right", "conv"]),
        (7, 0, ["left", "right", "conv"]),
        (-26, -24, ["left", "right", "conv"]),  # only snaps
        (-60, 40, ["left", "right", "conv"]),  # on the card
    ],
)
def test_a_new_wire_into_concat_is_the_last_or_takes_the_place_it_is_aimed_at(
    hand: Hand, across: float, down: float, expected: list[str]
) -> None:
    x, y = hand.port("concat", "inputs", output=False)
    hand.pull(hand.port("conv", "output", output=True), (x + across, y + down))
    hand.canvas.grab()
    hand.release((x + across, y + down))
    assert order(hand) == expected


# --- wires whose port is gone ---------------------------------------------------------------------

BROKEN = wire("cut", "2", "lone", "input")


@pytest.fixture
def broken(hand: Hand) -> Hand:
    """A split that gives three parts, of which the third is used, and then two."""
    node = Node("cut", "Chunk", {"chunks": 3}, position=(340, 390))
    hand.editor.apply("Add", lambda n: edits.add(n, "", node))
    third = hand.editor.network.outputs("Chunk", node.args)[2]
    assert third == BROKEN.source.port
    hand.drag(hand.port("cut", third, output=True), hand.port("lone", "input", output=False))
    assert BROKEN in hand.editor.graph.wires
    hand.editor.apply("Set", lambda n: edits.set_argument(n, "", ["cut"], "chunks", 2))
    return hand


def test_a_wire_whose_port_is_gone_is_seen_selected_and_deleted(broken: Hand) -> None:
    geometry = broken.canvas.layer.geometry
    assert geometry.is_broken(BROKEN)
    assert not geometry.is_broken(CONV_NORM)
    place = geometry.middle(BROKEN)
    assert theme.current().error in colours_about(broken, place)
    assert "gone" in tip_at(broken.canvas, QPointF(*place))
    broken.click(place)
    assert broken.canvas.selected_wires == {BROKEN}
    broken.key(Qt.Key.Key_Delete)
    assert BROKEN not in broken.editor.graph.wires


def test_a_wire_whose_port_is_gone_makes_way_for_another(broken: Hand) -> None:
    end = broken.port("lone", "input", output=False)
    broken.drag(broken.port("concat", "output", output=True), end)
    assert broken.editor.graph.into("lone") == (wire("concat", "output", "lone", "input"),)


def test_a_wire_whose_port_is_gone_is_pulled_out_of_the_other(broken: Hand) -> None:
    before = broken.editor.network
    end = broken.port("lone", "input", output=False)
    broken.pull(end, broken.card("norm"))
    assert isinstance(broken.canvas.gesture, DrawWire)
    assert "has no output" in broken.canvas.gesture.reason
    broken.canvas.grab()
    broken.release(broken.card("norm"))
    assert broken.editor.network is before
    broken.drag(end, EMPTY)
    assert BROKEN not in broken.editor.graph.wires


def test_a_wire_whose_port_is_gone_follows_its_card(broken: Hand) -> None:
    geometry = broken.canvas.layer.geometry
    start = geometry.start_of(BROKEN)
    broken.pull(broken.card("cut"), (400, 500))
    assert geometry.start_of(BROKEN) != start
    broken.key(Qt.Key.Key_Escape)
    assert geometry.start_of(BROKEN) == start


def colours_about(hand: Hand, place: tuple[float, float]) -> set[str]:
    image, at = hand.canvas.viewport().grab().toImage(), hand.at(*place)
    return {
        image.pixelColor(at.x() + dx, at.y() + dy).name()
        for dx in range(-6, 7)
        for dy in range(-12, 13)
    }


def test_wires_are_selected_and_deleted_with_nodes_in_one_step(hand: Hand) -> None:
    before = hand.editor.network
    hand.click(hand.canvas.layer.geometry.middle(CONV_NORM))
    assert hand.canvas.selected_wires == {CONV_NORM}
    hand.editor.select({"lone"})
    hand.key(Qt.Key.Key_Delete)
    assert CONV_NORM not in hand.editor.graph.wires
    assert "lone" not in hand.editor.graph.by_name
    assert hand.canvas.selected_wires == frozenset()
    hand.editor.undo()
    assert hand.editor.network == before


# --- drops from the palette ----------------------------------------------------------------------

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def drop(hand: Hand, mime: QMimeData, place: tuple[float, float]) -> bool:
    """Enter, move and drop, as the window system sends them."""
    viewport, at = hand.canvas.viewport(), hand.at(*place)
    enter = QDragEnterEvent(at, COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(viewport, enter)
    QApplication.sendEvent(viewport, QDragMoveEvent(at, COPY, mime, LEFT, PLAIN))
    hand.canvas.grab()
    end = QDropEvent(QPointF(at), COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(viewport, end)
    return enter.isAccepted() and end.isAccepted()


def test_a_layer_dropped_on_the_canvas(hand: Hand) -> None:
    assert drop(hand, kind_data("Conv2d"), EMPTY)
    node = hand.editor.graph.by_name["conv1"]
    assert node.kind == "Conv2d"
    assert node.position[0] % 10 == 0
    assert hand.editor.selection == {"conv1"}
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_a_block_dropped_on_the_canvas(hand: Hand) -> None:
    assert drop(hand, kind_data("Norm"), EMPTY)
    assert [n.kind for n in hand.editor.graph.nodes].count("Norm") == 2


def test_a_ready_block_brings_its_definitions_in_one_step(hand: Hand) -> None:
    blocks = hand.editor.network.blocks
    for number in (1, 2):
        assert drop(hand, kind_data(f"{READY}Bottleneck"), EMPTY)
        assert hand.editor.graph.by_name[f"bottleneck{number}"].kind == "Bottleneck"
        assert hand.editor.selection == {f"bottleneck{number}"}
        names = [b.name for b in hand.editor.network.blocks]
        assert names == [*(b.name for b in blocks), "Downsample", "Bottleneck"]
    hand.editor.undo()
    hand.editor.undo()
    assert hand.editor.network.blocks == blocks
    assert hand.editor.undo_label is None


def test_a_ready_block_on_a_wire_fits_in(hand: Hand) -> None:
    middle = hand.canvas.layer.geometry.middle(CONV_NORM)
    before = hand.editor.report.nodes["norm"].inputs
    assert drop(hand, kind_data(f"{READY}ConvNormReLU"), middle)
    graph = hand.editor.graph
    assert hand.editor.report.nodes["norm"].inputs == before != ((64, 32, 32),)
    assert wire("conv", "output", "conv_norm_relu1", "input") in graph.wires
    assert wire("conv_norm_relu1", "output", "norm", "input") in graph.wires


def test_what_does_not_take_a_vector_stands_beside_its_wire(hand: Hand) -> None:
    hand.editor.apply("Other", lambda n: edits.set_argument(n, "", ["input"], "shape", (12,)))
    before = hand.editor.graph.wires
    wire_ = next(w for w in before if w.source.node == "input")
    middle = hand.canvas.layer.geometry.middle(wire_)
    assert drop(hand, kind_data("Conv2d"), middle)
    assert hand.editor.graph.wires == before
    assert drop(hand, kind_data("ReLU"), middle)
    assert hand.editor.graph.wires != before


def test_a_ready_block_of_a_taken_name_has_another(hand: Hand) -> None:
    other = Block("Bottleneck", summary="Something else")
    assert hand.editor.apply("Add", lambda n: add_block(n, other))
    assert drop(hand, kind_data(f"{READY}Bottleneck"), EMPTY)
    assert hand.editor.graph.by_name["bottleneck2_1"].kind == "Bottleneck2"
    assert hand.editor.network.block("Bottleneck") == other
    assert hand.editor.network.block("Bottleneck2").graph == BLOCKS["Bottleneck"].block.graph


def test_a_ready_block_is_added_below_the_selected_node(hand: Hand) -> None:
    hand.editor.select(["conv"])
    hand.canvas.add_node(f"{READY}DenseLayer")
    assert hand.editor.graph.by_name["dense_layer1"].kind == "DenseLayer"
    assert wire("conv", "output", "dense_layer1", "input") in hand.editor.graph.wires
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_a_layer_dropped_on_a_wire(hand: Hand) -> None:
    assert drop(hand, kind_data("ReLU"), hand.canvas.layer.geometry.middle(CONV_NORM))
    graph = hand.editor.graph
    assert wire("conv", "output", "relu1", "input") in graph.wires
    assert wire("relu1", "output", "norm", "input") in graph.wires
    assert graph.by_name["norm"].position[1] > 260
    hand.editor.undo()
    assert hand.editor.undo_label is None


def test_an_input_dropped_on_a_wire_stands_beside_it(hand: Hand) -> None:
    assert drop(hand, kind_data("Input"), hand.canvas.layer.geometry.middle(CONV_NORM))
    assert CONV_NORM in hand.editor.graph.wires
    assert "input2" in hand.editor.graph.by_name


def test_something_else_is_not_taken(hand: Hand) -> None:
    mime = QMimeData()
    mime.setText("Conv2d")
    before = hand.editor.network
    assert not drop(hand, mime, EMPTY)
    assert hand.editor.network is before


def test_a_drag_that_leaves_lights_nothing(hand: Hand) -> None:
    at = hand.at(*hand.canvas.layer.geometry.middle(CONV_NORM))
    mime = kind_data("ReLU")
    QApplication.sendEvent(hand.canvas.viewport(), QDragEnterEvent(at, COPY, mime, LEFT, PLAIN))
    assert hand.canvas.layer.look.target_wire == CONV_NORM
    QApplication.sendEvent(hand.canvas.viewport(), QDragLeaveEvent())
    assert hand.canvas.layer.look.target_wire is None


# --- blocks --------------------------------------------------------------------------------------


def test_double_click_enters_a_block(hand: Hand, canvas: CanvasView) -> None:
    QTest.mouseDClick(canvas.viewport(), LEFT, PLAIN, hand.at(*hand.card("norm")))
    assert hand.editor.trail == ("norm",)
    assert canvas.layer.geometry.names == ["input", "bn", "output"]
    assert canvas.layer.prefix == "norm"


def test_double_click_on_a_layer_stays(hand: Hand, canvas: CanvasView) -> None:
    QTest.mouseDClick(canvas.viewport(), LEFT, PLAIN, hand.at(*hand.card("conv")))
    assert hand.editor.trail == ()


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_dragging_with_middle_or_space_pans(hand: Hand, button: Qt.MouseButton) -> None:
    canvas = hand.canvas
    if button == Qt.MouseButton.LeftButton:
        QTest.keyPress(canvas, Qt.Key.Key_Space)
    start, before = hand.at(*hand.card("conv")), canvas.navigator.seen()
    QTest.mousePress(canvas.viewport(), button, PLAIN, start)
    QTest.mouseMove(canvas.viewport(), start + hand.at(0, 0) - hand.at(-30, -50))
    QTest.mouseRelease(canvas.viewport(), button, PLAIN, start)
    after = canvas.navigator.seen()
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((-30, -50), abs=1)
    assert hand.editor.undo_label is None


def test_of_places_before_a_frame_only_the_last_counts(hand: Hand) -> None:
    canvas, geometry = hand.canvas, hand.canvas.layer.geometry
    x, y = hand.card("lone")
    before, place = geometry.moves, geometry.places[geometry.index["lone"]].copy()
    hand.press((x, y))
    for k in range(1, 9):
        QTest.mouseMove(canvas.viewport(), hand.at(x + 10 * k, y))
    assert geometry.moves == before
    frame(canvas)
    assert geometry.moves == before + 1
    assert geometry.places[geometry.index["lone"], 0] == pytest.approx(place[0] + 80, abs=6)
    QTest.mouseMove(canvas.viewport(), hand.at(x + 160, y))
    hand.release((x + 160, y))
    assert hand.editor.graph.by_name["lone"].position[0] == pytest.approx(place[0] + 160, abs=6)


def test_what_waits_for_a_frame_is_given_up_with_its_gesture(hand: Hand) -> None:
    canvas, graph = hand.canvas, hand.editor.graph
    x, y = hand.card("lone")
    hand.pull((x, y), (x + 30, y + 30))
    QTest.mouseMove(canvas.viewport(), hand.at(x + 90, y + 90))
    hand.key(Qt.Key.Key_Escape)
    frame(canvas)
    hand.release((x + 90, y + 90))
    assert hand.editor.graph == graph
    place = canvas.layer.geometry.places[canvas.layer.geometry.index["lone"]]
    assert place.tolist() == list(graph.by_name["lone"].position)
