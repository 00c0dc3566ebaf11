"""The view: zoom, actions, what follows the editor, and that it paints."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.canvas import CanvasView
from app.ui.canvas.batch import draw_lines, draw_rects
from app.ui.canvas.geometry import Socket
from app.ui.canvas.pointing import tip_at
from app.ui.editor import Editor
from nodes.network import ROOT, Endpoint, Network, Node, edits, wire
from nodes.network.document import Document
from tests.app.ui.canvas.conftest import Hand

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(
    canvas: CanvasView,
    at: QPoint,
    angle: int = 0,
    pixels: QPoint | None = None,
    keys: Qt.KeyboardModifier = PLAIN,
) -> None:
    event = QWheelEvent(
        QPointF(at),
        canvas.viewport().mapToGlobal(QPointF(at)),
        pixels or QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


@pytest.mark.parametrize("keys", [PLAIN, CONTROL])
@pytest.mark.parametrize("angle", [120, -240, 600])
def test_zoom_keeps_the_point_under_the_pointer(
    canvas: CanvasView, angle: int, keys: Qt.KeyboardModifier
) -> None:
    at = QPoint(700, 200)
    before, zoom = canvas.scene_point(QPointF(at)), canvas.navigator.zoom
    wheel(canvas, at, angle, keys=keys)
    assert (canvas.navigator.zoom > zoom) == (angle > 0)
    after = canvas.scene_point(QPointF(at))
    assert (after - before).manhattanLength() * canvas.navigator.zoom <= 2


def test_zoom_has_bounds(canvas: CanvasView) -> None:
    for _ in range(30):
        wheel(canvas, QPoint(10, 10), 600)
    assert canvas.navigator.zoom == pytest.approx(4.0)
    for _ in range(60):
        wheel(canvas, QPoint(10, 10), -600)
    assert canvas.navigator.zoom == pytest.approx(0.05)


def test_two_fingers_scroll(canvas: CanvasView) -> None:
    before, zoom = canvas.navigator.seen(), canvas.navigator.zoom
    wheel(canvas, QPoint(300, 300), pixels=QPoint(-20, -35))
    after = canvas.navigator.seen()
    assert canvas.navigator.zoom == zoom
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((20, 35), abs=1)


def test_zoom_actions_and_fit(canvas: CanvasView) -> None:
    canvas.zoom_in()
    assert canvas.navigator.zoom > 1
    canvas.zoom_reset()
    assert canvas.navigator.zoom == pytest.approx(1)
    canvas.editor.select({"conv"})
    canvas.fit_selection()
    assert canvas.navigator.zoom > 1
    canvas.fit()
    left, top, right, bottom = canvas.navigator.seen()
    bounds = canvas.layer.geometry.bounds()
    assert bounds is not None
    assert (left, top) <= bounds[:2]
    assert (right, bottom) >= bounds[2:]


def test_add_node_below_the_selected_one_and_fed_by_it(canvas: CanvasView) -> None:
    canvas.editor.select({"lone"})
    canvas.add_node("ReLU")
    editor = canvas.editor
    assert editor.selection == {"relu1"}
    assert wire("lone", "output", "relu1", "input") in editor.graph.wires
    assert editor.graph.by_name["relu1"].position == (340, 650)
    editor.undo()
    assert editor.undo_label is None


def test_add_node_in_the_middle_where_nothing_is_selected(canvas: CanvasView) -> None:
    canvas.navigator.scroll_by(QPointF(2000, 0))
    canvas.add_node("Norm")
    name = next(iter(canvas.editor.selection))
    assert name in canvas.visible_paths()


def test_select_all(canvas: CanvasView) -> None:
    canvas.select_all()
    assert canvas.editor.selection == set(canvas.editor.graph.by_name)


def test_wires_that_are_gone_are_not_selected(canvas: CanvasView, qtbot: QtBot) -> None:
    chosen = wire("conv", "output", "norm", "input")
    canvas.select_wires({chosen})
    with qtbot.waitSignal(canvas.wire_selection_changed):
        canvas.editor.apply("cut", lambda n: edits.disconnect(n, ROOT, [chosen]))
    assert canvas.selected_wires == frozenset()


def test_a_parameter_edit_changes_the_card_and_keeps_the_layout(canvas: CanvasView) -> None:
    geometry = canvas.layer.geometry
    canvas.editor.apply("set", lambda n: edits.set_argument(n, ROOT, ["conv"], "out_channels", 4))
    assert canvas.layer.card_of["norm"].shape_text == "4×32×32"
    assert canvas.layer.geometry is geometry


def test_visible_paths_follow_the_view(canvas: CanvasView, qtbot: QtBot) -> None:
    assert set(canvas.visible_paths()) == set(canvas.editor.graph.by_name)
    with qtbot.waitSignal(canvas.visible_changed):
        canvas.editor.enter("norm")
    assert set(canvas.visible_paths()) == {"norm.input", "norm.bn", "norm.output"}
    with qtbot.waitSignal(canvas.visible_changed):
        canvas.navigator.scroll_by(QPointF(9000, 0))
    assert canvas.visible_paths() == ()


def test_show_node_scrolls_it_into_view(canvas: CanvasView) -> None:
    canvas.navigator.scroll_by(QPointF(9000, 9000))
    canvas.show_node("conv")
    assert "conv" in canvas.visible_paths()


def test_the_map_is_shown_only_when_something_is_out_of_view(hand: Hand) -> None:
    hand.canvas.fit()
    assert not hand.canvas.minimap.isVisible()
    hand.canvas.navigator.scroll_by(QPointF(3000, 0))
    assert hand.canvas.minimap.isVisible()
    middle = hand.canvas.minimap.rect().center()
    QTest.mouseClick(hand.canvas.minimap, Qt.MouseButton.LeftButton, PLAIN, middle)
    assert "concat" in hand.canvas.visible_paths()


def test_tooltips_name_what_is_there_and_what_is_wrong(canvas: CanvasView) -> None:
    canvas.editor.apply("x", lambda n: edits.set_argument(n, ROOT, ["conv"], "groups", 5))
    geometry = canvas.layer.geometry
    x, y = geometry.places[geometry.index["conv"]]
    tip = tip_at(canvas, QPointF(x + 20, y + 40))
    assert "Conv2d" in tip
    assert "groups = 5" in tip
    x, y = geometry.socket_place(Socket(Endpoint("concat", "inputs"), False))
    assert "concat.inputs" in tip_at(canvas, QPointF(x, y))
    x, y = geometry.middle(wire("input", "output", "right", "input"))
    assert "right" in tip_at(canvas, QPointF(x, y))
    assert tip_at(canvas, QPointF(-900, -900)) == ""


def test_hovering_lights_ports_and_wires(hand: Hand) -> None:
    look, chosen = hand.canvas.layer.look, wire("norm", "output", "output", "input")
    hand.move(hand.canvas.layer.geometry.middle(chosen))
    assert look.hovered_wire == chosen
    hand.move(hand.port("lone", "input", output=False))
    assert look.hovered_wire is None
    assert look.hovered_socket == Socket(Endpoint("lone", "input"), False)


def test_coming_back_to_the_canvas_keeps_the_view(canvas: CanvasView) -> None:
    canvas.zoom_in()
    before = canvas.navigator.seen()
    canvas.hide()
    canvas.show()
    assert canvas.navigator.seen() == before


# --- painting ------------------------------------------------------------------------------------


def picture(canvas: CanvasView) -> QImage:
    return canvas.grab().toImage()


def thumb(canvas: CanvasView) -> None:
    white = QImage(8, 8, QImage.Format.Format_Grayscale8)
    white.fill(255)
    canvas.set_thumbnail("conv", [white] * 4)


@pytest.mark.parametrize(
    "change",
    [
        thumb,
        lambda c: c.set_failed(frozenset({"norm.bn"})),
        lambda c: c.flash(["conv"]),
        lambda c: c.editor.select({"conv"}),
        lambda c: c.select_wires({wire("conv", "output", "norm", "input")}),
        lambda c: c.editor.apply("x", lambda n: edits.set_enabled(n, ROOT, ["left"], False)),
        lambda c: c.editor.apply("x", lambda n: edits.set_repeat(n, ROOT, "norm", 4)),
        lambda c: c.editor.apply("x", lambda n: edits.set_argument(n, ROOT, ["conv"], "groups", 5)),
        lambda c: c.editor.apply("x", lambda n: edits.rename(n, ROOT, "conv", "first")),
    ],
)
def test_every_state_is_seen(canvas: CanvasView, change: Callable[[CanvasView], object]) -> None:
    canvas.clearFocus()
    before = picture(canvas)
    assert picture(canvas) == before
    change(canvas)
    assert picture(canvas) != before


def test_thumbnails_and_failures_are_cleared(canvas: CanvasView) -> None:
    before = picture(canvas)
    thumb(canvas)
    canvas.set_failed(frozenset({"conv"}))
    canvas.clear_thumbnails()
    canvas.set_failed(frozenset())
    assert picture(canvas) == before


def test_an_empty_canvas_says_what_to_do(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.editor.open(Document(Network(), canvas.editor.document.recipe))
    canvas.clearFocus()
    image = picture(canvas)
    colours = {
        image.pixelColor(x, image.height() // 2 + d).name()
        for x in range(image.width())
        for d in (-10, 10)
    }
    assert theme.current().canvas in colours
    assert len(colours) > 2


@pytest.mark.parametrize("zoom", [0.1, 0.3, 0.4, 1.0, 3.0])
def test_every_level_of_detail_paints(canvas: CanvasView, zoom: float) -> None:
    canvas.navigator.zoom_to(zoom)
    canvas.editor.select({"conv"})
    assert picture(canvas).size() == canvas.size()


@pytest.mark.parametrize("zoom", [0.2, 0.26, 0.29, 0.4])
def test_a_name_is_read_from_afar(canvas: CanvasView, zoom: float) -> None:
    canvas.navigator.zoom_to(zoom)
    names = [node.name for node in canvas.editor.graph.nodes]
    before = picture(canvas)
    scope = canvas.editor.scope
    canvas.editor.apply("Rename", lambda n: edits.rename(n, scope, names[0], "WWW"))
    assert picture(canvas) != before


def test_the_theme_is_followed(canvas: CanvasView, qtbot: QtBot) -> None:
    palette, style = QApplication.palette(), QApplication.style().name()
    theme.apply(theme.LIGHT)
    qtbot.waitUntil(lambda: canvas.layer.theme is theme.LIGHT)
    light = picture(canvas)
    try:
        theme.apply(theme.DARK)
        qtbot.waitUntil(lambda: canvas.layer.theme is theme.DARK)
        assert picture(canvas) != light
    finally:
        QApplication.setStyle(style)
        QApplication.setPalette(palette)


def test_batches_draw_what_single_calls_draw(qapp: QApplication) -> None:
    lines = np.array([[1.0, 2, 30, 40], [5, 5, 60, 8]])
    rects = np.array([[1.0, 2, 10, 12], [20, 20, 5, 8]])

    def paint(batch: bool) -> QImage:
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        if batch:
            draw_lines(painter, lines)
            draw_rects(painter, rects)
        else:
            painter.drawLines([QLineF(*row) for row in lines.tolist()])
            painter.drawRects([QRectF(*row) for row in rects.tolist()])
        painter.end()
        return image

    assert paint(True) == paint(False)


def test_the_canvas_has_a_name_for_screen_readers(canvas: CanvasView) -> None:
    assert canvas.accessibleName()
    canvas.editor.select({"conv"})
    assert "conv" in canvas.accessibleDescription()


def test_a_view_made_after_the_document_shows_it(qtbot: QtBot, editor: Editor) -> None:
    view = CanvasView(editor)
    qtbot.addWidget(view)
    assert view.layer.geometry.names == [n.name for n in editor.graph.nodes]


def test_the_shapes_on_neighbouring_wires_do_not_cover_each_other(hand: Hand) -> None:
    editor, canvas = hand.editor, hand.canvas
    nodes = (
        Node("cut", "Chunk", {"chunks": 4}, position=(700, 0)),
        Node("joined", "Concat", position=(700, 300)),
    )
    for node in nodes:
        editor.apply("Add", lambda n, node=node: edits.add(n, "", node))  # type: ignore[misc]
    hand.drag(hand.port("conv", "output", output=True), hand.port("cut", "input", output=False))
    for name in editor.network.outputs("Chunk", nodes[0].args):
        hand.drag(hand.port("cut", name, output=True), hand.card("joined"))
    hand.click(hand.card("joined"))
    labels = canvas.layer.wire_labels()
    assert [text for _, text in labels] == ["2×32×32"] * 4
    assert not any(a.intersects(b) for (a, _), (b, _) in combinations(labels, 2))
    canvas.grab()

    # so near that there is only room for some
    editor.apply("Move", lambda n: edits.move(n, "", {"joined": (700, 130)}))
    near = canvas.layer.wire_labels()
    assert 1 <= len(near) < 4
    assert not any(a.intersects(b) for (a, _), (b, _) in combinations(near, 2))


def test_the_wire_under_the_pointer_always_bears_its_shape(hand: Hand) -> None:
    canvas = hand.canvas
    hand.click(hand.card("concat"))
    for name in ("left", "right"):
        hovered = wire(name, "output", "concat", "inputs")
        hand.move(canvas.layer.geometry.middle(hovered))
        assert canvas.layer.look.hovered_wire == hovered
        area, text = canvas.layer.wire_labels()[0]
        assert text == "3×32×32"
        assert area.contains(QPointF(*canvas.layer.geometry.middle(hovered)))


def test_labels_of_wires_cover_neither_cards_nor_ports(hand: Hand) -> None:
    canvas = hand.canvas
    geometry = canvas.layer.geometry
    hand.editor.select(geometry.names)
    labels = canvas.layer.wire_labels()
    assert labels
    for area, _ in labels:
        box = (area.left(), area.top(), area.right(), area.bottom())
        assert not len(geometry.cards_in(box))
        assert not any(area.contains(QPointF(x, y)) for x, y in geometry.socket_places.tolist())
