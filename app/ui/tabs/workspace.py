"""All open documents, on one side or beside one another; one of them is active."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from app.ui.canvas import CanvasView
from app.ui.canvas.arriving import send
from app.ui.canvas.navigator import Look
from app.ui.editor import Editor
from app.ui.sheet import Sheet
from app.ui.tabs import left
from app.ui.tabs.carrying import target_at
from app.ui.tabs.group import Group
from app.ui.tabs.tab import Tab

KEPT = 20  # closed documents that can be had back


class Workspace(QSplitter):
    """Has at least one tab at any time. The editor it is given always shows the active one.

    `activated` follows when it does; `closed` carries a sheet that no tab shows any more.
    """

    added = Signal(object)  # Tab
    activated = Signal()
    closed = Signal(object)  # Sheet
    close_requested = Signal(object)  # Tab
    menu_requested = Signal(object, QPoint)  # Tab, and where
    new_requested = Signal()
    visible_changed = Signal()  # the nodes in view, of any tab
    wires_selected = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self._editor = editor
        self._closed: list[tuple[Sheet, int, Look | None]] = []
        self._running: Sheet | None = None
        self._paused = False
        self.groups: list[Group] = []
        self._group()
        self.active: Tab = self._make(editor.sheet, self.groups[0], 0)
        for signal in (editor.changed, editor.path_changed):
            signal.connect(self._tell)
        self._tell()

    # --- what is open ----------------------------------------------------------------------------

    @property
    def tabs(self) -> Sequence[Tab]:
        return [tab for group in self.groups for tab in group.tabs]

    @property
    def canvas(self) -> CanvasView:
        return self.active.canvas

    @property
    def split(self) -> bool:
        return len(self.groups) > 1

    def tab_of(self, sheet: Sheet) -> Tab | None:
        return next((tab for tab in self.tabs if tab.sheet is sheet), None)

    def canvas_of(self, sheet: Sheet) -> CanvasView | None:
        tab = self.tab_of(sheet)
        return tab.canvas if tab is not None else None

    def of_path(self, path: Path) -> Tab | None:
        """The tab that shows a file, by whichever of its names."""
        found = path.resolve()
        paths = ((tab, tab.sheet.path) for tab in self.tabs)
        return next((tab for tab, p in paths if p is not None and p.resolve() == found), None)

    @property
    def can_reopen(self) -> bool:
        return bool(self._closed)

    # --- opening and closing ---------------------------------------------------------------------

    def add(self, sheet: Sheet) -> Tab:
        """A tab behind the active one, which it becomes."""
        group = self._group_of(self.active)
        tab = self._make(sheet, group, group.tabs.index(self.active) + 1)
        self.activate(tab)
        return tab

    def show_sheet(self, sheet: Sheet) -> None:
        """In its tab, or in a new one."""
        tab = self.tab_of(sheet)
        if tab is not None:
            self.activate(tab)
        else:
            self.add(sheet)

    def free(self) -> Tab:
        """The active tab where nobody works in it, else a new one, which is active then."""
        return self.active if self.active.sheet.untouched else self.add(Sheet())

    def name_run(self, begun: str) -> None:
        """The active tab has the network of a past run, which began then."""
        self.active.sheet.begun = begun
        self._tell()

    def close_tab(self, tab: Tab) -> None:
        """Without a question. In the place of the last one comes an empty one."""
        group = self._group_of(tab)
        at = group.tabs.index(tab)
        if len(self.tabs) == 1:
            self._make(Sheet(), group, at + 1)
        left.keep(tab)
        if tab.sheet.network.graph.nodes:
            self._closed = [*self._closed, (tab.sheet, at, tab.canvas.look)][-KEPT:]
        if tab is self.active:
            beside = [t for t in group.tabs if t is not tab] or self._other(group).tabs
            self.activate(beside[min(at, len(beside) - 1)])
        group.take(tab)
        tab.discard()
        self._tidy()
        self.closed.emit(tab.sheet)

    def reopen(self) -> None:
        """Have the document back that was closed last, with all its steps."""
        if self._closed:
            sheet, at, look = self._closed.pop()
            group = self._group_of(self.active)
            tab = self._make(sheet, group, min(at, len(group.tabs)))
            tab.show_part(sheet.trail, look)
            self.activate(tab)

    # --- the active one --------------------------------------------------------------------------

    def activate(self, tab: Tab) -> None:
        """Have the docks show it, once what is being typed there has found its own document."""
        self._group_of(tab).bring(tab)
        if tab is self.active:
            return
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            focused.clearFocus()
        self.active = tab
        for group in self.groups:
            group.mark(self.split and tab in group.tabs)
        self._editor.show(tab.sheet)
        self.activated.emit()

    def step(self, by: int) -> None:
        """Go to the next tab, in the order that they stand in."""
        tabs = self.tabs
        self.activate(tabs[(tabs.index(self.active) + by) % len(tabs)])

    def look_again(self) -> None:
        """More is known of custom layers: check the networks that have some."""
        for tab in self.tabs:
            if tab.sheet.network.custom:
                tab.editor.look_again()

    # --- two sides -------------------------------------------------------------------------------

    def toggle_split(self) -> None:
        """The active tab to a side of its own, a new one where it is the only one; or back."""
        if self.split:
            for tab in self.groups[1].tabs[:]:
                self._move(tab, self.groups[0])
            self._tidy()
        elif len(self.tabs) > 1:
            self.move_across(self.active)
        else:
            self._make(Sheet(), self._group(), 0)
            self._tidy()
            self.activate(self.tabs[-1])
            self.new_requested.emit()
        self.canvas.setFocus()

    def move_across(self, tab: Tab) -> None:
        """To the other side, which is made where there is none."""
        group = self._group_of(tab)
        self._move(tab, self._other(group) if self.split else self._group())
        self._show_moved(tab)

    def _show_moved(self, tab: Tab) -> None:
        self.activate(tab)
        self._tidy()
        tab.canvas.setFocus()  # which went elsewhere when it was taken out

    def send_across(self, *, moved: bool) -> None:
        """What is selected in the active tab, to the one in front on the other side."""
        if not self.split:
            return
        source, target = self.active, self._other(self._group_of(self.active)).current
        if send(source.canvas, target.canvas, moved=moved):
            self.activate(target)
            target.canvas.setFocus()

    def _show_target(self, tab: Tab, at: QPoint) -> None:
        """Mark where a tab would go that is dragged out of its row."""
        target = target_at(self.groups, self._group_of(tab), at)
        for group in self.groups:
            group.mark_drop(target.area if target is not None and target.group is group else None)

    def _unmark(self) -> None:
        for group in self.groups:
            group.mark_drop(None)

    def _drop(self, tab: Tab, at: QPoint) -> None:
        """It is let go there: it goes to another side, to a new one, or elsewhere in its row."""
        self._unmark()
        own = self._group_of(tab)
        target = target_at(self.groups, own, at)
        if target is None:
            return
        if target.group is own and not target.new:
            old = own.tabs.index(tab)
            own.bar.moveTab(old, target.index - (target.index > old))
            return
        group = target.group
        if target.new:
            group = self._group(0 if target.new == "left" else len(self.groups))
        self._move(tab, group, target.index)
        self._show_moved(tab)

    def _move(self, tab: Tab, group: Group, index: int | None = None) -> None:
        self._group_of(tab).take(tab)
        group.add(tab, len(group.tabs) if index is None else index)
        group.bring(tab)
        tab.show()

    def _tidy(self) -> None:
        """A side without tabs goes; two share the room."""
        for group in [g for g in self.groups if not g.tabs]:
            self.groups.remove(group)
            group.hide()
            group.deleteLater()
        for group in self.groups:
            group.mark(self.split and self.active in group.tabs)
        self.setSizes([self.width()] * len(self.groups))
        self._tell()

    def _group(self, at: int | None = None) -> Group:
        """A side more, by default the last."""
        group = Group()
        group.chosen.connect(self.activate)
        group.close_requested.connect(self.close_requested)
        group.menu_requested.connect(self.menu_requested)
        group.new_requested.connect(self.new_requested)
        group.carried.connect(self._show_target)
        group.let_go.connect(self._drop)
        group.kept.connect(self._unmark)
        at = len(self.groups) if at is None else at
        self.groups.insert(at, group)
        self.insertWidget(at, group)
        return group

    def _group_of(self, tab: Tab) -> Group:
        return next(group for group in self.groups if tab in group.tabs)

    def _other(self, group: Group) -> Group:
        return next(g for g in self.groups if g is not group)

    def _make(self, sheet: Sheet, group: Group, at: int) -> Tab:
        tab = Tab(sheet)
        tab.touched.connect(lambda: self.activate(tab))
        tab.canvas.visible_changed.connect(self.visible_changed)
        tab.canvas.wire_selection_changed.connect(self.wires_selected)
        tab.canvas.set_running(sheet is self._running and not self._paused)
        group.add(tab, at)
        self.added.emit(tab)
        self._tell()
        return tab

    # --- marks -----------------------------------------------------------------------------------

    def mark_running(self, sheet: Sheet | None, *, paused: bool = False) -> None:
        """The document that is being trained."""
        if (sheet, paused) != (self._running, self._paused):
            self._running, self._paused = sheet, paused
            for tab in self.tabs:
                tab.canvas.set_running(tab.editor.sheet is sheet and not paused)
            self._tell()

    def _tell(self) -> None:
        running = self.tab_of(self._running) if self._running is not None else None
        for group in self.groups:
            group.tell(running, paused=self._paused)
