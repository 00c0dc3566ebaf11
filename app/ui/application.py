"""Starts the application: Qt, theme, window; or the same session without a display."""

from __future__ import annotations

import gc
import os
import signal
import sys

from PySide6 import __version_info__ as pyside
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.targets import path_of
from app.ui import appearance, language, settings
from app.ui.icons import FOLDER
from app.ui.pauses import search_seldom
from nodes.errors import SkipwireError
from nodes.network.document import Document


class UnusableQtError(SkipwireError):
    """This combination of Python and Qt would crash."""


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_noise(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's messages, less the one that the offscreen platform gives for every window."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def make_application() -> QApplication:
    """The application object, with our style; raises UnusableQtError."""
    if sys.version_info < (3, 12) and pyside >= (6, 12):
        raise UnusableQtError(
            "PySide6 6.12 crashes on Python before 3.12. Install "
            "'PySide6-Essentials>=6.10.3,<6.12', or use Python 3.12."
        )
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["skipwire"])
    search_seldom()
    app.setApplicationName("Skipwire")
    app.setApplicationDisplayName("")
    app.setWindowIcon(QIcon(str(FOLDER / "skipwire.svg")))
    language.use(language.wanted())
    appearance.begin(app)
    return app


def run(document: Document | None, target: str | None) -> int:
    """Open the window, on a document where one is given, until it is closed."""
    offscreen = not has_display() and "QT_QPA_PLATFORM" not in os.environ
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_without_noise)
    damaged = settings.mend()
    app = make_application()
    from app.ui import tour
    from app.ui.pastruns import resuming
    from app.ui.recovery.guard import guard
    from app.ui.tabs.session import restore
    from app.ui.window import MainWindow

    window = MainWindow()
    # What lives as long as the window is not to be searched for garbage again and again: a full
    # search would hold up a drag for several frames.
    window.ready.connect(gc.freeze)
    if offscreen:
        from app.ui.offscreen import run_session

        return run_session(window, document)
    window.restore_layout()
    if settings.flag("reopen"):
        restore(window)
    if document is not None and target is not None:
        window.documents.show(document, path_of(target))
    tour.at_first_start(window)
    window.show()
    signal.signal(signal.SIGINT, lambda *_: window.close())
    awake = QTimer(window)  # lets Python see Ctrl+C while Qt waits
    awake.start(300)
    awake.timeout.connect(lambda: None)
    guard(window)
    if damaged is not None:
        window.notice.show_notice(
            language.tr(
                "The settings were damaged: the usual ones are in force. They are kept as {file}.",
                file=damaged,
            )
        )
    if not window.outliving.found.look():
        resuming.offer(window)
    return app.exec()
