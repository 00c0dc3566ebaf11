"""The interface becomes larger and smaller at once, in what is open already too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import scale, style
from app.ui.docks import Docks
from app.ui.toast import Toast


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    yield
    scale.use(100)


def test_fonts_follow_also_those_of_their_own(qtbot: QtBot) -> None:
    holder = QWidget()
    box = QVBoxLayout(holder)
    plain, heading = QLabel("plain"), QLabel("heading")
    box.addWidget(plain)
    box.addWidget(heading)
    font = heading.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    heading.setFont(font)
    qtbot.addWidget(holder)
    holder.show()
    before = plain.font().pointSizeF()
    for percent in scale.STEPS:
        scale.use(percent)
        wanted = before * percent / 100

        def follows(wanted: float = wanted) -> bool:
            return bool(plain.font().pointSizeF() == pytest.approx(wanted, rel=0.02))

        qtbot.waitUntil(follows)
        assert heading.font().pointSizeF() == pytest.approx(1.5 * wanted, rel=0.02)
    scale.use(100)
    assert heading.font().pointSizeF() == pytest.approx(1.5 * before, rel=0.02)


def test_measures_follow_as_long_as_their_widget_is(qtbot: QtBot) -> None:
    holder = QWidget()
    seen: list[int] = []
    scale.follow(holder, lambda: seen.append(scale.px(100)))
    scale.use(150)
    assert seen == [100, 150]
    with qtbot.waitSignal(holder.destroyed):
        holder.deleteLater()
    scale.use(80)
    assert seen == [100, 150]


def test_icons_and_boxes_grow() -> None:
    metric = QStyle.PixelMetric.PM_IndicatorWidth
    usual = style.in_scale().pixelMetric(metric)
    scale.use(200)
    assert style.in_scale().pixelMetric(metric) == 2 * usual


@pytest.mark.parametrize(("asked", "shown"), [(10, 80), (999, 200), (125, 125)])
def test_sizes_have_bounds(qtbot: QtBot, asked: int, shown: int) -> None:
    scale.use(asked)
    assert scale.percent() == shown


def test_steps_lead_from_the_smallest_to_the_largest(qtbot: QtBot) -> None:
    scale.use(80)
    seen = [scale.percent()]
    while scale.step(1) != scale.percent():
        scale.use(scale.step(1))
        seen.append(scale.percent())
    assert tuple(seen) == scale.STEPS


def test_a_note_in_the_corner_grows_and_stays_in_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.resize(640, 400)
    window.show()
    toast = Toast(window)
    toast.show_text("Next time for Preferences: Ctrl+, " * 3, "Show no more hints", lambda: None)
    before = toast.height()
    scale.use(200)
    qtbot.waitUntil(lambda: toast.height() > before)
    assert window.rect().contains(toast.geometry())
    needed = toast.label.heightForWidth(toast.label.width())
    assert toast.label.height() >= needed


def test_a_note_stands_above_what_lies_in_the_corner(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.resize(640, 400)
    window.show()
    toast, lifted = Toast(window), Toast(window, lambda: 74.0)
    for each in (toast, lifted):
        each.show_text("Next time", "Show no more hints", lambda: None)
    assert lifted.y() == toast.y() - 74


def test_docks_are_as_high_as_before_in_letters_of_the_size_before(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.resize(900, 700)
    held = [(name, name, QWidget()) for name in ("palette", "inspector", "steps")]
    docks = Docks(
        window, [*held, ("problems", "Problems", QLabel("one\ntwo\nthree\nfour"))], window.setFocus
    )
    window.show()
    docks.give_height(100)
    qtbot.waitUntil(lambda: docks["problems"].height() == 100)
    scale.use(200)
    qtbot.waitUntil(lambda: docks["problems"].height() > 130)  # in which there is no less room
    scale.use(100)
    qtbot.waitUntil(lambda: docks["problems"].height() == 100)
