"""Blocks that show their graph in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.ui.canvas import CanvasView
from app.ui.canvas.blocks import Blocks
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.interior import area_of
from app.ui.canvas.unfolding import Unfolding
from app.ui.editor import Editor
from nodes.network import ROOT
from nodes.network.edits.folding import set_unfolded
from nodes.network.interior import CARD
from tests.app.ui.canvas.conftest import LEFT, PLAIN, Hand


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
