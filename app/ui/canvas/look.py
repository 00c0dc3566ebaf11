"""What the canvas shows beside the network itself: marks that come and go with the pointer."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from app.ui.canvas.geometry import Socket
from app.ui.canvas.heat import Heat
from app.ui.canvas.live import Live
from nodes.network import Position, Wire
from nodes.network.edits.marks import NO_MARKS, Marks
from nodes.network.marks import Box


@dataclass
class Look:
    """Selected, hovered and lit things. None of it is part of the document."""

    nodes: frozenset[str] = frozenset()  # selected
    wires: frozenset[Wire] = frozenset()  # selected
    marks: Marks = NO_MARKS  # selected
    shift: tuple[Marks, Position] | None = None  # marks that are dragged, and how far
    resized: tuple[Marks, Box] | None = None  # the mark whose edge is dragged, and its box
    hovered_node: str | None = None
    hovered_wire: Wire | None = None
    hovered_socket: Socket | None = None
    target_wire: Wire | None = None  # where a node would be inserted
    hidden_wires: frozenset[Wire] = frozenset()  # led elsewhere or replaced by the one drawn
    accepted: Container[Socket] = frozenset()  # for the wire that is being drawn
    refused: frozenset[Socket] = frozenset()
    failed: frozenset[str] = frozenset()  # on the traceback of a run
    failed_at: frozenset[str] = frozenset()  # the paths of the same, within blocks too
    flashing: frozenset[str] = frozenset()
    running: bool = False  # whether the network is being trained
    heat: Heat | None = None  # what the cards are coloured by
    live: Live | None = None  # what is seen of the network while it learns
