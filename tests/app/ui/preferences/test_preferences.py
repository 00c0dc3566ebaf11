"""The preferences: a line for every switch, found by words, in force at once, reset."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from app.ui import appearance, language, scale, settings, theme
from app.ui.preferences import PreferencesDialog
from app.ui.preferences.rows import SECTIONS, Choice, Switch

ROWS = [row for rows in SECTIONS.values() for row in rows]


@pytest.fixture(autouse=True)
def _usual(qapp: object) -> Iterator[None]:
    yield
    for row in ROWS:
        row.set(row.usual if isinstance(row, Switch) else row.options[0][0])  # type: ignore[arg-type]
    theme.apply(theme.LIGHT)


@pytest.fixture
def dialog(qtbot: QtBot) -> PreferencesDialog:
    dialog = PreferencesDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_every_switch_has_a_row_with_a_sentence() -> None:
    for name, usual in settings.FLAGS.items():  # whatever tests before this one have chosen
        settings.set_flag(name, usual)
    told = set()
    for name, usual in settings.FLAGS.items():
        settings.set_flag(name, not usual)
        told |= {(name, r.title) for r in ROWS if isinstance(r, Switch) and r.get() is not r.usual}
        settings.set_flag(name, usual)
    assert {name for name, _ in told} == set(settings.FLAGS)
    assert all(row.told.endswith(".") for row in ROWS)


@pytest.mark.parametrize("row", [r for r in ROWS if isinstance(r, Switch)], ids=lambda r: r.title)
def test_a_switch_is_kept_as_soon_as_it_is_pressed(dialog: PreferencesDialog, row: Switch) -> None:
    field = dialog.lines[row.title].field
    assert isinstance(field, QCheckBox)
    assert field.isChecked() is row.get()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert row.get() is not row.usual
    dialog.reset.click()
    assert row.get() is row.usual


def test_every_choice_is_one_that_is_known() -> None:
    options = {r.title: [value for value, _ in r.options] for r in ROWS if isinstance(r, Choice)}
    assert set(options["Theme"]) == {appearance.SYSTEM, *theme.THEMES}
    assert set(options["Language"]) == {"", *language.LANGUAGES}
    assert {int(step) for step in options["Size of the interface"]} == set(scale.STEPS)


def test_theme_size_and_language_change_at_once(dialog: PreferencesDialog) -> None:
    def choose(title: str, value: str) -> None:
        field = dialog.lines[title].field
        assert isinstance(field, QComboBox)
        field.setCurrentIndex(field.findData(value))

    choose("Theme", theme.DARK.name)
    assert theme.current() is theme.DARK
    choose("Size of the interface", "150")
    assert scale.percent() == 150
    choose("Language", "zh_CN")
    assert language.spoken() == "zh_CN"
    dialog.reset.click()
    assert (settings.theme(), scale.percent(), settings.language()) == ("", 100, "")


def test_the_search_leaves_what_answers(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    dialog.search.setText("wire ctrl")
    assert [t for t, line in dialog.lines.items() if line.isVisible()] == []
    dialog.search.setText("canvas ctrl")
    assert [t for t, line in dialog.lines.items() if line.isVisible()] == ["The wheel zooms"]
    dialog.search.clear()
    assert all(line.isVisible() for line in dialog.lines.values())
