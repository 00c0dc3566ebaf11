"""Every text that a person can read in the widgets of a window, by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_PROPERTIES = (
    *("text", "title", "windowTitle", "placeholderText", "toolTip", "statusTip"),
    *("accessibleName", "accessibleDescription", "prefix", "suffix", "specialValueText"),
)
_OWN = (QLineEdit, QPlainTextEdit, QTextEdit)
_ROLES = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole),
    Qt.ItemDataRole.AccessibleTextRole,
)
_TAG = re.compile(r"<[a-z/!][^<>]*>")


def shown(top: QWidget) -> Iterator[tuple[str, str]]:
    """Where, and what, as plain text; of a widget and all that it holds."""
    for widget in (top, *top.findChildren(QWidget)):
        where = _path(widget, top)
        yield from _of(widget, where)
        for action in widget.actions():
            yield from _action(action, f"{where}.{action.objectName() or 'action'}")
        if isinstance(widget, QTabBar):
            for k in range(widget.count()):
                yield from _said(f"{where}[{k}]", widget.tabText(k), widget.tabToolTip(k))
        if isinstance(widget, QComboBox):
            for k in range(widget.count()):
                yield from _said(f"{where}[{k}]", widget.itemText(k))
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            yield from _model(model, where)


def _of(widget: QWidget, where: str) -> Iterator[tuple[str, str]]:
    for name in _PROPERTIES:
        if name == "text" and isinstance(widget, _OWN):
            continue
        if isinstance(text := widget.property(name), str):
            yield from _said(f"{where}.{name}", text)
    if isinstance(widget, QMessageBox):
        yield from _said(where, widget.text(), widget.informativeText())


def _action(action: QAction, where: str) -> Iterator[tuple[str, str]]:
    yield from _said(where, action.text(), action.toolTip(), action.statusTip())


def _model(model: QAbstractItemModel, where: str, parent: QModelIndex | None = None) -> (
    Iterator[tuple[str, str]]
):  # fmt: skip
    parent = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    if not parent.isValid():
        for column in range(columns):
            for role in _ROLES[:2]:
                said = model.headerData(column, Qt.Orientation.Horizontal, role)
                yield from _said(f"{where} header {column}", said)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in _ROLES:
                yield from _said(f"{where} {row},{column}", index.data(role))
        yield from _model(model, f"{where} {row}", model.index(row, 0, parent))


def _said(where: str, *texts: object) -> Iterator[tuple[str, str]]:
    for text in texts:
        if isinstance(text, str) and text.strip():
            yield where, plain(text)


def plain(text: str) -> str:
    """Without the tags of rich text and the marks of mnemonics."""
    if _TAG.search(text):
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return re.sub(r"\(&\w\)|&(?=\w)", "", text)


def _path(widget: QWidget, top: QWidget) -> str:
    parts: list[str] = []
    at: QWidget | None = widget
    while at is not None and at is not top and len(parts) < 3:
        parts.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return "/".join(reversed(parts)) or type(top).__name__
