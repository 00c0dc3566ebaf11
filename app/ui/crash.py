"""Unexpected errors: the work is kept at once, a calm dialog has a report, the window goes on."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside
from PySide6.QtCore import QObject, QSysInfo, Qt, Signal, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.ui import scale
from app.ui.language import tr

_LINES = 400  # of a traceback: endless recursion has thousands

doing = ""  # the action that was chosen last, by its id


def report(trace: str) -> str:
    """What helps to find an error; nothing of any document is in it."""
    return "\n".join(
        (
            f"Skipwire {__version__}, Python {platform.python_version()}, "
            f"PySide6 {pyside}, Qt {qVersion()}",
            f"{QSysInfo.prettyProductName()}, {platform.machine()}, {QApplication.platformName()}",
            f"{datetime.now():%Y-%m-%d %H:%M:%S}, last action: {doing or 'none'}",
            "",
            trace.rstrip().replace(str(Path.home()), "~"),
            "",
        )
    )


class ReportDialog(QDialog):
    """Says that something went wrong, and that the work is safe; the report can be copied."""

    def __init__(self, title: str, text: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Skipwire"))
        self.setMinimumWidth(scale.px(520))
        self.heading = QLabel(tr(title))
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.heading.setFont(font)
        self.says, self.count = QLabel(tr(text)), QLabel()
        about = QLabel(tr("The report below helps to mend it. It holds nothing of your networks."))
        for label in (self.heading, self.says, self.count, about):
            label.setWordWrap(True)
        self.count.hide()
        self.report = QPlainTextEdit(told)
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(tr("Report"))
        self.report.setMinimumHeight(220)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = QPushButton(tr("Copy Report"))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (self.heading, self.says, about, self.report, self.count, buttons):
            column.addWidget(widget)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Close"))
        close.setDefault(True)
        close.setFocus()

    def reassure(self) -> None:
        """What is open was kept."""
        self.heading.setText(tr("Something went wrong. Your work is safe."))
        self.says.setText(tr("What you have open was kept just now, and you can go on."))

    def show_times(self, times: int) -> None:
        """How often it has happened by now."""
        self.count.setText(tr("It has happened {times} times.", times=times))
        self.count.setVisible(times > 1)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(tr("Copied"))


class Crashes(QObject):
    """Catches what nothing else has caught, in any thread, until it is `close`d.

    `keep` has the open documents kept and says whether they are. The same error, which is one of
    the same kind from the same line, has one dialog, however often it comes.
    """

    told = Signal(str)  # an error that was shown before has come again
    _came = Signal(str, str)  # from any thread: by what it is known again, its traceback

    def __init__(self, window: QWidget, keep: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._keep = keep
        self._times: Counter[str] = Counter()
        self.dialog: ReportDialog | None = None
        self._shown = ""  # which error the dialog is about
        # Later, for it may come from another thread, or from the middle of painting.
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def close(self) -> None:
        """The hooks that were there before are in force again."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not issubclass(kind, Exception):
            self._hooks[0](kind, error if error is not None else kind(), trace)
            return
        where = traceback.extract_tb(trace)[-1:]
        known = f"{kind.__qualname__} {[(f.filename, f.lineno) for f in where]}"
        lines = "".join(traceback.format_exception(kind, error, trace)).splitlines()
        if len(lines) > _LINES:
            half = _LINES // 2
            lines = [*lines[:half], f"  … {len(lines) - _LINES} lines …", *lines[-half:]]
        told = "\n".join(lines)
        print(told, file=sys.stderr)
        self._came.emit(known, told)

    def _show(self, known: str, trace: str) -> None:
        self._times[known] += 1
        times = self._times[known]
        if self.dialog is not None and self._shown == known:
            self.dialog.show_times(times)
        elif times > 1:
            return
        elif self.dialog is not None:
            self.told.emit(tr("Something else went wrong: {what}", what=_last_line(trace)))
        else:
            self._shown = known
            self.dialog = ReportDialog(
                tr("Something went wrong."),
                tr("What you have open could not be kept: please save it now."),
                report(trace),
                self._window,
            )
            self.dialog.finished.connect(self._closed)
            self.dialog.open()
            if self._keep():
                self.dialog.reassure()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _last_line(trace: str) -> str:
    return trace.rstrip().rpartition("\n")[2]


def watch_native(file: Path) -> None:
    """Has a crash in foreign code leave its traceback in this file."""
    faulthandler.enable(file.open("w", encoding="utf-8"))


def tell_native(window: QWidget, traces: str) -> ReportDialog:
    """What ended the application the last time."""
    dialog = ReportDialog(
        tr("Skipwire crashed the last time."),
        tr("What was open then is back."),
        report(traces),
        window,
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
