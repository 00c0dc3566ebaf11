"""Every action of the window, a table a menu; menus, toolbar and shortcut page are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from app.ui import crash
from app.ui.actions import (
    appearance,
    arrange,
    bookmarks,
    edit,
    export,
    file,
    go,
    helping,
    insert,
    language,
    network,
    pastruns,
    run,
    view,
    watch,
)
from app.ui.actions.keys import bind, in_force, plain, tip
from app.ui.actions.spec import ActionSpec
from app.ui.icons import icon
from app.ui.language import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

__all__ = [
    "ACTIONS",
    "MENUS",
    "ActionSpec",
    "fill_menus",
    "fill_toolbar",
    "make_actions",
    "rebind",
    "refresh",
    "tint",
    "tip",
]

MENUS = (
    "File", "Export", "Edit", "View", "Appearance", "Language", "Go", "Bookmarks", "Insert",
    "Arrange", "Network", "Run", "Help",
)  # fmt: skip
_WITHIN = {  # menus that are in others
    "Export": "File",
    "Appearance": "View",
    "Language": "View",
    "Bookmarks": "Go",
}
_TABLES = (
    file,
    export,
    edit,
    view,
    watch,
    appearance,
    language,
    go,
    bookmarks,
    insert,
    arrange,
    network,
    run,
    pastruns,
    helping,
)
ACTIONS: tuple[ActionSpec, ...] = tuple(chain.from_iterable(t.ACTIONS for t in _TABLES))


def make_actions(window: MainWindow) -> dict[str, QAction]:
    """A QAction for every row of the table, by id."""
    made, keys = {}, in_force(ACTIONS)
    for spec in ACTIONS:
        action = QAction(tr(spec.text.lstrip("|")), window)
        action.setObjectName(spec.id)
        action.setShortcut(keys[spec.id])
        action.setStatusTip(tr(spec.tip))
        action.setCheckable(spec.checked is not None)
        action.setToolTip(tip(action))
        action.changed.connect(partial(_name_button, action))
        _name_button(action)
        action.triggered.connect(lambda _=False, s=spec: _do(s, window))
        window.addAction(action)
        made[spec.id] = action
    return made


def _name_button(action: QAction) -> None:
    """A button has no letter for the menu, which Qt leaves behind a Chinese word."""
    action.setIconText(plain(action.text()))


def rebind(actions: Mapping[str, QAction]) -> None:
    """Take over the shortcuts that were changed in the settings."""
    bind(ACTIONS, actions)


def _do(spec: ActionSpec, window: MainWindow) -> None:
    crash.doing = spec.id
    spec.callback(window)
    if spec.menu in ("Appearance", "Language"):
        refresh(window, window.actions_by_id)


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    menus = {name: bar.addMenu(_title(name)) for name in MENUS if name not in _WITHIN}
    for spec in ACTIONS:
        if spec.menu not in menus:
            around = menus[_WITHIN[spec.menu]]
            around.addSeparator()
            menus[spec.menu] = around.addMenu(_title(spec.menu))
        if spec.text.startswith("|"):
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.id])
    return menus


def _title(menu: str) -> str:
    return tr(f"&{menu}")


def fill_toolbar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    menu = ""
    for spec in ACTIONS:
        if spec.toolbar:
            if menu and spec.menu != menu:
                bar.addSeparator()
            menu = spec.menu
            bar.addAction(actions[spec.id])


def refresh(window: MainWindow, actions: Mapping[str, QAction]) -> None:
    """Enable what can be done now."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(spec.enabled(window))
        if spec.checked is not None:
            actions[spec.id].setChecked(spec.checked(window))
        if spec.now is not None:
            actions[spec.id].setText(tr(spec.now(window)))


def tint(actions: Mapping[str, QAction]) -> None:
    """Icons in the colours of the theme in force."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon))
