"""The selected node, as a page about it watches it: its path, its run, and whether one looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.analysis.report import join
from app.ui.editor import Editor
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import NOTHING, Wish
from nodes.network import Node


class Watched(QObject):
    """Of a page; `looked` tells that any of this may be another, `about` which nodes count."""

    looked = Signal()

    def __init__(
        self,
        page: QWidget,
        runs: Runs,
        editor: Editor,
        about: Callable[[Node], bool] = lambda node: True,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._runs = runs
        self._editor = editor
        self._about = about
        page.installEventFilter(self)
        runs.looked.connect(self.looked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.looked.emit()
        return super().eventFilter(watched, event)

    @property
    def path(self) -> str:
        """Of the one selected node; empty where there is none."""
        node = self._editor.selected_node
        if node is None or not self._about(node):
            return ""
        return join(self._editor.prefix, node.name)

    @property
    def run(self) -> Run | None:
        """That the worker is at, where it has a node at the path that gives the same."""
        run = self._runs.latest
        return run if run is not None and self._runs.here and run.fits(self.path) else None

    @property
    def seen(self) -> bool:
        """Whether the page is on screen."""
        return self._page.isVisible()

    def wish(self, who: str, wish: Wish) -> None:
        """Wish for this as long as it would be seen."""
        self._runs.wish(who, wish if self.seen and self.run is not None else NOTHING)
