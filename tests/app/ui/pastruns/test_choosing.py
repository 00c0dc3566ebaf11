"""The menu of kept runs to be drawn beside another."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.runs.folder import RunFolder
from app.runs.place import runs_folder
from app.training.history import RunHistory
from app.ui.pastruns.choosing import MOST, RunChooser
from nodes.network.document import Document
from presets import PRESETS
from tests.app.training.networks import tiny


def runs(count: int) -> list[RunFolder]:
    document = Document(PRESETS["lenet5"].network())
    return [RunFolder.create(runs_folder(), tiny(), document) for _ in range(count)]


def test_runs_are_ticked_and_let_go(qtbot: QtBot) -> None:
    own, *others = runs(MOST + 3)
    chooser = RunChooser()
    qtbot.addWidget(chooser)
    chooser.own = str(own.path)
    heard: list[list[tuple[str, RunHistory]]] = []
    chooser.chosen.connect(heard.append)

    def offered() -> list[tuple[bool, bool]]:
        chooser.menu().aboutToShow.emit()
        return [(a.isChecked(), a.isEnabled()) for a in chooser.menu().actions()[:-2]]

    assert offered() == [(False, True)] * len(others)
    for at in range(MOST):
        offered()
        chooser.menu().actions()[at].trigger()
        assert len(heard[-1]) == at + 1
    assert offered() == [(True, True)] * MOST + [(False, False)] * 2, "no more than can be told"
    chooser.menu().actions()[0].trigger()
    assert len(heard[-1]) == MOST - 1
    assert offered()[-1] == (False, True)
    chooser.menu().actions()[-1].trigger()
    assert heard[-1] == []


def test_without_other_runs_it_says_so(qtbot: QtBot) -> None:
    (own,) = runs(1)
    chooser = RunChooser()
    qtbot.addWidget(chooser)
    chooser.own = str(own.path)
    chooser.menu().aboutToShow.emit()
    (*_, told) = chooser.menu().actions()
    assert "no other runs" in told.text()
    assert not told.isEnabled()
