"""One field for each kind of parameter. A field shows values and offers new ones; it keeps none.

Every field shows the values of all selected nodes at once; where they differ it says “mixed”.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from app.ui.inspector import numbers, values
from app.ui.inspector.edit import LineField
from app.ui.inspector.numbers import STEPPED
from app.ui.inspector.scrubbing import Scrubbing
from app.ui.inspector.values import Names
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Argument, Expression
from nodes.spec import Kind, Param

MIXED = "mixed"
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_RUNS = count(1)  # a name for every drag and every visit of a field


class Field(QWidget):
    """`offered` carries a valid new value, `refused` why what was typed is none, or nothing.

    What is offered after `run` with a name is one step, until `run` with another name or none;
    it also says whether that step is to be taken back.
    """

    offered = Signal(object)  # Argument
    refused = Signal(str)
    run = Signal(str, bool)
    details: QWidget | None = None  # what more there is to choose, for a line of its own below

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # a line would take room from the names beside it

    def show_values(self, shown: Sequence[Argument], names: Names) -> None:
        raise NotImplementedError

    def revert(self) -> None:
        """Forget what was typed and not applied."""


class TextField(Field):
    """Numbers, pairs, shapes, and expressions for any kind."""

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._param = param
        self._names: Names = {}
        self.local: Names = {}  # what plain arithmetic may name beside them
        self._visit = 0
        self._start: Argument = None  # before it is dragged
        self._dragged: Argument = None
        self.line = LineField(param.unit, param.kind in STEPPED, self)
        self.line.setObjectName(param.name)
        self.line.setAccessibleName(param.name)
        self.line.setAccessibleDescription(tr(param.help))
        self.line.submitted.connect(self._submit)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._enter)
        self.line.reverted.connect(lambda: self.refused.emit(""))
        self.line.textEdited.connect(lambda: self.refused.emit(""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        if param.words:
            layout.addWidget(self._words())
        self.setFocusProxy(self.line)
        if param.kind in STEPPED:
            self.scrub_by(self.line)

    def scrub_by(self, widget: QWidget) -> None:
        """Dragging sideways there changes the number."""
        scrubbing = Scrubbing(widget, self.line)
        scrubbing.begun.connect(self._begin_drag)
        scrubbing.moved.connect(self._drag)
        scrubbing.ended.connect(self._end_drag)

    def _words(self) -> QToolButton:
        """A button that offers the words that stand in the place of a number."""
        button = QToolButton(self)
        button.setText("…")
        button.setToolTip(tr(" or ").join(self._param.words))
        button.setAccessibleName(tr(f"{self._param.name}: words"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for word in self._param.words:
            menu.addAction(word).triggered.connect(lambda _=False, w=word: self.offered.emit(w))
        button.setMenu(menu)
        return button

    def show_values(self, shown: Sequence[Argument], names: Names) -> None:
        self._names = names
        if any(v != shown[0] for v in shown):
            self.line.show_text("")
            self.line.setPlaceholderText(tr(MIXED))
        else:
            self.line.show_text(values.text(shown[0]))
            self.line.setPlaceholderText(tr("none" if self._param.optional else ""))

    def revert(self) -> None:
        self.line.revert()

    def _submit(self, text: str) -> None:
        try:
            value = self._typed(text)
        except SkipwireError as error:
            self.refused.emit(values.reason(error))
            return
        self.offered.emit(value)

    def _typed(self, text: str) -> Argument:
        return values.parse(self._param, text, self._names, self.local)

    def _current(self) -> Argument:
        """What is typed, if it is a value; nodes that differ have none."""
        try:
            return self._typed(self.line.text())
        except SkipwireError:
            return None

    def _enter(self) -> None:
        self._visit = next(_RUNS)

    def _step(self, by: int, held: Qt.KeyboardModifier) -> None:
        """Up or down from what is typed; at a bound, and on an expression, nothing happens.

        All steps of one visit are one for undo, as what is typed in one visit is.
        """
        fine, coarse = bool(held & _SHIFT), bool(held & _CTRL)
        before = self._current()
        value = numbers.stepped(self._param, before, by, fine=fine, coarse=coarse)
        if value != before:
            self.run.emit(f"steps {self._visit}", False)
            self.offered.emit(value)
            self.run.emit("", False)

    def _begin_drag(self) -> None:
        self._start = self._dragged = self._current()
        self.run.emit(f"drag {next(_RUNS)}", False)

    def _drag(self, pixels: float, held: Qt.KeyboardModifier) -> None:
        fine, coarse = bool(held & _SHIFT), bool(held & _CTRL)
        value = numbers.dragged(self._param, self._start, pixels, fine=fine, coarse=coarse)
        if value != self._dragged:
            self._dragged = value
            self.offered.emit(value)

    def _end_drag(self, back: bool) -> None:
        self.run.emit("", back)


class CheckField(Field):
    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setObjectName(param.name)
        self.box.setAccessibleName(param.name)
        self.box.setAccessibleDescription(tr(param.help))
        self.box.clicked.connect(lambda: self.offered.emit(self.box.isChecked()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_values(self, shown: Sequence[Argument], names: Names) -> None:
        mixed = any(v != shown[0] for v in shown)
        self.box.setTristate(mixed)  # back to two states, so that a click never asks for “mixed”
        if mixed:
            self.box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.box.setChecked(bool(shown[0]))
        self.box.setText(tr(MIXED if mixed else ""))


class Combo(QComboBox):
    """Scrolling past it never changes it. It can be narrower than its longest entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)

    @classmethod
    def of(cls, param: Param, parent: QWidget) -> Combo:
        """An empty one for a parameter, with its name; it says “mixed” where nodes differ."""
        combo = cls(parent)
        combo.setObjectName(param.name)
        combo.setAccessibleName(param.name)
        combo.setAccessibleDescription(tr(param.help))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setPlaceholderText(tr(MIXED))
        return combo

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of the choices, or yes, no and neither."""

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = Combo.of(param, self)
        if param.optional:
            self.combo.addItem(tr("none"), None)
        for choice in (True, False) if param.kind is Kind.BOOL else param.choices:
            self.combo.addItem(tr(values.text(choice)), choice)
        self.combo.activated.connect(lambda: self.offered.emit(self.combo.currentData()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def show_values(self, shown: Sequence[Argument], names: Names) -> None:
        mixed = any(v != shown[0] for v in shown)
        self.combo.setCurrentIndex(-1 if mixed else self.combo.findData(shown[0]))


class ExpressibleField(Field):
    """A field that gives way to a line where its value is an expression, such as a check box.

    Inside a block the context menu offers the line, so that an expression can be written.
    """

    def __init__(self, plain: Field, line: TextField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain, self._line = plain, line
        self.details = plain.details
        self._stack = QStackedWidget(self)
        for field in (plain, line):
            self._stack.addWidget(field)
            field.offered.connect(self.offered)
            field.refused.connect(self.refused)
            field.run.connect(self.run)
        line.line.setObjectName(f"{line.line.objectName()} expression")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.write = QAction(tr("Write an expression"), self)
        self.write.triggered.connect(self._write)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_values(self, shown: Sequence[Argument], names: Names) -> None:
        self.removeAction(self.write)
        if names:
            self.addAction(self.write)
        expressed = any(isinstance(v, Expression) for v in shown)
        self._show(self._line if expressed else self._plain)
        self._line.show_values(shown, names)
        if not expressed:
            self._plain.show_values(shown, names)
        elif self.details is not None:
            self.details.hide()

    def revert(self) -> None:
        self._line.revert()
        self._plain.revert()

    def _write(self) -> None:
        self._show(self._line)
        self._line.line.setFocus()
        self._line.line.selectAll()

    def _show(self, field: Field) -> None:
        self._stack.setCurrentWidget(field)
        self.setFocusProxy(field)
