"""Weights in the window: what is shown before anything changes, and what they then do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import torch
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from safetensors.torch import load_file, save_file

from app.targets import load
from app.training.history import State
from app.ui.weights.dialog import LoadDialog
from app.ui.weights.model import Fit
from app.ui.window import MainWindow
from app.weights.cache import kept
from app.weights.manifest import manifest
from nodes.network import ROOT, edits
from nodes.network.document import How

LONG = 60_000  # ms; a limit for facts, not a time that is waited for


@pytest.fixture
def warned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person was warned of."""
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda _, title, text: told.append(f"{title}: {text}"))
    return told


@pytest.fixture
def window(qtbot: QtBot, warned: list[str]) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.documents.show(load("preset:lenet5"), None)
    return window


def let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def state(window: MainWindow) -> dict[str, torch.Tensor]:
    torch.manual_seed(3)
    e = window.editor
    return {entry.key: torch.rand(entry.shape) for entry in manifest(e.network, e.report)}


def trigger(window: MainWindow, id: str) -> None:
    assert window.actions_by_id[id].isEnabled(), id
    window.actions_by_id[id].trigger()


def opened(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> LoadDialog:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    trigger(window, "network.load_weights")
    assert window.weights.dialog is not None
    return window.weights.dialog


def shown(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> LoadDialog:
    dialog = opened(window, path, monkeypatch)
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == 1, timeout=LONG)
    return dialog


def attach(window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = shown(window, path, qtbot, monkeypatch)
    with qtbot.waitSignal(window.weights.attached.changed):
        dialog.apply.click()


def cells(dialog: LoadDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_nothing_changes_before_it_is_asked_for(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = {f"module.{k}": t for k, t in state(window).items()}
    held["module.fc3.weight"] = torch.rand(1000, 84)
    del held["module.fc3.bias"]
    torch.save({"state_dict": {**held, "extra": torch.rand(2)}}, tmp_path / "a.pth")
    dialog = shown(window, tmp_path / "a.pth", qtbot, monkeypatch)
    assert window.editor.weights is None
    found = cells(dialog)
    assert [row[0] for row in found] == ["matched"] * 8 + ["mismatched", "missing", "unexpected"]
    assert found[0] == ["matched", "conv1.weight", "6×1×5×5", "module.conv1.weight", "6×1×5×5"]
    assert found[8][2::2] == ["10×84", "1000×84"]
    assert found[10] == ["unexpected", "", "", "extra", "2"]
    assert "8 of 10 tensors of the network, by name" in dialog.note.text()
    assert dialog.apply.isDefault()
    dialog.buttons.rejected.emit()
    assert window.editor.weights is None
    assert not window.editor.modified


def test_filter_and_search(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = state(window)
    del held["fc3.bias"]
    save_file(held, tmp_path / "a.safetensors")
    dialog = shown(window, tmp_path / "a.safetensors", qtbot, monkeypatch)
    assert not dialog.way.isEnabled(), "this format keeps no order"
    assert [dialog.shown.itemText(k) for k in range(5)] == [
        *("All 10", "9 matched", "0 mismatched", "1 missing", "0 unexpected"),
    ]
    dialog.shown.setCurrentIndex(dialog.shown.findData(Fit.MISSING))
    dialog.shown.activated.emit(dialog.shown.currentIndex())
    assert [row[1] for row in cells(dialog)] == ["fc3.bias"]
    dialog.shown.setCurrentIndex(0)
    dialog.search.setText("conv WEIGHT")
    assert [row[1] for row in cells(dialog)] == ["conv1.weight", "conv2.weight"]
    dialog.search.setText("conv nothing")
    assert cells(dialog) == []


def test_by_name_or_by_order(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    torch.save({f"x{k}": t for k, t in enumerate(state(window).values())}, tmp_path / "a.pth")
    dialog = shown(window, tmp_path / "a.pth", qtbot, monkeypatch)
    assert dialog.way.currentData() == How.ORDER
    assert dialog.way.isEnabled()
    assert dialog.apply.isEnabled()
    dialog.way.setCurrentIndex(dialog.way.findData(How.NAME))
    dialog.way.activated.emit(dialog.way.currentIndex())
    assert "0 of 10" in dialog.note.text()
    assert not dialog.apply.isEnabled()
    dialog.way.setCurrentIndex(dialog.way.findData(How.ORDER))
    dialog.way.activated.emit(dialog.way.currentIndex())
    dialog.apply.click()
    weights = window.editor.weights
    assert weights is not None
    assert (weights.how, Path(weights.file).name) == (How.ORDER, "a.pth")


def test_a_file_for_another_network_is_not_what_enter_loads(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = next(iter(state(window).items()))
    torch.save({first[0]: first[1], "a": torch.rand(7, 7)}, tmp_path / "a.pth")
    dialog = shown(window, tmp_path / "a.pth", qtbot, monkeypatch)
    assert dialog.way.currentData() == How.NAME
    assert "seems to be for another network" in dialog.note.text()
    assert dialog.apply.isEnabled()
    assert not dialog.apply.isDefault()


def test_weights_that_are_no_numbers_are_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = state(window)
    held["conv1.bias"][1] = float("nan")
    save_file({**held, "other": torch.tensor(float("nan"))}, tmp_path / "a.safetensors")
    dialog = shown(window, tmp_path / "a.safetensors", qtbot, monkeypatch)
    assert "10 of 10" in dialog.note.text()
    assert "conv1.bias of the file holds NaN or infinity" in dialog.note.text()
    assert not dialog.apply.isDefault()


def test_a_refused_file_says_why(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    torch.save(torch.nn.ReLU(), tmp_path / "a.pth")
    dialog = opened(window, tmp_path / "a.pth", monkeypatch)
    qtbot.waitUntil(lambda: "which is code" in dialog.note.text(), timeout=LONG)
    assert not dialog.apply.isEnabled()
    dialog.reject()


def test_a_dialog_that_is_left_reads_no_more(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.pth"
    with open(path, "wb") as file:
        file.truncate(1 << 40)  # a hole, so that reading it takes for ever
    dialog = opened(window, path, monkeypatch)
    with qtbot.waitSignal(window.weights.reading.told, timeout=LONG):
        pass
    dialog.reject()
    assert not window.weights.reading.busy
    assert window.editor.weights is None


def test_weights_are_part_of_the_design(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_file(state(window), tmp_path / "a.safetensors")
    attach(window, tmp_path / "a.safetensors", qtbot, monkeypatch)
    attached, status = window.weights.attached, window.status
    assert attached.line == "weights: a.safetensors, 10 of 10"
    assert status.weights.text().strip() == attached.line
    assert window.editor.modified
    assert window.editor.undo_label == "Load weights"
    window.editor.apply("Widen", lambda n: edits.set_argument(n, ROOT, ["fc3"], "out_features", 20))
    qtbot.waitUntil(lambda: attached.line.endswith("8 of 10"), timeout=LONG)
    window.editor.undo()
    window.editor.undo()
    assert window.editor.weights is None
    qtbot.waitUntil(lambda: attached.line == "", timeout=LONG)
    window.editor.redo()
    trigger(window, "network.detach_weights")
    assert window.editor.weights is None
    assert not window.actions_by_id["network.detach_weights"].isEnabled()


def test_a_document_remembers_them(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.safetensors"
    save_file(state(window), path)
    attach(window, path, qtbot, monkeypatch)
    weights = window.editor.weights
    assert weights is not None
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "n.skipwire"), "")
    )
    trigger(window, "file.save")
    assert '"file": "a.safetensors"' in (tmp_path / "n.skipwire").read_text()
    kept(weights.sha256).unlink()  # as on another machine
    window.documents.open_path(tmp_path / "n.skipwire")
    assert window.editor.weights == weights
    attached = window.weights.attached
    qtbot.waitUntil(lambda: attached.matching is not None, timeout=LONG)
    assert attached.line == "weights: a.safetensors, 10 of 10"
    assert not window.editor.modified


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda path: path.unlink(), "no such file"),
        (lambda path: save_file({"a": torch.rand(3)}, path), "is not the file whose weights"),
    ],
    ids=["gone", "another"],
)
def test_weights_that_are_not_to_be_had_are_told(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    change: object,
    words: str,
) -> None:
    path = tmp_path / "a.safetensors"
    save_file(state(window), path)
    attach(window, path, qtbot, monkeypatch)
    weights = window.editor.weights
    assert weights is not None
    document = window.editor.document
    kept(weights.sha256).unlink()
    change(path)  # type: ignore[operator]
    window.documents.show(document, None)
    attached = window.weights.attached
    qtbot.waitUntil(lambda: bool(attached.problem), timeout=LONG)
    assert words in attached.told
    assert attached.line.endswith("not to be had")
    trigger(window, "run.train")
    assert window.runs.history is not None
    assert window.runs.history.failed is not None
    assert words in window.runs.history.failed.reason
    trigger(window, "network.detach_weights")
    assert window.weights.attached.initial() is None


def test_a_run_begins_with_them_and_saves_them_with_the_network(
    window: MainWindow,
    warned: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    save_file(state(window), tmp_path / "a.safetensors")
    attach(window, tmp_path / "a.safetensors", qtbot, monkeypatch)
    e, target = window.editor, tmp_path / "b.safetensors"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    message = window.status.currentMessage
    trigger(window, "network.save_weights")
    qtbot.waitUntil(lambda: "with the weights of a.safetensors" in message(), timeout=LONG)
    found = load_file(target)
    assert all(torch.equal(found[k], t) for k, t in state(window).items())
    trigger(window, "run.train")
    qtbot.waitUntil(
        lambda: (
            window.runs.history is not None
            and window.runs.history.state in (State.FINISHED, State.FAILED)
        ),
        timeout=LONG,
    )
    assert window.runs.history is not None
    assert window.runs.history.started is not None
    assert window.runs.history.started.weights == "Began with 10 of 10 tensors of a.safetensors"
    assert "Began with 10 of 10" in window.training.status.data.text()
    trigger(window, "network.save_weights")
    qtbot.waitUntil(lambda: "steps of training" in message(), timeout=LONG)
    let_go(window)
    window.documents.open_path(target)
    assert e.path is None, "weights are no document to be written over"
    assert e.network.name == "LeNet-5"
    qtbot.waitUntil(lambda: window.weights.attached.matching is not None, timeout=LONG)
    assert window.weights.attached.line == "weights: b.safetensors, 10 of 10"
    assert not e.modified
    assert e.weights is not None
    assert e.weights.sha256
    assert not warned


def test_a_folder_that_is_read_only_loses_nothing(
    window: MainWindow,
    warned: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    target = tmp_path / "b.safetensors"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    trigger(window, "network.save_weights")
    qtbot.waitUntil(lambda: bool(warned), timeout=LONG)
    assert "folder" in warned[0]
    assert os.listdir(tmp_path) == ["b.safetensors"]


def test_a_file_of_weights_alone_is_no_document(
    window: MainWindow, warned: list[str], tmp_path: Path
) -> None:
    save_file({"a": torch.rand(2)}, tmp_path / "a.safetensors")
    window.documents.open_path(tmp_path / "a.safetensors")
    assert "holds weights and no network" in warned[0]
    assert window.editor.network.name == "LeNet-5"
