"""Has a page tell of the selected node while its network learns."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.training.messages import Buffers, Histograms, Nodes, NodeStats, Shown
from app.ui.editor import Editor
from app.ui.language import tr
from app.ui.live.nodepage import NodePage
from app.ui.live.story import Story
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import Wish
from app.ui.training.watched import Watched

_APART = 200  # ms, between two pictures
_SHOWN: frozenset[Shown] = frozenset({"flow", "dead", "histograms", "buffers"})


class SelectedNode(QObject):
    """Wishes for what the page shows, while that is in view; keeps what was told of a run."""

    def __init__(self, page: NodePage, runs: Runs, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._runs = runs
        self._watched = Watched(page, runs, editor)
        self._story: Story | None = None
        self._later = QTimer(self, singleShot=True, interval=_APART)
        self._later.timeout.connect(self._show)
        self._watched.looked.connect(self._look)
        runs.begun.connect(self._begin)
        runs.on(Nodes, self._take_nodes)
        runs.on(NodeStats, self._take_figures)
        runs.on(Histograms, self._take_histograms)
        runs.on(Buffers, self._take_buffers)
        self._look()

    def _look(self) -> None:
        self._watched.wish("node", Wish(selected=self._watched.path, shown=_SHOWN))
        self._show()

    def _show(self) -> None:
        path = self._watched.path
        if not self._watched.seen:
            return
        if not path:
            self._page.tell("", tr("Select a node to see how it learns"))
        elif not self._runs.here or self._story is None:
            self._page.tell(path, tr("Train to see how this node learns"))
        elif self._watched.run is None or path not in self._story:
            self._page.tell(path, tr("There are no figures of this node in the run"))
        else:
            self._page.show_node(self._story, path)

    # --- events ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._story = None
        self._show()

    def _take_nodes(self, run: Run, event: Nodes, payload: bytes) -> None:
        self._story = Story(event)

    def _take_figures(self, run: Run, event: NodeStats, payload: bytes) -> None:
        if self._story is not None:
            self._story.figures(event, payload)
            self._soon()

    def _take_histograms(self, run: Run, event: Histograms, payload: bytes) -> None:
        if self._story is not None:
            self._story.histograms(event, payload)
            self._soon()

    def _take_buffers(self, run: Run, event: Buffers, payload: bytes) -> None:
        if self._story is not None:
            self._story.buffers(event, payload)
            self._soon()

    def _soon(self) -> None:
        if not self._later.isActive():
            self._later.start()
