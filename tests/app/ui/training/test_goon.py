"""The way on for a run that was killed or stopped: there when there is more to train."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.runs.folder import EVENTS, RunFolder
from app.training.history import RunHistory
from app.training.messages import Failed, Finished
from app.training.recipe import Recipe
from app.ui.training.goon import GoOn
from tests.app.runs.played import RECORDED
from tests.app.ui.plots.runs import started, steps

DIED = Failed("The training process was killed (SIGKILL).")


@pytest.fixture
def button(qtbot: QtBot) -> GoOn:
    widget = GoOn()
    qtbot.addWidget(widget)
    return widget


def run(folder: str) -> RunHistory:
    begun = RunHistory(Recipe()).extend(replace(started(), folder=folder))
    return begun.extend(steps(0, (1.0,) * 5))


def test_it_is_there_where_a_run_was_killed_until_it_goes_on(button: GoOn, tmp_path: Path) -> None:
    kept = RunFolder(Path(shutil.copytree(RECORDED / "healthy", tmp_path / "run")))
    lines = (kept.path / EVENTS).read_bytes().splitlines(keepends=True)
    (kept.path / EVENTS).write_bytes(b"".join(lines[:30]))
    history = run(str(kept.path))
    button.show_history(history)
    assert button.isHidden(), "it is under way"
    button.show_history(history.extend(DIED))
    assert not button.isHidden()
    assert button.folder is not None
    assert button.folder.path == kept.path
    button.show_history(history)
    assert button.isHidden()


def test_what_has_finished_or_failed_or_is_not_kept_has_no_way_on(
    button: GoOn, tmp_path: Path
) -> None:
    folder = shutil.copytree(RECORDED / "healthy", tmp_path / "run")
    done = Finished(3, 30, False, 0.1, 0.2, 0.9, 80.0, 0.01)
    button.show_history(run(str(folder)).extend(done))
    assert button.isHidden()
    button.show_history(run("").extend(DIED))
    assert button.isHidden()
    button.show_history(None)
    assert button.isHidden()
