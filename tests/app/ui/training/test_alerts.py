"""Alerts of a run: a list of those that are not over, each a way to its node."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.training.messages import Alert
from app.ui.training.alerts import Alerts

DEAD = Alert("dead", "layer1.0.act1", 3, "Its units answer nothing.", "Lower the learning rate.")
FLAT = Alert("flat", "", 5, "The loss stands still.", "Raise the learning rate.")


@pytest.fixture
def alerts(qtbot: QtBot) -> Alerts:
    widget = Alerts()
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    return widget


def test_they_are_there_while_something_is_wrong(alerts: Alerts, qtbot: QtBot) -> None:
    assert alerts.isHidden()
    alerts.show_alerts((FLAT, DEAD))
    assert not alerts.isHidden()
    model = alerts.list.model()
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told == [f"{alert.reason} {alert.advice}" for alert in (FLAT, DEAD)]
    tall = alerts.list.sizeHint().height()
    alerts.show_alerts((DEAD,))
    assert 0 < alerts.list.sizeHint().height() < tall
    alerts.show_alerts(())
    assert alerts.isHidden()


def test_a_click_or_enter_leads_to_the_node(alerts: Alerts, qtbot: QtBot) -> None:
    heard: list[str] = []
    alerts.revealed.connect(heard.append)
    alerts.show_alerts((FLAT, DEAD))
    with qtbot.waitExposed(alerts):
        alerts.show()
    rows, model = alerts.list, alerts.list.model()
    for row in (0, 1):  # the first is of the whole run
        at = rows.visualRect(model.index(row, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == [DEAD.path]
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert heard == [DEAD.path] * 2


def test_another_alert_leaves_the_chosen_one(alerts: Alerts) -> None:
    alerts.show_alerts((DEAD,))
    alerts.list.setCurrentIndex(alerts.list.model().index(0, 0))
    alerts.show_alerts((FLAT, DEAD))
    assert alerts.list.currentIndex().row() == 1
