"""The dialog that finds a learning rate: what it asks of its worker, shows, and gives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.training.messages import Command, Failed, FindRate, Finished, RateTried
from app.ui.training.aside import Aside
from app.ui.training.finding import RateDialog
from tests.app.training.networks import tiny

END = Finished(0, 3, False, 0.0, 0.0, 0.0, 1.0, 0.0)
TRIED = ((1e-4, 2.3), (1e-3, 1.9), (1e-2, 0.7))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """What the worker beside is asked for, of which there is none."""
    commands: list[Command] = []
    monkeypatch.setattr(Aside, "ask", lambda aside, command: commands.append(command))
    return commands


@pytest.fixture
def dialog(qtbot: QtBot, asked: list[Command]) -> RateDialog:
    widget = RateDialog(tiny(learning_rate=0.005))
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.open()
    return widget


def tried(dialog: RateDialog, suggestion: float | None) -> None:
    for rate, loss in TRIED[:-1]:
        dialog.aside.told.emit(RateTried(rate, loss), b"")
    dialog.aside.told.emit(RateTried(*TRIED[-1], suggestion), b"")
    dialog.aside.told.emit(END, b"")


def test_it_begins_at_once_and_shows_every_rate(dialog: RateDialog, asked: list[Command]) -> None:
    assert asked == [FindRate(tiny(learning_rate=0.005))]
    assert not dialog.take.isEnabled()
    dialog.aside.told.emit(RateTried(*TRIED[0]), b"")
    assert "0.0001" in dialog.state.text()
    assert dialog.progress.value() == 1
    assert not dialog.take.isEnabled()
    tried(dialog, 0.001)
    x, y = dialog.plot.curve.getOriginalDataset()
    assert [*zip(x, y, strict=True)] == [TRIED[0], *TRIED]


def test_the_suggestion_can_be_taken(dialog: RateDialog, qtbot: QtBot) -> None:
    tried(dialog, 0.00123456)
    assert dialog.rate == 0.00123
    assert dialog.field.text() == "0.00123"
    assert dialog.plot.line.isVisible()
    assert dialog.plot.rate == pytest.approx(0.00123)
    assert "the loss was 1.9" in dialog.note.text()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)


def test_another_one_can_be_chosen_in_the_plot_by_keys_and_by_typing(
    dialog: RateDialog, qtbot: QtBot
) -> None:
    tried(dialog, 0.001)
    view = dialog.plot.plot.getViewBox()
    place = dialog.plot.plot.mapFromScene(view.mapViewToScene(view.viewRect().center()))
    qtbot.mouseClick(dialog.plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    middle = 10 ** view.viewRect().center().x()
    assert dialog.rate == pytest.approx(middle, rel=0.1)
    before = dialog.rate
    qtbot.keyClick(dialog.plot, Qt.Key.Key_Right)
    assert dialog.rate == pytest.approx(1.1 * before, rel=0.01)
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "0.02")
    assert dialog.rate == 0.02
    assert dialog.plot.rate == pytest.approx(0.02)
    for text in ("0", "much", "101"):
        dialog.field.selectAll()
        qtbot.keyClicks(dialog.field, text)
        assert not dialog.take.isEnabled()
    assert dialog.rate == 10, "the last that is a rate, on the way to 101"


def test_where_nothing_is_learned_nothing_is_suggested(dialog: RateDialog) -> None:
    tried(dialog, None)
    assert "none is suggested" in dialog.state.text()
    assert not dialog.take.isEnabled()
    dialog.plot.chosen.emit(0.01)
    assert dialog.take.isEnabled()


def test_what_went_wrong_is_told_and_it_can_be_tried_again(
    dialog: RateDialog, asked: list[Command]
) -> None:
    dialog.aside.told.emit(Failed("The data is gone."), b"")
    assert dialog.state.text() == "The data is gone."
    assert not dialog.take.isEnabled()
    dialog.again.click()
    assert len(asked) == 2
    dialog.aside.died.emit("It was killed.")
    assert dialog.state.text() == "It was killed."
    assert dialog.again.isEnabled()


def test_other_rates_can_be_tried(dialog: RateDialog, asked: list[Command], qtbot: QtBot) -> None:
    assert not dialog.least.isEnabled(), "it is at it"
    tried(dialog, 0.001)
    for line, text in ((dialog.least, "0.001"), (dialog.most, "0.0001")):
        line.selectAll()
        qtbot.keyClicks(line, text)
    assert not dialog.again.isEnabled()
    assert "end higher" in dialog.most.accessibleDescription()
    assert dialog.take.isEnabled(), "what was found can be taken all the same"
    dialog.most.selectAll()
    qtbot.keyClicks(dialog.most, "10")
    dialog.again.click()
    assert asked[-1] == FindRate(tiny(learning_rate=0.005), 0.001, 10.0)
