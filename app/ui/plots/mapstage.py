"""The place of all channels and of the one that is shown large, and how they share it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui import arrangement
from app.ui.plots.closeup import CloseUp

_MOST = 2 / 3  # of the width that the close-up takes of itself


class MapStage(QWidget):
    """The close-up is as large as it can be until the handle is moved, which is remembered.

    The bar is above the channels alone where there is room for it beside the close-up; what has all
    of the place has it above itself.
    """

    def __init__(self, bar: QWidget, channels: QWidget, close_up: CloseUp) -> None:
        super().__init__()
        self._bar = bar
        self._close_up = close_up
        self._beside = QWidget()
        self._inner = _column(self._beside)
        self._inner.addWidget(bar)
        self._inner.addWidget(channels, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self._beside)
        self.split.addWidget(close_up)
        self._share = arrangement.close_up_share()
        self.split.splitterMoved.connect(self._keep)
        self._outer = _column(self)
        self._outer.addWidget(self.split, 1)
        close_up.hide()

    def show_close_up(self, on: bool, *, alone: bool) -> None:
        """Whether there is one, and whether it has all of the place."""
        self._close_up.setVisible(on)
        self._beside.setVisible(not (on and alone))
        self._settle()

    def _keep(self) -> None:
        _, wide = self.split.sizes()
        self._share = wide / self.width()
        arrangement.keep_close_up_share(self._share)

    def _settle(self) -> None:
        least, high = self._bar.minimumSizeHint(), self.height()
        wanted = self._close_up.widest(high)
        room = self._close_up.isHidden() or least.width() + wanted <= self.width()
        within = room and not self._beside.isHidden()
        column = self._inner if within else self._outer
        if column.indexOf(self._bar) < 0:
            column.insertWidget(0, self._bar)
        if self._share is not None:
            wanted = round(self.width() * self._share)
        else:
            if not within:
                wanted = self._close_up.widest(high - least.height())
            wanted = min(wanted, round(self.width() * _MOST))
        self.split.setSizes([max(self.width() - wanted, 1), wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
