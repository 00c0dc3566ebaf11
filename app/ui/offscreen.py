"""The session of the window where there is no display: open, train, take a picture, leave."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.targets import PRESET, load
from app.terminal import Progress
from app.training.messages import Event
from app.ui.window import MainWindow
from nodes.network.document import Document

PICTURE = Path("skipwire.png")


def run_session(window: MainWindow, document: Document | None) -> int:
    """Open the document (LeNet-5 by default), train it by its recipe and picture the window.

    Returns 0 where the run finished, 1 where it failed.
    """
    print("No display: running the same session offscreen.", file=sys.stderr)
    window.show()
    window.documents.show(document or load(f"{PRESET}lenet5"), None)
    QApplication.processEvents()  # docks are given their sizes
    window.show_dock("training")
    progress = Progress(window.editor.recipe)
    loop = QEventLoop()

    def arrived(event: Event, _: bytes) -> None:
        progress.show(event)

    def changed() -> None:
        if not window.runs.active:
            loop.quit()

    window.runs.trainer.arrived.connect(arrived)
    window.runs.changed.connect(changed)
    window.editor.select(["conv1"])
    window.runs.train()
    if window.runs.active:
        loop.exec()
    history = window.runs.history
    picture = PICTURE.absolute()
    written = window.grab().save(str(picture))
    print(f"Picture of the window: {picture}" if written else f"{picture} cannot be written.")
    failed = history is None or history.failed is not None
    if history is not None and history.failed is not None:
        print(history.failed.reason, file=sys.stderr)
    window.runs.trainer.shutdown()
    return 1 if failed or not written else 0
