"""What is dragged from the palette: the kind of a layer or block, as MIME data.

READY stands before the name of a ready block, of which the network has no definition yet, and KEPT
before the file of a block in the person's library.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData

KIND_MIME = "application/x-skipwire-kind"
READY = "ready:"
KEPT = "kept:"


def kind_data(kind: str) -> QMimeData:
    data = QMimeData()
    data.setData(KIND_MIME, kind.encode())
    return data


def kind_of(mime: QMimeData) -> str | None:
    """The kind that is dragged, or None where something else is."""
    if not mime.hasFormat(KIND_MIME):
        return None
    return bytes(mime.data(KIND_MIME).data()).decode()
