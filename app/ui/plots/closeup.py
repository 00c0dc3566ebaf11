"""One channel of a node, large, beside the image that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.language import tr
from app.ui.plots.framed import FramedImage
from app.ui.plots.mapcanvas import MapCanvas
from app.ui.plots.mosaic import Pixels

_GAP = 8
_LONGEST = 3.0  # of the sides of what is shown; the canvas of a longer one is not as long


class CloseUp(QWidget):
    """`canvas` shows the channel, `image` what it sees; one below the other where that is larger.

    `opened` tells of a double click, or of Enter.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = FramedImage(self)
        self.image.setAccessibleName(tr("The image, with what is seen of it framed"))
        self.image.hide()
        self.canvas = MapCanvas(self)
        self.canvas.setAccessibleName(tr("The chosen channel"))
        self.canvas.opened.connect(lambda at: self.opened.emit())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def _aspects(self) -> list[float]:
        """Width over height of the image, if there is one, and of the channel."""
        rows, columns = self.canvas.grid.shape
        sizes = [] if self.image.image.isNull() else [self.image.image.size().toTuple()]
        return [
            min(max(wide / high, 1 / _LONGEST), _LONGEST)
            for wide, high in (*sizes, (max(columns, 1), max(rows, 1)))
        ]

    def widest(self, high: int) -> int:
        """The width that it has a use for at this height."""
        return round(sum(_GAP + high * aspect for aspect in self._aspects))

    def sizeHint(self) -> QSize:
        return QSize(self.widest(60), 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 60)

    def show_map(self, levels: Pixels, value: str | None) -> None:
        """That of the channel, and its value where it has but one."""
        self.canvas.show_maps(levels[None], {} if value is None else {0: value})
        self._place()

    def show_image(self, image: QImage) -> None:
        self.image.show_image(image)
        self.image.setVisible(not image.isNull())
        self._place()

    def show_frames(self, frames: Sequence[QRectF]) -> None:
        self.image.show_frames(frames)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Both as large as there is room for, in the middle."""
        aspects = self._aspects
        gaps = _GAP * (len(aspects) - 1)
        wide, high = self.width() - _GAP, self.height()
        one_high = min(high, (wide - gaps) / sum(aspects))  # of both, beside each other
        one_wide = min(wide, (high - gaps) / sum(1 / aspect for aspect in aspects))
        beside = one_high**2 * sum(aspects) >= one_wide**2 * sum(1 / a for a in aspects)
        left, top = float(_GAP), 0.0
        if beside:
            left += (wide - one_high * sum(aspects) - gaps) / 2
        else:
            top += (high - one_wide * sum(1 / aspect for aspect in aspects) - gaps) / 2
        shown = [self.canvas] if len(aspects) == 1 else [self.image, self.canvas]
        for widget, aspect in zip(shown, aspects, strict=True):
            if beside:
                place = QRectF(left, (high - one_high) / 2, one_high * aspect, one_high)
                left += place.width() + _GAP
            else:
                place = QRectF(_GAP + (wide - one_wide) / 2, top, one_wide, one_wide / aspect)
                top += place.height() + _GAP
            widget.setGeometry(place.toRect())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.image.isVisible() and self.image.geometry().contains(event.position().toPoint()):
            self.opened.emit()  # the canvas tells of its own
