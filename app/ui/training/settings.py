"""Some settings of a recipe: rows of a form, side by side where there is room."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.training.recipe import Recipe
from app.ui import scale
from app.ui.editor import Editor
from app.ui.inspector import values
from app.ui.inspector.fields import TextField
from app.ui.inspector.form import Row
from app.ui.language import tr
from app.ui.training.fields import LABELS, NOTHING, USUAL, changed, counts, differs, param
from nodes.errors import SkipwireError
from nodes.network import Argument
from nodes.spec import Param

Set = Callable[[str, Argument], str | None]  # gives the reason where the value is refused
NAME = 94  # pixels at 100 %, of the names before the fields, in bold
_CELL = 184
_LAST = 9  # a row of the grid that takes what room is left


def assign(editor: Editor, name: str, value: Argument) -> str | None:
    """Give a field of the recipe another value; the reason where that is refused."""
    try:
        editor.set_recipe(changed(editor.recipe, name, value))
    except SkipwireError as error:
        return values.reason(error)
    return None


class Setting(QWidget):
    """One field with its name, its way back to the default, and what is to be said below it."""

    def __init__(self, param: Param, label: str, set: Set, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(4)
        self.grid.setVerticalSpacing(1)
        self.grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        give = partial(set, param.name)
        self.row = Row(self.grid, param, give, give, tr(label))
        if isinstance(self.row.field, TextField):
            self.row.field.line.name_nothing(NOTHING.get(param.name, ""))
        scale.follow(self, lambda: self.row.name.setFixedWidth(scale.wide(NAME)))
        if self.row.reset is not None:  # the field has its room while it is not there
            policy = self.row.reset.sizePolicy()
            policy.setRetainSizeWhenHidden(False)
            self.row.reset.setSizePolicy(policy)
        self.grid.setRowStretch(_LAST, 1)

    def add_below(self, widget: QWidget) -> None:
        self.grid.addWidget(widget, _LAST - 1, 0, 1, 3)

    def show_value(self, value: Argument) -> None:
        self.row.show_values([value], {})

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())  # as wide as its column

    def commit(self) -> None:
        """Apply what is typed and not yet applied."""
        if isinstance(self.row.field, TextField):
            self.row.field.line.editingFinished.emit()


class Settings(QWidget):
    """Those of some names that are to be seen; it says in short which are not as usual."""

    def __init__(
        self,
        names: Iterable[str],
        set: Set,
        usual: Recipe = USUAL,
        parent: QWidget | None = None,
        kind: type[Setting] = Setting,
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        self.all = {
            name: kind(param(name, usual), LABELS[name][0], set, self) for name in names
        }  # fmt: skip
        self._seen: tuple[str, ...] = ()
        self._columns = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 2)
        self._column.setSpacing(3)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._column.addLayout(self._grid)

    def add_above(self, widget: QWidget) -> None:
        self._column.insertWidget(0, widget)

    def add_below(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())  # as wide as there is room for

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def show_recipe(self, recipe: Recipe) -> None:
        for name, setting in self.all.items():
            setting.show_value(getattr(recipe, name))

    def choose(self, names: Container[str], columns: int) -> int:
        """Show those of these names; returns how many there are."""
        seen = tuple(name for name in self.all if name in names)
        if (seen, columns) != (self._seen, self._columns):
            self._arrange(seen, columns)
        return len(seen)

    def summary(self, recipe: Recipe) -> str:
        told = (
            f"{tr(LABELS[name][0])} {tr(values.told(getattr(recipe, name)))}"
            for name in self.all
            if differs(name, recipe, self._usual) and counts(name, recipe)
        )
        return ", ".join(told)

    def _arrange(self, seen: tuple[str, ...], columns: int) -> None:
        self._seen, self._columns = seen, columns
        for name, setting in self.all.items():
            self._grid.removeWidget(setting)
            setting.setVisible(name in seen)
        for at, name in enumerate(seen):
            self._grid.addWidget(self.all[name], at // columns, at % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))


def columns(width: int, cell: int = _CELL) -> int:
    """How many settings, `cell` wide at 100 %, stand side by side in so many pixels."""
    return max(1, width // scale.wide(cell))
