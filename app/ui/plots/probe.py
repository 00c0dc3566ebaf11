"""The image that the feature maps are of, and the figures of the pixel under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.training.messages import ProbeImage
from app.ui import scale
from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.framed import FramedImage, image_of
from app.ui.plots.style import small

SIDE = 84


class ProbePanel(QWidget):
    """A narrow column: the image, its label, and a readout of fixed lines below.

    `stepped` asks for the next image (1) or the one before it (−1), `menu` for any other.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale.follow(self, lambda: self.setFixedWidth(scale.px(116)))
        self.image = FramedImage()
        self.image.setFixedHeight(SIDE)
        self._small = True
        self._show_image()
        self.label = ElidedLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = self._button("‹", "Previous image", -1)
        self.next = self._button("›", "Next image", 1)
        self.menu = QMenu(self)
        self.more = self._button("⋮", "Choose an image")
        self.more.clicked.connect(self._open_menu)
        self._choice = QWidget()
        self._choice.hide()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.before)
        row.addWidget(self.label, 1)
        row.addWidget(self.next)
        row.addWidget(self.more)
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

    def _button(self, text: str, what: str, step: int = 0) -> QToolButton:
        button = QToolButton()
        button.setText(tr(text))
        button.setAutoRaise(True)
        button.setFixedSize(18, 18)
        button.setAccessibleName(tr(what))
        button.setToolTip(tr(what))
        if step:
            button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def show_probe(self, event: ProbeImage, payload: bytes) -> None:
        """Raises ValueError where the payload has another length than the event says."""
        self.image.show_image(image_of(event, payload))
        self.image.setAccessibleName(tr(f"Probe image: {event.label}"))
        self.image.setToolTip(tr(f"The image that the maps are of: {event.label}"))
        self.label.setText(tr(event.label))
        self._choice.show()
        self._show_image()

    def clear(self) -> None:
        """Show no image."""
        self.image.show_image(QImage())
        self._choice.hide()
        self._show_image()

    def show_small(self, on: bool) -> None:
        """Whether to show the image here, or what is of it alone, as it is seen large already."""
        self._small = on
        self._show_image()

    def _show_image(self) -> None:
        self.image.setVisible(self._small and not self.image.image.isNull())

    def show_frames(self, frames: Sequence[QRectF] = ()) -> None:
        """Draw these over the image, given as shares of its width and height."""
        self.image.show_frames(frames)
