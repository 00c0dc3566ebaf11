"""Recovery in the window: what comes back, what changed on the disk, the versions of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.history import History, HistoryWriter, Snapshot
from app.origins import made_of
from app.recovery.fingerprint import fingerprint
from app.recovery.journal import Session
from app.recovery.tab import Tab, write_tab
from app.ui.canvas.unfolding import Unfolding
from app.ui.recovery.recovery import Recovery
from app.ui.recovery.restoring import sheet_of
from app.ui.recovery.versions import VersionsDialog
from app.ui.window import MainWindow
from nodes.network.document import dumps, read, save
from nodes.network.edits import move
from presets import preset


class Guarded:
    """A window with recovery, and the answers that its questions get."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.root = folder / "recovery"
        self.recovery = Recovery(window, Session(self.root))
        self.answers: list[int | None] = []
        self.asked: list[str] = []

    def offer(
        self, title: str, text: str, choices: Sequence[str], *, failed: bool = False
    ) -> int | None:
        assert failed is (title != "Bring back what was open?")
        self.asked.append(f"{title} {text}")
        return self.answers.pop(0)

    def move(self, x: float) -> None:
        name = self.window.editor.graph.nodes[0].name
        self.window.editor.apply("Move", lambda n: move(n, "", {name: (x, 0)}))


def let_go(window: MainWindow) -> None:
    """Nothing is asked when it is closed."""
    for tab in window.tabs.tabs:
        tab.sheet.history.mark_saved()


@pytest.fixture
def guarded(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guarded]:
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=let_go)
    made = Guarded(window, tmp_path)
    monkeypatch.setattr(window, "offer", made.offer)
    yield made
    made.recovery.autosave.close()


def left_behind(root: Path, *tabs: Tab) -> None:
    """What a session leaves whose process was killed."""
    folder = root / "1-dead"
    folder.mkdir(parents=True)
    for count, tab in enumerate(tabs):
        write_tab(folder / f"{count}.tab", tab)


def kept(title: str, place: int, **more: object) -> Tab:
    document = dumps(made_of(preset("lenet5"), {})).encode()
    return Tab(title, document, modified=True, place=place, **more)  # type: ignore[arg-type]


def test_all_tabs_come_back(guarded: Guarded) -> None:
    window, root = guarded.window, guarded.root
    left_behind(
        root, kept("b", 1, active=True), kept("a", 0), kept("c", 2, side=1), Tab("bad", b"half")
    )
    guarded.recovery.restore()
    tabs = window.tabs
    assert [len(group.tabs) for group in tabs.groups] == [2, 1]
    assert tabs.active is tabs.tabs[1]
    assert all(tab.editor.modified and tab.sheet.recovered for tab in tabs.tabs)
    assert "recovered" in tabs.groups[0].bar.tabText(0)
    assert window.shows_canvas
    said = window.notice.says.text()
    assert "3 networks are back" in said
    assert "1 could not be brought back" in said
    assert "bad" in window.notice.says.toolTip()
    assert len(list((root / "unreadable").iterdir())) == 1


def test_a_file_that_is_open_already_is_not_open_twice(guarded: Guarded, tmp_path: Path) -> None:
    """As after a kill between the closing of the window and the end of the process."""
    window, path = guarded.window, tmp_path / "net.skipwire"
    document = made_of(preset("lenet5"), {})
    save(path, document)
    window.documents.open_path(path)
    kept_as = Tab("net.skipwire", dumps(document).encode(), path=str(path), look=(1.5, 20.0, 90.0))
    left_behind(guarded.root, kept_as, kept("other", 1))
    guarded.recovery.restore()
    assert [tab.sheet.path for tab in window.tabs.tabs] == [path, None]
    assert window.tabs.tabs[0].canvas.look == (1.5, 20.0, 90.0), "the newer one"


def test_a_tab_comes_back_where_one_was_in_it(guarded: Guarded) -> None:
    document = dumps(made_of(preset("resnet18"), {})).encode()
    inside = Tab("a", document, trail=("layer1",), look=(1.5, 120.0, 340.0))
    wrong = Tab("b", document, place=1, trail=("layer1", "gone"), look=(0.0, 1e300, 1.0))
    left_behind(guarded.root, inside, wrong)
    guarded.window.show()
    guarded.recovery.restore()
    first, second = guarded.window.tabs.tabs
    assert first.sheet.trail == second.sheet.trail == ("layer1",)
    assert first.canvas.look == (1.5, 120.0, 340.0), "before it is first seen"
    guarded.window.tabs.activate(first)
    assert first.canvas.look == pytest.approx((1.5, 120.0, 340.0), abs=1.5)
    assert second.canvas.look is not None
    assert second.canvas.look.sound


def test_what_ends_the_application_again_and_again_is_asked_about(guarded: Guarded) -> None:
    left_behind(guarded.root, kept("a", 0))
    (guarded.root / "1-dead" / "tries").write_text("2")
    guarded.answers = [1]
    guarded.recovery.restore()
    assert "2 times in a row" in guarded.asked[0]
    assert len(guarded.window.tabs.tabs) == 1
    assert not guarded.window.shows_canvas
    assert len(list((guarded.root / "unreadable").iterdir())) == 1


@pytest.mark.parametrize("answer", [0, 1, 2, None])
def test_a_file_that_another_program_changed(
    guarded: Guarded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int | None
) -> None:
    window, path = guarded.window, tmp_path / "net.skipwire"
    other = tmp_path / "other.skipwire"
    save(path, made_of(preset("lenet5"), {}))
    window.documents.open_path(path)
    guarded.move(77)
    save(path, made_of(preset("alexnet"), {}))
    guarded.recovery.look_at_disk()
    assert "was changed by another program" in window.notice.says.text()
    monkeypatch.setattr(window.documents, "ask_path", lambda *_: other)
    guarded.answers = [answer]
    saved = window.documents.save()
    assert saved is (answer in (0, 1))  # elsewhere, or over it
    name = read(path).network.name
    assert name == ("LeNet-5" if answer == 1 else "AlexNet")
    assert other.exists() is (answer == 0)
    assert window.editor.modified is (answer is None)
    if answer == 2:
        assert window.editor.network.name == "AlexNet"
        window.editor.undo()
        assert window.editor.network.graph.nodes[0].position[0] == 77


@pytest.mark.parametrize("changed", [False, True])
def test_the_step_that_the_file_holds_is_known_after_a_crash(tmp_path: Path, changed: bool) -> None:
    path = tmp_path / "net.skipwire"
    document = made_of(preset("lenet5"), {})
    save(path, document)
    history = History("Open", Snapshot.of(document))
    network = move(document.network, "", {"input": (70, 0)})
    history.push("Move", replace(history.present, network=network))
    known = fingerprint(path)
    if changed:
        save(path, made_of(preset("alexnet"), {}))
    tab = Tab(
        "net", dumps(document).encode(), str(path), True, fingerprint=known,
        history=HistoryWriter().write(history),
    )  # fmt: skip
    back = sheet_of(tab).history
    assert back.modified
    assert (back.saved is back.steps[0].snapshot) is not changed


def test_a_change_on_the_disk_is_told_while_one_works(
    guarded: Guarded, tmp_path: Path, qtbot: QtBot
) -> None:
    window, path = guarded.window, tmp_path / "net.skipwire"
    save(path, made_of(preset("lenet5"), {}))
    window.documents.open_path(path)
    for other in ("alexnet", "googlenet"):  # each in the place of the file before
        window.notice.hide()
        save(path, made_of(preset(other), {}))
        qtbot.waitUntil(lambda: not window.notice.isHidden())
        assert "was changed by another program" in window.notice.says.text()
    window.notice.hide()
    assert window.documents.saving.save(tmp_path / "copy.skipwire")
    assert window.notice.isHidden(), "what is saved here is no other program's"


def test_who_answers_without_reading_overwrites_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    defaults: list[str] = []

    def look(box: QMessageBox) -> int:
        button = box.defaultButton()
        assert button is not None
        defaults.append(button.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    window.offer("Changed", "by another program", ("Save As…", "Overwrite"))
    assert defaults == ["Save As…"]


def test_a_save_that_fails_leaves_it_unsaved_and_offers_another_place(
    guarded: Guarded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, other = guarded.window, tmp_path / "other.skipwire"
    folder = tmp_path / "stick"
    folder.mkdir()
    window.documents.open_preset("lenet5")
    assert window.documents.saving.save(folder / "net.skipwire")
    guarded.move(5)
    (folder / "net.skipwire").unlink()
    folder.rmdir()
    guarded.answers = [None]
    assert not window.documents.save()
    assert "“net.skipwire” was not saved" in guarded.asked[0]
    assert window.editor.modified
    monkeypatch.setattr(window.documents, "ask_path", lambda *_: other)
    guarded.answers = [0]
    assert window.documents.save()
    assert not window.editor.modified
    assert window.editor.path == other


def test_versions_are_looked_at_restored_and_opened(guarded: Guarded, tmp_path: Path) -> None:
    window, path = guarded.window, tmp_path / "net.skipwire"
    window.documents.open_preset("lenet5")
    for x in (0, 11, 22):
        guarded.move(x)
        assert window.documents.saving.save(path)
    window.show_canvas()
    window.actions_by_id["file.versions"].trigger()
    dialog = window.findChild(VersionsDialog)
    assert dialog is not None
    assert dialog.list.count() == 3
    assert "The same" in dialog.changes.text()
    assert not dialog.restore.isEnabled()
    dialog.list.setCurrentRow(1)
    assert "In another place: input" in dialog.changes.text()
    assert "61,706 parameters" in dialog.facts.text()
    dialog.restore.click()
    assert window.editor.undo_label == "Restore Version"
    assert window.editor.graph.nodes[0].position[0] == 11
    window.editor.undo()
    window.actions_by_id["file.versions"].trigger()
    dialog = window.findChildren(VersionsDialog)[-1]
    dialog.list.setCurrentRow(2)
    dialog.copy.click()
    assert len(window.tabs.tabs) == 2
    assert window.editor.path is None
    assert window.editor.graph.nodes[0].position[0] == 0


def test_a_version_is_drawn_with_what_is_unfolded_and_cannot_be_edited(
    guarded: Guarded, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = guarded.window, tmp_path / "net.skipwire"
    window.documents.open_preset("inception_mini")
    window.editor.select(["inception1"])
    window.show_canvas()
    window.canvas.component(Unfolding).toggle()
    assert window.documents.saving.save(path)
    window.actions_by_id["file.versions"].trigger()
    dialog = window.findChild(VersionsDialog)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    picture = dialog.picture
    assert "inception1.reduce3" in picture.visible_paths()
    before, look = picture.editor.network, picture.look
    picture.navigator.zoom_to(1.0)
    at = picture.mapFromScene(*picture.layer.geometry.middle(before.graph.wires[0]))
    for end in (at, at + QPoint(60, 0)):
        QTest.mouseMove(picture.viewport(), end)
        QTest.mousePress(picture.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseMove(picture.viewport(), end)
        QTest.mouseRelease(picture.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseDClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClick(picture, Qt.Key.Key_Delete)
    assert picture.editor.network == before
    assert picture.look != look
    dialog.reject()
