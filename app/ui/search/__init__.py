"""The search on the canvas: type a name and arguments, see what it is, and it stands there."""

from app.ui.search.popup import SearchPopup

__all__ = ["SearchPopup"]
