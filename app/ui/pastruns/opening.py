"""The network of a past run as it was, with the feature maps that were kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.runs.overview import overview
from app.ui.pastruns.columns import begun

if TYPE_CHECKING:
    from app.runs.folder import RunFolder
    from app.ui.window import MainWindow
    from nodes.network.document import Document


def open_network(window: MainWindow, folder: RunFolder, document: Document) -> None:
    """In the tab that has it, or in one of its own, which names when the run began."""
    tabs = window.tabs
    tab = next((t for t in tabs.tabs if t.sheet.network == document.network), None)
    if tab is not None:
        tabs.activate(tab)
        window.show_canvas()
    else:
        window.documents.show(document, None)
    if window.editor.network == document.network:  # it could be shown
        if tab is None:
            tabs.name_run(begun(overview(folder)))
        window.replay.recall(folder)
