"""Repairs and advice in the window: shown with their previews, made by a click, undone at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.advice import Advice, Repair, repairing
from app.analysis import Problem, Report, analyse
from app.ui import settings
from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from app.ui.problems import NodeMenu, ProblemsView
from app.ui.problems.model import ITEM
from nodes.network import ROOT, Network, edits
from presets import PRESETS
from tests.app.advice.samples import textbook_inception
from tests.app.ui.panels import editor_on
from tests.networks import PUBLISHED


def shown(qtbot: QtBot, editor: Editor) -> ProblemsView:
    view = ProblemsView(editor)
    qtbot.addWidget(view)
    view.resize(900, 260)
    with qtbot.waitSignal(view.advised):
        view.show()
    return view


@pytest.fixture
def broken() -> Editor:
    return editor_on(textbook_inception())


@pytest.fixture
def advised(qtbot: QtBot) -> Iterator[ProblemsView]:
    settings.set_advice_off([])
    yield shown(qtbot, editor_on(PRESETS["resnet18"].network()))
    settings.set_advice_off([])


def broken_resnet(kernel: int) -> Network:
    """One with a window too large at its beginning, for which there is much to try."""
    return edits.set_argument(
        PUBLISHED["resnet152"].build(224), ROOT, ["conv1"], "kernel_size", kernel
    )


def texts(view: ProblemsView) -> str:
    said = "\n".join(label.text() for label in view.pane.findChildren(QLabel))
    return said.replace("\N{NO-BREAK SPACE}", " ")


def opened(qtbot: QtBot) -> list[str]:
    """The entries of the menu that opens, which is closed again."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [a.text() for a in menu.actions()]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
    return entries


def point_of(canvas: CanvasView, name: str) -> QPoint:
    """Somewhere on the card of a node."""
    found = canvas.layer.geometry.node_at
    area = canvas.viewport().rect()
    points = (QPoint(x, y) for y in range(0, area.height(), 4) for x in range(0, area.width(), 4))
    scene = ((p, canvas.scene_point(p.toPointF())) for p in points)
    return next(p for p, at in scene if found(at.x(), at.y()) == name)


def test_the_first_problem_shows_its_repairs_with_shapes_and_cost(
    qtbot: QtBot, broken: Editor
) -> None:
    view = shown(qtbot, broken)
    assert len(view.pane.buttons) > 1
    said = texts(view)
    assert "conv3: 32×11×11 → 32×14×14" in said
    assert "concat: ? → 256×14×14" in said
    assert "+0 parameters;  +8.11 MMACs" in said


@pytest.mark.parametrize("by", ["click", "enter"])
def test_one_press_mends_the_textbook_inception(qtbot: QtBot, broken: Editor, by: str) -> None:
    before = broken.network
    view = shown(qtbot, broken)
    button = view.pane.buttons[0]
    if by == "click":
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert broken.report.ok
    assert broken.selection == {"conv2b", "pool", "conv3", "conv4b", "conv4c"}
    broken.undo()
    assert broken.network is before


def test_a_repair_inside_a_block_shows_the_block(qtbot: QtBot) -> None:
    editor = editor_on(PRESETS["resnet18"].network())
    view = shown(qtbot, editor)
    (advice,) = view.advice
    view.mend(view.repairs_of(advice)[0], advice)
    assert editor.scope == "Downsample"
    assert "0" in editor.selection


def test_the_node_that_was_mended_comes_into_view(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    with qtbot.waitSignal(view.revealed):
        view.pane.buttons[0].click()


def test_advice_stands_below_the_problems_under_a_heading(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    model = view.list.model()
    kinds = [type(model.index(i, 0).data(ITEM)).__name__ for i in range(model.rowCount())]
    assert kinds[0] == "Problem"
    heading = kinds.index("str")
    assert set(kinds[heading + 1 :]) == {"Advice"}
    assert not model.flags(model.index(heading, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_problem_that_arises_is_in_sight_and_chosen_sooner_than_advice(
    qtbot: QtBot, advised: ProblemsView
) -> None:
    advised.resize(500, 70)
    assert isinstance(advised.current, Advice)
    with qtbot.waitSignal(advised.advised):
        advised._editor.apply(
            "", lambda n: edits.set_argument(n, ROOT, ["conv1"], "kernel_size", 400)
        )
    first = advised.list.model().index(0, 0)
    assert isinstance(first.data(ITEM), Problem)
    assert advised.current == first.data(ITEM)
    assert advised.list.viewport().rect().contains(advised.list.visualRect(first).center())


def test_advice_is_no_problem(advised: ProblemsView) -> None:
    assert advised.advice
    assert advised.count == 0


def test_advice_shows_reason_and_source(advised: ProblemsView) -> None:
    assert isinstance(advised.current, Advice)
    said = texts(advised)
    assert advised.current.reason in said
    assert advised.current.source in said


def test_advice_can_be_switched_off_and_on_again(qtbot: QtBot, advised: ProblemsView) -> None:
    index = advised.list.currentIndex()
    menu = advised.menu_at(index)
    entry = next(a for a in menu.actions() if a.text().startswith("Do not show"))
    with qtbot.waitSignal(advised.advised):
        entry.trigger()
    assert not advised.advice
    assert list(settings.advice_off()) == ["strided-projection"]
    advised.rules.menu.aboutToShow.emit()
    rule = next(a for a in advised.rules.menu.actions() if a.objectName() == "strided-projection")
    assert not rule.isChecked()
    with qtbot.waitSignal(advised.advised):
        rule.trigger()
    assert advised.advice


def test_the_menu_of_a_row_offers_its_repairs(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    entries = [a.text() for a in view.menu_at(view.list.model().index(0, 0)).actions()]
    assert entries[0].startswith("Give conv2b")


def test_the_first_problem_is_mended_by_one_key(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    view.mend_first()
    assert broken.report.ok


def test_a_red_node_offers_its_repairs_on_the_canvas(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    canvas = CanvasView(broken)
    qtbot.addWidget(canvas)
    menu = NodeMenu(canvas, view)
    assert menu.menu_for("conv2a") is None
    found = menu.menu_for("concat")
    assert found is not None
    found.actions()[0].trigger()
    assert broken.report.ok


def test_a_press_of_the_other_button_opens_the_menu_of_a_node(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    canvas = CanvasView(broken)
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    with qtbot.waitExposed(canvas):
        canvas.show()
    menus = NodeMenu(canvas, view)
    canvas.customContextMenuRequested.emit(point_of(canvas, "concat"))
    assert opened(qtbot)[0].startswith("Give conv2b")
    assert menus.menu_for("concat") is not None


def test_a_press_of_the_other_button_opens_the_menu_of_a_row(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    view.list.customContextMenuRequested.emit(QPoint(20, 10))
    assert opened(qtbot)[0].startswith("Give conv2b")


def test_where_nothing_is_known_to_help_it_is_said(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    view.pane.show_repairs(view.current, ())
    assert "No repair is known" in texts(view)


def test_the_menu_opens_where_nothing_stands(qtbot: QtBot, broken: Editor) -> None:
    view = shown(qtbot, broken)
    menu = view.menu_at(view.list.indexAt(QPoint(10, 10_000)))
    assert any(a.menu() is view.rules.menu for a in menu.actions())


# --- step by step ---------------------------------------------------------------------------------


def test_repairs_of_a_network_that_changed_are_let_go(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Network] = []

    def counted(network: Network, report: Report, problem: Problem) -> Iterator[tuple[Repair, ...]]:
        for found in repairing(network, report, problem):
            tried.append(network)
            yield found

    monkeypatch.setattr("app.ui.problems.view.repairing", counted)
    editor = editor_on(broken_resnet(400))
    view = ProblemsView(editor)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: bool(tried))
    old = editor.network
    with qtbot.waitSignal(view.advised):
        editor.apply("", lambda n: edits.set_argument(n, ROOT, ["conv1"], "kernel_size", 500))
    steps = len(list(repairing(old, analyse(old), analyse(old).problems[0])))
    assert 0 < tried.count(old) < steps
    assert old not in tried[tried.index(editor.network) :]
    assert tried.count(editor.network) == steps
    assert "500" in view.list.currentIndex().data()


def test_repairs_are_shown_as_they_are_found(qtbot: QtBot) -> None:
    view = ProblemsView(editor_on(broken_resnet(400)))
    qtbot.addWidget(view)
    shown: list[int] = []
    view.advised.connect(lambda: shown.append(len(view.pane.buttons)))
    view.show()
    qtbot.waitUntil(lambda: bool(view.pane.buttons))
    assert not shown
    assert "No repair is known" not in texts(view)
    qtbot.waitUntil(lambda: bool(shown))
    (problem, *_) = analyse(broken_resnet(400)).problems
    assert shown == [len(view.repairs_of(problem))]


def test_a_repair_that_was_tried_on_another_network_is_not_made(
    qtbot: QtBot, broken: Editor
) -> None:
    view = shown(qtbot, broken)
    (button, *_) = view.pane.buttons
    broken.apply("", lambda n: edits.set_argument(n, ROOT, ["conv1"], "out_channels", 32))
    edited = broken.network
    button.click()
    assert broken.network is edited
    with qtbot.waitSignal(view.advised):
        pass
    view.pane.buttons[0].click()
    assert broken.report.ok


@pytest.mark.parametrize(
    ("rule", "says"),
    [("untrusted", "trust it"), ("pending", "once that is known"), ("custom-code", "change it")],
)
def test_what_is_wrong_with_code_is_mended_in_the_code(
    qtbot: QtBot, broken: Editor, rule: str, says: str
) -> None:
    """To take the layer out would mend it too, and is nothing to offer."""
    view = shown(qtbot, broken)
    problem = Problem(rule, ("conv1",), "conv1: nothing is known of it.")
    assert view.repairs_of(problem) == ()
    view.pane.show_repairs(problem, ())
    assert says in texts(view)
