"""What a run takes: the parts of its steps, and the memory and the device that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.training.messages import DeviceUse, Shares
from app.training.rules import FULL, STARVED
from app.ui import scale
from app.ui.formats import both, percent, size
from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel
from app.ui.run import Run
from app.ui.theme import Theme, current, family_colour

if TYPE_CHECKING:
    from app.ui.runs import Runs

_HEIGHT = 10  # pixels at 100 %
_GAP = 1.0  # pixels between two parts, so that no colour is needed to tell them apart

# As a step goes: what a part is called, what it is, and the family that lends it its colour.
PARTS = (
    ("data", "Data", "Waiting for the next batch to be read and augmented.", "Pooling"),
    ("forward", "Forward", "The network computes its outputs, and the loss.", "Convolution"),
    ("backward", "Backward", "The gradients, from the loss back to the inputs.", "Linear"),
    ("optimizer", "Optimiser", "The weights are changed.", "Normalisation"),
    ("watching", "Watching", "All that is shown of the run, and its health.", "Input and output"),
)


class _Bar(QWidget):
    """Some shares of 1, side by side, each in a colour of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shares: list[tuple[float, QColor]] = []
        scale.follow(self, lambda: self.setFixedHeight(scale.px(_HEIGHT)))

    def show_shares(self, shares: list[tuple[float, QColor]]) -> None:
        self.shares = shares
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, left = QPainter(self), current(), 0.0
        painter.fillRect(self.rect(), QColor(colours.border))
        for share, colour in self.shares:
            wide = share * self.width()
            painter.fillRect(QRectF(left, 0, max(wide - _GAP, 0), self.height()), colour)
            left += wide
        painter.end()


class Usage(QWidget):
    """Not there until something is told; a part that takes too much is told in words, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Shares | None = None
        self._use: DeviceUse | None = None
        self._here = True
        self.step = _Bar()
        self.parts = QLabel(wordWrap=True)
        self.memory = _Bar()
        self.told = ElidedLabel()
        self._rows: list[tuple[QWidget, ...]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for row, (title, bar, words) in enumerate(
            (("Each step", self.step, self.parts), ("Memory", self.memory, self.told))
        ):
            name = QLabel(tr(title))
            name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            grid.addWidget(name, 2 * row, 0)
            grid.addWidget(bar, 2 * row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, 2 * row + 1, 1)
            self._rows.append((name, bar, words))
        grid.setColumnStretch(1, 1)
        self.clear()

    def clear(self) -> None:
        """Another run begins, of which nothing is known."""
        self._shares = self._use = None
        self._show()

    def show_here(self, here: bool) -> None:
        """Whether the run that it tells of is that of the document on screen."""
        if here != self._here:
            self._here = here
            self._show()

    def show_shares(self, shares: Shares) -> None:
        self._shares = shares
        self._show()

    def show_use(self, use: DeviceUse) -> None:
        self._use = use
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        changes = QEvent.Type.PaletteChange, QEvent.Type.LanguageChange
        if event.type() in changes and hasattr(self, "told"):
            self._show()

    def _show(self) -> None:
        told = self._shares is not None or self._use is not None
        self.setVisible(self._here and told)
        theme = current()
        for row, what in zip(self._rows, (self._shares, self._use), strict=True):
            for widget in row:
                widget.setVisible(what is not None)
        if self._shares is not None:
            self._show_step(self._shares, theme)
        if self._use is not None:
            self._show_memory(self._use, theme)

    def _show_step(self, shares: Shares, theme: Theme) -> None:
        values = [getattr(shares, name) for name, *_ in PARTS]
        colours = [family_colour(theme, family) for *_, family in PARTS]
        self.step.show_shares([*zip(values, colours, strict=True)])
        legend = (
            f'<b style="color:{colour.name()}">■</b>&nbsp;'
            f"{tr(word)}&nbsp;{percent(value).replace(' ', '&nbsp;')}"
            for (_, word, *_), value, colour in zip(PARTS, values, colours, strict=True)
        )
        self.parts.setText("&ensp; ".join(legend))
        lines = [
            f"{tr(word)}: {percent(value)} – {tr(what)}"
            for (_, word, what, _), value in zip(PARTS, values, strict=True)
        ]
        if shares.data > STARVED:
            lines.append(
                tr("The network waits for its data: more readers, or a smaller set, help.")
            )
        for widget in (self.step, self.parts):
            widget.setToolTip("\n".join(lines))
        self.step.setAccessibleName(tr("Parts of a step"))
        self.step.setAccessibleDescription("\n".join(lines))

    def _show_memory(self, use: DeviceUse, theme: Theme) -> None:
        share = use.used / use.limit if use.limit else 0.0
        colour = QColor(theme.error if share > FULL else theme.accent)
        self.memory.show_shares([(min(share, 1.0), colour)])
        told = [tr("{used} of {limit}", used=size(use.used), limit=size(use.limit))]
        if use.process != use.used:  # it is the device's own memory that is told first
            told.append(tr("process {bytes}", bytes=size(use.process)))
        if use.utilisation is not None:
            told.append(tr("at work {share}", share=percent(use.utilisation)))
        if use.celsius is not None:
            told.append(f"{use.celsius:.0f} °C")
        self.told.setText("   ".join(told))
        lines = [
            tr("In use: {bytes}", bytes=both(use.used)),
            tr("At most so far: {bytes}", bytes=both(use.peak)),
            tr("There is: {bytes}", bytes=both(use.limit)),
            tr("The training process has {bytes} of main memory.", bytes=both(use.process)),
        ]
        for widget in (self.memory, self.told):
            widget.setToolTip("\n".join(lines))
        self.memory.setAccessibleName(tr("Memory of the device"))
        self.memory.setAccessibleDescription("\n".join((*told, *lines)))


def follow(usage: Usage, runs: Runs) -> None:
    """Have it tell of the run of the document that is shown, as far as the worker is at that."""

    def tell_shares(run: Run, event: Shares, payload: bytes) -> None:
        usage.show_shares(event)

    def tell_use(run: Run, event: DeviceUse, payload: bytes) -> None:
        usage.show_use(event)

    runs.begun.connect(lambda anew: usage.clear())
    runs.changed.connect(lambda: usage.show_here(runs.here))
    runs.on(Shares, tell_shares)
    runs.on(DeviceUse, tell_use)
