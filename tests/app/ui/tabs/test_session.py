"""The tabs of the last session, the question before quitting, and layouts: in one window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui import settings
from app.ui.canvas.navigator import Look
from app.ui.layouts import READY
from app.ui.tabs import session
from app.ui.window import MainWindow
from nodes.network.document import save
from presets import preset

_BUTTONS = QMessageBox.StandardButton


def test_a_file_that_is_opened_again_is_seen_where_one_was(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    path, look = tmp_path / "net.skipwire", Look(1.25, 90.0, 195.0)
    save(path, made_of(preset("resnet18"), {}))
    window.documents.open_path(path)
    window.editor.enter("layer1")
    window.canvas.navigator.go(look)
    window.documents.close(window.tabs.active)
    window.documents.open_path(path)
    assert window.editor.trail == ("layer1",)
    assert window.canvas.look is not None
    assert tuple(window.canvas.look) == pytest.approx(look, abs=1.5)
    assert not window.editor.modified
    window.documents.close(window.tabs.active)
    save(path, made_of(preset("lenet5"), {}))  # in which there is no such block
    window.documents.open_path(path)
    assert not window.editor.trail
    assert window.canvas.visible_paths()


def test_what_was_open_is_open_again_and_unsaved_tabs_are_asked_about_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    paths = [tmp_path / f"{name}.skipwire" for name in ("resnet18", "lenet5", "gone")]
    for path, name in zip(paths, ("resnet18", "lenet5", "vgg11"), strict=True):
        save(path, made_of(preset(name), {}))
        window.documents.open_path(path)
    window.documents.open_path(paths[0])
    assert [tab.sheet.path for tab in window.tabs.tabs] == paths, "it was open already"
    window.editor.enter("layer1")
    window.tabs.move_across(window.tabs.active)
    looks = {paths[0]: Look(1.4, 90.0, 95.0), paths[1]: Look(0.55, 60.0, 320.0)}
    for tab in window.tabs.tabs:
        if tab.sheet.path in looks:
            window.tabs.activate(tab)
            tab.canvas.navigator.go(looks[tab.sheet.path])
    window.tabs.activate(window.tabs.of_path(paths[0]) or window.tabs.active)
    session.keep(window)
    for tab in [*window.tabs.tabs]:
        window.documents.close(tab)
    paths[2].unlink()
    session.restore(window)
    assert {tab.sheet.path for tab in window.tabs.tabs} == {*paths[:2]}
    assert window.tabs.split
    assert window.editor.path == paths[0]
    assert window.editor.trail == ("layer1",)
    assert settings.session() == "", "a crash opens nothing twice"
    for tab in window.tabs.tabs:
        assert tab.sheet.path is not None
        assert tab.canvas.look is not None
        one_pixel = 1 / 0.55
        assert tuple(tab.canvas.look) == pytest.approx(looks[tab.sheet.path], abs=one_pixel + 0.1)
        assert not tab.editor.modified, "a look is no edit"

    for name, (docks, _) in READY.items():
        window.layouts.use(name)
        assert {n for n, dock in window.docks.items() if not dock.isHidden()} == {*docks}

    for tab in window.tabs.tabs:
        window.tabs.activate(tab)
        window.editor.leave()
        window.canvas.add_node("ReLU")
    asked: list[str] = []
    answers = iter([_BUTTONS.Cancel, _BUTTONS.SaveAll])

    def reply(self: MainWindow, title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(MainWindow, "ask", reply)
    assert not window.documents.may_leave()
    assert window.documents.may_leave()
    assert all(path.name in asked[0] for path in paths[:2])
    assert not any(tab.editor.modified for tab in window.tabs.tabs)
    window.close()
    assert len(asked) == 2
