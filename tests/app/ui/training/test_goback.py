"""The way back of a run that ended in NaN: where it leads to, and when there is one."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.runs.folder import CHECKPOINTS, STATE, WEIGHTS
from app.training.history import NOT_FINITE, RunHistory
from app.training.messages import Alert, Change, Changed, Failed
from app.training.recipe import Recipe
from app.ui.training.goback import GoBack, ShowNode
from tests.app.ui.plots.runs import started, steps

NAN = Alert(NOT_FINITE, "fc3", 40, "It was infinite.", "Lower the rate.")


@pytest.fixture
def button(qtbot: QtBot) -> GoBack:
    widget = GoBack()
    qtbot.addWidget(widget)
    return widget


def run(folder: Path) -> RunHistory:
    """Changed before its checkpoint at step 20, and after it."""
    history = RunHistory(Recipe(learning_rate=0.5))
    for event in (
        msgspec.structs.replace(started(), folder=str(folder)),
        steps(0, (1.0,) * 40),
        Changed(10, Change({"learning_rate": 0.3})),
        Changed(30, Change({"learning_rate": 80.0})),
    ):
        history = history.extend(event)
    return history


def keep(folder: Path, step: int) -> None:
    path = folder / CHECKPOINTS / f"{step:08}"
    path.mkdir(parents=True)
    for name in (STATE, WEIGHTS):
        (path / name).touch()


def test_it_leads_to_the_last_checkpoint_at_a_tenth_of_the_rate_there(
    button: GoBack, tmp_path: Path
) -> None:
    keep(tmp_path, 20)
    history = run(tmp_path)
    button.show_history(history)
    assert button.isHidden()
    button.show_history(history.extend(NAN).extend(Failed("It was infinite.")))
    assert not button.isHidden()
    assert "Step 20" in button.text()
    assert button.step == 20
    assert button.change.recipe == {"learning_rate": 0.03}
    assert "0.03" in button.toolTip()
    button.show_history(run(tmp_path))
    assert button.isHidden(), "it goes on"


def test_without_a_checkpoint_it_leads_to_the_beginning(button: GoBack, tmp_path: Path) -> None:
    button.show_history(run(tmp_path).extend(NAN).extend(Failed("It was infinite.")))
    assert "Begin Again" in button.text()
    assert button.change.recipe == {"learning_rate": 0.05}


def test_another_failure_and_a_run_that_is_not_kept_have_none(
    button: GoBack, tmp_path: Path
) -> None:
    button.show_history(run(tmp_path).extend(Failed("The disk is gone.")))
    assert button.isHidden()
    lost = RunHistory(Recipe()).extend(started()).extend(NAN).extend(Failed("It was infinite."))
    button.show_history(lost)
    assert button.isHidden()
    button.show_history(None)
    assert button.isHidden()


def test_it_leads_to_the_node_where_it_came_up(qtbot: QtBot, tmp_path: Path) -> None:
    where = ShowNode()
    qtbot.addWidget(where)
    history = run(tmp_path).extend(NAN)
    where.show_history(history)
    assert where.isHidden(), "it has not ended"
    where.show_history(history.extend(Failed("It was infinite.")))
    assert (where.isHidden(), where.path, where.text()) == (False, "fc3", "Show fc3")
    data = msgspec.structs.replace(NAN, path="")
    where.show_history(run(tmp_path).extend(data).extend(Failed("It was in the data.")))
    assert where.isHidden()
