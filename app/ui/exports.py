"""File > Export: the network for other programs, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.exports import TEXTS, overwritten, script_files, write_script, write_texts
from app.training.export import export_request
from app.training.messages import Exported, ExportFailed
from app.ui.language import tr
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_KINDS = {
    ".onnx": ("Export ONNX", "ONNX (*.onnx)"),
    ".pt2": ("Export torch.export Program", "Programs of torch.export (*.pt2)"),
    ".safetensors": ("Save Weights", "Weights (*.safetensors)"),
}


class Exports:
    """Asks where to, and has it written; what needs torch is written by the worker meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editor = window.editor
        self._awaited = 0  # files that the worker has not answered for
        window.runs.trainer.exported.connect(self._answered)
        window.runs.trainer.died.connect(self._died)

    def for_programs(self, suffix: str) -> None:
        """ONNX, torch.export or the weights: those of the training where there was one."""
        source = self._editor.source
        if source is None or not self._may_be_untrained():
            return
        try:
            weights = self._window.weights.attached.initial()
        except SkipwireError as error:
            self._window.warn(tr("The file cannot be written"), tr(str(error)))
            return
        title, kind = _KINDS[suffix]
        path = self._window.documents.ask_path(title, self._name(suffix), kind)
        if path is None:
            return
        if path.suffix.lower() != suffix:
            path = self._window.documents.completed(path, suffix)
            if path is None:
                return
        e = self._editor
        self._awaited += 1
        self._window.status.showMessage(tr(f"Writing {path}…"))
        self._window.runs.trainer.export(
            export_request(e.document, e.report, source, path, e.recipe.seed, weights)
        )

    def script(self) -> None:
        """The module with its training script, into a folder."""
        source = self._editor.source
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Export Training Script"), self._window.documents.folder()
        )
        if not folder or source is None:
            return
        e = self._editor
        try:
            files = script_files(e.document, e.report, source, e.recipe, Path(folder))
            if not self._may_replace(overwritten(files)):
                return
            told = write_script(files, force=True)
        except SkipwireError as error:
            self._window.warn(tr("The training script was not written"), tr(str(error)))
            return
        self._window.tell(f"{told}{self._begun()}")

    def diagram(self) -> None:
        """The graph that is shown, as it is drawn."""
        from app.ui.canvas.diagram import PICTURES, Diagram
        from app.ui.plots.files import ask_and_export

        e, w = self._editor, self._window

        def write(path: Path) -> None:
            Diagram(e.network, e.report, w.canvas.font(), e.scope, e.prefix).save(path)
            w.tell(f"Wrote {path}")

        ask_and_export(w, self._place(""), {suffix[1:]: write for suffix in PICTURES})

    def summary(self) -> None:
        """The costs of every node."""
        from app.ui.plots.files import ask_and_export

        e, w = self._editor, self._window

        def write(path: Path) -> None:
            text = TEXTS[path.suffix.lower()](e.network, e.report)
            w.tell(write_texts({path: text}, force=True))

        ask_and_export(w, self._place(""), dict.fromkeys(("md", "csv", "tex"), write))

    def _may_replace(self, files: Sequence[Path]) -> bool:
        """Asks before files go whose text differs; a dialog for a folder does not."""
        if not files:
            return True
        buttons = QMessageBox.StandardButton
        names = tr(" and ").join(f"“{path.name}”" for path in files)
        answer = self._window.ask(
            tr("Replace {names}?", names=names),
            tr(
                f"In {files[0].parent}, with another text than the one to be written. What was "
                "changed there by hand is lost."
            ),
            buttons.Yes | buttons.Cancel,
        )
        return answer == buttons.Yes

    def _may_be_untrained(self) -> bool:
        """Asks where trained weights are there and the file would not have them."""
        if not (why := self._window.runs.lost_weights):
            return True
        buttons = QMessageBox.StandardButton
        name = self._window.weights.attached.name
        begun = f"those of {name}" if name else f"drawn with seed {self._editor.recipe.seed}"
        answer = self._window.ask(
            tr("Write untrained weights?"),
            tr(f"These will be the initial weights, {begun}: {why}."),
            buttons.Yes | buttons.Cancel,
        )
        return answer == buttons.Yes

    def _begun(self) -> str:
        """A sentence on the weights that the training script begins with."""
        if (weights := self._editor.weights) is not None:
            return f" It begins with {weights.file}."
        if self._editor.report.learning.frozen:
            return " Parts are frozen, and no weights are loaded: it asks for --weights FILE."
        return ""

    def _name(self, suffix: str) -> str:
        return f"{self._editor.network.name}{suffix}"

    def _place(self, suffix: str) -> str:
        name = self._name(suffix).replace("/", "-")
        return str(Path(self._window.documents.folder()) / name)

    def _answered(self, event: Exported | ExportFailed) -> None:
        self._awaited = max(self._awaited - 1, 0)
        if isinstance(event, Exported):
            self._window.status.showMessage(tr(event.sentence))  # it stays: it says which weights
        else:
            self._window.status.clearMessage()
            self._window.warn(tr("The file was not written"), tr(event.reason))

    def _died(self, reason: str) -> None:
        awaited, self._awaited = self._awaited, 0
        if awaited:
            self._window.status.clearMessage()
            self._window.warn(tr("The file was not written"), tr(reason))
