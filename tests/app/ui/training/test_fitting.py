"""What is asked before a run, and said in the panel, where a network does not fit its data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui.editor import Editor
from app.ui.training.datapage import DataPage
from app.ui.training.fitting import FitNotice, settle
from nodes.spec import Value
from presets import preset

LONG = 60_000  # ms; a limit for facts


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


def colours(path: Path, classes: int) -> str:
    """Images of 8×8 in RGB."""
    labels = np.arange(60) % classes
    pixels = np.random.default_rng(0).integers(0, 255, (60, 8, 8, 3), np.uint8)
    np.savez(path, images=pixels, labels=labels)
    return str(path)


def test_data_on_disk_is_looked_into_and_mended_before_a_run(qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened("lenet5", "digits")
    panel = QWidget()
    qtbot.addWidget(panel)
    notice = FitNotice(editor)
    QVBoxLayout(panel).addWidget(notice)
    panel.show()
    assert notice.isHidden()
    editor.set_recipe(replace(editor.recipe, data=str(tmp_path / "nothing.npz")))
    notice.look()  # and at once something else
    editor.set_recipe(replace(editor.recipe, data=colours(tmp_path / "three.npz", 3)))
    qtbot.waitUntil(lambda: "3 classes" in notice.note.text(), timeout=LONG)
    assert "their colours are lost" in notice.note.text()
    assert not notice.button.isHidden()

    person = Person("Give the Network 3 Classes")
    notice.mend(person)
    (why, offered), *_ = person.asked
    assert "Its last layer begins anew." in why
    assert "Give the Network 3 Channels" in offered
    assert editor.report.outputs == ((3,),)
    editor.undo()
    assert "3 classes" in notice.note.text(), "it is known still"
    editor.set_recipe(replace(editor.recipe, data="digits"))
    assert notice.isHidden()


def test_what_the_page_on_data_has_found_is_not_looked_for_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    editor = opened("lenet5", colours(tmp_path / "three.npz", 3))
    notice, page = FitNotice(editor), DataPage(editor)
    for widget in (notice, page):
        qtbot.addWidget(widget)
    page.inspected.connect(notice.insight.keep)
    assert notice.isHidden(), "nobody has looked"
    page.show()
    qtbot.waitUntil(lambda: "3 classes" in notice.note.text(), timeout=LONG)
