"""The start page offers every preset, the recent files, and ways to begin."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.ui.start import StartPage
from app.ui.start.card import PresetCard
from presets import PRESETS


def page(qtbot: QtBot, *files: Path) -> StartPage:
    page = StartPage(lambda: files)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def recent(page: StartPage) -> list[QAbstractButton]:
    return [b for b in page.recent.findChildren(QAbstractButton) if b.isVisibleTo(page)]


@pytest.mark.parametrize("at", range(len(PRESETS)), ids=list(PRESETS))
@pytest.mark.parametrize("by", ["click", Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_every_preset_opens(qtbot: QtBot, at: int, by: str | Qt.Key) -> None:
    start = page(qtbot)
    with qtbot.waitSignal(start.preset_requested) as requested:
        if isinstance(by, str):
            qtbot.mouseClick(start.cards[at], Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(start.cards[at], by)
    assert requested.args == [list(PRESETS)[at]]


def is_whole(card: PresetCard) -> bool:
    return card.height() >= card.needed_height(card.width())


@pytest.mark.parametrize("size", [(400, 300), (700, 480), (1280, 720), (1920, 1000)])
def test_no_card_is_cut_off(qtbot: QtBot, size: tuple[int, int]) -> None:
    start = page(qtbot)
    start.resize(*size)
    for card in start.cards:
        qtbot.waitUntil(partial(is_whole, card))


def test_recent_files_open_and_missing_ones_are_greyed(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "mine.skipwire"
    there.write_text("{}")
    start = page(qtbot, there, tmp_path / "gone.skipwire")
    mine, gone = recent(start)
    assert not gone.isEnabled()
    qtbot.waitUntil(lambda: mine.height() >= mine.sizeHint().height())
    assert "no longer there" in gone.accessibleName()
    with qtbot.waitSignal(start.file_requested) as requested:
        qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert requested.args == [there]


def test_refresh_reads_the_files_again(qtbot: QtBot, tmp_path: Path) -> None:
    files: list[Path] = []
    start = StartPage(lambda: files)
    qtbot.addWidget(start)
    start.show()
    assert recent(start) == []
    files.append(tmp_path / "new.skipwire")
    start.refresh()
    qtbot.waitUntil(lambda: [button.text() for button in recent(start)] == ["new.skipwire"])


def test_ways_to_begin(qtbot: QtBot) -> None:
    start = page(qtbot)
    for button, signal in ((start.new, start.new_requested), (start.open, start.open_requested)):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, Qt.Key.Key_Space)
