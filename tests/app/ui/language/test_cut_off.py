"""No text is cut off at 1280x800, in either language."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui import language
from app.ui.preferences import PreferencesDialog
from app.ui.window import MainWindow
from tests.app.ui.language.cut import cut


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready):
        made.show()
    yield made
    language.use("en")


def test_a_text_without_room_is_found(qtbot: QtBot) -> None:
    label = QLabel("A text that is longer than its room")
    qtbot.addWidget(label)
    label.show()
    assert list(cut(label)) == []
    label.resize(60, label.height())
    assert list(cut(label)) == ["NoneType/QLabel: A text that is longer than its room"]


@pytest.mark.parametrize("spoken", list(language.LANGUAGES))
def test_nothing_is_cut_off(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, spoken: str
) -> None:
    language.use(spoken)
    qapp.processEvents()
    found = {"start page": list(cut(window))}
    window.documents.open_preset("googlenet")
    for name in window.docks:
        window.docks.front(name)
        with contextlib.suppress(qtbot.TimeoutError):  # until all is laid out
            qtbot.waitUntil(lambda: not list(cut(window)))
        found[name] = list(cut(window))
    for kind in ("conv1", "maxpool1", "inception3a", "output"):
        window.editor.select([kind])
        qapp.processEvents()
        found[kind] = list(cut(window.inspector))
    dialog = PreferencesDialog(window)
    dialog.show()
    qapp.processEvents()
    found["preferences"] = list(cut(dialog))
    dialog.close()
    assert {where: texts for where, texts in found.items() if texts} == {}
