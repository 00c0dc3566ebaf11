"""The weights of the open network: at hand or not, and how they fit what is drawn now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.training.messages import Initial
from app.ui.editor import Change, Editor
from app.ui.weights.reading import Reading
from app.weights.attached import at_hand, initial, matching
from app.weights.match import Matching
from app.weights.telling import sentence
from app.weights.tensors import WeightsError
from nodes.network.document import Weights


class AttachedWeights(QObject):
    """Follows the editor; has a file read that is not at hand, without holding anything up.

    `changed` follows whatever is told here.
    """

    changed = Signal()

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self.matching: Matching | None = None  # None while it is not known
        self.problem = ""
        self.reading = Reading(self)
        self.reading.done.connect(editor.complete_weights)
        self.reading.failed.connect(self._lost)
        self._later = QTimer(self, singleShot=True, interval=0)  # no edit waits for it
        self._later.timeout.connect(self._refresh)
        editor.changed.connect(self._edited)

    @property
    def name(self) -> str:
        weights = self._editor.weights
        return "" if weights is None else Path(weights.file).name

    @property
    def line(self) -> str:
        """One short line: the file, and how much of the network has its weights from it."""
        if not self.name:
            return ""
        if self.matching is not None:
            return f"weights: {self.name}, {self.matching}"
        return f"weights: {self.name}, {'not to be had' if self.problem else 'being read…'}"

    @property
    def told(self) -> str:
        """The same in full."""
        weights = self._editor.weights
        if weights is None:
            return ""
        found = self.problem or (sentence(self.matching) if self.matching is not None else "")
        address = f"SHA-256 {weights.sha256}" if weights.sha256 else ""
        return "\n".join(filter(None, (weights.file, address, found)))

    def initial(self) -> Initial | None:
        """What a run or a file is to begin with.

        Raises:
            WeightsError: the network has weights that are not at hand.
        """
        weights = self._editor.weights
        if weights is None:
            return None
        if not at_hand(weights):
            self._later.start()
            raise WeightsError(
                self.problem
                or f"The weights of {self.name} are still being read. Try again in a moment, or "
                "detach them."
            )
        return initial(weights, self._editor.network, self._editor.report)

    def close(self) -> None:
        self.reading.close()

    def _edited(self, change: Change) -> None:
        if change.fresh or change.old.weights != change.new.weights:
            self.reading.cancel()  # perhaps of another file
            self.matching, self.problem = None, ""
        self._later.start()

    def _refresh(self) -> None:
        weights = self._editor.weights
        if weights is not None and at_hand(weights):
            self._match(weights)
        elif weights is not None and not self.problem and not self.reading.busy:
            self.reading.start(weights)
        self.changed.emit()

    def _match(self, weights: Weights) -> None:
        e = self._editor
        try:
            self.matching = matching(weights.sha256, e.network, e.report, weights.how)
        except WeightsError as error:
            self.problem = str(error)

    def _lost(self, weights: Weights, why: str) -> None:
        if weights == self._editor.weights:
            self.problem = why
            self.changed.emit()
