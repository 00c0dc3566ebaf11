"""An error that nobody expects: one calm dialog, the work is kept, the window goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import crash
from app.ui.crash import Crashes


class Caught:
    """A window whose errors are caught; how often what is open was kept."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.kept = 0
        self.safe = True
        self.crashes = Crashes(window, self._keep)

    def _keep(self) -> bool:
        self.kept += 1
        return self.safe

    @property
    def dialog(self) -> crash.ReportDialog:
        assert self.crashes.dialog is not None
        return self.crashes.dialog


@pytest.fixture
def caught(qtbot: QtBot) -> Iterator[Caught]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Caught(window)
    yield made
    made.crashes.close()


def fail() -> None:
    raise ZeroDivisionError("on purpose")


def test_an_action_that_raises(caught: Caught, qtbot: QtBot) -> None:
    action = QAction("Fail", caught.window)
    action.triggered.connect(lambda: fail())
    action.trigger()
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)
    assert caught.kept == 1
    assert "safe" in caught.dialog.heading.text()
    caught.dialog.copy.click()
    report = QApplication.clipboard().text()
    for part in ("Skipwire", "Python 3", "PySide6", "last action", "on purpose", "in fail"):
        assert part in report
    assert str(Path.home()) not in report


def test_the_same_error_has_one_dialog(caught: Caught, qtbot: QtBot) -> None:
    timer = QTimer(caught.window, interval=0)
    timer.timeout.connect(fail)
    timer.start()
    qtbot.waitUntil(lambda: caught.crashes._times.total() > 5)
    assert caught.kept == 1
    assert not caught.dialog.count.isHidden()
    first = caught.dialog
    first.reject()
    before = caught.crashes._times.total()
    qtbot.waitUntil(lambda: caught.crashes._times.total() > before + 2)
    assert caught.crashes.dialog is None
    timer.stop()


def test_an_error_in_painting_does_not_spin(caught: Caught, qtbot: QtBot) -> None:
    class Broken(QWidget):
        paints = 0

        def paintEvent(self, event: QPaintEvent) -> None:
            self.paints += 1
            raise ZeroDivisionError("while painting")

    broken = Broken(caught.window)
    broken.resize(40, 40)
    caught.window.show()
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)
    painted = broken.paints
    QApplication.processEvents()
    QApplication.processEvents()
    assert broken.paints <= painted + 2


def test_what_cannot_be_kept_is_not_called_safe(caught: Caught, qtbot: QtBot) -> None:
    caught.safe = False
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)
    qtbot.waitUntil(lambda: caught.kept == 1)
    assert "safe" not in caught.dialog.heading.text()
    assert "save it now" in caught.dialog.says.text()


def test_an_error_in_a_thread(caught: Caught, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)
    assert "on purpose" in caught.dialog.report.toPlainText()


def test_an_error_in_a_finaliser(caught: Caught, qtbot: QtBot) -> None:
    class Broken:
        def __del__(self) -> None:
            fail()

    Broken()
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)


def test_a_second_error_is_told_beside_the_dialog(caught: Caught, qtbot: QtBot) -> None:
    told: list[str] = []
    caught.crashes.told.connect(told.append)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)
    QTimer.singleShot(0, lambda: [][0])
    qtbot.waitUntil(lambda: bool(told))
    assert "IndexError" in told[0]


def test_endless_recursion_has_a_short_report(caught: Caught, qtbot: QtBot) -> None:
    def again(depth: int) -> int:
        return again(depth + 1) + again(depth - 1)

    QTimer.singleShot(0, lambda: again(0))
    qtbot.waitUntil(lambda: caught.crashes.dialog is not None)
    assert len(caught.dialog.report.toPlainText().splitlines()) < 450


NATIVE = """
import faulthandler, sys
from pathlib import Path
from app.ui.crash import watch_native

watch_native(Path(sys.argv[1]))
faulthandler._sigsegv()
"""


def test_a_native_crash_leaves_its_traceback(tmp_path: Path) -> None:
    file = tmp_path / "crash.txt"
    done = subprocess.run([sys.executable, "-c", NATIVE, str(file)], capture_output=True)
    assert done.returncode
    assert "Segmentation fault" in file.read_text()
