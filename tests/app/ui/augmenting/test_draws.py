"""One image beside its draws: where they stand, and what is told of them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.training.messages import Drawn
from app.ui.augmenting.draws import DrawsView

PLAIN, DRAW = 250, 20


def shown(count: int = 24, side: int = 8, *, mixed: bool = False) -> DrawsView:
    view = DrawsView()
    told = Drawn(3, 90, count, 1, side, side, "cat")
    if mixed:
        told = Drawn(3, 90, count, 1, side, side, "cat", "dog", (0.25,) * count)
    before = 2 if mixed else 1
    pixels = np.full((before + count, side, side), DRAW, np.uint8)
    pixels[:before] = PLAIN
    view.show_drawn(told, pixels.tobytes(), 25)
    return view


@pytest.mark.parametrize("size", [(760, 110), (900, 300), (300, 500), (400, 90)])
@pytest.mark.parametrize("mixed", [False, True])
def test_all_draws_are_inside_and_none_covers_another(
    qtbot: QtBot, size: tuple[int, int], mixed: bool
) -> None:
    view = shown(mixed=mixed)
    qtbot.addWidget(view)
    view.resize(*size)
    places = view.places()
    assert len(places.plain) == 1 + mixed
    assert len(places.draws) == 24
    every = [*places.plain, *places.draws]
    for at, area in enumerate(every):
        assert QRectF(view.rect()).contains(area)
        assert not any(area.intersects(other) for other in every[at + 1 :])


def test_a_draw_tells_its_epoch_and_its_mixture(qtbot: QtBot) -> None:
    view = shown(mixed=True)
    qtbot.addWidget(view)
    assert view.words(2) == "As in epoch 27\n25 % cat, 75 % dog"
    assert shown().words(0) == "As in epoch 25"
    assert view.words(-1) == ""
    assert view.accessibleDescription() == "24 draws of image 4, cat"
    view.clear()
    assert view.words(0) == ""
    assert view.places().draws == ()


def test_the_image_as_it_is_stands_in_for_its_draws(qtbot: QtBot) -> None:
    view = shown()
    qtbot.addWidget(view)
    view.resize(760, 110)
    with qtbot.waitExposed(view):
        view.show()
    first, second = (place.center().toPoint() for place in view.places().draws[:2])

    def light(point: QPoint) -> int:
        return view.grab().toImage().pixelColor(point).red()

    assert (light(first), light(second)) == (DRAW, DRAW)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=first)
    assert (light(first), light(second)) == (PLAIN, DRAW)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=first)
    assert light(first) == DRAW
    view.show_plain(True)
    assert (light(first), light(second)) == (PLAIN, PLAIN)


def test_the_arrows_ask_for_another_image(qtbot: QtBot) -> None:
    view = shown()
    qtbot.addWidget(view)
    for key, by in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
        with qtbot.waitSignal(view.stepped) as asked:
            QTest.keyClick(view, key)
        assert asked.args == [by]
