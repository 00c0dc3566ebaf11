"""Actions and gestures at random: nothing breaks, and every document goes all the way back.

The bench plays the same for much longer, and looks for what is left behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Signal, qWarning
from pytestqt.qtbot import QtBot

from app.ui import appearance, settings
from app.ui.window import MainWindow
from tests.monkey import watch
from tests.monkey.monkey import Monkey

ROUNDS, ACTIONS = 2, 50


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """What is chosen in it is not for the tests after it."""
    window = MainWindow()
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    window.show()
    yield window
    window.close()
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire").clear()
    settings.read_again()
    appearance.choose(appearance.SYSTEM)
    appearance.choose_size(100)


def test_a_monkey_breaks_nothing(window: MainWindow, tmp_path: Path) -> None:
    watch.settle()
    before = watch.census()  # other tests of this process may have left something
    monkey = Monkey(window, 1, tmp_path)
    with monkey.playing():
        for _ in range(ROUNDS):
            monkey.round(ACTIONS)
            left = monkey.rest()
    assert monkey.faults == []
    assert monkey.fired.total() == ROUNDS * ACTIONS
    assert len(monkey.fired) > ACTIONS / 3
    for kind in ("live CanvasView", "live Editor"):
        assert left[kind] <= before[kind], kind


def test_what_is_thrown_and_what_qt_warns_of_is_told() -> None:
    """Or the monkey would see nothing."""

    class Thrower(QObject):
        thrown = Signal()

        def throw(self) -> None:
            raise ValueError("thrown in a slot")

    told: list[str] = []
    thrower = Thrower()
    thrower.thrown.connect(thrower.throw)
    with watch.errors(told.append):
        thrower.thrown.emit()
        qWarning("a word of Qt")
    assert [("thrown in a slot" in t, "a word of Qt" in t) for t in told] == [
        (True, False),
        (False, True),
    ]


def test_growth_is_measured_behind_the_warming_up() -> None:
    assert watch.growth([1, 50, 60, 60, 60, 60]) == 0
    assert watch.growth([1, 2, 3, 4, 5, 6]) == 1
    assert watch.growth([9, 10, 20, 30, 40, 50]) == 10
