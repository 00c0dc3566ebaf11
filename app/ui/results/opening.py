"""The page of results of a window: brought to the front, with room for what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.runs.folder import RunFolder
from app.ui import scale
from app.ui.results.page import ResultsPage

if TYPE_CHECKING:
    from app.ui.window import MainWindow

PAGE = "results"
_HEIGHT = 330  # px at 100 %, of a matrix of ten classes with all that is beside it


def show(window: MainWindow) -> ResultsPage:
    """Docks at the bottom share their height; one that is too low for images is made higher."""
    window.pages.front(PAGE)
    dock = window.docks[PAGE]
    if dock.height() < scale.wide(_HEIGHT) and not dock.isFloating():
        window.docks.give_height(scale.wide(_HEIGHT))
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
    """What that network makes of an image file."""
    page = show(window)
    page.review(None)
    page.show_file(path)
