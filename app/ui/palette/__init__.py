"""The palette: everything that can be placed on the canvas, to be searched and dragged."""

from __future__ import annotations

from app.ui.palette.palette import Palette

__all__ = ["Palette"]
