"""The inspector's page of frames and notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.editor import Editor
from app.ui.inspector import Inspector
from app.ui.inspector.marks_page import MarksPage
from nodes.network import ROOT, Colour, Frame, Graph, Network, Node, Note
from nodes.network.edits.marks import NO_MARKS, Marks
from tests.app.ui.panels import WindowsShown, editor_on, type_into

FIRST = Frame("Stem", (0, 0, 300, 200))
OTHER = Frame("Head", (0, 400, 300, 200), Colour.RED)
NOTE = Note("# Why", (400, 0, 200, 100))
NODES = (Node("a", "ReLU", position=(20, 20)), Node("b", "ReLU", position=(20, 800)))


class Chosen:
    """A window's part in it: which marks are selected on the canvas."""

    def __init__(self, qtbot: QtBot) -> None:
        graph = Graph(NODES, frames=(FIRST, OTHER), notes=(NOTE,))
        self.editor: Editor = editor_on(Network("Marked", graph))
        self.marks = NO_MARKS
        self.inspector = Inspector(self.editor, lambda: self.marks)
        qtbot.addWidget(self.inspector)
        self.inspector.resize(260, 600)
        with qtbot.waitActive(self.inspector):
            self.inspector.show()
            self.inspector.activateWindow()

    def choose(self, *, frames: tuple[int, ...] = (), notes: tuple[int, ...] = ()) -> MarksPage:
        self.marks = Marks(frozenset(frames), frozenset(notes))
        self.inspector.follow_marks()
        assert isinstance(self.inspector.page, MarksPage)
        return self.inspector.page


@pytest.fixture
def chosen(qtbot: QtBot) -> Chosen:
    return Chosen(qtbot)


def test_a_frame_that_is_selected_opens_no_window_and_leaves_the_keys(chosen: Chosen) -> None:
    with WindowsShown() as kinds:
        page = chosen.choose(frames=(0,))
    assert not kinds
    assert page.facts.isVisible()
    assert chosen.inspector.isActiveWindow()


def test_a_frame_is_named_coloured_and_says_what_it_holds(qtbot: QtBot, chosen: Chosen) -> None:
    editor, before = chosen.editor, chosen.editor.network
    page = chosen.choose(frames=(0,))
    assert page.title is not None
    assert page.colours is not None
    assert "a" in page.facts.text()
    assert "1 node" in page.facts.text()
    type_into(qtbot, page.title.line, "Trunk")
    assert editor.graph.frames == (Frame("Trunk", FIRST.box), OTHER)
    QTest.mouseClick(page.colours.buttons[Colour.GREEN], Qt.MouseButton.LeftButton)
    assert editor.graph.frames[0].colour is Colour.GREEN
    assert page.colours.buttons[Colour.GREEN].isChecked()
    editor.undo()
    assert page.colours.buttons[Colour.GREY].isChecked()
    editor.undo()
    assert editor.network == before
    assert editor.undo_label is None


def test_several_frames_are_coloured_together(chosen: Chosen) -> None:
    page = chosen.choose(frames=(0, 1))
    assert page.title is None
    assert page.colours is not None
    assert not any(b.isChecked() for b in page.colours.buttons.values())
    QTest.mouseClick(page.colours.buttons[Colour.BLUE], Qt.MouseButton.LeftButton)
    assert {f.colour for f in chosen.editor.graph.frames} == {Colour.BLUE}
    chosen.editor.undo()
    assert chosen.editor.undo_label is None


@pytest.mark.parametrize("by", ["key", "leaving"])
def test_the_text_of_a_note_is_one_step(chosen: Chosen, by: str) -> None:
    page = chosen.choose(notes=(0,))
    assert page.text is not None
    page.text.setFocus()
    page.text.selectAll()
    QTest.keyClicks(page.text, "Because")
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    QTest.keyClicks(page.text, "of this")
    assert chosen.editor.graph.notes == (NOTE,)
    if by == "key":
        QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        page.text.clearFocus()
    assert chosen.editor.graph.notes[0].text == "Because\nof this"
    chosen.editor.undo()
    assert page.text.toPlainText() == "# Why"
    assert chosen.editor.undo_label is None


def test_escape_takes_back_what_was_written(chosen: Chosen) -> None:
    page = chosen.choose(notes=(0,))
    assert page.text is not None
    page.text.setFocus()
    QTest.keyClicks(page.text, "x")
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    page.text.clearFocus()
    assert chosen.editor.graph.notes == (NOTE,)
    assert chosen.editor.undo_label is None


def test_a_title_that_is_too_long_is_refused_below_it(qtbot: QtBot, chosen: Chosen) -> None:
    page = chosen.choose(frames=(1,))
    assert page.title is not None
    type_into(qtbot, page.title.line, "x" * 201)
    assert "200" in page.title.note.text()
    assert chosen.editor.graph.frames[1] == OTHER


def test_nodes_come_before_marks_and_the_network_after_them(chosen: Chosen) -> None:
    chosen.choose(frames=(0,), notes=(0,))
    chosen.editor.select(["a"])
    assert not isinstance(chosen.inspector.page, MarksPage)
    chosen.editor.select(())
    assert isinstance(chosen.inspector.page, MarksPage)
    chosen.marks = NO_MARKS
    chosen.inspector.follow_marks()
    assert not isinstance(chosen.inspector.page, MarksPage)
    assert chosen.editor.scope == ROOT
