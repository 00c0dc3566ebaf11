"""Has the canvas of a run show what was chosen: its feature maps, or figures of its nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from app.training.messages import Maps, Nodes, NodeStats
from app.ui.canvas import CanvasView
from app.ui.canvas.live import Live
from app.ui.live.figures import Figures
from app.ui.live.modes import MODES, Mode
from app.ui.live.replay import Replay
from app.ui.live.stories import Stories
from app.ui.plots.thumbnails import images
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.sheet import Sheet
from app.ui.training.seams import NOTHING, Wish

_T = TypeVar("_T")
_APART = 100  # ms, between two pictures of figures
_MAPS = 4  # of a node, that a card has room for


class LiveCanvas(QObject):
    """Wishes for what the canvas in view needs, and no more; keeps the newest figures of a run."""

    def __init__(
        self, runs: Runs, canvas_of: Callable[[Sheet], CanvasView | None], replay: Replay
    ) -> None:
        super().__init__(runs)
        self._runs = runs
        self._canvas_of = canvas_of
        self._replay = replay
        self._mode: Mode = MODES[0]
        self.stories = Stories(runs)
        self._run: Run | None = None  # whose figures these are
        self._figures: Figures | None = None
        self._later = QTimer(self, singleShot=True, interval=_APART)
        self._later.timeout.connect(self._show)
        runs.on(Maps, self._take_maps)
        runs.on(Nodes, self._take_nodes)
        runs.on(NodeStats, self._take_figures)
        runs.begun.connect(self._forget)
        runs.looked.connect(self._look)
        replay.moved.connect(self._look)

    def choose(self, mode: Mode) -> None:
        """Show this from now on."""
        self._mode = mode
        run = self._runs.latest
        if run is not None and (canvas := self._canvas_of(run.sheet)) is not None:
            canvas.clear_thumbnails()
        self._show()
        self._look()

    @property
    def has_figures(self) -> bool:
        """Whether there is anything that the chosen mode could show."""
        return self._mode.shown is None or self._live is not None

    # --- wishes ----------------------------------------------------------------------------------

    def _look(self) -> None:
        run = self._runs.latest
        canvas = self._canvas_of(run.sheet) if run is not None else None
        wish = NOTHING
        if run is not None and canvas is not None and canvas.isVisible():
            if self._mode.shown is not None:
                wish = Wish(shown=frozenset({self._mode.shown}))
            elif self._mode is MODES[0] and not self._replayed(run):
                wish = Wish(paths=frozenset(filter(run.fits, canvas.visible_paths())))
        self._runs.wish("canvas", wish)
        if self._mode.shown is not None and not self._later.isActive():
            self._later.start()  # after an edit some nodes may be others
        if self._mode is MODES[0]:
            self._show_kept()

    def _replayed(self, run: Run) -> bool:
        """Whether an epoch of it is shown in the place of what is live."""
        return self._replay.run is run and self._replay.epoch is not None

    def _show_kept(self) -> None:
        run = self._replay.run
        canvas = self._canvas_of(run.sheet) if run is not None else None
        if run is None or canvas is None or not canvas.isVisible() or not self._replayed(run):
            return
        for event, payload in self._replay.few(filter(run.fits, canvas.visible_paths()), _MAPS):
            canvas.set_thumbnail(event.path, images(event, payload))

    # --- events ----------------------------------------------------------------------------------

    def _take_maps(self, run: Run, event: Maps, payload: bytes) -> None:
        canvas = self._canvas_of(run.sheet)
        wanted = event.thumbnail and self._mode is MODES[0] and run.fits(event.path)
        if wanted and not self._replayed(run) and canvas is not None:
            canvas.set_thumbnail(event.path, images(event, payload))

    def _take_nodes(self, run: Run, event: Nodes, payload: bytes) -> None:
        self._forget()
        self._run, self._figures = run, Figures(event)

    def _take_figures(self, run: Run, event: NodeStats, payload: bytes) -> None:
        if self._figures is None or self._run is not run:
            return
        self._figures.take(payload)
        if self._mode.shown is not None and not self._later.isActive():
            self._later.start()

    def _forget(self) -> None:
        """Figures of the run before say nothing of another."""
        run, self._run, self._figures = self._run, None, None
        if run is not None and (canvas := self._canvas_of(run.sheet)) is not None:
            canvas.show_live(None)

    # --- what is painted -------------------------------------------------------------------------

    @property
    def _live(self) -> Live | None:
        if self._figures is None or self._mode.figures is None:
            return None
        return self._mode.figures(self._figures)

    def _show(self) -> None:
        run = self._run
        if run is None or (canvas := self._canvas_of(run.sheet)) is None:
            return
        live = self._live
        if live is not None and run.differs:
            live = _of(live, run.fits)
        canvas.show_live(live)


def _of(live: Live, fits: Callable[[str], bool]) -> Live:
    """Without the nodes that are others in the drawing than in the network that learns."""

    def kept(found: Mapping[str, _T]) -> dict[str, _T]:
        return {path: value for path, value in found.items() if fits(path)}

    return replace(
        live,
        texts=kept(live.texts),
        wires=kept(live.wires),
        cards=kept(live.cards),
        strips=kept(live.strips),
    )
