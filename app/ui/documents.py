"""Documents: new, open, save, recent files, and the question before changes are lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.gallery.insert import inserted
from app.origins import made_of
from app.targets import WEIGHTS, load, path_of
from app.training.recipe import PHOTOGRAPHS
from app.ui import settings
from app.ui.canvas.changes import place_for
from nodes.errors import SkipwireError
from nodes.files import write_text
from nodes.network import Graph, Network, Node, wire
from nodes.network.document import Document, save
from nodes.spec import Value
from presets import preset

if TYPE_CHECKING:
    from app.ui.start import StartPage
    from app.ui.window import MainWindow

SUFFIX = ".skipwire"
_FILTER = f"Skipwire networks (*{SUFFIX})"
_OPENED = f"Skipwire networks (*{SUFFIX} *{WEIGHTS})"


def empty_document() -> Document:
    """What a person starts from: an Input wired to an Output."""
    nodes = (
        Node("input", "Input", position=(0, 0)),
        Node("output", "Output", position=(0, 260)),
    )
    wires = (wire("input", "output", "output", "input"),)
    return Document(Network("Network", Graph(nodes, wires)), {})


class Documents:
    """The actions on documents; every way to lose changes asks first."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor

    def follow(self, start: StartPage) -> None:
        """Do what the start page asks for."""
        start.preset_requested.connect(self.open_preset)
        start.insert_requested.connect(self.insert_preset)
        start.file_requested.connect(self.open_path)
        start.new_requested.connect(self.new)
        start.open_requested.connect(self.open)

    def new(self) -> None:
        if self.may_leave():
            self._editor.open(empty_document())
            self._window.show_canvas()

    def open(self) -> None:
        if not self.may_leave():
            return
        name, _ = QFileDialog.getOpenFileName(self._window, "Open", self.folder(), _OPENED)
        if name:
            self._load(Path(name))

    def open_path(self, path: Path) -> None:
        if self.may_leave():
            self._load(path)

    def open_preset(self, id: str, values: Mapping[str, Value] | None = None) -> None:
        """A published architecture, with these parameters in the place of the defaults."""
        document = self._preset(id, values or {})
        if document is not None and self.may_leave():
            self.show(document, None)

    def insert_preset(self, id: str, values: Mapping[str, Value]) -> None:
        """A published architecture as one block of the open drawing, behind the selected node."""
        document = self._preset(id, values)
        if document is None:
            return
        window, editor = self._window, self._editor
        window.show_canvas()
        scope, after = editor.scope, editor.selected_node
        at = place_for(editor.graph, after, window.canvas.centre_of_view())
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
            self._window.warn(f"{chosen.title} cannot be made so", str(error))
            return None

    def show(self, document: Document, path: Path | None) -> None:
        """A document that is already read, such as one named on the command line."""
        try:
            self._editor.open(document, path)
        except SkipwireError as error:
            self._window.warn("This document cannot be opened", str(error))
            return
        if path is not None:
            settings.remember(path)
        self._window.show_canvas()
        if path is None and self._editor.recipe.data == PHOTOGRAPHS:
            self._window.look()

    def _load(self, path: Path) -> None:
        try:
            document = load(str(path))
        except SkipwireError as error:
            self._window.warn("This file cannot be opened", str(error))
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
        try:
            save(path, self._editor.document)
        except SkipwireError as error:
            self._window.warn("The network was not saved", str(error))
            return False
        self._editor.mark_saved(path)
        settings.remember(path)
        self._window.tell(f"Saved {path}")
        return True

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
                self._window.warn("The code was not written", str(error))
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
                self._window.warn("The picture was not written", str(error))

    def may_leave(self) -> bool:
        """Whether the present document may be left: saved, or its changes given up knowingly.

        A run goes on until another document is there: it may still be that none is chosen.
        """
        buttons = QMessageBox.StandardButton
        if self._window.runs.active:
            answer = self._window.ask(
                "Stop the training?",
                "A run is under way. It ends when its network is left, and its curves go with it.",
                buttons.Yes | buttons.Cancel,
            )
            if answer != buttons.Yes:
                return False
        if not self._editor.modified:
            return True
        answer = self._window.ask(
            f"Save the changes to “{self._window.title}”?",
            "They are lost otherwise.",
            buttons.Save | buttons.Discard | buttons.Cancel,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def ask_path(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask for a file to write, by default of this name beside the document's own."""
        start = str(Path(self.folder()) / name.replace("/", "-"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return Path(chosen) if chosen else None

    def completed(self, path: Path, suffix: str) -> Path | None:
        """The path with a suffix that was not typed: the dialog has not asked about that file."""
        path = path.with_name(f"{path.name}{suffix}")
        buttons = QMessageBox.StandardButton
        if path.exists():
            answer = self._window.ask(
                f"Replace “{path.name}”?",
                f"It is in {path.parent} already.",
                buttons.Yes | buttons.Cancel,
            )
            if answer != buttons.Yes:
                return None
        return path

    def folder(self) -> str:
        """Where the document is, or the home folder."""
        path = self._editor.path
        return str(path.parent if path is not None else Path.home())
