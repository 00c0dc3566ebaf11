"""The menu of a node on the canvas: the repairs of its problems, and what else can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.advice import Repair
from app.analysis.report import Problem, join
from app.ui.canvas import CanvasView
from app.ui.language import tr
from app.ui.menus import Item, fill
from app.ui.problems.view import ProblemsView
from app.ui.problems.work import Work


def _nothing(name: str) -> Sequence[Item]:
    return ()


class NodeMenu:
    """Opens at a node where the other button of the mouse is pressed; elsewhere there is none.

    `more` gives what can be done with a node beside its repairs, by its name.
    """

    def __init__(
        self,
        canvas: CanvasView,
        problems: ProblemsView,
        more: Callable[[str], Sequence[Item]] = _nothing,
    ) -> None:
        self._canvas = canvas
        self._problems = problems
        self._more = more
        self._opening = Work(canvas)
        canvas.editor.changed.connect(self._opening.drop)
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self._open)

    def menu_for(self, name: str) -> QMenu | None:
        """What there is for a node of the shown graph; None where that is nothing."""
        told, more = self._told(name), self._more(name)
        if not told and not more:
            return None
        return self._menu({p: self._problems.repairs_of(p) for p in told}, more)

    def _told(self, name: str) -> Sequence[Problem]:
        editor = self._canvas.editor
        path = join(editor.prefix, name)
        return [p for p in editor.report.problems if path in p.nodes and not p.consequence]

    def _menu(self, repairs: Mapping[Problem, Sequence[Repair]], more: Sequence[Item]) -> QMenu:
        menu = QMenu(self._canvas)
        menu.setToolTipsVisible(True)
        for problem, found in repairs.items():
            self._add(menu, problem, found)
        if repairs and more:
            menu.addSeparator()
        fill(menu, more)
        return menu

    def _add(self, menu: QMenu, problem: Problem, found: Sequence[Repair]) -> None:
        for repair in found:
            entry = menu.addAction(repair.title)
            entry.setToolTip(tr(problem.message))
            entry.triggered.connect(lambda _=False, r=repair, p=problem: self._problems.mend(r, p))
        if not found:
            menu.addAction(tr("No repair is known")).setEnabled(False)

    def _open(self, at: QPoint) -> None:
        point = self._canvas.scene_point(at.toPointF())
        name = self._canvas.layer.geometry.node_at(point.x(), point.y())
        if name is not None:
            self._opening.start(self._opened(self._told(name), self._more(name), at))

    def _opened(
        self, told: Sequence[Problem], more: Sequence[Item], at: QPoint
    ) -> Iterator[object]:
        """Opens the menu once all repairs are known."""
        found: dict[Problem, Sequence[Repair]] = {}
        for problem in told:
            found[problem] = ()
            for repairs in self._problems.repairing(problem):
                found[problem] = repairs
                yield repairs
        if told or more:
            menu = self._menu(found, more)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._canvas.viewport().mapToGlobal(at))
