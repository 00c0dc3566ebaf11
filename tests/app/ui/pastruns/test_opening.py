"""The network of a past run in a window: in the tab that has it, or in one that is told apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.runs.folder import RunFolder
from app.runs.place import VARIABLE
from app.ui.training.trainer import Trainer
from app.ui.window import MainWindow
from nodes.network import ROOT
from nodes.network.edits import rename
from tests.app.runs.played import RECORDED


def test_a_network_that_is_open_already_is_brought_to_the_front(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    runs = [
        RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / name)))
        for name in ("1-healthy", "2-healthy")
    ]
    window = MainWindow()
    qtbot.addWidget(window)
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    page = window.pages["pastruns"].page

    def open_network(run: RunFolder) -> None:
        page.opened.emit(run, run.document())  # type: ignore[attr-defined]

    def titles() -> list[str]:
        (group,) = window.tabs.groups
        return [group.bar.tabText(at) for at in range(group.bar.count())]

    open_network(runs[0])
    window.documents.open_preset("unet_classic")
    assert len(titles()) == 2
    open_network(runs[1])
    assert titles()[0] == "LeNet-5"
    assert len(titles()) == 2, "both runs are of one network"
    assert window.title == "LeNet-5"
    assert window.replay.epochs == runs[1].epochs_with_maps()
    window.editor.apply("Rename", lambda n: rename(n, ROOT, "conv1", "first"))
    open_network(runs[0])
    assert len(titles()) == 3
    assert titles()[0] == "LeNet-5", "the one that was edited"
    assert titles()[1].startswith("LeNet-5 — 20"), "when the run began"
