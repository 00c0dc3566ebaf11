"""The language is changed in a menu, in the command palette and in the preferences alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.ui import language, settings
from app.ui.commands.matching import Matcher
from app.ui.commands.offers import offered, words
from app.ui.preferences import PreferencesDialog
from app.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    language.choose(language.SYSTEM)
    language.use("en")


def _checked(window: MainWindow) -> list[str]:
    return [action.objectName() for action in window.menus["Language"].actions() if
            action.isChecked()]  # fmt: skip


def test_the_menu_offers_every_language_and_marks_the_chosen_one(window: MainWindow) -> None:
    texts = {action.text().replace("&", "") for action in window.menus["Language"].actions()}
    assert texts == {"System", *language.LANGUAGES.values()}
    assert window.menus["Language"].menuAction() in window.menus["View"].actions()
    window.actions_by_id["language.chinese"].trigger()
    assert (language.spoken(), settings.language()) == ("zh_CN", "zh_CN")
    assert window.menus["View"].title() == "视图(&V)"
    assert _checked(window) == ["language.chinese"]
    window.actions_by_id["language.chinese"].trigger()  # again: it stays, and stays marked
    assert _checked(window) == ["language.chinese"]
    window.actions_by_id["language.english"].trigger()
    assert window.menus["View"].title() == "&View"
    assert _checked(window) == ["language.english"]


def test_menu_and_preferences_tell_the_same(window: MainWindow) -> None:
    window.actions_by_id["language.chinese"].trigger()
    window.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    field = dialog.lines["Language"].field
    assert isinstance(field, QComboBox)
    assert field.currentData() == "zh_CN"
    for name, marked in (("en", "english"), ("", "system"), ("zh_CN", "chinese")):
        field.setCurrentIndex(field.findData(name))
        assert _checked(window) == [f"language.{marked}"]
    dialog.close()


@pytest.mark.parametrize(
    ("asked", "wanted"), [("chinese", "chinese"), ("中文", "chinese"), ("english", "english")]
)
def test_the_command_palette_finds_it(window: MainWindow, asked: str, wanted: str) -> None:
    first = next(Matcher(offered(window, "")).find(words(asked), ()))
    assert first.id == f"language.{wanted}"
    first.run()
    assert language.spoken() == {"chinese": "zh_CN", "english": "en"}[wanted]
