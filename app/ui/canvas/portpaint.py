"""Paints ports: plain ones are copied as cards are, those that take several wires are slots."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTransform

from app.ui.canvas.frames import Frames, paint_slot
from app.ui.canvas.geometry import Box, Geometry, Socket
from app.ui.canvas.labels import Labels
from app.ui.canvas.look import Look
from app.ui.canvas.metrics import PORT_RADIUS, SLOT_HEIGHT
from app.ui.theme import Theme

_NAME = 80.0  # width of the name of a port at most


class PortPainter:
    """The ports of one graph."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry
        self.wired = geometry.wired()
        self._named = geometry.sockets.several()

    def seen(self, box: Box, cards: NDArray[np.intp]) -> NDArray[np.intp]:
        """Those in a box that is touched by these cards alone."""
        geometry = self._geometry
        ports = geometry.sockets.of_cards(cards)
        x, y = geometry.socket_places[ports].T
        reach = geometry.socket_half[ports] + PORT_RADIUS
        near = (x > box[0] - reach) & (x < box[2] + reach) & (y > box[1]) & (y < box[3])
        found: NDArray[np.intp] = ports[near]
        return found

    def paint_slots(
        self, painter: QPainter, frames: Frames, look: Look, ports: NDArray[np.intp]
    ) -> None:
        """Those that take several wires."""
        geometry = self._geometry
        slots = ports[geometry.socket_half[ports] > 0]
        if not len(slots):
            return
        halves = geometry.socket_half[slots]
        aside = np.stack([halves + PORT_RADIUS, np.full(len(slots), SLOT_HEIGHT)], axis=1)
        corners = frames.pixels(painter, geometry.socket_places[slots] - aside)
        painter.save()
        painter.setWorldTransform(QTransform())
        for i, half, (x, y) in zip(slots.tolist(), halves.tolist(), corners, strict=True):
            state = _state(geometry.sockets[i], look)
            painter.drawPixmap(QPointF(x, y), frames.slot(half, self._ends(i), state))
        painter.restore()

    def print_slots(self, painter: QPainter, theme: Theme, ports: NDArray[np.intp]) -> None:
        """The same as lines and surfaces."""
        geometry = self._geometry
        for i in ports[geometry.socket_half[ports] > 0].tolist():
            x, y = geometry.socket_places[i].tolist()
            painter.translate(x, y)
            paint_slot(painter, float(geometry.socket_half[i]), self._ends(i), "", theme)
            painter.translate(-x, -y)

    def _ends(self, port: int) -> tuple[float, ...]:
        """From the middle of a port to the ends of its wires."""
        x = float(self._geometry.socket_places[port, 0])
        return tuple(round(at - x, 3) for at in self._geometry.ends_at(port))

    def paint_names(
        self, painter: QPainter, theme: Theme, labels: Labels, ports: NDArray[np.intp]
    ) -> None:
        """Beside the port, outside of the card: only where one must be told from another."""
        geometry = self._geometry
        painter.setPen(QColor(theme.muted))
        for i in ports[self._named[ports]].tolist():
            socket = geometry.sockets[i]
            x, y = geometry.socket_places[i].tolist()
            left = x + float(geometry.socket_half[i]) + PORT_RADIUS + 2
            labels.draw(
                painter, left, y + (2 if socket.output else -17), socket.end.port, "text", _NAME
            )

    def paint_plain(
        self, painter: QPainter, frames: Frames, look: Look, ports: NDArray[np.intp]
    ) -> None:
        """The round ones."""
        geometry = self._geometry
        plain = ports[geometry.socket_half[ports] == 0]
        corners = frames.pixels(painter, geometry.socket_places[plain] - 2 * PORT_RADIUS)
        alike = not look.refused and not look.accepted and look.hovered_socket is None
        painter.save()
        painter.setWorldTransform(QTransform())
        wired = self.wired[plain].tolist()
        for i, held, (x, y) in zip(plain.tolist(), wired, corners, strict=True):
            state = "" if alike else _state(geometry.sockets[i], look)
            painter.drawPixmap(QPointF(x, y), frames.port(held, state))
        painter.restore()


def _state(socket: Socket, look: Look) -> str:
    if socket in look.refused:
        return "refused"
    if socket == look.hovered_socket:
        return "hovered"
    return "accepted" if socket in look.accepted else ""
