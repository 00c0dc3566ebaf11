"""Training from the window: starts the worker, and takes what it tells to the views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.analysis.report import join
from app.training.history import RunHistory, State
from app.training.messages import Event, Failed, Initial, Maps, ProbeImage, Started
from app.training.request import request
from app.ui.canvas import CanvasView
from app.ui.editor import Change, Editor
from app.ui.language import tr
from app.ui.run import Run, paths_of
from app.ui.sheet import Sheet
from app.ui.training.trainer import Trainer
from nodes.errors import SkipwireError
from nodes.layers.fixed import FILTERS, FIXED_CONV2D

if TYPE_CHECKING:
    from app.ui.plots.maps import FeatureMapsView


class Runs(QObject):
    """The last run of every open document, one of which the worker is at.

    What is told here is of the document that the editor shows, unless said otherwise; feature maps
    and failures go to the canvas of the document that the run is of, which `canvas_of` gives.
    `changed` follows every new state of a run's history, and every edit beside a run; `failed`
    carries why a run failed, or could not begin.
    """

    changed = Signal()
    failed = Signal(str)
    failed_elsewhere = Signal(str)  # the same of a document that is not shown, with its name
    failed_inside = Signal(str, int, str)  # class that is carried along, line within, reason
    failed_lines = Signal(object)  # lines of the code on the traceback; empty once that is past

    def __init__(
        self, editor: Editor, canvas_of: Callable[[Sheet], CanvasView | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas_of = canvas_of
        self._maps: FeatureMapsView | None = None
        self._runs: dict[Sheet, Run] = {}
        self._live: Run | None = None  # what the worker is at, or was at last
        self.begins_with: Callable[[], Initial | None] = lambda: None
        self._later = QTimer(self, singleShot=True, interval=0)  # no edit waits for it
        self._later.timeout.connect(self._look_again)
        self._watched = ""  # the path of the node whose maps are shown
        self._image = 0  # the number of the image that they are of
        self.trainer = Trainer(self)
        self.trainer.arrived.connect(self._arrived)
        self.trainer.history_changed.connect(self._extended)
        editor.selection_changed.connect(self.watch)
        editor.place_changed.connect(self.watch)
        editor.changed.connect(self._edited)

    def show_maps_in(self, view: FeatureMapsView) -> None:
        self._maps = view
        view.probe.stepped.connect(self._step_image)
        self.watch()

    # --- control ---------------------------------------------------------------------------------

    @property
    def _shown(self) -> Run | None:
        """Of the document that is shown."""
        return self._runs.get(self._editor.sheet)

    @property
    def _here(self) -> bool:
        """Whether the worker is at the document that is shown."""
        return self._live is not None and self._live is self._shown

    @property
    def live(self) -> Run | None:
        """The run that is under way, of whichever document."""
        return self._live if self._live is not None and self._live.active else None

    @property
    def elsewhere(self) -> Run | None:
        """The run that is under way of another document than the one that is shown."""
        return None if self._here else self.live

    @property
    def history(self) -> RunHistory | None:
        """The last run, or the one that could not begin."""
        run = self._shown
        return None if run is None else run.refused or run.history

    @property
    def active(self) -> bool:
        return self.history is not None and self.history.active

    @property
    def paused(self) -> bool:
        return self.history is not None and self.history.state is State.PAUSED

    @property
    def can_train(self) -> bool:
        return self.paused or (self.live is None and self._editor.report.ok)

    @property
    def can_pause(self) -> bool:
        """Whether a run is under way, of any document."""
        live = self.live
        return (
            live is not None and live.history is not None and (live.history.state is State.TRAINING)
        )

    @property
    def outdated(self) -> bool:
        """Whether the run is of the drawing before an edit that made another network of it."""
        run = self._shown
        return run is not None and run.refused is None and run.differs

    @property
    def lost_weights(self) -> str:
        """Why a file would have initial weights although others were trained; empty if not so."""
        history, live = self.trainer.history, self._live
        if history is None or not len(history.losses):
            return ""
        if live is None or not self._here or live.differs:
            whose = "the drawing before your edit" if self._here else "another document"
            return f"the trained ones belong to {whose}"
        return "the trained ones were lost when their run failed" if history.failed else ""

    def train(self) -> None:
        """Start a run of the network as drawn, or go on with a paused one."""
        if self.paused:
            self.trainer.resume()
        elif self.live is None:
            if (canvas := self._canvas_of(self._editor.sheet)) is not None:
                canvas.clear_thumbnails()
            self._image = 0
            self._begin()

    def _begin(self) -> None:
        """Start a run of the network as drawn, in the place of one that goes on."""
        e, source = self._editor, self._editor.source
        if source is None:
            return
        run = self._runs.setdefault(e.sheet, Run(e.sheet, e.sheet.history))
        try:
            start = request(e.network, e.report, source, e.recipe)
            start = replace(start, weights=self.begins_with())
        except SkipwireError as error:
            run.refused = RunHistory(e.recipe).extend(Failed(str(error)))
            self.changed.emit()
            self.failed.emit(str(error))
            return
        run.refused = None
        run.source, run.report = source, e.report
        self._live = run
        self._light(run, frozenset())
        self.trainer.start(start)
        self._watched = ""
        self.watch()

    def _extended(self, history: RunHistory) -> None:
        if self._live is not None:
            self._live.history = history
            self.changed.emit()

    def _look_again(self) -> None:
        """Where nothing is learned, what is shown follows the drawing."""
        looking = self._here and self.history is not None and self.history.looking
        if looking and self.outdated and self._editor.report.ok:
            self._begin()

    def pause(self) -> None:
        self.trainer.pause()

    def stop(self) -> None:
        self.trainer.stop()

    def forget(self, sheet: Sheet) -> None:
        """The document is closed: its run ends, and nothing of it is shown."""
        run = self._runs.pop(sheet, None)
        if run is None:
            return
        if run is self._live:
            if run.active:
                self.trainer.stop()
            self._live = None
            self.trainer.watch((), "")
        if (canvas := self._canvas_of(sheet)) is not None:
            canvas.clear_thumbnails()
        self.changed.emit()

    # --- what is watched -------------------------------------------------------------------------

    def watch(self) -> None:
        """Ask the worker for the maps of what is on screen."""
        run = self._live
        if run is None:
            return
        node = self._editor.selected_node if self._here else None
        selected = join(self._editor.prefix, node.name) if node is not None else ""
        if self._maps is not None and self._here:
            if not selected:
                self._maps.clear("Select a node to see its feature maps")
            elif not self.trainer.process_id:
                self._maps.clear("Train again to see the feature maps of this node")
            elif not run.fits(selected):
                self._maps.clear("Before your edit this node was not there, or gave another shape")
            elif not self._watched:
                self._maps.clear("Waiting for the first feature maps")
            self._maps.set_title(selected)
            self._maps.set_meanings(self._meanings(selected))
            self._tell_field(self._maps, run, selected)
        self._watched = selected if run.fits(selected) else ""
        canvas = self._canvas_of(run.sheet)
        seen = canvas.visible_paths() if canvas is not None and canvas.isVisible() else ()
        visible = tuple(path for path in seen if run.fits(path))
        self.trainer.watch(visible, self._watched, self._image)

    def _step_image(self, step: int) -> None:
        self._image += step
        self.watch()

    def _meanings(self, path: str) -> Sequence[str]:
        """What the maps of the watched node show, where its filters are given."""
        node = self._editor.selected_node
        if not path or node is None or node.kind != FIXED_CONV2D.id:
            return ()
        return FILTERS.get(str(node.args.get("filters", "lines")), ())

    def _tell_field(self, maps: FeatureMapsView, run: Run, path: str) -> None:
        """What a cell of the watched node sees, in the network that is trained."""
        found = run.report.nodes.get(path) if run.report is not None else None
        shape = next(iter(found.outputs.values()), ()) if found is not None else ()
        maps.set_field(found.field if found is not None and len(shape) == 3 else None, shape[1:])

    def _arrived(self, event: Event, payload: bytes) -> None:
        run = self._live
        if run is None:
            return
        match event:
            case Maps(thumbnail=True):
                from app.ui.plots.thumbnails import images

                canvas = self._canvas_of(run.sheet)
                if canvas is not None and run.fits(event.path):
                    canvas.set_thumbnail(event.path, images(event, payload))
            case Maps() if self._maps is not None and self._watched:
                self._maps.show_maps(event, payload)
            case Started() if self._maps is not None and self._here:
                self._maps.set_classes(event.classes)
            case ProbeImage() if self._maps is not None and self._here:
                self._maps.show_probe(event, payload)
            case Failed():
                self._fail(run, event)

    def _fail(self, run: Run, event: Failed) -> None:
        if run.source is not None:
            places = [run.source.at(line) for line in event.lines]
            self._light(run, paths_of(run.sheet.report, places), event.lines)
        if not self._here:
            told = tr("{document}: {reason}", document=run.sheet.title, reason=event.reason)
            self.failed_elsewhere.emit(told)
            return
        self.failed.emit(event.reason)
        self._tell_carried(run, event)

    def _tell_carried(self, run: Run, event: Failed) -> None:
        """Where the failure lies within a class that the code carries along, if it does."""
        if run.source is None:
            return
        inside = [run.source.carried[n] for n in event.lines if n in run.source.carried]
        if inside:
            self.failed_inside.emit(*inside[-1], event.reason)

    # --- where it failed -------------------------------------------------------------------------

    @property
    def failed_paths(self) -> frozenset[str]:
        """The nodes at the end of a failed run's traceback, until the next run or edit."""
        return self._shown.failed if self._shown is not None else frozenset()

    def _light(self, run: Run, paths: frozenset[str], lines: tuple[int, ...] = ()) -> None:
        run.failed, run.lines = paths, lines
        if (canvas := self._canvas_of(run.sheet)) is not None:
            canvas.set_failed(paths)
        if run is self._shown:
            self.failed_lines.emit(lines)

    def _edited(self, change: Change) -> None:
        if change.fresh:
            self._turn()
            return
        run = self._shown
        if run is None:
            return
        if change.old.network is not change.new.network:
            run.refused = None
            if run.failed:
                self._light(run, frozenset())
        if (canvas := self._canvas_of(run.sheet)) is not None:
            canvas.keep_thumbnails(run.fits)
        self.watch()
        self._later.start()
        self.changed.emit()

    def _turn(self) -> None:
        """Another document is shown: its own run is, if it has one."""
        sheet, run = self._editor.sheet, self._shown
        if run is not None and run.document is not sheet.history:
            self._light(run, frozenset())
            self.forget(sheet)
            run = None
        if self._maps is not None and not self._here:
            again = tr("Train again to see the feature maps of this node")
            self._maps.clear(*([again] if run is not None else []))
            self._maps.clear_probe()
        self.failed_lines.emit(run.lines if run is not None else ())
        self.watch()
        self.changed.emit()
