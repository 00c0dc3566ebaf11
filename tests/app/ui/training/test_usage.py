"""What a run takes of time and memory, as the Run tab shows it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.training.messages import DeviceUse, Shares
from app.ui import theme
from app.ui.training.usage import PARTS, Usage

STEP = Shares(step=9, data=0.4, forward=0.2, backward=0.3, optimizer=0.08, watching=0.02)
CPU = DeviceUse(used=2 * 10**9, peak=3 * 10**9, limit=8 * 10**9, process=2 * 10**9)
CUDA = DeviceUse(10**9, 10**9, 10**10, 3 * 10**9, utilisation=0.87, celsius=63.6)


@pytest.fixture
def usage(qtbot: QtBot) -> Usage:
    theme.apply(theme.LIGHT)
    widget = Usage()
    qtbot.addWidget(widget)
    widget.resize(420, 120)
    return widget


def test_it_is_there_once_something_is_told_of_the_run_that_is_shown(usage: Usage) -> None:
    assert usage.isHidden()
    usage.show_shares(STEP)
    assert not usage.isHidden()
    usage.show_here(False)
    assert usage.isHidden()
    usage.show_here(True)
    assert not usage.isHidden()
    usage.clear()
    assert usage.isHidden()
    usage.show_use(CPU)
    assert usage.parts.isHidden(), "what the steps of an earlier run took"
    assert not usage.told.isHidden()


def test_the_parts_of_a_step_fill_the_bar_in_its_order(usage: Usage) -> None:
    usage.show_shares(STEP)
    assert [share for share, _ in usage.step.shares] == [0.4, 0.2, 0.3, 0.08, 0.02]
    assert len({colour.name() for _, colour in usage.step.shares}) == len(PARTS)
    usage.grab()
    for word, share in (("Data", "40.0"), ("Optimiser", "8.0"), ("Watching", "2.0")):
        assert f"{word}&nbsp;{share}&nbsp;%" in usage.parts.text()
        assert f"{word}: {share} %" in usage.step.accessibleDescription()
    assert "waits for its data" in usage.step.toolTip()
    usage.show_shares(Shares(9, 0.01, 0.39, 0.5, 0.08, 0.02))
    assert "waits for its data" not in usage.step.toolTip()


def test_memory_is_told_and_what_the_driver_tells(usage: Usage) -> None:
    usage.show_use(CPU)
    assert usage.told.text() == "2 GB of 8 GB"
    ((share, colour),) = usage.memory.shares
    assert share == 0.25
    assert "At most so far: 3 GB" in usage.memory.toolTip()
    usage.show_use(CUDA)
    assert usage.told.text() == "1 GB of 10 GB   process 3 GB   at work 87.0 %   64 °C"
    usage.show_use(DeviceUse(95, 95, 100, 95))
    assert usage.memory.shares[0][1] != colour, "it is close to the limit"


def test_its_colours_are_those_of_the_theme(usage: Usage, qtbot: QtBot) -> None:
    usage.show_shares(STEP)
    before = usage.step.shares
    theme.apply(theme.DARK)
    QApplication.processEvents()
    assert [share for share, _ in usage.step.shares] == [share for share, _ in before]
    assert usage.step.shares[0][1] != before[0][1]
    theme.apply(theme.LIGHT)
