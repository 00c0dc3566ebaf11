"""Work that can wait is done bit by bit, each in a turn of the event loop of its own.

Several plots painted in one turn would hold up everything else that the window has to do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer

_waiting: deque[tuple[Callable[[], None], QObject]] = deque()


def wait(work: Callable[[], None], owner: QObject) -> None:
    """Have it done after all that waits already, unless its owner is gone by then."""
    _waiting.append((work, owner))
    if len(_waiting) == 1:
        QTimer.singleShot(0, _next)


def _next() -> None:
    work, owner = _waiting[0]
    try:
        if shiboken6.isValid(owner):
            work()
    finally:
        _waiting.popleft()
        if _waiting:
            QTimer.singleShot(0, _next)
