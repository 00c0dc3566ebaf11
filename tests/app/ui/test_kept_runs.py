"""Runs that the window starts are kept as folders, and it goes on with those broken off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.runs.folder import EVENTS
from app.runs.listing import listing
from app.runs.log import RunLog
from app.runs.overview import overview
from app.runs.place import VARIABLE
from app.targets import load
from app.training.history import State
from app.training.messages import Change, Changed, Command, NotKept, Start
from app.training.recipe import Recipe
from app.ui.editor import Editor
from app.ui.pastruns.page import PastRuns
from app.ui.runs import Runs
from app.ui.training.live import LivePanel, steer
from app.ui.training.trainer import Trainer
from nodes.errors import SkipwireError
from tests.app.runs.played import RECORDED, folder
from tests.app.ui.plots.runs import started, steps

LONG = 60_000  # ms; a limit for facts, not a time that is waited for


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "Runs"))
    return tmp_path / "Runs"


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(load("preset:lenet5"))
    editor.set_recipe(Recipe(epochs=1, device="cpu"))
    return editor


@pytest.fixture
def runs(root: Path, editor: Editor) -> Iterator[Runs]:
    runs = Runs(editor, lambda sheet: None, editor)
    yield runs
    runs.trainer.shutdown()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """What goes to a worker that is not there."""
    sent: list[Command] = []
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    monkeypatch.setattr(Trainer, "send", lambda self, command: sent.append(command))
    return sent


def test_a_run_is_kept_from_its_first_step_to_its_end(runs: Runs, root: Path, qtbot: QtBot) -> None:
    runs.train()
    qtbot.waitUntil(lambda: not runs.active, timeout=LONG)
    assert runs.history is not None
    assert runs.history.state is State.FINISHED
    (kept,) = listing(root)
    qtbot.waitUntil(lambda: not kept.alive())
    found = overview(kept)
    assert (found.state, found.epochs, found.name) == ("finished", 1, "LeNet-5")
    assert found.record is not None
    assert found.record.parameters == 61_706
    assert kept.document().recipe["epochs"] == 1
    history = kept.history()
    assert history.losses.values.tolist() == runs.history.losses.values.tolist()
    assert history.finished == runs.history.finished
    page = PastRuns(root)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.reading.read):
        page.show()
    assert [run.id for run in page.rows.runs()] == [kept.path.name]


def test_a_run_that_cannot_be_kept_goes_on(
    runs: Runs, root: Path, sent: list[Command], qtbot: QtBot
) -> None:
    root.touch()  # a file where the folder should be
    with qtbot.waitSignal(runs.not_kept) as told:
        runs.train()
    assert "not kept" in told.args[0]
    (start,) = (command for command in sent if isinstance(command, Start))
    assert start.folder == ""
    with qtbot.waitSignal(runs.not_kept) as told:
        runs.trainer.arrived.emit(NotKept("the disk is full"), b"")
    assert "the disk is full" in told.args[0]


def test_what_only_looks_is_not_kept(
    runs: Runs, editor: Editor, root: Path, sent: list[Command]
) -> None:
    editor.set_recipe(Recipe(data="photographs"))
    runs.train()
    assert any(isinstance(command, Start) for command in sent)
    assert not root.exists()


def test_a_run_goes_on_with_the_curves_it_had(runs: Runs, root: Path, sent: list[Command]) -> None:
    shutil.copytree(RECORDED / "healthy", root / "healthy")
    (run,) = listing(root)
    runs.go_on(run)
    (start,) = (command for command in sent if isinstance(command, Start))
    assert (start.resume, start.folder) == (True, str(run.path))
    assert runs.history is not None
    assert runs.active
    whole = folder("healthy").history().losses.values.tolist()
    assert runs.history.losses.values.tolist() == whole
    trainer = runs.trainer
    for event in (replace(started(45), resumed_at=100), steps(100, (0.5,), 3)):
        trainer._take(event, b"")
    assert runs.history.losses.values.tolist() == [*whole[:100], 0.5]
    held = run.hold()
    assert held is not None
    with pytest.raises(SkipwireError, match="being trained already"):
        runs.go_on(run)
    held.release()


def test_a_run_goes_on_with_the_settings_it_was_changed_to(
    runs: Runs, editor: Editor, root: Path, sent: list[Command], qtbot: QtBot
) -> None:
    shutil.copytree(RECORDED / "healthy", root / "healthy")
    (run,) = listing(root)
    log = RunLog(run.path / EVENTS)
    for step, rate in ((90, 0.5), (110, 0.25)):
        log.append(Changed(step, Change(recipe={"learning_rate": rate})))
    log.close()
    panel = LivePanel()
    qtbot.addWidget(panel)
    steer(panel, runs, editor)
    runs.go_on(run)
    assert panel.recipe.learning_rate == 0.25
    runs.trainer._take(replace(started(45), resumed_at=100), b"")
    assert panel.recipe.learning_rate == 0.5, "the later one comes again"
