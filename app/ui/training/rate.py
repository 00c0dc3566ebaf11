"""The learning rate over the run that a recipe describes, drawn before it starts."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from app.training.recipe import Recipe
from app.training.schedules import curve, length
from app.ui import scale, theme
from app.ui.formats import count, counted, number
from app.ui.language import tr
from app.ui.plots.style import small

_POINTS = 400
_HEIGHT, _PAD = 74, 4  # pixels at 100 %


class RateCurve(QWidget):
    """Over epochs, of which the number of steps does not matter; over steps where they are set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._recipe = Recipe()
        self.at = np.zeros(0)  # epochs or steps
        self.rates = np.zeros(0)
        scale.follow(self, lambda: self.setFixedHeight(scale.px(_HEIGHT)))

    def show_recipe(self, recipe: Recipe) -> None:
        self._recipe = recipe
        per_epoch = max(2, -(-_POINTS // recipe.epochs))
        steps = length(recipe, per_epoch)
        at, self.rates = curve(recipe, steps, per_epoch, _POINTS)
        self.at = at.astype(np.float64) if recipe.steps else at / per_epoch
        first, top, last = (
            number(float(rate)) for rate in (self.rates[0], self.rates.max(), self.rates[-1])
        )
        told = tr(
            "Learning rate: it begins at {first}, is {top} at most and ends at {last}.",
            first=first, top=top, last=last,
        )  # fmt: skip
        if recipe.schedule == "plateau":
            told += tr(" When the validation will stand still cannot be foreseen.")
        self.setAccessibleName(told)
        self.update()

    @property
    def end(self) -> int:
        """Epochs, or steps, of the run."""
        return self._recipe.steps or self._recipe.epochs

    def _area(self) -> QRectF:
        pad, line = scale.px(_PAD), self.fontMetrics().height()
        return QRectF(self.rect()).adjusted(pad, line, -pad, -line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        share = (event.position().x() - area.left()) / max(area.width(), 1)
        x = float(np.clip(share, 0, 1)) * self.end
        rate = number(float(np.interp(x, self.at, self.rates)))
        if self._recipe.steps:
            told = tr("step {step}: rate {rate}", step=count(round(x)), rate=rate)
        else:
            told = tr("after {epochs} epochs: rate {rate}", epochs=f"{x:.3g}", rate=rate)
        QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, area = QPainter(self), theme.current(), self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small(self))
        painter.setPen(QColor(colours.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.topLeft())
        top = float(self.rates.max())
        x = area.left() + self.at / max(self.end, 1) * area.width()
        y = area.bottom() - self.rates / top * area.height()
        drawn = QPolygonF([QPointF(*point) for point in zip(x, y, strict=True)])
        drawn.append(QPointF(area.right(), float(y[-1])))
        painter.setPen(QPen(QColor(colours.train), 1.6))
        painter.drawPolyline(drawn)
        painter.setPen(QColor(colours.muted))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        above = QRectF(self.rect()).adjusted(scale.px(_PAD), 0, -scale.px(_PAD), 0)
        painter.drawText(above, left, tr("rate {rate}", rate=number(top)))
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(above, low | left, "0")
        end = counted(self.end, "step" if self._recipe.steps else "epoch")
        painter.drawText(above, low | right, tr(end))
        painter.end()
