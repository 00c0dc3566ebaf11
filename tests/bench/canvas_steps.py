"""What is measured of a canvas, ours or another one: the same events to any QGraphicsView."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

SIZE = (1600, 1000)
REPAINTS, STEPS = 30, 100
NEAR, FAR = 20, 54  # steps of a drag until it turns: by the card's neighbours, to the view's edge
MOVES = 8  # of the mouse in a frame: 480 a second
Figures = dict[str, list[float]]  # ms of the process's own time, by what was done
_NONE = Qt.MouseButton.NoButton


class _Paints(QObject):
    """Counts the times that a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def repaints(view: QGraphicsView, spoil: Callable[[], object] = lambda: None) -> list[float]:
    """`spoil` makes the view forget what it painted before, where it keeps that."""

    def once() -> None:
        spoil()
        view.viewport().repaint()

    once()
    return [timed(once) for _ in range(REPAINTS)]


def drags(
    view: QGraphicsView, button: Qt.MouseButton, at: QPointF, moves: int = 1, reach: int = NEAR
) -> list[float]:
    """Press, STEPS steps of 13 pixels each, release: events and one painting a step.

    A step takes so many `moves` of the mouse; after `reach` of them the way leads back.
    """
    paints = _Paints()
    view.viewport().installEventFilter(paints)
    application = QApplication.instance()
    assert application is not None

    def send(kind: QEvent.Type, place: QPointF, which: Qt.MouseButton) -> None:
        everywhere = view.viewport().mapToGlobal(place)
        held = _NONE if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(kind, place, everywhere, which, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)

    last = at

    def step(place: QPointF) -> None:
        nonlocal last
        seen = paints.count
        for k in range(1, moves + 1):
            send(QEvent.Type.MouseMove, last + (place - last) * (k / moves), _NONE)
        last = place
        for _ in range(20):
            application.processEvents()
            if paints.count > seen:
                return

    send(QEvent.Type.MouseButtonPress, at, button)
    step(at + QPointF(26, 26))  # the first begins the drag
    step(at + QPointF(13, 13))
    took = []
    for k in range(STEPS):
        along = 13.0 * (k % reach if k // reach % 2 == 0 else reach - k % reach)
        took.append(timed(partial(step, at + QPointF(along, 0.6 * along))))
    send(QEvent.Type.MouseButtonRelease, at, button)
    application.processEvents()
    view.viewport().removeEventFilter(paints)
    return took
