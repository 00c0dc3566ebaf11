"""Every page, dock, menu, dialog and question, in either language and at every size: nothing is
untranslated, cut off, without a name for screen readers, or larger than the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui import appearance, language, settings
from app.ui.window import MainWindow
from tests.app.ui.language.cut import cut
from tests.app.ui.language.test_window import in_english
from tests.app.ui.places import Walk
from tests.app.ui.test_names import nameless

_SCREEN = 1280, 800


def _leave(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    made.resize(*_SCREEN)
    qtbot.addWidget(made, before_close_func=_leave)
    with qtbot.waitSignal(made.ready):
        made.show()
    yield made
    language.use("en")
    appearance.choose_size(100)
    settings.set_library(settings.usual_library())


@pytest.mark.parametrize(
    ("spoken", "percent"), [("en", 100), ("zh_CN", 100), ("en", 200), ("zh_CN", 150)]
)
def test_everywhere(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, spoken: str, percent: int
) -> None:
    appearance.choose_size(percent)
    language.use(spoken)
    found: dict[str, list[str]] = {}

    def look(name: str, place: QWidget) -> None:
        wrong = [f"cut off: {text}" for text in cut(place)]
        wrong += [f"nameless: {told}" for told in nameless(place)]
        if spoken != "en":
            own = sorted(window.editor.graph.by_name, key=len, reverse=True)
            wrong += [f"in English: {text}" for text in in_english(place, own)]
        if place.isWindow() and (place.width() > _SCREEN[0] or place.height() > _SCREEN[1]):
            wrong.append(f"too large: {place.width()} x {place.height()}")
        if wrong:
            found[name] = wrong

    Walk(window, tmp_path, qtbot, look).everywhere()
    assert found == {}
