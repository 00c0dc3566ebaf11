"""The kernels of the selected convolution, and beside them how far they have come in the run."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.training.messages import Filters, Maps
from app.ui.editor import Editor
from app.ui.formats import count, number
from app.ui.language import tr
from app.ui.live.replay import Replay
from app.ui.plots import mosaic
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.epochbar import EpochBar
from app.ui.plots.mapcanvas import MapCanvas
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import NOTHING, Wish
from app.ui.training.watched import Watched
from nodes.catalogue import CATALOGUE
from nodes.layers.fixed import FIXED_CONV2D
from nodes.network import Node

_COLOURS = "blue to red"  # of weights zero is the middle


class FiltersPage(QWidget):
    """Kernels in their order in the weight; all are scaled alike, with zero in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""  # the node whose filters are shown
        self._shown: dict[bool, tuple[Filters, bytes]] = {}
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.canvases = {False: MapCanvas(), True: MapCanvas()}  # by whether it is the change
        self._heads = {False: _Head(), True: _Head()}
        self.titles = {False: ElidedLabel(), True: ElidedLabel()}  # where they lead from and to
        self.canvases[False].setAccessibleName(tr("Filters"))
        self.canvases[True].setAccessibleName(tr("Change since the start"))
        self.epochs = EpochBar()
        both = QSplitter(Qt.Orientation.Horizontal)
        for change, canvas in self.canvases.items():
            canvas.set_colours(_COLOURS)
            bar = QHBoxLayout()
            bar.setContentsMargins(6, 2, 6, 2)
            bar.addWidget(self._heads[change])
            bar.addWidget(self.titles[change], 1)
            bar.addStrut(self.epochs.sizeHint().height())  # both as high as with the epochs
            if change:
                bar.addWidget(self.epochs)
            both.addWidget(_under(bar, canvas))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(both)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.tell(tr("Select a convolution to see its filters"))

    @property
    def empty(self) -> str:
        """What is said where there are no filters."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def tell(self, why: str) -> None:
        """There are no filters, and why."""
        self.path = ""
        self._shown.clear()
        self._empty.setText(why)
        self._stack.setCurrentWidget(self._empty)

    def show_filters(self, event: Filters, payload: bytes) -> None:
        """Raises ValueError where the payload has another length than the event says."""
        maps = Maps(
            *(event.path, event.step, event.count, event.height, event.width, event.channels),
            *(False, event.lows, event.highs),
        )
        pixels = mosaic.pixels(maps, payload)
        levels = mosaic.levels(maps, pixels, common=True, diverging=True)
        self.path = event.path
        self._shown[event.change] = event, payload
        self._stack.setCurrentIndex(1)
        self.canvases[event.change].show_maps(levels)
        title = tr("Change since the start") if event.change else tr("Filters")
        self._heads[event.change].setText(title)
        shown = tr("{number} of {all}", number=count(event.count), all=count(event.channels))
        span = f"{number(min(event.lows))} … {number(max(event.highs))}"
        step = tr("step {step}", step=count(event.step))
        parts = ["", *([] if event.change else [shown]), span, step]
        self.titles[event.change].setText(" · ".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for canvas in self.canvases.values():
                canvas.set_colours(_COLOURS)
        elif event.type() == QEvent.Type.LanguageChange:
            for shown in [*self._shown.values()]:
                self.show_filters(*shown)


class _Head(ElidedLabel):
    """Bold, and cut short only once there is no room for it alone."""

    def __init__(self) -> None:
        super().__init__()
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        return QLabel.sizeHint(self)


class SelectedFilters(QObject):
    """Wishes for the filters of the selected convolution while the page is in view."""

    def __init__(self, page: FiltersPage, runs: Runs, editor: Editor, replay: Replay) -> None:
        super().__init__(page)
        self._page = page
        self._replay = replay
        page.epochs.chosen.connect(replay.go)
        replay.moved.connect(self._look)
        self._watched = Watched(page, runs, editor, _has_filters)
        self._watched.looked.connect(self._look)
        runs.begun.connect(lambda: page.tell(tr("Waiting for the first filters")))
        runs.on(Filters, self._take)
        self._look()

    def _look(self) -> None:
        page, path, replay = self._page, self._watched.path, self._replay
        past = replay.run if replay.epoch is not None else None
        wish = Wish(selected=path, shown=frozenset({"filters"}))
        self._watched.wish("filters", wish if past is None else NOTHING)
        page.epochs.show_epochs(replay.epochs, replay.epoch, live=replay.live, best=replay.best)
        if not path:
            page.tell(tr("Select a convolution to see its filters"))
        elif past is not None:
            self._show_kept(path if past.fits(path) else "")
        elif self._watched.run is None:
            page.tell(tr("Train to see these filters change"))
        elif path != page.path:
            page.tell(tr("Waiting for the first filters"))

    def _show_kept(self, path: str) -> None:
        found = self._replay.filters(path)
        if not found:
            self._page.tell(tr("The filters of this node were not kept"))
        for event, payload in found:
            self._page.show_filters(event, payload)

    def _take(self, run: Run, event: Filters, payload: bytes) -> None:
        if (
            self._replay.epoch is None
            and self._watched.run is not None
            and event.path == self._watched.path
        ):
            self._page.show_filters(event, payload)


def _has_filters(node: Node) -> bool:
    """One that is switched off holds no weights."""
    convolves = "Conv" in node.kind and node.kind in CATALOGUE and node.kind != FIXED_CONV2D.id
    return convolves and node.enabled is not False


def _under(bar: QHBoxLayout, canvas: MapCanvas) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(bar)
    column.addWidget(canvas, 1)
    return holder
