"""The feature maps of one node, all channels at once, live while the network learns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.field import Field
from app.training.messages import Maps, ProbeImage
from app.ui.formats import count, number
from app.ui.language import tr
from app.ui.plots import colours, mosaic
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.files import ask_and_export, write_csv, write_png
from app.ui.plots.mapcanvas import MapCanvas
from app.ui.plots.probe import ProbePanel
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
        self._channel: int | None = None  # the one shown alone
        self._pointed: tuple[int, int, int] | None = None
        self._empty = QLabel(tr(EMPTY))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.canvas = MapCanvas()
        self.canvas.pointed.connect(self._point_in_canvas)
        self.canvas.clicked.connect(self._click)
        self.vector = VectorPlot()
        self.vector.pointed.connect(self._point_in_vector)
        self.probe = ProbePanel()
        self._title = ElidedLabel()
        self.colours = QComboBox()
        self.colours.addItems([tr(name.capitalize()) for name in colours.NAMES])
        self.colours.setToolTip(tr("Colours of the maps; of “Blue to red” white is zero"))
        self.colours.setAccessibleName(tr("Colours of the maps"))
        self.colours.currentIndexChanged.connect(self._recolour)
        self.common = QCheckBox(tr("Common range"))
        self.common.setToolTip(
            tr("Scale all channels alike, not each to its own least and greatest")
        )
        self.common.toggled.connect(self._refresh)
        self.fit = _button("Fit")
        self.fit.setToolTip(tr("Show all of it again after zooming"))
        self.fit.clicked.connect(self._fit)
        self.export_button = _button("Export…")
        self.export_button.setToolTip(tr("Save the picture as PNG or the values as CSV"))
        self.export_button.clicked.connect(self._ask_and_export)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 2, 6, 2)
        bar.setSpacing(8)
        bar.addWidget(self._title, 1)
        for widget in (self.colours, self.common, self.fit, self.export_button):
            bar.addWidget(widget)
        self._stack = QStackedWidget()
        for page in (self._empty, self.canvas, self.vector):
            self._stack.addWidget(page)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.probe)
        layout.addLayout(column, 1)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def readout(self) -> str:
        """Place and value of what is under the mouse, on one line each."""
        return self.probe.readout.text()

    @property
    def channel(self) -> int | None:
        """The channel shown alone, or None while all are shown."""
        return self._channel

    def show_maps(self, event: Maps, payload: bytes) -> None:
        """Show the maps of a node. Those of another node than before are shown whole.

        Raises:
            ValueError: the payload has another length than the event says.
        """
        maps = mosaic.pixels(event, payload)
        if self._event is None or (event.path, maps.shape) != (self._event.path, self._maps.shape):
            self._channel = self._pointed = None
        self._event, self._maps = event, maps
        if self.isVisible():
            self._refresh()

    def show_probe(self, event: ProbeImage, payload: bytes) -> None:
        self.probe.show_probe(event, payload)

    def clear_probe(self) -> None:
        self.probe.clear()

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
        self._event = self._channel = self._pointed = None
        self._empty.setText(tr(text))
        self._refresh()

    # --- export ----------------------------------------------------------------------------------

    def export_png(self, path: Path) -> None:
        """Write the picture: all channels, or the one shown alone.

        Raises:
            SkipwireError: no maps are shown, or the file cannot be written.
        """
        vector = self._is_vector(self._shown())
        self._refresh()
        write_png(path, picture(self.vector) if vector else self.canvas.picture())

    def export_csv(self, path: Path) -> None:
        """Write the values, one row each: of all channels, or of the one shown alone.

        Raises:
            SkipwireError: no maps are shown, or the file cannot be written.
        """
        event = self._shown()
        header = ("index", "value") if self._is_vector(event) else (
            "channel", "row", "column", "value",
        )  # fmt: skip
        write_csv(path, header, self._rows(event))

    def _rows(self, event: Maps) -> Iterator[tuple[object, ...]]:
        values = mosaic.values(event, self._maps)
        if self._is_vector(event):
            yield from ((i, f"{value:.6g}") for i, value in enumerate(values.ravel()))
            return
        chosen = range(event.count) if self._channel is None else (self._channel,)
        for channel in chosen:
            for (row, column), value in np.ndenumerate(values[channel]):
                yield channel, row, column, f"{value:.6g}"

    def _shown(self) -> Maps:
        if self._event is None:
            raise SkipwireError(f"There are no feature maps to export. {EMPTY}.")
        return self._event

    def _ask_and_export(self) -> None:
        stem = f"feature-maps-{self._event.path}" if self._event else "feature-maps"
        ask_and_export(self, stem, {"png": self.export_png, "csv": self.export_csv})

    # --- what changes ----------------------------------------------------------------------------

    @staticmethod
    def _is_vector(event: Maps) -> bool:
        return event.count == 1 and event.height == 1

    def _refresh(self) -> None:
        event = self._event
        for button in (self.fit, self.export_button):
            button.setVisible(event is not None)
        for control in (self.colours, self.common):
            control.setVisible(event is not None and not self._is_vector(event))
        if event is None:
            self._title.setText(self._name)
            self._stack.setCurrentWidget(self._empty)
        elif self._is_vector(event):
            self._stack.setCurrentWidget(self.vector)
            self.vector.show_values(mosaic.values(event, self._maps).ravel(), self._classes)
        else:
            self._stack.setCurrentWidget(self.canvas)
            name = colours.NAMES[self.colours.currentIndex()]
            levels = mosaic.levels(
                event,
                self._maps,
                common=self.common.isChecked(),
                diverging=name in colours.DIVERGING,
            )
            one = slice(None) if self._channel is None else slice(self._channel, self._channel + 1)
            self.canvas.show_maps(levels[one])
        if event is not None:
            self._title.setText(tr(self._describe(event)))
        self._tell()

    def _describe(self, event: Maps) -> str:
        if self._is_vector(event):
            shape = f"vector of {count(event.width)}"
        else:
            real = self._size if self._size and event.path == self._name else ()
            height, width = real or (event.height, event.width)
            shape = f"{event.channels} × {height} × {width}"
            if (height, width) != (event.height, event.width):
                shape += f", shown as {event.height} × {event.width}"
        parts = [event.path, shape]
        if self._channel is not None:
            parts.append(self._channel_name(self._channel))
        elif self._meanings and event.path == self._name:
            parts.append(", ".join(self._meanings))
        elif event.count < event.channels:
            parts.append(f"the first {event.count} channels")
        return "   ".join((*parts, f"step {count(event.step)}"))

    def _channel_name(self, channel: int) -> str:
        if channel < len(self._meanings):
            return f"channel {channel}: {self._meanings[channel]}"
        return f"channel {channel}"

    def _tell(self) -> None:
        lines: list[str] = []
        if self._event is not None and self._pointed is not None and self._holds(self._pointed):
            channel, row, column = self._pointed
            value = mosaic.value(self._event, self._maps, channel, row, column)
            if self._is_vector(self._event):
                named = len(self._classes) == self._event.width
                lines = [f"class {self._classes[column]}" if named else f"element {column}"]
            else:
                lines = [*self._channel_name(channel).split(": "), f"row {row}, column {column}"]
            lines += [number(value), *self._frame(row, column)]
        else:
            self.probe.show_frames()
        self.probe.readout.setText("\n".join(lines))
        if self._event is None:
            self.setAccessibleDescription(tr(self._empty.text()))
        else:
            least, greatest = min(self._event.lows), max(self._event.highs)
            self.setAccessibleDescription(
                tr(f"{self.title}; values from {number(least)} to {number(greatest)}")
            )

    def _holds(self, place: tuple[int, int, int]) -> bool:
        """Whether the maps reach so far; the picture under the mouse may be older than they are."""
        return all(at < length for at, length in zip(place, self._maps.shape, strict=True))

    def _frame(self, row: int, column: int) -> list[str]:
        """Show what one cell of a map sees of the image; the lines that say so."""
        self.probe.show_frames()
        event, field = self._event, self._field
        if event is None or field is None or len(field) != 2 or self._is_vector(event):
            return []
        places = row * self._size[0] // event.height, column * self._size[1] // event.width
        rows, columns = (f.cells(i) for f, i in zip(field, places, strict=True))
        if not rows or not columns:
            return ["sees only padding"]
        frames = [_shares(field, rows, columns)]
        if any(f.smallest < f.largest for f in field):  # the narrowest path sees this much
            narrow = (_narrow(f, i) for f, i in zip(field, places, strict=True))
            frames.append(_shares(field, *narrow))
        self.probe.show_frames(frames)
        return [
            f"sees {len(rows)} × {len(columns)} px",
            f"rows {rows.start} to {rows.stop - 1}",
            f"columns {columns.start} to {columns.stop - 1}",
        ]

    def _point_in_canvas(self, at: tuple[int, int, int] | None) -> None:
        if at is not None and self._channel is not None:
            at = (self._channel, at[1], at[2])
        self._pointed = at
        self._tell()

    def _point_in_vector(self, index: int | None) -> None:
        self._pointed = None if index is None else (0, 0, index)
        self._tell()

    def _click(self, index: int) -> None:
        self._channel = index if self._channel is None else None
        self._pointed = None
        self._refresh()

    def _recolour(self, index: int) -> None:
        self.canvas.set_colours(colours.NAMES[index])
        self._refresh()

    def _fit(self) -> None:
        self.canvas.fit()
        self.vector.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.canvas.set_colours(colours.NAMES[self.colours.currentIndex()])
            self.vector.dress()


def _narrow(field: Field, index: int) -> range:
    """What the narrowest path lets a cell see, about the same centre."""
    first = field.centre(index) - Fraction(field.smallest - 1, 2)
    last = first + field.smallest - 1
    return range(max(math.ceil(first), 0), min(math.floor(last), field.size - 1) + 1)


def _shares(field: tuple[Field, ...], rows: range, columns: range) -> QRectF:
    """Cells of the image as shares of its width and height."""
    high, wide = field[0].size, field[1].size
    return QRectF(columns.start / wide, rows.start / high, len(columns) / wide, len(rows) / high)


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(tr(text))
    button.setAutoRaise(True)
    return button
