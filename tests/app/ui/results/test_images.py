"""The grid of images, one of them large, and what is asked for them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from app.runs.results import Results
from app.training.messages import Explain, Predict, Samples
from app.ui.results import pixels
from app.ui.results.closeup import Closeup
from app.ui.results.grid import Grid
from app.ui.results.pictures import Pictures
from tests.app.ui.results.answering import CLASSES, Answering, results


def many(number: int) -> Results:
    labels = np.zeros(number, np.int64)
    return Results(
        *(1, 1, CLASSES, "softmax", np.full((number, 3), 1 / 3, np.float16), labels, labels),
        *(np.arange(number), np.zeros(number, np.float32), np.ones(number, np.bool_)),
    )


def grey(picture: QPixmap) -> int:
    return picture.toImage().pixelColor(0, 0).red()


@pytest.fixture
def room(qtbot: QtBot) -> tuple[Answering, Pictures, Grid]:
    asked, pictures = Answering(), Pictures()
    pictures.of(asked)
    grid = Grid(pictures)
    qtbot.addWidget(grid)
    grid.resize(420, 240)
    grid.show()
    return asked, pictures, grid


def test_only_what_is_in_view_is_asked_for(
    room: tuple[Answering, Pictures, Grid], qtbot: QtBot
) -> None:
    asked, pictures, grid = room
    grid.show_rows(many(5000), np.arange(5000))
    qtbot.waitUntil(lambda: pictures.get(0) is not None)
    wanted = {n for about in asked.asked if isinstance(about, Samples) for n in about.indices}
    assert 0 in wanted
    assert max(wanted) < 100
    grid.scrollToBottom()
    grid.grab()
    qtbot.waitUntil(lambda: pictures.get(4999) is not None)
    found = pictures.get(4999)
    assert found is not None
    assert grey(found) == 4999 % 256


def test_images_are_walked_to_and_told(
    room: tuple[Answering, Pictures, Grid], qtbot: QtBot
) -> None:
    _, _, grid = room
    shown = results()
    grid.show_rows(shown, shown.worst())
    chosen: list[int] = []
    grid.chosen.connect(chosen.append)
    grid.setCurrentIndex(grid.thumbs.index(0))
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert chosen == shown.worst()[:2].tolist()
    told = grid.thumbs.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Image 103: “cat”, taken for “dog” (70.0 %, loss 1.897)"
    grid.show_rows(shown, shown.cell(0, 1))
    assert chosen == shown.worst()[:2].tolist()
    assert grid.currentIndex().isValid() == (chosen[-1] in shown.cell(0, 1))
    grid.show_rows(shown, shown.cell(1, 2))
    blank = grid.grab().toImage()
    grid.show_rows(shown, shown.cell(1, 2), "There are no such images.")
    assert grid.accessibleDescription() == "There are no such images."
    assert grid.grab().toImage() != blank


def test_why_there_are_no_images_is_told_once(
    room: tuple[Answering, Pictures, Grid], qtbot: QtBot
) -> None:
    asked, pictures, grid = room
    asked.reason = "The folder is gone."
    with qtbot.waitSignal(pictures.refused) as told:
        grid.show_rows(many(300), np.arange(300))
        grid.grab()
    assert told.args == ["The folder is gone."]
    number = len(asked.asked)
    grid.scrollToBottom()
    grid.grab()
    assert len(asked.asked) == number
    asked.reason = ""
    pictures.of(asked)
    grid.grab()
    qtbot.waitUntil(lambda: pictures.get(299) is not None)


@pytest.fixture
def closeup(qtbot: QtBot) -> Closeup:
    pictures = Pictures()
    closeup = Closeup(pictures)
    qtbot.addWidget(closeup)
    pictures.setParent(closeup)
    closeup.resize(500, 300)
    closeup.show()
    closeup.controls.show_nodes(["conv1", "conv2"])
    return closeup


def test_an_image_is_explained_for_what_it_was_taken_for(closeup: Closeup, qtbot: QtBot) -> None:
    asked = Answering()
    closeup.of(asked)
    closeup.show_row(results(), 2)
    assert closeup.heading.text() == "Image 102: “cat”, taken for “dog”"
    assert asked.last() == Explain("conv2", 1, 102)
    assert closeup.picture.shows_overlay
    assert closeup.note.text() == "What at “conv2” speaks for “dog”; at most 2."
    order = [closeup.bars.scores.name(label) for label in closeup.bars.scores.order]
    assert order[0] == "dog"
    row = closeup.bars.scores.order.index(0)
    told = closeup.bars.scores.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "cat: 25.0 % (the actual class)"

    closeup.bars.setCurrentIndex(closeup.bars.scores.index(row))
    assert asked.last() == Explain("conv2", 0, 102)
    closeup.controls.choose_node("conv1")
    assert asked.last() == Explain("conv1", 0, 102)
    closeup.show_row(results(epoch=4), 2)
    assert asked.last() == Explain("conv1", 0, 102)
    closeup.show_row(results(), 5)
    assert asked.last() == Explain("conv1", 1, 105)
    assert closeup.heading.text() == "Image 105: “dog”, recognised"
    assert not closeup.grab().isNull()


def test_the_class_follows_what_is_predicted_until_one_is_chosen(closeup: Closeup) -> None:
    asked = Answering()
    closeup.of(asked)
    closeup.show_row(results(), 2)
    predicted = results().predicted
    predicted[2] = 2
    later = replace(results(), predicted=predicted)
    closeup.show_row(later, 2)
    assert asked.last() == Explain("conv2", 2, 102)
    closeup.bars.setCurrentIndex(closeup.bars.scores.index(0))
    assert asked.last() == Explain("conv2", 1, 102)
    closeup.show_row(later, 2)
    assert asked.last() == Explain("conv2", 1, 102)
    closeup.show_row(later, 3)
    assert asked.last() == Explain("conv2", 1, 103)


@pytest.mark.parametrize(
    ("way", "how", "told"),
    [
        (2, "saliency", "The pixels that the score of “dog” follows most."),
        (3, "occlusion", "Hiding the brightest place makes “dog” 7.39 times less likely."),
    ],
)
def test_other_explanations_are_of_the_whole_network(
    closeup: Closeup, way: int, how: str, told: str
) -> None:
    asked = Answering()
    closeup.of(asked)
    closeup.controls.way.setCurrentIndex(way)
    closeup.show_row(results(), 2)
    about = asked.last()
    assert isinstance(about, Explain)
    assert (about.how, about.path) == (how, "")
    assert closeup.note.text() == told
    assert not closeup.controls.node.isVisible()
    closeup.controls.way.setCurrentIndex(0)
    assert not closeup.picture.shows_overlay
    assert closeup.note.text() == ""
    assert len(asked.asked) == 1


def test_an_image_file_is_told_and_explained(closeup: Closeup) -> None:
    asked = Answering()
    closeup.of(asked)
    closeup.show_file("/home/me/rex.png")
    assert asked.asked == [
        Predict("/home/me/rex.png"),
        Explain("conv2", 1, 0, "/home/me/rex.png"),
    ]
    assert closeup.heading.text() == "rex.png: “dog” (60.0 %)"
    assert closeup.picture.shows_image
    assert closeup.picture.shows_overlay
    closeup.show_file("/home/me/rex.png")
    assert len(asked.asked) == 4
    asked.reason = "“rex.png” is damaged."
    closeup.show_file("/home/me/rex.png")
    assert closeup.note.text() == "“rex.png” is damaged."
    assert not closeup.picture.shows_image


def test_where_nothing_speaks_for_a_class_that_is_said(closeup: Closeup) -> None:
    asked = Answering()
    asked.peak = 0.0
    closeup.of(asked)
    closeup.show_row(results(), 0)
    assert closeup.note.text() == "Nothing at “conv2” speaks for “cat”."
    asked.reason = "“conv2” gives no maps."
    closeup.show_row(results(), 1)
    assert closeup.note.text() == "“conv2” gives no maps."
    assert not closeup.picture.shows_overlay
    asked.reason = ""
    closeup.controls.show_nodes(["stem", "block.0.conv", "block.0", "block.1.conv", "block.1"])
    for chosen, looked_into in (("stem", "stem"), ("block", "block.1"), ("input", "block.1")):
        closeup.controls.choose_node(chosen)
        assert closeup.controls.path == looked_into
    closeup.controls.show_nodes([])
    assert closeup.note.text().startswith("No node of this network gives maps")
    closeup.of(None)
    assert closeup.subject is None


def test_an_image_is_seen_where_nothing_speaks_for_the_class() -> None:
    heat = np.array([[0, 85, 170, 255]], np.uint8)
    image = pixels.coloured(heat, "viridis").toImage()
    assert [image.pixelColor(x, 0).alpha() for x in range(4)] == [0, 127, 255, 255]


def test_the_overlay_is_seen_as_strongly_as_one_likes(closeup: Closeup) -> None:
    closeup.of(Answering())
    closeup.show_row(results(), 2)
    closeup.controls.weight.setValue(100)
    opaque = closeup.picture.grab().toImage()
    closeup.controls.colours.setCurrentIndex(0)
    other = closeup.picture.grab().toImage()
    assert opaque != other
    closeup.controls.weight.setValue(0)
    centre = closeup.picture.rect().center()
    assert closeup.picture.grab().toImage().pixelColor(centre).red() == 9
