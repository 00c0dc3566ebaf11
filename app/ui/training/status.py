"""How a run stands: state, progress, figures, its data, and why it ended where it failed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.training.history import RunHistory, State
from app.training.schedules import epochs, length
from app.ui.formats import count, counted, duration, number, percent
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr

_FIGURES = ("Epoch", "Step", "Loss", "Validation accuracy", "Images per second", "Probes' share")
_NONE = "–"
OF_BEFORE = "of the drawing before your edit"


class RunStatus(QScrollArea):
    """Shows a `RunHistory`; None reads that nothing has been trained yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = QLabel()
        font = self.state.font()
        font.setBold(True)
        self.state.setFont(font)
        self.state.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setMaximumHeight(16)
        self.progress.setAccessibleName(tr("Progress of the run"))
        self.reason = note_label()
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.traceback = Fold("Show traceback", "Hide traceback")
        self.data = note_label()
        self.skipped = Fold()
        self.figures = {name: QLabel(tr(_NONE)) for name in _FIGURES}
        self.figures["Probes' share"].setToolTip(
            tr("Share of the worker's time that went into feature maps")
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        self._cures = QHBoxLayout()
        self._cures.addStretch(1)
        for widget in (self.state, self.progress, self.reason):
            column.addWidget(widget)
        column.addLayout(self._cures)
        self._urgent = QVBoxLayout()
        column.addLayout(self._urgent)
        column.addWidget(self.traceback)
        column.addLayout(self._grid())
        self._figured = QVBoxLayout()
        column.addLayout(self._figured)
        column.addWidget(self.data)
        column.addWidget(self.skipped)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_history(None)

    def add_urgent(self, widget: QWidget) -> None:
        """Above the figures, in sight where there is room for few of them."""
        self._urgent.addWidget(widget)

    def add_cure(self, widget: QWidget) -> None:
        """Below the reason why a run has failed."""
        self._cures.insertWidget(self._cures.count() - 1, widget)

    def add_figure(self, widget: QWidget) -> None:
        """Below the figures."""
        self._figured.addWidget(widget)

    def show_from(self, widget: QWidget) -> None:
        """Scroll until a widget within is at the top, as far as there is so much below."""

        def scroll() -> None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + widget.mapTo(self.viewport(), QPoint()).y())

        QTimer.singleShot(0, self, scroll)  # once what was unfolded just now has its place

    def _grid(self) -> QGridLayout:
        """Two figures a row."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for index, (name, value) in enumerate(self.figures.items()):
            label = QLabel(tr(name))
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setWordWrap(True)
            value.setAccessibleName(tr(name))
            grid.addWidget(label, index // 2, index % 2 * 2)
            grid.addWidget(value, index // 2, index % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def show_history(self, history: RunHistory | None, *, outdated: bool = False) -> None:
        self.state.setText(headline(history, outdated=outdated))
        self._show_progress(history)
        for name, text in zip(_FIGURES, _figures(history), strict=True):
            self.figures[name].setText(tr(text))
        self.figures["Loss"].setToolTip(tr(_learned(history)))
        started = history.started if history is not None else None
        failed = history.failed if history is not None else None
        muted, alarm = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.BrightText
        tell(self.data, _of_data(history), muted)
        tell(self.reason, failed.reason if failed is not None else "", alarm)
        self.traceback.show_text(failed.traceback if failed is not None else "")
        skipped = started.skipped if started is not None else ()
        title = tr("{files} could not be read", files=counted(len(skipped), "file"))
        self.skipped.show_text("\n".join(skipped), title)

    def _show_progress(self, history: RunHistory | None) -> None:
        started = history.started if history is not None else None
        self.progress.setVisible(history is not None and not history.looking)
        if history is None:
            return
        if started is None:  # a busy bar only while something is under way
            self.progress.setRange(0, 0 if history.active else 1)
            return
        self.progress.setRange(0, max(1, length(history.recipe, started.steps_per_epoch)))
        self.progress.setValue(min(len(history.losses), self.progress.maximum()))


class Fold(QWidget):
    """A button that unfolds a text; not there while the text is empty."""

    def __init__(self, title: str = "", opened: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed, self._opened = title, opened or title
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Details"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setMinimumHeight(110)
        self.button.toggled.connect(self._unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.text)
        self._unfold(False)
        self.hide()

    def show_text(self, text: str, title: str = "") -> None:
        """Another text is folded again, so that a new run begins tidily."""
        if title:
            self._closed = self._opened = title
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self.button.setChecked(False)
        self._unfold(self.button.isChecked())
        self.setVisible(bool(text))

    def _unfold(self, on: bool) -> None:
        self.text.setVisible(on)
        self.button.setText(tr(self._opened if on else self._closed))
        self.button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)


def headline(history: RunHistory | None, *, outdated: bool = False) -> str:
    """One line: "Training on cpu, 1 min 20 s left"; of an `outdated` run also whose it is."""
    if history is None:
        return tr("Nothing trained yet")
    return _state(history) + (f" — {tr(OF_BEFORE)}" if outdated else "")


def _state(history: RunHistory) -> str:
    started = history.started
    where = tr(" on {device}", device=started.device) if started is not None else ""
    finished = history.finished
    match history.state:
        case State.FINISHED if history.looking:
            return tr("Shown{where}, nothing learned", where=where)
        case State.FINISHED if finished is not None:
            done, time = counted(finished.epochs, "epoch"), duration(finished.seconds)
            if finished.stopped:
                return tr(
                    "Stopped after {epochs} and {time}{where}",
                    epochs=done,
                    time=time,
                    where=where,
                )
            return tr(
                "Finished after {epochs} and {time}{where}", epochs=done, time=time, where=where
            )
        case State.TRAINING:
            left = history.latest.seconds_left if history.latest is not None else float("nan")
            told = duration(left)
            if told == "unknown":
                return tr("Training{where}", where=where)
            return tr("Training{where}, {time} left", where=where, time=told)
        case State.STARTING:
            return tr("Starting")
        case State.ENDING:
            return tr("The last step is done{where}, the run is being kept", where=where)
    return tr("{state}{where}", state=tr(history.state.capitalize()), where=where)


def _of_data(history: RunHistory | None) -> str:
    """What is learned from, and what with; or that it is read by now, which may take long."""
    if history is None or history.started is None:
        starting = history is not None and history.active
        return "The worker starts, and reads the data…" if starting else ""
    return f"{history.started.data}. {history.started.weights}".rstrip(". ")


def _learned(history: RunHistory | None) -> str:
    """What the loss is of, where the run goes down another one."""
    if history is None or not history.epochs or history.epochs[-1].learned_loss is None:
        return ""
    return (
        "Of the outputs that stay at inference, as in the validation. With the auxiliary ones it "
        f"was {number(history.epochs[-1].learned_loss)} in the last epoch."
    )


def _figures(history: RunHistory | None) -> tuple[str, ...]:
    if history is None or history.started is None or history.looking:
        return (_NONE,) * len(_FIGURES)
    latest, per_epoch = history.latest, history.started.steps_per_epoch
    total, all_epochs = length(history.recipe, per_epoch), epochs(history.recipe, per_epoch)
    accuracy = percent(history.epochs[-1].val_accuracy) if history.epochs else _NONE
    step = f"{count(len(history.losses))} / {count(total)}"
    if latest is None:
        return (f"1 / {count(all_epochs)}", step, _NONE, accuracy, _NONE, _NONE)
    return (
        f"{count(latest.epoch)} / {count(all_epochs)}",
        step,
        number(history.losses.last) if len(history.losses) else _NONE,
        accuracy,
        count(round(latest.images_per_second)),
        percent(latest.probe_share),
    )
