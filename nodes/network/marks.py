"""What stands on a drawing beside nodes and wires, and never changes what is computed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Box = tuple[float, float, float, float]  # left, top, width, height; in canvas units

MAX_MARKS = 10_000  # frames, and as many notes, of one graph
MAX_TITLE = 200  # characters
MAX_TEXT = 20_000
MAX_POINTS = 20  # of one wire; more than anyone can follow
LEAST = 20.0  # canvas units that a frame or a note is wide and high


class Colour(StrEnum):
    """Of a frame; which shade of it is shown depends on the theme."""

    GREY = "grey"
    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    PURPLE = "purple"


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled area behind the nodes, which takes along what lies in it."""

    title: str
    box: Box
    colour: Colour = Colour.GREY


@dataclass(frozen=True, slots=True)
class Note:
    """A text in Markdown."""

    text: str
    box: Box


def holds(outer: Box, inner: Box) -> bool:
    """Whether one box lies wholly in another, which it does not in itself."""
    return (
        outer != inner
        and outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )


def shifted(box: Box, by: tuple[float, float]) -> Box:
    return box[0] + by[0], box[1] + by[1], box[2], box[3]
