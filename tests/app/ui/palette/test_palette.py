"""The palette offers everything, finds it by a few letters, and hands it out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from html import escape

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QDrag
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.ui import settings, theme
from app.ui.drag import READY, kind_of
from app.ui.editor import Editor
from app.ui.palette import Palette
from nodes.catalogue import CATALOGUE
from nodes.network import Block, blocks
from presets.blocks import BLOCKS, GROUPS
from tests.app.ui.panels import editor_with

FAMILIES = list(dict.fromkeys(spec.family for spec in CATALOGUE.values()))
LAYERS = sorted(CATALOGUE, key=lambda kind: FAMILIES.index(CATALOGUE[kind].family))
READY_BLOCKS = [READY + name for name in BLOCKS]
EVERYTHING = [*READY_BLOCKS, *LAYERS]


@pytest.fixture(autouse=True)
def folded_as_at_first() -> Iterator[None]:
    yield
    settings.set_palette_open(settings.PALETTE_OPEN)


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    palette = filled(qtbot, editor_with())
    palette.resize(260, 600)
    palette.show()
    return palette


def filled(qtbot: QtBot, editor: Editor) -> Palette:
    palette = Palette(editor)
    qtbot.addWidget(palette)
    palette.fill()
    return palette


def shown(palette: Palette) -> list[str]:
    return [entry.id for item, entry in palette.tree.entries() if not item.isHidden()]


def row(palette: Palette, id: str) -> QTreeWidgetItem:
    return next(item for item, entry in palette.tree.entries() if entry.id == id)


def middle(palette: Palette, id: str) -> QPoint:
    palette.tree.scrollToItem(row(palette, id))
    return palette.tree.visualItemRect(row(palette, id)).center()


def test_everything_is_there_in_its_order(palette: Palette) -> None:
    assert shown(palette) == EVERYTHING


def test_rows_that_were_replaced_are_let_go_of(palette: Palette) -> None:
    before = rows()
    for _ in range(3):
        QApplication.sendEvent(palette, QEvent(QEvent.Type.LanguageChange))
    assert rows() <= before + 1  # the last that was removed


def rows() -> int:
    """All that are held, of any tree."""
    gc.unfreeze()
    gc.collect()
    return sum(type(each) is QTreeWidgetItem for each in gc.get_objects())


def test_tooltip_holds_the_help(palette: Palette) -> None:
    for kind, spec in CATALOGUE.items():
        tooltip = row(palette, kind).toolTip(0)
        assert spec.summary in tooltip
        assert escape(spec.help.split("\n\n")[-1]) in tooltip


def test_its_own_name_finds_a_layer_or_block_first(qtbot: QtBot, palette: Palette) -> None:
    for kind in EVERYTHING:
        palette.search.setText(kind.removeprefix(READY).lower())
        with qtbot.waitSignal(palette.add_requested) as added:
            qtbot.keyClick(palette.search, Qt.Key.Key_Return)
        assert added.args == [kind]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("conv", "Conv2d"),
        ("cv", "Conv2d"),  # letters in their order
        ("bn1", "BatchNorm1d"),
        ("vgg", f"{READY}VGGBlock"),
        ("pooling twice", f"{READY}UNetDown"),  # a word of the summary, and none of the title
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
    assert shown(palette) == EVERYTHING


def test_arrows_lead_from_the_search_into_the_list(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "avgpool2d")
    assert shown(palette) == ["AvgPool2d", "AdaptiveAvgPool2d"]
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.add_requested) as added:
        qtbot.keyClick(palette.tree, Qt.Key.Key_Return)
    assert added.args == ["AdaptiveAvgPool2d"]


def test_a_ready_block_tells_its_parameters_and_source(palette: Palette) -> None:
    for name, ready in BLOCKS.items():
        tooltip = row(palette, READY + name).toolTip(0)
        assert escape(ready.block.summary) in tooltip
        assert escape(ready.source) in tooltip
        for param in ready.block.parameters:
            assert f"<b>{param.name}</b>" in tooltip
            assert escape(param.help) in tooltip
    assert ">64 maps&nbsp;<" in row(palette, f"{READY}ConvNormReLU").toolTip(0)


def test_blocks_stand_under_their_groups_in_order(palette: Palette) -> None:
    found = [(e.section, e.group) for _, e in palette.tree.entries() if e.id.startswith(READY)]
    assert list(dict.fromkeys(found)) == [("Blocks", group) for group in GROUPS]


def test_double_click_adds_a_layer_or_block(qtbot: QtBot, palette: Palette) -> None:
    viewport, left = palette.tree.viewport(), Qt.MouseButton.LeftButton
    for name in ("Linear", f"{READY}DenseLayer"):
        at = middle(palette, name)
        qtbot.mouseClick(viewport, left, pos=at)
        with qtbot.waitSignal(palette.add_requested) as requested:
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


def heading(palette: Palette, title: str) -> QTreeWidgetItem:
    found = palette.tree.findItems(title, Qt.MatchFlag.MatchRecursive)
    return next(item for item in found if item.childCount())


def click(qtbot: QtBot, palette: Palette, item: QTreeWidgetItem) -> None:
    palette.tree.scrollToItem(item)
    at = palette.tree.visualItemRect(item).center()
    qtbot.mouseClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_what_is_unfolded_is_remembered(qtbot: QtBot, palette: Palette) -> None:
    for title, first in (("Residual", False), ("Layers", True), ("Dense", False)):
        assert heading(palette, title).isExpanded() is first
        click(qtbot, palette, heading(palette, title))
        again = filled(qtbot, editor_with())
        assert heading(again, title).isExpanded() is not first


def test_all_can_be_folded(qtbot: QtBot, palette: Palette) -> None:
    for title in ("Blocks", "Layers"):
        click(qtbot, palette, heading(palette, title))
    palette.tree.collapseAll()
    again = filled(qtbot, editor_with())
    assert not heading(again, "Blocks").isExpanded()
    assert not heading(again, "Layers").isExpanded()


def test_a_search_opens_what_it_finds_and_leaves_no_trace(qtbot: QtBot, palette: Palette) -> None:
    before = set(settings.palette_open())
    qtbot.keyClicks(palette.search, "bottleneck")
    assert palette.tree.visualItemRect(row(palette, f"{READY}Bottleneck")).isValid()
    palette.search.clear()
    assert not heading(palette, "Residual").isExpanded()
    assert set(settings.palette_open()) == before


def test_blocks_follow_the_network(qtbot: QtBot) -> None:
    editor = editor_with()
    palette = filled(qtbot, editor)
    block = Block("Tower", summary="Three convolutions and a shortcut")
    assert editor.apply("Add", lambda n: blocks.add_block(n, block))
    assert shown(palette) == ["Tower", *EVERYTHING]
    editor.undo()
    assert shown(palette) == EVERYTHING


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
