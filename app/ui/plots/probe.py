"""The image that the feature maps are of, and the figures of the pixel under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.training.messages import ProbeImage
from app.ui import scale
from app.ui.language import tr
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
    """A narrow column: the image, its label, and a readout of fixed lines below.

    `stepped` asks for the next image (1) or the one before it (−1).
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale.follow(self, lambda: self.setFixedWidth(scale.px(116)))
        self.image = _Image()
        self.image.setFixedHeight(SIDE)
        self.image.hide()
        self.label = ElidedLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = self._button("‹", "Previous image", -1)
        self.next = self._button("›", "Next image", 1)
        self._choice = QWidget()
        self._choice.hide()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.before)
        row.addWidget(self.label, 1)
        row.addWidget(self.next)
        self.readout = QLabel()
        self.readout.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.label, self.readout):
            widget.setFont(small(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.setSpacing(2)
        layout.addWidget(self.image)
        layout.addWidget(self._choice)
        layout.addSpacing(4)
        layout.addWidget(self.readout, 1)

    def _button(self, text: str, what: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(tr(text))
        button.setAutoRaise(True)
        button.setFixedSize(18, 18)
        button.setAccessibleName(tr(what))
        button.setToolTip(tr(what))
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

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
        self.image.setAccessibleName(tr(f"Probe image: {event.label}"))
        self.image.setToolTip(tr(f"The image that the maps are of: {event.label}"))
        self.label.setText(tr(event.label))
        self.image.show()
        self._choice.show()

    def clear(self) -> None:
        """Show no image."""
        self.image.hide()
        self._choice.hide()

    def show_frames(self, frames: Sequence[QRectF] = ()) -> None:
        """Draw these over the image, given as shares of its width and height."""
        self.image.show_frames(frames)
