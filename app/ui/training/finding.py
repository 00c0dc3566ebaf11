"""Finding a learning rate: every one from small to large is tried, and one of them is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.training.messages import Event, Failed, FindRate, Finished, RateTried, Start
from app.training.request import request
from app.ui import scale
from app.ui.formats import number
from app.ui.inspector.form import mark_invalid, note_label, tell
from app.ui.language import tr
from app.ui.plots.rates import RatePlot
from app.ui.training import fitting
from app.ui.training.aside import Aside
from app.ui.training.fields import changed, param
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_WIDTH, _HEIGHT = 760, 460  # pixels at 100 %
_MOST = 100.0  # that a recipe can have


class RateDialog(QDialog):
    """Begins at once, in a worker of its own, so that a run that is under way goes on.

    It is accepted when a rate is taken, which is `rate` then.
    """

    def __init__(self, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find a Learning Rate"))
        self._wish = FindRate(start)
        self._param = param("learning_rate")
        self.rate = start.recipe.learning_rate
        self.aside = Aside(parent=self)
        self.aside.told.connect(self._take)
        self.aside.died.connect(self._fail)
        self.plot = RatePlot(self.rate)
        self.plot.chosen.connect(self._choose)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, self._wish.steps)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(scale.px(8))
        self.progress.setAccessibleName(tr("Rates that were tried"))
        self.field = QLineEdit()
        self.field.setObjectName("rate")
        self.field.setAccessibleName(tr("Learning rate"))
        self.field.setMaximumWidth(scale.px(110))
        self.field.textEdited.connect(self._typed)
        self.least = self._limit("least", tr("Least rate to try"), self._wish.least)
        self.most = self._limit("most", tr("Greatest rate to try"), self._wish.most)
        self.note = note_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        role = QDialogButtonBox.ButtonRole
        self.take: QPushButton = self.buttons.addButton(tr("Take This Rate"), role.AcceptRole)
        self.take.clicked.connect(self.accept)
        self.again: QPushButton = self.buttons.addButton(tr("Try Again"), role.ActionRole)
        self.again.clicked.connect(self.begin)
        for button in self.buttons.buttons():
            assert isinstance(button, QPushButton)
            button.setAutoDefault(False)
        self.take.setDefault(True)
        self.finished.connect(lambda result: self.aside.close())
        self._lay_out()
        self.resize(scale.size(_WIDTH, _HEIGHT))
        self.begin()

    def _lay_out(self) -> None:
        about = QLabel(
            tr(
                "The network learns from scratch while the rate grows at every step; the loss "
                "falls, and grows again once the rate is too large. Nothing of it is kept."
            )
        )
        about.setWordWrap(True)
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        name = QLabel(tr("Learning rate"))
        name.setBuddy(self.field)
        row.addWidget(name)
        row.addWidget(self.field)
        row.addWidget(self.note, 1)
        row.addStretch(1)
        row.addWidget(QLabel(tr("Try rates from")))
        row.addWidget(self.least)
        row.addWidget(QLabel(tr("to")))
        row.addWidget(self.most)
        column = QVBoxLayout(self)
        for widget in (about, self.plot, self.progress, self.state):
            column.addWidget(widget, int(widget is self.plot))
        column.addLayout(row)
        column.addWidget(self.buttons)

    def _limit(self, name: str, told: str, value: float) -> QLineEdit:
        line = QLineEdit(f"{value:g}")
        line.setObjectName(name)
        line.setAccessibleName(told)
        line.setToolTip(told)
        line.setMaximumWidth(scale.px(70))
        line.textEdited.connect(self._limited)
        return line

    def _limited(self) -> None:
        """Other rates are to be tried: those that make a range can be."""
        try:
            least, most = float(self.least.text()), float(self.most.text())
        except ValueError:
            least = most = 0.0
        sound = 0 < least < most <= _MOST
        if sound:
            self._wish = replace(self._wish, least=least, most=most)
        reason = "" if sound else tr("Begin above 0, and end higher, at 100 at most.")
        for line in (self.least, self.most):
            mark_invalid(line, reason)
        self.again.setEnabled(sound)

    def sizeHint(self) -> QSize:
        return scale.size(_WIDTH, _HEIGHT)

    def begin(self) -> None:
        """Try them all, anew."""
        self.plot.begin(self._wish.least, self._wish.most)
        self.progress.setValue(0)
        self.progress.show()
        self._say(tr("The worker starts, and reads the data…"))
        self._let(False)
        self.aside.ask(self._wish)

    def _let(self, on: bool) -> None:
        """Whether a rate can be taken."""
        for widget in (self.take, self.again, self.field, self.least, self.most):
            widget.setEnabled(on)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        role = QPalette.ColorRole
        tell(self.state, text, role.BrightText if wrong else role.WindowText)

    def _take(self, event: Event, payload: bytes) -> None:
        match event:
            case RateTried(rate=rate, loss=loss, suggestion=suggestion):
                self.plot.add(rate, loss)
                self.progress.setValue(len(self.plot.rates))
                self._say(tr("Trying a rate of {rate}…", rate=number(rate)))
                if suggestion is not None:
                    self._choose(suggestion)
            case Finished():
                self._end()
            case Failed(reason=reason):
                self._fail(reason)

    def _end(self) -> None:
        self.aside.close()
        self.progress.hide()
        self._let(True)
        if self.plot.line.isVisible():
            self._say(
                tr(
                    "{rate} is suggested: a tenth of the rate at which the loss is least. Click "
                    "into the plot, or drag the line, to choose another.",
                    rate=number(self.rate),
                )
            )
            self.take.setFocus()
        else:
            self.take.setEnabled(False)
            self._say(
                "The loss fell at none of these rates, so that none is suggested. Look whether the "
                "labels are right and the network learns at all, or click into the plot to choose."
            )

    def _fail(self, reason: str) -> None:
        self.aside.close()
        self.progress.hide()
        self._let(False)
        for widget in (self.again, self.least, self.most):
            widget.setEnabled(True)
        self._say(reason, wrong=True)

    def _choose(self, rate: float) -> None:
        """A rate of three digits, which no curve is finer than."""
        self.rate = float(f"{rate:.3g}")
        self.field.setText(f"{self.rate:g}")
        self._show_rate()

    def _typed(self, text: str) -> None:
        try:
            value = self._param.check(float(text))
            assert isinstance(value, float)
            self.rate = value
        except (ValueError, SkipwireError):
            self.take.setEnabled(False)
            mark_invalid(self.field, tr("A number above 0, of at most 100."))
            return
        self._show_rate()

    def _show_rate(self) -> None:
        mark_invalid(self.field, "")
        self.plot.choose(self.rate)
        tell(self.note, self.plot.told(self.rate), QPalette.ColorRole.PlaceholderText)
        self.take.setEnabled(self.field.isEnabled())


def find(window: MainWindow) -> None:
    """Ask for a learning rate for the network as it is drawn, and give the recipe what is taken."""
    window.training.commit()
    editor = window.editor
    if not fitting.settle(editor, window.offer) or editor.source is None:
        return
    try:
        start = request(editor.network, editor.report, editor.source, editor.recipe)
    except SkipwireError as error:
        window.warn("No learning rate can be looked for", str(error))
        return
    dialog = RateDialog(replace(start, weights=window.runs.begins_with()), window)
    dialog.accepted.connect(
        lambda: editor.set_recipe(changed(editor.recipe, "learning_rate", dialog.rate))
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
