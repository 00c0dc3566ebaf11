"""Walking over the nodes by arrow keys: along the wires, and across to what stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_ASIDE = 3.0  # how much more it counts to be above or below than to be far


class Walk:
    """Remembers its way, so that a step back leads to where one came from."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self._way: list[str] = []

    def step(self, across: int, down: int, *, extends: bool) -> None:
        """Select the next node in a direction, or have it selected too."""
        editor = self._canvas.editor
        here = self._head(down)
        there = self._canvas.middle_node() if here is None else self._next(here, across, down)
        if there is None:
            return
        way = self._way if here is not None and self._way[-1:] == [here] else [here or there]
        back = len(way) > 1 and way[-2] == there
        chosen = {there}
        if extends and here is not None:
            chosen |= editor.selection - ({here} if back else frozenset())
        editor.select(chosen)
        self._way = way[:-1] if back else [*way, there] if here is not None else way
        bounds = self._canvas.layer.geometry.bounds([there])
        if bounds is not None:
            self._canvas.navigator.reveal(bounds)

    def _head(self, down: int) -> str | None:
        """Where one stands: the last step, if it is selected still, else what is farthest on."""
        editor, geometry = self._canvas.editor, self._canvas.layer.geometry
        if self._way and self._way[-1] in editor.selection:
            return self._way[-1]
        chosen = [n for n in editor.selection if n in geometry.index]
        towards = -1 if down < 0 else 1
        return max(
            chosen,
            key=lambda n: towards * float(geometry.places[geometry.index[n], 1]),
            default=None,
        )

    def _next(self, here: str, across: int, down: int) -> str | None:
        graph = self._canvas.editor.graph
        if across:
            return self._beside(here, across)
        after = (
            [w.target.node for w in graph.out_of(here)]
            if down > 0
            else [w.source.node for w in graph.into(here)]
        )
        if len(self._way) > 1 and self._way[-1] == here and self._way[-2] in after:
            return self._way[-2]
        return after[0] if after else None

    def _beside(self, here: str, across: int) -> str | None:
        """The nearest of the other branches at that side, or else of all cards there."""
        geometry, graph = self._canvas.layer.geometry, self._canvas.editor.graph
        branches = {w.target.node for i in graph.into(here) for w in graph.out_of(i.source.node)}
        branches |= {w.source.node for o in graph.out_of(here) for w in graph.into(o.target.node)}
        middles = geometry.places + geometry.sizes / 2
        aside = (middles - middles[geometry.index[here]]) * (across, 1)
        at_side = aside[:, 0] > 0
        for among in ([geometry.index[n] for n in branches if n in geometry.index], None):
            numbers = np.flatnonzero(at_side) if among is None else np.array(among, np.intp)
            numbers = numbers[at_side[numbers]]
            if len(numbers):
                far = aside[numbers, 0] + _ASIDE * np.abs(aside[numbers, 1])
                return geometry.names[int(numbers[far.argmin()])]
        return None
