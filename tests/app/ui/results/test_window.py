"""Results in a window with a real worker: of the run in hand, of an own image, of a past run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app.ui.pastruns.page import PastRuns
from app.ui.receiving.offers import offer
from app.ui.results.lists import Listed
from app.ui.results.page import ResultsPage
from app.ui.window import MainWindow

LONG = 60_000  # ms; a limit for facts


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    window.show()
    window.documents.open_preset("lenet5")
    yield window
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    window.close()


def bitmap() -> QMimeData:
    """A bar of white on black, which any network of digits takes for something."""
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    for y in range(5, 25):
        image.setPixelColor(10, y, Qt.GlobalColor.white)
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def test_a_network_tells_what_it_makes_of_images(window: MainWindow, qtbot: QtBot) -> None:
    before = offer(window, bitmap())
    assert before is not None
    assert before.act is None
    window.editor.set_recipe(replace(window.editor.recipe, epochs=1, seed=3))
    window.actions_by_id["run.results"].trigger()
    page = window.pages["results"].page
    assert isinstance(page, ResultsPage)
    window.train()
    window.pages.front("results")  # or it would wait behind the training
    qtbot.waitUntil(lambda: page.overview.model.rowCount() == 10, timeout=LONG)
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    assert page.overview.model.counts.sum() == 359

    page.show_list(Listed("loss"))
    window.editor.select(["conv1"])
    page.grid.setCurrentIndex(page.grid.thumbs.index(0))
    closeup = page.closeup
    qtbot.waitUntil(lambda: "“conv1”" in closeup.note.text(), timeout=LONG)
    qtbot.waitUntil(lambda: closeup.picture.shows_image, timeout=LONG)
    for way in (2, 3):
        closeup.controls.way.setCurrentIndex(way)
        qtbot.waitUntil(lambda: closeup.picture.shows_overlay, timeout=LONG)
        closeup.controls.way.setCurrentIndex(0)

    file = QMimeData()
    file.setUrls([QUrl.fromLocalFile("/home/me/rex.bmp")])
    for mime, name in ((bitmap(), "this image"), (file, "rex.bmp")):
        found = offer(window, mime)
        assert found is not None
        assert found.says == f"Tell what the network makes of {name}"
    QGuiApplication.clipboard().setMimeData(bitmap())
    window.actions_by_id["edit.paste"].trigger()
    qtbot.waitUntil(lambda: ".png: “" in closeup.heading.text(), timeout=LONG)

    window.runs.trainer.shutdown()
    window.pages.front("pastruns")
    past = window.pages["pastruns"].page
    assert isinstance(past, PastRuns)
    qtbot.waitUntil(lambda: bool(past.rows.rowCount()), timeout=LONG)
    past.table.selectRow(0)
    past.do("results")
    assert page.title.text().startswith("LeNet-5 · epoch 1")
    assert page.back.isVisible()
    page.show_list(Listed("entropy"))
    page.grid.setCurrentIndex(page.grid.thumbs.index(0))
    closeup.controls.way.setCurrentIndex(3)
    qtbot.waitUntil(lambda: closeup.picture.shows_overlay, timeout=LONG)
