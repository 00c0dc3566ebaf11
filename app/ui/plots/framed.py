"""An image as large as there is room for, with frames over parts of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.training.messages import ProbeImage
from app.ui import rgb

FRAME = "#ffd54a"


def image_of(event: ProbeImage, payload: bytes) -> QImage:
    """Grey, or in colours where it has three channels; of others the first is shown.

    Raises ValueError where the payload has another length than the event says.
    """
    pixels = np.frombuffer(payload, np.uint8)
    return rgb.image(pixels.reshape(event.channels, event.height, event.width))


class FramedImage(QWidget):
    """Keeps the proportions of its image; frames are given as shares of its width and height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.frames: Sequence[QRectF] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(60, 60)

    def show_image(self, image: QImage) -> None:
        """A null image shows nothing."""
        self.image = image
        self.update()

    def show_frames(self, frames: Sequence[QRectF]) -> None:
        self.frames = frames
        self.update()

    @property
    def place(self) -> QRectF:
        """Where the image is."""
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        return QRectF(left, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter, place = QPainter(self), self.place
        # small images keep their pixels apart; large ones are smoothed on their way down
        smooth = self.image.width() > place.width() * self.devicePixelRatio()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(place, self.image)
        for frame in self.frames:
            part = QRectF(
                place.x() + frame.x() * place.width(),
                place.y() + frame.y() * place.height(),
                max(frame.width() * place.width(), 2.0),
                max(frame.height() * place.height(), 2.0),
            )
            for colour, width in (("#000000", 3.0), (FRAME, 1.5)):  # seen on light and on dark
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(part.adjusted(0.75, 0.75, -0.75, -0.75))
