"""What is dragged from the palette: the kind of a layer or block, as MIME data.

READY stands before the name of a ready block, of which the network has no definition yet, and KEPT
before the file of a block in the person's library, PRESET before the id of a published network.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData

KIND_MIME = "application/x-skipwire-kind"
PARAMETER_MIME = "application/x-skipwire-parameter"
READY = "ready:"
KEPT = "kept:"
PRESET = "preset:"


def kind_data(kind: str) -> QMimeData:
    data = QMimeData()
    data.setData(KIND_MIME, kind.encode())
    return data


def kind_of(mime: QMimeData) -> str | None:
    """The kind that is dragged, or None where something else is."""
    if not mime.hasFormat(KIND_MIME):
        return None
    return bytes(mime.data(KIND_MIME).data()).decode()


def parameter_data(name: str) -> QMimeData:
    """A parameter of the selected nodes that is dragged out of them."""
    data = QMimeData()
    data.setData(PARAMETER_MIME, name.encode())
    return data


def parameter_of(mime: QMimeData) -> str | None:
    """The parameter that is dragged, or None where something else is."""
    if not mime.hasFormat(PARAMETER_MIME):
        return None
    return bytes(mime.data(PARAMETER_MIME).data()).decode()
