"""The part of each graph that was in view, so that one comes back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView

Trail = tuple[str, ...]


class Places:
    """Remembers zoom and middle of the view for every trail of one document."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._shown: Trail | None = None
        self._known: dict[Trail, tuple[float, QPointF]] = {}

    def forget(self) -> None:
        """Another document is shown."""
        self._shown = None
        self._known.clear()

    def leave(self) -> None:
        """The editor shows another place now, and the view still the one before."""
        if self._shown is not None and self._shown != self._view.editor.trail:
            middle = QPointF(*self._view.centre_of_view())
            self._known[self._shown] = self._view.navigator.zoom, middle

    def enter(self) -> bool:
        """Show the part of the new place that was in view before, where there was one."""
        trail = self._view.editor.trail
        was, self._shown = self._shown, trail
        known = self._known.get(trail)
        if known is None or was == trail:
            return False
        zoom, middle = known
        self._view.resetTransform()
        self._view.scale(zoom, zoom)
        self._view.centerOn(middle)
        return bool(len(self._view.layer.geometry.cards_in(self._view.navigator.seen())))
