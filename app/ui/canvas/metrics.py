"""Measures of the canvas, in scene units; one is one pixel at 100 %."""

from __future__ import annotations

import math

CARD_WIDTH = 190.0
CARD_HEIGHT = 96.0
GRID = 10.0
MARGIN = 12.0  # between a card's edge and its text
TILE = 17.0  # the icon of the family, in a square of its colour before the name
NAME = MARGIN + TILE + 5.0  # where the name begins
FLAKE = 13.0  # the mark of a frozen node
STRIP_TOP = 60.0  # the strip of feature maps, at the foot of the card
STRIP_HEIGHT = 28.0
COST_TOP = 67.0  # what a node costs, at the right of the strip
STRIP_WIDTH = CARD_WIDTH - 2 * MARGIN
SHADOW = 8.0  # how far a card's picture reaches beyond the card: shadow, stack, outline
PORT_RADIUS = 5.0
PORT_REACH = 12.0  # how near the pointer takes a port
SNAP_REACH = 36.0  # how near a wire that is drawn snaps to a port
WIRE_REACH = 7.0
SLOT_STEP = 18.0  # between two wires into a variadic port
SLOT_HEIGHT = 8.0
ROOM = 30.0  # free height that a node dropped on a wire leaves above and below

ZOOM_MIN, ZOOM_MAX = 0.05, 4.0
ZOOM_STEP = 1.2
OVERVIEW_BELOW = 0.28  # zoom below which cards are plain rectangles
NAMES_FROM = 0.18  # zoom from which such a rectangle bears its name
BESIDE_FROM = 0.11  # zoom from which names stand beside cards: rows are as far apart as lines
TEXTS_FROM = 0.48
PORTS_FROM = 0.34


def snapped(value: float) -> float:
    return round(value / GRID) * GRID


def ceiling(value: float) -> float:
    """The next line of the grid from here on."""
    return math.ceil(value / GRID) * GRID
