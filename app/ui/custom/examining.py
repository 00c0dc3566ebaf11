"""Has what is not yet known of custom layers worked out by a worker, beside the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from app.training.examiner import Examiner
from app.ui.editor import Editor
from nodes.custom import KNOWN, Answer, Question

WAIT = 2  # seconds for the thread to end when the window closes


class Examining(QObject):
    """Asks for one thing at a time, the newest first; calls `learned` when one is known."""

    _answered = Signal(object, object)  # Question, Answer

    def __init__(self, editor: Editor, learned: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._learned = learned
        self._examiner = Examiner()
        self._questions: SimpleQueue[Question | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._asked: Question | None = None
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        editor.changed.connect(self._ask)

    def _ask(self) -> None:
        if self._asked is not None or not KNOWN.open:
            return
        if self._thread is None:
            self._thread = Thread(target=self._run, name="custom layers", daemon=True)
            self._thread.start()
        self._asked = KNOWN.open[-1]
        self._questions.put(self._asked)

    def _take(self, question: Question, answer: Answer) -> None:
        self._asked = None
        KNOWN.put(question, answer)
        self._learned()

    def close(self) -> None:
        """End the worker and the thread that waits for it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._answered.disconnect(self._take)
            self._questions.put(None)
            self._examiner.interrupt()
            thread.join(WAIT)

    def _run(self) -> None:
        """In the thread: answers until there is nothing more to ask."""
        while (question := self._questions.get()) is not None:
            self._answered.emit(question, self._examiner.ask(question))
        self._examiner.close()
