"""A slider through the epochs of a run, with a way back to what is live."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from app.ui import scale
from app.ui.buttons import flat
from app.ui.language import tr

_APART = 300  # ms between two epochs when they are played


class EpochBar(QWidget):
    """Hidden where there are no two epochs. `chosen` carries one, or None for what is live."""

    chosen = Signal(object)  # int | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs: Sequence[int] = ()
        self.play = flat("▶", "Play through the epochs from here on", name="Play")
        self.play.toggled.connect(self._play)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Epoch"))
        self.slider.setToolTip(tr("Drag through the epochs and see the feature maps change"))
        self.slider.setPageStep(5)
        self.slider.valueChanged.connect(lambda at: self.chosen.emit(self._epochs[at]))
        self.label = QLabel()
        self.best = flat("Best", "The feature maps after the epoch with the best validation")
        self.best.clicked.connect(self._go_best)
        self._best: int | None = None
        self.live = flat("Live", "The feature maps as they are now")
        for button in (self.play, self.best, self.live):
            button.setCheckable(True)
        self.live.clicked.connect(self._go_live)
        self._turn = QTimer(self, interval=_APART)
        self._turn.timeout.connect(self._next)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.play, self.slider, self.label, self.best, self.live):
            layout.addWidget(widget)
        scale.follow(self, self._rescale)
        self.hide()

    def _rescale(self) -> None:
        self.slider.setFixedWidth(scale.px(150))
        widest = self.fontMetrics().horizontalAdvance(tr("epoch {number}", number="0000"))
        self.label.setMinimumWidth(widest)

    def show_epochs(
        self, epochs: Sequence[int], at: int | None, *, live: bool, best: int | None = None
    ) -> None:
        """Those that there are, which is shown, and which is the best one.

        None is `live`, if anything is.
        """
        self._epochs, self._best = epochs, best
        self.setVisible(len(epochs) > 1)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(len(epochs) - 1, 0))
            shown = at if at in epochs else epochs[-1] if epochs else 0
            self.slider.setValue(epochs.index(shown) if epochs else 0)
        self.label.setText(tr("now") if at is None and live else tr("epoch {number}", number=shown))
        self.best.setVisible(best in epochs)
        self.best.setChecked(best is not None and at == best)
        self.live.setVisible(live)
        self.live.setChecked(at is None)

    def step(self, by: int) -> None:
        """Go on by so many of the epochs, as far as there are any."""
        self.slider.setValue(self.slider.value() + by)

    def _go_best(self) -> None:
        self.play.setChecked(False)
        self.chosen.emit(self._best)

    def _go_live(self) -> None:
        self.play.setChecked(False)
        self.chosen.emit(None)

    def _play(self, on: bool) -> None:
        if not on:
            self._turn.stop()
            return
        if self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        self._turn.start()

    def _next(self) -> None:
        self.step(1)
        if self.slider.value() == self.slider.maximum():
            self.play.setChecked(False)
