"""Keeps what is told of the nodes of the present run, whether or not anybody looks yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.training.messages import Buffers, Histograms, Nodes, NodeStats
from app.ui.live.story import Story
from app.ui.run import Run
from app.ui.runs import Runs


class Stories(QObject):
    """`story` is that of the run that the worker is at; `changed` follows what is told."""

    changed = Signal()

    def __init__(self, runs: Runs) -> None:
        super().__init__(runs)
        self.story: Story | None = None
        runs.begun.connect(self._begin)
        runs.on(Nodes, self._take_nodes)
        runs.on(NodeStats, self._take_figures)
        runs.on(Histograms, self._take_histograms)
        runs.on(Buffers, self._take_buffers)

    def _begin(self) -> None:
        self.story = None
        self.changed.emit()

    def _take_nodes(self, run: Run, event: Nodes, payload: bytes) -> None:
        self.story = Story(event)

    def _take_figures(self, run: Run, event: NodeStats, payload: bytes) -> None:
        if self.story is not None:
            self.story.figures(event, payload)
            self.changed.emit()

    def _take_histograms(self, run: Run, event: Histograms, payload: bytes) -> None:
        if self.story is not None:
            self.story.histograms(event, payload)
            self.changed.emit()

    def _take_buffers(self, run: Run, event: Buffers, payload: bytes) -> None:
        if self.story is not None:
            self.story.buffers(event, payload)
            self.changed.emit()
