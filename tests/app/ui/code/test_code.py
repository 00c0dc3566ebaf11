"""The code view follows the network and the selection, and a click on a line selects its node."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from app.codegen.source import Place
from app.ui import theme
from app.ui.code import CodeView
from app.ui.code.view import NONE, STALE
from app.ui.editor import Editor
from app.ui.window import MainWindow
from nodes.network import ROOT, edits
from nodes.network.document import Document
from presets import PRESETS
from tests.app.codegen.networks import NETWORKS
from tests.app.ui.panels import editor_on


@pytest.fixture
def editor() -> Editor:
    return editor_on(PRESETS["resnet18"].network())


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> CodeView:
    view = CodeView(editor)
    qtbot.addWidget(view)
    view.resize(800, 220)
    view.show()
    qtbot.waitUntil(lambda: view.code.toPlainText() != "")  # made after the first frame
    return view


def lines(editor: Editor, scope: str, name: str) -> tuple[int, ...]:
    assert editor.source is not None
    return editor.source.lines(Place(scope, name))


def marked(view: CodeView) -> list[int]:
    return [s.cursor.blockNumber() + 1 for s in view.code.extraSelections()]


def click(qtbot: QtBot, view: CodeView, line: int) -> None:
    cursor = QTextCursor(view.code.document().findBlockByNumber(line - 1))
    view.code.setTextCursor(cursor)
    at = view.code.cursorRect(cursor).center()
    qtbot.mouseClick(view.code.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_shows_the_code_of_the_network(editor: Editor, view: CodeView) -> None:
    assert editor.source is not None
    assert view.code.toPlainText() == view.text() == editor.source.text
    assert view.save.isEnabled()


def test_while_hidden_no_code_is_made(qtbot: QtBot, editor: Editor, view: CodeView) -> None:
    view.hide()
    before = view.code.toPlainText()
    editor.apply("", lambda n: edits.set_argument(n, ROOT, ["fc"], "out_features", 7))
    assert view.code.toPlainText() == before
    view.show()
    qtbot.waitUntil(lambda: view.code.toPlainText() != before)


def test_with_problems_the_last_good_code_stays(editor: Editor, view: CodeView) -> None:
    good = view.text()
    editor.apply("", lambda n: edits.set_argument(n, ROOT, ["conv1"], "kernel_size", 400))
    assert view.text() == good
    assert view.note.text() == STALE
    assert not view.save.isEnabled()
    editor.undo()
    assert view.text() == good
    assert view.note.text() == ""
    assert view.save.isEnabled()


def test_another_document_does_not_keep_the_code(editor: Editor, view: CodeView) -> None:
    network = edits.set_argument(editor.network, ROOT, ["conv1"], "kernel_size", 400)
    editor.open(Document(network, {}))
    assert view.text() == ""
    assert view.note.text() == NONE
    assert not view.copy.isEnabled()


def test_another_document_begins_at_its_top(editor: Editor, view: CodeView) -> None:
    editor.select(["fc"])
    bar = view.code.verticalScrollBar()
    assert bar.value() > 0
    network = editor.network
    editor.apply("Other", lambda n: edits.set_argument(n, ROOT, ["fc"], "out_features", 7))
    assert view.text()
    assert bar.value() > 0, "an edit keeps the place"
    editor.open(Document(network, {}))
    assert view.text()
    assert bar.value() == 0


def test_selecting_nodes_marks_their_lines_and_scrolls(editor: Editor, view: CodeView) -> None:
    view.code.verticalScrollBar().setValue(0)
    editor.select(["fc"])
    expected = lines(editor, ROOT, "fc")
    assert marked(view) == list(expected)
    first = view.code.firstVisibleBlock().blockNumber() + 1
    assert first > 1
    assert any(first <= line < first + 15 for line in expected)
    editor.select([])
    assert marked(view) == []


def test_a_click_on_a_line_selects_its_node(qtbot: QtBot, editor: Editor, view: CodeView) -> None:
    click(qtbot, view, lines(editor, ROOT, "fc")[-1])
    assert editor.selection == {"fc"}
    assert marked(view) == list(lines(editor, ROOT, "fc"))


def test_the_canvas_scrolls_to_the_node_of_a_line_unless_it_is_in_view(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.documents.open_preset("resnet18")
    window.show_dock("code")
    qtbot.waitUntil(lambda: window.code.code.toPlainText() != "")
    canvas, editor = window.canvas, window.editor
    canvas.zoom_reset()
    assert "fc" not in canvas.visible_paths()
    click(qtbot, window.code, lines(editor, ROOT, "fc")[-1])
    assert editor.selection == {"fc"}
    assert "fc" in canvas.visible_paths()
    left, top, right, bottom = canvas.layer.geometry.bounds(["fc"]) or (0, 0, 0, 0)
    seen = canvas.navigator.seen()
    assert seen[0] <= left < right <= seen[2]
    assert seen[1] <= top < bottom <= seen[3]
    click(qtbot, window.code, lines(editor, ROOT, "fc")[0])
    assert canvas.navigator.seen() == seen
    click(qtbot, window.code, lines(editor, "BasicBlock", "conv2")[0])
    assert editor.scope == "BasicBlock"
    assert any(path.endswith(".conv2") for path in canvas.visible_paths())


def test_the_keyboard_selects_too(qtbot: QtBot, editor: Editor, view: CodeView) -> None:
    line = lines(editor, ROOT, "conv1")[0]
    view.code.setTextCursor(QTextCursor(view.code.document().findBlockByNumber(line - 2)))
    assert editor.selection == frozenset()  # a cursor that moves by itself is no gesture
    qtbot.keyClick(view.code, Qt.Key.Key_Down)
    assert editor.selection == {"conv1"}


def test_a_line_inside_a_block_opens_it(qtbot: QtBot, editor: Editor, view: CodeView) -> None:
    click(qtbot, view, lines(editor, "BasicBlock", "conv2")[0])
    assert editor.scope == "BasicBlock"
    assert editor.selection == {"conv2"}
    assert marked(view) == list(lines(editor, "BasicBlock", "conv2"))


def test_a_line_of_no_node_changes_nothing(qtbot: QtBot, editor: Editor, view: CodeView) -> None:
    editor.select(["fc"])
    assert editor.source is not None
    assert not editor.source.at(1)
    click(qtbot, view, 1)
    assert editor.selection == {"fc"}


def test_lines_of_a_traceback_are_marked_until_the_code_changes(
    qtbot: QtBot, editor: Editor, view: CodeView
) -> None:
    view.highlight_lines([12, 20])
    assert marked(view) == [12, 20]
    first, _ = view.code.extraSelections()
    wrong = first.format.background().color()
    wrong.setAlphaF(1)
    assert wrong == QColor(theme.current().error)
    editor.apply("", lambda n: edits.set_argument(n, ROOT, ["fc"], "out_features", 7))
    qtbot.waitUntil(lambda: marked(view) == [])


def test_copy_and_save(qtbot: QtBot, view: CodeView) -> None:
    qtbot.mouseClick(view.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == view.text()
    with qtbot.waitSignal(view.save_requested):
        qtbot.mouseClick(view.save, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_every_colour_of_the_code_is_legible(
    qtbot: QtBot, view: CodeView, colours: theme.Theme
) -> None:
    """At least 4.5:1 against the background (WCAG 2.2, 1.4.3)."""
    theme.apply(colours)
    qtbot.waitUntil(lambda: theme.family_colour(colours, "Merge").name() in inks(view))
    used = inks(view)
    theme.apply(theme.LIGHT)
    assert len(used) >= 5
    assert {ink for ink in used if contrast(ink, colours.base) < 4.5} == set()


def inks(view: CodeView) -> set[str]:
    block, found = view.code.document().firstBlock(), set()
    while block.isValid():
        formats = block.layout().formats()
        found |= {f.format.foreground().color().name() for f in formats}
        block = block.next()
    return found


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    named = QColor(colour)
    channels = (named.redF(), named.greenF(), named.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_class_that_definitions_share_is_linked_to_the_one_that_is_shown(qtbot: QtBot) -> None:
    editor = editor_on(NETWORKS["blocks with other numbers of one name"])
    view = CodeView(editor)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.code.toPlainText() != "")
    (line,) = lines(editor, "Wide", "leave")
    assert lines(editor, "Narrow", "leave") == (line,)
    editor.enter("b")
    editor.select(["leave"])
    assert marked(view) == [line]
    editor.select([])
    click(qtbot, view, line)
    assert (editor.scope, editor.selection) == ("Wide", frozenset({"leave"}))
    editor.show_place(())
    click(qtbot, view, line)
    assert (editor.scope, editor.selection) == ("Narrow", frozenset({"leave"}))
