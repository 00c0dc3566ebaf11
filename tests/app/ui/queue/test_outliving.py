"""A window closes, or dies, and the run goes on: the next window finds it and has it in hand."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QMessageBox, QTabWidget
from pytestqt.qtbot import QtBot

from app.runs.folder import DOOR, LOG, RunFolder
from app.runs.place import VARIABLE
from app.runs.record import Door
from app.training.messages import Command, Enqueue, Outlive, Paused, Queue, Resume, Start
from app.ui import settings
from app.ui.training import link as link_module
from app.ui.training.link import Link
from app.ui.training.trainer import Trainer
from app.ui.window import MainWindow
from tests.app.runs.played import RECORDED
from tests.app.ui.queue.room import STARTED

LONG = 60_000  # ms; a limit for facts, not a time that is waited for


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    discard = QMessageBox.StandardButton.Discard
    monkeypatch.setattr(MainWindow, "ask", lambda *_: discard)
    yield tmp_path
    settings.set_leaving("")
    settings.set_left([])


def window_in(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


def answer(
    monkeypatch: pytest.MonkeyPatch, place: int | None, *, always: bool = False
) -> list[str]:
    """Every question is answered so; returns what was asked."""
    asked: list[str] = []

    def offer(
        self: MainWindow, title: str, text: str, choices: object, *, check: QCheckBox
    ) -> int | None:
        asked.append(f"{title}\n{text}")
        check.setChecked(always)
        return place

    monkeypatch.setattr(MainWindow, "offer", offer)
    return asked


def trained(window: MainWindow, qtbot: QtBot, epochs: int) -> RunFolder:
    """A run under way of LeNet-5 on digits."""
    window.documents.open_preset("lenet5")
    recipe = msgspec.structs.replace(window.editor.recipe, epochs=epochs, device="cpu")
    window.editor.set_recipe(recipe)
    window.runs.train()
    losses = window.runs.trainer
    qtbot.waitUntil(
        lambda: losses.history is not None and len(losses.history.losses) > 0, timeout=LONG
    )
    assert window.runs.live is not None
    return RunFolder(Path(window.runs.live.folder))


def found(window: MainWindow, qtbot: QtBot) -> None:
    assert window.outliving.found.look()
    qtbot.waitUntil(lambda: window.runs.active, timeout=LONG)


def test_a_run_goes_on_without_its_window_and_the_next_one_has_it_in_hand(
    root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, 0)
    first = window_in(qtbot)
    run = trained(first, qtbot, 5000)
    process = first.runs.trainer.process_id
    first.close()
    assert asked[0].startswith("A run is under way\nLeNet-5 is being trained.")
    qtbot.waitUntil(lambda: run.door() is not None, timeout=LONG)
    assert run.state() == "running"

    second = window_in(qtbot)
    found(second, qtbot)
    trainer = second.runs.trainer
    assert trainer.process_id == process
    assert second.title == "LeNet-5"
    assert second.runs.here
    assert not second.runs.outdated, "its network is the one that is shown"
    history = second.runs.history
    assert history is not None
    assert len(history.losses) > 0
    maps = second.canvas.layer.thumbnails
    second.show()
    qtbot.waitUntil(lambda: "conv1" in maps, timeout=LONG)

    third = window_in(qtbot)
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "tell", lambda self, text: told.append(text))
    assert not third.outliving.found.look()
    assert told == ["LeNet-5 is being trained in another window."]
    third.close()

    second.runs.pause()
    qtbot.waitUntil(lambda: second.runs.paused, timeout=LONG)
    assert second.runs.history is not None
    told_of = second.runs.history.losses.values.tolist()
    assert told_of == run.history().losses.values.tolist(), "nothing is missing, nothing double"
    second.runs.stop()
    qtbot.waitUntil(lambda: not second.runs.active, timeout=LONG)
    second.close()
    assert len(asked) == 1, "nothing was under way"
    assert run.state() == "stopped"


def test_what_is_done_every_time_is_remembered(
    root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Command] = []
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    monkeypatch.setattr(Trainer, "send", lambda self, command: sent.append(command))
    asked = answer(monkeypatch, None)
    window = window_in(qtbot)
    window.documents.open_preset("lenet5")
    window.runs.train()
    window.runs.queue.add()
    (start,) = (command for command in sent if isinstance(command, Start))
    (later,) = (command.start.folder for command in sent if isinstance(command, Enqueue))
    trainer = window.runs.trainer
    for event in (Queue((later,), start.folder), STARTED, Paused()):
        trainer._take(event, b"")
    titles = [t.tabText(k) for t in window.findChildren(QTabWidget) for k in range(t.count())]
    assert "Queue (1)" in titles
    sent.clear()
    assert not window.close(), "the person thought better of it"
    assert "1 run in the queue." in asked[0]
    assert sent == []
    asked = answer(monkeypatch, 1, always=True)
    window.outliving.settle()
    assert settings.leaving() == "stop"
    window.outliving.settle()
    assert len(asked) == 1
    window.outliving.carry_out()
    assert sent == [Outlive(False)]
    sent.clear()
    settings.set_leaving("background")
    window.close()
    assert sent == [Resume(), Outlive(True)], "a paused one is not left to wait"
    assert len(asked) == 1
    assert settings.left() == [start.folder, later]


WINDOW = """
import sys
import msgspec
from app.ui.application import make_application
app = make_application()
from app.ui.window import MainWindow
window = MainWindow()
window.documents.open_preset("lenet5")
recipe = msgspec.structs.replace(window.editor.recipe, epochs=5000, device="cpu")
window.editor.set_recipe(recipe)
window.runs.train()
window.runs.queue.add()
def tell():
    runs = window.runs
    if len(runs.trainer.history.losses) and runs.queue.folders:
        print(runs.trainer.process_id, runs.live.folder, *runs.queue.folders, sep="\\t", flush=True)
window.runs.changed.connect(tell)
app.exec()
"""


def test_run_and_queue_survive_the_window_and_the_queue_its_worker_too(
    root: Path, qtbot: QtBot
) -> None:
    with subprocess.Popen(
        (sys.executable, "-c", WINDOW), stdout=subprocess.PIPE, cwd=Path(__file__).parents[4]
    ) as killed:
        assert killed.stdout is not None
        number, *folders = killed.stdout.readline().decode().strip().split("\t")
        killed.send_signal(signal.SIGKILL)
    process = int(number)
    first, second = (RunFolder(Path(folder)) for folder in folders)
    qtbot.waitUntil(lambda: first.door() is not None, timeout=LONG)
    assert (first.state(), second.state()) == ("running", "queued")
    window = window_in(qtbot)
    found(window, qtbot)
    assert window.runs.trainer.process_id == process
    queue = window.runs.queue
    qtbot.waitUntil(lambda: queue.folders == (str(second.path),), timeout=LONG)
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: not window.notice.isHidden(), timeout=LONG)
    assert window.notice.says.text() == "1 run waited in a queue that was broken off."
    assert first.state() == "interrupted"
    window.notice.buttons[0].click()
    qtbot.waitUntil(
        lambda: window.runs.live is not None and window.runs.live.folder == str(second.path),
        timeout=LONG,
    )
    assert window.runs.trainer.process_id != process
    window.runs.stop()
    qtbot.waitUntil(lambda: window.runs.idle, timeout=LONG)
    assert second.state() == "stopped"
    window.close()


HANGING_UP = """
import sys
from pathlib import Path
from time import sleep
from app.runs.folder import RunFolder
from app.training.frames import encode
from app.training.messages import Welcome
from app.worker.door import Door
run = RunFolder(Path(sys.argv[1]))
held = run.hold()
door = Door()
door.stand_in(sys.argv[1])
visitor = door.wait()
visitor.socket.sendall(encode(Welcome("")))
visitor.socket.close()
sleep(0.2)  # as one may take that is killed, from its socket to its locks
"""


def test_a_worker_is_over_when_its_run_is_free(
    root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_module, "KILLING", LONG)  # a busy machine takes its time to end one
    run = RunFolder(shutil.copytree(RECORDED / "healthy", root / "1-run"))
    with subprocess.Popen((sys.executable, "-c", HANGING_UP, str(run.path))):
        qtbot.waitUntil(lambda: run.door() is not None)
        door = run.door()
        assert door is not None
        parent = QObject()
        link = Link(parent)
        free: list[bool] = []
        link.over.connect(lambda _: free.append(not run.alive()))
        link.find(door, run.path / LOG)
        qtbot.waitUntil(lambda: bool(free))
    link.leave()
    assert free == [True]


def test_the_door_of_a_killed_worker_is_cleared_away(root: Path, qtbot: QtBot) -> None:
    process = subprocess.Popen((sys.executable, "-c", ""))
    process.wait()
    run = root / "1-run"
    run.mkdir()
    (run / "run.json").write_bytes((RECORDED / "healthy" / "run.json").read_bytes())
    (run / DOOR).write_bytes(msgspec.json.encode(Door(9, "token", process.pid)))
    (run / "alive.lock").touch()
    window = window_in(qtbot)
    assert not window.outliving.found.look()
    assert not (run / DOOR).exists()


def test_one_that_cannot_be_reached_is_told(
    root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = RunFolder(root / "1-run")
    run.path.mkdir()
    (run.path / "run.json").write_bytes((RECORDED / "healthy" / "run.json").read_bytes())
    (run.path / DOOR).write_bytes(msgspec.json.encode(Door(9, "token", os.getpid())))
    held = run.hold()
    assert held is not None
    warned: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda self, title, text: warned.append(title))
    window = window_in(qtbot)
    assert window.outliving.found.look()
    qtbot.waitUntil(lambda: bool(warned), timeout=LONG)
    held.release()
    assert warned == ["The run in the background cannot be reached"]
    assert window.runs.trainer.process_id, "it has a worker of its own again"


def test_what_came_of_a_run_in_the_background_is_told_once(root: Path, qtbot: QtBot) -> None:
    run = shutil.copytree(RECORDED / "healthy", root / "1-run")
    settings.set_left([str(run)])
    window = window_in(qtbot)
    window.show_canvas()
    assert not window.outliving.found.look()
    assert "LeNet-5 has ended in the background" in window.notice.says.text()
    window.notice.hide()
    assert not window.outliving.found.look()
    assert window.notice.isHidden()
    others = [
        str(shutil.copytree(RECORDED / recorded, root / name))
        for name, recorded in (("2-run", "healthy"), ("3-run", "broken"))
    ]
    settings.set_left([str(run), *others])
    assert not window.outliving.found.look()
    told = window.notice.says.text()
    head, each = told.split(": ", 1)
    assert head == "3 runs have ended in the background"
    names = [name for name, _ in (words.rsplit(" (", 1) for words in each.split(", "))]
    assert len({*names}) == 3, "all are of LeNet-5"
    assert each.count("98.3 %") == 2
    assert each.endswith("(failed).")
