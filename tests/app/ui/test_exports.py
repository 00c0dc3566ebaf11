"""File > Export: every action writes its file, and the window never waits for torch."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.targets import load
from app.ui.window import MainWindow
from nodes.network import ROOT, Frozen, edits
from nodes.network.document import Weights

LONG = 60_000  # ms; a limit for facts, not a time that is waited for
MODELS = {"export.onnx": ".onnx", "export.pt2": ".pt2", "network.save_weights": ".safetensors"}


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


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


def trigger(window: MainWindow, id: str) -> None:
    assert window.actions_by_id[id].isEnabled()
    window.actions_by_id[id].trigger()


def test_the_menu_stands_in_the_file_menu(window: MainWindow) -> None:
    assert window.menus["Export"].menuAction() in window.menus["File"].actions()
    assert [a.text() for a in window.menuBar().actions()].count("&Export") == 0


@pytest.mark.parametrize(("action", "suffix"), MODELS.items())
def test_the_worker_writes_while_the_window_goes_on(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    action: str,
    suffix: str,
) -> None:
    choose(monkeypatch, tmp_path / "lenet")  # the suffix comes by itself
    trigger(window, action)
    assert window.status.currentMessage() == f"Writing {tmp_path / 'lenet'}{suffix}…"
    assert not os.listdir(tmp_path)
    message = window.status.currentMessage
    qtbot.waitUntil(lambda: message().startswith("Wrote"), timeout=LONG)
    assert "untrained weights of seed 0" in message()
    assert os.listdir(tmp_path) == [f"lenet{suffix}"]


def test_a_file_that_cannot_be_written_is_told(
    window: MainWindow,
    warned: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose(monkeypatch, tmp_path / "missing" / "a.safetensors")
    trigger(window, "network.save_weights")
    qtbot.waitUntil(lambda: bool(warned), timeout=LONG)
    assert "no such file or folder" in warned[0]
    assert not window.status.currentMessage()


def test_a_worker_that_dies_leaves_nobody_waiting(
    window: MainWindow,
    warned: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    trainer = window.runs.trainer
    qtbot.waitUntil(lambda: trainer.ready, timeout=LONG)
    os.kill(trainer.process_id, 19)  # stopped, so that it does not answer
    choose(monkeypatch, tmp_path / "a.onnx")
    trigger(window, "export.onnx")
    os.kill(trainer.process_id, 9)
    qtbot.waitUntil(lambda: bool(warned), timeout=LONG)
    assert "SIGKILL" in warned[0]
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_the_diagram_is_of_the_graph_that_is_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    window.documents.show(load("preset:resnet20"), None)
    window.editor.enter("layer1")
    choose(monkeypatch, tmp_path / f"a.{suffix}")
    trigger(window, "export.diagram")
    assert os.listdir(tmp_path) == [f"a.{suffix}"]
    if suffix == "svg":
        assert "<title>PaddedBlock</title>" in (tmp_path / "a.svg").read_text()


def test_the_summary_in_its_formats(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, words in ("a.md", "| conv1 "), ("a.csv", "conv1,Conv2d,"), ("a.tex", "conv1 & "):
        choose(monkeypatch, tmp_path / name)
        trigger(window, "export.summary")
        assert words in (tmp_path / name).read_text()


def test_the_script_stands_beside_the_module(
    window: MainWindow, warned: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, tmp_path)
    trigger(window, "export.script")
    assert sorted(os.listdir(tmp_path)) == ["lenet5.py", "train.py"]
    choose(monkeypatch, tmp_path / "train.py")
    trigger(window, "export.script")
    assert "cannot be made" in warned[0]


def test_the_script_begins_with_the_weights_that_are_loaded(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.editor.set_weights(Weights(str(tmp_path / "mine.pth")))
    choose(monkeypatch, tmp_path)
    trigger(window, "export.script")
    assert f'WEIGHTS = "{tmp_path / "mine.pth"}"' in (tmp_path / "train.py").read_text()
    assert f"It begins with {tmp_path / 'mine.pth'}." in window.status.currentMessage()


def test_a_script_of_frozen_parts_without_weights_is_told_of(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.editor.apply("Freeze", lambda n: edits.set_frozen(n, ROOT, ["conv1"], Frozen.ALL))
    choose(monkeypatch, tmp_path)
    trigger(window, "export.script")
    assert "no weights are loaded" in window.status.currentMessage()


def say(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    """Answer every question so; returns what was asked."""
    asked: list[str] = []

    def reply(_: MainWindow, title: str, text: str, *__: object) -> QMessageBox.StandardButton:
        asked.append(f"{title} {text}")
        return answer

    monkeypatch.setattr(MainWindow, "ask", reply)
    return asked


def test_edited_files_are_not_replaced_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    buttons, script = QMessageBox.StandardButton, tmp_path / "train.py"
    choose(monkeypatch, tmp_path)
    asked = say(monkeypatch, buttons.Cancel)
    trigger(window, "export.script")
    written = script.read_text()
    trigger(window, "export.script")
    assert asked == [], "the same text again takes nothing away"
    script.write_text("mine")
    window.tell("")
    trigger(window, "export.script")
    assert "“train.py”" in asked[0]
    assert "lenet5" not in asked[0]
    assert script.read_text() == "mine"
    assert not window.status.currentMessage()
    say(monkeypatch, buttons.Yes)
    trigger(window, "export.script")
    assert script.read_text() == written


@pytest.mark.parametrize(("action", "suffix"), [*MODELS.items(), ("file.save_as", ".skipwire")])
def test_a_suffix_that_was_not_typed_replaces_no_file_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, action: str, suffix: str
) -> None:
    there = tmp_path / f"lenet{suffix}"
    there.write_text("mine")
    choose(monkeypatch, tmp_path / "lenet")
    asked = say(monkeypatch, QMessageBox.StandardButton.Cancel)
    trigger(window, action)
    assert there.name in asked[0]
    assert there.read_text() == "mine"
    assert not window.status.currentMessage()


def test_what_was_not_chosen_is_not_written(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: pytest.fail("nothing went wrong"))
    for kind in ("code", "script", "onnx", "pt2", "diagram", "summary"):
        trigger(window, f"export.{kind}")
    trigger(window, "network.save_weights")
    assert not os.listdir(tmp_path)


def test_a_network_with_problems_is_only_drawn(window: MainWindow) -> None:
    window.editor.apply(
        "Break", lambda n: edits.set_argument(n, ROOT, ["conv1"], "kernel_size", 99)
    )
    enabled = {key for key, a in window.actions_by_id.items() if a.isEnabled()}
    assert {key for key in enabled if key.startswith("export.")} == {"export.diagram"}
