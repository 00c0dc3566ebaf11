"""Problems and advice; choosing one shows and selects its nodes, and offers its repairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from app.advice import Advice, Repair, advising, repairing
from app.advice.repair import last
from app.analysis.report import Problem
from app.ui import theme
from app.ui.editor import Editor
from app.ui.language import tr
from app.ui.problems.model import Item, ProblemsModel
from app.ui.problems.repairs import RepairsPane
from app.ui.problems.rows import Rows
from app.ui.problems.rules import Rules
from app.ui.problems.work import Work, awaited
from nodes.network import Network

_REST = 80  # ms without an edit after which advice and repairs are worked out, off its path


class ProblemsView(QWidget):
    """Every problem of the report, and below them the advice, with the repairs of one beside.

    `count_changed` carries how many problems are to be mended; `advised` follows once advice and
    repairs are up to date; `revealed` names a node of the shown graph that is to be in view.
    """

    count_changed = Signal(int)
    advised = Signal()
    revealed = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._model = ProblemsModel()
        self._count = 0
        self._advice: tuple[Advice, ...] = ()
        self._tried_on = editor.network  # what the repairs that are shown are for
        self._work = Work(self)
        self._opening = Work(self)
        self._late = QTimer(self, singleShot=True, interval=_REST)
        self._late.timeout.connect(self._work_out)
        self.rules = Rules(self)
        self.rules.changed.connect(self._late.start)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.chosen.connect(self._reveal)
        self.list.selectionModel().currentChanged.connect(self._look_for_repairs)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.pane = RepairsPane()
        self.pane.chosen.connect(self._mend_shown)
        self.pane.hide()  # until there is something to mend
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.pane)
        split.setSizes([600, 500])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.setFocusProxy(self.list)
        editor.changed.connect(self._refresh)
        self._refresh()

    @property
    def count(self) -> int:
        """Of the problems that others follow from; those others go with them."""
        return self._count

    @property
    def advice(self) -> Sequence[Advice]:
        return self._advice

    @property
    def current(self) -> Item | None:
        """The problem or advice whose repairs are shown."""
        return self._model.item(self.list.currentIndex().row())

    # --- following the editor --------------------------------------------------------------------

    def _refresh(self) -> None:
        self._work.drop()
        self._opening.drop()
        self._late.start()
        self._show_rows()
        problems = self._editor.report.problems
        before, self._count = self._count, sum(not p.consequence for p in problems)
        if self._count != before:
            self.count_changed.emit(self._count)

    def _show_rows(self) -> None:
        """A problem that has just arisen is in sight, and chosen sooner than advice."""
        chosen, before, model = self.current, self._model.problems, self._model
        if not model.show_rows(self._editor.report.problems, self._advice):
            return
        row, arisen = model.row_like(chosen), model.arisen(before)
        if arisen is not None and not isinstance(chosen, Problem):
            row = arisen
        self.list.setCurrentIndex(model.index(row, 0))
        if arisen is not None:
            self.list.scrollTo(model.index(arisen, 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._late.start()

    # --- advice and repairs, worked out where anybody can see them --------------------------------

    def _work_out(self) -> None:
        if self.isVisible():
            self._work.start(self._advice_and_repairs())

    def _look_for_repairs(self) -> None:
        """Of another row; after an edit they wait till it rests."""
        if self.isVisible() and not self._late.isActive():
            self._work.start(self._repairs())

    def _advice_and_repairs(self) -> Iterator[object]:
        e = self._editor
        found: list[Advice] = []
        for more in advising(e.network, e.report, self.rules.off, e.recipe.batch_size):
            found += more
            yield found
        self._advice = tuple(found)
        self._show_rows()
        self._work.start(self._repairs())

    def _repairs(self) -> Iterator[object]:
        """Those of the current row, shown as they are found."""
        item, shown = self.current, tuple[Repair, ...]()
        if item != self.pane.item:
            self._show(item, shown, looking=True)
        for found in self.repairing(item) if item is not None else ():
            if found != shown:
                shown = found
                self._show(item, shown, looking=True)
            yield found
        self._show(item, shown)
        self.advised.emit()

    def _show(
        self, item: Item | None, repairs: tuple[Repair, ...], *, looking: bool = False
    ) -> None:
        self._tried_on = self._editor.network
        self.pane.setVisible(item is not None)
        self.pane.show_repairs(item, repairs, looking=looking)

    def repairing(self, item: Item) -> Iterator[tuple[Repair, ...]]:
        network, report = self._editor.network, self._editor.report
        if isinstance(item, Advice):
            return item.repairing(network, report)
        return repairing(network, report, item)

    def repairs_of(self, item: Item) -> tuple[Repair, ...]:
        """All of them, at once."""
        return last(self.repairing(item))

    # --- mending ---------------------------------------------------------------------------------

    def mend(self, repair: Repair, item: Item | None = None) -> None:
        """Make a repair, as one step of undo, and show what it changed."""
        item = item or self.current
        before = self._editor.network
        if not self._editor.apply(repair.title, repair.edit) or item is None:
            return
        if item.nodes:
            self._go_to(item.nodes[0])
        scope = self._editor.scope
        old = before.scope(scope).by_name if _has(before, scope) else {}
        changed = [n.name for n in self._editor.graph.nodes if _differs(old.get(n.name), n)]
        if changed:
            self._editor.select(changed)
            self.revealed.emit(changed[0])

    def _mend_shown(self, repair: Repair) -> None:
        if self._tried_on is self._editor.network:  # else the repairs of this one are on their way
            self.mend(repair)

    def mend_first(self) -> None:
        """Make the best repair of the first problem."""
        for problem in sorted(self._editor.report.problems, key=lambda p: p.consequence):
            if found := self.repairs_of(problem):
                self.mend(found[0], problem)
                return
        self._editor.refuse("No repair is known for these problems.")

    # --- one row ---------------------------------------------------------------------------------

    def _reveal(self, item: Item) -> None:
        """Show the first node of a row, and select all of its nodes in that place."""
        if not item.nodes:
            return
        self._go_to(item.nodes[0])
        here = item.nodes[0].rpartition(".")[0]
        near = (path.rpartition(".") for path in item.nodes)
        names = {name for prefix, _, name in near if prefix == here}
        if len(names & self._editor.graph.by_name.keys()) > 1:
            self._editor.select(names)

    def _go_to(self, path: str) -> None:
        self._editor.reveal(path)
        name = path.rpartition(".")[2]
        if name in self._editor.graph.by_name:
            self.revealed.emit(name)

    def menu_at(self, index: QModelIndex) -> QMenu:
        """What can be done with a row by the other button of the mouse."""
        item = self._model.item(index.row())
        return self._menu(item, self.repairs_of(item) if item is not None else ())

    def _menu(self, item: Item | None, repairs: Sequence[Repair]) -> QMenu:
        menu = QMenu(self)
        for repair in repairs:
            entry = menu.addAction(tr(repair.title))
            entry.triggered.connect(lambda _=False, r=repair, i=item: self.mend(r, i))
        if isinstance(item, Advice):
            menu.addSeparator()
            rule = item.rule.id
            menu.addAction(tr("Do not show this advice again")).triggered.connect(
                lambda: self.rules.switch(rule, False)
            )
        menu.addSeparator()
        menu.addMenu(self.rules.menu)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        self._opening.start(self._opened(self._model.item(self.list.indexAt(at).row()), at))

    def _opened(self, item: Item | None, at: QPoint) -> Iterator[object]:
        """Opens the menu once its repairs are known."""
        found: tuple[Repair, ...] = ()
        for found in self.repairing(item) if item is not None else ():
            yield found
        if awaited(self.list):
            menu = self._menu(item, found)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))


def _has(network: Network, scope: str) -> bool:
    return not scope or scope in network.block_by_name


def _differs(old: object, new: object) -> bool:
    """Whether a node is new or has other arguments; where it stands does not count."""
    look = ("kind", "args", "repeat", "enabled")
    return old is None or any(getattr(old, name) != getattr(new, name) for name in look)


class _List(Rows):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Problems and advice"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            self._paint_empty()

    def _paint_empty(self) -> None:
        colours = theme.current()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, height = tr("No problems"), self.fontMetrics().height()
        width = 22 + self.fontMetrics().horizontalAdvance(text)
        x = max((self.viewport().width() - width) / 2, 8)
        y = self.viewport().height() / 2
        painter.setPen(QPen(QColor(colours.good), 2.2))
        painter.drawPolyline(
            QPolygonF([QPointF(x, y), QPointF(x + 4.5, y + 5), QPointF(x + 13, y - 6)])
        )
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(x + 22, y + height * 0.3), text)
        painter.end()
