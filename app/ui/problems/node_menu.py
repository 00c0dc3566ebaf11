"""The menu of a node on the canvas: the repairs of its problems, and the actions on what is
selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.advice import Repair
from app.analysis.report import Problem, join
from app.ui.canvas import CanvasView
from app.ui.language import tr
from app.ui.problems.view import ProblemsView
from app.ui.problems.work import Work, awaited

_ALWAYS = (  # actions of the window, greyed where they cannot be done
    ("edit.cut", "edit.copy", "edit.duplicate", "edit.duplicate_wired"),
    ("edit.delete", "edit.heal", "edit.extract"),
    ("edit.rename", "edit.replace", "network.bypass"),
)
_FITTING = (  # those that are there only where they can be done
    ("go.enter", "network.fold", "network.repeat", "network.own", "network.instances",
     "network.unpack", "network.keep", "network.share", "network.code"),
    ("network.block", "arrange.frame", "network.freeze", "network.unfreeze"),
    ("run.freeze", "run.unfreeze"),
)  # fmt: skip
_ALIGN = (
    ("arrange.left", "arrange.centre", "arrange.right"),
    ("arrange.top", "arrange.middle", "arrange.bottom"),
    ("arrange.across", "arrange.down"),
    ("arrange.selection",),
)


class NodeMenu:
    """Opens at a node where the other button of the mouse is pressed, or at the selected one by
    the key for menus; the node is selected, unless it is among several that are.
    """

    def __init__(self, canvas: CanvasView, problems: ProblemsView) -> None:
        self._canvas = canvas
        self._problems = problems
        self._opening = Work(canvas)
        canvas.editor.changed.connect(self._opening.drop)
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self._open)

    def menu_for(self, name: str) -> QMenu | None:
        """What there is for a node of the shown graph; None where that is nothing."""
        self._select(name)
        return self._menu({p: self._problems.repairs_of(p) for p in self._told(name)})

    def _select(self, name: str) -> None:
        editor = self._canvas.editor
        if name not in editor.selection:
            self._canvas.select_wires(())
            editor.select([name])

    def _told(self, name: str) -> Sequence[Problem]:
        editor = self._canvas.editor
        path = join(editor.prefix, name)
        return [p for p in editor.report.problems if path in p.nodes and not p.consequence]

    def _menu(self, repairs: Mapping[Problem, Sequence[Repair]]) -> QMenu | None:
        menu = QMenu(self._canvas)
        menu.setToolTipsVisible(True)
        for problem, found in repairs.items():
            self._add(menu, problem, found)
        if repairs:
            menu.addSeparator()
        self._fill(menu, _ALWAYS)
        if len(self._canvas.editor.selection) > 1:
            align = QMenu(tr("Align"), menu)
            self._fill(align, _ALIGN)
            if align.actions():
                menu.addMenu(align)
                menu.addSeparator()
        self._fill(menu, _FITTING, disabled=False)
        self._fill(menu, [("help.layer",)])
        return menu if menu.actions() else None

    def _fill(self, menu: QMenu, groups: Iterable[Sequence[str]], *, disabled: bool = True) -> None:
        """Actions of the window, with what they are called and whether they can be done now."""
        for group in groups:
            for action in (self._canvas.window().findChild(QAction, name) for name in group):
                if isinstance(action, QAction) and (disabled or action.isEnabled()):
                    menu.addAction(action)
            if menu.actions() and not menu.actions()[-1].isSeparator():
                menu.addSeparator()

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
            self._select(name)
            self._opening.start(self._opened(self._told(name), at))

    def _opened(self, told: Sequence[Problem], at: QPoint) -> Iterator[object]:
        """Opens the menu once all repairs are known."""
        found: dict[Problem, Sequence[Repair]] = {}
        for problem in told:
            found[problem] = ()
            for repairs in self._problems.repairing(problem):
                found[problem] = repairs
                yield repairs
        if awaited(self._canvas) and (menu := self._menu(found)) is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._canvas.viewport().mapToGlobal(at))
