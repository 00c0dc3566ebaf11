"""The form of the training recipe. It edits the recipe of the editor and keeps none of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from app.training.fit import fit
from app.training.recipe import Recipe
from app.ui.editor import Change, Editor
from app.ui.formats import count, size
from app.ui.inspector import values
from app.ui.inspector.fields import Field, TextField
from app.ui.inspector.form import note_label, tell
from app.ui.inspector.kinds import field
from app.ui.language import tr
from app.ui.later import Later
from app.ui.training.data import DataField
from app.ui.training.fields import LABELS, changed, param
from nodes.errors import SkipwireError


class RecipeForm(QScrollArea):
    """Two fields a row; below a row, why what was typed there is refused or does not fit."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.fields: dict[str, Field] = {}
        self.labels: dict[str, QLabel] = {}
        self.notes: dict[str, QLabel] = {}
        self._devices: Mapping[str, int] = {}
        self.room = note_label()  # beside the reason why a batch size is refused
        self.room.setObjectName("note room")
        self.data = DataField()
        self.data.offered.connect(partial(self._offer, "data"))
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(8, 3, 8, 3)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        label = _label("Data", self.data)
        label.setMinimumHeight(self.data.choice.sizeHint().height())  # in line with the choice
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.data, 0, 1, 1, 3)
        for index, name in enumerate(LABELS):
            self._add(grid, name, 1 + index // 2 * 4, index % 2 * 2)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self._room_later = Later(self, self._tell_room)
        editor.changed.connect(self._changed)
        self._show(editor.recipe, tuple(LABELS))
        self._tell_room()

    def show_devices(self, devices: Mapping[str, int]) -> None:
        """The devices that can be trained on with their bytes of memory, the best first."""
        self._devices = devices
        self._tell_room()

    def commit(self) -> None:
        """Apply what is typed and not yet applied, before a run reads the recipe."""
        self.data.commit()
        for one in self.fields.values():
            if isinstance(one, TextField):
                one.line.editingFinished.emit()

    def _add(self, grid: QGridLayout, name: str, row: int, column: int) -> None:
        one, note = field(param(name)), note_label()
        note.setObjectName(f"note {name}")
        label = _label(LABELS[name][0], one)
        for widget in (label, one):
            widget.setToolTip(tr("<p>{text}</p>", text=tr(LABELS[name][1])))
        grid.addWidget(label, row, column)
        grid.addWidget(one, row, column + 1)
        grid.addWidget(note, row + 1 + column // 2, 0, 1, 4)
        if name == "batch_size":
            grid.addWidget(self.room, row + 3, 0, 1, 4)
        one.offered.connect(partial(self._offer, name))
        one.refused.connect(partial(self._refuse, name))
        self.fields[name], self.labels[name], self.notes[name] = one, label, note

    def _offer(self, name: str, value: object) -> None:
        try:
            recipe = changed(self._editor.recipe, name, value)
        except SkipwireError as error:
            self._refuse(name, values.reason(error))
            return
        self._editor.set_recipe(recipe)
        self._show(self._editor.recipe, (name,))  # 64*2 reads 128 then

    def _refuse(self, name: str, reason: str) -> None:
        text = f"{LABELS[name][0]}: {reason[:1].lower()}{reason[1:]}" if reason else ""
        tell(self.notes[name], text, QPalette.ColorRole.BrightText)

    def _changed(self, change: Change) -> None:
        """Follow the recipe. What is typed in a field stays while the value behind is the same."""
        old, new = change.old.recipe, change.new.recipe
        differ = {n for n in (*LABELS, "data") if getattr(old, n) != getattr(new, n)}
        self._show(new, (*LABELS, "data") if change.fresh else tuple(differ))
        self._room_later.ask(self._editor.report)

    def _tell_room(self) -> None:
        """How many samples fit, where a training step with the batch size does not."""
        found, text = fit(self._editor.report.memory, self._editor.recipe, self._devices), ""
        if found.limit is not None and not found.fits:
            most = f"at most {count(found.largest)} fit" if found.largest else "not even 1 fits"
            text = f"Batch size: {most} {found.device} with {size(found.limit)}."
        tell(self.room, text, QPalette.ColorRole.BrightText)

    def _show(self, recipe: Recipe, names: tuple[str, ...]) -> None:
        for name in names:
            if name == "data":
                self.data.show_data(recipe.data)
            else:
                self.fields[name].show_values([getattr(recipe, name)], {})
                self._refuse(name, "")
        momentum = recipe.optimizer == "sgd"
        self.labels["momentum"].setVisible(momentum)
        self.fields["momentum"].setVisible(momentum)


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(tr(text))
    label.setBuddy(buddy)
    return label
