"""A run beside its drawing: what is said and shown of it once the drawing is another one."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from app.targets import load
from app.training.fit import fit
from app.training.history import State
from app.ui.formats import both, size
from app.ui.training.status import OF_BEFORE
from app.ui.window import MainWindow
from nodes.errors import SkipwireError
from nodes.network import ROOT, Node, wire
from nodes.network.edits import add, connect, move, set_argument

LONG = 60_000  # ms; a limit for facts, not a time that is waited for
BUTTONS = QMessageBox.StandardButton


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    for name in ("ask", "warn"):
        monkeypatch.setattr(MainWindow, name, unexpected)
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.documents.show(load("preset:lenet5"), None)
    window.canvas.fit()
    return window


def unexpected(self: MainWindow, title: str, text: str, *_: object) -> None:
    raise AssertionError(f"A dialog came up: {title} {text}")


def let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def say(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    """Answer every question so; returns what was asked."""
    asked: list[str] = []

    def reply(self: MainWindow, title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return answer

    monkeypatch.setattr(MainWindow, "ask", reply)
    return asked


def trigger(window: MainWindow, id: str) -> None:
    assert window.actions_by_id[id].isEnabled(), id
    window.actions_by_id[id].trigger()


def epochs(window: MainWindow, number: int) -> None:
    recipe = msgspec.structs.replace(window.editor.recipe, epochs=number, device="cpu")
    window.editor.set_recipe(recipe)


def train(window: MainWindow, qtbot: QtBot) -> None:
    """One epoch, to its end."""
    epochs(window, 1)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)


def pause(window: MainWindow, qtbot: QtBot) -> None:
    """Train for some steps, and wait until thumbnails are there and the run stands."""
    epochs(window, 500)
    trigger(window, "run.train")
    maps = window.canvas.layer.thumbnails
    qtbot.waitUntil(lambda: "conv1" in maps and "pool1" in maps, timeout=LONG)
    trainer = window.runs.trainer
    qtbot.waitUntil(lambda: bool(trainer.history and len(trainer.history.losses)), timeout=LONG)
    trigger(window, "run.pause")
    qtbot.waitUntil(lambda: window.runs.paused, timeout=LONG)


def widen(window: MainWindow) -> None:
    """Another network: more channels from the second convolution on."""
    window.editor.apply("Widen", lambda n: set_argument(n, ROOT, ["conv2"], "out_channels", 20))
    assert window.editor.report.ok


def told(window: MainWindow) -> list[str]:
    """What the panel, the status bar and the button say of the run."""
    (bar,) = (b for b in window.status.findChildren(QToolButton) if "cpu" in b.text())
    train = window.actions_by_id["run.train"]
    return [window.training.status.state.text(), bar.text(), train.text(), train.toolTip()]


# --- after an edit -------------------------------------------------------------------------------


def test_a_run_of_the_drawing_before_an_edit_is_named_so(window: MainWindow, qtbot: QtBot) -> None:
    pause(window, qtbot)
    before = told(window)
    assert not any(OF_BEFORE in text for text in before)
    assert before[2] == "&Resume"
    window.editor.apply("Move", lambda n: move(n, ROOT, {"conv1": (900, 900)}))
    assert told(window) == before, "the same network"
    widen(window)
    panel, bar, button, tip = told(window)
    for text in (panel, bar, tip):
        assert OF_BEFORE in text
    assert button == "&Resume Old Drawing"
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: window.runs.can_pause, timeout=LONG)
    assert OF_BEFORE in told(window)[0]
    window.editor.undo()
    assert not any(OF_BEFORE in text for text in told(window))
    window.editor.apply("Break", lambda n: set_argument(n, ROOT, ["conv1"], "kernel_size", 99))
    assert OF_BEFORE in told(window)[0]


def test_maps_are_shown_where_they_still_fit(window: MainWindow, qtbot: QtBot) -> None:
    pause(window, qtbot)
    window.docks.front("maps")
    maps = window.canvas.layer.thumbnails
    qtbot.waitUntil(lambda: "conv2" in maps, timeout=LONG)
    widen(window)
    assert "conv1" in maps
    assert "conv2" not in maps
    window.editor.select(["conv2"])
    assert "Before your edit" in window.maps.accessibleDescription()
    window.editor.undo()
    qtbot.waitUntil(lambda: "conv2" in maps, timeout=LONG)
    qtbot.waitUntil(lambda: window.maps.title.startswith("conv2"), timeout=LONG)


# --- weights that are not those of the drawing ---------------------------------------------------


@pytest.mark.parametrize("action", ["export.onnx", "export.pt2", "network.save_weights"])
def test_initial_weights_are_not_written_for_trained_ones_unasked(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    action: str,
) -> None:
    train(window, qtbot)
    widen(window)
    kind = action.removeprefix("export.")
    target = tmp_path / f"net.{'safetensors' if kind == action else kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    asked = say(monkeypatch, BUTTONS.Cancel)
    trigger(window, action)
    assert asked == [
        "These will be the initial weights, drawn with seed 0: the trained ones belong to the "
        "drawing before your edit."
    ]
    assert not os.listdir(tmp_path)
    say(monkeypatch, BUTTONS.Yes)
    trigger(window, action)
    message = window.status.currentMessage
    qtbot.waitUntil(lambda: "untrained weights of seed 0" in message(), timeout=LONG)


def test_trained_weights_are_written_unasked(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(window, qtbot)
    widen(window)
    window.editor.undo()
    target = tmp_path / "net.safetensors"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    trigger(window, "network.save_weights")
    message = window.status.currentMessage
    qtbot.waitUntil(lambda: "steps of training" in message(), timeout=LONG)


def test_weights_of_a_dead_worker_and_of_another_document_are_asked_about(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause(window, qtbot)
    os.kill(window.runs.trainer.process_id, 9)
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    asked = say(monkeypatch, BUTTONS.Cancel)
    trigger(window, "network.save_weights")
    assert "the trained ones were lost when their run failed" in asked[-1]
    window.documents.show(load("preset:resnet20"), None)
    trigger(window, "network.save_weights")
    assert "the trained ones belong to another document" in asked[-1]


# --- refusals and other documents ----------------------------------------------------------------


def add_output(window: MainWindow) -> None:
    window.editor.apply("Add", lambda n: add(n, ROOT, Node("logits", "Output")))
    window.editor.apply("Wire", lambda n: connect(n, ROOT, wire("conv1", "output", "logits", "input")))  # fmt: skip  # noqa: E501
    assert window.editor.report.ok


def test_why_a_run_cannot_begin_stands_in_the_panel_until_an_edit(
    window: MainWindow, qtbot: QtBot
) -> None:
    train(window, qtbot)
    finished = window.runs.history
    window.documents.show(load("preset:lenet5"), None)
    add_output(window)
    trigger(window, "run.train")
    status, history = window.training.status, window.runs.history
    assert history is not None
    assert history.state is State.FAILED
    assert "logits gives 6×28×28" in status.reason.text()
    assert status.reason.isVisible()
    assert window.training.tabs.currentWidget() is status
    assert window.docks["training"].visibleRegion().isEmpty() is False
    assert not status.data.isVisible(), "nothing of the run before"
    window.editor.undo()
    assert window.runs.history is None
    assert status.reason.isHidden()
    assert finished is window.runs.trainer.history


def test_a_refusal_hides_the_run_of_the_same_document_until_an_edit(
    window: MainWindow, qtbot: QtBot
) -> None:
    train(window, qtbot)
    finished = window.runs.history
    add_output(window)
    trigger(window, "run.train")
    assert "logits gives" in window.training.status.reason.text()
    assert OF_BEFORE not in window.training.status.state.text()
    window.editor.undo()
    window.editor.undo()
    assert window.runs.history is finished
    assert window.training.status.state.text().startswith("Finished")


def test_another_document_shows_nothing_of_the_run_before(window: MainWindow, qtbot: QtBot) -> None:
    pause(window, qtbot)
    window.show_dock("maps")
    assert window.maps.probe.image.isVisible()
    trained, history = window.tabs.active, window.runs.history
    maps = window.canvas.layer.thumbnails
    assert "conv1" in maps
    window.documents.show(load("preset:resnet20"), None)
    assert window.runs.history is None
    assert window.training.status.state.text() == "Nothing trained yet"
    assert not window.maps.probe.image.isVisible()
    assert "conv1" not in window.canvas.layer.thumbnails
    window.show_dock("training")
    with pytest.raises(SkipwireError, match="no curves"):
        window.curves.export_csv(Path("nowhere.csv"))
    assert window.actions_by_id["run.train"].text() == "&Train"
    window.tabs.activate(trained)
    assert window.runs.history is history, "its own tab has it still"
    assert "conv1" in maps
    assert window.actions_by_id["run.train"].text() == "&Resume"
    window.tabs.close_tab(trained)
    run = window.runs.trainer
    qtbot.waitUntil(lambda: run.history is not None and not run.history.active, timeout=LONG)
    assert window.runs.history is None


# --- what fits -----------------------------------------------------------------------------------


def test_the_largest_batch_is_that_of_the_device_that_the_worker_found(
    window: MainWindow, qtbot: QtBot
) -> None:
    trainer = window.runs.trainer
    window.documents.show(load("preset:resnet18"), None)
    qtbot.waitUntil(lambda: trainer.ready, timeout=LONG)
    device, limit = next(iter(trainer.devices.items()))
    largest = fit(window.editor.report.memory, window.editor.recipe, trainer.devices).largest
    assert largest is not None
    tips = [label.toolTip() for label in window.status.findChildren(QLabel)]
    where = f"{device} with {both(limit)}"
    assert any(f"The largest batch that fits {where}: {largest:,}." in tip for tip in tips)
    assert window.training.form.room.isHidden()
    recipe = msgspec.structs.replace(window.editor.recipe, batch_size=65536)
    window.editor.set_recipe(recipe)
    said = f"Batch size: at most {largest:,} fit {device} with {size(limit)}."
    assert window.training.form.room.text() == said


def test_photographs_are_shown_without_training(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.open_preset("line_filters")
    label = window.maps.probe.label
    qtbot.waitUntil(lambda: label.text() == "china", timeout=LONG)
    window.maps.probe.next.click()
    qtbot.waitUntil(lambda: label.text() == "flower", timeout=LONG)
    window.maps.probe.next.click()
    qtbot.waitUntil(lambda: label.text() == "china", timeout=LONG)
    told = window.training.status.state
    qtbot.waitUntil(lambda: told.text() == "Shown on cpu, nothing learned", timeout=LONG)
    qtbot.waitUntil(lambda: "2 × 427 × 640, shown as 342 × 512" in window.maps.title, timeout=LONG)
    assert window.runs.history is not None
    assert not len(window.runs.history.losses)
    assert "vertical lines, horizontal lines" in window.maps.title
    assert "training step" not in " ".join(b.text() for b in window.status.findChildren(QLabel))
    assert "nothing is trained" in " ".join(b.text() for b in window.status.findChildren(QLabel))


def test_what_only_shows_follows_the_drawing(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.open_preset("line_filters", {"input_size": (40, 60)})
    qtbot.waitUntil(lambda: "2 × 40 × 60" in window.maps.title, timeout=LONG)
    first = window.runs.history
    e = window.editor
    e.apply("Move", lambda n: move(n, ROOT, {"lines": (50, 300)}))
    e.apply("Widen", lambda n: set_argument(n, ROOT, ["lines"], "kernel_size", 15))
    assert e.report.outputs == ((2, 40, 60),), "the padding follows"
    e.apply("Step", lambda n: set_argument(n, ROOT, ["lines"], "stride", 2))
    qtbot.waitUntil(lambda: "2 × 20 × 30" in window.maps.title, timeout=LONG)
    assert window.runs.history is not first
    assert not window.runs.outdated
    e.apply("Break", lambda n: set_argument(n, ROOT, ["input"], "shape", (3, 4)))
    assert not e.report.ok
    e.undo()
    e.undo()
    qtbot.waitUntil(lambda: "2 × 40 × 60" in window.maps.title, timeout=LONG)
