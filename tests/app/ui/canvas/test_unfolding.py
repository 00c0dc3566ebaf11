"""Blocks that show their graph in place."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.analysis.costs import COSTS
from app.ui.canvas import CanvasView
from app.ui.canvas.blocks import Blocks
from app.ui.canvas.changes import inserted
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.interior import area_of
from app.ui.canvas.legend import level_colour
from app.ui.canvas.pasting import create
from app.ui.canvas.unfolding import Unfolding
from app.ui.clipboard import Clipboard
from app.ui.editor import Editor
from app.ui.theme import mixed
from app.ui.window import MainWindow
from nodes.network import ROOT, clipboard, wire
from nodes.network.edits.folding import set_unfolded
from nodes.network.interior import CARD
from tests.app.ui.canvas.conftest import LEFT, PLAIN, Hand
from tests.app.ui.canvas.test_closing import overlaps


@pytest.fixture
def unfolding(canvas: CanvasView) -> Unfolding:
    return canvas.component(Unfolding)


def triangle(unfolding: Unfolding) -> tuple[float, float]:
    middle = unfolding.triangle("norm")
    return middle.x(), middle.y()


def middle_of_bn(canvas: CanvasView) -> tuple[float, float]:
    """The one layer inside `norm`, which stands between the title and the lower edge."""
    area = area_of(canvas.layer.geometry, "norm")
    return area.center().x(), area.bottom() - 40 - CARD[1] / 2


def test_a_click_on_the_triangle_unfolds_and_folds(
    editor: Editor, hand: Hand, unfolding: Unfolding
) -> None:
    before = editor.network
    below = editor.graph.by_name["output"].position[1]
    hand.click(triangle(unfolding))
    assert editor.graph.by_name["norm"].unfolded
    more = area_of(hand.canvas.layer.geometry, "norm").height() - CARD[1]
    assert editor.graph.by_name["output"].position[1] == below + more
    hand.canvas.grab()
    hand.click(triangle(unfolding))
    assert editor.network == before
    editor.undo()
    editor.undo()
    assert editor.network == before
    assert editor.undo_label is None


def test_what_is_inside_is_seen_and_a_double_click_enters_there(
    editor: Editor, hand: Hand, unfolding: Unfolding
) -> None:
    unfolding.toggle(["norm"])
    place = middle_of_bn(hand.canvas)
    hand.canvas.show_node("norm")
    at = QPointF(*place)
    tip = unfolding.tip(Pointer(at, at, PLAIN))
    assert "BatchNorm2d" in tip
    assert "8×32×32" in tip
    hand.click(place)
    assert editor.selection == {"norm"}
    QTest.mouseDClick(hand.canvas.viewport(), LEFT, PLAIN, hand.at(*place))
    assert editor.trail == ("norm",)
    assert editor.selection == {"bn"}


def test_what_is_unfolded_in_it_is_seen_too(
    editor: Editor, canvas: CanvasView, hand: Hand, unfolding: Unfolding
) -> None:
    editor.select(["conv", "norm"])
    canvas.component(Blocks).make()
    (outer,) = editor.selection
    kind = editor.graph.by_name[outer].kind
    unfolding.toggle([outer])
    editor.apply("Unfold", lambda n: set_unfolded(n, kind, ["norm"], True))
    canvas.fit()
    canvas.grab()
    area = area_of(canvas.layer.geometry, outer)
    at = QPointF(area.center().x(), area.bottom() - 2 * 40 - CARD[1] / 2)
    hand.canvas.show_node(outer)
    assert "BatchNorm2d" in unfolding.tip(Pointer(at, at, PLAIN))
    assert unfolding.double_click(Pointer(at, at, PLAIN))
    assert editor.scope == "Norm"


def test_the_card_is_moved_as_a_whole(editor: Editor, hand: Hand, unfolding: Unfolding) -> None:
    unfolding.toggle(["norm"])
    x, y = editor.graph.by_name["norm"].position
    place = middle_of_bn(hand.canvas)
    hand.drag(place, (place[0] - 150, place[1] + 20))
    assert editor.graph.by_name["norm"].position != (x, y)
    assert editor.scope == ROOT


def test_all_are_unfolded_and_folded(editor: Editor, unfolding: Unfolding) -> None:
    before = editor.network
    unfolding.toggle_all()
    assert editor.graph.by_name["norm"].unfolded
    unfolding.toggle_all()
    assert editor.network == before
    editor.select(["conv"])
    unfolding.toggle()
    assert editor.network == before


def test_the_triangle_takes_no_press_from_afar(
    editor: Editor, hand: Hand, unfolding: Unfolding
) -> None:
    hand.canvas.navigator.zoom_to(0.3)
    hand.click(triangle(unfolding))
    assert not editor.graph.by_name["norm"].unfolded
    assert editor.selection == {"norm"}
    hand.key(Qt.Key.Key_Escape)


def test_what_is_added_stands_clear_of_a_large_card(
    editor: Editor, canvas: CanvasView, unfolding: Unfolding
) -> None:
    unfolding.toggle(["norm"])
    editor.select(["norm"])
    canvas.add_node("ReLU")
    (name,) = editor.selection
    large = area_of(canvas.layer.geometry, "norm")
    assert not area_of(canvas.layer.geometry, name).intersects(large)


@pytest.mark.parametrize("at", [(0, 0), (0, 140), (-40, 300), (230, 150), (500, 700)])
def test_a_pasted_one_lies_over_nothing(
    editor: Editor, canvas: CanvasView, unfolding: Unfolding, at: tuple[float, float]
) -> None:
    unfolding.toggle(["norm"])
    text = clipboard.copy(editor.network, ROOT, ["norm", "output"])
    before = editor.network
    assert create(canvas, "Paste", lambda n: clipboard.paste(n, ROOT, text, at))
    assert len(editor.selection) == 2
    assert not overlaps(editor.network)
    x, _ = editor.graph.by_name["norm2"].position
    assert x == at[0]
    apart = [editor.graph.by_name[n].position[1] for n in ("norm2", "output2")]
    assert apart[1] - apart[0] == 520 - 260 + size_of(canvas, "norm") - CARD[1]
    editor.undo()
    assert editor.network == before


def test_a_duplicate_of_one_lies_over_nothing(
    editor: Editor, canvas: CanvasView, unfolding: Unfolding
) -> None:
    unfolding.toggle(["norm"])
    window = SimpleNamespace(canvas=canvas, editor=editor)
    editor.select(["norm"])
    Clipboard(cast(MainWindow, window)).duplicate()
    assert editor.selection == {"norm2"}
    assert not overlaps(editor.network)


def test_one_that_goes_on_a_wire_makes_room_for_all_of_it(
    editor: Editor, canvas: CanvasView, hand: Hand, unfolding: Unfolding
) -> None:
    unfolding.toggle(["norm"])
    text = clipboard.copy(editor.network, ROOT, ["norm"])
    create(canvas, "Paste", lambda n: clipboard.paste(n, ROOT, text, (-400, 800)))
    wire_on = wire("input", "output", "conv", "input")
    node = editor.graph.by_name["norm2"]
    editor.apply("Insert", inserted(ROOT, wire_on, replace(node, position=(0, 100))))
    assert [w.source.node for w in editor.graph.into("conv")] == ["norm2"]
    assert not overlaps(editor.network)


def colours(canvas: CanvasView) -> set[str]:
    """What is seen on the one card inside `norm`, and at its edge."""
    x, y = middle_of_bn(canvas)
    corner = canvas.mapFromScene(QPointF(x - CARD[0] / 2 - 4, y - CARD[1] / 2 - 8))
    image = canvas.viewport().grab().toImage().copy(QRect(corner, QSize(200, 110)))
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_the_heat_map_is_seen_inside_by_the_figures_of_each_card(
    editor: Editor, canvas: CanvasView, unfolding: Unfolding
) -> None:
    unfolding.toggle(["norm"])
    canvas.show_node("norm")
    parameters = next(c for c in COSTS if c.id == "parameters")
    canvas.weigh_by(parameters)
    heat = canvas.layer.look.heat
    assert heat is not None
    level = heat.level(editor.report.nodes["norm.bn"])
    assert 0 < level < heat.level(editor.report.nodes["conv"])
    warm = level_colour(canvas.layer.theme, level).name()
    assert warm in colours(canvas)
    canvas.weigh_by(None)
    assert warm not in colours(canvas)


def test_feature_maps_are_asked_for_and_shown_inside(
    editor: Editor, canvas: CanvasView, unfolding: Unfolding
) -> None:
    assert "norm.bn" not in canvas.visible_paths()
    unfolding.toggle(["norm"])
    canvas.show_node("norm")
    assert {"norm", "norm.bn"} <= set(canvas.visible_paths())
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("#12ab34"))
    assert "#12ab34" not in colours(canvas)
    canvas.set_thumbnail("norm.bn", [picture])
    assert "#12ab34" in colours(canvas)


def test_running_and_failed_are_seen_inside(
    editor: Editor, canvas: CanvasView, unfolding: Unfolding
) -> None:
    unfolding.toggle(["norm"])
    canvas.show_node("norm")
    theme = canvas.layer.theme
    assert theme.good not in colours(canvas)
    canvas.set_running(True)
    assert theme.good in colours(canvas)
    canvas.set_running(False)
    red = mixed(theme.card, theme.error, 0.09).name()
    assert red not in colours(canvas)
    canvas.set_failed(frozenset({"norm.bn"}))
    assert red in colours(canvas)
    canvas.set_failed(frozenset())
    assert red not in colours(canvas)


def size_of(canvas: CanvasView, name: str) -> float:
    return area_of(canvas.layer.geometry, name).height()
