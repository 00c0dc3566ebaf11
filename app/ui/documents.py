"""Documents: new, open, save, recent files, and the question before changes are lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.gallery.insert import inserted
from app.history import Snapshot
from app.origins import made_of
from app.recovery.fingerprint import fingerprint
from app.targets import WEIGHTS, load, path_of
from app.templates import TEMPLATES
from app.ui import settings
from app.ui.canvas.changes import place_for
from app.ui.language import tr
from app.ui.recovery.saving import Saving
from app.ui.tabs import left
from app.ui.training.looking import look
from nodes.errors import SkipwireError
from nodes.files import write_text
from nodes.network import Graph, Network, Node, wire
from nodes.network.document import Document
from nodes.spec import Value
from presets import preset

if TYPE_CHECKING:
    from app.ui.start import StartPage
    from app.ui.tabs import Tab
    from app.ui.window import MainWindow

SUFFIX = ".skipwire"
_FILTER = f"Skipwire networks (*{SUFFIX})"
_OPENED = f"Skipwire networks (*{SUFFIX} *{WEIGHTS})"


def empty_document(name: str = "Network") -> Document:
    """What a person starts from: an Input wired to an Output."""
    nodes = (
        Node("input", "Input", position=(0, 0)),
        Node("output", "Output", position=(0, 260)),
    )
    wires = (wire("input", "output", "output", "input"),)
    return Document(Network(name, Graph(nodes, wires)), {})


class Documents:
    """The actions on documents; each in a tab; every way to lose changes asks first."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor
        self.saving = Saving(window)

    def follow(self, start: StartPage) -> None:
        """Do what the start page asks for."""
        start.preset_requested.connect(self.open_preset)
        start.insert_requested.connect(self.insert_preset)
        start.file_requested.connect(self.open_path)
        start.new_requested.connect(self.new)
        start.template_requested.connect(self.open_template)
        start.recent.pin_requested.connect(self._pin)
        start.recent.forget_requested.connect(self._forget)
        start.open_requested.connect(self.open)

    def new(self) -> None:
        tab = self._window.tabs.free()
        taken = {t.sheet.title for t in self._window.tabs.tabs if t is not tab}
        usual = Network().name
        numbered = (f"{usual} {k}" for k in count(2))
        name = next(n for n in chain([usual], numbered) if n not in taken)
        tab.editor.open(empty_document(name), blank=True)
        self._window.show_canvas()

    def open(self) -> None:
        title = tr("Open")
        names, _ = QFileDialog.getOpenFileNames(self._window, tr(title), self.folder(), tr(_OPENED))
        for name in names:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Bring the tab of a file to the front, or read the file into one."""
        tab = self._window.tabs.of_path(path)
        if tab is not None:
            self._window.tabs.activate(tab)
            self._window.show_canvas()
        else:
            self._load(path)

    def open_template(self, id: str) -> None:
        """A small network to begin with."""
        self.show(next(t for t in TEMPLATES if t.id == id).document, None)

    def _pin(self, path: Path, on: bool) -> None:
        settings.set_pinned(path, on)
        self._window.start.refresh_recent()

    def _forget(self, path: Path) -> None:
        settings.forget(path)
        self._window.start.refresh_recent()

    def open_preset(self, id: str, values: Mapping[str, Value] | None = None) -> None:
        """A published architecture, with these parameters in the place of the defaults."""
        document = self._preset(id, values or {})
        if document is not None:
            self.show(document, None)

    def insert_preset(self, id: str, values: Mapping[str, Value]) -> None:
        """A published architecture as one block of the open drawing, behind the selected node."""
        document = self._preset(id, values)
        if document is None:
            return
        window, editor = self._window, self._editor
        window.show_canvas()
        scope, after = editor.scope, editor.selected_node
        at = place_for(editor.network, editor.graph, after, window.canvas.centre_of_view())
        source = after.name if after is not None else None
        label = f"Insert {document.network.name}"
        if editor.create(label, lambda n: inserted(n, scope, document.network, at, source)):
            window.canvas.show_node(next(iter(editor.selection)))

    def _preset(self, id: str, values: Mapping[str, Value]) -> Document | None:
        """None where its parameters are refused, which the person is told."""
        chosen = preset(id)
        try:
            return made_of(chosen, values)
        except SkipwireError as error:
            self._window.warn(tr(f"{chosen.title} cannot be made so"), tr(str(error)))
            return None

    def show(self, document: Document, path: Path | None) -> None:
        """A document that is already read, such as one named on the command line."""
        try:
            Snapshot.of(document)
        except SkipwireError as error:
            self._window.warn(tr("This document cannot be opened"), tr(str(error)))
            return
        self._window.tabs.free().editor.open(document, path)
        if path is not None:
            self._editor.sheet.fingerprint = fingerprint(path)
            settings.remember(path)
            left.show(self._window.tabs.active, path)
        self._window.show_canvas()
        if path is None and self._editor.recipe.looks:
            look(self._window)

    def _load(self, path: Path) -> None:
        try:
            document = load(str(path))
        except SkipwireError as error:
            self._window.warn(tr("This file cannot be opened"), tr(str(error)))
            return
        self.show(document, path_of(str(path)))

    def save(self) -> bool:
        """Save to the document's file, or ask for one; false where it was not saved."""
        path = self._editor.path
        return self._save_to(path) if path is not None else self.save_as()

    def save_as(self) -> bool:
        path = self.ask_path("Save", f"{self._editor.network.name}{SUFFIX}", _FILTER)
        if path is not None and not path.suffix:
            path = self.completed(path, SUFFIX)
        return path is not None and self._save_to(path)

    def _save_to(self, path: Path) -> bool:
        return self.saving.save(path)

    def export_code(self) -> None:
        source = self._editor.source
        if source is None:
            return
        name = f"{source.class_name.lower()}.py"
        path = self.ask_path("Export Code", name, "Python (*.py)")
        if path is not None:
            try:
                write_text(path, source.text)
            except SkipwireError as error:
                self._window.warn(tr("The code was not written"), tr(str(error)))
                return
            self._window.tell(f"Wrote {path}")

    def save_picture(self) -> None:
        from app.ui.plots.files import write_png

        picture = self._window.grab().toImage()
        path = self.ask_path("Save Picture", "skipwire.png", "Pictures (*.png)")
        if path is not None:
            try:
                write_png(path, picture)
            except SkipwireError as error:
                self._window.warn(tr("The picture was not written"), tr(str(error)))

    def close(self, tab: Tab) -> None:
        """Close a tab, unless the person would rather keep what is not saved in it."""
        tabs = self._window.tabs
        if not self.may_close(tab):
            return
        tabs.close_tab(tab)
        if tabs.active.sheet.untouched and len(tabs.tabs) == 1:
            self._window.show_start()

    def reopen(self) -> None:
        """Have the document back that was closed last, with all its steps."""
        self._window.tabs.reopen()
        self._window.show_canvas()

    def close_all(self, tabs: Sequence[Tab]) -> None:
        """One after another, until the person wants to keep one."""
        for tab in tabs:
            if not self.may_close(tab):
                return
            self._window.tabs.close_tab(tab)

    def may_close(self, tab: Tab) -> bool:
        """Whether a document may be left: saved, or its changes given up knowingly.

        A run goes on until its tab is closed: it may still be that it is kept.
        """
        live = self._window.runs.live
        if live is not None and live.sheet is tab.sheet and not self.may_stop():
            return False
        return self._may_lose(tab)

    def _may_lose(self, tab: Tab) -> bool:
        """Whether its changes are saved, or given up knowingly."""
        buttons = QMessageBox.StandardButton
        if not tab.editor.modified:
            return True
        self._window.tabs.activate(tab)
        answer = self._window.ask(
            tr("Save the changes to “{document}”?", document=tab.sheet.title),
            tr("They are lost otherwise."),
            buttons.Save | buttons.Discard | buttons.Cancel,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def may_leave(self) -> bool:
        """The same of all tabs, in one question where several have changes, and of all runs."""
        if not self._window.outliving.settle():
            return False
        tabs = self._window.tabs
        modified = [tab for tab in tabs.tabs if tab.editor.modified]
        if len(modified) < 2:
            return all(self._may_lose(tab) for tab in modified)
        buttons = QMessageBox.StandardButton
        answer = self._window.ask(
            tr("Save the changes to {number} networks?", number=len(modified)),
            "\n".join([*(tab.sheet.title for tab in modified), "", tr("They are lost otherwise.")]),
            buttons.SaveAll | buttons.Discard | buttons.Cancel,
        )
        if answer == buttons.SaveAll:
            return all(self._save_tab(tab) for tab in modified)
        return answer == buttons.Discard

    def _save_tab(self, tab: Tab) -> bool:
        self._window.tabs.activate(tab)  # or one would not know what a dialog asks about
        return self.save()

    def may_stop(self) -> bool:
        """Whether the run under way may end."""
        buttons = QMessageBox.StandardButton
        answer = self._window.ask(
            tr("Stop the training?"),
            tr("A run is under way. It ends when its network is left, and its curves go with it."),
            buttons.Yes | buttons.Cancel,
        )
        return answer == buttons.Yes

    def ask_path(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask for a file to write, by default of this name beside the document's own."""
        start = str(Path(self.folder()) / name.replace("/", "-"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr(title), start, tr(kinds))
        return Path(chosen) if chosen else None

    def completed(self, path: Path, suffix: str) -> Path | None:
        """The path with a suffix that was not typed: the dialog has not asked about that file."""
        path = path.with_name(f"{path.name}{suffix}")
        buttons = QMessageBox.StandardButton
        if path.exists():
            answer = self._window.ask(
                tr(f"Replace “{path.name}”?"),
                tr(f"It is in {path.parent} already."),
                buttons.Yes | buttons.Cancel,
            )
            if answer != buttons.Yes:
                return None
        return path

    def folder(self) -> str:
        """Where the document is, or the home folder."""
        path = self._editor.path
        return str(path.parent if path is not None else Path.home())
