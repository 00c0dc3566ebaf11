"""What is asked before a run, and said in the panel, where a network does not fit its data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui.editor import Editor
from app.ui.training.fitting import FitNotice, settle
from nodes.spec import Value
from presets import preset


def opened(id: str, data: str, **values: Value) -> Editor:
    editor = Editor()
    editor.open(made_of(preset(id), values))
    editor.set_recipe(replace(editor.recipe, data=data))
    return editor


class Person:
    """Chooses the offer that begins so, or none; keeps what was asked."""

    def __init__(self, wish: str = "") -> None:
        self.wish = wish
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def __call__(self, title: str, reason: str, choices: Sequence[str]) -> int | None:
        self.asked.append((reason, tuple(choices)))
        fits = (at for at, text in enumerate(choices) if self.wish and text.startswith(self.wish))
        return next(fits, None)


def test_what_fits_is_not_asked_about() -> None:
    person = Person()
    assert settle(opened("lenet5", "digits"), person)
    assert not person.asked


def test_the_classes_are_one_edit() -> None:
    editor, person = opened("alexnet", "digits"), Person("Give It 10 Classes")
    before = editor.network
    assert settle(editor, person)
    assert "1,000 numbers" in person.asked[0][0]
    assert editor.report.outputs == ((10,),)
    assert editor.undo_label == "Give It 10 Classes"
    editor.undo()
    assert editor.network is before


def test_made_up_data_is_one_edit() -> None:
    editor = opened("alexnet", "digits")
    network = editor.network
    assert settle(editor, Person("Use Random Patterns"))
    assert editor.recipe.data == "synthetic"
    assert editor.network is network
    editor.undo()
    assert editor.recipe.data == "digits"


def test_nothing_changes_for_who_wants_nothing() -> None:
    editor = opened("alexnet", "digits")
    before = editor.snapshot
    assert not settle(editor, Person())
    assert editor.snapshot is before


@pytest.mark.parametrize("id", ["unet_classic", "inception_module"])
def test_of_what_is_no_classifier_the_run_itself_says_so(id: str) -> None:
    person = Person()
    assert settle(opened(id, "digits", input_size=188 if id == "unet_classic" else 28), person)
    assert not person.asked


def test_the_notice_follows_the_editor(qtbot: QtBot) -> None:
    editor = opened("alexnet", "digits")
    notice = FitNotice(editor)
    qtbot.addWidget(notice)
    assert "1,000 numbers" in notice.note.text()
    assert not notice.isHidden()
    assert not notice.button.isHidden()
    with qtbot.waitSignal(notice.asked):
        notice.button.click()
    editor.undo()
    assert notice.isHidden()
    editor.open(made_of(preset("residual_module"), {}))
    assert "Only classifiers" in notice.note.text()
    assert notice.button.isHidden()
