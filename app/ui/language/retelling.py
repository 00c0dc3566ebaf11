"""Says in another language what the widgets of all windows show.

A widget holds finished text. Rather than have every class say its texts twice, what is shown is
looked up backwards here. What is painted is said anew with every frame, and views of data ask
their models again; both are only told to repaint.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.ui.language.texts import again

_TEXTS = (
    *("text", "title", "windowTitle", "iconText", "placeholderText"),
    *("toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription"),
    *("prefix", "suffix", "specialValueText"),
)
_BEFORE = Qt.ItemDataRole.UserRole + 100  # of an item: what it shows, and of which source
_OWN = (QLineEdit, QPlainTextEdit, QTextEdit)  # their text is the person's


def retell(application: QApplication) -> None:
    """Every text that was given by `tr`, in the language in force now."""
    for widget in application.allWidgets():
        _properties(widget)
        for action in widget.actions():
            _properties(action)
        _items(widget)
        widget.updateGeometry()
        widget.update()
    for window in application.topLevelWidgets():  # which tell what is in them
        QApplication.removePostedEvents(window, QEvent.Type.LanguageChange)  # Qt's own, if any
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _properties(thing: QObject) -> None:
    for name in _TEXTS:
        if name == "text" and isinstance(thing, _OWN):
            continue
        shown = thing.property(name)
        if not isinstance(shown, str) or not shown:
            continue
        said, source = _said_again(shown, thing.property(f"{name} before"))
        if said != shown:
            thing.setProperty(name, said)
            thing.setProperty(f"{name} before", [said, source])


def _said_again(shown: str, before: object) -> tuple[str, str]:
    """What to show now, and of what: two sources may have one translation, so that is kept."""
    source = before[1] if isinstance(before, list) and before[0] == shown else shown
    return again(source) or source, source


def _items(widget: QWidget) -> None:
    if isinstance(widget, QComboBox):
        for k in range(widget.count()):
            shown = widget.itemText(k)
            new, source = _said_again(shown, widget.itemData(k, _BEFORE))
            if new != shown:
                widget.setItemText(k, new)
                widget.setItemData(k, [new, source], _BEFORE)
            tip = widget.itemData(k, Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and (said := again(tip)) is not None:
                widget.setItemData(k, said, Qt.ItemDataRole.ToolTipRole)
    elif isinstance(widget, QTabBar):
        for k in range(widget.count()):
            if (said := again(widget.tabText(k))) is not None:
                widget.setTabText(k, said)
            if (said := again(widget.tabToolTip(k))) is not None:
                widget.setTabToolTip(k, said)
    elif isinstance(widget, QTreeWidget):
        columns = range(widget.columnCount())
        found = (widget.headerItem(), widget.invisibleRootItem())
        _tree((item for item in found if item is not None), columns)
    elif isinstance(widget, QListWidget):
        for k in range(widget.count()):
            item = widget.item(k)
            if (said := again(item.text())) is not None:
                item.setText(said)
    if isinstance(widget, QAbstractItemView):
        widget.scheduleDelayedItemsLayout()  # rows may have other heights now
        widget.viewport().update()


def _tree(items: Iterable[QTreeWidgetItem], columns: range) -> None:
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        for column in columns:
            if (said := again(item.text(column))) is not None:
                item.setText(column, said)
            if (said := again(item.toolTip(column))) is not None:
                item.setToolTip(column, said)
        inner = (item.child(k) for k in range(item.childCount()))
        waiting += [child for child in inner if child is not None]
