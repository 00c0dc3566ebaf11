"""Tool tips of the palette: of a layer with the picture of what it does."""

from __future__ import annotations

from base64 import b64encode

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont

from app.ui.layerhelp import pixmap_of
from app.ui.palette.entries import Entry
from nodes.catalogue import CATALOGUE

_WIDE = 300  # px


def tip(entry: Entry, font: QFont, scale: float) -> str:
    """Painted when it is asked for, so that filling the palette paints nothing."""
    if entry.id not in CATALOGUE:
        return entry.tooltip
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap_of(CATALOGUE[entry.id], _WIDE, font, scale).save(buffer, "PNG")
    data = b64encode(buffer.data().data()).decode()
    return f'<img src="data:image/png;base64,{data}" width="{_WIDE}"/><br/>{entry.tooltip}'
