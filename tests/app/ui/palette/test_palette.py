"""The palette offers everything, finds it by a few letters, and hands it out."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDrag
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.drag import READY, kind_of
from app.ui.palette import Palette
from nodes.catalogue import CATALOGUE
from nodes.network import Block, blocks
from presets import PRESETS
from presets.blocks import BLOCKS
from tests.app.ui.panels import editor_with

FAMILIES = list(dict.fromkeys(spec.family for spec in CATALOGUE.values()))
LAYERS = sorted(CATALOGUE, key=lambda kind: FAMILIES.index(CATALOGUE[kind].family))
READY_BLOCKS = [READY + name for name in BLOCKS]


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    palette = Palette(editor_with())
    qtbot.addWidget(palette)
    palette.resize(260, 600)
    palette.show()
    return palette


def shown(palette: Palette) -> list[str]:
    return [entry.id for item, entry in palette.tree.entries() if not item.isHidden()]


def row(palette: Palette, id: str) -> QTreeWidgetItem:
    return next(item for item, entry in palette.tree.entries() if entry.id == id)


def middle(palette: Palette, id: str) -> QPoint:
    palette.tree.scrollToItem(row(palette, id))
    return palette.tree.visualItemRect(row(palette, id)).center()


def test_everything_is_there_in_its_order(palette: Palette) -> None:
    assert shown(palette) == [*LAYERS, *READY_BLOCKS, *PRESETS]


@pytest.mark.parametrize("kind", list(CATALOGUE))
def test_tooltip_holds_the_help(palette: Palette, kind: str) -> None:
    spec = CATALOGUE[kind]
    tooltip = row(palette, kind).toolTip(0)
    assert spec.summary in tooltip
    assert spec.help.split("\n\n")[-1].replace("&", "&amp;") in tooltip


@pytest.mark.parametrize("kind", list(CATALOGUE))
def test_its_own_name_finds_a_layer_first(qtbot: QtBot, palette: Palette, kind: str) -> None:
    qtbot.keyClicks(palette.search, kind.lower())
    with qtbot.waitSignal(palette.add_requested) as added:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert added.args == [kind]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("conv", "Conv2d"),
        ("cv", "Conv2d"),  # letters in their order
        ("bn1", "BatchNorm1d"),
        ("residual 20", "resnet20"),  # a word of the summary and one of the title
        ("nine residual", "resnet20"),
        ("squeeze", f"{READY}SqueezeExcitation"),
    ],
)
def test_search_by_letters_and_words(
    qtbot: QtBot, palette: Palette, query: str, first: str
) -> None:
    qtbot.keyClicks(palette.search, query)
    assert palette.tree.currentItem() is row(palette, first)


def test_a_search_without_result_says_so_and_adds_nothing(qtbot: QtBot, palette: Palette) -> None:
    empty = palette.tree.viewport().grab().toImage()
    qtbot.keyClicks(palette.search, "zzzz")
    assert shown(palette) == []
    assert palette.tree.viewport().grab().toImage() != empty
    with qtbot.assertNotEmitted(palette.add_requested):
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    palette.search.clear()
    assert shown(palette) == [*LAYERS, *READY_BLOCKS, *PRESETS]


def test_arrows_lead_from_the_search_into_the_list(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "avgpool2d")
    assert shown(palette) == ["AvgPool2d", "AdaptiveAvgPool2d"]
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.add_requested) as added:
        qtbot.keyClick(palette.tree, Qt.Key.Key_Return)
    assert added.args == ["AdaptiveAvgPool2d"]


@pytest.mark.parametrize("name", list(BLOCKS))
def test_a_ready_block_tells_its_source(palette: Palette, name: str) -> None:
    tooltip = row(palette, READY + name).toolTip(0)
    assert BLOCKS[name].block.summary in tooltip
    assert BLOCKS[name].source.replace("&", "&amp;") in tooltip


def test_double_click_adds_a_layer_and_opens_a_preset(qtbot: QtBot, palette: Palette) -> None:
    viewport, left = palette.tree.viewport(), Qt.MouseButton.LeftButton
    for name, signal in (
        ("Linear", palette.add_requested),
        (f"{READY}DenseLayer", palette.add_requested),
        ("lenet5", palette.preset_requested),
    ):
        at = middle(palette, name)
        qtbot.mouseClick(viewport, left, pos=at)
        with qtbot.waitSignal(signal) as requested:
            qtbot.mouseDClick(viewport, left, pos=at)
        assert requested.args == [name]


def test_dragging_carries_the_kind(
    qtbot: QtBot, palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[str | None, bool]] = []

    def drop(drag: QDrag, *actions: Qt.DropAction) -> Qt.DropAction:
        dragged.append((kind_of(drag.mimeData()), drag.pixmap().isNull()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    viewport, start = palette.tree.viewport(), middle(palette, "ReLU")
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 20, 40):
        qtbot.mouseMove(viewport, start + QPoint(step, 0))
    assert dragged == [("ReLU", False)]


def test_blocks_follow_the_network(qtbot: QtBot) -> None:
    editor = editor_with()
    palette = Palette(editor)
    qtbot.addWidget(palette)
    block = Block("Tower", summary="Three convolutions and a shortcut")
    assert editor.apply("Add", lambda n: blocks.add_block(n, block))
    assert shown(palette) == [*LAYERS, *READY_BLOCKS, "Tower", *PRESETS]
    editor.undo()
    assert shown(palette) == [*LAYERS, *READY_BLOCKS, *PRESETS]


def test_chips_follow_the_theme(qtbot: QtBot, palette: Palette) -> None:
    for colours in (theme.LIGHT, theme.DARK, theme.LIGHT):
        theme.apply(colours)
        wanted = theme.family_colour(colours, "Convolution")
        qtbot.waitUntil(partial(has_chip, palette, "Conv2d", wanted))


def has_chip(palette: Palette, kind: str, wanted: QColor) -> bool:
    return chip_colour(palette, kind) == wanted


def chip_colour(palette: Palette, id: str) -> QColor:
    return row(palette, id).icon(0).pixmap(12, 12).toImage().pixelColor(6, 6)


def test_summaries_give_way_in_a_narrow_dock(palette: Palette) -> None:
    for width, hidden in ((180, True), (400, False), (180, True)):
        palette.resize(width, 600)
        assert palette.tree.isColumnHidden(1) is hidden
