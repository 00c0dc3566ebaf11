"""Blocks made on the canvas, what is offered there, and the place that one comes back to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.canvas import CanvasView
from app.ui.canvas.blocks import Blocks
from app.ui.editor import Editor
from nodes.network import ROOT, edits, wire
from tests.app.ui.canvas.conftest import Hand


def offered(canvas: CanvasView) -> dict[str, QPushButton]:
    offer = canvas.component(Blocks).offer
    if not offer.isVisible():
        return {}
    return {b.text(): b for b in offer.findChildren(QPushButton) if not b.isHidden()}


def test_a_block_is_made_with_a_name_and_parameters(editor: Editor, canvas: CanvasView) -> None:
    before = editor.network
    editor.select(["conv", "norm"])
    canvas.component(Blocks).make()
    (name,) = editor.selection
    block = editor.network.block(editor.graph.by_name[name].kind)
    assert [p.name for p in block.parameters] == ["out_channels"]
    assert block.parameters[0].default == 8
    assert offered(canvas) == {}
    editor.undo()
    assert editor.network == before


def test_other_places_of_the_pattern_are_offered_and_taken(
    editor: Editor, canvas: CanvasView
) -> None:
    editor.select(["left"])
    blocks = canvas.component(Blocks)
    blocks.make()
    assert blocks.offer.text == "One more place looks the same."
    offered(canvas)["Replace it"].click()
    (kind,) = {editor.graph.by_name[n].kind for n in editor.selection}
    assert len(editor.selection) == 2
    assert "right" not in editor.graph.by_name
    assert len(editor.graph.into("concat")) == 2
    assert offered(canvas) == {}
    blocks.select_instances(kind)
    assert len(editor.selection) == 2
    editor.undo()
    editor.undo()
    assert "left" in editor.graph.by_name


def test_an_offer_goes_with_the_next_edit_and_by_escape(
    editor: Editor, canvas: CanvasView, hand: Hand
) -> None:
    for end in (
        lambda: editor.apply("Rename", lambda n: edits.rename(n, ROOT, "lone", "alone")),
        lambda: hand.key(Qt.Key.Key_Escape),
        editor.undo,
    ):
        editor.select(["left"])
        canvas.component(Blocks).make()
        assert offered(canvas)
        end()
        assert not offered(canvas)
        while editor.undo_label:
            editor.undo()


def test_what_lacks_is_offered(editor: Editor, canvas: CanvasView) -> None:
    before = editor.network
    editor.select(["input", "conv", "norm"])
    canvas.component(Blocks).make()
    offered(canvas)["Select the others"].click()
    assert editor.selection == {"conv", "norm"}
    assert editor.network == before


def test_what_is_between_is_offered(editor: Editor, canvas: CanvasView) -> None:
    editor.apply(
        "Wire", lambda n: edits.connect(n, ROOT, wire("norm", "output", "concat", "inputs"))
    )
    editor.select(["conv", "concat"])
    canvas.component(Blocks).make()
    assert "norm" in canvas.component(Blocks).offer.text
    offered(canvas)["Select those too"].click()
    assert editor.selection == {"conv", "norm", "concat"}


def test_one_comes_back_to_the_place_that_was_in_view(
    editor: Editor, canvas: CanvasView, hand: Hand
) -> None:
    canvas.navigator.zoom_to(1.5)
    canvas.centerOn(300, 250)
    seen = canvas.navigator.seen()
    hand.key(Qt.Key.Key_Backspace)
    assert editor.scope == ROOT
    editor.select(["norm"])
    hand.key(Qt.Key.Key_Return)
    assert editor.scope == "Norm"
    canvas.navigator.zoom_to(2.0)
    hand.key(Qt.Key.Key_Backspace)
    assert editor.scope == ROOT
    assert editor.selection == {"norm"}
    assert all(abs(a - b) < 1 for a, b in zip(canvas.navigator.seen(), seen, strict=True))
    editor.enter("norm")
    assert canvas.navigator.zoom == 2.0


def test_a_document_that_is_opened_is_shown_as_a_whole(editor: Editor, canvas: CanvasView) -> None:
    canvas.navigator.zoom_to(3.0)
    editor.enter("norm")
    editor.open(editor.document)
    assert canvas.navigator.zoom <= 1
