"""A widget that shows the picture of a layer, step by step where things may move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import motion, theme
from app.ui.language import tr
from app.ui.layerhelp.picture import Picture
from app.ui.layerhelp.sketch import TALL, WIDE, Sketch
from app.ui.layerhelp.table import picture_of
from nodes.spec import LayerSpec, Shape

_LARGEST = 1.7  # of the paper, beyond which it only takes room
_STEP = 900  # ms that a step stands
_REST = 60  # ms after which another picture is drawn: while edits follow each other none is


def paint_picture(
    painter: QPainter, area: QRectF, picture: Picture, family: str, font: QFont, step: int
) -> None:
    """The picture in the middle of the area, as large as it may be."""
    scale = min(area.width() / WIDE, area.height() / TALL)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center())
    painter.scale(scale, scale)
    painter.translate(-WIDE / 2, -TALL / 2)
    try:
        picture.paint(Sketch(painter, theme.current(), family, font), step)
    finally:
        painter.restore()


def pixmap_of(spec: LayerSpec, width: int, font: QFont, scale: float = 1.0) -> QPixmap:
    """The still picture of a layer as it comes from the palette, `width` px wide."""
    size = QSize(width, round(width * TALL / WIDE))
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(theme.current().card)
    painter = QPainter(pixmap)
    picture = picture_of(spec)
    paint_picture(painter, QRectF(pixmap.rect().topLeft(), size), picture, spec.family, font,
                  picture.still)  # fmt: skip
    painter.end()
    return pixmap


class PictureView(QWidget):
    """Shows one layer; its picture is worked out when it is first painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: LayerSpec | None = None
        self._args: Mapping[str, object] = {}
        self._inputs: Sequence[Shape] = ()
        self._picture: Picture | None = None
        self._step = 0
        self._drawn = QPixmap()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._draw_anew)
        self._timer = QTimer(self, interval=_STEP)
        self._timer.timeout.connect(self._go_on)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(round(WIDE * 0.7))

    def show_layer(
        self, spec: LayerSpec, args: Mapping[str, object], inputs: Sequence[Shape]
    ) -> None:
        """Shows it anew only where something is another than before."""
        if (self._spec, self._args, self._inputs) == (spec, args, inputs):
            return
        self._spec, self._args, self._inputs = spec, dict(args), tuple(inputs)
        self.setAccessibleName(tr("Picture of what {layer} does", layer=spec.id))
        self.setAccessibleDescription(tr(spec.summary))
        self._forget()

    @property
    def picture(self) -> Picture:
        """What is shown. There is none before a layer was given."""
        assert self._spec is not None
        if self._picture is None:
            self._picture = picture_of(self._spec, self._args, self._inputs)
            self._step = self._picture.still
        return self._picture

    def _forget(self) -> None:
        self._picture = None
        if self._drawn.isNull():
            self.update()
        else:
            self._rest.start()

    def _draw_anew(self) -> None:
        self._drawn = QPixmap()
        self.update()

    def _go_on(self) -> None:
        if self._spec is not None and self.picture.steps > 1:
            self._step = (self._step + 1) % self.picture.steps
            self._draw_anew()

    # --- Qt --------------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        return round(min(width, WIDE * _LARGEST) * TALL / WIDE)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDE * 1.2), round(TALL * 1.2))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(WIDE * 0.7), round(TALL * 0.7))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if motion.duration():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._forget()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spec is None:
            return
        wanted = self.size() * self.devicePixelRatioF()
        if self._drawn.size() != wanted:
            self._drawn = QPixmap(wanted)
            self._drawn.setDevicePixelRatio(self.devicePixelRatioF())
            self._drawn.fill(Qt.GlobalColor.transparent)
            self._draw(self._spec)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, spec: LayerSpec) -> None:
        colours = theme.current()
        painter = QPainter(self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        wide = min(float(self.width()), WIDE * _LARGEST)
        area = QRectF((self.width() - wide) / 2, 0, wide, self.height())
        paint_picture(painter, area, self.picture, spec.family, self.font(), self._step)
        painter.end()
