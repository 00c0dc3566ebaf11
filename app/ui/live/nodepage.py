"""How one node learns: its figures over time, and how its values are spread."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.formats import number, percent
from app.ui.language import tr
from app.ui.live.ridge import Ridge
from app.ui.live.story import Curve, Floats, Story
from app.ui.plots import style
from app.ui.theme import current

_RATIO, _DEAD, _MEAN, _SPREADS, _VARIANCE = range(5)
PARTS = _SPREADS + 3  # plots; that of the variance is drawn with that of the mean


class NodePage(QWidget):
    """Shows what a `Story` tells of a path; plots of what there is nothing of are put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Story, str] | None = None
        self.title = QLabel()
        self.readout = QLabel()
        self.readout.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.curves = {
            _RATIO: _plot(tr("gradient / weight")),
            _DEAD: _plot(tr("dead share (%)")),
            _MEAN: _plot(tr("running mean")),
            _VARIANCE: _plot(tr("running variance")),
        }
        self.curves[_RATIO].setLogMode(y=True)
        self.curves[_DEAD].setYRange(0, 100)
        self._lines = {name: [p.plot() for _ in range(3)] for name, p in self.curves.items()}
        self.ridges = {
            "activations": Ridge(tr("activations")),
            "weights": Ridge(tr("weights")),
            "gradients": Ridge(tr("gradients")),
        }
        self._plots = QSplitter(Qt.Orientation.Horizontal)
        for plot in (*self.curves.values(), *self.ridges.values()):
            self._plots.addWidget(plot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._plots)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 2, 6, 2)
        bar.setSpacing(16)
        bar.addWidget(self.title)
        bar.addWidget(self.readout, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self.tell("", tr("Select a node to see how it learns"))
        self._dress()

    @property
    def empty(self) -> str:
        """What is said where there is nothing to plot."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def tell(self, title: str, why: str) -> None:
        """Nothing is known of the node, and why."""
        self._shown = None
        self.title.setText(f"<b>{title}</b>" if title else "")
        self.readout.clear()
        self._empty.setText(why)
        self._stack.setCurrentWidget(self._empty)

    def show_node(self, story: Story, path: str) -> None:
        """All that is known of it by now."""
        self._shown = story, path
        known = {self.show_part(part) for part in range(PARTS)}
        if True in known:
            self._stack.setCurrentWidget(self._plots)
        else:
            self.tell(path, tr("Waiting for the first figures of this node"))

    def shows(self, story: Story, path: str) -> bool:
        return self._shown is not None and self._shown[0] is story and self._shown[1] == path

    def show_part(self, part: int) -> bool:
        """One of `PARTS` plots as of now, of the node that is shown; or that there is nothing."""
        assert self._shown is not None
        story, path = self._shown
        if part == _RATIO:
            return self._show_figures(story, path)
        if part == _MEAN:
            return self._show_statistics(story, path)
        if part == _DEAD:
            dead = story.curve(path, "dead")
            return self._draw(_DEAD, Curve(dead.steps, 100 * dead.values))
        what, ridge = [*self.ridges.items()][part - _SPREADS]
        spreads = story.spreads(path, what)
        ridge.setVisible(bool(spreads[1]))
        ridge.show_spreads(*spreads)
        return bool(spreads[1])

    def _show_figures(self, story: Story, path: str) -> bool:
        ratio = story.ratio(path)
        above = ratio.values > 0  # of a logarithm
        dead, update = story.curve(path, "dead"), story.curve(path, "update_ratio")
        self.title.setText(f"<b>{path}</b>")
        self.readout.setText("   ".join(_said(ratio, dead, update)))
        return self._draw(_RATIO, Curve(ratio.steps[above], ratio.values[above]))

    def _show_statistics(self, story: Story, path: str) -> bool:
        steps, seen = story.statistics(path)
        for name, parts in (
            (_MEAN, [s.mean for s in seen]),
            (_VARIANCE, [s.variance for s in seen]),
        ):
            self.curves[name].setVisible(bool(parts))
            for line, values in zip(self._lines[name], zip(*parts, strict=True), strict=False):
                _set(line, steps, values)
        return bool(seen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
        elif event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self.show_node(*self._shown)

    def _draw(self, name: int, curve: Curve) -> bool:
        self.curves[name].setVisible(len(curve.steps) > 0)
        _set(self._lines[name][1], curve.steps, curve.values)
        return len(curve.steps) > 0

    def _dress(self) -> None:
        theme = current()
        for name, plot in self.curves.items():
            style.dress(plot, theme)
            least, middle, most = self._lines[name]
            middle.setPen(style.pen(theme.accent, width=2))
            for line in (least, most):
                line.setPen(style.pen(theme.accent, alpha=0.6))
        for ridge in self.ridges.values():
            ridge.dress()


def _plot(title: str) -> pg.PlotWidget:
    # there is little height for it at the side
    plot = style.plot("", tr("{figure} · step", figure=title))
    plot.setAccessibleName(title)
    plot.getViewBox().setMouseEnabled(x=False, y=False)
    return plot


def _set(line: pg.PlotDataItem, steps: Floats, values: Sequence[float] | Floats) -> None:
    """A single look, which makes no line yet, is a dot."""
    line.setData(steps, values, symbol="o" if len(steps) == 1 else None, symbolSize=6)


def _said(ratio: Curve, dead: Curve, update: Curve) -> list[str]:
    """The newest figures in words, which are read aloud too."""
    found = []
    if len(ratio.steps):
        found.append(tr("gradient / weight {value}", value=number(ratio.last)))
    if len(update.steps):
        found.append(tr("change a step / weight {value}", value=number(update.last)))
    if len(dead.steps):
        found.append(tr("{share} dead", share=percent(dead.last)))
    return found
