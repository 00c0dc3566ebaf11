"""What is changed in mid-run: offered as the run is, in force once the worker says so."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.training.messages import Change
from app.training.recipe import LIVE, Recipe
from app.ui.training.live import LivePanel

BEGUN = Recipe(learning_rate=0.01, weight_decay=0.001, epochs=90)


@pytest.fixture
def panel(qtbot: QtBot) -> LivePanel:
    widget = LivePanel()
    qtbot.addWidget(widget)
    widget.resize(430, 300)
    widget.begin(BEGUN)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def wanted(panel: LivePanel) -> list[Change]:
    heard: list[Change] = []
    panel.wanted.connect(heard.append)
    return heard


@pytest.fixture
def type_in(panel: LivePanel, qtbot: QtBot) -> Callable[[str, str], QLineEdit]:
    def type_in(name: str, text: str) -> QLineEdit:
        line = panel.findChild(QLineEdit, name)
        assert line is not None
        line.selectAll()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        return line

    return type_in


def note(panel: LivePanel) -> QLabel:
    found = panel.findChild(QLabel, "note_live")
    assert found is not None
    return found


def test_all_that_may_change_in_mid_run_is_there(panel: LivePanel) -> None:
    assert panel.settings is not None
    assert {*panel.settings.all} == LIVE


def test_a_change_is_wished_for_and_then_in_force(
    panel: LivePanel, wanted: list[Change], type_in: Callable[[str, str], QLineEdit]
) -> None:
    line = type_in("learning_rate", "0.001")
    (change,) = wanted
    assert change == Change(
        recipe={"learning_rate": 0.001}, words="Peak learning rate now 0.001, was 0.01"
    )
    assert panel.recipe == BEGUN, "the worker has not said so yet"
    assert "from the next batch" in note(panel).text()
    panel.take(msgspec.structs.replace(BEGUN, **change.recipe))
    assert panel.recipe == msgspec.structs.replace(BEGUN, learning_rate=0.001)
    assert line.text() == "0.001"
    assert note(panel).isHidden()


def test_the_rate_of_now_stands_beside_the_peak_of_its_schedule(panel: LivePanel) -> None:
    shown = panel.findChild(QLabel, "note_rate")
    assert shown is not None
    assert shown.isHidden(), "nothing was learned yet"
    for schedule, warmup, told in (
        ("one-cycle", 0.3, "now 0.00042, at most 0.01 (one-cycle)"),
        ("constant", 0.1, "now 0.00042, at most 0.01 (constant)"),
        ("constant", 0.0, ""),
    ):
        panel.begin(msgspec.structs.replace(BEGUN, schedule=schedule, warmup=warmup))
        panel.show_rate(0.00042)
        assert shown.text() == told
        assert shown.isHidden() != bool(told)


def test_a_constant_rate_is_what_the_field_says(
    panel: LivePanel, wanted: list[Change], type_in: Callable[[str, str], QLineEdit]
) -> None:
    panel.begin(msgspec.structs.replace(BEGUN, schedule="constant", warmup=0.0))
    type_in("learning_rate", "0.001")
    assert wanted[0].words == "Learning rate now 0.001, was 0.01"


def test_the_last_change_can_be_taken_back(panel: LivePanel, wanted: list[Change]) -> None:
    assert not panel.back.isEnabled()
    reverse = Change(recipe={"learning_rate": 0.01}, words="Taken back: Learning rate now 0.1")
    panel.show_reverse(reverse)
    assert "Taken back" in panel.back.toolTip()
    panel.back.click()
    assert wanted == [reverse]
    assert "from the next batch" in note(panel).text()
    panel.settle()
    assert note(panel).isHidden()


def test_each_can_be_put_back_to_what_the_run_began_with(
    panel: LivePanel, wanted: list[Change]
) -> None:
    reset = panel.findChild(QToolButton, "reset weight_decay")
    assert reset is not None
    assert reset.isHidden()
    panel.take(msgspec.structs.replace(BEGUN, weight_decay=0.5, learning_rate=0.5))
    assert reset.isVisible()
    assert "0.001" in reset.toolTip()
    reset.click()
    assert [change.recipe for change in wanted] == [{"weight_decay": 0.001}]
    panel.take(msgspec.structs.replace(panel.recipe, **wanted[0].recipe))
    assert panel.recipe == msgspec.structs.replace(BEGUN, learning_rate=0.5)
    assert reset.isHidden()


def test_what_is_no_value_is_not_sent(
    panel: LivePanel, wanted: list[Change], type_in: Callable[[str, str], QLineEdit]
) -> None:
    for text in ("0", "101", "fast"):
        type_in("learning_rate", text)
    type_in("learning_rate", "0.010")  # as it is
    assert wanted == []


def test_a_refusal_of_the_worker_is_told(panel: LivePanel) -> None:
    panel.refuse("It cannot change.")
    assert note(panel).text() == "It cannot change."
    panel.take(msgspec.structs.replace(BEGUN, clip=1.0))
    assert note(panel).isHidden()


def test_another_run_begins_with_its_own(panel: LivePanel) -> None:
    panel.take(msgspec.structs.replace(BEGUN, clip=2.0))
    panel.begin(Recipe(clip=5.0))
    assert panel.recipe == Recipe(clip=5.0)
    assert panel.settings is not None
    assert panel.settings.summary(panel.recipe) == ""
