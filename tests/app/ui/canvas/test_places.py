"""Back and forward between the places of a drawing, and the map in its corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import settings
from app.ui.canvas import CanvasView
from app.ui.canvas.navigator import Look
from nodes.network import Colour, Frame, Node, edits
from nodes.network.edits.marks import add_frame
from tests.app.ui.canvas.conftest import LEFT, PLAIN, Hand

FAR = Node("far", "ReLU", position=(6000, 3000))


@pytest.fixture
def wide(hand: Hand) -> Hand:
    """With a node that is out of view."""
    hand.editor.apply("Add", lambda n: edits.add(n, "", FAR))
    hand.canvas.navigator.go(Look(1.0, 300.0, 300.0))
    return hand


def near(one: Look, other: Look) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))


JUMPS: dict[str, Callable[[Hand], object]] = {
    "shown": lambda hand: hand.canvas.show_node("far"),
    "fitted": lambda hand: hand.canvas.fit(),
    "entered": lambda hand: hand.editor.enter("norm"),
    "in the map": lambda hand: QTest.mouseClick(
        hand.canvas.minimap, LEFT, PLAIN, hand.canvas.minimap.rect().bottomRight() - QPoint(9, 9)
    ),
}


@pytest.mark.parametrize("jump", JUMPS)
def test_every_jump_can_be_gone_back_and_forward(wide: Hand, jump: str) -> None:
    places, editor = wide.canvas.places, wide.editor
    before = places.here
    JUMPS[jump](wide)
    after = places.here
    assert after.trail != before.trail or not near(after.look, before.look)
    QTest.mouseClick(wide.canvas.viewport(), Qt.MouseButton.BackButton)
    assert editor.trail == before.trail
    assert near(places.here.look, before.look)
    assert not places.can_go_back
    QTest.mouseClick(wide.canvas.viewport(), Qt.MouseButton.ForwardButton)
    assert editor.trail == after.trail
    assert near(places.here.look, after.look)
    assert not places.can_go_forward


def test_scrolling_and_zooming_are_no_jumps(wide: Hand) -> None:
    wide.canvas.navigator.scroll_by(QPointF(500, 0))
    wide.canvas.zoom_in()
    wide.canvas.show_node("nobody")
    assert not wide.canvas.places.can_go_back


def test_a_new_jump_takes_the_way_forward(wide: Hand) -> None:
    places = wide.canvas.places
    wide.canvas.show_node("far")
    places.go_back()
    assert places.can_go_forward
    wide.canvas.fit()
    assert not places.can_go_forward


def test_places_that_are_gone_are_passed_over(wide: Hand) -> None:
    places, before = wide.canvas.places, wide.canvas.places.here
    wide.editor.enter("norm")
    wide.editor.leave()
    QApplication.processEvents()
    wide.editor.apply("Rename", lambda n: edits.rename(n, "", "norm", "other"))
    wide.canvas.navigator.go(Look(1.0, 900.0, 900.0))
    places.go_back()
    assert wide.editor.trail == ()
    assert near(places.here.look, before.look)


def test_another_document_has_no_places_of_this_one(wide: Hand) -> None:
    wide.canvas.show_node("far")
    wide.editor.open(wide.editor.document)
    assert not wide.canvas.places.can_go_back


# --- the map -------------------------------------------------------------------------------------


@pytest.fixture
def without() -> Iterator[None]:
    settings.set_flag("minimap", False)
    yield
    settings.set_flag("minimap", True)


def test_the_map_shows_while_not_all_is_in_view(wide: Hand) -> None:
    assert wide.canvas.minimap.isVisible()
    wide.canvas.fit()
    assert not wide.canvas.minimap.isVisible()


@pytest.mark.usefixtures("without")
def test_the_map_can_be_switched_off(wide: Hand) -> None:
    wide.canvas.navigator.scroll_by(QPointF(5, 5))
    assert not wide.canvas.minimap.isVisible()


def test_the_part_in_view_is_dragged_from_where_it_is_held(wide: Hand) -> None:
    minimap, navigator = wide.canvas.minimap, wide.canvas.navigator
    corner = (minimap.seen.topLeft() + QPointF(2, 2)).toPoint()
    before = navigator.look
    QTest.mousePress(minimap, LEFT, PLAIN, corner)
    assert near(navigator.look, before)
    QTest.mouseMove(minimap, corner + QPoint(20, 10))
    QTest.mouseRelease(minimap, LEFT, PLAIN, corner + QPoint(20, 10))
    after = navigator.look
    assert (after.x - before.x) == pytest.approx(2 * (after.y - before.y), rel=0.05)
    assert after.x > before.x + 100


def test_the_wheel_zooms_over_the_map(canvas: CanvasView, wide: Hand) -> None:
    before, at = canvas.navigator.look, QPointF(10, 10)
    event = QWheelEvent(
        at,
        canvas.minimap.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.minimap, event)
    after = canvas.navigator.look
    assert after.zoom == pytest.approx(before.zoom / 1.2)
    assert near(Look(1.0, after.x, after.y), Look(1.0, before.x, before.y))


def test_the_map_shows_frames(wide: Hand, qtbot: QtBot) -> None:
    frame = Frame("Far", (2500.0, 1000.0, 1500.0, 1500.0), Colour.RED)
    minimap, seen = wide.canvas.minimap, wide.canvas.navigator.seen()
    scale = minimap.seen.width() / wide.canvas.viewport().width()
    middle = minimap.seen.topLeft() + QPointF(3250 - seen[0], 1750 - seen[1]) * scale

    def redness() -> int:
        colour = minimap.grab().toImage().pixelColor(middle.toPoint())
        return colour.red() - colour.green()

    assert redness() < 10
    wide.editor.apply("Frame", lambda n: add_frame(n, "", frame))
    qtbot.waitUntil(lambda: redness() > 10)
