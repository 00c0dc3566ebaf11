"""The page of all past runs: the table, what is told of the chosen ones, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.runs.comparison import write_comparison
from app.runs.overview import Overview, Overviews
from app.runs.place import runs_folder
from app.runs.tensorboard import write_events
from app.ui import arrangement
from app.ui.buttons import flat
from app.ui.formats import counted
from app.ui.language import tr
from app.ui.menus import Item, fill
from app.ui.pastruns.bin import Binned
from app.ui.pastruns.columns import BEGUN, NAME, NOTES
from app.ui.pastruns.details import Details, called
from app.ui.pastruns.model import Filter, RunsModel
from app.ui.pastruns.overlay import MOST
from app.ui.pastruns.reading import Reading
from app.ui.pastruns.reporting import write_with_drawing
from app.ui.pastruns.table import RunsTable
from nodes.errors import SkipwireError

_TITLE = "This cannot be done"
_SPLIT, _SIZES = "pastruns", (640, 640)  # of what went on, the columns to its duration are seen


class PastRuns(QWidget):
    """`opened` carries a run with its document, `resumed` the folder of one to go on with.

    `reviewed` carries the folder of one whose results are wanted, `told` what was done, `refused`
    why something was not.
    """

    opened = Signal(object, object)  # RunFolder, Document
    resumed = Signal(object)  # RunFolder
    reviewed = Signal(object)  # RunFolder
    told = Signal(str)
    refused = Signal(str, str)

    def __init__(self, root: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binned: Binned | None = None
        self._read = False
        self.reading = Reading(Overviews(root or runs_folder()), self)
        self.reading.read.connect(self._show)
        self.model = RunsModel()
        self.model.refused.connect(lambda why: self.refused.emit(_TITLE, why))
        self.rows = Filter(self.model)
        self.table = RunsTable(self.rows)
        self.table.sortByColumn(BEGUN, Qt.SortOrder.DescendingOrder)
        self.table.asked.connect(self.do)
        self.table.starred.connect(self._star_one)
        self.table.chosen.connect(self._chosen)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.details = Details()
        self._telling = QTimer(self, singleShot=True, interval=0)  # once for a whole selection
        self._telling.timeout.connect(self._tell_of_chosen)
        self._deeds: dict[str, Callable[[], object]] = {
            "open": self._open,
            "resume": self._resume,
            "results": self._review,
            "star": self._star,
            "name": lambda: self._edit(NAME),
            "note": lambda: self._edit(NOTES),
            "report": self._report,
            "tensorboard": self._tensorboard,
            "folder": self._folder,
            "delete": self._delete,
            "undo": self._undo,
        }
        self._build()

    def _build(self) -> None:
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Filter runs by any words"))
        self.search.setAccessibleName(tr("Filter runs by any words"))
        self.search.textChanged.connect(self._filter)
        self.starred = QCheckBox(tr("Starred"))
        self.starred.setToolTip(tr("Only runs with a star"))
        self.starred.toggled.connect(self._filter)
        self.number = QLabel()
        self.buttons = {
            "open": flat(
                "Open Network",
                "The network as it was when the run began, with its feature maps",
                "open",
            ),
            "resume": flat("Go On", "Train on from the last checkpoint of this run", "train"),
            "results": flat(
                "Results", "What its network takes for what, image by image", "results"
            ),
            "report": flat(
                "Report…",
                "One page of HTML: of a run its curves, maps and figures; of up to eight runs what "
                "tells them apart",
                "export",
            ),
            "star": flat("★", "Star these runs, or take their stars away", name="Star"),
            "delete": flat("Delete", "Move these runs to the bin", "delete"),
            "undo": flat("Undo Delete", "Take what was deleted last out of the bin", "undo"),
        }
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 2, 6, 2)
        bar.addWidget(self.search, 1)
        for widget in (self.number, self.starred):
            bar.addWidget(widget)
        for deed, button in self.buttons.items():
            button.clicked.connect(lambda _=False, d=deed: self.do(d))
            bar.addWidget(button)
        self._nothing = QLabel(tr("Every run that you train is kept, and listed here."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.table)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(place)
        self.split.addWidget(self.details)
        self.split.setSizes([*_SIZES])
        self.split.setChildrenCollapsible(False)
        arrangement.restore_split(_SPLIT, self.split)
        self.split.splitterMoved.connect(lambda: arrangement.keep_split(_SPLIT, self.split))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.split, 1)
        self.setFocusProxy(self.table)
        self._refresh()

    # --- what is shown ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reading.begin()

    def look_again(self) -> None:
        """A run begins, ends or gets on: what is shown of it may be another."""
        if self.isVisible():
            self.reading.soon()

    @property
    def chosen(self) -> list[Overview]:
        """In the order shown."""
        shown = self.rows.runs()
        return [shown[row] for row in self.table.rows()]

    def choose(self, ids: Sequence[str]) -> None:
        """Select the rows of these runs, and the first of them."""
        self.table.clearSelection()
        model = self.table.selectionModel()
        places = [k for k, run in enumerate(self.rows.runs()) if run.id in ids]
        for at in places:
            flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
            model.select(self.rows.index(at, 0), flags)
        if places:
            model.setCurrentIndex(self.rows.index(places[0], NAME), model.SelectionFlag.NoUpdate)

    def _show(self, runs: Sequence[Overview]) -> None:
        first, former = not self.model.rows, [run.id for run in self.chosen]
        self.model.show_rows(runs)
        if [run.id for run in self.chosen] != former:
            self.choose(former)
        if first:
            self.choose([run.id for run in self.rows.runs()[:1]])  # the newest
        self._read = True
        self._refresh()
        self._telling.start()

    def _filter(self) -> None:
        self.rows.show_only(self.search.text(), starred=self.starred.isChecked())
        self._refresh()

    def _chosen(self) -> None:
        self._refresh()
        self._telling.start()

    def _tell_of_chosen(self) -> None:
        self.details.show_runs(self.chosen)

    def _refresh(self) -> None:
        chosen = self.table.rows()
        for deed in ("star", "delete"):
            self.buttons[deed].setEnabled(bool(chosen))
        for deed in ("open", "results"):
            self.buttons[deed].setEnabled(len(chosen) == 1)
        self.buttons["report"].setEnabled(0 < len(chosen) <= MOST)
        self.buttons["resume"].setEnabled([run.can_go_on for run in self.chosen] == [True])
        self.buttons["undo"].setVisible(self._binned is not None)
        shown, every = self.rows.rowCount(), len(self.model.rows)
        of = counted(every, "run")
        self.number.setText(of if shown == every else tr("{shown} of {all}", shown=shown, all=of))
        self._stack.setCurrentIndex(1 if every or not self._read else 0)

    def _open_menu(self, at: QPoint) -> None:
        number = len(self.table.rows())
        if not number:
            return
        several = [("Star or Not", "star"), ("Write TensorBoard Files", "tensorboard")]
        if number <= MOST:
            several.insert(0, ("Write Report…", "report"))
        one = [
            ("Open Network", "open"),
            *[("Go On", "resume")] * self.chosen[0].can_go_on,
            ("Results", "results"),
            ("Rename", "name"),
            ("Write Note", "note"),
            ("Show Folder", "folder"),
        ]
        menu = QMenu(self)
        fill(menu, [self._item(*each) for each in [*(one if number == 1 else []), *several]])
        menu.addSeparator()
        fill(menu, [self._item("Delete", "delete")])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _item(self, text: str, deed: str) -> Item:
        return tr(text), lambda: self.do(deed)

    # --- what can be done ------------------------------------------------------------------------

    def do(self, deed: str) -> None:
        """Do something with the chosen runs, and tell where that is refused."""
        if deed != "undo" and not self.table.rows():
            return
        self._try(self._deeds[deed])

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except SkipwireError as error:
            self.refused.emit(_TITLE, str(error))

    def _open(self) -> None:
        if len(self.chosen) == 1:
            folder = self.chosen[0].folder
            self.opened.emit(folder, folder.document())

    def _resume(self) -> None:
        chosen = self.chosen
        if [run.can_go_on for run in chosen] == [True]:
            self.resumed.emit(chosen[0].folder)

    def _review(self) -> None:
        if len(self.chosen) == 1:
            self.reviewed.emit(self.chosen[0].folder)

    def _star(self) -> None:
        chosen = self.chosen
        on = not all(run.notes.star for run in chosen)
        for row in self._places(chosen):
            self.model.star(row, on)

    def _star_one(self, index: QModelIndex) -> None:
        row = self.rows.mapToSource(index).row()
        self.model.star(row, not self.model.rows[row].notes.star)

    def _edit(self, column: int) -> None:
        row, *_ = self.table.rows()
        self.table.edit(self.rows.index(row, column))

    def _report(self) -> None:
        chosen = self.chosen
        if not 0 < len(chosen) <= MOST:
            return
        usual = f"{chosen[0].id}.html" if len(chosen) == 1 else "comparison.html"
        name, _ = QFileDialog.getSaveFileName(self, tr("Report"), usual, "HTML (*.html)")
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.html")
        folders = [run.folder for run in chosen]
        if len(folders) == 1:
            write_with_drawing(folders[0], path, self.font())
        else:
            write_comparison([*zip(called(chosen), folders, strict=True)], path, tr)
        self.told.emit(tr("Wrote {path}", path=path))

    def _tensorboard(self) -> None:
        chosen = self.chosen
        for run in chosen:
            path = write_events(run.folder)
        written = str(path.parent) if len(chosen) == 1 else str(path.parents[2])
        self.told.emit(tr("Wrote {path}", path=written))

    def _folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen[0].folder.path)))

    def _delete(self) -> None:
        chosen = self.chosen
        for run in chosen:
            if run.folder.alive():
                raise SkipwireError(f"“{run.name}” is being trained. Stop it before you delete it.")
            if run.folder.waits():
                raise SkipwireError(f"“{run.name}” waits in the queue. Take it out there.")
        binned = Binned()
        try:
            binned.take(run.folder.path for run in chosen)
        finally:
            self._binned = binned if len(binned) else self._binned
            self.reading.begin()
        number = counted(len(binned), "run")
        self.told.emit(tr("{runs} moved to the bin", runs=number))

    def _undo(self) -> None:
        binned, self._binned = self._binned, None
        if binned is None:
            return
        number = counted(len(binned), "run")
        try:
            binned.restore()
        finally:
            self.reading.begin()
        self.told.emit(tr("{runs} taken out of the bin", runs=number))

    def _places(self, runs: Sequence[Overview]) -> list[int]:
        ids = {run.id for run in runs}
        return [k for k, run in enumerate(self.model.rows) if run.id in ids]
