"""The page on augmentation, without a worker: what it asks for, and what it edits."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.training.messages import DataRefused, Draw, Drawn
from app.training.recipe import Recipe
from app.ui.augmenting.dials import TOPS, Dial, Slider
from app.ui.augmenting.page import DRAWS, STARTS, AugmentationPage
from app.ui.editor import Editor
from nodes.network import ROOT
from nodes.network.document import Document
from nodes.network.edits import set_argument
from presets import PRESETS


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(Document(PRESETS["lenet5"].network(), Recipe().write()))
    return editor


class Studio:
    """Keeps what is asked for, in the place of a worker."""

    def __init__(self, page: AugmentationPage, monkeypatch: pytest.MonkeyPatch) -> None:
        self._page = page
        self.asked: list[Draw] = []
        monkeypatch.setattr(page.studio, "ask", self.asked.append)

    def answer(self) -> None:
        told = Drawn(self.asked[-1].index % 9, 9, DRAWS, 1, 4, 4, "zero")
        self._page.take(told, bytes(16 * (DRAWS + 1)))


@pytest.fixture
def page(qtbot: QtBot, editor: Editor) -> AugmentationPage:
    page = AugmentationPage(editor)
    qtbot.addWidget(page)
    page.resize(1200, 260)
    return page


@pytest.fixture
def studio(page: AugmentationPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Studio:
    found = Studio(page, monkeypatch)
    with qtbot.waitExposed(page):
        page.show()
    return found


def slider(page: AugmentationPage, name: str) -> Slider:
    dial = page.settings.all[name]
    assert isinstance(dial, Dial)
    assert dial.slider is not None
    return dial.slider


def test_every_edit_is_drawn_and_none_while_an_answer_is_waited_for(
    page: AugmentationPage, studio: Studio, editor: Editor
) -> None:
    assert [asked.recipe.rotate for asked in studio.asked] == [0]
    assert studio.asked[0].input_shape == (1, 32, 32)
    for degrees in (5.0, 10.0, 15.0):
        editor.set_recipe(replace(editor.recipe, rotate=degrees))
    assert len(studio.asked) == 1
    studio.answer()
    assert [asked.recipe.rotate for asked in studio.asked] == [0, 15]
    assert page.which.text() == "Image 1 of 9: zero"
    studio.answer()
    assert page.note.isHidden()
    editor.set_recipe(replace(editor.recipe, learning_rate=0.5))  # of which nothing is seen
    assert len(studio.asked) == 2
    editor.set_recipe(replace(editor.recipe, rotate=0.0))
    studio.answer()
    assert "Pull a slider" in page.note.text()


def test_another_image_and_other_epochs(page: AugmentationPage, studio: Studio) -> None:
    studio.answer()
    page.before.click()
    assert studio.asked[-1].index == 8
    studio.answer()
    QTest.keyClick(page.draws, Qt.Key.Key_Right)
    assert studio.asked[-1].index == 0
    studio.answer()
    page.again.click()
    assert (studio.asked[-1].first, studio.asked[-1].count) == (1 + DRAWS, DRAWS)
    studio.answer()
    assert page.draws.words(0) == f"As in epoch {1 + DRAWS}"
    page.compare.click()
    assert page.draws.plain


def test_a_pull_is_one_step_of_undo(
    page: AugmentationPage, studio: Studio, editor: Editor, qtbot: QtBot
) -> None:
    rotation = slider(page, "rotate")
    rotation.setSliderDown(True)
    for position in (10, 20, 40):
        rotation.setSliderPosition(position)
        assert editor.recipe.rotate == position / 100 * TOPS["rotate"]
    rotation.setSliderDown(False)
    rotation.setFocus()
    QTest.keyClick(rotation, Qt.Key.Key_Right)
    QTest.keyClick(rotation, Qt.Key.Key_Right)
    assert editor.recipe.rotate == 37.8
    editor.undo()
    assert editor.recipe.rotate == 36
    assert rotation.value() == 40
    editor.undo()
    assert editor.recipe.rotate == 0
    crop = slider(page, "crop")
    QTest.keyClick(crop, Qt.Key.Key_Right)
    assert editor.recipe.crop == 1


def test_what_is_typed_stays_exact(page: AugmentationPage, editor: Editor) -> None:
    editor.set_recipe(replace(editor.recipe, zoom=0.1234, mixup=5.0))
    assert editor.recipe.zoom == 0.1234
    assert slider(page, "zoom").value() == 12
    assert slider(page, "mixup").value() == slider(page, "mixup").maximum()
    assert editor.recipe.mixup == 5


def test_what_to_begin_with_is_one_edit(page: AugmentationPage, editor: Editor) -> None:
    before = editor.recipe
    for name, fields in STARTS.items():
        action = next(each for each in page.begin.menu().actions() if each.text() == name)
        action.trigger()
        assert editor.recipe == replace(before, **fields)
    editor.undo()
    assert editor.recipe == replace(before, **[*STARTS.values()][-2])


def test_a_run_under_way_is_changed_by_a_press(
    page: AugmentationPage, editor: Editor, qtbot: QtBot
) -> None:
    assert page.into_run.isHidden()
    page.follow_run(Recipe(learning_rate=0.5))
    assert page.into_run.isHidden()
    editor.set_recipe(replace(editor.recipe, rotate=10.0, seed=3))
    assert not page.into_run.isHidden()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.into_run.click()
    (change,) = wanted.args
    assert change.recipe == {"rotate": 10.0}
    page.follow_run(Recipe(rotate=10.0))
    assert page.into_run.isHidden()
    page.follow_run(None)
    editor.set_recipe(replace(editor.recipe, rotate=20.0))
    assert page.into_run.isHidden()


def test_colours_of_a_network_without_them(page: AugmentationPage, editor: Editor) -> None:
    page.show()
    assert not page.settings.all["hue"].isEnabled()
    assert "without colour" in page.grey.text()
    editor.open(Document(PRESETS["resnet20"].network(), Recipe().write()))
    assert page.settings.all["hue"].isEnabled()
    assert page.grey.text() == ""
    page.hide()


def test_why_nothing_is_drawn(page: AugmentationPage, studio: Studio, editor: Editor) -> None:
    page.take(DataRefused("There is no folder."), b"")
    assert page.note.text() == "There is no folder."
    assert len(studio.asked) == 1
    editor.apply("Break", lambda n: set_argument(n, ROOT, ["conv1"], "kernel_size", 99))
    assert "no problems" in page.note.text()
    assert not page.again.isEnabled()
    editor.undo()
    assert len(studio.asked) == 2
    page.hide()
    studio.answer()  # which came too late
    assert len(studio.asked) == 2
