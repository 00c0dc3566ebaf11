"""Which wire a card that is dragged near another would draw."""

from __future__ import annotations

import numpy as np

from app.ui.canvas.geometry import Geometry
from nodes.network import Network, Wire, edits

_REACH = 64.0  # from port to port
_TRIED = 6  # pairs at most, the nearest first


def near_wire(geometry: Geometry, network: Network, scope: str, name: str) -> Wire | None:
    """From the output of the upper card to the free input of the lower one, where they are near.

    `name` is the card that is dragged, shown where it is now.
    """
    pairs: list[tuple[float, Wire]] = []
    for own in geometry.sockets_of(name):
        x, y = geometry.socket_place(own)
        away = np.hypot(*(geometry.socket_places - (x, y)).T)
        for k in np.flatnonzero(away <= _REACH).tolist():
            other = geometry.sockets[k]
            below = geometry.socket_places[k, 1] > y
            if other.end.node == name or other.output == own.output or below != own.output:
                continue
            ends = (own.end, other.end) if own.output else (other.end, own.end)
            pairs.append((float(away[k]), Wire(*ends)))
    pairs.sort(key=lambda pair: pair[0])
    possible = (w for _, w in pairs[:_TRIED] if edits.refusal(network, scope, w) is None)
    return next(possible, None)
