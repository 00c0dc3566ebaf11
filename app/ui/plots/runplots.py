"""Three plots side by side over the same steps: loss, accuracy, and a third that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import cycle
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from app.training.history import RunHistory
from app.ui.formats import shortened
from app.ui.language import tr
from app.ui.plots import style
from app.ui.plots.across import Across
from app.ui.plots.beside import Beside
from app.ui.plots.decimate import Floats
from app.ui.plots.figures import EpochArrays, Figures
from app.ui.plots.marks import LEFT, RIGHT, runs_high
from app.ui.plots.ranges import fit, usual_range
from app.ui.theme import current, family_colour

# What the third plot can show, and what its axis says.
THIRD = {"rate": "learning rate", "norm": "gradient norm", "speed": "images per second"}
LEGEND_COLUMNS, _LEGEND_ROW = 4, 20  # px
_NAMED_COLUMNS = 2  # names of runs are long
_LOSSES = ("step", "mean", "train_loss", "val_loss")  # in the plot that can be logarithmic
_ACCURACIES = "train_accuracy", "val_accuracy", "val_top5"
_WORDS = 0.6  # of the height of a plot, that words of marks may lie over
_VEIL = 200  # of 255, behind these words
_LONGEST = 34  # characters of the words of a mark; the rest is told under the crosshair
SMOOTH_POINTS = 600  # of the wide line, which costs more to stroke
# Of several Outputs: families whose colours the common colour blindnesses tell apart, and dashes.
_OUTPUTS = (
    ("Pooling", (1, 2)),
    ("Linear", (5, 2)),
    ("Regularisation", (8, 3, 1, 3)),
    ("Reshape", (12, 4)),
    ("Merge", (3, 5)),
)


class RunPlots(QSplitter):
    """Draws `Figures`; `pointed` tells the step under the mouse, 0 when it leaves.

    `moved` follows a range chosen by hand, which ends `follow`.
    """

    pointed = Signal(int)
    moved = Signal()

    def __init__(self, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._figures = figures
        self.follow = True
        self.smoothing = 1  # steps of the moving average
        self._logarithmic = False
        self.third = "rate"  # of THIRD
        self._marks: tuple[tuple[int, str], ...] | None = None  # to be drawn anew
        self._mark_lines: list[tuple[pg.PlotWidget, pg.InfiniteLine]] = []
        self._drawn: EpochArrays | None = None
        self.loss = style.plot("loss", "step")
        self.accuracy = style.plot("accuracy (%)", "step")
        self.rate = style.plot("learning rate", "step")
        self.plots = (self.loss, self.accuracy, self.rate)
        self._legend = self.loss.addLegend(colCount=LEGEND_COLUMNS, verSpacing=0)
        self._legend.setParentItem(self.loss.getPlotItem())  # above the curves, not over them
        self._legend.layout.setContentsMargins(0, 0, 0, 0)
        self.named = 0  # px of the height of the losses that names take, beyond the usual row
        self._remark = ""
        self.across = Across()
        self.accuracy.setLimits(yMin=-2, yMax=102)
        self.lines: dict[str, Any] = {
            **{name: self.loss.plot(name=name, connect="finite") for name in _LOSSES},
            **{name: self.accuracy.plot(connect="finite") for name in _ACCURACIES},
            **{name: self.rate.plot(connect="finite") for name in THIRD},
        }
        self._beside = Beside(*self.plots)
        self.outputs: dict[str, Any] = {}  # of several Outputs the training loss of each, and more
        self._pointed_at = 0  # 0 is no step
        self._hairs = [pg.InfiniteLine(angle=90, movable=False) for _ in self.plots]
        for plot, hair in zip(self.plots, self._hairs, strict=True):
            plot.addItem(hair, ignoreBounds=True)
            hair.hide()
            self.addWidget(plot)
            plot.setMinimumWidth(120)
            view = plot.getViewBox()
            view.enableAutoRange(x=False, y=True)
            view.sigXRangeChanged.connect(self._range_changed)
            view.sigRangeChangedManually.connect(self._moved_by_hand)
            plot.scene().sigMouseMoved.connect(partial(self._mouse_moved, plot))
            plot.installEventFilter(self)
        self.loss.getViewBox().sigResized.connect(self._reword)
        self.setStretchFactor(0, 2)
        for at in (1, 2):
            self.setStretchFactor(at, 1)
        self.setSizes([480, 240, 180])
        self.setChildrenCollapsible(False)
        self.dress()

    def dress(self) -> None:
        """Take the theme's colours. Dash and marker tell the splits apart without them."""
        theme = current()
        for plot in self.plots:
            style.dress(plot, theme)
        self._say()
        lines, pen = self.lines, style.pen
        lines["step"].setPen(pen(theme.train, alpha=0.45))
        lines["mean"].setPen(pen(theme.train, width=2))
        for name in THIRD:
            lines[name].setPen(pen(theme.text))
        lines["val_top5"].setPen(pen(theme.validation, alpha=0.6))
        for name in ("loss", "accuracy"):
            train, val = lines[f"train_{name}"], lines[f"val_{name}"]
            train.setPen(pen(theme.train))
            _mark(train, theme.train, theme.base)
            val.setPen(pen(theme.validation, width=1.5, dashed=True))
            _mark(val, theme.validation, theme.validation)
        for line, (family, dashes) in zip(self.outputs.values(), cycle(_OUTPUTS), strict=False):
            dashed = pen(family_colour(theme, family).name(), width=2)
            dashed.setDashPattern([*map(float, dashes)])
            line.setPen(dashed)
        self._beside.dress(theme)
        self._place_legend()
        for hair in self._hairs:
            hair.setPen(pen(theme.muted, dashed=True))
        self._dress_marks()

    def _dress_marks(self) -> None:
        theme = current()
        for _, line in self._mark_lines:
            line.setPen(style.pen(theme.accent, dashed=True))
            if hasattr(line, "label"):
                line.label.setColor(theme.accent)
                line.label.fill = pg.mkBrush(style.veil(_VEIL))

    def set_remark(self, remark: str) -> None:
        """What the curves are of, where that is not plain; also in the exported picture."""
        if remark != self._remark:
            self._remark = remark
            self._say()

    def retell(self) -> None:
        """Everything in the language in force now."""
        self._marks = None
        self.dress()
        self._draw_lines()

    def _say(self) -> None:
        """Name the axes and the curves."""
        across, remark = self.across.label, tr(self._remark)
        for plot, left in (
            (self.loss, tr("loss")),
            (self.accuracy, tr("accuracy (%)")),
            (self.rate, tr(THIRD[self.third])),
        ):
            plot.setLabel("left", left)
            told = remark and plot is not self.rate
            plot.setLabel("bottom", f"{across} — {remark}" if told else across)
        said = {
            "step": tr("each step"), "mean": tr("mean"),
            "train_loss": tr("training"), "val_loss": tr("validation"),
        }  # fmt: skip
        for line, label in self._legend.items:
            if (name := line.item.name()) in said:
                label.setText(said[name])

    def _place_legend(self) -> None:
        """In the row of the upper axis, which is not shown; as low as the text allows."""
        legend, rows = self._legend, -(-len(self._legend.items) // self._legend.columnCount)
        self.named = (rows - 1) * _LEGEND_ROW
        for row in range(rows):
            legend.layout.setRowFixedHeight(row, _LEGEND_ROW)
        wide = legend.layout.effectiveSizeHint(Qt.SizeHint.PreferredSize).width()
        legend.resize(wide, rows * _LEGEND_ROW)  # of itself it would be ever wider
        legend.anchor((1, 0), (1, 0), offset=(-6, 0))
        self.loss.getPlotItem().layout.setRowFixedHeight(1, rows * _LEGEND_ROW + 2)

    def show_third(self, name: str) -> None:
        """Have the third plot show one of THIRD."""
        self.third = name
        self._say()
        for other in THIRD:
            self.lines[other].setVisible(other == name)
        self.rate.getViewBox().enableAutoRange(y=True)
        self._draw_others()
        self._draw_lines()

    def show_others(self, runs: Sequence[tuple[str, RunHistory]]) -> None:
        """Draw other runs beside this one, under their names."""
        self._beside.show_runs(runs)
        self._legend.setColumnCount(_NAMED_COLUMNS if runs else LEGEND_COLUMNS)
        self._draw_others()
        self.dress()
        self.draw()

    def _draw_others(self) -> None:
        self._beside.draw(self.across, self.third, self.smoothing, logarithmic=self._logarithmic)

    def smooth(self, window: int) -> None:
        """Have the moving averages go over so many steps."""
        self.smoothing = window
        self._draw_others()

    def go_over(self, kind: str) -> None:
        """Have all plots go over steps, epochs or time, one of across.KINDS."""
        seen = [self.across.step(x) for x in self.loss.getViewBox().viewRange()[0]]
        self.across.kind = kind
        self.across.update(self._figures.history)
        self._anew()
        if self.follow:
            self.draw()
        else:
            self.loss.setXRange(*map(self.across.at, seen), padding=0)
            self._draw_lines()

    def _anew(self) -> None:
        """Marks and epochs are drawn once more: the axis is another."""
        self._marks = self._drawn = None
        self.point_at(self._pointed_at)
        self._draw_others()
        self._say()

    def set_logarithmic(self, on: bool) -> None:
        self._logarithmic, self._drawn = on, None
        self.loss.setLogMode(y=on)
        self._draw_others()
        # the change of scale lets go of both ranges
        self.loss.getViewBox().enableAutoRange(x=False, y=True)
        self.draw()

    def draw(self) -> None:
        """Show the figures as they are now; while following, over all steps."""
        unit = self.across.unit
        self.across.update(self._figures.history)
        if self.across.unit != unit:
            self._anew()
        if self.follow:
            whole = (0.0, max(self.across.end(self._figures.steps), 1.015 * self._beside.end))
            self.accuracy.getViewBox().enableAutoRange(y=True)
            if self._logarithmic:
                self.loss.getViewBox().enableAutoRange(y=True)
            if tuple(self.loss.getViewBox().viewRange()[0]) != whole:
                self._marks = None  # their words may stand on the other side now
                self.loss.setXRange(*whole, padding=0)  # draws when the range has changed
                return
        self._draw_lines()

    def point_at(self, step: int) -> None:
        """Stand the crosshair at a step; 0 takes it away."""
        self._pointed_at = step
        for hair in self._hairs:
            hair.setVisible(step > 0)
            hair.setValue(self.across.at(step))

    # --- drawing ---------------------------------------------------------------------------------

    def _draw_lines(self) -> None:
        figures, lines = self._figures, self.lines
        left, right = self.loss.getViewBox().viewRange()[0]
        first, last = int(self.across.step(left)) - 1, int(self.across.step(right)) + 2
        self._set("step", *figures.losses.extremes(first, last))
        if self.smoothing > 1:
            self._set("mean", *figures.losses.means(first, last, self.smoothing, SMOOTH_POINTS))
        lines["mean"].setVisible(self.smoothing > 1)
        match self.third:
            case "rate":
                self._set("rate", *figures.rates())
            case "norm":
                x, y = figures.norms.extremes(first, last)
                there = np.isfinite(y)  # where gradients add up not every step has one
                self._set("norm", x[there], y[there])
            case "speed":
                self._set("speed", *figures.speeds())
        if figures.epochs is not self._drawn:
            self._draw_epochs(figures.epochs)
        if self.follow:
            self._fit_third()
            if not self._logarithmic:
                self._fit_losses(lines["step"].getOriginalDataset()[1])
        if figures.marks != self._marks:
            self._draw_marks(figures.marks)

    def _fit_losses(self, steps: Floats | None) -> None:
        """The losses in view, less single ones that would flatten all others."""
        epochs = self._figures.epochs
        found = epochs.train_loss, epochs.val_loss, *epochs.more.values(), *self._beside.losses
        others = np.concatenate(found)
        span = usual_range(steps if steps is not None else others, others, epochs.val_loss)
        if span is not None:
            fit(self.loss, *span)

    def _fit_third(self) -> None:
        """All of what the third plot shows."""
        own = self.lines[self.third].getOriginalDataset()[1]
        values = np.concatenate([np.empty(0) if own is None else own, *self._beside.thirds])
        values = values[np.isfinite(values)]
        if len(values):
            fit(self.rate, float(values.min()), float(values.max()))

    def _draw_epochs(self, epochs: EpochArrays) -> None:
        self._drawn = epochs
        symbols = len(epochs.steps) <= 100
        for line, y, symbol in (
            ("train_loss", epochs.train_loss, "o"),
            ("val_loss", epochs.val_loss, "s"),
            ("train_accuracy", epochs.train_accuracy, "o"),
            ("val_accuracy", epochs.val_accuracy, "s"),
            ("val_top5", epochs.val_top5, None),
        ):
            self._set(line, epochs.steps, y, symbol if symbols else None)
        self.lines["val_top5"].setVisible(bool(np.isfinite(epochs.val_top5).any()))
        if self.outputs.keys() != epochs.more.keys():
            for former in self.outputs.values():
                self.loss.removeItem(former)
            self.outputs = {n: self.loss.plot(name=n, connect="finite") for n in epochs.more}
            self.dress()
        for name, y in epochs.more.items():
            self.outputs[name].setData(self.across.x(epochs.steps), y)

    def _reword(self) -> None:
        """There is room for more or fewer words."""
        if self._mark_lines:
            self._draw_marks(self._figures.marks)

    def _draw_marks(self, marks: tuple[tuple[int, str], ...]) -> None:
        """A line in every plot where something was changed; the first one says what.

        Words stand in rows, by turns, above the curve or under it; of more marks than there are
        rows the newest have them.
        """
        for plot, line in self._mark_lines:
            plot.removeItem(line)
        self._marks, self._mark_lines = marks, []
        height = max(self.loss.getViewBox().height(), 1.0)
        row = min(1.4 * self.fontMetrics().height() / height, _WORDS)
        rows = int(_WORDS / row)
        for turn, (step, words) in enumerate(marks):
            x, left = self.across.at(step + 0.5), step >= 0.5 * self._figures.steps
            where = row * (turn % rows + 0.5)
            if not runs_high(self.loss, self.lines["step"], x, left=left):
                where = 1 - where
            for plot in self.plots:
                said = plot is self.loss and turn >= len(marks) - rows
                named = {
                    "label": shortened(tr(words), _LONGEST),
                    "labelOpts": {"position": where, "anchors": LEFT if left else RIGHT},
                }
                line = pg.InfiniteLine(x, angle=90, **(named if said else {}))
                plot.addItem(line, ignoreBounds=True)
                self._mark_lines.append((plot, line))
        self._dress_marks()

    def _set(self, line: str, x: Floats, y: Floats, symbol: str | None = None) -> None:
        if self._logarithmic and line in _LOSSES:
            y = np.where(y > 0, y, np.nan)  # no logarithm; left out
        if not np.isfinite(y).any():
            x, y = x[:0], y[:0]
        self.lines[line].setData(self.across.x(x), y, symbol=symbol, symbolSize=6)

    # --- range and mouse -------------------------------------------------------------------------

    def _range_changed(self, _view: object, limits: tuple[float, float]) -> None:
        for plot in self.plots:
            if tuple(plot.getViewBox().viewRange()[0]) != tuple(limits):
                plot.setXRange(*limits, padding=0)
                return  # that plot's own change carries on from here
        self._draw_lines()

    def _moved_by_hand(self, _axes: object) -> None:
        self.follow = False
        self.moved.emit()

    def _mouse_moved(self, plot: pg.PlotWidget, position: QPointF) -> None:
        view = plot.getViewBox()
        if not view.sceneBoundingRect().contains(position):
            self.pointed.emit(0)
            return
        step = round(self.across.step(view.mapSceneToView(position).x()))
        self.pointed.emit(min(max(step, 1), self._figures.steps))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(0)
        return super().eventFilter(watched, event)


def _mark(line: pg.PlotDataItem, edge: str, fill: str) -> None:
    """The colours of a line's markers, in the legend too while the line is of nothing yet."""
    line.setSymbolPen(style.pen(edge))
    line.setSymbolBrush(fill)
    line.scatter.setPen(style.pen(edge))
    line.scatter.setBrush(fill)
