"""Networks as immutable values: the model, its edits, differences, layout and the document file."""

from __future__ import annotations

from nodes.network.expression import Expression
from nodes.network.marks import Colour, Frame, Note
from nodes.network.model import (
    INDEX,
    ROOT,
    Argument,
    Block,
    Endpoint,
    Frozen,
    Graph,
    Network,
    Node,
    Position,
    Wire,
    wire,
)

__all__ = [
    "INDEX",
    "ROOT",
    "Argument",
    "Block",
    "Colour",
    "Endpoint",
    "Expression",
    "Frame",
    "Frozen",
    "Graph",
    "Network",
    "Node",
    "Note",
    "Position",
    "Wire",
    "wire",
]
