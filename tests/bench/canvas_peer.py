"""NodeGraphQt with the graph of a file, measured; prints the figures as JSON. A process of its own.

`python -m tests.bench.canvas_peer FILE FOLDER`, where it is installed in the folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from tests.bench.canvas_steps import FAR, MOVES, SIZE, Figures, drags, repaints


def main(file: str, folder: str) -> None:
    sys.path.append(folder)
    from NodeGraphQt import BaseNode, NodeGraph  # type: ignore[import-not-found]
    from NodeGraphQt.qgraphics.node_abstract import (  # type: ignore[import-not-found]
        AbstractNodeItem,
    )

    class Layer(BaseNode):  # type: ignore[misc]
        __identifier__ = "bench"
        NODE_NAME = "Layer"

        def __init__(self) -> None:
            super().__init__()
            self.add_input("x", multi_input=True)
            self.add_output("y")

    application = QApplication([])
    graph = NodeGraph()
    graph.set_acyclic(False)  # its check takes time that is exponential in the skips
    graph.register_node(Layer)
    content = json.loads(Path(file).read_text())
    made = {}
    for name, x, y in content["nodes"]:
        made[name] = graph.create_node(
            "bench.Layer", name=name, pos=(x, y), selected=False, push_undo=False
        )
    for source, target in content["wires"]:
        made[source].output(0).connect_to(made[target].input(0), push_undo=False)
    view = graph.viewer()
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    whole = view.scene().itemsBoundingRect()
    found: Figures = {}
    view._scene_range = whole  # its own command takes seconds
    view._update_scene()
    application.processEvents()
    found["fit"] = repaints(view)
    focus = made[content["focus"]].view
    centre = focus.sceneBoundingRect().center()
    view.reset_zoom(centre)
    application.processEvents()
    found["full"] = repaints(view)
    empty = next(  # on a node the button does nothing there
        point
        for point in (QPoint(x, y) for y in range(300, 700, 10) for x in range(400, 1200, 10))
        if not view._items_near(view.mapToScene(point), AbstractNodeItem, 25, 25)
    )
    found["pan"] = drags(view, Qt.MouseButton.MiddleButton, QPointF(empty))

    def grasp() -> QPointF:
        focus.setPos(place)  # where it was, so that its wires are as long as before
        view.reset_zoom(centre)
        application.processEvents()
        return QPointF(view.mapFromScene(focus.sceneBoundingRect().center()))

    place = focus.scenePos()
    found["drag"] = drags(view, Qt.MouseButton.LeftButton, grasp())
    assert focus.scenePos() != place
    found["drag far"] = drags(view, Qt.MouseButton.LeftButton, grasp(), reach=FAR)
    found["drag fast"] = drags(view, Qt.MouseButton.LeftButton, grasp(), MOVES, FAR)
    print(json.dumps(found))


main(*sys.argv[1:])
