"""The gallery: published architectures to search, to sort, to compare and to open."""

from __future__ import annotations

from app.ui.gallery.gallery import Gallery

__all__ = ["Gallery"]
