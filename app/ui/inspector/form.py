"""A form made from declarations: for each parameter its name, field, reset button and reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.inspector import values
from app.ui.inspector.fields import TextField
from app.ui.inspector.kinds import field
from app.ui.inspector.numbers import STEPPED
from app.ui.inspector.values import Names
from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel
from app.ui.style import INVALID
from nodes.errors import SkipwireError
from nodes.network import Argument, Expression
from nodes.spec import Param, Value

Set = Callable[[Argument], str | None]  # gives the reason where the value is refused


class _Name(ElidedLabel):
    """Gives way to its field once it has taken this much, and is read in full in its tooltip."""

    _ROOM = 100  # pixels

    def sizeHint(self) -> QSize:
        return QLabel.sizeHint(self)

    def minimumSizeHint(self) -> QSize:
        wanted = QLabel.minimumSizeHint(self)
        return QSize(min(wanted.width(), self._ROOM), wanted.height())


class Row:
    """One parameter in three cells, and below them a line for a reason or an expression's value.

    A value that is not the default has its name in bold and a button that resets it, where there
    is a way to reset.
    """

    def __init__(
        self, grid: QGridLayout, param: Param, set: Set, reset: Set | None, name: str = ""
    ) -> None:
        at = grid.rowCount()
        self.param = param
        self._set = set
        self._shown: tuple[Sequence[Argument], Names] | None = None
        self._here: Value = None
        self.name = _Name(name or param.name)
        self.field = field(param)
        self.name.setBuddy(self.field)
        for part in self.field.findChildren(QWidget):
            if name and part.accessibleName() == param.name:
                part.setAccessibleName(name)
        if isinstance(self.field, TextField) and param.kind in STEPPED:
            self.field.scrub_by(self.name)
        self.reset = None if reset is None else self._reset_button(reset)
        self.note = note_label()
        self.note.setObjectName(f"note {param.name}")
        for widget in (self.name, self.field):
            widget.setToolTip(
                tr("<p><b>{title}</b><br>{text}</p>", title=param.name, text=tr(param.help))
            )
        grid.addWidget(self.name, at, 0)
        grid.addWidget(self.field, at, 1)
        if self.reset is not None:
            grid.addWidget(self.reset, at, 2)
        below = QVBoxLayout()  # and no widget, which would take room while all in it is hidden
        if self.field.details is not None:
            below.addWidget(self.field.details)
        below.addWidget(self.note)
        grid.addLayout(below, at + 1, 0, 1, 3)
        self.field.offered.connect(lambda value: self._done(self._set(value)))
        self.field.refused.connect(self.refuse)

    def show_values(
        self,
        shown: Sequence[Argument],
        names: Names,
        here: Value = None,
        *,
        modified: bool | None = None,
    ) -> None:
        """Follow the network. What is typed stays while the value behind it is the same.

        `here` is what a default gives way to at the place that is seen. `modified` says whether a
        value is not the default, where nodes have different ones.
        """
        if (shown, names, here) == (*(self._shown or (None, None)), self._here):
            return
        self._shown, self._here = (shown, names), here
        if self.reset is not None:
            if modified is None:
                modified = any(v != self.param.default for v in shown)
            font = self.name.font()
            font.setBold(modified)
            self.name.setFont(font)
            self.reset.setVisible(modified)
        self.field.show_values(shown, names)
        self._tell_value(shown, names)

    def revert(self) -> None:
        self.field.revert()
        self.refuse("")

    def _reset_button(self, reset: Set) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"reset {self.param.name}")
        button.setIcon(icon("undo"))
        button.setAutoRaise(True)
        button.setToolTip(
            tr("Back to the default: {value}", value=tr(values.told(self.param.default)))
        )
        button.setAccessibleName(tr("Reset {name}", name=self.param.name))
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(lambda: self._done(reset(self.param.default)))
        return button

    def _done(self, refusal: str | None) -> None:
        """After an edit: 64*2 reads 128 then, and what was refused gives way to what stands."""
        if self._shown is not None:
            self.field.show_values(*self._shown)
        self.refuse(refusal or "")

    def refuse(self, reason: str) -> None:
        """Say below the field why something cannot be done; nothing takes it back."""
        if not reason and self._shown is not None:
            self._tell_value(*self._shown)
        else:
            tell(self.note, reason, QPalette.ColorRole.BrightText)
            mark_invalid(self.field, reason, self.param.help)

    def _tell_value(self, shown: Sequence[Argument], names: Names) -> None:
        """Under an expression, what it comes to here."""
        result = f"{values.told(self._here)} here" if self._here is not None else ""
        if isinstance(shown[0], Expression) and all(v == shown[0] for v in shown):
            try:
                result = f"{values.told(self.param.check(shown[0].evaluate(names)))} here"
            except SkipwireError as error:
                reason = values.reason(error)
                tell(self.note, reason, QPalette.ColorRole.BrightText)
                mark_invalid(self.field, reason, self.param.help)
                return
        tell(self.note, result, QPalette.ColorRole.PlaceholderText)
        mark_invalid(self.field, "", self.param.help)


class Form(QWidget):
    """Rows one below the other. `run` is that of its fields."""

    run = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(6)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(1, 1)

    def add(self, param: Param, set: Set, reset: Set | None = None, name: str = "") -> Row:
        """One more row; `name` stands there in place of the parameter's own."""
        row = Row(self.grid, param, set, reset, name)
        row.field.run.connect(self.run)
        self.rows.append(row)
        return row

    def revert(self) -> None:
        for row in self.rows:
            row.revert()


def note_label() -> QLabel:
    """A line of explanation that takes no room while it is empty."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label


def tell(note: QLabel, text: str, role: QPalette.ColorRole) -> None:
    note.setForegroundRole(role)
    note.setText(tr(text))
    note.setVisible(bool(text))


def mark_invalid(field: QWidget, reason: str, about: str = "") -> None:
    """Lines of a field have an edge in the colour of errors while there is a reason to tell.

    A screen reader has the reason too, before what the field is `about`.
    """
    lines = [field] if isinstance(field, QLineEdit) else field.findChildren(QLineEdit)
    for line in lines:
        if bool(line.property(INVALID)) is not bool(reason):
            line.setProperty(INVALID, bool(reason))
            line.update()
        line.setAccessibleDescription("\n".join(tr(text) for text in (reason, about) if text))
