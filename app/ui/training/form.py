"""The form of the training recipe. It edits the recipe of the editor and keeps none of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.training.fit import fit
from app.training.recipe import LARGEST_BATCH
from app.ui import scale
from app.ui.editor import Change, Editor
from app.ui.formats import count, size
from app.ui.icons import icon
from app.ui.inspector.fold import Fold
from app.ui.inspector.form import note_label, tell
from app.ui.inspector.page import run
from app.ui.language import tr
from app.ui.later import Later
from app.ui.training.data import DataField
from app.ui.training.fields import GROUPS, LABELS, changed, counts, differs, param
from app.ui.training.rate import RateCurve
from app.ui.training.settings import NAME, Settings, assign, columns

_OPEN = ("Data", "Optimiser", "Schedule")  # at first
# Groups that stand at the top of a column, by how many columns there are: those that are open.
_HEADS: Mapping[int, tuple[str, ...]] = {1: (), 2: ("Schedule",), 3: ("Optimiser", "Schedule")}
_COLUMN = 370  # pixels at 100 %


class RecipeForm(QScrollArea):
    """Groups that fold, side by side where there is room.

    What is searched for, and what is not as usual, can be seen alone.
    """

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._devices: Mapping[str, int] = {}
        self._unfolded: dict[str, bool] | None = None  # before some were looked for
        self.search = QLineEdit()
        self.search.setObjectName("search_settings")
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._choose)
        self.only = QToolButton()
        self.only.setObjectName("only_changed")
        self.only.setText(tr("Changed"))
        self.only.setCheckable(True)
        self.only.setToolTip(tr("Show only what differs from the default"))
        self.only.setAccessibleName(tr("Show only what differs from the default"))
        self.only.toggled.connect(self._choose)
        self.nothing = note_label()
        self.nothing.setObjectName("note_nothing")
        self.data = DataField()
        self.data.offered.connect(self._take_data)
        self._data = _labelled("Data", self.data)
        self.curve = RateCurve()
        self.room = note_label()  # below the reason why a batch size is refused
        self.room.setObjectName("note room")
        self.largest = QToolButton()
        self.largest.setObjectName("largest_batch")
        self.largest.clicked.connect(self._take_largest)
        self.largest.hide()
        self._largest = 0
        self.groups = {
            group: Settings(names, partial(assign, editor)) for group, names in GROUPS.items()
        }  # fmt: skip
        self.folds = {group: Fold(group, held) for group, held in self.groups.items()}
        self.groups["Data"].add_above(self._data)
        self.groups["Data"].all["batch_size"].add_below(self.largest)
        self.groups["Data"].add_below(self.room)
        self.groups["Schedule"].add_below(self.curve)
        self._build()
        self._room_later = Later(self, self._tell_room)
        editor.changed.connect(self._changed)
        self._show()
        self._tell_room()

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(6, 3, 6, 3)
        column.setSpacing(2)
        find = QHBoxLayout()
        find.addWidget(self.search, 1)
        find.addWidget(self.only)
        column.addLayout(find)
        column.addWidget(self.nothing)
        self._beside = [QVBoxLayout() for _ in _HEADS]
        self._number = 0  # of columns
        row = QHBoxLayout()
        row.setSpacing(14)
        for beside in self._beside:
            beside.setSpacing(2)
            row.addLayout(beside)
        column.addLayout(row)
        self._row = row
        for group, fold in self.folds.items():
            fold.unfold(group in _OPEN)
            font = fold.button.font()
            font.setBold(True)
            fold.button.setFont(font)
            for setting in self.groups[group].all.values():
                setting.row.field.run.connect(
                    lambda name, back: run(self._editor, name, back=back)
                )  # fmt: skip
        self._arrange(1)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)

    def _arrange(self, number: int) -> None:
        """Put the groups into so many columns, in their order from the left."""
        if number == self._number:
            return
        self._number, at = number, 0
        for place, beside in enumerate(self._beside):
            while beside.takeAt(0) is not None:
                pass
            self._row.setStretch(place, int(place < number))
        for group, fold in self.folds.items():
            at += group in _HEADS[number]
            self._beside[at].addWidget(fold)
        for beside in self._beside[:number]:
            beside.addStretch(1)

    def show_devices(self, devices: Mapping[str, int]) -> None:
        """The devices that can be trained on with their bytes of memory, the best first."""
        self._devices = devices
        self._tell_room()

    def commit(self) -> None:
        """Apply what is typed and not yet applied, before a run reads the recipe."""
        self.data.commit()
        for held in self.groups.values():
            for setting in held.all.values():
                setting.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    # --- editing ---------------------------------------------------------------------------------

    def _take_data(self, data: str) -> None:
        self._editor.set_recipe(changed(self._editor.recipe, "data", data))

    def _take_largest(self) -> None:
        assign(self._editor, "batch_size", self._largest)

    # --- following -------------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        """Follow the recipe. What is typed in a field stays while the value behind is the same."""
        if change.fresh:
            for held in self.groups.values():
                for setting in held.all.values():
                    setting.row.revert()
        if change.fresh or change.old.recipe != change.new.recipe:
            self._show(data=change.fresh or change.old.recipe.data != change.new.recipe.data)
        self._room_later.ask(self._editor.report)

    def _show(self, *, data: bool = True) -> None:
        recipe = self._editor.recipe
        if data:
            self.data.show_data(recipe.data)
        for group, held in self.groups.items():
            held.show_recipe(recipe)
            self.folds[group].summary.setText(held.summary(recipe))
        self.curve.show_recipe(recipe)
        self._choose()

    def _tell_room(self) -> None:
        """How many samples fit, and whether as many do as the recipe asks for."""
        recipe, text = self._editor.recipe, ""
        found = fit(self._editor.report.memory, recipe, self._devices)
        if found.limit is not None and not found.fits:
            most = f"at most {count(found.largest)} fit" if found.largest else "not even 1 fits"
            text = f"Batch size: {most} {found.device} with {size(found.limit)}."
        tell(self.room, text, QPalette.ColorRole.BrightText)
        self._largest = found.largest or 0
        told = tr(
            "Largest that fits {device}: {number}",
            device=found.device,
            number=count(self._largest),
        )
        self.largest.setText(tr("Most that fit: {number}", number=count(self._largest)))
        self.largest.setToolTip(told)
        self.largest.setAccessibleName(told)
        bounds = 0 < self._largest <= LARGEST_BATCH  # else memory sets no limit
        self.largest.setVisible(bounds and self._largest != recipe.batch_size)

    def _choose(self) -> None:
        """Show what is looked for, of what counts beside the rest of the recipe."""
        recipe, words = self._editor.recipe, self.search.text().casefold().split()
        looking, only = bool(words), self.only.isChecked()
        self._hold_folds(looking or only)
        width = self.viewport().width()
        self._arrange(min(columns(width, _COLUMN), len(_HEADS)))
        side, found = columns(width // self._number), 0
        for group, held in self.groups.items():
            names = {
                name
                for name in held.all
                if counts(name, recipe)
                and (not only or differs(name, recipe))
                and (not looking or _matches(name, group, words))
            }
            number = held.choose(names, side)
            if group == "Data":
                data = (not only or recipe.data != type(recipe)().data) and (
                    not looking or _matches("data", group, words)
                )
                self._data.setVisible(data)
                number += data
            if group == "Schedule":
                self.curve.setVisible(bool(number))
            self.folds[group].setVisible(bool(number))
            found += number
        none = "No setting is called that." if looking else "Every setting is as usual."
        tell(self.nothing, "" if found else none, QPalette.ColorRole.PlaceholderText)

    def _hold_folds(self, looking: bool) -> None:
        """All are open while something is looked for, and then as they were before."""
        if looking and self._unfolded is None:
            self._unfolded = {group: fold.unfolded for group, fold in self.folds.items()}
            for fold in self.folds.values():
                fold.unfold(True)
        elif not looking and self._unfolded is not None:
            for group, on in self._unfolded.items():
                self.folds[group].unfold(on)
            self._unfolded = None


def _matches(name: str, group: str, words: list[str]) -> bool:
    """Whether all words begin or are within what a setting is called, in either language."""
    if name == "data":
        told = ["data", tr("Data")]
    else:
        label = LABELS[name][0]
        told = [name, label, tr(label), *param(name).choices]
    text = " ".join((*told, group, tr(group))).casefold()
    return all(word in text for word in words)


def _labelled(text: str, field: DataField) -> QWidget:
    held, label = QWidget(), QLabel(tr(text))
    label.setBuddy(field)
    label.setMinimumHeight(field.choice.sizeHint().height())  # in line with the choice
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(4)
    scale.follow(held, lambda: label.setMinimumWidth(scale.wide(NAME)))
    grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(field, 0, 1)
    grid.setColumnStretch(1, 1)
    return held
