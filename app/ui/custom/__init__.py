"""Custom layers in the window: their code, the trust in it, and what running them shows."""

from __future__ import annotations

from app.ui.custom.layers import CustomLayers

__all__ = ["CustomLayers"]
