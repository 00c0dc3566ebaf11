"""The page of results follows the run of the document that is shown, or shows a past one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread, current_thread

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from pytestqt.qtbot import QtBot

from app.runs.folder import RunFolder
from app.runs.results import RESULTS, Results, dumps
from app.targets import load
from app.training.messages import (
    About,
    Ask,
    Command,
    Event,
    Explain,
    Failed,
    Finished,
    Predict,
    Review,
    Samples,
    Start,
    Validated,
)
from app.ui import language
from app.ui.editor import Editor
from app.ui.results import reading
from app.ui.results.page import ResultsPage
from app.ui.runs import Runs
from app.ui.training.trainer import Trainer
from tests.app.ui.plots.runs import started
from tests.app.ui.results.answering import CLASSES, answer, results

FINISHED = Finished(1, 4, False, 0.5, 0.6, 0.8, 2.0, 0.01)


class Worker:
    """In the place of every worker: keeps what is sent, and answers what is asked."""

    def __init__(self) -> None:
        self.sent: list[tuple[Trainer, Command]] = []

    def asked(self) -> list[About]:
        return [command.about for _, command in self.sent if isinstance(command, Ask)]

    def answer(self) -> None:
        """Everything that was asked so far."""
        before, self.sent = self.sent, []
        for trainer, command in before:
            if isinstance(command, Ask):
                trainer._take(*answer(command.about, number=command.number))


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Worker:
    worker = Worker()
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    monkeypatch.setattr(Trainer, "send", lambda self, command: worker.sent.append((self, command)))
    monkeypatch.setattr(Trainer, "process_id", 7)
    return worker


@pytest.fixture
def runs(worker: Worker) -> Runs:
    editor = Editor()
    editor.open(load("preset:lenet5"))
    return Runs(editor, lambda sheet: None, editor)


@pytest.fixture
def page(runs: Runs, qtbot: QtBot) -> ResultsPage:
    page = ResultsPage(runs, runs._editor)
    qtbot.addWidget(page)
    page.resize(1200, 320)
    page.show()
    return page


@pytest.fixture
def english() -> Iterator[None]:
    """Is spoken again afterwards."""
    yield
    language.use("en")


def tell(runs: Runs, event: Event, payload: bytes = b"") -> None:
    runs.trainer._take(event, payload)


def begin(runs: Runs, worker: Worker) -> RunFolder:
    """A run of three classes; the folder that was made for it."""
    runs.train()
    start = next(c for _, c in reversed(worker.sent) if isinstance(c, Start))
    tell(runs, replace(started(), classes=CLASSES, folder=start.folder))
    return RunFolder(Path(start.folder))


def test_validations_are_shown_as_they_come(
    runs: Runs, page: ResultsPage, worker: Worker, qtbot: QtBot
) -> None:
    assert page.nothing.text().startswith("Train the network")
    assert page.past.isVisible()
    folder = begin(runs, worker)
    assert page.nothing.text().startswith("What the network makes of each image")
    assert not page.past.isVisible()
    tell(runs, Validated(3, 30), dumps(results()))
    qtbot.waitUntil(lambda: page.overview.model.rowCount() == 3)
    assert page.title.text() == "epoch 3 · 11 validation images · 63.6 % right · loss 0.6794"
    assert page.list_title.text() == "The greatest loss first"
    page.grid.grab()
    qtbot.waitUntil(lambda: any(isinstance(about, Samples) for about in worker.asked()))
    worker.answer()
    qtbot.waitUntil(lambda: page.pictures.get(103) is not None)

    page.overview.chosen.emit(0, 1)
    assert page.list_title.text() == "“cat” taken for “dog”: 2 images"
    assert page.order.currentText() == "One cell"
    assert page.grid.thumbs.rows.tolist() == [3, 2]
    page.grid.setCurrentIndex(page.grid.thumbs.index(0))
    about = worker.asked()[-1]
    assert isinstance(about, Explain)
    assert (about.label, about.image) == (1, 103)
    worker.answer()
    assert page.closeup.picture.shows_overlay
    (folder.path / RESULTS).write_bytes(dumps(results(epoch=4)))
    tell(runs, Validated(4, 40, str(folder.path / RESULTS)))
    qtbot.waitUntil(lambda: page.title.text().startswith("epoch 4"))
    assert page.grid.currentIndex().row() == 0
    assert isinstance(worker.asked()[-1], Explain)
    assert page.closeup.heading.text() == "Image 103: “cat”, taken for “dog”"

    page.order.setCurrentIndex(1)
    assert page.list_title.text() == "The least certain first"
    page.order.setCurrentIndex(2)
    assert page.list_title.text() == "“cat” taken for “dog”: 2 images"
    tell(runs, FINISHED)
    runs.train()
    assert page.overview.isVisible() is False
    assert page.closeup.subject is None


def test_the_node_on_the_canvas_is_looked_into(
    runs: Runs, page: ResultsPage, worker: Worker
) -> None:
    begin(runs, worker)
    controls = page.closeup.controls
    assert controls.path not in ("", "conv1")
    runs._editor.select(["conv1"])
    assert controls.path == "conv1"
    runs._editor.select(["input"])
    assert controls.path == "conv1"


def test_what_was_validated_before_it_was_looked_at_is_shown(
    runs: Runs, page: ResultsPage, worker: Worker
) -> None:
    page.hide()
    folder = begin(runs, worker)
    (folder.path / RESULTS).write_bytes(dumps(results(epoch=2)))
    page.show()
    assert page.title.text().startswith("epoch 2")
    page.hide()
    tell(runs, Validated(5, 50), dumps(results(epoch=5)))
    assert page.title.text().startswith("epoch 2")
    page.show()
    assert page.title.text().startswith("epoch 5")


def test_many_images_are_read_beside_the_window_and_the_newest_are_shown(
    runs: Runs,
    page: ResultsPage,
    worker: Worker,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 0)
    threads: list[Thread] = []
    monkeypatch.setattr(Results, "prepare", lambda self: threads.append(current_thread()))
    folder = begin(runs, worker)
    (folder.path / RESULTS).write_bytes(dumps(results(epoch=2)))
    page.review(folder)
    assert page.title.text() == "LeNet-5", "nothing is there yet"
    qtbot.waitUntil(lambda: page.title.text().startswith("LeNet-5 · epoch 2"))
    page.review(None)
    for epoch in (3, 4, 5):
        tell(runs, Validated(epoch, 10 * epoch), dumps(results(epoch=epoch)))
    qtbot.waitUntil(lambda: page.title.text().startswith("epoch 5"))
    assert threads
    assert current_thread() not in threads
    page.review(folder)
    page.review(None)
    page.review(folder)
    qtbot.waitUntil(lambda: page.title.text().startswith("LeNet-5 · epoch 2"))


def test_a_failed_run_is_asked_in_a_worker_of_its_own(
    runs: Runs, page: ResultsPage, worker: Worker
) -> None:
    folder = begin(runs, worker)
    (folder.path / RESULTS).write_bytes(dumps(results(epoch=2)))
    tell(runs, Failed("The loss is no number."))
    assert page.title.text().startswith("LeNet-5 · epoch 2")
    assert not page.back.isVisible()
    worker.sent.clear()
    page.show_file("/home/me/rex.png")
    trainer, command = worker.sent[-1]
    assert trainer is not runs.trainer
    assert isinstance(command, Review)
    assert (command.start.folder, command.best) == (str(folder.path), False)
    trainer._take(replace(started(), classes=CLASSES, exact="The data is another."), b"")
    assert page.reason.text() == "The data is another."
    trainer._take(Validated(3, 30), dumps(results(epoch=3)))
    assert page.title.text().startswith("LeNet-5 · epoch 3")
    assert worker.asked() == []
    trainer._take(FINISHED, b"")
    assert worker.asked() == [Predict("/home/me/rex.png")]
    worker.answer()
    assert page.closeup.heading.text() == "rex.png: “dog” (60.0 %)"


def test_a_past_run_is_shown_until_it_is_left(
    runs: Runs, page: ResultsPage, worker: Worker
) -> None:
    past = begin(runs, worker)
    tell(runs, FINISHED)
    begin(runs, worker)
    worker.sent.clear()
    page.review(past)
    assert page.back.isVisible()
    assert page.nothing.text().startswith("Loading the network")
    trainer, command = worker.sent[-1]
    assert isinstance(command, Review)
    trainer._take(Failed("The data is gone. Choose it anew."), b"")
    assert page.nothing.text() == "The data is gone. Choose it anew."
    trainer._take(Validated(1, 9), dumps(results(epoch=1)))
    assert page.title.text().startswith("LeNet-5 · epoch 1")
    page.back.click()
    assert not page.back.isVisible()
    assert page.nothing.text().startswith("What the network makes of each image")
    page.review(past)
    runs.begun.emit(True)
    assert not page.back.isVisible()


def test_the_best_weights_are_another_network(
    runs: Runs, page: ResultsPage, worker: Worker
) -> None:
    past = begin(runs, worker)
    page.review(past)
    assert not page.weights.isVisible()
    best = past.path / "checkpoints" / "best"
    best.mkdir(parents=True)
    (best / "weights.safetensors").write_bytes(b"")
    page.review(None)
    page.review(past)
    assert page.weights.isVisible()
    page.weights.setCurrentIndex(1)
    trainer, command = worker.sent[-1]
    assert isinstance(command, Review)
    assert command.best
    page.show_file("/home/me/rex.png")
    worker.sent.clear()
    for number in (3, 1):  # the worker may be through with the newest ones, or give them up
        trainer._take(Validated(number, 10 * number), dumps(results(epoch=number)))
        assert page.title.text().startswith("LeNet-5 · epoch 1") == (number == 1)
        trainer._take(FINISHED, b"")
        assert (worker.asked() == [Predict("/home/me/rex.png")]) == (number == 1)


def test_it_follows_the_language(
    runs: Runs, page: ResultsPage, worker: Worker, qtbot: QtBot, english: None
) -> None:
    begin(runs, worker)
    tell(runs, Validated(3, 30), dumps(results()))
    qtbot.waitUntil(lambda: page.title.text().startswith("epoch 3"))
    page.overview.chosen.emit(0, 1)
    language.use("zh_CN")
    assert page.title.text().startswith("第 3 轮")
    assert page.list_title.text() == "“cat”被认作“dog”：2 张图像"


def test_predictions_and_the_picture_are_exported(
    runs: Runs, page: ResultsPage, worker: Worker, tmp_path: Path
) -> None:
    begin(runs, worker)
    assert not page.export.isVisible()
    tell(runs, Validated(3, 30), dumps(results()))
    page.hide()
    page.show()
    assert page.export.isVisible()
    page.export_csv(tmp_path / "results.csv")
    head, first, *rest = (tmp_path / "results.csv").read_text().splitlines()
    assert head == "image,actual,predicted,loss,score of cat,score of dog,score of emu"
    assert first == "100,cat,cat,0.105361,0.8999,0.04999,0.04999"
    assert len(rest) == 10
    page.export_png(tmp_path / "results.png")
    assert QImage(str(tmp_path / "results.png")).width() == 2 * page.overview.width()


def test_the_worker_of_a_past_run_goes_with_the_window(
    runs: Runs, page: ResultsPage, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[Trainer] = []
    monkeypatch.setattr(Trainer, "shutdown", lambda self: ended.append(self))
    page.review(begin(runs, worker))
    trainer, _ = worker.sent[-1]
    page.close()
    assert ended == [trainer]


def test_an_image_is_dropped_or_pasted(
    runs: Runs, page: ResultsPage, worker: Worker, tmp_path: Path
) -> None:
    file, bitmap = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "rex.webp"))])
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    bitmap.setImageData(image)
    assert not _drop(page, file)
    begin(runs, worker)
    worker.sent.clear()
    assert _drop(page, file)
    assert worker.asked() == [Predict(str(tmp_path / "rex.webp"))]
    assert _drop(page, bitmap)
    about = worker.asked()[-1]
    assert isinstance(about, Predict)
    assert QImage(about.file).pixelColor(0, 0).name() == "#ff0000"
    text = QMimeData()
    text.setText("rex")
    assert not _drop(page, text)


def _drop(page: ResultsPage, mime: QMimeData) -> bool:
    """Whether it was taken."""
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), actions, mime, buttons, none)
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(QPointF(9, 9), actions, mime, buttons, none))
    return enter.isAccepted()
