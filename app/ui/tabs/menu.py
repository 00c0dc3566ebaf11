"""What can be done with a tab and the file behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from app.ui.language import tr
from app.ui.menus import Item, fill
from app.ui.tabs.tab import Tab

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def items(window: MainWindow, tab: Tab) -> Sequence[Item]:
    """A file can be pointed at only where there is one."""
    others = [t for t in window.tabs.tabs if t is not tab]
    found: list[Item] = [(tr("Close"), lambda: window.documents.close(tab))]
    if others:
        found.append((tr("Close Others"), lambda: window.documents.close_all(others)))
        found.append((tr("Move to Other Side"), lambda: window.tabs.move_across(tab)))
    if tab.sheet.path is not None:
        found.append((tr("Copy Path"), lambda: copy_path(tab)))
        found.append((tr("Show in Folder"), lambda: reveal(tab)))
    return found


def show(window: MainWindow, tab: Tab, at: QPoint) -> None:
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu, items(window, tab))
    menu.popup(at)


def copy_path(tab: Tab) -> None:
    QGuiApplication.clipboard().setText(str(tab.sheet.path))


def reveal(tab: Tab) -> None:
    """Open the folder of the file in the desktop's own way."""
    if tab.sheet.path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(tab.sheet.path.parent)))
