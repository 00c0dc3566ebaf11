"""Frames, notes and reroute points, by real events on the viewport."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui import settings
from app.ui.canvas import arranging
from app.ui.canvas.bends import Bends
from app.ui.canvas.framing import colour_names, hue
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.marking import Marking
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.canvas.surroundings import edges
from app.ui.clipboard import Clipboard
from app.ui.theme import DARK, LIGHT
from app.ui.window import MainWindow
from nodes.network import ROOT, Colour, Frame, Note, wire
from nodes.network.document import Document
from nodes.network.edits import marks
from nodes.network.edits.marks import NO_MARKS, Marks
from presets import PRESETS
from tests.app.ui.canvas.conftest import PLAIN, Hand

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FRAME = Frame("Branches", (210.0, 90.0, 460.0, 160.0))  # about left and right
TITLE = (220.0, 80.0)
NOTE = Note("# Why\n\nTwo branches", (-260.0, 300.0, 200.0, 120.0))
INPUT_RIGHT = wire("input", "output", "right", "input")
CONV_NORM = wire("conv", "output", "norm", "input")
ONE = Marks(frozenset({0}))


@pytest.fixture
def framed(hand: Hand) -> Iterator[Hand]:
    hand.editor.apply("Frame", lambda n: marks.add_frame(n, "", FRAME))
    hand.editor.apply("Note", lambda n: marks.add_note(n, "", NOTE))
    settings.set_flag("snap", False)
    yield hand
    settings.set_flag("snap", True)


def box(hand: Hand) -> tuple[float, ...]:
    return hand.editor.graph.frames[0].box


def place(hand: Hand, name: str) -> tuple[float, float]:
    return hand.editor.graph.by_name[name].position


def chosen(hand: Hand) -> Marks:
    return hand.canvas.layer.look.marks


def pointer(hand: Hand, at: tuple[float, float]) -> Pointer:
    return Pointer(QPointF(*at), QPointF(hand.at(*at)), PLAIN)


# --- frames --------------------------------------------------------------------------------------


def test_a_frame_takes_along_what_lies_in_it(framed: Hand) -> None:
    before = framed.editor.network
    framed.drag(TITLE, (TITLE[0] + 40, TITLE[1] + 25))
    assert box(framed) == (250, 115, 460, 160)
    assert place(framed, "left") == (270, 155)
    assert place(framed, "right") == (500, 155)
    assert place(framed, "concat") == (340, 260)
    framed.editor.undo()
    assert framed.editor.network == before


def test_with_ctrl_a_frame_goes_alone(framed: Hand) -> None:
    framed.press(TITLE, CONTROL)
    framed.move((TITLE[0] + 30, TITLE[1]))
    framed.move((TITLE[0] + 40, TITLE[1]))
    framed.release((TITLE[0] + 40, TITLE[1]), CONTROL)
    assert box(framed) == (250, 90, 460, 160)
    assert place(framed, "left") == (230, 130)


def test_escape_while_a_frame_is_dragged_leaves_everything(framed: Hand) -> None:
    before = framed.editor.network
    framed.pull(TITLE, (500, 400))
    assert framed.canvas.gesture is not None
    framed.key(Qt.Key.Key_Escape)
    framed.release((500, 400))
    assert framed.editor.network is before
    assert framed.canvas.layer.look.shift is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((670, 200), (720, 200), (210, 90, 510, 160)),
        ((640, 250), (640, 300), (210, 90, 460, 210)),
        ((210, 200), (160, 200), (160, 90, 510, 160)),
        ((670, 250), (700, 260), (210, 90, 490, 170)),
        ((670, 200), (0, 200), (210, 90, 60, 160)),  # not to nothing
    ],
)
def test_its_edges_are_dragged(
    framed: Hand,
    start: tuple[float, float],
    end: tuple[float, float],
    expected: tuple[float, ...],
) -> None:
    framed.drag(start, end)
    assert box(framed) == expected
    assert place(framed, "left") == (230, 130)
    framed.editor.undo()
    assert box(framed) == FRAME.box


def test_a_double_click_on_the_title_renames(framed: Hand) -> None:
    def rename(text: str, key: Qt.Key) -> None:
        at = framed.at(*TITLE)
        QTest.mouseDClick(framed.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
        field = framed.canvas.viewport().findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, key)

    rename("Arms", Qt.Key.Key_Return)
    assert framed.editor.graph.frames[0].title == "Arms"
    assert framed.editor.undo_label == "Rename frame"
    rename("Legs", Qt.Key.Key_Escape)
    assert framed.editor.graph.frames[0].title == "Arms"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_so_do_keys_where_it_is_selected(framed: Hand, key: Qt.Key) -> None:
    framed.click(TITLE)
    framed.key(key)
    field = framed.canvas.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Arms")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert framed.editor.graph.frames[0].title == "Arms"
    assert framed.canvas.hasFocus()


def test_it_is_selected_and_deleted_without_its_content(framed: Hand) -> None:
    framed.click(TITLE)
    assert chosen(framed) == ONE
    assert framed.editor.selection == frozenset()
    framed.key(Qt.Key.Key_Delete)
    assert not framed.editor.graph.frames
    assert "left" in framed.editor.graph.by_name
    assert chosen(framed) == NO_MARKS
    framed.editor.undo()
    assert framed.editor.graph.frames == (FRAME,)


def test_escape_and_an_empty_place_select_nothing(framed: Hand) -> None:
    framed.click(TITLE)
    framed.key(Qt.Key.Key_Escape)
    assert chosen(framed) == NO_MARKS
    framed.click(TITLE)
    framed.click((700, 480))
    assert chosen(framed) == NO_MARKS


def test_everything_is_selected_and_deleted_in_one_step(framed: Hand) -> None:
    before = framed.editor.network
    framed.canvas.select_all()
    framed.canvas.delete_selection()
    graph = framed.editor.graph
    assert (graph.nodes, graph.frames, graph.notes) == ((), (), ())
    framed.editor.undo()
    assert framed.editor.network == before


def test_the_menu_has_its_colours(framed: Hand) -> None:
    marking = framed.canvas.component(Marking)
    menu = marking.menu(pointer(framed, TITLE))
    assert menu is not None
    texts = [a.text() for a in menu.actions() if a.text()]
    assert texts == ["Rename Frame", *colour_names().values(), "Delete"]
    next(a for a in menu.actions() if a.text() == "Green").trigger()
    assert framed.editor.graph.frames[0].colour is Colour.GREEN


@pytest.mark.parametrize("colour", list(Colour))
def test_every_colour_is_seen_in_both_themes(colour: Colour) -> None:
    assert hue(LIGHT, colour) != hue(DARK, colour)
    assert colour in colour_names()


def test_a_frame_is_put_about_the_selection(hand: Hand) -> None:
    hand.editor.select({"left", "right"})
    arranging.frame_selection(hand.canvas)
    assert hand.editor.graph.frames[0].box == (214, 120, 452, 122)
    field = hand.canvas.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Arms")
    hand.click((700, 480))  # a click elsewhere accepts
    assert hand.editor.graph.frames[0].title == "Arms"


def test_a_card_is_taken_before_the_frame_behind_it(framed: Hand) -> None:
    framed.drag(framed.card("left"), (framed.card("left")[0], framed.card("left")[1] + 40))
    assert place(framed, "left") == (230, 170)
    assert box(framed) == FRAME.box


@pytest.mark.parametrize("zoom", [1.0, 0.7, 0.5, 0.2])
def test_a_title_does_not_cover_the_foot_of_the_card_above(hand: Hand, zoom: float) -> None:
    canvas = hand.canvas
    hand.editor.select(["conv", "norm"])
    arranging.frame_selection(canvas)
    field = canvas.viewport().findChild(QLineEdit)
    assert field is not None  # it is edited at once
    QTest.keyClicks(field, "Stem")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hand.editor.graph.frames[0].title == "Stem"
    canvas.navigator.zoom_to(zoom)
    canvas.grab()
    hand.click((20.0, CARD_HEIGHT - 2))
    assert hand.editor.selection == {"input"}
    assert chosen(hand) == NO_MARKS
    left, top, width, _ = hand.editor.graph.frames[0].box
    places = [(left + 5, top - 5), (left + width + 10 / zoom, top + 5), (left - 10 / zoom, top + 5)]
    assert any(
        found is not None and found.mark == ONE and not found.sides
        for found in (canvas.component(Marking).hit(pointer(hand, p)) for p in places)
    )


def test_from_afar_a_title_stands_beside_its_frame_and_clear_of_captions(hand: Hand) -> None:
    canvas = hand.canvas
    hand.editor.open(Document(PRESETS["lenet5"].network(), {}))
    for name, frame in ("conv1", "First"), ("conv2", "Second"):
        hand.editor.select([name])
        canvas.select_wires(())
        arranging.frame_selection(canvas)
        field = canvas.viewport().findChildren(QLineEdit)[-1]
        QTest.keyClicks(field, frame)
        QTest.keyClick(field, Qt.Key.Key_Return)
    canvas.navigator.zoom_to(0.25)
    marking, layer = canvas.component(Marking), canvas.layer
    begin, end = layer.stages.across(layer.labels, 0.25)
    assert begin < end
    for k in (0, 1):
        left, top, width, _ = hand.editor.graph.frames[k].box
        mark = Marks(frozenset({k}))
        found = [
            x
            for x in np.arange(begin - 400, left + width + 400, 4)
            if (hit := marking.hit(pointer(hand, (x, top + 20)))) is not None
            and hit.mark == mark
            and not hit.sides
        ]
        assert found
        assert max(found) < begin or min(found) > left + width


def test_a_frame_is_copied_with_what_lies_in_it(framed: Hand) -> None:
    window = SimpleNamespace(canvas=framed.canvas, editor=framed.editor)
    clipboard = Clipboard(cast(MainWindow, window))
    framed.click(TITLE)
    clipboard.duplicate()
    assert framed.editor.graph.frames[1].box == (250, 130, 460, 160)
    assert framed.editor.selection == {"left2", "right2"}
    assert chosen(framed) == Marks(frozenset({1}))
    framed.editor.undo()
    framed.canvas.select_wires((), ONE)
    clipboard.cut()
    assert not framed.editor.graph.frames
    assert "left" not in framed.editor.graph.by_name
    clipboard.paste()
    assert {"left", "right"} <= framed.editor.graph.by_name.keys()
    assert framed.editor.graph.frames[0].title == "Branches"
    for _ in range(2):  # clear of all else, and in view
        clipboard.paste()
        assert clear_of_others(framed)
        pasted = framed.canvas.layer.geometry.bounds(framed.editor.selection)
        assert pasted is not None
        assert framed.canvas.navigator.sees(pasted)


def clear_of_others(hand: Hand) -> bool:
    cards = [n.position for n in hand.editor.graph.nodes]
    return not any(
        abs(a - c) < CARD_WIDTH and abs(b - d) < CARD_HEIGHT
        for k, (a, b) in enumerate(cards)
        for c, d in cards[:k]
    )


# --- notes ---------------------------------------------------------------------------------------


def test_a_note_is_moved_and_its_text_changed(framed: Hand) -> None:
    framed.drag((-200, 400), (-180, 420))
    assert framed.editor.graph.notes[0].box == (-240, 320, 200, 120)
    at = framed.at(-180, 400)
    QTest.mouseDClick(framed.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
    field = framed.canvas.viewport().findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Because")
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert framed.editor.graph.notes[0].text == "Because"
    assert framed.editor.undo_label == "Edit note"


def test_a_new_note_is_asked_for_its_text(hand: Hand) -> None:
    arranging.new_note(hand.canvas)
    (note,) = hand.editor.graph.notes
    cards = hand.canvas.layer.geometry.cards_in(edges(note.box))
    assert not len(cards)  # it lies on nothing else
    field = hand.canvas.viewport().findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "f")  # which is a shortcut elsewhere
    hand.canvas.setFocus()
    assert hand.editor.graph.notes[0].text == "f"


def test_what_was_written_into_a_new_note_outlives_esc(hand: Hand) -> None:
    arranging.new_note(hand.canvas)
    field = hand.canvas.viewport().findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Why")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert hand.editor.graph.notes[0].text == "Why"
    hand.canvas.component(Marking).edit(Marks(notes=frozenset({0})))
    for field in hand.canvas.viewport().findChildren(QPlainTextEdit):
        if field.isVisible():
            QTest.keyClicks(field, " not")
            QTest.keyClick(field, Qt.Key.Key_Escape)  # of an old one it forgets the change
    assert hand.editor.graph.notes[0].text == "Why"


def test_a_note_with_a_wire_over_it_is_taken_beside_the_wire(hand: Hand) -> None:
    x, y = hand.canvas.layer.geometry.middle(wire("conv", "output", "norm", "input"))
    note = Note("Here", (x - 40, y - 12, 80, 24))
    hand.editor.apply("Add note", lambda n: marks.add_note(n, ROOT, note))
    hand.click((x + 8, y))
    assert chosen(hand) == Marks(notes=frozenset({0}))
    hand.click((x, y))
    assert chosen(hand) == NO_MARKS
    assert hand.canvas.selected_wires


def test_arrows_move_what_is_selected_of_all_kinds(framed: Hand) -> None:
    framed.editor.select({"conv"})
    framed.canvas.select_wires((), Marks(frozenset({0}), frozenset({0})))
    framed.editor.apply("Bend", lambda n: marks.lead(n, "", CONV_NORM, [(95, 240)]))
    framed.drag(framed.card("conv"), (framed.card("conv")[0] + 20, framed.card("conv")[1]))
    assert place(framed, "conv") == (20, 130)
    assert box(framed)[0] == 230
    assert framed.editor.graph.notes[0].box[0] == -240
    assert place(framed, "left") == (250, 130)


def test_marks_are_painted_at_every_zoom(framed: Hand) -> None:
    for zoom in (0.06, 0.2, 0.35, 0.6, 1.0, 2.0):
        framed.canvas.navigator.zoom_to(zoom)
        with_marks = framed.canvas.grab().toImage()
        framed.editor.undo()
        framed.editor.undo()
        assert framed.canvas.grab().toImage() != with_marks
        framed.editor.redo()
        framed.editor.redo()


# --- reroute points ------------------------------------------------------------------------------


def middle(hand: Hand) -> tuple[float, float]:
    return hand.canvas.layer.geometry.middle(CONV_NORM)


def test_a_double_click_on_a_wire_adds_a_point(hand: Hand) -> None:
    x, y = middle(hand)
    at = hand.at(x, y)
    QTest.mouseDClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
    ((led, points),) = hand.editor.graph.bends
    assert led == CONV_NORM
    assert points[0] == pytest.approx((x, y), abs=1)
    assert chosen(hand).points == {(CONV_NORM, 0)}
    hand.key(Qt.Key.Key_Delete)
    assert hand.editor.graph.bends == ()
    assert CONV_NORM in hand.editor.graph.wires


def test_a_wire_is_pulled_aside_with_alt_and_back_onto_its_line(hand: Hand) -> None:
    x, y = middle(hand)
    hand.press((x, y), ALT)
    hand.move((x - 40, y))
    hand.move((x - 80, y))
    hand.release((x - 80, y))
    ((_, ((px, py),)),) = hand.editor.graph.bends
    assert (px, py) == pytest.approx((x - 80, y), abs=6)
    assert hand.editor.undo_label == "Add reroute point"
    course = hand.canvas.layer.geometry.courses[hand.canvas.layer.geometry.wire_index[CONV_NORM]]
    assert course[:, 0].min() < x - 60
    hand.drag((px, py), (x, y))
    assert hand.editor.graph.bends == ()
    hand.editor.undo()
    assert len(hand.editor.graph.bends) == 1


def test_points_move_with_both_their_nodes(hand: Hand) -> None:
    hand.editor.apply("Bend", lambda n: marks.lead(n, "", CONV_NORM, [(20.0, 240.0)]))
    hand.editor.select({"conv", "norm"})
    start = hand.card("conv")
    hand.drag(start, (start[0] - 100, start[1]))
    x, _ = place(hand, "conv")
    assert hand.editor.graph.points[CONV_NORM] == ((20.0 + x, 240.0),)


def test_escape_while_a_point_is_dragged_leaves_it(hand: Hand) -> None:
    hand.editor.apply("Bend", lambda n: marks.lead(n, "", CONV_NORM, [(20.0, 240.0)]))
    before = hand.canvas.layer.geometry.courses.copy()
    hand.pull((20, 240), (-100, 300))
    assert (hand.canvas.layer.geometry.courses != before).any()
    hand.key(Qt.Key.Key_Escape)
    assert (hand.canvas.layer.geometry.courses == before).all()
    assert hand.editor.graph.points[CONV_NORM] == ((20.0, 240.0),)


def test_the_menu_of_a_point(hand: Hand) -> None:
    hand.editor.apply("Bend", lambda n: marks.lead(n, "", CONV_NORM, [(20.0, 240.0)] * 2))
    menu = hand.canvas.component(Bends).menu(pointer(hand, (20, 240)))
    assert menu is not None
    assert [a.text() for a in menu.actions()] == ["Remove reroute point", "Straighten wire"]
    menu.actions()[1].trigger()
    assert hand.editor.graph.bends == ()


def test_the_tip_of_a_point(hand: Hand) -> None:
    bends = hand.canvas.component(Bends)
    assert bends.tip(pointer(hand, (20, 240))) == ""
    hand.editor.apply("Bend", lambda n: marks.lead(n, "", CONV_NORM, [(20.0, 240.0)]))
    assert "remove" in bends.tip(pointer(hand, (20, 240)))
