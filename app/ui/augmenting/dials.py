"""Settings with a slider each, so that what they do is seen while they are pulled."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.ui import scale
from app.ui.language import tr
from app.ui.training.fields import LABELS
from app.ui.training.settings import Set, Setting
from nodes.network import Argument
from nodes.spec import Kind, Param

# Where a slider ends; more than that can be typed.
TOPS: Mapping[str, float] = {
    "crop": 16, "shift": 0.5, "rotate": 90, "zoom": 1, "brightness": 1, "contrast": 1,
    "saturation": 1, "hue": 0.5, "lighting": 1, "cutout": 1, "mixup": 2, "cutmix": 2,
}  # fmt: skip
_TICKS = 100  # of a slider over real numbers
_FIELD = 62  # pixels at 100 %
_PULLS = count(1)  # a name for every pull, and for every visit with the keys


class Slider(QSlider):
    """The wheel changes it only while it has the keys, so that scrolling past never does."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Dial(Setting):
    """A setting; a number has a slider between its name and its field.

    One pull is one step of undo, as all keys of one visit are.
    """

    def __init__(self, param: Param, label: str, set: Set, parent: QWidget | None = None) -> None:
        super().__init__(param, label, set, parent)
        self._whole = param.kind is Kind.INT
        self._visit = 0
        self.slider: Slider | None = None
        if param.name in TOPS:
            self.slider = self._slider(param)

    def _slider(self, param: Param) -> Slider:
        slider = Slider()
        slider.setObjectName(f"slider_{param.name}")
        slider.setRange(0, round(TOPS[param.name]) if self._whole else _TICKS)
        slider.setPageStep(max(1, slider.maximum() // 8))
        slider.setAccessibleName(tr(LABELS[param.name][0]))
        slider.setToolTip(self.row.field.toolTip())
        slider.entered.connect(self._enter)
        slider.sliderPressed.connect(lambda: self.row.field.run.emit(f"pull_{next(_PULLS)}", False))
        slider.sliderReleased.connect(lambda: self.row.field.run.emit("", False))
        slider.actionTriggered.connect(self._moved)
        field = self.row.field
        self.grid.removeWidget(field)
        if self.row.reset is not None:
            self.grid.removeWidget(self.row.reset)
            self.grid.addWidget(self.row.reset, 1, 3)
        self.grid.addWidget(slider, 1, 1)
        self.grid.addWidget(field, 1, 2)
        scale.follow(self, lambda: field.setFixedWidth(scale.wide(_FIELD)))
        return slider

    def show_value(self, value: Argument) -> None:
        super().show_value(value)
        if self.slider is not None and isinstance(value, int | float):
            share = min(value / TOPS[self.row.param.name], 1)
            self.slider.setValue(round(share * self.slider.maximum()))

    def _enter(self) -> None:
        self._visit = next(_PULLS)

    def _moved(self) -> None:
        """A person has moved it, by whatever means; it is not told so where the value moves it."""
        assert self.slider is not None
        share = self.slider.sliderPosition() / self.slider.maximum()
        value = round(share * TOPS[self.row.param.name], 4)
        field = self.row.field
        if self.slider.isSliderDown():
            field.offered.emit(int(value) if self._whole else value)
            return
        field.run.emit(f"keys_{self._visit}", False)
        field.offered.emit(int(value) if self._whole else value)
        field.run.emit("", False)
