"""Fusion, with edges that can be seen in every theme, a focus that is always seen, and a size.

Fusion draws outlines darker than the window, and the dock's buttons black: on a dark window neither
can be told from it. It marks the focus only while keys are used.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFocusRect,
    QStyleOptionSpinBox,
    QWidget,
)

from app.ui import scale, theme
from app.ui.icons import icon

_Element = QStyle.PrimitiveElement
_Metric = QStyle.PixelMetric
_State = QStyle.StateFlag
_FIELDS = (_Element.PE_FrameLineEdit, _Element.PE_IndicatorCheckBox)
_EDGED = (
    *_FIELDS,
    _Element.PE_PanelButtonCommand,
    _Element.PE_IndicatorRadioButton,
    _Element.PE_IndicatorItemViewItemCheck,
)
_HIGH = (_Element.PE_Frame, _Element.PE_FrameMenu, _Element.PE_FrameGroupBox)
_COMPLEX = (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox)
_SLIDER = (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
_BUTTONS = {
    QStyle.StandardPixmap.SP_TitleBarCloseButton: "close",
    QStyle.StandardPixmap.SP_DockWidgetCloseButton: "close",
    QStyle.StandardPixmap.SP_TitleBarNormalButton: "float",
}
_MEASURES = frozenset(  # that grow with the interface
    {
        _Metric.PM_ButtonIconSize, _Metric.PM_ButtonMargin, _Metric.PM_DockWidgetTitleMargin,
        _Metric.PM_ExclusiveIndicatorHeight, _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_IndicatorHeight, _Metric.PM_IndicatorWidth,
        _Metric.PM_LayoutBottomMargin, _Metric.PM_LayoutHorizontalSpacing,
        _Metric.PM_LayoutLeftMargin, _Metric.PM_LayoutRightMargin, _Metric.PM_LayoutTopMargin,
        _Metric.PM_LayoutVerticalSpacing, _Metric.PM_ListViewIconSize,
        _Metric.PM_MenuButtonIndicator, _Metric.PM_MessageBoxIconSize,
        _Metric.PM_ScrollBarExtent, _Metric.PM_SliderLength, _Metric.PM_SliderThickness,
        _Metric.PM_SmallIconSize, _Metric.PM_TabBarIconSize, _Metric.PM_TabBarTabHSpace,
        _Metric.PM_TabBarTabVSpace, _Metric.PM_TabCloseIndicatorHeight,
        _Metric.PM_TabCloseIndicatorWidth, _Metric.PM_TitleBarHeight,
        _Metric.PM_TreeViewIndentation,
    }
)  # fmt: skip
INVALID = "invalid"  # property of a field whose text cannot be applied
_RADIUS = 2.0
_FOCUS = 1.6  # pixels of the line about what has the focus


class Style(QProxyStyle):
    """The style of the application."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Element.PE_FrameFocusRect:
            if isinstance(option, QStyleOptionFocusRect):
                _line(painter, option.rect, theme.current().accent, _FOCUS)
            return
        super().drawPrimitive(element, option, painter, widget)
        if element in _HIGH and theme.current().high:
            _line(painter, option.rect, theme.current().border, 1)
        if element not in _EDGED:
            return
        state = option.state
        focused = element in _FIELDS and bool(state & _State.State_HasFocus)
        if focused:
            _line(painter, option.rect, theme.current().accent, _FOCUS)
        if widget is not None and widget.property(INVALID):
            inner = option.rect.adjusted(2, 2, -2, -2) if focused else option.rect
            _line(painter, inner, theme.current().error, _FOCUS)
            return
        if focused:
            return
        if isinstance(option, QStyleOptionButton) and _flat(option):
            return
        rounded = option.rect.height() / 2 if _is_round(element) else _RADIUS
        _line(painter, option.rect, _edge(option), 1, rounded)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        scrolls = control == QStyle.ComplexControl.CC_ScrollBar
        if scrolls and widget is not None and theme.current().high:
            handle = QStyle.SubControl.SC_ScrollBarSlider
            area = self.subControlRect(control, option, handle, widget)
            _line(painter, area, theme.current().field_border, 1)
        if control == QStyle.ComplexControl.CC_Slider and widget is not None:
            for part in _SLIDER:
                area = self.subControlRect(control, option, part, widget)
                _line(painter, area, _edge(option), 1)
        if control not in _COMPLEX or (
            isinstance(option, QStyleOptionSpinBox) and not option.frame
        ):
            return
        focused = bool(option.state & _State.State_HasFocus)
        accent = QColor(theme.current().accent)
        _line(painter, option.rect, accent if focused else _edge(option), _FOCUS if focused else 1)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_DockWidgetTitle and widget is not None:
            painter.setFont(widget.font())  # Qt leaves the one that was when it was made
        super().drawControl(element, option, painter, widget)
        if element == QStyle.ControlElement.CE_TabBarTabShape and theme.current().high:
            chosen = option.state & _State.State_Selected
            edge = theme.current().accent if chosen else theme.current().border
            _line(painter, option.rect, edge, _FOCUS if chosen else 1)

    def standardIcon(
        self,
        standard: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if standard in _BUTTONS:
            return icon(_BUTTONS[standard])
        return super().standardIcon(standard, option, widget)


class ScaledStyle(Style):
    """The same, with larger or smaller measures; apart, for Qt asks for them very often."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        usual = super().pixelMetric(metric, option, widget)
        return scale.px(usual) if usual > 0 and metric in _MEASURES else usual


def in_scale() -> Style:
    """The style for the present size of the interface."""
    return Style() if scale.percent() == 100 else ScaledStyle()


def _flat(option: QStyleOptionButton) -> bool:
    return bool(option.features & QStyleOptionButton.ButtonFeature.Flat)


def _is_round(element: QStyle.PrimitiveElement) -> bool:
    return element == _Element.PE_IndicatorRadioButton


def _edge(option: QStyleOption) -> QColor:
    edge = QColor(theme.current().field_border)
    if not option.state & _State.State_Enabled:
        edge.setAlphaF(0.5)
    return edge


def _line(
    painter: QPainter, area: QRect, colour: QColor | str, width: float, radius: float = _RADIUS
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = max(width, 1.0) / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), radius, radius)
    painter.restore()
