"""The settings of a recipe: in groups, searched, folded, drawn, and only those that count."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.training.fit import fit
from app.training.recipe import Recipe
from app.ui.editor import Editor
from app.ui.inspector.edit import LineField
from app.ui.training.fields import GROUPS, LABELS, NOTHING, UNITS, counts, param
from app.ui.training.form import RecipeForm
from app.ui.training.rate import RateCurve
from nodes.network.document import Document
from nodes.spec import Kind
from presets import PRESETS

EVERY = [name for group in GROUPS.values() for name in group]
OTHER = {  # a value that is not the default, where one more or the other way is none
    "validation_share": 0.5, "momentum": 0.5, "step_factor": 0.5, "label_smoothing": 0.25,
    "ema": 0.5, "warmup": 0.5, "class_weights": (1.0, 2.5), "mean": (0.5,), "deviation": (0.5,),
    "hue": 0.25,
}  # fmt: skip


def other(name: str) -> object:
    declared = param(name)
    if name in OTHER:
        return OTHER[name]
    if declared.kind is Kind.CHOICE:
        return next(choice for choice in declared.choices if choice != declared.default)
    if isinstance(declared.default, bool):
        return not declared.default
    assert isinstance(declared.default, int | float)
    return declared.default + 1


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(Document(PRESETS["lenet5"].network(), Recipe().write()))
    return editor


@pytest.fixture
def form(qtbot: QtBot, editor: Editor) -> RecipeForm:
    widget = RecipeForm(editor)
    qtbot.addWidget(widget)
    widget.resize(430, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def seen(form: RecipeForm) -> Callable[[], set[str]]:
    """The names of the settings that are on screen."""

    def seen() -> set[str]:
        every = ((name, s) for held in form.groups.values() for name, s in held.all.items())
        return {name for name, setting in every if setting.isVisible()}

    return seen


def button(form: RecipeForm, name: str) -> QToolButton:
    found = form.findChild(QToolButton, name)
    assert found is not None
    return found


def set_recipe(editor: Editor, **values: object) -> None:
    editor.set_recipe(msgspec.structs.replace(editor.recipe, **values))


def test_every_field_of_the_recipe_has_its_place_and_its_words() -> None:
    assert sorted([*EVERY, "data"]) == sorted(Recipe.__struct_fields__)
    assert {*LABELS} == {*EVERY}


def test_every_field_is_offered(form: RecipeForm) -> None:
    offered = {name for held in form.groups.values() for name in held.all}
    assert offered == {*EVERY}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_setting_goes_both_ways_and_back_to_its_default(
    form: RecipeForm, editor: Editor, qtbot: QtBot, name: str
) -> None:
    group, held = next((g, held) for g, held in form.groups.items() if name in held.all)
    row, value = held.all[name].row, other(name)
    row.field.offered.emit(value)
    assert editor.recipe == msgspec.structs.replace(Recipe(), **{name: value})
    assert (LABELS[name][0] in form.folds[group].summary.text()) is counts(name, Recipe())
    assert row.name.font().bold()
    assert row.reset is not None
    row.reset.click()
    assert editor.recipe == Recipe()
    assert form.folds[group].summary.text() == ""
    parts = [row.field, *row.field.findChildren(QWidget)]
    assert LABELS[name][0] in [part.accessibleName() for part in parts]


def test_numbers_for_classes_are_typed_as_a_list(
    form: RecipeForm, editor: Editor, qtbot: QtBot
) -> None:
    line = form.findChild(QLineEdit, "class_weights")
    assert line is not None
    for text, weights in (("1, 2, 0.5", (1.0, 2.0, 0.5)), ("3", (3.0,)), ("", ())):
        line.selectAll()
        qtbot.keyClicks(line, text) if text else qtbot.keyClick(line, Qt.Key.Key_Delete)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert editor.recipe.class_weights == weights


def test_what_does_not_count_is_not_shown(
    form: RecipeForm, editor: Editor, seen: Callable[[], set[str]]
) -> None:
    assert not {"momentum", "nesterov", "step_every", "step_factor", "patience"} & seen()
    set_recipe(editor, optimizer="sgd", schedule="step")
    assert {"momentum", "nesterov", "step_every", "step_factor"} <= seen()
    assert "patience" not in seen()
    set_recipe(editor, optimizer="rmsprop", schedule="plateau", momentum=0.0)
    assert {"momentum", "step_factor", "patience"} <= seen()
    assert not {"nesterov", "step_every"} & seen()
    editor.undo()
    editor.undo()
    assert "momentum" not in seen()


def test_settings_are_found_by_name_group_and_choice(
    form: RecipeForm, seen: Callable[[], set[str]], qtbot: QtBot
) -> None:
    before = seen()
    assert not form.folds["Loss"].unfolded
    for words, found in (
        ("decay", {"weight_decay", "decay_norms"}),
        ("weight_decay", {"weight_decay"}),
        ("adagrad", {"optimizer"}),
        ("loss", {*GROUPS["Loss"]}),
        ("loss smooth", {"label_smoothing"}),
        ("no such thing", set()),
    ):
        form.search.clear()
        qtbot.keyClicks(form.search, words)
        assert seen() == found
        assert form.nothing.isVisible() is not bool(found)
    form.search.clear()
    assert seen() == before, "what was folded is again"
    assert not form.folds["Loss"].unfolded


def test_only_what_differs(form: RecipeForm, editor: Editor, seen: Callable[[], set[str]]) -> None:
    form.only.click()
    assert seen() == set()
    assert "as usual" in form.nothing.text()
    assert not form.data.isVisible()
    set_recipe(editor, seed=3, data="synthetic", momentum=0.5)
    assert seen() == {"seed"}, "the momentum counts for nothing beside adam"
    assert form.data.isVisible()
    assert form.nothing.isHidden()
    form.only.click()
    assert {"epochs", "batch_size"} <= seen()


def test_settings_stand_below_each_other_where_it_is_narrow(form: RecipeForm, qtbot: QtBot) -> None:
    first, second = (form.groups["Optimiser"].all[n] for n in ("optimizer", "learning_rate"))
    assert first.y() == second.y()
    form.resize(250, 700)
    qtbot.waitUntil(lambda: first.x() == second.x())
    page = form.takeWidget()
    assert page.minimumSizeHint().width() <= form.viewport().width(), "nothing is cut off"


def test_the_largest_batch_that_fits_is_taken_by_a_button(form: RecipeForm, editor: Editor) -> None:
    largest = button(form, "largest_batch")
    assert largest.isHidden(), "no device is known yet"
    need = fit(editor.report.memory, editor.recipe, {}).step.total
    devices = {"cpu": 4 * need}
    form.show_devices(devices)
    most = fit(editor.report.memory, editor.recipe, devices).largest
    assert most is not None
    assert most > editor.recipe.batch_size
    assert largest.text() == f"Most that fit: {most:,}"
    largest.click()
    assert editor.recipe.batch_size == most
    assert largest.isHidden(), "it is taken"
    assert fit(editor.report.memory, editor.recipe, devices).fits
    editor.undo()
    assert largest.isVisible()
    form.show_devices({"cpu": 1000})
    assert largest.isHidden(), "not even one fits"
    form.show_devices({"cpu": 2**60})
    assert largest.isHidden(), "memory sets no limit to what a recipe takes"


def test_a_nought_says_what_it_means_in_the_place_of_a_unit(form: RecipeForm) -> None:
    for name, meaning in NOTHING.items():
        line = form.findChild(LineField, name)
        assert line is not None
        nothing, unit = "" if name == "class_weights" else "0.0", UNITS.get(name, "")
        for text, told in ((nothing, meaning), ("3", unit), (nothing, meaning)):
            line.setText(text)
            room = line.fontMetrics().horizontalAdvance(told) + 8 if told else 0
            assert line.textMargins().right() == room, name


def test_a_drag_is_one_step_of_undo(form: RecipeForm, editor: Editor) -> None:
    field = form.groups["Schedule"].all["epochs"].row.field
    field.run.emit("drag", False)
    for epochs in (6, 7, 8):
        field.offered.emit(epochs)
    field.run.emit("", False)
    assert editor.recipe.epochs == 8
    editor.undo()
    assert editor.recipe.epochs == Recipe().epochs


@pytest.mark.parametrize("schedule", param("schedule").choices)
def test_the_schedule_is_drawn_over_the_whole_run(qtbot: QtBot, schedule: str) -> None:
    shown = RateCurve()
    qtbot.addWidget(shown)
    recipe = msgspec.structs.replace(
        Recipe(epochs=90, learning_rate=0.1), schedule=schedule, warmup=0.0
    )
    shown.show_recipe(recipe)
    assert shown.at[0] == 0
    assert shown.end - 1 < shown.at[-1] <= shown.end == 90
    assert shown.rates.max() == pytest.approx(0.1, rel=1e-3)
    rates = np.interp([29.5, 30.5, 60.5], shown.at, shown.rates)
    if schedule == "step":
        assert rates == pytest.approx([0.1, 0.01, 0.001])
    if schedule in ("cosine", "one-cycle"):
        assert shown.rates[-1] < 0.001
    assert "0.1 at most" in shown.accessibleName()
    assert ("cannot be foreseen" in shown.accessibleName()) is (schedule == "plateau")
    with_warmup = msgspec.structs.replace(recipe, warmup=0.5)
    before = shown.grab().toImage()
    shown.show_recipe(with_warmup)
    assert shown.rates[0] < 0.01
    assert shown.grab().toImage() != before


def test_the_curve_follows_the_form(form: RecipeForm, editor: Editor) -> None:
    combo = form.findChild(QComboBox, "schedule")
    assert combo is not None
    assert form.curve.rates[-1] < form.curve.rates.max()
    combo.setCurrentIndex(combo.findData("constant"))
    combo.activated.emit(combo.currentIndex())
    assert form.curve.rates[-1] == pytest.approx(editor.recipe.learning_rate)


@pytest.mark.parametrize(
    ("width", "heads"),
    [(430, ["Data"]), (760, ["Data", "Schedule"]), (1280, ["Data", "Optimiser", "Schedule"])],
)
def test_groups_stand_side_by_side_where_there_is_room(
    form: RecipeForm, qtbot: QtBot, width: int, heads: list[str]
) -> None:
    def found() -> list[str]:
        """The groups that stand highest, from the left."""
        places = {name: fold.pos() for name, fold in form.folds.items() if fold.isVisible()}
        top = min(place.y() for place in places.values())
        high = [name for name, place in places.items() if place.y() == top]
        return sorted(high, key=lambda name: places[name].x())

    form.resize(width, 150)
    qtbot.waitUntil(lambda: found() == heads)
    assert all(fold.width() <= width for fold in form.folds.values())
    form.resize(430, 150)
    qtbot.waitUntil(lambda: found() == ["Data"])
