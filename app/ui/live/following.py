"""Has a page tell of the selected node while its network learns."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.training.messages import Shown
from app.ui.editor import Editor
from app.ui.language import tr
from app.ui.live.nodepage import PARTS, NodePage
from app.ui.live.stories import Stories
from app.ui.runs import Runs
from app.ui.training.seams import Wish
from app.ui.training.watched import Watched

_APART = 35  # ms, between two plots: all of them in one frame would hold up everything else
_SHOWN: frozenset[Shown] = frozenset({"flow", "dead", "histograms", "buffers"})


class SelectedNode(QObject):
    """Wishes for what the page shows, while that is in view."""

    def __init__(self, page: NodePage, runs: Runs, editor: Editor, stories: Stories) -> None:
        super().__init__(page)
        self._page = page
        self._runs = runs
        self._stories = stories
        self._watched = Watched(page, runs, editor)
        self._old: list[int] = []  # parts of the page of which there is news
        self._later = QTimer(self, interval=_APART)
        self._later.timeout.connect(self._go_on)
        self._watched.looked.connect(self._look)
        stories.changed.connect(self._soon)
        self._look()

    @property
    def _drawn(self) -> bool:
        """Whether what is to be told is on the page, though there may be news of it."""
        path, story = self._watched.path, self._stories.story
        if story is None or not self._runs.here or self._watched.run is None:
            return False
        return self._page.shows(story, path)

    def _look(self) -> None:
        self._watched.wish("node", Wish(selected=self._watched.path, shown=_SHOWN))
        if self._drawn:
            self._soon()
        else:
            self._show()

    def _show(self) -> None:
        path, story = self._watched.path, self._stories.story
        if not self._watched.seen:
            return
        if not path:
            self._page.tell("", tr("Select a node to see how it learns"))
        elif not self._runs.here or story is None:
            self._page.tell(path, tr("Train to see how this node learns"))
        elif self._watched.run is None or path not in story:
            self._page.tell(path, tr("There are no figures of this node in the run"))
        else:
            self._page.show_node(story, path)

    def _soon(self) -> None:
        self._old += [part for part in range(PARTS) if part not in self._old]
        if not self._later.isActive():
            self._later.start()

    def _go_on(self) -> None:
        if not self._drawn:
            self._old.clear()
            self._show()
        elif self._watched.seen:
            self._page.show_part(self._old.pop(0))
        else:
            self._old.clear()  # all of it is news once it is seen
        if not self._old:
            self._later.stop()
