"""What is worked out of a whole network, shown once its edits rest where it would hold them up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.analysis.report import Report

_REST = 80  # ms without an edit


class Later(QTimer):
    """Does its work at once for a small network; for a large one after the last of several edits.

    Meant for what needs a walk through the whole network: what its nodes keep, what they see.
    """

    def __init__(self, parent: QObject, work: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True, interval=_REST)
        self._work = work
        self.timeout.connect(work)

    def ask(self, report: Report) -> None:
        if report.small:
            self.stop()
            self._work()
        else:
            self.start()
