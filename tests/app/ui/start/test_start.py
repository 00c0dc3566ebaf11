"""The start page offers the gallery, the recent files, and ways to begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.templates import TEMPLATES
from app.ui import theme
from app.ui.editor import Editor
from app.ui.start import StartPage
from app.ui.start.thumbnails import Pictures, painted, picture_of
from nodes.network import ROOT, Network
from nodes.network.edits.folding import set_unfolded, with_room
from presets import PRESETS


def page(qtbot: QtBot, *files: Path) -> StartPage:
    page = StartPage(lambda: files)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def recent(page: StartPage) -> list[QAbstractButton]:
    return [b for b in page.recent.findChildren(QAbstractButton) if b.isVisibleTo(page)]


def test_a_preset_opens_with_its_parameters(qtbot: QtBot) -> None:
    start = page(qtbot)
    card = start.gallery.grid.cards["lenet5"]
    with qtbot.waitSignal(start.preset_requested) as requested:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert requested.args == ["lenet5", {}]


@pytest.mark.parametrize("size", [(900, 500), (1024, 640), (1280, 720), (1920, 1000)])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, size: tuple[int, int]) -> None:
    start = page(qtbot)
    start.resize(*size)
    cards = [c for c in start.gallery.grid.cards.values() if not c.isHidden()]
    room = start.gallery.grid.viewport()
    qtbot.waitUntil(lambda: all(c.geometry().right() < room.width() for c in cards))
    assert start.gallery.geometry().right() < size[0]
    assert all(c.width() >= c.sizeHint().width() for c in cards)


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


def test_what_is_typed_is_searched_for(qtbot: QtBot) -> None:
    start = page(qtbot)
    start.activateWindow()
    qtbot.waitUntil(start.gallery.search.hasFocus)
    start.new.setFocus()
    qtbot.keyClicks(start.new, "v")
    assert start.gallery.search.hasFocus()
    assert start.gallery.search.text() == "v"


def test_a_template_is_asked_for_by_its_id(qtbot: QtBot) -> None:
    start = page(qtbot)
    with qtbot.waitSignal(start.template_requested) as requested:
        qtbot.mouseClick(start.templates["residual"], Qt.MouseButton.LeftButton)
    assert requested.args == ["residual"]


def test_pinned_files_stand_first_and_all_can_be_removed(qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.skipwire" for name in "abc"]
    start = StartPage(lambda: files, lambda: files[2:])
    qtbot.addWidget(start)
    start.show()
    assert [b.text() for b in recent(start)] == ["c.skipwire", "a.skipwire", "b.skipwire"]
    assert "pinned" in recent(start)[0].accessibleName()
    unpin, remove = start.recent.items(files[2])
    with qtbot.waitSignal(start.recent.pin_requested) as asked:
        unpin[1]()
    assert asked.args == [files[2], False]
    with qtbot.waitSignal(start.recent.forget_requested) as asked:
        remove[1]()
    assert asked.args == [files[2]]


def test_a_saved_file_is_shown_with_a_picture_of_its_network(qtbot: QtBot, tmp_path: Path) -> None:
    editor, path = Editor(), tmp_path / "mine.skipwire"
    pictures = Pictures(editor, editor)
    assert pictures.parent() is editor
    editor.open(TEMPLATES[0].document)
    assert picture_of(path).isNull()
    editor.mark_saved(path)
    qtbot.waitUntil(lambda: not picture_of(path).isNull())
    colours = {
        picture_of(path).toImage().pixelColor(x, y).name() for x in range(88) for y in range(88)
    }
    assert theme.family_colour(theme.LIGHT, "Convolution").name() in colours


def test_a_picture_of_nothing_is_empty() -> None:
    assert painted(Network()).pixelColor(44, 44).alpha() == 0


def test_a_block_that_is_unfolded_has_its_wires_at_its_card_in_the_picture(qapp: object) -> None:
    network = PRESETS["resnet20"].network()
    graph = network.graph
    block = next(n.name for n in graph.nodes if n.kind in network.block_by_name)
    unfolded = with_room(network, set_unfolded(network, ROOT, [block], True))
    assert unfolded.graph.by_name["output"].position != graph.by_name["output"].position
    assert painted(unfolded) == painted(network)
