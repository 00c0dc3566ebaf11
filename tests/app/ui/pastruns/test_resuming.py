"""A run that was broken off is offered at the next start, once, and goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.runs.folder import RunFolder
from app.runs.place import VARIABLE
from app.training.messages import Command, Enqueue, Start
from app.ui.pastruns.resuming import offer
from app.ui.training.trainer import Trainer
from app.ui.window import MainWindow
from tests.app.runs.played import RECORDED


def test_it_is_offered_once_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sent: list[Command] = []
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    monkeypatch.setattr(Trainer, "send", lambda self, command: sent.append(command))
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_canvas()
    offer(window)
    assert window.notice.isHidden(), "there are no runs"
    run = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "2-healthy")))
    offer(window)
    assert window.notice.isHidden(), "it is finished"
    events = run.path / "events.jsonl"
    lines = events.read_bytes().splitlines(keepends=True)
    events.write_bytes(b"".join(lines[:30]))
    window.notice.show_notice("It was changed.", [("Reload", lambda: None)])
    offer(window)
    assert window.notice.says.text() == "It was changed.", "which is to be answered first"
    window.notice.show_notice("It is back as it was.")
    offer(window)
    assert not window.notice.isHidden()
    assert window.notice.says.text().startswith("It is back as it was. The training")
    assert "LeNet-5 was broken off after 1 epoch" in window.notice.says.text()
    go_on, *_ = window.notice.buttons
    go_on.click()
    (start,) = (command for command in sent if isinstance(command, Start))
    assert (start.resume, start.folder) == (True, str(run.path))
    assert window.title == "LeNet-5"
    assert window.runs.active
    offer(window)
    assert window.notice.isHidden(), "it was offered"
    other = RunFolder(Path(shutil.copytree(run.path, tmp_path / "1-healthy")))
    window.pages["pastruns"].page.resumed.emit(other)  # type: ignore[attr-defined]
    (queued,) = (command.start for command in sent if isinstance(command, Enqueue))
    assert (queued.resume, queued.folder) == (True, str(other.path)), "it waits for its turn"
    warned: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda self, title, text: warned.append(title))
    held = other.hold()
    assert held is not None
    window.pages["pastruns"].page.resumed.emit(other)  # type: ignore[attr-defined]
    held.release()
    assert warned == ["Another run is under way"]
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
