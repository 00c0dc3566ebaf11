"""The field for how weights begin: one of the initialisers, and its own parameters below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.ui.inspector import values
from app.ui.inspector.fields import MIXED, ChoiceField, Combo, Field, TextField
from app.ui.inspector.values import Names
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.initialisers import INITIALISERS, Initialisation, Initialiser, read
from nodes.network import Argument
from nodes.spec import Kind, Param

TORCH = "torch default"
_FIRST = {  # numbers to begin with where torch's own, such as a deviation of 1, serve no network
    "normal": "normal(std=0.01)",
    "trunc_normal": "trunc_normal(std=0.02)",
    "uniform": "uniform(a=-0.05, b=0.05)",
}


class InitialiserField(Field):
    """A choice of initialisers; where nodes differ it says “mixed”, and has no parameters."""

    details: QWidget

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._param = param
        self.combo = Combo.of(param, self)
        if param.optional:
            self.combo.addItem(tr(TORCH), None)
        for name, made in INITIALISERS.items():
            if not param.choices or name in param.choices:
                self.combo.addItem(tr(made.title), name)
                at = self.combo.count() - 1
                self.combo.setItemData(at, about(made), Qt.ItemDataRole.ToolTipRole)
        self.combo.activated.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.details = self._details = _Details(self)

    def show_values(self, shown: Sequence[Argument], names: Names) -> None:
        mixed = any(v != shown[0] for v in shown)
        made = read(shown[0]) if isinstance(shown[0], str) and not mixed else None
        name = None if made is None else made.of.name
        self.combo.setCurrentIndex(-1 if mixed else self.combo.findData(name))
        self.combo.setToolTip("" if made is None else about(made.of))
        self._details.show_made(made)

    def revert(self) -> None:
        self._details.revert()

    def _choose(self) -> None:
        name = self.combo.currentData()
        now = self._details.made
        if name is None:
            self.offered.emit(None)
        elif now is None or now.of.name != name:
            self.offered.emit(self._param.check(_FIRST.get(name, name)))


class _Details(QWidget):
    """The parameters of one initialiser; hidden where it has none."""

    def __init__(self, field: InitialiserField) -> None:
        super().__init__()
        self.made: Initialisation | None = None
        self._field = field
        self._name = field.combo.objectName()
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_made(self, made: Initialisation | None) -> None:
        before, self.made = self.made, made
        of = None if made is None else made.of
        if of is not (None if before is None else before.of):
            self._remake(of)
        if made is not None:
            for name, value in made.by_name.items():
                if isinstance(value, float) and value.is_integer():
                    value = int(value)
                self._fields[name].show_values([value], {})
        self.setVisible(made is not None)

    def revert(self) -> None:
        for one in self._fields.values():
            one.revert()

    def _remake(self, of: Initialiser | None) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {}
        for row, param in enumerate(of.params if of else ()):
            named = replace(param, name=f"{self._name} {param.name}")
            one = ChoiceField(named) if param.kind is Kind.CHOICE else TextField(named)
            one.offered.connect(partial(self._offer, param.name))
            one.refused.connect(partial(self._refuse, param.name))
            label = QLabel(param.name)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            for widget in (label, one):
                widget.setToolTip(f"<p>{escape(tr(param.help))}</p>")
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(one, row, 1)
            self._fields[param.name] = one

    def _offer(self, name: str, value: Argument) -> None:
        assert self.made is not None
        assert isinstance(value, int | float | str)
        try:
            made = self.made.replaced(name, value)
        except SkipwireError as error:
            self._field.refused.emit(values.reason(error))
            return
        self._field.offered.emit(str(made))

    def _refuse(self, name: str, reason: str) -> None:
        self._field.refused.emit(f"{name}: {reason}" if reason else "")


def about(made: Initialiser) -> str:
    """What it draws and where it comes from, as a tooltip."""
    source = tr("Source: {source}.", source=made.source)
    return f"<p><b>{tr(made.title)}</b><br>{escape(tr(made.formula))}</p><p>{escape(source)}</p>"


def told(chosen: Iterable[Sequence[Argument]]) -> str:
    """Several parameters in short, each with its values in the nodes that are shown."""
    given = [MIXED if len(set(of)) > 1 else values.text(of[0]) for of in chosen]
    return ", ".join(filter(None, given)) or TORCH
