"""Small feature maps on the cards of the network that is trained."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.training.messages import Maps
from app.ui.canvas import CanvasView
from app.ui.plots.thumbnails import images
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.sheet import Sheet
from app.ui.training.seams import NOTHING, Wish


class Thumbnails(QObject):
    """Wishes for the maps of the cards in view, and puts them onto these."""

    def __init__(self, runs: Runs, canvas_of: Callable[[Sheet], CanvasView | None]) -> None:
        super().__init__(runs)
        self._runs = runs
        self._canvas_of = canvas_of
        runs.on(Maps, self._take)
        runs.looked.connect(self._wish)

    def _wish(self) -> None:
        run = self._runs.latest
        canvas = self._canvas_of(run.sheet) if run is not None else None
        if run is None or canvas is None or not canvas.isVisible():
            self._runs.wish("thumbnails", NOTHING)
            return
        seen = filter(run.fits, canvas.visible_paths())
        self._runs.wish("thumbnails", Wish(paths=frozenset(seen)))

    def _take(self, run: Run, event: Maps, payload: bytes) -> None:
        canvas = self._canvas_of(run.sheet)
        if event.thumbnail and canvas is not None and run.fits(event.path):
            canvas.set_thumbnail(event.path, images(event, payload))
