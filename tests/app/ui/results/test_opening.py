"""Bringing the page of results to the front: with room for a page, or in that which there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.docks import Docks
from app.ui.results.opening import PAGE, predict, show
from app.ui.window import MainWindow


def test_an_image_is_shown_in_the_room_that_there_is(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    higher: list[str] = []
    monkeypatch.setattr(Docks, "make_room", lambda self, name, height: higher.append(name))
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.documents.open_preset("lenet5")
    predict(window, str(tmp_path / "three.png"))
    qtbot.waitUntil(lambda: window.docks.in_front(PAGE))
    assert higher == []
    show(window)
    assert higher == [PAGE]
