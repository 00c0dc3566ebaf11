"""Cards that glide to their new places after an edit moved many, so that the eye keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtGui import QKeyEvent

from app.ui import motion
from app.ui.canvas.component import Component
from app.ui.canvas.gestures.base import Gesture, Pointer
from nodes.network import Position

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_MOST = 3_000  # cards that glide; of more nobody sees where each one goes


class Gliding(Component):
    """Only what is painted moves; the document has the new places from the beginning.

    Whatever is done meanwhile, the cards are at their places at once.
    """

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._animation = QVariantAnimation(canvas)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self._arrive)
        self._geometry = canvas.layer.geometry
        self._old = self._new = self._geometry.places.copy()

    def from_places(self, before: Mapping[str, Position]) -> None:
        """Let the cards glide to where they stand now from where they stood, by name."""
        geometry, time = self.canvas.layer.geometry, 2 * motion.duration()
        if not time or not 0 < len(geometry.names) <= _MOST or not self.canvas.isVisible():
            return
        self._geometry = geometry
        self._new = geometry.places.copy()
        here = self._new.tolist()
        self._old = np.array(
            [before.get(n, p) for n, p in zip(geometry.names, here, strict=True)], dtype=np.float64
        )
        if (self._old != self._new).any():
            self._animation.setDuration(time)
            self._animation.start()

    @property
    def gliding(self) -> bool:
        return self._animation.state() is QVariantAnimation.State.Running

    def _show(self, share: object) -> None:
        if isinstance(share, float) and self.gliding:
            self._geometry.show(self._old + (self._new - self._old) * share)
            self.canvas.layer.update()

    def _arrive(self) -> None:
        self._geometry.restore()
        self.canvas.layer.update()
        self.canvas.minimap.refresh()

    def _skip(self) -> None:
        if self.gliding:
            self._animation.stop()
            self._arrive()

    def follow(self) -> None:
        self._skip()

    def gesture_at(self, at: Pointer) -> Gesture | None:
        self._skip()
        return None

    def double_click(self, at: Pointer) -> bool:
        self._skip()
        return False

    def key(self, event: QKeyEvent) -> bool:
        self._skip()
        return False
