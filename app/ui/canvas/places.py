"""Where one was: the part of each graph that was in view, and the way back from every jump."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from app.ui.canvas.navigator import Look

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView

Trail = tuple[str, ...]
_KEPT = 100  # jumps
_NEAR = 2.0  # pixels
_SAME = 1e-3  # share of the zoom


class Place(NamedTuple):
    """A part of one graph of a document."""

    trail: Trail
    look: Look


class Places:
    """The places of one document that were left by jumps, as a browser keeps its pages.

    Scrolling and zooming are no jumps; entering and leaving a block is one.
    """

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._shown: Trail | None = None
        self._known: dict[Trail, Look] = {}
        self._back: list[Place] = []
        self._forward: list[Place] = []
        # What follows the entering of a block in the same event is part of that jump.
        self._entering = QTimer(view, singleShot=True, interval=0)

    @property
    def here(self) -> Place:
        return Place(self._view.editor.trail, self._view.navigator.look)

    def forget(self) -> None:
        """Another document is shown."""
        self._shown = None
        self._known.clear()
        self._back, self._forward = [], []

    def known(self) -> Look | None:
        """The part of the shown graph that is to be seen once there is a view of it."""
        return self._known.get(self._view.editor.trail)

    def expect(self, look: Look) -> None:
        """Have this part of the shown graph in view when it is next shown."""
        self._shown = None
        self._known[self._view.editor.trail] = look

    # --- entering blocks and leaving them --------------------------------------------------------

    def leave(self) -> None:
        """The editor shows another place now, and the view still the one before."""
        if self._shown is not None and self._shown != self._view.editor.trail:
            look = self._view.navigator.look
            self._known[self._shown] = look
            self._left(Place(self._shown, look))

    def enter(self) -> bool:
        """Show the part of the new place that was in view before, where there was one."""
        trail = self._view.editor.trail
        was, self._shown = self._shown, trail
        if was == trail:
            return False
        self._entering.start()
        known = self._known.get(trail)
        if known is None:
            return False
        self._view.navigator.go(known, glides=False)
        return bool(len(self._view.layer.geometry.cards_in(self._view.navigator.seen())))

    # --- jumps -----------------------------------------------------------------------------------

    def jump(self) -> None:
        """The view goes elsewhere in the same graph: remember where it was."""
        self._left(self.here)

    def jump_on(self) -> None:
        """As `jump`, unless it is the rest of one that entered a block."""
        if not self._entering.isActive():
            self.jump()

    def go(self, place: Place) -> None:
        """Show a place whose trail can be followed; a jump."""
        if place.trail == self._view.editor.trail:
            self.jump()
        else:
            self._view.editor.show_place(place.trail)
        self._view.navigator.go(place.look)

    @property
    def can_go_back(self) -> bool:
        return self._is_any(self._back)

    @property
    def can_go_forward(self) -> bool:
        return self._is_any(self._forward)

    def go_back(self) -> None:
        self._back, self._forward = self._step(self._back, self._forward)

    def go_forward(self) -> None:
        self._forward, self._back = self._step(self._forward, self._back)

    def _step(self, ahead: list[Place], behind: list[Place]) -> tuple[list[Place], list[Place]]:
        """The lists after a step to the last place ahead that is there still."""
        here = self.here
        ahead = [place for place in ahead if self._there(place)]
        while ahead and _alike(ahead[-1], here):
            ahead.pop()
        if not ahead:
            return ahead, behind
        behind = [*behind, here]
        self.go(ahead.pop())
        return ahead, behind

    def _is_any(self, places: list[Place]) -> bool:
        here = self.here
        return any(self._there(place) and not _alike(place, here) for place in places)

    def _there(self, place: Place) -> bool:
        return self._view.editor.leads(place.trail)

    def _left(self, place: Place) -> None:
        if not self._back or self._back[-1] != place:
            self._back = [*self._back, place][-_KEPT:]
        self._forward = []


def _alike(one: Place, other: Place) -> bool:
    """Whether nobody would see a difference."""
    a, b = one.look, other.look
    far = max(abs(a.x - b.x), abs(a.y - b.y)) * max(a.zoom, b.zoom)
    return one.trail == other.trail and abs(a.zoom / b.zoom - 1) < _SAME and far <= _NEAR
