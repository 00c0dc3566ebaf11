"""The page of keyboard shortcuts, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import ACTIONS, MENUS


class ShortcutPage(QDialog):
    """All actions with their shortcuts, to search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 560)
        self.search = QLineEdit(placeholderText="Search", clearButtonEnabled=True)
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["Action", "Shortcut"])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.rows: dict[QTreeWidgetItem, list[QTreeWidgetItem]] = {}
        for menu in MENUS:
            group = QTreeWidgetItem(self.tree, [menu])
            rows = self.rows[group] = []
            for spec in ACTIONS:
                if spec.menu == menu:
                    keys = QKeySequence(spec.shortcut)
                    shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
                    text = spec.text.lstrip("|").replace("&", "").rstrip("…")
                    rows.append(QTreeWidgetItem(group, [text, shown]))
        self.tree.expandAll()
        box = QVBoxLayout(self)
        box.addWidget(self.search)
        box.addWidget(self.tree)

    def _filter(self, text: str) -> None:
        for group, rows in self.rows.items():
            hits = [text.lower() in f"{row.text(0)} {row.text(1)}".lower() for row in rows]
            for row, hit in zip(rows, hits, strict=True):
                row.setHidden(not hit)
            group.setHidden(not any(hits))
