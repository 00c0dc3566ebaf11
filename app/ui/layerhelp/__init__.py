"""Help for every layer, with a picture of what it does to a tensor."""

from __future__ import annotations

from app.ui.layerhelp.page import LayerHelp
from app.ui.layerhelp.table import picture_of
from app.ui.layerhelp.view import PictureView, pixmap_of

__all__ = ["LayerHelp", "PictureView", "picture_of", "pixmap_of"]
