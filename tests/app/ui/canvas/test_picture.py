"""What is kept of a frame: after any change the view is as if all were painted anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from app.ui.canvas import CanvasView
from app.ui.canvas.strokes import WIDTHS, breadth
from nodes.network import wire
from tests.app.ui.canvas.conftest import Hand

LINK = wire("conv", "output", "norm", "input")


def shown(canvas: CanvasView) -> QImage:
    return canvas.viewport().grab().toImage()


def difference(one: QImage, other: QImage) -> int:
    """Of the most unlike pixels; smooth lines may be rounded otherwise where they are cut."""
    first, second = (
        np.frombuffer(i.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
        for i in (one, other)
    )
    return int(np.abs(first.astype(np.int16) - second).max())


def drag(hand: Hand) -> None:
    x, y = hand.card("conv")
    hand.pull((x, y), (x + 60, y + 30))
    shown(hand.canvas)
    hand.move((x + 130, y + 90))


def light(hand: Hand) -> None:
    hand.move(hand.canvas.layer.geometry.middle(LINK))
    shown(hand.canvas)
    hand.move(hand.card("conv"))


def thumbnail(hand: Hand) -> None:
    white = QImage(8, 8, QImage.Format.Format_Grayscale8)
    white.fill(255)
    hand.canvas.set_thumbnail("conv", [white])


CHANGES: dict[str, Callable[[Hand], object]] = {
    "scrolled": lambda hand: hand.canvas.navigator.scroll_by(QPointF(37, -23)),
    "scrolled far": lambda hand: hand.canvas.navigator.scroll_by(QPointF(-400, 310)),
    "zoomed": lambda hand: hand.canvas.navigator.zoom_by(1.3),
    "from afar": lambda hand: hand.canvas.navigator.zoom_to(0.2),
    "a node is dragged": drag,
    "the pointer comes to a wire and goes on": light,
    "a thumbnail": thumbnail,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_is_what_would_be_painted(
    hand: Hand, change: Callable[[Hand], object]
) -> None:
    canvas = hand.canvas
    before = shown(canvas)
    change(hand)
    kept = shown(canvas)
    canvas.layer.update()
    assert difference(kept, shown(canvas)) <= 3
    assert difference(kept, before) > 3 or change is light


@pytest.mark.parametrize("shape", [(1,), (64,), (1, 9, 9), None, ()])
def test_what_is_no_map_goes_through_the_thinnest_wire(shape: tuple[int, ...] | None) -> None:
    assert breadth(shape) == 0


def test_more_channels_make_a_broader_wire() -> None:
    classes = [breadth((channels, 7, 7)) for channels in (1, 8, 32, 128, 512, 2048)]
    assert classes == list(range(len(WIDTHS)))
