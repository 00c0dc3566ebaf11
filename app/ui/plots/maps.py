"""The feature maps of one node: all channels, and one of them large beside the image."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QWidget,
)

from app.analysis.field import Field
from app.training.messages import Maps, ProbeImage
from app.ui.formats import number
from app.ui.language import tr
from app.ui.plots import colours, mosaic
from app.ui.plots.closeup import CloseUp
from app.ui.plots.files import ask_and_export, write_csv, write_png
from app.ui.plots.mapbar import MapBar
from app.ui.plots.mapcanvas import MapCanvas
from app.ui.plots.mapstage import MapStage
from app.ui.plots.mapwords import channel_name, describe
from app.ui.plots.probe import ProbePanel
from app.ui.plots.sight import Sight, sight
from app.ui.plots.style import picture
from app.ui.plots.vectorplot import VectorPlot
from nodes.errors import SkipwireError

EMPTY = "Select a node while training to see its feature maps"


class FeatureMapsView(QWidget):
    """Shows the latest `Maps` of the selected node: a grid of its channels, or a vector as bars.

    Channels, rows and columns are counted from 0, as in the code.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event: Maps | None = None
        self._maps: mosaic.Pixels = np.zeros((0, 1, 1), np.uint8)
        self._classes: tuple[str, ...] = ()
        self._field: tuple[Field, ...] | None = None
        self._size: tuple[int, ...] = ()
        self._meanings: Sequence[str] = ()
        self._name = ""
        self._channel: int | None = None  # the one that is shown large
        self._filling = False  # it has the page for itself
        self._pointed: tuple[int, int, int] | None = None
        self._pinned: tuple[int, int] | None = None  # a row and column that stay
        self._empty = QLabel(tr(EMPTY))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(tr("All channels"))
        self.canvas.pointed.connect(self._point)
        self.canvas.clicked.connect(lambda at: self._click(at[0]))
        self.canvas.opened.connect(self._open)
        self.canvas.walked.connect(self._walk)
        self.canvas.turned.connect(self._turn)
        self.canvas.escaped.connect(lambda: self._choose(None))
        self.close_up = CloseUp()
        one = self.close_up.canvas
        one.pointed.connect(lambda at: self._point(at and (self._channel or 0, *at[1:])))
        one.clicked.connect(lambda at: self._pin(at[1:]))
        one.walked.connect(self._step_pin)
        one.turned.connect(self._turn)
        one.escaped.connect(lambda: self._fill(False) if self._filling else self._pin(None))
        self.close_up.opened.connect(lambda: self._fill(not self._filling))
        self.vector = VectorPlot()
        self.vector.pointed.connect(self._point_in_vector)
        self.probe = ProbePanel()
        self.bar = MapBar()
        self.bar.colours.currentIndexChanged.connect(self._recolour)
        self.bar.common.toggled.connect(self._refresh)
        self.bar.large.toggled.connect(self._magnify)
        self.bar.fit.clicked.connect(self._fit)
        self.bar.export.clicked.connect(self._ask_and_export)
        self.epochs = self.bar.epochs
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self._empty, self.canvas, self.vector):
            self._stack.addWidget(page)
        self.stage = MapStage(self.bar, self._stack, self.close_up)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.probe)
        layout.addWidget(self.stage, 1)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def title(self) -> str:
        return self.bar.title.text()

    @property
    def readout(self) -> str:
        """Place and value of what is under the mouse, on one line each."""
        return self.probe.readout.text()

    @property
    def channel(self) -> int | None:
        """The one shown large, or None while it is all of them alone."""
        return self._channel

    def show_maps(self, event: Maps, payload: bytes) -> None:
        """Show the maps of a node.

        Raises:
            ValueError: the payload has another length than the event says.
        """
        maps = mosaic.pixels(event, payload)
        if self._event is None or (event.path, maps.shape) != (self._event.path, self._maps.shape):
            self._pointed = self._pinned = None
            if self._channel is not None:
                self._channel = min(self._channel, event.count - 1)
        self._event, self._maps = event, maps
        if self.isVisible():
            self._refresh()

    def show_probe(self, event: ProbeImage, payload: bytes) -> None:
        self.probe.show_probe(event, payload)
        self.close_up.show_image(self.probe.image.image)

    def clear_probe(self) -> None:
        self.probe.clear()
        self.close_up.show_image(QImage())

    def set_classes(self, classes: tuple[str, ...]) -> None:
        """Names for the bars of vectors that have one element for each class."""
        self._classes = classes
        self._refresh()

    def set_title(self, name: str) -> None:
        """The node that maps are awaited of; maps that are there are named by their own path."""
        if name != self._name:
            self._pointed = None
        self._name = name
        self._refresh()

    def set_field(self, field: tuple[Field, ...] | None, size: tuple[int, ...]) -> None:
        """What the cells of the node see of the image, and the node's height and width.

        A cell that is pointed at shows it on the image. The maps may be smaller than the node's.
        """
        self._field, self._size = field, size

    def set_meanings(self, meanings: Sequence[str]) -> None:
        """What the channels of the node show, where it is known; names them in words."""
        self._meanings = meanings

    def clear(self, text: str = EMPTY) -> None:
        """Show no maps, and why."""
        self._event = self._pointed = self._pinned = None
        self._empty.setText(tr(text))
        self._refresh()

    # --- export ----------------------------------------------------------------------------------

    def export_png(self, path: Path) -> None:
        """Write the picture: all channels, or the one shown large.

        Raises:
            SkipwireError: no maps are shown, or the file cannot be written.
        """
        vector = mosaic.is_vector(self._shown())
        self._refresh()
        canvas = self.canvas if self._channel is None else self.close_up.canvas
        write_png(path, picture(self.vector) if vector else canvas.picture())

    def export_csv(self, path: Path) -> None:
        """Write the values, one row each: of all channels, or of the one shown large.

        Raises:
            SkipwireError: no maps are shown, or the file cannot be written.
        """
        event = self._shown()
        write_csv(path, *mosaic.rows(event, self._maps, self._channel))

    def _shown(self) -> Maps:
        if self._event is None:
            raise SkipwireError(f"There are no feature maps to export. {EMPTY}.")
        return self._event

    def _ask_and_export(self) -> None:
        stem = f"feature-maps-{self._event.path}" if self._event else "feature-maps"
        ask_and_export(self, stem, {"png": self.export_png, "csv": self.export_csv})

    # --- what changes ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        event = self._event
        maps = event is not None and not mosaic.is_vector(event)
        self.bar.offer(anything=event is not None, maps=maps)
        magnified = maps and self._channel is not None
        self.probe.show_small(not magnified)
        if event is None:
            self.bar.title.setText(self._name)
            self._stack.setCurrentWidget(self._empty)
        elif mosaic.is_vector(event):
            self._stack.setCurrentWidget(self.vector)
            self.vector.show_values(mosaic.values(event, self._maps).ravel(), self._classes)
        else:
            self._stack.setCurrentWidget(self.canvas)
            name = colours.NAMES[self.bar.colours.currentIndex()]
            levels = mosaic.levels(
                event,
                self._maps,
                common=self.bar.common.isChecked(),
                diverging=name in colours.DIVERGING,
            )
            same = np.flatnonzero(mosaic.constants(event))
            figures = {int(at): number(event.lows[at]) for at in same}
            self.canvas.show_maps(levels, figures)
            self.canvas.choose(self._channel)
            if self._channel is not None:
                self.close_up.show_map(levels[self._channel], figures.get(self._channel))
        self.stage.show_close_up(magnified, alone=self._filling)
        if event is not None:
            own = event.path == self._name
            size, meanings = (self._size, self._meanings) if own else ((), ())
            self.bar.title.setText(describe(event, size, meanings, self._channel))
        self._tell()

    @property
    def _place(self) -> tuple[int, int, int] | None:
        """What is under the mouse, or was pinned."""
        at = self._pointed
        if at is None and self._pinned is not None and self._channel is not None:
            at = (self._channel, *self._pinned)
        return at if at is not None and self._holds(at) else None

    def _tell(self) -> None:
        lines: list[str] = []
        found, at = Sight(), self._place
        if self._event is not None and at is not None:
            channel, row, column = at
            value = mosaic.value(self._event, self._maps, channel, row, column)
            found = sight(self._field, self._size, self._event, row, column)
            if mosaic.is_vector(self._event):
                named = len(self._classes) == self._event.width
                lines = [
                    tr("class {name}", name=self._classes[column])
                    if named
                    else tr("element {number}", number=column)
                ]
            else:
                lines = [
                    *channel_name(channel, self._meanings).split(": "),
                    tr("row {row}, column {column}", row=row, column=column),
                ]
            lines += [number(value), *found.lines]
        self.probe.show_frames(found.frames)
        self.close_up.show_frames(found.frames)
        self.canvas.mark(at)
        self.close_up.canvas.mark((0, *at[1:]) if at and at[0] == self._channel else None)
        self.probe.readout.setText("\n".join(lines))
        if self._event is None:
            self.setAccessibleDescription(tr(self._empty.text()))
        else:
            least, greatest = min(self._event.lows), max(self._event.highs)
            span = tr("values from {least} to {most}", least=number(least), most=number(greatest))
            self.setAccessibleDescription(f"{self.title}; {span}")

    def _holds(self, place: tuple[int, int, int]) -> bool:
        """Whether the maps reach so far; the picture under the mouse may be older than they are."""
        return all(at < length for at, length in zip(place, self._maps.shape, strict=True))

    def _point(self, at: tuple[int, int, int] | None) -> None:
        self._pointed = at
        self._tell()

    def _point_in_vector(self, index: int | None) -> None:
        self._point(None if index is None else (0, 0, index))

    def _click(self, index: int) -> None:
        """Show a channel large; the same again, and it is put away."""
        if index == self._channel:
            self.bar.large.setChecked(False)
        else:
            self._choose(index)

    def _magnify(self, on: bool) -> None:
        if on != (self._channel is not None):
            self._choose(0 if on else None)

    def _open(self, at: tuple[int, int, int] | None) -> None:
        """Have a channel fill the page: the one clicked on, or the one that is chosen."""
        if at is not None:
            self._choose(at[0])
        if self._channel is not None:
            self._fill(True)

    def _fill(self, on: bool) -> None:
        self._filling = on
        self._refresh()
        (self.close_up.canvas if on else self.canvas).setFocus()

    def _choose(self, index: int | None) -> None:
        self._channel = index
        self.bar.large.setChecked(index is not None)
        self._refresh()

    def _walk(self, columns: int, rows: int) -> None:
        self._turn(columns + rows * self.canvas.grid.columns)

    def _turn(self, by: int) -> None:
        """Show the channel large that is so many further on; the first, where there is none."""
        index = 0 if self._channel is None else self._channel + by
        if self._event is not None and 0 <= index < self._event.count:
            self._choose(index)

    def _pin(self, at: tuple[int, int] | None) -> None:
        """Have a cell stay in view, with what it sees; the same again, and it does not."""
        self._pinned = None if at == self._pinned else at
        self._tell()

    def _step_pin(self, columns: int, rows: int) -> None:
        if self._event is not None:
            high, wide = self._event.height, self._event.width
            row, column = self._pinned or (high // 2 - rows, wide // 2 - columns)
            row, column = (row + rows) % high, (column + columns) % wide
            self._pin((row, column))

    def _recolour(self, index: int) -> None:
        for canvas in (self.canvas, self.close_up.canvas):
            canvas.set_colours(colours.NAMES[index])
        self._refresh()

    def _fit(self) -> None:
        for canvas in (self.canvas, self.close_up.canvas, self.vector):
            canvas.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self._recolour(self.bar.colours.currentIndex())
            self.vector.dress()
