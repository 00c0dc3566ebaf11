"""How large the interface is: one factor on its fonts, icons and measures, changed at any time.

The canvas has a zoom of its own and does not follow.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)  # percent
_WIDEST = 150  # percent
_SHARE = 0.9  # of the screen, for a dialog
_LEAST_SCREEN = QSize(1280, 800)


class _Scale(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.percent = 100
        self.usual = 0.0  # points of the application's font at 100 %


_scale = _Scale()


class _Follower(QObject):
    """Goes with its widget, and its connection with it."""

    def __init__(self, widget: QWidget, adjust: Callable[[], object]) -> None:
        super().__init__(widget)
        self._adjust = adjust

    def adjust(self) -> None:
        self._adjust()


def percent() -> int:
    return _scale.percent


def px(pixels: float) -> int:
    """A measure at 100 % as it is now."""
    return round(pixels * _scale.percent / 100)


def wide(pixels: float, widest: int = _WIDEST) -> int:
    """The width of a column beside what the window is about, for which room must be left."""
    return round(pixels * min(_scale.percent, widest) / 100)


def size(width: int, height: int) -> QSize:
    """The size of a dialog, within the screen."""
    screen = QApplication.primaryScreen().availableSize().expandedTo(_LEAST_SCREEN)
    return QSize(px(width), px(height)).boundedTo(screen * _SHARE)


def follow(widget: QWidget, adjust: Callable[[], object]) -> None:
    """Call this now, and whenever the interface becomes larger or smaller, while the widget is."""
    _scale.changed.connect(_Follower(widget, adjust).adjust)
    adjust()


def use(percent: int) -> None:
    """Show everything this large, at once; what is not between the first and last step is cut."""
    percent = min(max(percent, STEPS[0]), STEPS[-1])
    if percent == _scale.percent:
        return
    font = QApplication.font()
    _scale.usual = _scale.usual or _points(font)
    ratio, _scale.percent = percent / _scale.percent, percent
    own = [w for w in QApplication.allWidgets() if _has_own_size(w)]
    sizes = [_points(w.font()) * ratio for w in own]
    font.setPointSizeF(_scale.usual * percent / 100)
    QApplication.setFont(font)
    for widget, size in zip(own, sizes, strict=True):
        resized = widget.font()
        resized.setPointSizeF(size)
        widget.setFont(resized)
    _scale.changed.emit()


def step(by: int) -> int:
    """The size that is so many steps away from the present one."""
    at = min(range(len(STEPS)), key=lambda k: abs(STEPS[k] - _scale.percent))
    return STEPS[min(max(at + by, 0), len(STEPS) - 1)]


def _has_own_size(widget: QWidget) -> bool:
    size = 0x2  # QFont::SizeResolved, which Qt for Python does not name
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and bool(
        widget.font().resolveMask() & size
    )


def _points(font: QFont) -> float:
    """Fonts may be given in pixels."""
    return font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
