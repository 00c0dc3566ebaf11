"""What a person does with weights: load, save, detach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.ui.language import tr
from app.ui.weights.attached import AttachedWeights
from app.ui.weights.dialog import LoadDialog
from app.ui.weights.fetching import Fetching
from app.ui.weights.published import PublishedDialog
from app.ui.weights.reading import Reading

if TYPE_CHECKING:
    from app.ui.status import StatusBar
    from app.ui.window import MainWindow

_FILTER = "Weights (*.safetensors *.pth *.pt *.bin *.ckpt);;All files (*)"


class WeightsMenu(QObject):
    """The actions on weights, and the weights that the open network has."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor = window.editor
        self.attached = AttachedWeights(window.editor, self)
        self.reading = Reading(self)
        window.runs.begins_with = self.attached.initial
        self.fetching = Fetching(self)
        self.dialog: LoadDialog | None = None
        self.published: PublishedDialog | None = None

    def tell_in(self, status: StatusBar) -> None:
        """Show in the status bar what weights the network has."""
        attached = self.attached
        attached.changed.connect(
            lambda: status.show_weights(attached.line, attached.told, alarm=bool(attached.problem))
        )

    def load(self) -> None:
        """Choose a file, see how it fits, and attach it."""
        start = self._window.documents.folder()
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Load Weights"), start, tr(_FILTER))
        if name:
            self.load_path(Path(name))

    def load_path(self, path: Path) -> None:
        self.dialog = LoadDialog(self._editor, path, self.reading, self._window)
        self.dialog.applied.connect(self._editor.set_weights)
        self.dialog.open()

    def publish(self) -> None:
        """Choose among published weights, have them fetched, and see how they fit."""
        parameters = self._editor.report.totals.parameters
        self.published = PublishedDialog(parameters, self.fetching, self._window)
        self.published.fetched.connect(self.load_path)
        self.published.open()

    def save(self) -> None:
        """The trained weights, or those the network has, with the network in the same file."""
        self._window.exports.for_programs(".safetensors")

    def detach(self) -> None:
        self._editor.set_weights(None)

    def close(self) -> None:
        self.fetching.close()
        self.reading.close()
        self.attached.close()
