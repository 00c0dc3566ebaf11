"""The page of frames and notes: title or text, colour, and what the frames hold."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QKeySequence, QPalette, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QToolButton, QWidget

from app.ui import theme
from app.ui.canvas.framing import colour_names, hue
from app.ui.editor import Editor
from app.ui.formats import counted
from app.ui.inspector import facts
from app.ui.inspector.facts import Facts, FactTable
from app.ui.inspector.form import note_label, tell
from app.ui.inspector.page import Page, attempt
from app.ui.language import tr
from nodes.network import Colour, Frame, Graph, Network, Note
from nodes.network.edits.marks import Marks, change_frames, change_notes
from nodes.network.interior import size
from nodes.network.marks import holds

_SWATCH = 16  # px
_HIGH = 180  # px, of the field for the text of a note
_NAMED = 12  # nodes that a frame is said to hold; the rest is counted
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarksPage(Page):
    """For the frames and notes that `marks` gives, while no node is selected."""

    def __init__(self, editor: Editor, marks: Callable[[], Marks]) -> None:
        super().__init__(editor)
        self._marks = marks
        chosen = marks()
        frames, notes = len(chosen.frames), len(chosen.notes)
        one = frames + notes == 1
        parts = [counted(frames, "frame")] * bool(frames) + [counted(notes, "note")] * bool(notes)
        self.add_title((tr("Frame") if frames else tr("Note")) if one else ", ".join(parts))
        self.title = self.add_name("Title of the frame", self._rename) if one and frames else None
        self.text = self._add_text() if one and notes else None
        self.colours = ColourRow() if frames else None
        if self.colours is not None:
            self.colours.chosen.connect(self._colour)
            self.column.addWidget(self.colours)
            self.add_rule()
        self.facts = FactTable()
        self.column.addWidget(self.facts)  # which gives it a parent: without it is a window
        self.facts.setVisible(bool(frames))

    def _add_text(self) -> TextArea:
        area = TextArea(tr("Text of the note, in Markdown"))
        area.submitted.connect(self._write)
        area.setFixedHeight(_HIGH)
        self.column.addWidget(area)
        self._note = note_label()
        self.column.addWidget(self._note)
        self.add_muted("Markdown: # title, **bold**, *italic*, - list. Ctrl+Enter applies it.")
        return area

    # --- following -------------------------------------------------------------------------------

    def refresh(self) -> None:
        editor, graph, chosen = self.editor, self.editor.graph, self._marks()
        if self.title is not None:
            self.title.show_name(graph.frames[min(chosen.frames)].title)
        if self.text is not None:
            self.text.show_text(graph.notes[min(chosen.notes)].text)
        if self.colours is not None:
            frames = [graph.frames[k] for k in sorted(chosen.frames)]
            self.colours.show_colours({f.colour for f in frames})
            self.facts.show_later(editor.report, lambda: self._held(frames))

    def _held(self, frames: Collection[Frame]) -> Facts:
        editor = self.editor
        names = _inside(editor.network, editor.graph, frames)
        if not names:
            return ((tr("Holds"), tr("no nodes")),)
        report, prefix = editor.report, editor.prefix
        found = [r for name in names if (r := report.at(prefix, name)) is not None]
        said = names[:_NAMED]
        if len(names) > _NAMED:
            said.append(tr("and {count} more", count=len(names) - _NAMED))
        return (
            (tr("Holds"), counted(len(names), "node")),
            *(("", name) for name in said),
            *facts.of_several(found),
        )

    def revert(self) -> None:
        super().revert()
        if self.text is not None:
            self.text.revert()

    def edit_first(self) -> None:
        if self.text is not None:
            self.text.setFocus()
        else:
            self.edit_name()

    # --- edits -----------------------------------------------------------------------------------

    def _rename(self, title: str) -> str | None:
        return self._change_frames(tr("Rename frame"), lambda f: replace(f, title=title))

    def _colour(self, colour: Colour) -> None:
        self._change_frames(tr("Colour frame"), lambda f: replace(f, colour=colour))

    def _change_frames(self, label: str, change: Callable[[Frame], Frame]) -> str | None:
        editor, scope = self.editor, self.editor.scope
        changes = {k: change(editor.graph.frames[k]) for k in self._marks().frames}
        return attempt(editor, label, lambda n: change_frames(n, scope, changes))

    def _write(self, text: str) -> None:
        editor, scope = self.editor, self.editor.scope
        changes: dict[int, Note] = {
            k: replace(editor.graph.notes[k], text=text) for k in self._marks().notes
        }
        reason = attempt(editor, tr("Edit note"), lambda n: change_notes(n, scope, changes))
        tell(self._note, reason or "", QPalette.ColorRole.BrightText)


def _inside(network: Network, graph: Graph, frames: Collection[Frame]) -> list[str]:
    """The nodes that lie in one of the frames."""
    return [
        n.name
        for n in graph.nodes
        if any(holds(f.box, (*n.position, *size(network, n))) for f in frames)
    ]


class ColourRow(QWidget):
    """One button a colour; the colour of all frames is pressed, none where they differ."""

    chosen = Signal(object)  # Colour

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Colour"))
        self.buttons: dict[Colour, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for colour, name in colour_names().items():
            button = self.buttons[colour] = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setIconSize(QSize(_SWATCH, _SWATCH))
            button.setToolTip(name)
            button.setAccessibleName(tr("Colour: {name}", name=name))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, c=colour: self.chosen.emit(c))
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._paint()

    def show_colours(self, colours: Collection[Colour]) -> None:
        self._group.setExclusive(False)  # or none could be up
        for colour, button in self.buttons.items():
            button.setChecked({colour} == set(colours))
        self._group.setExclusive(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        for colour, button in self.buttons.items():
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(hue(theme.current(), colour)))
            button.setIcon(QIcon(swatch))


class TextArea(QPlainTextEdit):
    """Several lines, applied as a whole: by Ctrl+Enter or by leaving them; Esc takes them back."""

    submitted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Follow the network. What is typed stays while the text behind it is the same."""
        if text != self._shown:
            self._shown = text
            self.setPlainText(text)

    def revert(self) -> None:
        if self.toPlainText() != self._shown:
            self.setPlainText(self._shown)

    def _submit(self) -> None:
        if (text := self.toPlainText()) != self._shown:
            self.submitted.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if held and event.key() in _ENTER:
            self._submit()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.revert()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._submit()

    def event(self, event: QEvent) -> bool:
        """With nothing typed, undo and redo are the document's; Ctrl+Enter is always its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            back = event.matches(standard.Undo) or event.matches(standard.Redo)
            if back and self.toPlainText() == self._shown:
                event.ignore()
                return False
            if event.key() in _ENTER:
                event.accept()
                return True
        return super().event(event)
