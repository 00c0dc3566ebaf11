"""Texts that have less room than they need, in the widgets of a window that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.ui.gallery.card import PresetCard
from app.ui.plots.elided import ElidedLabel
from tests.app.ui.language.shown import plain

_SLACK = 1  # px that rounding may take


def cut(top: QWidget) -> Iterator[str]:
    """What is cut off in a widget and all that it holds; what can be scrolled to is not."""
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.visibleRegion().isEmpty() and (text := _lacks(widget)):
            yield f"{type(widget.parentWidget()).__name__}/{type(widget).__name__}: {text}"


def _lacks(widget: QWidget) -> str:
    room, metrics = widget.contentsRect(), widget.fontMetrics()
    if isinstance(widget, QLabel) and widget.text():
        flat = plain(widget.text())
        rich = widget.textFormat() == Qt.TextFormat.RichText or "<" in widget.text()
        if isinstance(widget, ElidedLabel) and widget.toolTip():  # which tells the whole
            return ""
        if widget.wordWrap() or rich:
            short = widget.hasHeightForWidth() and (
                widget.heightForWidth(widget.width()) > widget.height() + _SLACK
            )
            return flat if short else ""
        needed = max(metrics.horizontalAdvance(line) for line in flat.split("\n"))
        return flat if needed > room.width() + _SLACK else ""
    if isinstance(widget, PresetCard):  # which elides, and tells the whole in its tip
        return ""
    if isinstance(widget, QAbstractButton | QGroupBox):
        text = widget.title() if isinstance(widget, QGroupBox) else widget.text()
        if isinstance(widget, QToolButton) and (
            widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        ):
            return ""
        needed = metrics.horizontalAdvance(plain(text))
        return text if needed > widget.width() + _SLACK else ""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            widget,
        )
        needed = metrics.horizontalAdvance(widget.currentText())
        return widget.currentText() if needed > field.width() + _SLACK else ""
    if isinstance(widget, QTabBar) and widget.elideMode() == Qt.TextElideMode.ElideNone:
        for k in range(widget.count()):
            if metrics.horizontalAdvance(plain(widget.tabText(k))) > widget.tabRect(k).width():
                return widget.tabText(k)
    return ""
