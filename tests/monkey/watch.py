"""What must not happen while a monkey is at work: errors, warnings of Qt, leaks."""

from __future__ import annotations

import gc
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QGraphicsView
from shiboken6 import isValid

from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from app.ui.sheet import Sheet

_QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
_OFFSCREEN = ("propagateSizeHints", "This plugin does not support")  # has no desktop to ask


@contextmanager
def errors(tell: Callable[[str], None]) -> Iterator[None]:
    """`tell` what nothing catches: exceptions in slots, threads and finalisers, and Qt's words."""

    def caught(
        kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        found = error if error is not None else kind()
        tell("".join(traceback.format_exception(kind, found, trace)))

    def said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            print(text, file=sys.stderr)  # there is no later
        if kind not in _QUIET and not any(each in text for each in _OFFSCREEN):
            tell("".join(traceback.format_stack(limit=12)) + f"Qt: {text}")

    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = caught
    threading.excepthook = lambda a: caught(a.exc_type, a.exc_value, a.exc_traceback)
    sys.unraisablehook = lambda a: caught(a.exc_type, a.exc_value, a.exc_traceback)
    handler = qInstallMessageHandler(said)
    try:
        yield
    finally:
        qInstallMessageHandler(handler)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def settle() -> None:
    """What is to be deleted is, and what nobody holds is gone."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
    gc.collect()
    QApplication.processEvents()


def below(parent: QObject) -> Iterator[QObject]:
    """All that is in it, at any depth. `findChildren` would have PySide keep all that it finds."""
    for child in parent.children():
        yield child
        yield from below(child)


def census() -> Mapping[str, int]:
    """How many there are of everything that could be left behind, by its name."""
    found: Counter[str] = Counter()
    tops = QApplication.topLevelWidgets()
    for widget in QApplication.allWidgets():
        found["all widgets"] += 1
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            found["graphics items"] += len(widget.scene().items())
    found["top levels"] = len(tops)
    for top in tops:
        if top.parent() is None:
            found["objects of Qt in windows"] += 1 + sum(1 for _ in below(top))
    for each in gc.get_objects():
        kind = type(each)
        if kind is Sheet:
            found["sheets"] += 1
        elif kind is Editor or kind is CanvasView:
            state = "live" if isValid(each) else "deleted, but held by Python:"
            found[f"{state} {kind.__name__}"] += 1
        elif issubclass(type(each), QObject) and not isValid(each):  # asks no object for its class
            found["deleted, but held by Python: others"] += 1
    return found


def classes() -> Mapping[str, int]:
    """The same by class, to find what has grown."""
    found: Counter[str] = Counter()
    for each in gc.get_objects():
        kind = type(each)
        if kind.__module__.startswith(("app.", "nodes.", "PySide6", "pyqtgraph")):
            found[f"{kind.__module__}.{kind.__qualname__}"] += 1
    for top in QApplication.topLevelWidgets():
        if top.parent() is None:
            for child in below(top):
                found[f"in windows: {child.metaObject().className()}"] += 1
    return found


def memory() -> float:
    """Megabytes of this process that are in memory now."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def growth(values: Sequence[float]) -> float:
    """How much more there is at the least in the last third than there was at the most before.

    The first third is to warm up: what is made once, when it is first asked for, is no leak.
    """
    third = max(len(values) // 3, 1)
    return min(values[-third:]) - max(values[third : 2 * third] or values[:third])
