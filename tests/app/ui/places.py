"""Every place of the application: its pages, docks, popups, menus, dialogs and questions.

`Walk.everywhere` opens one after another, as a person would, and has each looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import torch
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file

from app import library
from app.training.messages import DataRefused, Drawn
from app.ui import crash, settings, tour
from app.ui.augmenting.page import AugmentationPage
from app.ui.commands import open_palette
from app.ui.finding.finding import Finding
from app.ui.language import tr
from app.ui.sheet import Sheet
from app.ui.training.datapage import DataPage
from app.ui.window import MainWindow
from app.weights.manifest import manifest
from nodes.network.edits import move
from presets import PRESETS
from tests.app.training.test_repairs import looked, unfit
from tests.app.ui.plots import runs
from tests.nodes.custom.sources import layer

_LAYER = layer("""
'''门'''

def forward(self, x: Tensor) -> Tensor:
    return x
""")
Look = Callable[[str, QWidget], None]
_LONG = 60_000  # ms; a limit for facts
DIALOGS = (  # the actions that open one each
    *("edit.preferences", "help.shortcuts", "help.layer", "insert.library", "file.versions"),
    *("network.transfer", "network.published_weights", "insert.custom", "bookmarks.edit"),
)


class Walk:
    """Through a window, with a document that it saves; `look` gets the name of a place, and it."""

    def __init__(self, window: MainWindow, folder: Path, qtbot: QtBot, look: Look) -> None:
        self._window = window
        self._folder = folder
        self._qtbot = qtbot
        self._look = look
        self._at = ""
        self._questions = 0

        self.parts = (
            *(self.start, self.docks, self.training, self.data, self.inspector, self.bars),
            self.popups,
            *(self.tour, self.menus, self.dialogs, self.weights, self.layers, self.crashes),
            *(self.library, self.files),
        )
        window.documents.open_preset("resnet20")
        for x in (1, 2):  # so that there is an older version
            self._move(x)
            window.documents.saving.save(folder / "net.skipwire")

    def everywhere(self) -> None:
        with self._answered():
            for part in self.parts:
                part()

    # --- looking ---------------------------------------------------------------------------------

    def _see(self, name: str, widget: QWidget) -> None:
        for _ in range(3):  # what is laid out may have others laid out
            QApplication.processEvents()
        self._look(name, widget)

    def _see_dialog(self, name: str) -> None:
        """The dialog in front, which is closed then."""
        dialog = self._dialog
        self._see(name, dialog)
        dialog.done(0)
        self._rest()

    @property
    def _dialog(self) -> QDialog:
        shown = [d for d in self._window.findChildren(QDialog) if d.isVisible()]
        assert len(shown) == 1, shown
        return shown[0]

    def _move(self, x: float) -> None:
        """A change that is to be saved."""
        self._window.editor.apply("Move", lambda n: move(n, "", {n.graph.nodes[0].name: (x, 0)}))

    def _rest(self) -> None:
        """Till what was closed is gone."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _asked(self, name: str, act: Callable[[], object]) -> None:
        """What is asked on the way."""
        self._at, before = name, self._questions
        act()
        assert self._questions > before, name
        self._rest()

    def _escape(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._window, Qt.Key.Key_Escape)

    def _trigger(self, name: str) -> None:
        action = self._window.actions_by_id[name]
        assert action.isEnabled(), name
        action.trigger()

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """Questions that wait for an answer are looked at, and given up."""

        def asked(box: QDialog) -> int:
            self._questions += 1
            box.show()
            self._see(f"asked: {self._at}", box)
            box.hide()
            return 0

        def typed(parent: QWidget, title: str, label: str, **_: object) -> tuple[str, bool]:
            box = QInputDialog(parent)
            box.setWindowTitle(title)
            box.setLabelText(label)
            self._questions += 1
            box.show()
            self._see(f"asked: {self._at}", box)
            box.deleteLater()
            return "", False

        with ExitStack() as stack:
            stack.enter_context(patch.object(QMessageBox, "exec", asked))
            stack.enter_context(patch.object(QInputDialog, "getText", typed))
            yield

    @contextmanager
    def _chosen(self, path: Path) -> Iterator[None]:
        """Dialogs for files choose this one."""
        with ExitStack() as stack:
            for name in ("getOpenFileName", "getSaveFileName"):
                stack.enter_context(patch.object(QFileDialog, name, lambda *_: (str(path), "")))
            name = "getExistingDirectory"
            stack.enter_context(patch.object(QFileDialog, name, lambda *_: str(path)))
            yield

    # --- pages and docks -------------------------------------------------------------------------

    def start(self) -> None:
        """The page with presets; one with parameters, one that cannot be made, and a comparison."""
        window, gallery = self._window, self._window.start.gallery
        settings.remember(self._folder / "other.skipwire")
        window.show_start()
        self._see("start page", window)
        for preset in {preset.family: preset for preset in PRESETS.values()}.values():
            gallery.details.show_preset(preset)
            self._see(f"preset {preset.id}", gallery.details)
        gallery.search.setText("no such preset")
        self._see("search without result", gallery)
        gallery.search.clear()
        gallery.details.compare.click()
        self._see("comparison", gallery)
        assert gallery.comparison is not None
        gallery.comparison.back.click()
        window.show_canvas()

    def docks(self) -> None:
        window = self._window
        for name in window.docks:
            window.docks.front(name)
            self._see(f"dock {name}", window)
        window.docks.front("problems")
        self._break()
        rows = window.problems.list
        for row in range(rows.model().rowCount()):
            if (index := rows.model().index(row, 0)) != rows.currentIndex():
                with self._qtbot.waitSignal(window.problems.advised):
                    rows.setCurrentIndex(index)
            self._see(f"row {row} of the problems", window.problems)
        window.editor.undo()
        self._see("in order again", window)

    def _break(self) -> None:
        window = self._window
        fc = window.editor.graph.nodes[-2]
        with self._qtbot.waitSignal(window.problems.advised):
            window.editor.select([fc.name])
            self._trigger("edit.delete")

    def training(self) -> None:
        window = self._window
        window.docks.front("training")
        panel, form = window.training, window.training.form
        for data in ("digits", "synthetic", "photos", str(self._folder)):
            form.data.show_data(data)
            self._see(f"data {data}", panel)
        form.data.show_data(window.editor.recipe.data)
        history = runs.history()
        window.curves.show_history(history)
        panel.show_history(history)
        self._see("training", window)
        window.maps.show_maps(*runs.maps())
        window.docks.front("maps")
        self._see("feature maps", window)
        panel.show_history(None)
        window.curves.show_history(None)

    def data(self) -> None:
        """What is wrong with data and mends it, draws of the augmentation, and a download."""
        window, editor = self._window, self._window.editor
        before = editor.recipe
        recipe = unfit(self._folder / "data.npz")
        editor.set_recipe(replace(recipe, rotate=10.0))
        window.pages.front("data")
        page = window.pages["data"].page
        assert isinstance(page, DataPage)
        page.take(looked(editor.network, recipe), b"")
        self._see("flaws of the data", window)
        window.pages.front("augmentation")
        augmentation = window.pages["augmentation"].page
        assert isinstance(augmentation, AugmentationPage)
        for mixed in (False, True):
            told = Drawn(0, 40, 24, 3, 4, 4, "0", "1" if mixed else "", (0.5,) * 24 * mixed)
            augmentation.draws.show_drawn(told, bytes(48 * (25 + mixed)), 1)
            self._see(f"draws, mixed {mixed}", window)
        page.choose.download()
        dialog = page.choose.dialog
        assert dialog is not None
        dialog.take(DataRefused("The download was ended."), b"")
        self._see_dialog("download")
        self._see("menu of sources", page.choose.menu())
        editor.set_recipe(before)
        window.docks.front("training")

    def inspector(self) -> None:
        window, nodes = self._window, self._window.editor.graph.nodes
        window.docks.front("inspector")
        for chosen in ((), *((node.name,) for node in nodes), tuple(n.name for n in nodes[:3])):
            window.editor.select(chosen)
            self._see(f"inspector {' '.join(chosen[:2])}", window.inspector)

    # --- over the canvas -------------------------------------------------------------------------

    def bars(self) -> None:
        window = self._window
        window.hints.toast.show_text(
            tr("Next time for {what}: {keys}", what=tr("Fit All"), keys="F"), tr("Close"), int
        )
        self._see("hint", window)
        window.hints.toast.hide()
        window.notice.show_notice(tr("“{name}” is back as it was.", name="lenet5"))
        self._see("notice", window)
        window.notice.hide()
        self._trigger("edit.find")
        self._see("find", window)
        window.canvas.component(Finding).close()

    def popups(self) -> None:
        window = self._window
        for name in ("insert.search_here", "edit.replace", "edit.connect", "edit.connect_from"):
            window.editor.select([window.editor.graph.nodes[1].name])
            self._trigger(name)
            self._see(name, window)
            self._escape()
        for query in ("", "no such command", "@", "#"):
            open_palette(window, query)
            self._see(f"command palette {query}", window)
        self._escape()

    def tour(self) -> None:
        led = tour.start(self._window)
        while led.bubble.isVisible():
            self._see(f"tour {led.at}", led.bubble)
            led.bubble.on.emit()
        self._window.tabs.close_tab(self._window.tabs.active)
        self._rest()

    def menus(self) -> None:
        window = self._window
        for name, menu in window.menus.items():
            menu.aboutToShow.emit()
            self._see(f"menu {name}", menu)
        advice = window.problems.rules.menu
        for menu in (window.layouts, window.recent_menu, window.heat_menu, advice):
            menu.aboutToShow.emit()
            self._see(f"menu {menu.title()}", menu)

    # --- dialogs ---------------------------------------------------------------------------------

    def dialogs(self) -> None:
        window = self._window
        for name in DIALOGS:
            self._trigger(name)
            self._see_dialog(name)
        window.show_about()
        self._see_dialog("about")
        self._trigger("bookmarks.set_1")
        self._trigger("bookmarks.edit")
        self._see_dialog("a bookmark")

    def weights(self) -> None:
        """A file that fits in part, and one that is none."""
        window = self._window
        entries = manifest(window.editor.network, window.editor.report)
        tensors = {e.key: torch.zeros(e.shape) for e in entries[1:]} | {"more": torch.zeros(2)}
        save_file(tensors, self._folder / "weights.safetensors")
        (self._folder / "noise.safetensors").write_bytes(bytes(100))
        for name, page in (("weights", 1), ("noise", 2)):
            window.weights.load_path(self._folder / f"{name}.safetensors")
            dialog = window.weights.dialog
            assert dialog is not None
            self._see(f"reading {name}", dialog)
            self._qtbot.waitUntil(
                lambda d=dialog: d.pages.currentIndex() > 0,  # type: ignore[misc]
                timeout=_LONG,
            )
            assert dialog.pages.currentIndex() == page
            self._see_dialog(f"load {name}")

    def layers(self) -> None:
        """The editor of a layer of one's own: as it is, wrong, given up."""
        window = self._window
        window.custom.new()
        dialog = window.custom.dialog
        assert dialog is not None
        for text in ("class Half(nn.Module):\n    pass\n", "1 +", _LAYER):
            dialog.code.setPlainText(text)
            self._see(f"code {text[:8]}", dialog)
        self._asked("give up", dialog.reject)
        dialog.submit()
        self._see("code applied", dialog)
        dialog.reject()
        self._rest()
        self._see("trust", window)
        window.editor.undo()

    def crashes(self) -> None:
        crashes = crash.Crashes(self._window, lambda: True)
        try:
            with patch("sys.stderr"):
                sys.excepthook(ValueError, ValueError("on purpose"), None)
                sys.excepthook(ValueError, ValueError("on purpose"), None)
                QApplication.processEvents()
            self._see_dialog("crash")
            crash.tell_native(self._window, "Segmentation fault")
            self._see_dialog("crash the last time")
        finally:
            crashes.close()

    # --- blocks and files ------------------------------------------------------------------------

    def library(self) -> None:
        """Blocks kept, asked about, named anew, and one that cannot be imported."""
        window, keeping = self._window, self._window.keeping
        settings.set_library(self._folder / "library")
        piece = library.packed(window.editor.network, window.editor.network.blocks[0].name)
        other = library.packed(PRESETS["resnet18"].network(), "BasicBlock")
        library.write(self._folder / "other.block.skipwire", library.renamed(other, piece.name))
        (self._folder / "noise").write_text("noise")
        library.keep(keeping.folder.path, piece)
        for name in ("other.block.skipwire", "noise"):
            with self._chosen(self._folder / name):
                self._asked(f"import {name}", keeping.import_file)
        self._see("a block in the palette", window)
        path = library.place(keeping.folder.path, piece.name)
        self._asked("rename", lambda: keeping.rename(path))
        keeping.remove(path)
        self._see("a block that is removed", window)
        settings.set_library(settings.usual_library())

    def files(self) -> None:
        """What may go wrong with a file, and what is asked before something is lost."""
        window, documents = self._window, self._window.documents
        path = self._folder / "net.skipwire"
        self._asked("layout", window.layouts.save)
        (self._folder / "noise.skipwire").write_text("noise")
        self._asked("open", lambda: documents.open_path(self._folder / "noise.skipwire"))
        self._asked("replace", lambda: documents.completed(self._folder / "net", ".skipwire"))
        with self._chosen(self._folder):
            window.exports.script()
            for written in self._folder.glob("*.py"):
                written.write_text("changed")
            self._asked("script", window.exports.script)
        for x in (3, 5):
            self._move(x)
            path.write_bytes(path.read_bytes() + b"\n")
            self._asked(f"changed meanwhile {x}", documents.save)
        self._asked("close", lambda: documents.close(window.tabs.active))
        window.tabs.add(Sheet())
        documents.new()
        documents.open_preset("lenet5")
        self._move(3)
        self._asked("leave", documents.may_leave)
