"""One image, large: what the network makes of it, and where it looks for a class."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.runs.results import Results
from app.training.messages import Answer, Explain, Predict, Unanswered
from app.ui.announcing import announce
from app.ui.formats import number
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel
from app.ui.results import pixels
from app.ui.results.controls import Controls
from app.ui.results.picture import Picture
from app.ui.results.pictures import Asked, Pictures
from app.ui.results.scores import Bars

_EMPTY = "Choose an image to see what the network makes of it, or drop one of your own here."
_MUTED, _ALARM = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.BrightText
_Take = Callable[[Answer, bytes], None]


@dataclass(frozen=True)
class Subject:
    """An image of the data by its number, or a file."""

    image: int = -1
    file: str = ""


class Closeup(QWidget):
    """Images of the validation come with their results; files are asked about."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._pictures = pictures
        pictures.came.connect(self._fill)
        self._subject: Subject | None = None
        self._era = 0  # of the newest question
        self._about: Explain | None = None  # what the overlay shows, or will
        self._by_hand = False  # whether the class was chosen, or is what was predicted
        self.heading = ElidedLabel()
        self.controls = Controls()
        self.controls.asked.connect(self._explain)
        self.controls.seen.connect(self._dress)
        self.picture = Picture()
        self.bars = Bars()
        self.bars.chosen.connect(self._choose_class)
        self.note = note_label()
        self.note.setContentsMargins(6, 0, 6, 2)
        self._empty = QLabel(tr(_EMPTY), alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._build()
        self._dress()

    def _build(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.picture)
        both.addWidget(self.bars)
        both.setChildrenCollapsible(False)
        both.setSizes([240, 240])
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.addWidget(self.heading, 1)
        below = QHBoxLayout()
        below.setContentsMargins(6, 2, 6, 2)
        below.addWidget(self.controls)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(both, 1)
        column.addWidget(self.note)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def subject(self) -> Subject | None:
        return self._subject

    def of(self, asked: Asked | None) -> None:
        """Another network from now on; nothing is shown of the one before."""
        self._asked = asked
        self.clear()

    def clear(self) -> None:
        self._subject = self._about = None
        self._era += 1
        self._stack.setCurrentIndex(0)

    def show_row(self, results: Results, row: int) -> None:
        """An image of the validation. The same one anew keeps the class that was chosen."""
        subject = Subject(int(results.indices[row]))
        same = self._begin(subject)
        actual, predicted = int(results.labels[row]), int(results.predicted[row])
        self.bars.show_scores(
            results.scores[row].tolist(),
            results.classes,
            shares=results.certain,
            actual=actual,
            current=self.bars.label if self._by_hand else predicted,
        )
        values = {
            "number": str(subject.image),
            "actual": results.classes[actual],
            "predicted": results.classes[predicted],
        }
        self.heading.setText(
            tr("Image {number}: “{actual}”, recognised", **values)
            if actual == predicted
            else tr("Image {number}: “{actual}”, taken for “{predicted}”", **values)
        )
        if not same:
            self.picture.show_image(None)
            self._fill()
        self._explain()

    def show_file(self, path: str) -> None:
        """An image of one's own."""
        self._begin(Subject(file=path))
        self.heading.setText(Path(path).name)
        self.bars.show_scores((), ())
        self.picture.show_image(None)
        self._ask(Predict(path), self._predicted)

    def look_again(self) -> None:
        """The network has learned meanwhile."""
        if self._subject is not None and self._subject.file:
            self._ask(Predict(self._subject.file), self._predicted)

    def _begin(self, subject: Subject) -> bool:
        """Whether it is shown already."""
        same, self._subject = subject == self._subject, subject
        self._by_hand = self._by_hand and same
        self._stack.setCurrentIndex(1)
        return same

    def _fill(self) -> None:
        """Show the image once it is there."""
        if self._subject is None or self._subject.file or self.picture.shows_image:
            return
        self.picture.show_image(self._pictures.get(self._subject.image))

    # --- questions -------------------------------------------------------------------------------

    def _choose_class(self) -> None:
        self._by_hand = True
        self._explain()

    def _explain(self) -> None:
        """Ask where the network looks, for the chosen class."""
        how, subject, label = self.controls.how, self._subject, self.bars.label
        if subject is None or label < 0:
            return
        if how is None or (how == "gradcam" and not self.controls.path):
            self._era += 1
            self._about = None
            self.picture.show_overlay(None)
            why = "No node of this network gives maps; choose another explanation."
            tell(self.note, tr(why) if how else "", _MUTED)
            return
        image = max(subject.image, 0)
        about = Explain(self.controls.path, label, image, subject.file, how)
        if about != self._about:  # or it is the same anew, of a network that has learned
            self._about = about
            self.picture.show_overlay(None)
        self._ask(about, lambda answer, data: self._explained(about, answer, data))

    def _ask(self, about: Explain | Predict, take: _Take) -> None:
        if self._asked is None:
            return
        self._era += 1
        era = self._era
        if not self.picture.shows_overlay:
            tell(self.note, tr("Asking the network…"), _MUTED)

        def answered(answer: Answer | Unanswered, payload: bytes) -> None:
            if era != self._era:
                return
            if isinstance(answer, Unanswered):
                self.picture.show_overlay(None)
                tell(self.note, tr(answer.reason), _ALARM)
            else:
                take(answer, payload)

        self._asked.ask(about, answered)

    def _predicted(self, answer: Answer, payload: bytes) -> None:
        assert self._subject is not None
        assert self._asked is not None
        self.picture.show_image(pixels.picture(pixels.images(answer, payload)[0]))
        classes, shares = self._asked.classes, self._asked.certain
        current = self.bars.label if self._by_hand else -1
        self.bars.show_scores(answer.scores, classes, shares=shares, current=current)
        first = self.bars.scores.order[0]
        self.heading.setText(
            tr(
                "{file}: “{predicted}” ({score})",
                file=Path(self._subject.file).name,
                predicted=self.bars.scores.name(first),
                score=self.bars.scores.shown(first),
            )
        )
        announce(self, self.heading.text())
        tell(self.note, "", _MUTED)
        self._explain()

    def _explained(self, about: Explain, answer: Answer, payload: bytes) -> None:
        if not self.picture.shows_image:
            self.picture.show_image(pixels.picture(pixels.images(answer, payload)[0]))
        heat = pixels.overlays(answer, payload)[0]
        self.picture.show_overlay(heat if answer.peak else None)
        tell(self.note, self._told(about, answer), _MUTED)
        self.picture.setAccessibleDescription(self.note.text())

    def _told(self, about: Explain, answer: Answer) -> str:
        name = self.bars.scores.name(about.label)
        if not answer.peak:
            if about.how == "gradcam":
                return tr("Nothing at “{node}” speaks for “{name}”.", node=about.path, name=name)
            return tr("Nothing in the image speaks for “{name}”.", name=name)
        match about.how:
            case "gradcam":
                told = "What at “{node}” speaks for “{name}”; at most {peak}."
                return tr(told, node=about.path, name=name, peak=number(answer.peak))
            case "saliency":
                return tr("The pixels that the score of “{name}” follows most.", name=name)
        if self.bars.scores.shares:
            told = "Hiding the brightest place makes “{name}” {factor} times less likely."
            return tr(told, name=name, factor=f"{math.exp(answer.peak):.3g}")
        told = "Hiding the brightest place lowers the score of “{name}” by {fall}."
        return tr(told, name=name, fall=number(answer.peak))

    def _dress(self) -> None:
        self.picture.set_colours(self.controls.shade)
        self.picture.set_weight(self.controls.weight.value() / 100)
