"""The image that feature maps are of: the next one, one of a class, a file, or what is pasted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.runs.folder import RunFolder
from app.runs.results import Results, dumps
from app.training.messages import PICTURE, Answer, Ask, Samples
from app.ui.training.seams import Wish
from app.ui.training.trainer import Trainer
from tests.app.ui.live.test_replay import Room, keep, kept, room
from tests.app.ui.plots.runs import CLASSES

__all__ = ["kept", "room"]
DROP = Qt.DropAction.CopyAction


def results() -> Results:
    """Of 20 images: each of the ten digits twice, in order."""
    labels = np.arange(20) % 10
    return Results(
        epoch=1,
        step=10,
        classes=CLASSES,
        kind="softmax",
        scores=np.full((20, 10), 0.1, np.float16),
        labels=labels,
        predicted=labels,
        indices=np.arange(100, 120),
        losses=np.ones(20, np.float32),
        among=np.ones(20, bool),
    )


@pytest.fixture
def picture(tmp_path: Path) -> str:
    path = tmp_path / "my cat.png"
    image = QImage(8, 8, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.red)
    image.save(str(path))
    return str(path)


def wish(room: Room) -> Wish:
    return room.runs._wishes["maps"]


def test_a_file_is_shown_live_and_left_again(room: Room, picture: str) -> None:
    room.train()
    room.editor.select(["conv1"])
    room.replay.go(1)
    room.choosing.show_file(picture)
    assert wish(room) == Wish(selected="conv1", images=(0,), picture=picture)
    assert room.replay.epoch is None  # it was not among those that were kept
    menu = room.view.probe.menu
    menu.aboutToShow.emit()
    assert room.choosing.back.isEnabled()
    room.choosing.back.trigger()
    assert wish(room) == Wish(selected="conv1", images=(0,))
    room.choosing.show_file(picture)
    room.view.probe.before.click()
    assert wish(room).images == (359,)  # the last one of those for validation


def test_a_damaged_file_is_told_by_its_name(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    room.train()
    path = tmp_path / "not so.png"
    path.write_bytes(b"damaged")
    with qtbot.waitSignal(room.choosing.refused) as told:
        room.choosing.show_file(str(path))
    assert "“not so.png” cannot be read" in told.args[0]
    assert room.replay.image == 0


def test_pictures_are_dropped_and_pasted_while_it_is_live(
    room: Room, picture: str, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(picture)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), DROP, mime, buttons, keys)
    QGuiApplication.sendEvent(room.view, enter)
    assert not enter.isAccepted()
    room.train()
    QGuiApplication.sendEvent(room.view, enter)
    assert enter.isAccepted()
    QGuiApplication.sendEvent(room.view, QDropEvent(QPoint(5, 5), DROP, mime, buttons, keys))
    assert wish(room).picture == picture
    image = QImage(4, 4, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(room.view.canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert room.replay.image == PICTURE
    pasted = wish(room).picture
    assert pasted != picture
    assert QImage(pasted).pixelColor(0, 0).blue() == 255


def test_images_are_gone_through_by_themselves(room: Room, qtbot: QtBot) -> None:
    room.train()
    seen: list[int] = []
    room.replay.moved.connect(lambda: seen.append(room.replay.image))
    every = {entry.data(): entry for entry in room.choosing.cycles.actions()}
    assert every[0].isChecked()
    every[1].trigger()
    assert room.choosing._turn.interval() == 1000
    room.choosing._turn.setInterval(1)
    qtbot.waitUntil(lambda: seen[:3] == [1, 2, 3])
    every[0].trigger()
    assert not room.choosing._turn.isActive()


def test_one_of_a_class_is_chosen_by_its_look(
    room: Room, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[Ask] = []
    monkeypatch.setattr(
        Trainer, "send", lambda self, sent: asked.append(sent) if isinstance(sent, Ask) else None
    )
    room.train()
    room.choosing._refresh()
    assert not room.choosing.by_class.isEnabled()
    (room.kept.path / "results.safetensors").write_bytes(dumps(results()))
    room.choosing._refresh()
    room.choosing.by_class.trigger()
    chooser = room.choosing._chooser
    assert chooser is not None
    assert chooser.classes.currentText() == "0  (2)"  # that of the image that is shown
    assert chooser.grid.of_one_class
    chooser.classes.setCurrentIndex(8)
    qtbot.waitUntil(lambda: bool(asked))
    about = asked[-1].about
    assert isinstance(about, Samples)
    assert set(about.indices) <= {100, 110, 107, 117}
    number = len(about.indices)
    answer = Answer(asked[-1].number, about.indices, 1, 2, 2, labels=(7,) * number)
    room.runs._arrived(answer, bytes(4 * number))
    chooser.grid.setCurrentIndex(chooser.grid.model().index(1, 0))
    assert wish(room).images == (17,)
    chooser.close()


def test_a_past_run_shows_the_images_that_were_kept(room: Room, kept: RunFolder) -> None:
    keep(kept.path, 4, (0, 3))
    room.replay.recall(kept)
    room.choosing._refresh()
    assert not room.choosing.file.isEnabled()
    room.view.probe.next.click()
    assert room.replay.shown_image == 3
