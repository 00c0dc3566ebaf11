"""Five minutes of training in the window, with every view in front in turn: frames and memory.

A frame is what the event loop does between two times that it sleeps, in time of its own thread, as
others may share the processor. The views take turns, since a screen has no room for all.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import psutil
from msgspec.structs import replace
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer

from app.targets import load
from app.ui.application import make_application
from app.ui.window import MainWindow
from tests.bench.measure import stated

MINUTES = 5.0
TURN = 3_000  # ms that a view is in front
FRAME_MS = 33.0
STEPS, GROWTH_MIB = 10_000, 16.0
BEFORE = 2_000  # steps until everything has been shown once
PAGES = ("training", "maps", "node", "filters", "results")
ENDLESS = 100_000  # epochs


class Frames:
    """How long the event loop was busy each time, in ms of its thread."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.measuring = False
        self._before = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._sleep)

    def _sleep(self) -> None:
        now = time.thread_time()  # it stands still while the loop sleeps
        if self.measuring:
            self.times.append(1000 * (now - self._before))
        self._before = now


def run() -> Iterator[str]:
    make_application()
    window = MainWindow()
    window.ready.connect(gc.freeze)  # as in the application
    window.resize(1280, 800)
    window.show()
    window.documents.show(load("preset:lenet5", ()), None)
    editor = window.editor
    editor.set_recipe(replace(editor.recipe, epochs=ENDLESS, batch_size=128, device="cpu"))
    editor.select(["conv1"])
    frames = Frames()
    window.runs.train()
    front(window, 0)
    turn = QTimer(interval=TURN)
    turns = 0

    def next_one() -> None:
        nonlocal turns
        turns += 1
        front(window, turns)
        # what is shown for the first time has to be made first
        frames.measuring = turns > len(PAGES)

    turn.timeout.connect(next_one)
    turn.start()
    wait_for(window, BEFORE)
    before, first = memory(window), steps(window)
    loop = QEventLoop()
    QTimer.singleShot(int(60_000 * MINUTES), loop.quit)
    loop.exec()
    wait_for(window, first + STEPS)
    after, last = memory(window), steps(window)
    frames.measuring = False
    window.runs.trainer.shutdown()
    slow = sum(time > FRAME_MS for time in frames.times)
    yield stated("longest frame of the window in training", [max(frames.times)], FRAME_MS, " ms")
    yield f"frames over {FRAME_MS:g} ms: {slow} of {len(frames.times):,} in {MINUTES:g} minutes"
    for name, begin, end in zip(("window", "worker"), before, after, strict=True):
        grown = (end - begin) / 2**20 * STEPS / (last - first)
        what = f"growth of the {name} in {STEPS:,} steps, over {last - first:,}"
        yield stated(what, [grown], GROWTH_MIB, " MiB")


def front(window: MainWindow, turn: int) -> None:
    page = PAGES[turn % len(PAGES)]
    if page == "training":
        window.docks.front(page)
    else:
        window.pages.front(page)


def steps(window: MainWindow) -> int:
    run = window.runs.latest
    return len(run.history.losses) if run is not None and run.history is not None else 0


def wait_for(window: MainWindow, count: int) -> None:
    """Until so many steps are done."""
    loop = QEventLoop()
    look = QTimer(interval=100)
    look.timeout.connect(lambda: loop.quit() if steps(window) >= count else None)
    look.start()
    if steps(window) < count:
        loop.exec()


def memory(window: MainWindow) -> tuple[int, int]:
    """Bytes that the window and its worker hold."""
    own = psutil.Process()
    worker = max(
        (p.memory_info().rss for p in own.children(recursive=True) if "app.worker" in p.cmdline()),
        default=0,
    )
    return own.memory_info().rss, worker
