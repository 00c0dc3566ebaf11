"""The real window, used as a person does: mouse, keys and waiting for what appears."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from app.targets import load
from app.training.history import State
from app.training.messages import Failed, Maps
from app.ui import settings, theme
from app.ui.actions import ACTIONS, MENUS
from app.ui.drag import kind_data
from app.ui.inspector.marks_page import MarksPage
from app.ui.window import MainWindow
from nodes.network import wire
from nodes.network.document import read
from nodes.network.edits import move, set_argument
from presets import PRESETS
from tests.app.ui.canvas.conftest import Hand

LONG = 60_000  # ms; a limit for facts, not a time that is waited for


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window on screen. A dialog that no test expects fails it, instead of waiting for ever."""
    for name in ("ask", "warn"):
        monkeypatch.setattr(MainWindow, name, unexpected)
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    return window


def unexpected(self: MainWindow, title: str, text: str, *_: object) -> None:
    raise AssertionError(f"A dialog came up: {title} {text}")


def let_go(window: MainWindow) -> None:
    """Close without the question about changes."""
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    return Hand(window.canvas)


def drop(window: MainWindow, kind: str, at: QPoint) -> None:
    """Drag a kind over the canvas and let it go."""
    view, data = window.canvas.viewport(), kind_data(kind)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at, copy, data, left, none),
        QDragMoveEvent(at, copy, data, left, none),
        QDropEvent(QPointF(at), copy, data, left, none),
    ):
        QApplication.sendEvent(view, event)


def trigger(window: MainWindow, id: str) -> None:
    action = window.actions_by_id[id]
    assert action.isEnabled(), id
    action.trigger()


def say(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    """Answer every question so; returns what was asked."""
    asked: list[str] = []

    def reply(self: MainWindow, title: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(title)
        return answer

    monkeypatch.setattr(MainWindow, "ask", reply)
    return asked


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer every file dialog with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))


# --- actions -----------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda s: s.id)
def test_every_action_has_shortcut_menu_and_callback(window: MainWindow, spec: object) -> None:
    from app.ui.actions import ActionSpec

    assert isinstance(spec, ActionSpec)
    action = window.actions_by_id[spec.id]
    assert not spec.shortcut or not QKeySequence(spec.shortcut).isEmpty()
    assert action in window.menus[spec.menu].actions()
    assert callable(spec.callback)


def test_no_two_actions_share_a_shortcut() -> None:
    used = [QKeySequence(s.shortcut).toString() for s in ACTIONS if s.shortcut]
    assert len(set(used)) == len(used)
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


def test_no_shortcut_is_of_those_that_desktops_keep_for_themselves() -> None:
    """Ctrl+Alt locks the screen, opens a terminal or shows the desktop; Ctrl+Shift+U is ibus'."""
    for spec in ACTIONS:
        assert not {"Ctrl", "Alt"} <= {*spec.shortcut.split("+")}, spec.id
        assert spec.shortcut != "Ctrl+Shift+U"


# --- drawing -----------------------------------------------------------------------------------


def test_draw_wire_break_mend_undo_save_reopen(
    window: MainWindow, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(window, "file.new")
    assert window.shows_canvas
    editor = window.editor
    window.canvas.zoom_reset()
    assert editor.report.ok

    drop(window, "Conv2d", hand.at(500, 130))
    (name,) = editor.selection
    assert editor.graph.by_name[name].kind == "Conv2d"
    assert {p.rule for p in editor.report.problems} >= {"missing-input", "dead-end"}
    assert window.problems.count > 0

    window.canvas.fit()
    hand.drag(hand.port("input", "output", output=True), hand.port(name, "input", output=False))
    assert wire("input", "output", name, "input") in editor.graph.wires
    assert {p.rule for p in editor.report.problems} == {"dead-end"}

    output = editor.graph.into("output")[0]
    hand.drag(hand.port(name, "output", output=True), hand.port("output", "input", output=False))
    assert output not in editor.graph.wires  # it made way
    assert editor.report.ok
    (present,) = editor.graph.into("output")
    hand.click(hand.card("output"))
    window.canvas.select_wires([present])
    trigger(window, "edit.select_none")
    window.canvas.select_wires([present])
    trigger(window, "edit.delete")
    assert not editor.graph.into("output")
    hand.drag(hand.port(name, "output", output=True), hand.port("output", "input", output=False))
    assert editor.report.ok
    assert window.problems.count == 0

    editor.apply("Kernel", lambda n: set_argument(n, editor.scope, [name], "kernel_size", 99))
    assert [p.rule for p in editor.report.problems if not p.consequence] == ["window-too-large"]
    trigger(window, "edit.undo")
    assert editor.report.ok

    path = tmp_path / "mine.skipwire"
    choose(monkeypatch, path)
    assert editor.modified
    trigger(window, "file.save")
    assert not editor.modified
    assert read(path).network == editor.network
    drawn = editor.network
    trigger(window, "file.new")
    assert editor.network != drawn
    trigger(window, "file.open")
    assert editor.network == drawn
    assert path in settings.recent()
    assert "mine.skipwire" in window.windowTitle()


def test_a_layer_dropped_on_a_wire_is_spliced_in(window: MainWindow, hand: Hand) -> None:
    trigger(window, "file.new")
    x, y = hand.port("input", "output", output=True)
    _, below = hand.port("output", "input", output=False)
    drop(window, "ReLU", hand.at(x, (y + below) / 2))
    graph = window.editor.graph
    (name,) = (n.name for n in graph.of_kind("ReLU"))
    assert wire("input", "output", name, "input") in graph.wires
    assert wire(name, "output", "output", "input") in graph.wires
    assert window.editor.report.ok
    trigger(window, "edit.undo")
    assert window.editor.graph.of_kind("ReLU") == ()


def test_cut_copy_paste_duplicate(window: MainWindow) -> None:
    window.documents.open_preset("lenet5")
    editor = window.editor
    count = len(editor.graph.nodes)
    editor.select(["conv1", "act1"])
    trigger(window, "edit.copy")
    trigger(window, "edit.paste")
    assert len(editor.graph.nodes) == count + 2
    assert len(editor.selection) == 2
    assert any({w.source.node, w.target.node} == editor.selection for w in editor.graph.wires)
    trigger(window, "edit.duplicate")
    assert len(editor.graph.nodes) == count + 4
    trigger(window, "edit.cut")
    assert len(editor.graph.nodes) == count + 2
    for _ in range(3):
        trigger(window, "edit.undo")
    assert len(editor.graph.nodes) == count
    assert not editor.modified


def test_copies_keep_their_wires_and_go_from_tab_to_tab(window: MainWindow) -> None:
    window.documents.open_preset("resnet18")
    editor = window.editor
    editor.select(["layer1", "bn1"])
    trigger(window, "edit.duplicate_wired")
    fed = {w.source.node for name in editor.selection for w in editor.graph.into(name)}
    assert fed == {"conv1", "maxpool"}
    trigger(window, "edit.copy")
    blocks, copied = set(editor.network.block_by_name), editor.selection
    trigger(window, "edit.paste_wired")
    fed = {w.source.node for name in editor.selection for w in editor.graph.into(name)}
    assert fed == {"conv1", "maxpool"}
    trigger(window, "file.new")
    before = editor.network
    trigger(window, "edit.paste_wired")
    assert len(editor.selection) == len(copied)
    assert blocks >= set(editor.network.block_by_name) > set(before.block_by_name)
    trigger(window, "edit.undo")
    assert editor.network == before


def test_paste_of_anything_is_refused_with_a_word(window: MainWindow) -> None:
    trigger(window, "file.new")
    before = window.editor.network
    QApplication.clipboard().setText("no network at all")
    trigger(window, "edit.paste")
    assert window.editor.network is before
    assert window.status.currentMessage()


def test_blocks_are_entered_left_made_and_unpacked(window: MainWindow, hand: Hand) -> None:
    window.documents.open_preset("resnet18")
    editor = window.editor
    window.canvas.fit()
    QTest.mouseDClick(
        window.canvas.viewport(),
        Qt.MouseButton.LeftButton,
        pos=hand.at(*hand.card("layer1")),
    )
    assert editor.scope == "BasicBlock"
    assert editor.prefix == "layer1.0"
    editor.select(["downsample"])
    trigger(window, "go.enter")
    assert editor.trail == ("layer1", "downsample")
    trigger(window, "go.leave")
    trigger(window, "go.leave")
    assert not editor.trail
    assert editor.selection == {"layer1"}
    total = editor.report.totals
    editor.select(["conv1", "bn1", "relu"])
    trigger(window, "network.block")
    (block,) = editor.selection
    assert editor.report.totals == total
    assert editor.report.ok
    trigger(window, "network.unpack")
    assert editor.report.totals == total
    assert block not in editor.graph.by_name


def test_switching_off_and_arranging_are_one_step_each(window: MainWindow) -> None:
    window.documents.open_preset("lenet5")
    editor = window.editor
    editor.select(["act1"])
    trigger(window, "network.bypass")
    assert editor.graph.by_name["act1"].enabled is False
    editor.apply("Move", lambda n: move(n, editor.scope, {"fc1": (900.0, 0.0)}))
    trigger(window, "arrange.all")
    assert editor.graph.by_name["fc1"].position[0] < 900
    trigger(window, "edit.undo")
    trigger(window, "edit.undo")
    trigger(window, "edit.undo")
    assert not editor.modified


@pytest.mark.parametrize("family", sorted({p.family for p in PRESETS.values()}))
def test_every_preset_opens_without_problems(window: MainWindow, family: str) -> None:
    window.show_dock("code")
    for preset in (p for p in PRESETS.values() if p.family == family):
        window.documents.open_preset(preset.id)
        assert window.editor.report.ok, preset.id
        assert window.shows_canvas
        assert window.editor.source is not None
        assert window.code.text() == window.editor.source.text


def test_train_tells_what_must_be_mended_first(window: MainWindow) -> None:
    trigger(window, "file.new")
    train = window.actions_by_id["run.train"]
    assert "F5" in train.toolTip()
    window.canvas.add_node("Concat")
    window.editor.select([])
    window.canvas.add_node("Concat")
    assert not train.isEnabled()
    roots = [p.message for p in window.editor.report.problems if not p.consequence]
    assert roots[0] in train.toolTip()
    trigger(window, "edit.undo")
    trigger(window, "edit.undo")
    assert "F5" in train.toolTip()


def test_a_problem_selects_its_node_inside_blocks_too(window: MainWindow) -> None:
    window.documents.open_preset("resnet18")
    editor = window.editor
    editor.apply("Break", lambda n: set_argument(n, "BasicBlock", ["conv2"], "out_channels", 7))
    (root,) = (p for p in editor.report.problems if not p.consequence)
    assert root.rule == "add-mismatch"
    editor.reveal(root.nodes[0])
    assert editor.scope == "BasicBlock"
    assert editor.selection == {"add"}


def test_the_start_page_keeps_the_drawing(window: MainWindow) -> None:
    assert window.start.back.isHidden()
    window.documents.open_preset("lenet5")
    window.canvas.add_node("ReLU")
    drawn = window.editor.network
    trigger(window, "file.start")
    for name in ("edit.undo", "edit.delete", "edit.cut", "network.bypass", "network.block"):
        assert not window.actions_by_id[name].isEnabled(), name
    assert not window.canvas.isVisible()
    QTest.mouseClick(window.start.back, Qt.MouseButton.LeftButton)
    assert window.canvas.isVisible()
    assert window.editor.network is drawn
    trigger(window, "file.start")
    window.start.setFocus()
    QTest.keyClick(window.start, Qt.Key.Key_Escape)
    assert window.canvas.isVisible()


def test_the_gallery_is_searched_from_the_menu_and_inserts_into_the_drawing(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.documents.open_preset("lenet5")
    editor, drawn = window.editor, window.editor.network
    trigger(window, "insert.gallery")
    gallery = window.start.gallery
    qtbot.waitUntil(gallery.search.hasFocus)
    QTest.keyClicks(gallery.search, "resnet18")
    QTest.mouseClick(gallery.details.insert, Qt.MouseButton.LeftButton)
    assert window.shows_canvas
    (name,) = editor.selection
    assert editor.graph.by_name[name].kind == "ResNet18"
    assert editor.network.block("BasicBlock")
    trigger(window, "edit.undo")
    assert editor.network == drawn


def test_a_preset_is_opened_with_parameters_or_says_why_not(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.open_preset("lenet5", {"classes": 7})
    assert window.editor.report.outputs == ((7,),)
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda self, title, text: told.append(text))
    window.documents.open_preset("densenet40", {"depth": 41})
    assert "depth" in told[0]
    assert window.editor.network.name == "LeNet-5"


@pytest.mark.parametrize("at_start", [True, False])
def test_closed_docks_stay_closed_in_the_next_session(
    window: MainWindow, qtbot: QtBot, at_start: bool
) -> None:
    window.documents.open_preset("lenet5")
    window.docks["inspector"].close()
    if at_start:
        window.show_start()
    let_go(window)
    window.close()
    again = MainWindow()
    qtbot.addWidget(again, before_close_func=let_go)
    again.restore_layout()
    with qtbot.waitSignal(again.ready):
        again.show()
    assert not any(dock.isVisible() for dock in again.docks.values())  # on the start page
    again.documents.open_preset("lenet5")
    assert again.docks["inspector"].isHidden()
    assert again.docks["palette"].isVisible()
    again.docks.reset()
    assert again.docks["inspector"].isVisible()


# --- documents ---------------------------------------------------------------------------------


def test_unsaved_changes_are_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.open_preset("lenet5")
    window.canvas.add_node("ReLU")
    drawn = window.editor.network
    asked = say(monkeypatch, QMessageBox.StandardButton.Cancel)
    window.documents.close(window.tabs.active)
    trigger(window, "file.quit")
    assert len(asked) == 2
    assert window.isVisible()
    assert window.editor.network is drawn
    trigger(window, "file.new")
    assert len(asked) == 2, "it is in a tab of its own"
    window.documents.close(window.tabs.active)
    assert window.editor.network is drawn
    say(monkeypatch, QMessageBox.StandardButton.Discard)
    window.documents.close(window.tabs.active)
    assert window.editor.network != drawn
    window.tabs.reopen()
    assert window.editor.network is drawn
    assert window.editor.undo_label is not None


def test_a_damaged_file_changes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.open_preset("lenet5")
    drawn = window.editor.network
    path = tmp_path / "damaged.skipwire"
    path.write_text('{"format": "skipwire", "version": 1,')
    said: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda self, *words: said.extend(words))
    window.documents.open_path(path)
    assert said
    assert window.editor.network is drawn
    assert path.read_text() == '{"format": "skipwire", "version": 1,'


def test_saving_where_one_cannot_keeps_everything(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.open_preset("lenet5")
    window.canvas.add_node("ReLU")
    said: list[object] = []
    monkeypatch.setattr(MainWindow, "offer", lambda self, *words, failed: said.extend(words))
    choose(monkeypatch, tmp_path / "no" / "such" / "folder" / "x.skipwire")
    trigger(window, "file.save_as")
    assert said
    assert window.editor.modified


def test_light_and_dark(window: MainWindow, qtbot: QtBot) -> None:
    before = theme.current()
    try:
        trigger(window, "view.theme")
        qtbot.waitUntil(lambda: theme.current() is not before)
        trigger(window, "view.theme")
        qtbot.waitUntil(lambda: theme.current() is before)
    finally:
        theme.apply(before)


# --- training ----------------------------------------------------------------------------------


def in_front(window: MainWindow, dock: str) -> bool:
    return not window.docks[dock].visibleRegion().isEmpty()


def quick(window: MainWindow, epochs: int) -> None:
    recipe = msgspec.structs.replace(window.editor.recipe, epochs=epochs, device="cpu")
    window.editor.set_recipe(recipe)


def test_train_watch_kill_and_train_again(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.open_preset("lenet5")
    window.canvas.fit()
    quick(window, 5000)
    window.pages.front("maps")  # what is behind another is not watched
    window.editor.select(["conv1"])
    seen: set[str] = set()
    full: list[Maps] = []

    def arrived(event: object, _: bytes) -> None:
        if isinstance(event, Maps):
            seen.add(event.path)
            if not event.thumbnail:
                full.append(event)

    window.runs.trainer.arrived.connect(arrived)
    trigger(window, "run.train")
    names = set(window.editor.graph.by_name)
    qtbot.waitUntil(lambda: seen >= names, timeout=LONG)
    qtbot.waitUntil(lambda: any(m.path == "conv1" and m.count == 6 for m in full), timeout=LONG)
    history = window.runs.history
    assert history is not None
    qtbot.waitUntil(lambda: len(window.runs.history.epochs) > 0, timeout=LONG)  # type: ignore[union-attr]

    trigger(window, "run.pause")
    qtbot.waitUntil(lambda: window.runs.paused, timeout=LONG)
    window.editor.select(["fc1"])
    qtbot.waitUntil(lambda: full[-1].path == "fc1", timeout=LONG)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: window.runs.can_pause, timeout=LONG)

    window.editor.select([])
    assert not window.maps.readout
    assert "fc1" not in window.maps.title
    window.show_dock("maps")
    os.kill(window.runs.trainer.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    history = window.runs.history
    assert history is not None
    assert history.state is State.FAILED
    assert history.failed is not None
    assert "SIGKILL" in history.failed.reason
    assert in_front(window, "training")
    assert "SIGKILL" in window.status.currentMessage()
    assert len(history.losses) > 0
    assert window.isVisible()

    quick(window, 1)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    history = window.runs.history
    assert history is not None
    assert history.state is State.FINISHED


def test_a_run_is_seen_whatever_stood_in_front(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.open_preset("lenet5")
    assert in_front(window, "problems")
    quick(window, 1)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: in_front(window, "training"))
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    window.show_dock("maps")
    trigger(window, "run.train")
    assert in_front(window, "maps")
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    (told,) = (b for b in window.status.findChildren(QToolButton) if "Finished" in b.text())
    assert told.isVisible()
    window.documents.show(load("preset:resnet20"), None)
    assert not told.isVisible()  # another network's


def test_stop_ends_the_run_and_keeps_its_curves(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.open_preset("lenet5")
    quick(window, 500)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: len(window.runs.history.losses) > 0, timeout=LONG)  # type: ignore[union-attr]
    trigger(window, "run.stop")
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    history = window.runs.history
    assert history is not None
    assert history.finished is not None
    assert history.finished.stopped


def test_an_exception_in_the_model_lights_its_node(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.open_preset("resnet18")
    source = window.editor.source
    assert source is not None
    quick(window, 1)
    # What the worker would tell of an exception inside the second stage's first convolution.
    lines = source.text.splitlines()
    outer = next(k for k, t in enumerate(lines, 1) if "self.layer2(x)" in t)
    inner = next(k for k, t in enumerate(lines, 1) if "self.conv1(x)" in t)
    window.runs.train()
    window.runs.trainer.arrived.emit(Failed("Broken.", "Traceback …", (outer, inner)), b"")
    run = window.runs.shown
    assert run is not None
    assert run.failed == {"layer2.0.conv1", "layer2.1.conv1"}
    assert window.canvas.layer.look.failed == {"layer2"}
    window.editor.enter("layer2")
    assert window.canvas.layer.look.failed == {"conv1"}
    window.editor.apply("Mend", lambda n: set_argument(n, "BasicBlock", ["conv1"], "dilation", 2))
    assert run.failed == frozenset()


def test_a_broken_folder_is_told_and_the_window_lives(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.documents.open_preset("lenet5")
    recipe = msgspec.structs.replace(window.editor.recipe, data=str(tmp_path / "nothing"))
    window.editor.set_recipe(recipe)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    history = window.runs.history
    assert history is not None
    assert history.failed is not None
    assert "nothing" in history.failed.reason
    assert window.actions_by_id["run.train"].isEnabled()


def test_a_run_goes_on_beside_another_document_and_ends_with_its_own(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.open_preset("lenet5")
    window.documents.show(load("preset:lenet5"), None)
    window.runs.train()
    qtbot.waitUntil(lambda: len(window.runs.history.losses) > 0, timeout=LONG)  # type: ignore[union-attr]
    asked = say(monkeypatch, QMessageBox.StandardButton.Yes)
    trained = window.tabs.active
    window.documents.open_preset("resnet20")
    assert asked == []
    assert window.runs.history is None
    assert window.runs.elsewhere is not None
    assert not window.actions_by_id["run.train"].isEnabled()
    assert window.actions_by_id["run.stop"].isEnabled()
    window.documents.close(trained)
    assert asked == ["Stop the training?"]
    assert window.runs.live is None
    assert window.editor.network.name.startswith("ResNet")


def test_a_run_goes_on_when_its_document_is_not_left_after_all(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.open_preset("lenet5")
    quick(window, 500)
    trigger(window, "run.train")
    qtbot.waitUntil(lambda: window.runs.can_pause, timeout=LONG)
    buttons = QMessageBox.StandardButton
    answers = iter([buttons.Yes, buttons.Cancel])
    monkeypatch.setattr(MainWindow, "ask", lambda *_: next(answers))
    window.documents.close(window.tabs.active)
    trigger(window, "run.pause")
    qtbot.waitUntil(lambda: not window.runs.can_pause, timeout=LONG)
    assert window.runs.paused


def test_the_status_bar_tells_that_the_summary_was_copied(window: MainWindow) -> None:
    window.documents.open_preset("lenet5")
    window.summary.copy.menu().actions()[0].trigger()
    assert "copied as Markdown" in window.status.currentMessage()
    assert QApplication.clipboard().text().startswith("| Node")


def test_a_split_keeps_the_keys_on_the_canvas_and_new_documents_have_names(
    window: MainWindow,
) -> None:
    trigger(window, "file.new")
    window.editor.select(["input"])
    trigger(window, "view.split")
    assert [tab.sheet.title for tab in window.tabs.tabs] == ["Network", "Network 2"]
    assert window.editor.report.ok, "input and output, wired"
    assert QApplication.focusWidget() is window.canvas
    trigger(window, "view.split")
    assert QApplication.focusWidget() is window.canvas
    window.editor.select(["input"])
    trigger(window, "view.split")
    assert window.tabs.split
    assert QApplication.focusWidget() is window.canvas


@pytest.mark.parametrize(
    "name", ["palette", "inspector", "problems", "code", "summary", "training", "maps", "steps"]
)
def test_a_dock_is_reached_and_put_away_by_its_keys(window: MainWindow, name: str) -> None:
    trigger(window, "file.new")
    window.editor.select(["input"])
    trigger(window, f"view.{name}")
    dock = window.docks[name]
    focused = QApplication.focusWidget()
    assert window.docks.in_front(name)
    assert focused is not None
    assert dock.isAncestorOf(focused)
    trigger(window, "go.canvas")
    assert QApplication.focusWidget() is window.canvas
    trigger(window, f"view.{name}")
    assert not dock.isHidden(), "it is gone to, where the keys were elsewhere"
    trigger(window, f"view.{name}")
    assert dock.isHidden()
    assert QApplication.focusWidget() is window.canvas


def test_the_inspector_shows_the_frame_that_is_selected_in_the_active_tab(
    window: MainWindow,
) -> None:
    window.documents.open_preset("lenet5")
    window.editor.select(window.editor.graph.by_name)
    trigger(window, "arrange.frame")
    field = window.canvas.viewport().findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Whole")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(window.inspector.page, MarksPage)
    assert window.inspector.page.title is not None
    assert window.inspector.page.title.line.text() == "Whole"
    window.documents.new()
    assert not isinstance(window.inspector.page, MarksPage)
    window.tabs.step(1)
    assert isinstance(window.inspector.page, MarksPage)
    window.canvas.select_wires(())
    assert not isinstance(window.inspector.page, MarksPage)
