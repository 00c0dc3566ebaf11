"""The view: what wheel, fingers and keys do to it, how it glides, and what it keeps in view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import motion, settings
from app.ui.canvas import CanvasView
from app.ui.canvas.navigator import Look
from nodes.network import edits
from tests.app.ui.canvas.conftest import Hand

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_PHASE, UPDATE = Qt.ScrollPhase.NoScrollPhase, Qt.ScrollPhase.ScrollUpdate
MOMENTUM = Qt.ScrollPhase.ScrollMomentum
AT = QPointF(600, 300)


@pytest.fixture
def moving(canvas: CanvasView, monkeypatch: pytest.MonkeyPatch) -> CanvasView:
    """Glides that no test waits for."""
    monkeypatch.setattr(motion, "duration", lambda: 100_000)
    return canvas


@pytest.fixture
def scrolling() -> Iterator[None]:
    settings.set_flag("wheel_zooms", False)
    yield
    settings.set_flag("wheel_zooms", True)


def turn(
    canvas: CanvasView,
    angle: QPoint = QPoint(0, 120),  # noqa: B008 - a constant
    pixels: QPoint = QPoint(),  # noqa: B008
    keys: Qt.KeyboardModifier = PLAIN,
    phase: Qt.ScrollPhase = NO_PHASE,
) -> None:
    """The wheel, or two fingers, over the canvas."""
    event = QWheelEvent(
        AT,
        canvas.viewport().mapToGlobal(AT),
        pixels,
        angle,
        Qt.MouseButton.NoButton,
        keys,
        phase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


def pinch(canvas: CanvasView, value: float) -> None:
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        AT,
        AT,
        canvas.viewport().mapToGlobal(AT),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas.viewport(), event)


def near(one: QPointF, other: QPointF, canvas: CanvasView) -> bool:
    return (one - other).manhattanLength() * canvas.navigator.zoom <= 2


# --- wheel and fingers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "phase", "zooms"),
    [
        (PLAIN, NO_PHASE, True),
        (CONTROL, NO_PHASE, True),
        (SHIFT, NO_PHASE, False),
        (PLAIN, UPDATE, False),
        (CONTROL, UPDATE, True),
        (PLAIN, MOMENTUM, False),
        (CONTROL, MOMENTUM, False),  # pressed while the view goes on by itself
    ],
)
def test_a_wheel_zooms_and_two_fingers_scroll(
    canvas: CanvasView, keys: Qt.KeyboardModifier, phase: Qt.ScrollPhase, zooms: bool
) -> None:
    before, held = canvas.navigator.look, canvas.scene_point(AT)
    turn(canvas, keys=keys, phase=phase)
    assert (canvas.navigator.zoom != before.zoom) is zooms
    assert near(canvas.scene_point(AT), held, canvas) is zooms


@pytest.mark.usefixtures("scrolling")
@pytest.mark.parametrize(("keys", "zooms"), [(PLAIN, False), (CONTROL, True)])
def test_the_wheel_scrolls_where_that_is_wanted(
    canvas: CanvasView, keys: Qt.KeyboardModifier, zooms: bool
) -> None:
    before = canvas.navigator.look
    turn(canvas, keys=keys)
    after = canvas.navigator.look
    assert (after.zoom != before.zoom) is zooms
    assert zooms or (after.x == before.x and after.y < before.y)


def test_shift_turns_the_wheel_aside(canvas: CanvasView) -> None:
    before = canvas.navigator.look
    turn(canvas, keys=SHIFT)
    after = canvas.navigator.look
    assert after.x < before.x
    assert after.y == before.y


def test_pinch_zooms_at_the_fingers(canvas: CanvasView) -> None:
    held, zoom = canvas.scene_point(AT), canvas.navigator.zoom
    pinch(canvas, 0.5)
    assert canvas.navigator.zoom == pytest.approx(1.5 * zoom)
    assert near(canvas.scene_point(AT), held, canvas)


@pytest.mark.parametrize("how", ["middle", "space"])
def test_drag_moves_the_view(hand: Hand, how: str) -> None:
    canvas, before = hand.canvas, hand.canvas.navigator.look
    button = Qt.MouseButton.LeftButton if how == "space" else Qt.MouseButton.MiddleButton
    if how == "space":
        QTest.keyPress(canvas, Qt.Key.Key_Space)
    start, end = QPoint(600, 300), QPoint(500, 350)
    QTest.mousePress(canvas.viewport(), button, PLAIN, start)
    for at in (QPoint(550, 320), end):
        QTest.mouseMove(canvas.viewport(), at)
    QTest.mouseRelease(canvas.viewport(), button, PLAIN, end)
    after = canvas.navigator.look
    assert (after.x - before.x, after.y - before.y) == pytest.approx((100, -50), abs=1)
    assert after.zoom == before.zoom


# --- glides --------------------------------------------------------------------------------------


def test_notches_add_up_while_it_glides(moving: CanvasView) -> None:
    zoom = moving.navigator.zoom
    for _ in range(3):
        turn(moving)
    assert moving.navigator.gliding
    assert moving.navigator.zoom == zoom
    assert moving.navigator.look.zoom == pytest.approx(zoom * 1.2**3)


def test_whatever_comes_meanwhile_takes_over_at_once(moving: CanvasView) -> None:
    moving.zoom_in()
    assert moving.navigator.gliding
    moving.navigator.scroll_by(QPointF(10, 0))
    assert not moving.navigator.gliding
    moving.zoom_in()
    pinch(moving, 0.2)
    assert not moving.navigator.gliding


def test_a_glide_ends_with_the_same_under_the_pointer(
    qtbot: QtBot, canvas: CanvasView, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = canvas.scene_point(AT)
    monkeypatch.setattr(motion, "duration", lambda: 60)
    turn(canvas, QPoint(0, 480))
    qtbot.waitUntil(lambda: not canvas.navigator.gliding)
    assert canvas.navigator.zoom == pytest.approx(1.2**4)
    assert near(canvas.scene_point(AT), held, canvas)


# --- fitting -------------------------------------------------------------------------------------


def seen_wholly(canvas: CanvasView) -> bool:
    bounds = canvas.layer.geometry.bounds()
    return bounds is not None and canvas.navigator.sees(bounds)


def test_what_was_fitted_stays_so_in_another_size(canvas: CanvasView) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert seen_wholly(canvas)
    canvas.resize(500, 400)
    assert seen_wholly(canvas)
    canvas.resize(1000, 900)
    assert seen_wholly(canvas)


@pytest.mark.parametrize("how", ["scrolled", "edited"])
def test_what_the_person_moved_or_edited_stays_where_it_is(canvas: CanvasView, how: str) -> None:
    canvas.fit()
    if how == "scrolled":
        canvas.navigator.scroll_by(QPointF(30, 0))
    else:
        canvas.editor.apply("Move", lambda n: edits.move(n, "", {"lone": (340.0, 700.0)}))
    zoom = canvas.navigator.zoom
    canvas.resize(500, 400)
    assert canvas.navigator.zoom == zoom


def test_a_graph_of_any_size_is_fitted(canvas: CanvasView) -> None:
    canvas.editor.apply("Move", lambda n: edits.move(n, "", {"lone": (0.0, 300_000.0)}))
    canvas.fit()
    assert seen_wholly(canvas)
    zoom = canvas.navigator.zoom
    turn(canvas)
    assert canvas.navigator.zoom > zoom


def test_what_is_under_the_pointer_is_fitted(hand: Hand) -> None:
    canvas = hand.canvas
    canvas.fit_under(QPointF(*hand.card("lone")))
    bounds = canvas.layer.geometry.bounds(["lone"])
    assert bounds is not None
    assert canvas.navigator.sees(bounds)
    assert canvas.navigator.zoom == 1.5
    canvas.fit_under(QPointF(5000, 5000))
    assert seen_wholly(canvas)


@pytest.mark.parametrize(
    ("box", "moved"),
    [
        ((-100.0, -100.0, 100.0, 100.0), (0.0, 0.0)),
        ((450.0, 0.0, 550.0, 10.0), (90.0, 0.0)),
        ((-600.0, 0.0, -550.0, 10.0), (-140.0, 0.0)),
        ((0.0, 0.0, 10.0, 5000.0), (0.0, 410.0)),  # its start, where it is too large
    ],
)
def test_reveal_moves_as_little_as_is_needed(
    canvas: CanvasView, box: tuple[float, float, float, float], moved: tuple[float, float]
) -> None:
    canvas.navigator.go(Look(1.0, 0.0, 0.0))
    canvas.navigator.reveal(box)
    after = canvas.navigator.look
    assert (after.x, after.y) == pytest.approx(moved, abs=1)
