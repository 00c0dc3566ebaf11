"""What to train on: digits, figures, random patterns or one's own; or photographs to look at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from app.data.names import BUILT_IN, DIGITS, PHOTOGRAPHS, SHAPES, SYNTHETIC
from app.data.opening import is_file_of_data
from app.images import is_image
from app.training.recipe import looked_at
from app.ui.inspector.edit import LineField
from app.ui.inspector.fields import ChoiceField
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from app.ui.sources.choosing import SourceButton
from app.ui.sources.kinds import found, recognised, refusal
from nodes.spec import Kind, Param

FILES = "files"
_CHOICE = Param(
    "data", Kind.CHOICE, DIGITS,
    "digits: 1,797 grey images of 8 × 8, built in. shapes: eight kinds of figures, drawn at any "
    "size, as many as you like. files: on disk: PNG and JPEG files in one folder for each class; "
    "or the original files of MNIST, Fashion-MNIST, CIFAR-10 or CIFAR-100; or a .csv of paths and "
    "labels; or a .npz of arrays x and y. photographs: two of them, to see the feature maps of; "
    "nothing is learned. synthetic: random patterns for as many classes as the network has, to try "
    "it on.",
    choices=(DIGITS, FILES, SHAPES, SYNTHETIC, PHOTOGRAPHS),
)  # fmt: skip


NOT_REAL = "Random patterns in the shape of the input: not real data, only to see it learn."


class DataField(QWidget):
    """`offered` carries the name of data that is built in, or the path of what exists."""

    offered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = DIGITS
        self._recognised = ("", "")  # a path that was chosen, and what lies there
        self.choice = ChoiceField(_CHOICE)
        self.choice.combo.setMinimumContentsLength(max(map(len, _CHOICE.choices)))
        self.choice.setToolTip(tr("<p>{text}</p>", text=tr(_CHOICE.help)))
        self.choice.offered.connect(self._choose)
        self.folder = LineField()
        self.folder.setObjectName("folder")
        self.folder.setPlaceholderText(tr("a folder of classes, or a file"))
        self.folder.setAccessibleName(tr("Folder of images"))
        self.folder.submitted.connect(self._submit)
        self.folder.reverted.connect(lambda: self._refuse(""))
        self.browse = SourceButton()
        self.browse.chosen.connect(self._submit)
        self.browse.refused.connect(self._refuse)
        self.note = note_label()
        self.note.setObjectName("note data")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.choice, 0, 0)
        grid.addWidget(self.folder, 0, 1)
        grid.addWidget(self.browse, 0, 2)
        grid.addWidget(self.note, 1, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.setFocusProxy(self.choice)
        self.show_data(DIGITS)

    def show_data(self, data: str) -> None:
        self._data = data
        self.folder.show_text("" if data in BUILT_IN or looked_at(data) else data)
        self.browse.start = self.folder.text()
        if looked_at(data):
            self._show_choice(PHOTOGRAPHS)
        else:
            self._show_choice(data if data in BUILT_IN else FILES)
        tell(self.note, self._note(data), QPalette.ColorRole.PlaceholderText)

    def commit(self) -> None:
        """Offer what is typed, if it has changed."""
        self.folder.editingFinished.emit()

    def _show_choice(self, choice: str) -> None:
        self.choice.show_values([choice], {})
        for widget in (self.folder, self.browse):
            widget.setVisible(choice == FILES)

    def _choose(self, choice: str) -> None:
        self._show_choice(choice)
        if choice in BUILT_IN:
            self.show_data(choice)
            self.offered.emit(choice)
        elif self._data in BUILT_IN:
            self._refuse("Choose a folder or a file, or have a set downloaded.")
            self.browse.setFocus()

    def _submit(self, text: str) -> None:
        path = found(text)
        there = path.is_dir() or is_file_of_data(path) or (is_image(path) and path.is_file())
        if not text.strip() or not there:
            self._refuse(
                f"There is no folder or file of data “{text.strip()}”. Choose one that exists."
            )
        elif reason := refusal(path):
            self._refuse(reason)
        else:
            self._recognised = str(path), recognised(path)
            self._refuse("")
            self.offered.emit(str(path))

    def _note(self, data: str) -> str:
        """What is to be known of it."""
        if data not in BUILT_IN and looked_at(data):
            return tr("Your image “{name}”, to see the feature maps of.", name=Path(data).name)
        if data == self._recognised[0]:
            return self._recognised[1]
        return NOT_REAL if data == SYNTHETIC else ""

    def _refuse(self, reason: str) -> None:
        tell(self.note, reason, QPalette.ColorRole.BrightText)
