"""The pages about runs: each a dock of its own, or a tab in another's; built when first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.training.messages import Epoch, Failed, Finished, Started
from app.ui import scale
from app.ui.language import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

Dock = tuple[str, str, QWidget]  # name, title and content


@dataclass(frozen=True)
class Page:
    """One page. With no name of a `dock` it is one of its own, of the page's id.

    It is given a `height`, in px at 100 %, where it is brought to the front in less.
    """

    id: str
    title: str
    make: Callable[[MainWindow], QWidget]
    dock: str = ""
    height: int = 0


def _maps(window: MainWindow) -> QWidget:
    from app.ui.live.choosing import Choosing
    from app.ui.plots.maps import FeatureMapsView
    from app.ui.training.selected import SelectedMaps

    view = FeatureMapsView()
    SelectedMaps(view, window.runs, window.editor, window.replay)
    Choosing(view, window.runs, window.replay).refused.connect(window.tell)
    return view


def _node(window: MainWindow) -> QWidget:
    from app.ui.live.following import SelectedNode
    from app.ui.live.nodepage import NodePage

    page = NodePage()
    SelectedNode(page, window.runs, window.editor, window.live.stories)
    return page


def _filters(window: MainWindow) -> QWidget:
    from app.ui.live.filterspage import FiltersPage, SelectedFilters

    page = FiltersPage()
    SelectedFilters(page, window.runs, window.editor, window.replay)
    return page


def _results(window: MainWindow) -> QWidget:
    from app.ui.results.page import ResultsPage

    page = ResultsPage(window.runs, window.editor)
    page.past_wanted.connect(lambda: window.pages.front("pastruns"))
    return page


def _pastruns(window: MainWindow) -> QWidget:
    from app.ui.pastruns.opening import open_network
    from app.ui.pastruns.page import PastRuns
    from app.ui.pastruns.resuming import go_on
    from app.ui.results.opening import review

    page = PastRuns()
    page.opened.connect(partial(open_network, window))
    page.resumed.connect(lambda folder: go_on(window, folder))
    page.reviewed.connect(lambda folder: review(window, folder))
    page.told.connect(window.tell)
    page.refused.connect(window.warn)
    for kind in (Started, Epoch, Finished, Failed):
        window.runs.on(kind, lambda run, event, payload: page.look_again())
    return page


def _queue(window: MainWindow) -> QWidget:
    from app.ui.queue.page import QueuePage

    page = QueuePage(window.runs, window.actions_by_id)
    page.shown.connect(lambda run: window.tabs.show_sheet(run.sheet))
    page.refused.connect(window.warn)
    return page


def _data(window: MainWindow) -> QWidget:
    from app.ui.training.datapage import DataPage

    page = DataPage(window.editor)
    page.inspected.connect(window.training.notice.insight.keep)
    return page


def _augmentation(window: MainWindow) -> QWidget:
    from app.ui.augmenting.page import AugmentationPage

    page, runs = AugmentationPage(window.editor), window.runs

    def follow() -> None:
        history = runs.history
        learns = history is not None and history.active and not history.looking
        page.follow_run(history.now if history is not None and learns else None)

    runs.changed.connect(follow)
    page.wanted.connect(runs.trainer.send)
    follow()
    return page


PAGES: tuple[Page, ...] = (
    Page("data", "Data", _data),
    Page("augmentation", "Augmentation", _augmentation, dock="data"),
    Page("maps", "Feature maps", _maps),
    Page("node", "Node", _node, dock="maps"),
    Page("filters", "Filters", _filters, dock="maps"),
    Page("results", "Results", _results, height=330),  # of ten classes, with all that is beside
    Page("pastruns", "Past runs", _pastruns, height=280),  # of five runs beside their curves
    Page("queue", "Queue", _queue, dock="pastruns"),
)


class Holder(QWidget):
    """The place of a page, which is made when it is first shown or asked for."""

    def __init__(self, page: Page, window: MainWindow) -> None:
        super().__init__()
        self._row = page
        self._window = window
        self._made: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> QWidget:
        if self._made is None:
            self._made = self._row.make(self._window)
            self._box.addWidget(self._made)
        return self._made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.show()


class Pages(dict[str, Holder]):
    """Every page by its id."""

    def __init__(self, window: MainWindow, rows: Iterable[Page] = PAGES) -> None:
        super().__init__()
        self._window = window
        self._rows = {row.id: row for row in rows}
        self._tabs: dict[str, QTabWidget] = {}
        self.update({name: Holder(row, window) for name, row in self._rows.items()})

    def among(self, held: Iterable[Dock]) -> list[Dock]:
        """These docks and those that are pages, each with the pages that are tabs of it."""
        own = [(row.id, row.title, self[row.id]) for row in self._rows.values() if not row.dock]
        return [(name, title, self._with_tabs(name, title, what)) for name, title, what in
                (*held, *own)]  # fmt: skip

    def _with_tabs(self, dock: str, title: str, content: QWidget) -> QWidget:
        inside = [row for row in self._rows.values() if row.dock == dock]
        if not inside:
            return content
        tabs = self._tabs[dock] = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(content, tr(title))
        for row in inside:
            tabs.addTab(self[row.id], tr(row.title))
        return tabs

    def name(self, id: str, title: str) -> None:
        """Another title of a page that is a tab in a dock."""
        tabs = self._tabs[self._rows[id].dock]
        tabs.setTabText(tabs.indexOf(self[id]), title)

    def front(self, id: str) -> None:
        """Bring a page to the front, in its dock."""
        row = self._rows[id]
        dock = row.dock or id
        if (tabs := self._tabs.get(dock)) is not None:
            tabs.setCurrentIndex(max(0, tabs.indexOf(self[id])))
        self._window.docks.front(dock)
        self._window.docks.make_room(dock, scale.wide(row.height))
