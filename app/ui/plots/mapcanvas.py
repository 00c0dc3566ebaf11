"""The picture of a node's feature maps: zoom by wheel, point at a pixel, click on a map."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.plots import style
from app.ui.plots.colours import table
from app.ui.plots.mosaic import GAP, Grid, Pixels, fitting
from app.ui.theme import current

EXPORT_PIXELS = 1600  # about the longer side of an exported picture


class MapCanvas(QWidget):
    """Shows maps given as count × height × width of levels 0 to 254.

    `pointed` carries (map, row, column) under the mouse, or None; `clicked` the map clicked on.
    """

    pointed = Signal(object)
    clicked = Signal(int)

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
        self.view.setCentralItem(self.box)
        self.view.setFrameShape(self.view.Shape.NoFrame)
        self.box.sigRangeChangedManually.connect(self._zoomed_by_hand)
        scene = self.view.scene()
        scene.contextMenu = []
        scene.sigMouseMoved.connect(self._mouse_moved)
        scene.sigMouseClicked.connect(self._mouse_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.set_colours("grey")

    def set_colours(self, name: str) -> None:
        """`name` is one of `colours.NAMES`."""
        self._lookup = np.full((256, 4), 255, np.uint8)
        self._lookup[:GAP, :3] = table(name)[np.arange(GAP) * 255 // (GAP - 1)]
        self._lookup[GAP] = 0  # the gaps are seen through
        self.view.setBackground(current().grid)  # tells a white edge from the gap
        self._draw()

    def show_maps(self, maps: Pixels) -> None:
        """Draw; the zoom stays as long as the maps keep their number and size."""
        same = maps.shape == self._maps.shape
        self._maps = maps
        if same:
            self._draw()
        else:
            self.fit()

    def fit(self) -> None:
        """Arrange the maps for the present size, and show all of them."""
        self.zoomed = False
        count, height, width = self._maps.shape
        aspect = max(self.width(), 1) / max(self.height(), 1)
        self.grid = fitting(count, height, width, aspect)
        self._draw()
        high, wide = self._picture.shape
        self.box.setRange(QRectF(0, 0, wide, high), padding=0.01)

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

    def _zoomed_by_hand(self, _axes: object) -> None:
        self.zoomed = True

    def _mouse_moved(self, position: QPointF) -> None:
        self.pointed.emit(self._at(position))

    def _mouse_clicked(self, event: Any) -> None:
        at = self._at(event.scenePos())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(at[0])

    def _at(self, position: QPointF) -> tuple[int, int, int] | None:
        point = self.box.mapSceneToView(position)
        return self.grid.at(point.x(), point.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._maps) and not self.zoomed:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
