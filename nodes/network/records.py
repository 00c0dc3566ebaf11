"""What a network looks like in a file: the fields, their types and how large they may be."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, field

from nodes.custom import MAX_SOURCE
from nodes.network.edits import MAX_COORDINATE
from nodes.network.edits.naming import MAX_NAME
from nodes.network.expression import MAX_LENGTH
from nodes.network.marks import LEAST, MAX_MARKS, MAX_POINTS, MAX_TEXT, MAX_TITLE, Colour
from nodes.network.model import Frozen
from nodes.spec import Kind, Style

Name = Annotated[str, Meta(max_length=MAX_NAME)]
Coordinate = Annotated[float, Meta(ge=-MAX_COORDINATE, le=MAX_COORDINATE)]
Place = tuple[Coordinate, Coordinate]
Length = Annotated[float, Meta(ge=LEAST, le=MAX_COORDINATE)]
_Box = tuple[Coordinate, Coordinate, Length, Length]
_ExpressionText = Annotated[str, Meta(pattern="^=", max_length=MAX_LENGTH + 1)]


class _Record(msgspec.Struct, forbid_unknown_fields=True):
    pass


class NodeRecord(_Record, kw_only=True):
    name: Name
    kind: Name
    args: dict[str, Any] = field(default_factory=dict)
    repeat: int | _ExpressionText = 1
    enabled: bool | _ExpressionText = True
    first: Name = ""
    frozen: Frozen = Frozen.NO
    rate: float = 1.0
    unfolded: bool = False
    position: Place = (0.0, 0.0)


class ParamRecord(_Record, kw_only=True):
    name: Name
    kind: Kind
    default: Any = None
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    unit: str = ""
    choices: list[str] = field(default_factory=list)
    optional: bool = False
    style: Style = Style.KEYWORD


class FrameRecord(_Record, kw_only=True):
    title: Annotated[str, Meta(max_length=MAX_TITLE)] = ""
    box: _Box
    colour: Colour = Colour.GREY


class NoteRecord(_Record, kw_only=True):
    text: Annotated[str, Meta(max_length=MAX_TEXT)]
    box: _Box


class GraphRecord(_Record, kw_only=True):
    """A wire is source node, source port, target node, target port; a bend also has its points."""

    nodes: Annotated[list[NodeRecord], Meta(max_length=100_000)] = field(default_factory=list)
    wires: list[tuple[Name, Name, Name, Name]] = field(default_factory=list)
    frames: Annotated[list[FrameRecord], Meta(max_length=MAX_MARKS)] = field(default_factory=list)
    notes: Annotated[list[NoteRecord], Meta(max_length=MAX_MARKS)] = field(default_factory=list)
    bends: list[
        tuple[
            Name,
            Name,
            Name,
            Name,
            Annotated[list[Place], Meta(min_length=1, max_length=MAX_POINTS)],
        ]
    ] = field(default_factory=list)


class BlockRecord(GraphRecord, kw_only=True):
    name: Name
    summary: str = ""
    parameters: Annotated[list[ParamRecord], Meta(max_length=1_000)] = field(default_factory=list)


class CustomRecord(_Record, kw_only=True):
    """A custom layer, as the lines of its source."""

    source: Annotated[list[str], Meta(max_length=MAX_SOURCE)]


class NetworkRecord(GraphRecord, kw_only=True):
    custom: Annotated[list[CustomRecord], Meta(max_length=1_000)] = field(default_factory=list)
    blocks: Annotated[list[BlockRecord], Meta(max_length=10_000)] = field(default_factory=list)
