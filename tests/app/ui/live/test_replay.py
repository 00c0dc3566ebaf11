"""Feature maps of the epochs of a run, gone through: on the page, and on the canvas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.runs.folder import EVENTS, MAPS, RunFolder
from app.runs.log import RunLog
from app.runs.maps import Kept, write_maps
from app.training.history import RunHistory
from app.training.messages import Filters, ProbeImage
from app.training.recipe import Recipe
from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from app.ui.live.choosing import Choosing
from app.ui.live.filterspage import FiltersPage, SelectedFilters
from app.ui.live.replay import Replay
from app.ui.live.showing import LiveCanvas
from app.ui.plots.maps import FeatureMapsView
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import NOTHING, Wish
from app.ui.training.selected import SelectedMaps
from tests.app.runs.played import folder
from tests.app.ui.plots.runs import epoch, maps, started

EPOCHS = (0, 1, 4)


def keep(at: Path, number: int, images: tuple[int, ...] = (0, 1)) -> None:
    """Maps of conv1 that are as bright as their epoch, and the images that they are of."""
    found: list[tuple[Kept, bytes]] = []
    for image in images:
        event, _ = maps(6, 24, 24, path="conv1", step=10 * number)
        payload = np.full((6, 24, 24), 10 * number + image, np.uint8).tobytes()
        found.append((replace(event, image=image), payload))
        found.append((ProbeImage(1, 2, 2, f"digit {image}", image), bytes(4)))
    for change in (False, True):
        ends = (-0.1 * number,), (0.1 * number,)
        found.append((Filters("conv1", number, 1, 5, 5, 1, *ends, change), bytes(25)))
    write_maps(at / MAPS, number, found)


@pytest.fixture
def kept(tmp_path: Path) -> RunFolder:
    (tmp_path / MAPS).mkdir()
    for number in EPOCHS:
        keep(tmp_path, number)
    log = RunLog(tmp_path / EVENTS)
    log.append(started())
    log.close()
    return RunFolder(tmp_path)


class Room:
    """A canvas and a page of feature maps, of a network that was trained or is being trained."""

    def __init__(self, qtbot: QtBot, kept: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
        self.editor = Editor()
        self.editor.open(folder("healthy").document())
        self.canvas = CanvasView(self.editor)
        self.holder, self.view = QWidget(), FeatureMapsView()
        for widget in (self.canvas, self.holder, self.view):
            qtbot.addWidget(widget)
        self.runs = Runs(self.editor, lambda sheet: self.canvas, self.holder)
        self.process = 0
        kind = type(self.runs.trainer)
        monkeypatch.setattr(kind, "process_id", property(lambda trainer: self.process))
        self.replay = Replay(self.runs, self.editor)
        LiveCanvas(self.runs, lambda sheet: self.canvas, self.replay)
        SelectedMaps(self.view, self.runs, self.editor, self.replay)
        self.choosing = Choosing(self.view, self.runs, self.replay)
        self.kept = kept
        self.canvas.resize(600, 1200)
        self.view.resize(900, 200)
        for widget in (self.canvas, self.view):
            widget.show()
            qtbot.waitExposed(widget)

    def train(self) -> Run:
        run = Run(self.editor.sheet, self.editor.sheet.history)
        run.report, run.source = self.editor.report, self.editor.source
        told = replace(started(), folder=str(self.kept.path))
        run.history = RunHistory(Recipe()).extend(told)
        self.runs._runs[self.editor.sheet] = self.runs._live = run
        self.process = 4711
        self.runs._arrived(told, b"")
        return run

    @property
    def level(self) -> int:
        """Of the pixels that the page shows."""
        return int(self.view._maps.max())

    @property
    def thumbnail(self) -> int:
        """Of the pixels on the card."""
        image = self.canvas.layer.thumbnails._images["conv1"][0]
        return image.pixelIndex(3, 3)


@pytest.fixture
def room(qtbot: QtBot, kept: RunFolder, monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(qtbot, kept, monkeypatch)


def test_the_best_epoch_is_one_press_away(room: Room) -> None:
    log = RunLog(room.kept.path / EVENTS)
    for number in (1, 2, 3, 4):
        log.append(replace(epoch(number, 10 * number), best=number in (1, 4)))
    log.close()
    bar = room.view.epochs
    room.replay.recall(room.kept)
    assert bar.best.isChecked(), "the last one"
    bar.slider.setValue(1)
    assert not bar.best.isChecked()
    bar.best.click()
    assert (room.replay.epoch, bar.best.isChecked()) == (4, True)


def test_the_best_epoch_so_far_is_one_press_away(room: Room) -> None:
    bar, run = room.view.epochs, room.train()
    assert not bar.best.isVisible()
    assert run.history is not None
    run.history = run.history.extend(replace(epoch(1, 10), best=True))
    room.replay.go(None)
    assert not bar.best.isChecked()
    bar.best.click()
    assert room.replay.epoch == 1


def test_a_past_run_is_gone_through_without_a_worker(room: Room, qtbot: QtBot) -> None:
    bar = room.view.epochs
    assert not bar.isVisible()
    room.replay.recall(room.kept)
    assert bar.isVisible()
    assert not bar.live.isVisible()
    assert bar.label.text() == "epoch 4"
    room.editor.select(["conv1"])
    assert room.level == room.thumbnail == 40
    assert room.view.probe.label.text() == "digit 0"
    qtbot.keyClick(bar.slider, Qt.Key.Key_Left)
    assert (room.level, room.thumbnail, bar.label.text()) == (10, 10, "epoch 1")
    assert "step 10" in room.view.title
    room.view.probe.next.click()
    assert (room.level, room.thumbnail, room.view.probe.label.text()) == (11, 11, "digit 1")
    room.view.probe.next.click()
    assert room.level == 10
    room.editor.select(["conv2"])
    assert room.view._empty.text() == "The feature maps of this node were not kept"
    assert room.runs._wishes["maps"] == NOTHING


def test_what_is_live_is_a_click_away(room: Room, qtbot: QtBot) -> None:
    run = room.train()
    bar = room.view.epochs
    assert room.view.probe.label.text() == "digit 0"  # as it was kept, until it is told
    assert bar.label.text() == "now"
    assert bar.live.isChecked()
    room.editor.select(["conv1"])
    assert room.runs._wishes["maps"].selected == "conv1"
    live, payload = maps(6, 24, 24, path="conv1", step=99)
    room.runs._arrived(ProbeImage(1, 2, 2, "now", 0), bytes(4))
    room.runs._arrived(live, payload)
    assert room.level == 255
    room.replay.step(-1)  # from now on to the last epoch that was kept
    assert (room.level, room.thumbnail) == (40, 40)
    assert room.runs._wishes["maps"] == Wish(images=(0,))
    assert room.runs._wishes["canvas"] == NOTHING
    room.runs._arrived(live, payload)
    room.runs._arrived(replace(live, thumbnail=True), payload)
    assert (room.level, room.thumbnail) == (40, 40)
    keep(room.kept.path, 5)
    room.runs._arrived(epoch(5, 50), b"")
    assert room.replay.epochs == (*EPOCHS, 5)
    assert room.level == 40  # it stays where it was
    assert not bar.live.isChecked()
    qtbot.mouseClick(bar.live, Qt.MouseButton.LeftButton)
    assert room.replay.epoch is None
    assert room.runs._wishes["maps"].selected == "conv1"
    assert "conv1" in room.runs._wishes["canvas"].paths
    assert room.view.probe.label.text() == "now"
    room.runs._arrived(live, payload)
    assert room.level == 255
    assert run.history is not None


def test_the_epochs_are_played_to_the_end(room: Room, qtbot: QtBot) -> None:
    room.replay.recall(room.kept)
    room.editor.select(["conv1"])
    seen: list[int | None] = []
    room.replay.moved.connect(lambda: seen.append(room.replay.epoch))
    room.view.epochs.play.click()
    qtbot.waitUntil(lambda: not room.view.epochs.play.isChecked())
    assert list(dict.fromkeys(seen)) == list(EPOCHS)
    assert room.level == 40


def test_filters_are_gone_through_with_the_maps(room: Room, qtbot: QtBot) -> None:
    page = FiltersPage()
    qtbot.addWidget(page)
    SelectedFilters(page, room.runs, room.editor, room.replay)
    page.show()
    room.replay.recall(room.kept)
    assert page.empty == "Select a convolution to see its filters"
    room.editor.select(["conv1"])
    assert "−0.4 … 0.4 · step 4" in page.titles[True].text()
    qtbot.keyClick(page.epochs.slider, Qt.Key.Key_Left)
    assert "−0.1 … 0.1 · step 1" in page.titles[False].text()
    assert room.level == 10
    room.editor.select(["conv2"])
    assert page.empty == "The filters of this node were not kept"


def test_an_epoch_that_is_given_up_is_left(room: Room) -> None:
    room.train()
    room.replay.go(1)
    (room.kept.path / MAPS / "0001.safetensors").unlink()
    room.runs._arrived(epoch(6, 60), b"")
    assert room.replay.epoch is None


def test_without_its_worker_a_run_is_at_its_last_epoch(room: Room) -> None:
    room.train()
    room.editor.select(["conv1"])
    room.process = 0
    room.runs.trainer.died.emit("It was killed.")
    assert room.level == 40
    assert not room.view.epochs.live.isVisible()


def test_another_document_has_epochs_of_its_own(room: Room) -> None:
    room.replay.recall(room.kept)
    room.editor.select(["conv1"])
    room.editor.open(folder("vanishing").document())
    assert room.replay.run is None
    assert not room.view.epochs.isVisible()
    assert room.view._empty.isVisible()


def test_what_a_folder_without_events_tells(room: Room, tmp_path: Path) -> None:
    assert room.kept.started() == started()
    assert RunFolder(tmp_path / "gone").started() is None
