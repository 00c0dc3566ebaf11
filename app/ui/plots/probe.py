"""The image that the feature maps are of, and the figures of the pixel under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.training.messages import ProbeImage
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.style import small

SIDE = 84
FRAME = "#ffd54a"


class _Image(QLabel):
    """A picture with frames over it, given as shares of its width and height."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: Sequence[QRectF] = ()
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show_frames(self, frames: Sequence[QRectF]) -> None:
        self.frames = frames
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self.pixmap().deviceIndependentSize()
        painter = QPainter(self)
        for frame in self.frames:
            place = QRectF(
                frame.x() * size.width(),
                frame.y() * size.height(),
                max(frame.width() * size.width(), 2.0),
                max(frame.height() * size.height(), 2.0),
            )
            for colour, width in (("#000000", 3.0), (FRAME, 1.5)):  # seen on light and on dark
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(place.adjusted(0.75, 0.75, -0.75, -0.75))


class ProbePanel(QWidget):
    """A narrow column: the image, its label, and a readout of fixed lines below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(116)
        self.image = _Image()
        self.image.setFixedHeight(SIDE)
        self.image.hide()
        self.label = ElidedLabel()
        self.label.hide()
        self.readout = QLabel()
        self.readout.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.label, self.readout):
            widget.setFont(small(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.setSpacing(2)
        layout.addWidget(self.image)
        layout.addWidget(self.label)
        layout.addSpacing(4)
        layout.addWidget(self.readout, 1)

    def show_probe(self, event: ProbeImage, payload: bytes) -> None:
        """Raises ValueError where the payload has another length than the event says."""
        pixels = np.frombuffer(payload, np.uint8)
        pixels = pixels.reshape(event.channels, event.height, event.width)
        shown = pixels if event.channels == 3 else np.repeat(pixels[:1], 3, axis=0)
        rows = np.ascontiguousarray(shown.transpose(1, 2, 0))
        image = QImage(
            rows.data, event.width, event.height, 3 * event.width, QImage.Format.Format_RGB888
        )
        ratio = self.devicePixelRatio()
        side = round(SIDE * ratio)
        pixmap = QPixmap.fromImage(image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        pixmap.setDevicePixelRatio(ratio)
        self.image.setPixmap(pixmap)
        self.image.setAccessibleName(f"Probe image: {event.label}")
        self.image.setToolTip(f"The image that the maps are of: {event.label}")
        self.label.setText(event.label)
        self.image.show()
        self.label.show()

    def clear(self) -> None:
        """Show no image."""
        self.image.hide()
        self.label.hide()

    def show_frames(self, frames: Sequence[QRectF] = ()) -> None:
        """Draw these over the image, given as shares of its width and height."""
        self.image.show_frames(frames)
