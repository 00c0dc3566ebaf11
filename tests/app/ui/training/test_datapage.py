"""The page on a recipe's data, with a real worker that looks into it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.training.messages import DataRefused, Fault, Pictures
from app.training.messages.studio import GIVEN_UP
from app.training.recipe import Recipe
from app.ui.editor import Editor
from app.ui.training.datapage import DataPage, Samples
from app.ui.training.faults import Faults
from nodes.network import ROOT
from nodes.network.document import Document
from nodes.network.edits import set_argument
from presets import PRESETS

LONG = 60_000  # ms; a limit for facts


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(Document(PRESETS["lenet5"].network(), Recipe().write()))
    return editor


def test_names_of_samples_are_told_with_their_pictures_or_not_at_all(qtbot: QtBot) -> None:
    samples = Samples()
    qtbot.addWidget(samples)
    event = Pictures(2, 1, 2, 2, (1, 3))
    samples.show_pictures(event, bytes(2 * 4))
    samples.name(("cat", "dog"))
    assert samples.names == ["dog", "3"]
    samples.clear()
    samples.name(("cat", "dog", "cow"))
    assert samples.names == []
    assert samples.pictures == []


def test_flaws_take_the_place_of_those_before_at_once(qtbot: QtBot) -> None:
    faults = Faults()
    qtbot.addWidget(faults)
    faults.show()
    faults.show_faults([Fault("empty", "One class has no images.")])
    (before,) = faults.notes
    qtbot.waitUntil(before.isVisible)
    faults.show_faults([Fault("one", "All images are of one class.")])
    assert not before.isVisible()
    assert faults.text == "All images are of one class."


def test_the_page_shows_what_the_data_holds_and_what_is_wrong(
    qtbot: QtBot, editor: Editor, tmp_path: Path
) -> None:
    page = DataPage(editor)
    qtbot.addWidget(page)
    page.resize(1200, 260)
    asked: list[object] = []
    page.studio.told.connect(lambda event, payload: asked.append(event))
    page.show()
    qtbot.waitUntil(lambda: page.classes.rowCount() == 10, timeout=LONG)
    assert page.state.text() == "1,438 images to learn from and 359 for validation, in 10 classes"
    assert len(page.samples.pictures) == 64
    assert page.samples.names[:11] == [*"01234567890"]
    assert page.samples.heightForWidth(400) > page.samples.heightForWidth(1000)
    item = page.classes.item(0, 1)
    assert item is not None
    assert int(item.text()) > 100
    before = len(asked)

    editor.set_recipe(msgspec.structs.replace(editor.recipe, learning_rate=0.5))
    editor.set_recipe(msgspec.structs.replace(editor.recipe, data=str(tmp_path)))
    qtbot.waitUntil(lambda: len(asked) > before, timeout=LONG)
    assert str(tmp_path) in page.state.text() or tmp_path.name in page.state.text()
    assert page.samples.pictures == []
    assert page.classes.rowCount() == 0

    editor.apply("Break", lambda n: set_argument(n, ROOT, ["conv1"], "kernel_size", 99))
    assert not editor.report.ok
    qtbot.waitUntil(lambda: "no problems" in page.state.text(), timeout=LONG)
    page.hide()
    editor.undo()
    editor.undo()
    page.show()
    qtbot.waitUntil(lambda: page.classes.rowCount() == 10, timeout=LONG)
    page.hide()


def test_what_was_given_up_is_not_told(qtbot: QtBot, editor: Editor) -> None:
    page = DataPage(editor)
    qtbot.addWidget(page)
    page.take(DataRefused(GIVEN_UP), b"")
    assert page.state.text() == ""
    page.take(DataRefused("The folder is empty."), b"")
    assert page.state.text() == "The folder is empty."


def test_a_flaw_is_mended_by_a_press_and_undone(qtbot: QtBot, editor: Editor) -> None:
    editor.apply("Less", lambda n: set_argument(n, ROOT, ["fc3"], "out_features", 7))
    page = DataPage(editor)
    qtbot.addWidget(page)
    page.show()
    before = editor.snapshot

    def words() -> list[str]:
        return [button.text() for button in page.faults.buttons]

    def press(text: str) -> None:
        qtbot.waitUntil(lambda: text in words(), timeout=LONG)
        page.faults.buttons[words().index(text)].click()

    press("Take the First 7 Classes")
    assert editor.recipe.classes == 7
    qtbot.waitUntil(lambda: page.classes.rowCount() == 7, timeout=LONG)
    assert "the first 7 of 10 classes" in page.facts.text()
    assert "7 numbers" not in page.faults.text
    editor.undo()
    press("Give the Network 10 Classes")
    assert editor.report.outputs == ((10,),)
    assert editor.recipe == Recipe()
    assert editor.undo_label == "Give the Network 10 Classes"
    editor.undo()
    assert editor.snapshot == before
    # a press does not wait for the page to have looked again
    qtbot.waitUntil(lambda: "Give the Network 10 Classes" in words(), timeout=LONG)
    editor.set_recipe(msgspec.structs.replace(editor.recipe, seed=5))
    press("Give the Network 10 Classes")
    assert editor.report.outputs == ((10,),)
    assert editor.recipe.seed == 5
    page.hide()


def test_what_is_chosen_is_the_data_of_the_recipe(
    qtbot: QtBot, editor: Editor, tmp_path: Path
) -> None:
    page = DataPage(editor)
    qtbot.addWidget(page)
    page.choose.chosen.emit(str(tmp_path))
    assert editor.recipe.data == str(tmp_path)
    page.choose.refused.emit("“pets” is no table.")
    assert page.state.text() == "“pets” is no table."
