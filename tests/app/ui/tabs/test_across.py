"""Between the two sides of a split view: nodes are copied or moved, tabs change sides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui.canvas import CanvasView
from app.ui.canvas.gestures import MoveNodes
from app.ui.canvas.gestures.carry import Carry
from app.ui.editor import Editor
from app.ui.tabs import Tab, Workspace
from app.ui.tabs.bar import TabBar
from nodes.network.edits.marks import Marks, add_frame
from nodes.network.marks import Frame
from presets import preset
from tests.app.ui.canvas.conftest import frame

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Sides:
    """LeNet-5 on the left side, an AlexNet on the right one, which is the active one."""

    def __init__(self, qtbot: QtBot) -> None:
        self.tabs = Workspace(Editor())
        qtbot.addWidget(self.tabs)
        self.tabs.resize(1200, 700)
        self.tabs.show()
        self.left, self.right = self.opened("lenet5"), self.opened("alexnet")
        self.tabs.move_across(self.right)
        qtbot.waitUntil(lambda: self.right.canvas.width() > 300)
        for tab in (self.left, self.right):
            tab.canvas.zoom_reset()

    def opened(self, id: str) -> Tab:
        tab = self.tabs.free()
        tab.editor.open(made_of(preset(id), {}))
        return tab

    def card(self, tab: Tab, name: str) -> QPoint:
        """The middle of a card, which is scrolled to, in the viewport."""
        canvas = tab.canvas
        canvas.navigator.centre_on(QPointF(*self.middle(tab, name)), glides=False)
        return canvas.mapFromScene(QPointF(*self.middle(tab, name)))

    def middle(self, tab: Tab, name: str) -> tuple[float, float]:
        x, y = tab.editor.graph.by_name[name].position
        return x + 20, y + 20

    def over(self, tab: Tab, of: Tab) -> QPoint:
        """The middle of a canvas, in the viewport of the other."""
        middle = tab.canvas.viewport().rect().center()
        return of.canvas.viewport().mapFromGlobal(tab.canvas.viewport().mapToGlobal(middle))

    def pull(self, canvas: CanvasView, *way: QPoint) -> None:
        QTest.mousePress(canvas.viewport(), LEFT, NONE, way[0])
        for place in way[1:]:
            QTest.mouseMove(canvas.viewport(), place)
            frame(canvas)


@pytest.fixture
def sides(qtbot: QtBot) -> Sides:
    return Sides(qtbot)


@pytest.mark.parametrize("keys", [NONE, SHIFT])
def test_selected_nodes_are_dragged_to_the_other_canvas(
    sides: Sides, keys: Qt.KeyboardModifier
) -> None:
    source, target = sides.left, sides.right
    graph, there = source.editor.graph, target.editor.graph
    first = graph.nodes[1]
    follower = next(w.target.node for w in graph.out_of(first.name))
    source.editor.select([first.name, follower])
    start = sides.card(source, first.name)
    here = sides.over(target, source)
    sides.pull(source.canvas, start, start + QPoint(30, 0), here)
    assert isinstance(source.canvas.gesture, Carry)
    assert source.editor.graph is graph
    QTest.mouseRelease(source.canvas.viewport(), LEFT, keys, here)

    added = [n for n in target.editor.graph.nodes if n.name not in there.by_name]
    assert sorted(n.kind for n in added) == sorted((first.kind, graph.by_name[follower].kind))
    assert {n.name for n in added} == target.editor.selection
    among = [w for w in target.editor.graph.wires if w.source.node in target.editor.selection]
    assert len(among) == 1, "with the wire among them, and no other"
    pointed = target.canvas.scene_point(QPointF(target.canvas.viewport().rect().center()))
    corner = min(n.position for n in added)
    assert corner == pytest.approx((pointed.x() - 20, pointed.y() - 20), abs=11), "under the hand"
    assert len(target.editor.sheet.history.steps) == 2
    gone = {first.name, follower} - source.editor.graph.by_name.keys()
    assert gone == ({first.name, follower} if keys == SHIFT else set())
    assert len(source.editor.sheet.history.steps) == (2 if keys == SHIFT else 1)
    target.editor.undo()
    assert target.editor.graph == there


def test_what_comes_back_or_is_let_go_by_esc_is_nowhere_else(sides: Sides) -> None:
    source, target = sides.left, sides.right
    graph, there = source.editor.graph, target.editor.graph
    start, here = sides.card(source, "conv1"), sides.over(target, source)
    sides.pull(source.canvas, start, start + QPoint(30, 0), here, start + QPoint(60, 0))
    assert isinstance(source.canvas.gesture, MoveNodes), "it is moved here again"
    QTest.mouseMove(source.canvas.viewport(), here)
    frame(source.canvas)
    assert isinstance(source.canvas.gesture, Carry)
    QTest.keyClick(source.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(source.canvas.viewport(), LEFT, NONE, here)
    assert (source.editor.graph, target.editor.graph) == (graph, there)

    start = sides.card(source, "conv1")
    sides.pull(source.canvas, start, start + QPoint(30, 0), here, start + QPoint(100, 0))
    QTest.mouseRelease(source.canvas.viewport(), LEFT, NONE, start + QPoint(100, 0))
    assert source.editor.graph.by_name["conv1"].position != graph.by_name["conv1"].position
    assert target.editor.graph == there


def test_a_frame_goes_with_what_lies_in_it_and_a_block_with_its_definition(sides: Sides) -> None:
    source, target = sides.left, sides.right
    target.editor.open(made_of(preset("resnet18"), {}))
    name = next(n.name for n in target.editor.graph.nodes if target.editor.is_block(n))
    x, y = target.editor.graph.by_name[name].position
    frame = Frame("A stage", (x - 40, y - 60, 300, 200))
    target.editor.apply("Frame", lambda n: add_frame(n, "", frame))
    assert not source.editor.network.blocks
    target.editor.select([name])
    target.canvas.select_wires((), Marks(frozenset({0})))
    start, here = sides.card(target, name), sides.over(source, target)
    sides.pull(target.canvas, start, start + QPoint(0, 30), here)
    QTest.mouseRelease(target.canvas.viewport(), LEFT, NONE, here)
    assert [f.title for f in source.editor.graph.frames] == ["A stage"]
    kind = target.editor.graph.by_name[name].kind
    assert kind in source.editor.network.block_by_name
    assert source.editor.graph.by_name[name].kind == kind


@pytest.mark.parametrize("moved", [False, True])
def test_the_same_by_an_action(sides: Sides, moved: bool) -> None:
    tabs = sides.tabs
    tabs.activate(sides.left)
    sides.left.editor.select(["conv1", "conv2"])
    tabs.send_across(moved=moved)
    assert tabs.active is sides.right
    assert {n.kind for n in sides.right.editor.graph.nodes} >= {"Conv2d"}
    assert len(sides.right.editor.selection) == 2
    assert ("conv1" in sides.left.editor.graph.by_name) is not moved
    box = sides.right.canvas.layer.geometry.bounds(sides.right.editor.selection)
    assert box is not None
    assert sides.right.canvas.navigator.sees(box)


def on_tab(tab: Tab, sides: Sides) -> tuple[TabBar, QPoint]:
    bar = next(g.bar for g in sides.tabs.groups if tab in g.tabs)
    index = next(g.tabs.index(tab) for g in sides.tabs.groups if tab in g.tabs)
    return bar, bar.tabRect(index).center()


def drag_tab(sides: Sides, tab: Tab, to: QWidget, at: QPoint, end: Qt.Key | None = None) -> None:
    """Out of its row to a point of a widget."""
    bar, start = on_tab(tab, sides)
    there = bar.mapFromGlobal(to.mapToGlobal(at))
    QTest.mousePress(bar, LEFT, NONE, start)
    for place in (start + QPoint(0, 15), start + QPoint(0, 40), there):
        QTest.mouseMove(bar, place)
    if end is not None:
        QTest.keyClick(bar, end)
    QTest.mouseRelease(bar, LEFT, NONE, there)


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def test_a_tab_is_dragged_to_the_other_side_and_back(sides: Sides) -> None:
    tabs, left = sides.tabs, sides.left
    tabs.activate(left)
    third = sides.opened("vgg11")
    assert [[*g.tabs] for g in tabs.groups] == [[left, third], [sides.right]]
    drag_tab(sides, third, sides.right.canvas, middle(sides.right.canvas), Qt.Key.Key_Escape)
    assert [[*g.tabs] for g in tabs.groups] == [[left, third], [sides.right]], "Esc keeps it"

    drag_tab(sides, third, sides.right.canvas, middle(sides.right.canvas))
    assert [[*g.tabs] for g in tabs.groups] == [[left], [sides.right, third]]
    assert tabs.active is third
    assert third.canvas.isVisible()
    assert not sides.right.isVisible(), "it is in front"

    row = tabs.groups[0].bar
    drag_tab(sides, third, row, QPoint(4, row.height() // 2))
    assert [[*g.tabs] for g in tabs.groups] == [[third, left], [sides.right]], "where it was let go"
    assert tabs.groups[0].bar.currentIndex() == 0

    drag_tab(sides, sides.right, left.canvas.parentWidget() or left, QPoint(100, 200))
    assert [[*g.tabs] for g in tabs.groups] == [[third, left, sides.right]], "an empty side goes"
    drag_tab(sides, third, tabs.groups[0].bar, QPoint(900, 10))
    assert [*tabs.groups[0].tabs] == [left, sides.right, third]


@pytest.mark.parametrize(("share", "order"), [(0.1, (1, 0)), (0.9, (0, 1)), (0.5, None)])
def test_at_an_edge_a_tab_gets_a_side_of_its_own(
    sides: Sides, share: float, order: tuple[int, int] | None
) -> None:
    tabs, canvas = sides.tabs, sides.right.canvas
    tabs.move_across(sides.right)
    assert not tabs.split
    assert [*tabs.tabs] == [sides.left, sides.right]
    at = QPoint(round(canvas.width() * share), 200)
    drag_tab(sides, sides.right, canvas, at)
    if order is None:
        assert not tabs.split
        return
    both = [sides.left, sides.right]
    assert [[*g.tabs] for g in tabs.groups] == [[both[k]] for k in order]
    assert [g.x() for g in tabs.groups] == sorted(g.x() for g in tabs.groups)
    assert sides.left.isVisible()
    assert sides.right.isVisible()
    drag_tab(sides, sides.right, sides.right.canvas, middle(sides.right.canvas))
    assert tabs.split, "over its own side it stays"
