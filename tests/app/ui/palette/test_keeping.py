"""A person's own blocks in the window: kept, dragged, shared, renamed, removed, and never run."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from app import library
from app.ui import settings
from app.ui.drag import KEPT
from app.ui.palette.entries import Entry
from app.ui.palette.folder import FolderDialog
from app.ui.window import MainWindow
from nodes import files
from nodes.custom import CustomLayer
from nodes.network import Block, Graph, Network, Node, wire
from nodes.network.document import Document
from nodes.network.edits import move
from presets.blocks import BLOCKS
from tests.nodes.custom.sources import GATE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The person's library, which is not there yet."""
    settings.set_library(tmp_path / "library")
    yield tmp_path / "library"
    settings.set_library(settings.usual_library())


@pytest.fixture
def window(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """On a residual network. A dialog that no test expects fails it."""
    for name in ("ask", "warn"):
        monkeypatch.setattr(MainWindow, name, unexpected)
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=let_go)
    with qtbot.waitSignals([window.ready, window.keeping.folder.changed]):
        window.show()
    window.documents.open_preset("resnet20")
    return window


def unexpected(self: MainWindow, title: str, text: str, *_: object) -> None:
    raise AssertionError(f"A dialog came up: {title} {text}")


def let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def warnings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda _, *texts: said.append(" ".join(texts)))
    return said


def rows(window: MainWindow, section: str) -> dict[str, tuple[QTreeWidgetItem, Entry]]:
    tree = window.palette_view.tree
    return {e.title: (item, e) for item, e in tree.entries() if e.section == section}


def kept(window: MainWindow) -> list[str]:
    return list(rows(window, "My library"))


def shows(window: MainWindow, names: list[str]) -> bool:
    return kept(window) == names


def menu_of(
    qtbot: QtBot, window: MainWindow, item: QTreeWidgetItem
) -> dict[str, Callable[[], None]]:
    """What the menu of a row offers, opened by the other button of the mouse."""
    tree = window.palette_view.tree
    tree.scrollToItem(item)
    at = tree.visualItemRect(item).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): partial(pressed, menu, action.text()) for action in menu.actions()}


def pressed(menu: QMenu, text: str) -> None:
    action = next(a for a in menu.actions() if a.text() == text)
    menu.close()
    action.trigger()


def keep(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Save a block of the network by the menu of its row, and see it in the library."""
    item, _ = rows(window, "In this network")[name]
    menu_of(qtbot, window, item)["Save to My Library"]()
    qtbot.waitUntil(lambda: name in kept(window))


def drag(
    qtbot: QtBot, window: MainWindow, item: QTreeWidgetItem, at: QPoint,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Drag a row over the canvas with the mouse and let it go there."""
    copy, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    canvas = window.canvas.viewport()

    def over(drag: QDrag, *_: object) -> Qt.DropAction:
        for event in (
            QDragEnterEvent(at, copy, drag.mimeData(), LEFT, no_key),
            QDragMoveEvent(at, copy, drag.mimeData(), LEFT, no_key),
            QDropEvent(QPointF(at), copy, drag.mimeData(), LEFT, no_key),
        ):
            QApplication.sendEvent(canvas, event)
        return copy

    monkeypatch.setattr(QDrag, "exec", over)
    tree = window.palette_view.tree
    tree.scrollToItem(item)
    start = tree.visualItemRect(item).center()
    qtbot.mousePress(tree.viewport(), LEFT, pos=start)
    for step in (10, 20, 40):
        qtbot.mouseMove(tree.viewport(), start + QPoint(step, 0))
    qtbot.mouseRelease(tree.viewport(), LEFT, pos=start)


def answer(text: str) -> list[str]:
    """Press this button of the next message box, once it is there; gives what it asks."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(0, press)
            return
        asked.append(box.text())
        buttons = {b.text().replace("&", ""): b for b in box.findChildren(QPushButton)}
        buttons[text].click()

    QTimer.singleShot(0, press)
    return asked


# --- keeping and placing -------------------------------------------------------------------------


def test_an_empty_library_says_how_to_fill_it(window: MainWindow) -> None:
    tree = window.palette_view.tree
    hints = tree.findItems(
        "Right-click a block", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    )
    assert [hint.parent() for hint in hints] == tree.findItems(
        "My library", Qt.MatchFlag.MatchExactly
    )
    window.palette_view.search.setText("conv")
    assert hints[0].isHidden()


def test_a_block_is_kept_and_dragged_into_another_network(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = window.editor.network.blocks[-1].name
    block = window.editor.network.block(name)
    keep(qtbot, window, name)
    assert [p.name for p in folder.iterdir()] == [f"{name}.skipblock"]
    window.documents.new()
    assert window.editor.network.blocks == ()
    item, entry = rows(window, "My library")[name]
    assert entry.id == f"{KEPT}{folder / f'{name}.skipblock'}"
    drag(qtbot, window, item, QPoint(40, 40), monkeypatch)
    assert window.editor.network.block(name) == block
    (placed,) = window.editor.selection
    assert window.editor.graph.by_name[placed].kind == name
    window.editor.undo()
    assert window.editor.network.blocks == ()
    assert window.editor.undo_label is None


def test_a_selected_block_is_kept_by_its_key(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    assert not window.actions_by_id["network.keep"].isEnabled()
    node = next(n for n in window.editor.graph.nodes if window.editor.is_block(n))
    window.editor.select([node.name])
    with qtbot.waitSignal(window.keeping.folder.changed):
        qtbot.keyClick(
            window,
            Qt.Key.Key_B,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert kept(window) == [node.kind]


def test_the_menu_of_a_block_on_the_canvas_keeps_it(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    node = next(n for n in window.editor.graph.nodes if window.editor.is_block(n))
    nodes = window.tabs.active.node_menu
    assert nodes is not None
    menu = nodes.menu_for(node.name)
    assert menu is not None
    offered = {a.objectName(): a for a in menu.actions()}
    assert {"network.keep", "network.share", "network.freeze", "network.repeat"} <= set(offered)
    with qtbot.waitSignal(window.keeping.folder.changed):
        offered["network.keep"].trigger()
    assert kept(window) == [node.kind]


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ("Keep Both", ["Bottleneck", "Bottleneck2"]),
        ("Replace", ["Bottleneck"]),
        ("Cancel", ["Bottleneck"]),
    ],
)
def test_a_name_that_is_taken_asks(
    qtbot: QtBot, window: MainWindow, folder: Path, button: str, left: list[str]
) -> None:
    mine = BLOCKS["Bottleneck"].definitions
    other = library.packed(move(mine, "Bottleneck", {"conv1": (500.0, 500.0)}), "Bottleneck")
    path = library.keep(folder, other)
    window.canvas.add_node("ready:Bottleneck")
    asked = answer(button)
    window.keeping.save("Bottleneck")
    assert asked == ["There is another Bottleneck in your library"]
    window.keeping.folder.look()
    qtbot.waitUntil(lambda: kept(window) == left)
    assert (library.read(path) == other) is (button != "Replace")
    assert window.editor.network.block_by_name.keys() >= {"Bottleneck"}


def test_what_is_there_already_is_not_asked_about(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    name = window.editor.network.blocks[-1].name
    keep(qtbot, window, name)
    window.keeping.save(name)
    assert "already" in window.status.currentMessage()
    assert len(list(folder.iterdir())) == 1


# --- the folder ----------------------------------------------------------------------------------


def test_the_list_follows_the_folder(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    name = window.editor.network.blocks[-1].name
    keep(qtbot, window, name)
    shutil.copy(folder / f"{name}.skipblock", folder / "copy.skipblock")  # by another program
    qtbot.waitUntil(lambda: len(ids(window)) == 2)
    (folder / "copy.skipblock").unlink()
    qtbot.waitUntil(lambda: len(ids(window)) == 1)


def ids(window: MainWindow) -> list[str]:
    return [e.id for _, e in window.palette_view.tree.entries() if e.section == "My library"]


def test_a_folder_that_comes_later_is_seen_when_the_person_comes_back(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    library.keep(folder, BLOCKS["VGGBlock"].definitions)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: kept(window) == ["VGGBlock"])


def test_a_damaged_file_tells_why_and_can_only_be_removed(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    (folder / "Bad.skipblock").write_text('{"format": "skipwire",')
    window.keeping.folder.look()
    qtbot.waitUntil(lambda: kept(window) == ["Bad"])
    item, _ = rows(window, "My library")["Bad"]
    assert "ends too early" in item.toolTip(0)
    assert "ends too early" in item.text(1)
    before = window.editor.network
    drag(qtbot, window, item, QPoint(40, 40), monkeypatch)
    with qtbot.assertNotEmitted(window.palette_view.add_requested):
        window.palette_view.tree.itemActivated.emit(item, 0)
    assert window.editor.network is before
    offered = menu_of(qtbot, window, item)
    assert list(offered) == ["Remove", "Show Folder"]
    offered["Remove"]()
    qtbot.waitUntil(lambda: kept(window) == [])
    assert (folder / library.BIN / "Bad.skipblock").is_file()


def test_a_file_that_is_gone_when_it_is_dropped(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library.keep(folder, BLOCKS["VGGBlock"].definitions)
    window.keeping.folder.look()
    qtbot.waitUntil(lambda: kept(window) == ["VGGBlock"])
    item, entry = rows(window, "My library")["VGGBlock"]
    path.unlink()
    before = window.editor.network
    drag(qtbot, window, item, QPoint(40, 40), monkeypatch)
    assert "there is no such file" in window.status.currentMessage()
    window.status.clearMessage()
    window.canvas.add_node(entry.id)
    assert "there is no such file" in window.status.currentMessage()
    assert window.editor.network is before


def test_a_folder_that_cannot_be_written_says_so(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    said = warnings(monkeypatch)
    monkeypatch.setattr(files, "replace", refuse)
    window.keeping.save(window.editor.network.blocks[-1].name)
    assert "the permissions there do not allow it" in said[0]
    assert "not saved" in said[0]


def test_another_folder_is_chosen(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other"
    library.keep(other, BLOCKS["VGGBlock"].definitions)
    window.actions_by_id["insert.library"].trigger()
    dialog = window.keeping.dialog
    assert isinstance(dialog, FolderDialog)
    assert dialog.path.text() == str(settings.library())
    dialog.path.setText("not/whole")
    assert not dialog.ok.isEnabled()
    dialog.path.setText(str(other))
    qtbot.mouseClick(dialog.ok, LEFT)
    qtbot.waitUntil(lambda: kept(window) == ["VGGBlock"])
    assert settings.library() == other
    window.actions_by_id["insert.library"].trigger()
    again = window.keeping.dialog
    assert isinstance(again, FolderDialog)
    qtbot.mouseClick(again.usual, LEFT)
    assert again.path.text() == str(settings.usual_library())
    again.reject()
    assert settings.library() == other


# --- sharing -------------------------------------------------------------------------------------


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def test_a_block_is_sent_to_somebody_as_one_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = window.editor.network.blocks[-1].name
    choose(monkeypatch, tmp_path / "to send")
    item, _ = rows(window, "In this network")[name]
    menu_of(qtbot, window, item)["Export Block…"]()
    sent = tmp_path / "to send.skipblock"
    assert library.read(sent).name == name
    choose(monkeypatch, sent)
    window.actions_by_id["insert.import_block"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [name])
    choose(monkeypatch, tmp_path / "again.skipblock")
    item, _ = rows(window, "My library")[name]
    menu_of(qtbot, window, item)["Export Block…"]()
    assert library.read(tmp_path / "again.skipblock") == library.read(sent)


def test_a_damaged_file_is_not_imported(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = warnings(monkeypatch)
    (tmp_path / "Bad.skipblock").write_text("nothing")
    choose(monkeypatch, tmp_path / "Bad.skipblock")
    window.keeping.import_file()
    assert "Bad.skipblock" in said[0]
    assert not folder.exists()


def test_a_block_is_renamed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = window.editor.network.blocks[-1].name
    keep(qtbot, window, name)
    said = warnings(monkeypatch)
    for typed, shown in (("two words", name), ("Mine", "Mine")):
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, given=typed, **__: (given, True))
        item, _ = rows(window, "My library")[name]
        menu_of(qtbot, window, item)["Rename…"]()
        qtbot.waitUntil(partial(shows, window, [shown]))
    assert len(said) == 1
    assert "two words" in said[0]


def test_the_folder_is_shown(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    heading = window.palette_view.tree.findItems("My library", Qt.MatchFlag.MatchExactly)[0]
    offered = menu_of(qtbot, window, heading)
    assert list(offered) == ["Import Block File…", "Show Folder", "Change Folder…"]
    offered["Show Folder"]()
    assert opened[0].toLocalFile() == str(folder)


# --- code ----------------------------------------------------------------------------------------


def test_code_in_a_shared_block_is_not_run_until_it_is_trusted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "was run"
    source = GATE.replace(
        "    def __init__", f"    open({str(mark)!r}, 'w').close()\n\n    def __init__"
    )
    nodes = (Node("input", "Input"), Node("gate", "Gate"), Node("output", "Output"))
    wires = (wire("input", "output", "gate", "x"), wire("gate", "output", "output", "input"))
    block = Block("Gated", graph=Graph(nodes, wires))
    piece = Network("Gated", blocks=(block,), custom=(CustomLayer(source),))
    library.write(tmp_path / "Gated.skipblock", piece)
    choose(monkeypatch, tmp_path / "Gated.skipblock")
    window.keeping.import_file()
    qtbot.waitUntil(lambda: kept(window) == ["Gated"])
    item, _ = rows(window, "My library")["Gated"]
    assert "code that is not run until you trust it: Gate" in item.toolTip(0)
    window.documents.new()
    drag(qtbot, window, item, QPoint(40, 40), monkeypatch)
    assert window.editor.network.custom == piece.custom
    assert window.custom.bar.isVisible()
    assert "Gate" in window.custom.bar.says.text()
    assert not window.editor.report.ok
    assert not mark.exists()
    qtbot.mouseClick(window.custom.bar.trust, LEFT)
    assert not window.custom.bar.isVisible()


def test_code_of_a_name_that_means_something_else_here_is_refused(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    nodes = (Node("input", "Input"), Node("gate", "Gate"), Node("output", "Output"))
    wires = (wire("input", "output", "gate", "x"), wire("gate", "output", "output", "input"))
    block = Block("Gated", graph=Graph(nodes, wires))
    piece = Network("Gated", blocks=(block,), custom=(CustomLayer(GATE),))
    path = library.keep(folder, piece)
    mine = Network("Mine", custom=(CustomLayer(f"{GATE}# mine\n"),))
    window.documents.show(Document(mine), None)
    window.canvas.add_node(f"{KEPT}{path}")
    assert "another custom layer of this network has it" in window.status.currentMessage()
    assert window.editor.network == mine
