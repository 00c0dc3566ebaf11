"""The menu of a node on the canvas that has problems: their repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.advice import Repair
from app.analysis.report import Problem, join
from app.ui.canvas import CanvasView
from app.ui.problems.view import ProblemsView
from app.ui.problems.work import Work


class NodeMenu:
    """Opens at a node where the other button of the mouse is pressed; elsewhere there is none."""

    def __init__(self, canvas: CanvasView, problems: ProblemsView) -> None:
        self._canvas = canvas
        self._problems = problems
        self._opening = Work(canvas)
        canvas.editor.changed.connect(self._opening.drop)
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self._open)

    def menu_for(self, name: str) -> QMenu | None:
        """The repairs of a node of the shown graph; None where it has no problem."""
        told = self._told(name)
        if not told:
            return None
        return self._menu({problem: self._problems.repairs_of(problem) for problem in told})

    def _told(self, name: str) -> Sequence[Problem]:
        editor = self._canvas.editor
        path = join(editor.prefix, name)
        return [p for p in editor.report.problems if path in p.nodes and not p.consequence]

    def _menu(self, repairs: Mapping[Problem, Sequence[Repair]]) -> QMenu:
        menu = QMenu(self._canvas)
        menu.setToolTipsVisible(True)
        for problem, found in repairs.items():
            self._add(menu, problem, found)
        return menu

    def _add(self, menu: QMenu, problem: Problem, found: Sequence[Repair]) -> None:
        for repair in found:
            entry = menu.addAction(repair.title)
            entry.setToolTip(problem.message)
            entry.triggered.connect(lambda _=False, r=repair, p=problem: self._problems.mend(r, p))
        if not found:
            menu.addAction("No repair is known").setEnabled(False)

    def _open(self, at: QPoint) -> None:
        point = self._canvas.scene_point(at.toPointF())
        name = self._canvas.layer.geometry.node_at(point.x(), point.y())
        told = self._told(name) if name is not None else ()
        self._opening.start(self._opened(told, at))

    def _opened(self, told: Sequence[Problem], at: QPoint) -> Iterator[object]:
        """Opens the menu once all repairs are known."""
        found: dict[Problem, Sequence[Repair]] = {}
        for problem in told:
            found[problem] = ()
            for repairs in self._problems.repairing(problem):
                found[problem] = repairs
                yield repairs
        if told:
            menu = self._menu(found)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._canvas.viewport().mapToGlobal(at))
