"""What a screen reader is told of the canvas, while keys walk over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.ui.canvas import CanvasView
from app.ui.canvas.connecting import Connecting
from app.ui.canvas.telling import Telling
from app.ui.editor import Editor
from nodes.network import Colour, Frame, Network, Note, Wire, edits, wire
from nodes.network.edits import marks
from nodes.network.edits.marks import Marks, every_mark
from tests.app.ui.canvas.conftest import Hand


def test_a_node_is_told_with_its_ports_shape_and_problems(
    canvas: CanvasView, editor: Editor
) -> None:
    editor.select(["conv"])
    told = canvas.accessibleDescription()
    for part in ("conv, Conv2d", "output 8 by 32 by 32", "input from input", "feeds norm"):
        assert part in told
    editor.select(["lone"])
    assert "without wires" in canvas.accessibleDescription()
    editor.select(["norm"])
    scope = editor.scope
    cut = (wire("conv", "output", "norm", "input"),)
    editor.apply("Cut", lambda n: edits.disconnect(n, scope, cut))
    told = canvas.accessibleDescription()
    message = next(p.message for p in editor.report.problems if "norm" in p.nodes)
    assert message in told


def test_wires_places_and_many_nodes_are_told(canvas: CanvasView, editor: Editor) -> None:
    canvas.select_wires([wire("conv", "output", "norm", "input")])
    assert "Wire from conv.output to norm.input" in canvas.accessibleDescription()
    canvas.select_wires(())
    assert canvas.accessibleDescription() == "Test, 8 nodes"
    canvas.select_all()
    told = canvas.accessibleDescription()
    assert told.startswith("8 nodes selected")
    assert "and 3 more" in told
    editor.enter("norm")
    assert canvas.accessibleDescription() == "Norm, 3 nodes"


def test_frames_notes_and_points_are_told(canvas: CanvasView, editor: Editor) -> None:
    conv_norm = wire("conv", "output", "norm", "input")
    editor.apply("Mark", lambda n: marked(n, conv_norm))
    canvas.select_wires((), Marks(frames=frozenset({0})))
    assert canvas.accessibleDescription() == "Frame Branches. Red. holds left, right"
    canvas.select_wires((), Marks(notes=frozenset({0})))
    assert canvas.accessibleDescription() == "Note: Two branches"
    canvas.select_wires((), Marks(points=frozenset({(conv_norm, 0)})))
    told = canvas.accessibleDescription()
    assert told == "Point 1 of the wire from conv.output to norm.input"
    canvas.select_wires((), every_mark(editor.graph))
    told = canvas.accessibleDescription()
    assert told == "1 frame selected. 1 note selected. 1 point of a wire selected"
    editor.enter("norm")
    assert "selected" not in canvas.accessibleDescription()


def marked(network: Network, conv_norm: Wire) -> Network:
    network = marks.add_frame(network, "", Frame("Branches", (210, 90, 460, 160), Colour.RED))
    network = marks.add_note(network, "", Note("Two branches", (-260, 300, 200, 120)))
    return marks.lead(network, "", conv_norm, [(-40, 240)])


def test_what_the_keys_lead_to_is_said_aloud(
    canvas: CanvasView, editor: Editor, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    editor.select(["conv"])
    hand.key(Qt.Key.Key_Down)
    assert said[-1].startswith("norm, Norm")
    assert said[-1] == canvas.component(Telling).describe()
    canvas.component(Connecting).open(output=True)
    ports = canvas.component(Connecting).ports
    assert ports is not None
    assert said[-1].startswith(ports.found.item(0).text())
