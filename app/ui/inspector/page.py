"""What the pages of the inspector share: their layout, and edits that say why they are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.editor import Edit, Editor
from app.ui.icons import icon
from app.ui.inspector.edit import LineField
from app.ui.inspector.form import Form, mark_invalid, note_label, tell
from app.ui.inspector.values import Names, surroundings
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Argument, Expression, edits
from nodes.spec import Param


def attempt(
    editor: Editor, label: str, edit: Edit, select: Iterable[str] | None = None
) -> str | None:
    """Make the edit, or give the reason why it cannot be made, to be told beside the field."""
    try:
        network = edit(editor.network)
    except SkipwireError as error:
        return str(error)
    editor.apply(label, lambda _: network, select)
    return None


def run(editor: Editor, name: str, *, back: bool) -> None:
    """Begin a row of edits that are one step, or end it; `back` takes that step back."""
    editor.end_row(back=back)
    editor.grows = name


class Page(QWidget):
    """One kind of subject. `refresh` reads everything from the editor again."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._name: NameField | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        outer.addLayout(self.column)
        outer.addStretch(1)  # and not AlignTop, which cuts wrapped text off

    def refresh(self) -> None:
        raise NotImplementedError

    def revert(self) -> None:
        """Forget what was typed and not applied."""
        if self._name is not None:
            self._name.revert()

    def edit_name(self) -> None:
        """Take the focus, with the name selected to be typed over, where there is a name."""
        if self._name is not None:
            self._name.line.setFocus()
            self._name.line.selectAll()

    # --- edits of all selected nodes -------------------------------------------------------------

    def names_here(self) -> Names:
        """What expressions of the selected nodes may refer to, with the values here."""
        editor = self.editor
        return surroundings(editor.network, editor.report, editor.trail)

    def set_argument(self, parameter: str, value: Argument) -> str | None:
        scope, names = self.editor.scope, self.editor.selection
        return attempt(
            self.editor,
            f"Set {parameter}",
            lambda n: edits.set_argument(n, scope, names, parameter, value),
        )

    def reset_argument(self, param: Param, default: Argument) -> str | None:
        scope, names = self.editor.scope, self.editor.selection
        return attempt(
            self.editor,
            f"Reset {param.name}",
            lambda n: edits.reset_argument(n, scope, names, param.name),
        )

    def set_enabled(self, value: Argument) -> str | None:
        assert isinstance(value, bool | Expression)
        scope, names = self.editor.scope, self.editor.selection
        label = "Disable" if value is False else "Enable"
        return attempt(self.editor, label, lambda n: edits.set_enabled(n, scope, names, value))

    def _reset_all(self) -> None:
        scope, names = self.editor.scope, self.editor.selection
        self.editor.apply("Reset parameters", lambda n: edits.reset_arguments(n, scope, names))

    def add_reset(self) -> QPushButton:
        """A button that gives all parameters their defaults again; to be put where it belongs."""
        button = QPushButton(icon("undo"), tr("Reset all parameters"))
        button.setObjectName("reset all")
        button.setFlat(True)
        button.setToolTip(tr("All parameters of what is selected back to their defaults"))
        button.clicked.connect(self._reset_all)
        return button

    # --- parts -----------------------------------------------------------------------------------

    def add_form(self) -> Form:
        """A form whose drags and steps are one step each for undo; to be put where it belongs."""
        form = Form(self)  # at once, or one that is never put anywhere would stay for ever
        form.run.connect(lambda name, back: run(self.editor, name, back=back))
        return form

    def edit_first(self) -> None:
        """Take the focus with the first value, or else with the name."""
        self.edit_name()

    def add_name(self, purpose: str, rename: Callable[[str], str | None]) -> NameField:
        self._name = NameField(purpose, rename)
        self.column.addWidget(self._name)
        return self._name

    def add_title(self, text: str) -> QLabel:
        title = QLabel(tr(text))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.column.addWidget(title)
        return title

    def add_muted(self, text: str = "") -> QLabel:
        label = QLabel(tr(text))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.column.addWidget(label)
        return label

    def add_rule(self) -> None:
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setForegroundRole(QPalette.ColorRole.Mid)
        rule.setFrameShadow(QFrame.Shadow.Plain)
        self.column.addWidget(rule)


class NameField(QWidget):
    """A name to be edited, with the reason below it where a new one is refused."""

    def __init__(self, purpose: str, rename: Callable[[str], str | None]) -> None:
        super().__init__()
        self._rename = rename
        self._shown = ""
        self.line = LineField()
        self.line.setObjectName("name")
        self.line.setAccessibleName(tr(purpose))
        self.line.setToolTip(tr(purpose))
        self.note = note_label()
        self.note.setObjectName("note name")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.note)
        self.line.submitted.connect(lambda text: self._submit(text.strip()))
        self.line.textEdited.connect(lambda: self._refuse(None))
        self.line.reverted.connect(lambda: self._refuse(None))

    def show_name(self, name: str) -> None:
        """Follow the network. What is typed stays while the name behind it is the same."""
        if name != self._shown:
            self._shown = name
            self.line.show_text(name)

    def revert(self) -> None:
        self.line.revert()

    def _submit(self, text: str) -> None:
        reason = self._rename(text)
        if reason is None:
            self.line.show_text(text)
        self._refuse(reason)

    def _refuse(self, reason: str | None) -> None:
        tell(self.note, reason or "", QPalette.ColorRole.BrightText)
        mark_invalid(self.line, reason or "")
