"""One parameter edit on ResNet-18, from the edit to the new report and the repainted canvas."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

from app.targets import load
from app.ui.application import make_application
from app.ui.window import MainWindow
from nodes.network import ROOT
from nodes.network.edits import set_argument
from tests.bench.measure import stated

ROUNDS = 60
LIMIT_MS = 16.0
EDITS = (
    (ROOT, "conv1", "out_channels", (32, 64)),  # changes every shape behind it
    (ROOT, "fc", "out_features", (10, 1000)),
    ("BasicBlock", "conv2", "bias", (True, False)),  # changes all eight instances
)


def run() -> Iterator[str]:
    application = make_application()
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.documents.show(load("preset:resnet18"), None)
    application.processEvents()
    for scope, node, parameter, values in EDITS:
        window.editor.show_place(() if scope == ROOT else ("layer1",))
        application.processEvents()
        window.editor.select([node])
        application.processEvents()
        took = []
        for number in range(ROUNDS):
            value = values[number % 2]
            begin = time.perf_counter()
            edit = partial(
                set_argument, scope=scope, names=[node], parameter=parameter, value=value
            )
            window.editor.apply("Bench", edit)
            window.canvas.viewport().repaint()
            took.append(1000 * (time.perf_counter() - begin))
            application.processEvents()
        yield stated(
            f"{node}.{parameter} of ResNet-18 to the repainted canvas", took, LIMIT_MS, " ms"
        )
    window.runs.trainer.shutdown()
