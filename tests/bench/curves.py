"""The curves of a run of a million steps, as they grow twenty times a second: processor time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
from PySide6.QtWidgets import QApplication

from app.training.history import RunHistory
from app.training.messages import Change, Changed, Epoch, Started, Steps
from app.training.recipe import Recipe
from app.ui.application import make_application
from app.ui.plots.across import KINDS
from app.ui.plots.curves import CurvesView
from tests.bench.measure import stated

STEPS = 1_000_000
REPORT = 50  # steps
EPOCH = 5_000
FRAMES = 60
LIMIT = 33.0  # ms


def run() -> Iterator[str]:
    application = make_application()
    view = CurvesView()
    view.resize(850, 300)
    view.show()
    history = _long()
    begin = time.process_time()
    view.show_history(history)
    _paint(view)
    yield f"a million steps shown at first in {1000 * (time.process_time() - begin):.0f} ms"
    for kind in KINDS:
        view.across.setCurrentIndex(view.across.findData(kind))
        frames = []
        for _ in range(FRAMES + 1):
            application.processEvents()
            history = history.extend(_steps(len(history.losses)))
            begin = time.process_time()
            view.show_history(history)
            _paint(view)
            frames.append(1000 * (time.process_time() - begin))
        # in the first one arrays double, as they do whenever a run has become twice as long
        slowest = max(frames[1:])
        yield stated(f"ms of a frame over {kind}, the slowest of {FRAMES}", [slowest], LIMIT)


def _paint(view: CurvesView) -> None:
    """Everything that has changed is on the screen when this returns."""
    for plot in view.plots.plots:
        plot.viewport().repaint()
    QApplication.processEvents()


def _long() -> RunHistory:
    history = RunHistory(Recipe(epochs=400))
    history = history.extend(
        Started("cpu", ("0", "1"), EPOCH * 32, 320, EPOCH, 61_706, "data", folder="")
    )
    for first in range(0, STEPS, REPORT):
        history = history.extend(_steps(first))
        if (first + REPORT) % EPOCH == 0:
            number = (first + REPORT) // EPOCH
            loss = 2.3 / number
            history = history.extend(
                Epoch(number, first + REPORT, loss, 0.9, 1.1 * loss, 0.88, 250.0)
            )
        if first % 100_000 == 0:
            history = history.extend(Changed(first, Change(words="Learning rate now 0.1, was 1")))
    return history


def _steps(first: int) -> Steps:
    noise = np.random.default_rng(first).random(REPORT)
    losses = tuple((2.3 / (1 + first / 50_000) + 0.3 * noise).tolist())
    norms = tuple(noise.tolist())
    return Steps(first, losses, first // EPOCH + 1, 1e-3, 900 + noise[0], 60.0, 0.01, norms,
                 (first + REPORT) / 20)  # fmt: skip
