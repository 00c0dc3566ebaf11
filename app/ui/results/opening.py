"""The page of results of a window: brought to the front, for a whole page or for one image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.runs.folder import RunFolder
from app.ui.results.page import ResultsPage

if TYPE_CHECKING:
    from app.ui.window import MainWindow

PAGE = "results"


def show(window: MainWindow) -> ResultsPage:
    window.pages.front(PAGE)
    return _page(window)


def _page(window: MainWindow) -> ResultsPage:
    page = window.pages[PAGE].page
    assert isinstance(page, ResultsPage)
    return page


def review(window: MainWindow, folder: RunFolder) -> None:
    """The results of a past run."""
    show(window).review(folder)


def toggle(window: MainWindow) -> None:
    """Bring it to the front with the keys in it; where it has them, put it away."""
    if window.docks.has_keys(PAGE):
        window.show_dock(PAGE)
        return
    show(window)
    window.docks.enter(PAGE)


def predict(window: MainWindow, path: str) -> None:
    """What that network makes of an image file; told in the room that there is."""
    window.docks.front(PAGE)
    page = _page(window)
    page.review(None)
    page.show_file(path)
