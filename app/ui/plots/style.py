"""How plots look: pyqtgraph configured from the theme, once, and each plot dressed in it."""

from __future__ import annotations

from functools import cache

import pyqtgraph as pg
from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui import turns
from app.ui.language import retold, tr
from app.ui.plots.logaxis import LogAxis
from app.ui.theme import Theme, current, family_colour

_LEVELS = 2  # of ticks, each with lines of the grid; a third is hardly seen, but dear to draw


@cache
def configure() -> None:
    """Set pyqtgraph's options.

    Wide lines are stroked in segments, or they take a second. Mouse events are not thinned, so
    that the last one of a movement is never lost.
    """
    pg.setConfigOptions(
        antialias=True,
        segmentedLineMode="on",
        imageAxisOrder="row-major",
        mouseRateLimit=0,
        background=current().base,
        foreground=current().text,
    )


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """Names its axes in the language in force, and waits for its turn to be painted."""

    def __init__(self, **options: object) -> None:
        self._fresh = False  # it has come into view and is not painted there yet
        self._waits = False
        super().__init__(**options)
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.scene().changed.connect(self._wait)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fresh = True
        self._wait()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._fresh:
            super().paintEvent(event)
            return
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self.backgroundBrush())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for side in ("left", "bottom"):
                if shown := self.getAxis(side).labelText:
                    self.setLabel(side, retold(shown))

    def be_painted(self) -> None:
        """The next time at once, as in a picture of it."""
        self._fresh = False

    def _wait(self) -> None:
        if not self._waits:
            self._waits = True
            turns.wait(self._take_turn, self)

    def _take_turn(self) -> None:
        self._waits = self._fresh = False
        self.viewport().update()


def plot(left: str, bottom: str) -> pg.PlotWidget:
    """An empty plot with named axes. Without pyqtgraph's menu: its exporters fail on this Qt."""
    configure()
    axes = {side: LogAxis(side) for side in ("left", "bottom")}
    widget = Plot(enableMenu=False, axisItems=axes)
    widget.scene().contextMenu = []
    widget.hideButtons()
    widget.setLabel("left", tr(left))
    widget.setLabel("bottom", tr(bottom))
    widget.showGrid(x=True, y=True, alpha=0.25)
    widget.setFrameShape(widget.Shape.NoFrame)
    for side in ("left", "bottom"):
        widget.getAxis(side).enableAutoSIPrefix(False)
    _cache_axes(widget, True)
    return widget


def dress(widget: pg.PlotWidget, theme: Theme) -> None:
    """Colours and fonts of the theme, again after each change of it."""
    font = small(widget)
    widget.setBackground(theme.base)
    for side in ("left", "bottom"):
        axis = widget.getAxis(side)
        axis.setPen(theme.muted)
        axis.setTextPen(theme.muted)
        axis.setTickFont(font)
        axis.setStyle(
            tickLength=-4, tickTextOffset=3, hideOverlappingLabels=True, maxTickLevel=_LEVELS - 1
        )
        axis.label.setFont(font)
    # pyqtgraph leaves an empty line between the ticks and the name of the axis
    widget.getAxis("bottom").setHeight(2 * QFontMetrics(font).height() + 5)
    legend = widget.getPlotItem().legend
    if legend is not None:
        legend.setBrush(veil(110))
        for _, label in legend.items:
            label.setText(tr(label.text), color=theme.text, size=f"{font.pointSizeF():.0f}pt")
        legend.updateSize()


def _cache_axes(widget: pg.PlotWidget, on: bool) -> None:
    """Keep the axes as pixels while they stay: with their grid they are the dearest of a plot."""
    for side in ("left", "bottom"):
        axis = widget.getAxis(side)
        axis.setCacheMode(axis.CacheMode.DeviceCoordinateCache if on else axis.CacheMode.NoCache)


def picture(widget: QWidget, scale: float = 2.0) -> QImage:
    """The widget and the plots in it as they look, in `scale` pixels for each of their own."""
    plots = widget.findChildren(Plot)
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().window().color())
    for plot in plots:
        plot.be_painted()
        _cache_axes(plot, False)  # it holds the screen's pixels, too coarse for the picture
    widget.render(image)
    for plot in plots:
        _cache_axes(plot, True)
    return image


def small(widget: QWidget) -> QFont:
    """The widget's font, a little smaller."""
    font = QFont(widget.font())
    font.setPointSizeF(max(7.0, 0.85 * font.pointSizeF()))
    return font


# Of runs side by side: colours that the common colour blindnesses tell apart, and dashes.
_FAMILIES = ("Convolution", "Pooling", "Linear", "Regularisation", "Reshape", "Merge",
             "Normalisation", "Activation")  # fmt: skip
_DASHES = ((), (5, 2), (2, 2), (8, 3, 1, 3), (12, 4), (3, 5), (1, 2), (10, 2, 2, 2))
RUNS = len(_FAMILIES)  # beyond which nobody tells them apart


def of_run(theme: Theme, at: int) -> QPen:
    """For the line of one of several runs."""
    found = pen(family_colour(theme, _FAMILIES[at]).name(), width=2)
    if _DASHES[at]:
        found.setDashPattern([*map(float, _DASHES[at])])
    return found


def veil(alpha: int) -> QColor:
    """Behind words that lie over a curve, which stays in sight; 255 would hide it."""
    shade = QColor(current().base)
    shade.setAlpha(alpha)
    return shade


def pen(colour: str, *, width: float = 1, alpha: float = 1, dashed: bool = False) -> QPen:
    """A pen that keeps its width at every zoom."""
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    if dashed:
        return pg.mkPen(shade, width=width, dash=(4, 3))  # type: ignore[no-any-return]
    return pg.mkPen(shade, width=width)  # type: ignore[no-any-return]
