"""The line over the canvas in which one asks for nodes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.finding.query import FIGURES, FLAGS
from app.ui.icons import icon
from app.ui.language import tr

_WIDTH, _GAP = 470, 10  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class FindBar(QFrame):
    """Stands in the upper right of a view. It only asks: what is found is told to it.

    Enter and Shift+Enter step through what is found, Alt+Enter selects it all, Tab completes.
    """

    asked = Signal()  # the question, or where it is asked, is another
    stepped = Signal(int)
    all_wanted = Signal()
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._completion: tuple[int, Sequence[str]] = (0, ())
        self.setObjectName("find bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Find nodes"))
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setPlaceholderText(tr("conv, out_channels > 64, has problem"))
        self.field.setAccessibleName(tr("What to find"))
        self.field.setToolTip(_help())
        self.field.textChanged.connect(self.asked)
        self.field.cursorPositionChanged.connect(self.asked)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setMinimumWidth(64)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.before = _arrow(Qt.ArrowType.UpArrow, "Previous (Shift+Enter)")
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after = _arrow(Qt.ArrowType.DownArrow, "Next (Enter)")
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.every = QPushButton(tr("Select all"))
        self.every.setToolTip(tr("Select all that is found in the shown graph (Alt+Enter)"))
        self.every.setAutoDefault(False)
        self.every.clicked.connect(self.all_wanted)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(tr("Close (Esc)"))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.clicked.connect(self.left)
        self.everywhere = QCheckBox(tr("In blocks too"))
        self.everywhere.setToolTip(tr("Find in all blocks of the document, and enter them"))
        self.everywhere.toggled.connect(self.asked)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self._lay_out()
        over.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(4)
        upper.addWidget(self.field, 1)
        for part in (self.count, self.before, self.after, self.every, self.close_button):
            upper.addWidget(part)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.everywhere, 0, Qt.AlignmentFlag.AlignTop)
        lower.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addLayout(lower)

    # --- what is told to it ----------------------------------------------------------------------

    def tell(self, at: int, number: int) -> None:
        """Which of how many is shown; -1 for none yet."""
        if not self.field.text().strip():
            self.count.setText("")
        elif at < 0:
            self.count.setText(tr("{number} found", number=number))
        else:
            self.count.setText(tr("{at} of {number}", at=at + 1, number=number))
        for button in (self.before, self.after, self.every):
            button.setEnabled(number > 0)

    def explain(self, wrong: str, start: int = 0, words: Sequence[str] = ()) -> None:
        """Why the question cannot be read, or how it may go on from a place in the text."""
        self._completion = start, words
        role = QPalette.ColorRole
        at_end = bool(words) and self.field.cursorPosition() == len(self.field.text())
        offered = tr("Tab: {words}", words="  ".join(words)) if words else ""
        self.note.setForegroundRole(
            role.BrightText if wrong and not at_end else role.PlaceholderText
        )
        self.note.setText(offered if offered and at_end else tr(wrong) or offered)
        self._place()

    # --- events ----------------------------------------------------------------------------------

    def open(self) -> None:
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus()
        self.field.selectAll()

    def _place(self) -> None:
        width = min(_WIDTH, self._over.width() - 2 * _GAP)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.heightForWidth(width), layout.minimumSize().height())
        self.setGeometry(self._over.width() - width - _GAP, _GAP, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Of its buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()  # and nothing is typed through to the canvas below

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENTER and held & _ALT:
            self.all_wanted.emit()
        elif key in _ENTER:
            self.stepped.emit(-1 if held & _SHIFT else 1)
        elif key == Qt.Key.Key_Tab and self._completion[1]:
            self._complete()
        else:
            return False
        return True

    def _complete(self) -> None:
        start, (word, *_) = self._completion
        text, cursor = self.field.text(), self.field.cursorPosition()
        rest = text[cursor:]
        self.field.setText(f"{text[:start]}{word} {rest.lstrip()}")
        self.field.setCursorPosition(start + len(word) + 1)


def _arrow(arrow: Qt.ArrowType, says: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(arrow)
    button.setAutoRaise(True)
    button.setToolTip(tr(says))
    button.setAccessibleName(tr(says))
    return button


def _help() -> str:
    """What can be asked, as a tooltip."""
    flags = "".join(f"<tr><td><b>{name}</b>&nbsp;</td><td>{tr(s)}</td></tr>"
                    for name, s in FLAGS.items())  # fmt: skip
    figures = ", ".join(FIGURES)
    examples = tr(
        "<p><b>conv*</b>, <b>/layer[12]/</b>: the name or kind · <b>kind:norm</b> · "
        "<b>out_channels &gt; 64</b>, <b>kernel_size = 3x3</b>: a parameter · <b>macs &gt; 1M</b>: "
        "a figure ({figures})</p><p>Several mean all of them; <b>or</b>, <b>not</b> and brackets "
        "join them otherwise.</p>",
        figures=figures,
    )
    return f"{examples}<table>{flags}</table>"
