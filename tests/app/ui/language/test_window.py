"""The whole window in Chinese: nothing of English is left, and nothing of Chinese afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui import language
from app.ui.language.reading import read_table
from app.ui.preferences import PreferencesDialog
from app.ui.window import MainWindow
from nodes.catalogue import CATALOGUE
from nodes.network import Graph, Network, Node
from nodes.network.document import Document
from presets import PRESETS
from tests.app.ui.language.shown import shown

_ENGLISH = re.compile(r"[a-z]{2,},? [a-z’']{2,}|^[A-Z][a-z]+ [a-z]+$")  # two words in a row
_ALLOWED = re.compile(
    r"Skipwire|来源|et al\.|van der|…, \d{4}$"  # titles of papers and their authors
    r"|squeeze-and-excitation|has problem|kind:norm"  # what the search understands
    r"|def forward|_init|kaiming_normal"  # code
    r"|Expecting value|invalid syntax"  # what Python says
    r"|^Scroll |dock widget$"  # what Qt itself says to screen readers
)
_WHERE = re.compile(r"PresetCard\.(text|access)|OriginView|Details/QLabel")  # titles, authors
_TITLES = {p.title for p in PRESETS.values()} | {p.paper for p in PRESETS.values()}
_PARAMS = (
    *(spec.params for spec in CATALOGUE.values()),
    *(preset.parameters for preset in PRESETS.values()),
)
_NAMES = sorted(_TITLES, key=len, reverse=True)
_CODE = {"Network"} | CATALOGUE.keys() | {p.name for each in _PARAMS for p in each}
_TABLE = read_table("zh_CN")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready):
        made.show()
    made.documents.open_preset("lenet5")
    yield made
    language.use("en")


def english(text: str, own: Iterable[str] = ()) -> bool:
    """Whether a text is said in English still; `own` are the person's own names in it."""
    if text not in _CODE and _TABLE.get(text, text) != text:
        return True
    for name in (*own, *_NAMES):
        text = text.replace(name, "")
    return bool(_ENGLISH.search(text)) and not _ALLOWED.search(text)


def in_english(top: QWidget, own: Iterable[str] = ()) -> list[str]:
    """What is still said in English."""
    return [
        f"{where}: {text}"
        for where, text in shown(top)
        if not _WHERE.search(where) and english(text, own)
    ]


def test_the_window_in_chinese(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    largest = window.findChild(QToolButton, "largest_batch")
    assert largest is not None
    qtbot.waitUntil(lambda: largest.text() not in ("", "Most that fit: 0"))  # told a while after
    before = set(shown(window))
    language.use("zh_CN")
    qapp.processEvents()
    for name in window.docks:
        window.docks.front(name)
        qapp.processEvents()
    assert in_english(window) == []
    dialog = PreferencesDialog(window)
    assert in_english(dialog) == []
    dialog.close()
    window.docks.reset()
    language.use("en")
    qapp.processEvents()
    gone = before - set(shown(window))
    assert sorted(f for f in gone if "qt_dockwidget" not in f[0]) == []  # those are Qt's own


def test_the_inspector_in_chinese(window: MainWindow, qapp: QApplication) -> None:
    language.use("zh_CN")
    left: list[str] = []
    for kind in CATALOGUE:
        network = Network("Test", Graph((Node("n", kind),)))
        window.editor.open(Document(network, {}))
        window.editor.select(["n"])
        left += [f"{kind}: {text}" for text in in_english(window.inspector.page)]
    assert left == []


def test_what_is_painted_in_chinese(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    painted: set[str] = set()
    draw = QPainter.drawText

    def note(painter: QPainter, *args: object) -> object:
        painted.update(arg for arg in args if isinstance(arg, str))
        return draw(painter, *args)  # type: ignore[call-overload]

    language.use("zh_CN")
    qapp.processEvents()
    monkeypatch.setattr(QPainter, "drawText", note)
    window.grab()
    window.documents.new()
    window.grab()
    window.show_start()
    window.grab()
    assert sorted(filter(english, painted)) == []
