"""The problems list shows root causes first and leads to the nodes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.analysis.report import Problem
from app.ui import theme
from app.ui.documents import empty_document
from app.ui.editor import Editor
from app.ui.problems import ProblemsView
from app.ui.problems.model import ITEM
from nodes.network import ROOT, Expression, edits
from presets import PRESETS
from tests.app.ui.panels import editor_on


@pytest.fixture
def editor() -> Editor:
    return editor_on(PRESETS["resnet18"].network())


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> ProblemsView:
    view = ProblemsView(editor)
    qtbot.addWidget(view)
    view.resize(700, 200)
    view.show()
    return view


def break_root(editor: Editor) -> None:
    """A window larger than the image, and so no shape for all that follows."""
    editor.apply("", lambda n: edits.set_argument(n, ROOT, ["conv1"], "kernel_size", 400))


def break_inside(editor: Editor) -> None:
    """Branches that disagree at the Add inside the block."""
    editor.apply(
        "", lambda n: edits.set_argument(n, "BasicBlock", ["conv2"], "stride", Expression("2"))
    )


def rows(view: ProblemsView) -> list[str]:
    model = view.list.model()
    items = (model.index(i, 0) for i in range(model.rowCount()))
    return [i.data() for i in items if isinstance(i.data(ITEM), Problem)]


def test_rows_never_overlap(view: ProblemsView, editor: Editor) -> None:
    """Not in the first picture after another width or another theme either."""
    break_root(editor)
    rows, model = view.list, view.list.model()
    try:
        for width, colours in ((700, theme.DARK), (190, theme.DARK), (190, theme.LIGHT)):
            theme.apply(colours)
            view.resize(width, 200)
            rows.grab()
            boxes = [rows.visualRect(model.index(k, 0)) for k in range(model.rowCount())]
            option = QStyleOptionViewItem()
            rows.initViewItemOption(option)
            for k, (box, below) in enumerate(pairwise(boxes)):
                needed = rows.itemDelegate().sizeHint(option, model.index(k, 0)).height()
                assert below.top() - box.top() >= needed, (width, colours.name)
    finally:
        theme.apply(theme.LIGHT)


def test_the_place_of_repairs_is_there_while_there_is_something_to_mend(qtbot: QtBot) -> None:
    editor = editor_on(empty_document().network)
    view = ProblemsView(editor)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    assert view.pane.isHidden()
    editor.apply("", lambda n: edits.disconnect(n, ROOT, n.graph.wires))
    qtbot.waitUntil(lambda: bool(view.pane.buttons))
    assert view.pane.isVisible()
    assert view.isActiveWindow(), "no window of its own came up meanwhile"
    editor.undo()
    qtbot.waitUntil(view.pane.isHidden)
    assert view.list.width() == view.width()


def test_problems_come_and_go(qtbot: QtBot, editor: Editor, view: ProblemsView) -> None:
    assert view.count == 0
    with qtbot.waitSignal(view.count_changed) as counted:
        break_root(editor)
    roots = [p for p in editor.report.problems if not p.consequence]
    assert counted.args == [len(roots)]
    assert sorted(rows(view)) == sorted(
        " ".join(filter(None, (p.message, p.cure))) for p in editor.report.problems
    )
    with qtbot.waitSignal(view.count_changed) as counted:
        editor.undo()
    assert counted.args == [0]


def test_root_causes_stand_first(editor: Editor, view: ProblemsView) -> None:
    break_root(editor)
    model = view.list.model()
    items = (model.index(i, 0).data(ITEM) for i in range(model.rowCount()))
    order = [p.consequence for p in items if isinstance(p, Problem)]
    assert order == sorted(order)
    assert {False, True} <= set(order)


@pytest.mark.parametrize("by", ["click", "enter"])
def test_choosing_a_problem_selects_its_node(
    qtbot: QtBot, editor: Editor, view: ProblemsView, by: str
) -> None:
    break_root(editor)
    first = view.list.model().index(0, 0)
    if by == "click":
        at = view.list.visualRect(first).center()
        qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        view.list.setCurrentIndex(first)
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert "conv1" in editor.selection


def test_a_problem_inside_a_block_opens_it(
    qtbot: QtBot, editor: Editor, view: ProblemsView
) -> None:
    break_inside(editor)
    problem = view.list.model().index(0, 0).data(ITEM)
    view.list.setCurrentIndex(view.list.model().index(0, 0))
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert editor.scope == "BasicBlock"
    prefix = problem.nodes[0].rpartition(".")[0]
    assert editor.prefix == prefix
    expected = {p.rpartition(".")[2] for p in problem.nodes if p.rpartition(".")[0] == prefix}
    assert editor.selection == expected


def test_a_narrow_view_wraps_and_cuts_nothing_off(
    qtbot: QtBot, editor: Editor, view: ProblemsView
) -> None:
    break_root(editor)
    first = view.list.model().index(0, 0)
    wide = view.list.visualRect(first).height()
    view.resize(220, 400)
    qtbot.waitUntil(lambda: view.list.visualRect(first).height() > wide)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_no_problems_says_so(qtbot: QtBot, colours: theme.Theme) -> None:
    view = ProblemsView(editor_on(PRESETS["lenet5"].network()))
    qtbot.addWidget(view)
    view.resize(700, 200)
    view.show()
    theme.apply(colours)
    image = view.list.viewport().grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width())
            for y in range(image.height())}  # fmt: skip
    assert colours.good in inks
    theme.apply(theme.LIGHT)
