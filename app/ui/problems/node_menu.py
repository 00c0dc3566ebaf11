"""The menu of a node on the canvas that has problems: their repairs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.analysis.report import Problem, join
from app.ui.canvas import CanvasView
from app.ui.problems.view import ProblemsView


class NodeMenu:
    """Opens at a node where the other button of the mouse is pressed; elsewhere there is none."""

    def __init__(self, canvas: CanvasView, problems: ProblemsView) -> None:
        self._canvas = canvas
        self._problems = problems
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self._open)

    def menu_for(self, name: str) -> QMenu | None:
        """The repairs of a node of the shown graph; None where it has no problem."""
        editor = self._canvas.editor
        path = join(editor.prefix, name)
        told = [p for p in editor.report.problems if path in p.nodes and not p.consequence]
        if not told:
            return None
        menu = QMenu(self._canvas)
        menu.setToolTipsVisible(True)
        for problem in told:
            self._add(menu, problem)
        return menu

    def _add(self, menu: QMenu, problem: Problem) -> None:
        found = self._problems.repairs_of(problem)
        for repair in found:
            entry = menu.addAction(repair.title)
            entry.setToolTip(problem.message)
            entry.triggered.connect(lambda _=False, r=repair, p=problem: self._problems.mend(r, p))
        if not found:
            menu.addAction("No repair is known").setEnabled(False)

    def _open(self, at: QPoint) -> None:
        point = self._canvas.scene_point(at.toPointF())
        name = self._canvas.layer.geometry.node_at(point.x(), point.y())
        menu = self.menu_for(name) if name is not None else None
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._canvas.viewport().mapToGlobal(at))
