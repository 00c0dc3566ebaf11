"""By what images are normalised, chosen at the figures of the data."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.training.recipe import Recipe
from app.ui.editor import Editor
from app.ui.training.normalising import IMAGENET, NormaliseButton


@pytest.fixture
def editor() -> Editor:
    return Editor()


@pytest.fixture
def button(qtbot: QtBot, editor: Editor) -> NormaliseButton:
    button = NormaliseButton(editor)
    qtbot.addWidget(button)
    return button


def checked(button: NormaliseButton) -> list[str]:
    button.menu().aboutToShow.emit()
    return [action.text() for action in button.menu().actions() if action.isChecked()]


def test_each_choice_is_one_edit_and_marked(button: NormaliseButton, editor: Editor) -> None:
    before = editor.recipe
    button.show_figures((0.41234, 0.0, 0.6), (0.25, 0.0, 0.3))
    assert checked(button) == ["The Data of Each Run"]
    button.these.trigger()
    assert editor.recipe.normalise == "given"
    assert editor.recipe.mean == (0.4123, 0.0, 0.6)
    assert editor.recipe.deviation == (0.25, 0.0001, 0.3)
    assert checked(button) == ["These Figures, for Other Data Too"]
    button.imagenet.trigger()
    assert (editor.recipe.mean, editor.recipe.deviation) == IMAGENET
    assert checked(button) == ["The Figures of ImageNet"]
    button.data.trigger()
    assert editor.recipe == before
    editor.undo()
    assert editor.recipe.mean == IMAGENET[0]
    assert Recipe.read(editor.recipe.write()) == editor.recipe


def test_what_is_of_colours_is_not_for_grey_images(button: NormaliseButton) -> None:
    assert button.isHidden()
    button.show_figures((0.4,), (0.2,))
    assert not button.isHidden()
    assert not button.imagenet.isEnabled()
    button.show_figures((), ())
    assert button.isHidden()
