"""Our canvas with a random network, measured; prints the figures as JSON. A process of its own.

`python -m tests.bench.canvas_ours COUNT`.
"""

from __future__ import annotations

import json
import resource
import sys

from PySide6.QtCore import QPointF, Qt

from app.ui.application import make_application
from app.ui.canvas import CanvasView
from app.ui.editor import Editor
from nodes.network.document import Document
from tests.bench.canvas_steps import FAR, MOVES, SIZE, Figures, drags, repaints, timed
from tests.bench.graphs import focus, network

_MANY = 1_000


def main(count: int) -> None:
    application = make_application()
    editor = Editor()
    shown = network(count)
    view = CanvasView(editor)
    view.resize(*SIZE)
    view.show()
    application.processEvents()

    def opens() -> None:
        editor.open(Document(shown, {}), None)
        view.viewport().repaint()

    found: Figures = {"open": [timed(opens)]}
    view.fit()
    application.processEvents()
    found["fit"], found["fit anew"] = repaints(view), repaints(view, view.layer.update)
    name = focus(shown)

    def centre() -> QPointF:
        view.zoom_reset()
        left, top, right, bottom = view.layer.geometry.bounds([name]) or (0, 0, 0, 0)
        view.centerOn((left + right) / 2, (top + bottom) / 2)
        application.processEvents()
        return QPointF(view.viewport().rect().center())

    middle = centre()
    found["full"], found["full anew"] = repaints(view), repaints(view, view.layer.update)
    found["pan"] = drags(view, Qt.MouseButton.MiddleButton, middle)
    found["drag"] = drags(view, Qt.MouseButton.LeftButton, centre())
    found["drag far"] = drags(view, Qt.MouseButton.LeftButton, centre(), reach=FAR)
    found["drag fast"] = drags(view, Qt.MouseButton.LeftButton, centre(), MOVES, FAR)
    found["drag move"] = [took / MOVES for took in found["drag fast"]]
    if count > _MANY:
        names = list(shown.graph.by_name)
        at = names.index(name)
        editor.select(names[at - _MANY // 2 : at + _MANY // 2])
        found["drag many"] = drags(view, Qt.MouseButton.LeftButton, centre())
    found["memory"] = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
    print(json.dumps(found))


main(int(sys.argv[1]))
