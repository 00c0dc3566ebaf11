"""The picture of a node's feature maps: zoom by wheel, point at a pixel, click on a map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsRectItem, QVBoxLayout, QWidget

from app.ui.plots import style
from app.ui.plots.colours import table
from app.ui.plots.framed import FRAME
from app.ui.plots.mapfigures import MapFigures
from app.ui.plots.mosaic import GAP, Grid, Pixels, fitting
from app.ui.theme import current

EXPORT_PIXELS = 1600  # about the longer side of an exported picture
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MapCanvas(QWidget):
    """Shows maps given as count × height × width of levels 0 to 254.

    `pointed` carries (map, row, column) under the mouse, or None; `clicked` those clicked on, and
    `opened` those that were clicked on twice, or None, as Enter does. `walked` carries the columns
    and rows that an arrow key goes on by, `turned` the maps that Page Up and Down do; `escaped` is
    that key.
    """

    pointed = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    walked = Signal(int, int)
    turned = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.configure()
        self.setMinimumSize(80, 60)
        self._maps: Pixels = np.zeros((0, 1, 1), np.uint8)
        self._picture: Pixels = np.zeros((1, 1), np.uint8)
        self._lookup: NDArray[np.uint8] = np.zeros((256, 4), np.uint8)
        self.grid = Grid(0, 1, 1, 1, 1)
        self.zoomed = False
        self.view = pg.GraphicsView()
        self.box = pg.ViewBox(lockAspect=True, invertY=True, enableMenu=False)
        self._image = pg.ImageItem()
        self.box.addItem(self._image)
        self._chosen, self._cell = _frame(2.0), _frame(1.5)
        for frame in (self._chosen, self._cell):
            self.box.addItem(frame, ignoreBounds=True)
        self._figures = MapFigures(style.small(self))
        self.box.addItem(self._figures, ignoreBounds=True)
        self._values: Mapping[int, str] = {}
        self._chosen_map: int | None = None
        self.view.setCentralItem(self.box)
        self.view.setFrameShape(self.view.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.sigRangeChangedManually.connect(self._zoomed_by_hand)
        scene = self.view.scene()
        scene.contextMenu = []
        scene.sigMouseMoved.connect(self._mouse_moved)
        scene.sigMouseClicked.connect(self._mouse_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)  # where the focus is shown
        layout.addWidget(self.view)
        self.set_colours("grey")

    def set_colours(self, name: str) -> None:
        """`name` is one of `colours.NAMES`."""
        self._lookup = np.full((256, 4), 255, np.uint8)
        self._lookup[:GAP, :3] = table(name)[np.arange(GAP) * 255 // (GAP - 1)]
        self._lookup[GAP] = 0  # the gaps are seen through
        self.view.setBackground(current().grid)  # tells a white edge from the gap
        self._chosen.setPen(style.pen(current().accent, width=2))
        self._cell.setPen(style.pen(FRAME, width=1.5))
        self._draw()

    @property
    def figures(self) -> list[str]:
        """What is written on maps that have one value."""
        return list(self._values.values())

    def show_maps(self, maps: Pixels, values: Mapping[int, str] = {}) -> None:
        """Draw; the zoom stays as long as the maps keep their number and size.

        `values` are written on the maps that have no more than one.
        """
        same = maps.shape == self._maps.shape
        self._maps, self._values = maps, values
        if same:
            self._draw()
        else:
            self.fit()

    def fit(self) -> None:
        """Arrange the maps for the present size, and show all of them."""
        self.zoomed = False
        if not len(self._maps):
            return
        count, height, width = self._maps.shape
        aspect = max(self.width(), 1) / max(self.height(), 1)
        self.grid = fitting(count, height, width, aspect)
        self._draw()
        high, wide = self._picture.shape
        half = self.grid.gap / 2 if count > 1 else 0  # of the frame around a map at the edge
        self.box.setRange(QRectF(-half, -half, wide + 2 * half, high + 2 * half), padding=0.005)

    def choose(self, index: int | None) -> None:
        """Frame a map, or none."""
        self._chosen_map = index
        self._place_frames()

    def mark(self, place: tuple[int, int, int] | None) -> None:
        """Frame a pixel, by its map, row and column, or none."""
        self._cell.setVisible(place is not None and place[0] < self.grid.count)
        if place is not None:
            left, top = self.grid.corner(place[0])
            self._cell.setRect(QRectF(left + place[2], top + place[1], 1, 1))

    def picture(self) -> QImage:
        """The whole picture in colour, every pixel of a map as a square."""
        high, wide = self._picture.shape
        colours = np.ascontiguousarray(self._lookup[self._picture])
        image = QImage(colours.data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
        factor = max(1, EXPORT_PIXELS // max(high, wide))
        return image.scaled(wide * factor, high * factor).copy()

    def _draw(self) -> None:
        if len(self._maps):
            self._picture = self.grid.draw(self._maps)
            self._image.setImage(self._picture, autoLevels=False, levels=(0, 255), lut=self._lookup)
            written = {
                self.grid.corner(at): (
                    text,
                    QColor(*self._lookup[self._maps[at, 0, 0], :3].tolist()),
                )
                for at, text in self._values.items()
            }
            one = self.grid.height, self.grid.width
            self._figures.show_figures(written, one, self._picture.shape)
        self._place_frames()

    def _place_frames(self) -> None:
        index, grid = self._chosen_map, self.grid
        self._chosen.setVisible(index is not None and index < grid.count)
        if index is not None:
            left, top = grid.corner(index)
            around = QRectF(left, top, grid.width, grid.height)
            half = grid.gap / 2  # in the middle of the gap
            self._chosen.setRect(around.adjusted(-half, -half, half, half))

    def _zoomed_by_hand(self, _axes: object) -> None:
        self.zoomed = True

    def _mouse_moved(self, position: QPointF) -> None:
        self.pointed.emit(self._at(position))

    def _mouse_clicked(self, event: Any) -> None:
        at = self._at(event.scenePos())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self.opened.emit(at)
        elif at is not None:
            self.clicked.emit(at)

    def _at(self, position: QPointF) -> tuple[int, int, int] | None:
        point = self.box.mapSceneToView(position)
        return self.grid.at(point.x(), point.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._maps) and not self.zoomed:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.walked.emit(*_STEPS[key])
        elif key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(None)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QColor(current().accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)


def _frame(width: float) -> QGraphicsRectItem:
    frame = QGraphicsRectItem()
    frame.setZValue(width)
    frame.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
    frame.hide()
    return frame
