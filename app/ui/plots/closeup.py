"""One channel of a node, large, beside the image that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.language import tr
from app.ui.plots.framed import FramedImage
from app.ui.plots.mapcanvas import MapCanvas

_GAP = 8


class CloseUp(QWidget):
    """As wide as both are at its height; `canvas` shows the channel, `image` what it sees."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._high = 60
        self.image = FramedImage()
        self.image.setAccessibleName(tr("The image, with what is seen of it framed"))
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(tr("The chosen channel"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_GAP, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.image, 1)
        layout.addWidget(self.canvas, 1)

    def sizeHint(self) -> QSize:
        high = self._high
        shape = self.canvas.grid.shape
        wide = high * shape[1] / shape[0] if min(shape) > 0 else high
        return QSize(round(high + min(wide, 2 * high) + 2 * _GAP), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._high != event.size().height():
            self._high = event.size().height()
            self.updateGeometry()

    def show_image(self, image: QImage) -> None:
        self.image.show_image(image)
        self.image.setVisible(not image.isNull())

    def show_frames(self, frames: Sequence[QRectF]) -> None:
        self.image.show_frames(frames)
