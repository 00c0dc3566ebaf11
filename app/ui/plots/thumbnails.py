"""Feature maps as small pictures for the node cards. No pyqtgraph here."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QImage, qRgb

from app.training.messages import Maps
from app.ui.plots.colours import table
from app.ui.plots.mosaic import by_value, pixels


def images(event: Maps, payload: bytes, colours: str = "grey") -> list[QImage]:
    """One 8-bit picture for each map, of the map's own size; each owns its bytes.

    `colours` is one of `colours.NAMES`.

    Raises:
        ValueError: the payload has another length than the event says.
    """
    lookup = _lookup(colours)
    made = []
    for one in by_value(event, pixels(event, payload)):
        view = QImage(
            one.tobytes(), event.width, event.height, event.width, QImage.Format.Format_Indexed8
        )
        view.setColorTable(lookup)
        made.append(view.copy())  # the view looks at bytes that Python frees
    return made


@cache
def _lookup(colours: str) -> list[int]:
    return [qRgb(*map(int, colour)) for colour in table(colours)]
