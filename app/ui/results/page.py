"""The page of results: all classes, the images of one cell or the worst, and one of them large."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.analysis.report import join
from app.runs.folder import RunFolder
from app.runs.results import RESULTS, Results, loads, read
from app.training.messages import Validated
from app.ui.editor import Editor
from app.ui.formats import count, counted, number, percent
from app.ui.language import tr
from app.ui.plots.files import ask_and_export, write_png
from app.ui.plots.style import picture
from app.ui.results.controls import nodes_with_maps
from app.ui.results.dropped import ask_for_picture, offers_picture, picture_of
from app.ui.results.frame import Frame
from app.ui.results.held import Held, Live, Past, wanted
from app.ui.results.lists import ORDERS, Listed
from app.ui.results.predictions import write_predictions
from app.ui.results.reading import Reading
from app.ui.run import Run
from app.ui.runs import Runs

_APART = 400  # ms, between two validations that are shown
_NO_RUN = "Train the network to see what it takes for what, on which images, and why."
_WAITING = "What the network makes of each image is shown after its first validation."
_LOADING = "Loading the network of this run, to look at the validation images…"


class ResultsPage(Frame):
    """Of the run of the document that is shown, or of a past one that was chosen.

    `past_wanted` asks for the page to choose it on.
    """

    past_wanted = Signal()

    def __init__(self, runs: Runs, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._editor = editor
        self._chosen: RunFolder | None = None  # a past run
        self._of: Run | RunFolder | None = None
        self._held: Held | None = None
        self._results: Results | None = None
        self._news: tuple[str, bytes] | None = None  # a validation that is not shown yet
        self._listed = Listed()
        self._reading = Reading(self)
        self._later = QTimer(self, singleShot=True, interval=_APART)
        self._later.timeout.connect(self._take_news)
        self.pictures.refused.connect(self._tell)
        self.overview.chosen.connect(lambda a, p: self.show_list(Listed("cell", a, p)))
        self.overview.actual.connect(lambda at: self.show_list(Listed("actual", at)))
        self.overview.predicted.connect(lambda at: self.show_list(Listed("predicted", -1, at)))
        self.grid.chosen.connect(self._choose)
        self.weights.currentIndexChanged.connect(self._reload)
        self.back.clicked.connect(lambda: self.review(None))
        self.own.clicked.connect(self._ask_for_file)
        self.export.clicked.connect(self._export)
        self.order.currentIndexChanged.connect(self._order)
        self.past.clicked.connect(self.past_wanted)
        self.setAcceptDrops(True)
        runs.changed.connect(self._look)
        runs.looked.connect(self._follow_selection)
        runs.begun.connect(self._begin)
        runs.trainer.died.connect(lambda _: self._look())
        runs.on(Validated, self._validated)
        self._refresh()

    # --- of which network ------------------------------------------------------------------------

    def review(self, folder: RunFolder | None) -> None:
        """Show a past run, until it is left; none is the run of the document that is shown."""
        self._chosen = folder
        self._of = None
        self._look()

    def _begin(self) -> None:
        """A run begins; of the document that is shown it is what one wants to see now."""
        if self._runs.here:
            self._chosen = self._of = None
        self._look()

    def _look(self) -> None:
        """Whatever changes in a run may make its network another one."""
        if not self.isVisible():
            return
        of = self._chosen or wanted(self._runs)
        if of == self._of and (of is None) == (self._held is None):
            return
        self._of = of
        match of:
            case Run():
                self._hold(Live(self._runs, of, self))
            case RunFolder():
                self._hold(Past(of, self))
            case None:
                self._hold(None)

    def _hold(self, held: Held | None) -> None:
        if self._held is not None:
            self._held.close()
            self._held.deleteLater()
        self._reading.cancel()
        self._held, self._results, self._news = held, None, None
        self.pictures.of(held)
        self.closeup.of(held)
        self.closeup.controls.show_nodes(nodes_with_maps(held.report) if held is not None else ())
        self._follow_selection()
        self.reason.hide()
        if isinstance(held, Past):
            held.validated.connect(self._reviewed)
            held.told.connect(self._tell)
            with QSignalBlocker(self.weights):
                self.weights.setCurrentIndex(0)
        folder = held.folder if held is not None else None
        if folder is not None:
            self._reading.start(folder.results, _size(folder.path / RESULTS), self._take_kept)
        self._refresh()

    def _take_kept(self, found: Results | None) -> None:
        """Of a past run there may be none; its worker can make them."""
        if found is not None:
            self._show(found)
        elif isinstance(self._held, Past):
            self._held.review()
        self._take_news()

    def _reload(self, at: int) -> None:
        if isinstance(self._held, Past):
            self._held.review(best=at == 1)
            self.pictures.of(self._held)
            self.reason.hide()
            self.title.setText(tr(_LOADING))

    def _tell(self, reason: str) -> None:
        """Why there are no pictures, or no results, or of what they are."""
        self.reason.setText(reason)
        self.reason.show()
        if self._results is None:
            self.nothing.setText(reason)

    # --- results ---------------------------------------------------------------------------------

    def _validated(self, run: Run, event: Validated, payload: bytes) -> None:
        if run is self._of:
            self._news = event.path, payload
            if self.isVisible() and not self._later.isActive():
                self._later.start()

    def _reviewed(self, path: str, payload: bytes) -> None:
        self._news = path, payload
        self._take_news()

    def _take_news(self) -> None:
        """The newest there is, once what is being read has come."""
        if self._news is None or self._reading.busy:
            return
        (path, payload), self._news = self._news, None
        if payload:
            self._reading.start(lambda: loads(payload), len(payload), self._take_found)
        else:
            self._reading.start(lambda: read(Path(path)), _size(Path(path)), self._take_found)

    def _take_found(self, found: Results | None) -> None:
        if found is not None:
            self._show(found)
            if isinstance(self._held, Live):  # the network is another by now
                self.closeup.look_again()
        self._take_news()

    def _show(self, results: Results) -> None:
        self._results = results
        if self._held is not None:  # it may have grown
            self.closeup.controls.show_nodes(nodes_with_maps(self._held.report))
        self.overview.show_results(results)
        self._list()
        subject = self.closeup.subject
        row = results.row_of(subject.image) if subject is not None else None
        if row is not None:
            self.closeup.show_row(results, row)
        self._refresh()

    def _refresh(self) -> None:
        held, results = self._held, self._results
        past = isinstance(held, Past)
        self.weights.setVisible(isinstance(held, Past) and held.has_best)
        self.back.setVisible(past and self._chosen is not None)
        self.show_parts(network=held is not None, results=results is not None)
        if results is None:
            told = _NO_RUN if held is None else _LOADING if past else _WAITING
            self.nothing.setText(tr(told))
        self.title.setText(self._told())

    def _told(self) -> str:
        held, results = self._held, self._results
        whose = ""
        if isinstance(held, Past):
            record = held.folder.record()
            whose = held.folder.notes().title or (record.network if record is not None else "")
        if results is None:
            return whose
        told = [
            *([whose] if whose else []),
            tr("epoch {number}", number=count(results.epoch)),
            counted(len(results), "validation image"),
            tr("{share} right", share=percent(results.accuracy)),
        ]
        if results.top5 is not None:
            told.append(tr("{share} among the first five", share=percent(results.top5)))
        told.append(tr("loss {value}", value=number(results.loss)))
        return " · ".join(told)

    # --- images ----------------------------------------------------------------------------------

    def show_list(self, listed: Listed) -> None:
        self._listed = listed
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex([by for by, _ in ORDERS].index(listed.by))
        self._list()

    def _order(self, at: int) -> None:
        self._listed = replace(self._listed, by=ORDERS[at][0])
        self._list()

    def _list(self) -> None:
        if (results := self._results) is None:
            return
        self._listed = self._listed.complete(results)
        rows = self._listed.rows(results)
        self.grid.show_rows(results, rows, self._listed.nothing(results))
        self.list_title.setText(self._listed.title(results, len(rows)))

    def _choose(self, row: int) -> None:
        if self._results is not None:
            self.closeup.show_row(self._results, row)

    def show_file(self, path: str) -> None:
        """What the network makes of an image of one's own."""
        if self._held is not None:
            self.grid.clearSelection()
            self.closeup.show_file(path)

    def _ask_for_file(self) -> None:
        if path := ask_for_picture(self, "What does the network make of it?"):
            self.show_file(path)

    def export_csv(self, path: Path) -> None:
        """Raises FileError."""
        assert self._results is not None
        write_predictions(self._results, path)

    def export_png(self, path: Path) -> None:
        """Raises FileError."""
        write_png(path, picture(self.overview))

    def _export(self) -> None:
        ask_and_export(self, "results", {"csv": self.export_csv, "png": self.export_png})

    def _follow_selection(self) -> None:
        """The node that is chosen on the canvas is the one that is looked into."""
        node = self._editor.selected_node
        if node is not None:
            self.closeup.controls.choose_node(join(self._editor.prefix, node.name))

    # --- events ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._take_news()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_listed"):
            self._refresh()  # what is put together of several texts
            self._list()

    def hideEvent(self, event: QHideEvent) -> None:
        """With its window, the worker of a past run goes, too."""
        super().hideEvent(event)
        if not self.window().isVisible():
            self._reading.close()
            if self._held is not None:
                self._held.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._held is not None and offers_picture(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        self.show_file(picture_of(event.mimeData()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()


def _size(path: Path) -> int:
    """Of a file, in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
