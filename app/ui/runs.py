"""Training from the window: starts the worker, and takes what it tells to the views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.analysis.report import Report, join
from app.codegen.source import Place, Source
from app.training.history import RunHistory, State
from app.training.messages import Event, Failed, Initial, Maps, ProbeImage, Started
from app.training.request import request
from app.ui.canvas import CanvasView
from app.ui.editor import Change, Editor
from app.ui.training.trainer import Trainer
from nodes.errors import SkipwireError
from nodes.layers.fixed import FILTERS, FIXED_CONV2D

if TYPE_CHECKING:
    from app.ui.plots.maps import FeatureMapsView


class Runs(QObject):
    """The present run: its worker, what is watched of it, and where it failed.

    `changed` follows every new state of the run's history, and every edit beside a run; `failed`
    carries why a run failed, or could not begin.
    """

    changed = Signal()
    failed = Signal(str)
    failed_inside = Signal(str, int, str)  # class that is carried along, line within, reason
    failed_lines = Signal(object)  # lines of the code on the traceback; empty once that is past

    def __init__(self, editor: Editor, canvas: CanvasView, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        self._maps: FeatureMapsView | None = None
        self._source: Source | None = None  # of the network that is trained
        self._report: Report | None = None
        self._refused: RunHistory | None = None  # a run that could not begin, until an edit
        self._failed: frozenset[str] = frozenset()
        self.of_this_document = False  # whether the present run is of the document that is open
        self.begins_with: Callable[[], Initial | None] = lambda: None
        self._later = QTimer(self, singleShot=True, interval=0)  # no edit waits for it
        self._later.timeout.connect(self._look_again)
        self._watched = ""  # the path of the node whose maps are shown
        self._image = 0  # the number of the image that they are of
        self.trainer = Trainer(self)
        self.trainer.arrived.connect(self._arrived)
        self.trainer.history_changed.connect(lambda _: self.changed.emit())
        editor.selection_changed.connect(self._watch)
        editor.place_changed.connect(self._watch)
        editor.changed.connect(self._edited)
        canvas.visible_changed.connect(self._watch)

    def show_maps_in(self, view: FeatureMapsView) -> None:
        self._maps = view
        view.probe.stepped.connect(self._step_image)
        self._watch()

    # --- control ---------------------------------------------------------------------------------

    @property
    def history(self) -> RunHistory | None:
        """The present run of this document, or the one that could not begin."""
        return self._refused or (self.trainer.history if self.of_this_document else None)

    @property
    def active(self) -> bool:
        return self.history is not None and self.history.active

    @property
    def paused(self) -> bool:
        return self.history is not None and self.history.state is State.PAUSED

    @property
    def can_train(self) -> bool:
        return self.paused or (not self.active and self._editor.report.ok)

    @property
    def can_pause(self) -> bool:
        return self.history is not None and self.history.state is State.TRAINING

    @property
    def outdated(self) -> bool:
        """Whether the run is of the drawing before an edit that made another network of it."""
        return self._refused is None and self.of_this_document and self._differs

    @property
    def lost_weights(self) -> str:
        """Why a file would have initial weights although others were trained; empty if not so."""
        history = self.trainer.history
        if history is None or not len(history.losses):
            return ""
        if self._differs:
            whose = "the drawing before your edit" if self.of_this_document else "another document"
            return f"the trained ones belong to {whose}"
        return "the trained ones were lost when their run failed" if history.failed else ""

    @property
    def _differs(self) -> bool:
        """Whether the network as drawn is another than the one that was trained last."""
        drawn = self._editor.source
        return self._source is not None and (drawn is None or drawn.text != self._source.text)

    def train(self) -> None:
        """Start a run of the network as drawn, or go on with a paused one."""
        if self.paused:
            self.trainer.resume()
            return
        if not self.active:
            self._canvas.clear_thumbnails()
            self._image = 0
            self._begin()

    def _begin(self) -> None:
        """Start a run of the network as drawn, in the place of one that goes on."""
        e, source = self._editor, self._editor.source
        if source is None:
            return
        try:
            start = request(e.network, e.report, source, e.recipe)
            start = replace(start, weights=self.begins_with())
        except SkipwireError as error:
            self._refused = RunHistory(e.recipe).extend(Failed(str(error)))
            self.changed.emit()
            self.failed.emit(str(error))
            return
        self._refused = None
        self._source, self._report = source, e.report
        self.of_this_document = True
        self._light(frozenset())
        self.trainer.start(start)
        self._watched = ""
        self._watch()

    def _look_again(self) -> None:
        """Where nothing is learned, what is shown follows the drawing."""
        history = self.history
        if history is not None and history.looking and self.outdated and self._editor.report.ok:
            self._begin()

    def pause(self) -> None:
        self.trainer.pause()

    def stop(self) -> None:
        self.trainer.stop()

    # --- what is watched -------------------------------------------------------------------------

    def _watch(self) -> None:
        """Ask the worker for the maps of what is on screen."""
        if not self.of_this_document:
            return
        node = self._editor.selected_node
        selected = join(self._editor.prefix, node.name) if node is not None else ""
        if self._maps is not None:
            if not selected:
                self._maps.clear("Select a node to see its feature maps")
            elif not self.trainer.process_id:
                self._maps.clear("Train again to see the feature maps of this node")
            elif not self._fits(selected):
                self._maps.clear("Before your edit this node was not there, or gave another shape")
            elif not self._watched:
                self._maps.clear("Waiting for the first feature maps")
            self._maps.set_title(selected)
            self._maps.set_meanings(self._meanings(selected))
            self._tell_field(self._maps, selected)
        self._watched = selected if self._fits(selected) else ""
        visible = tuple(path for path in self._canvas.visible_paths() if self._fits(path))
        self.trainer.watch(visible, self._watched, self._image)

    def _step_image(self, step: int) -> None:
        self._image += step
        self._watch()

    def _fits(self, path: str) -> bool:
        """Whether a node of the drawing gives what it gave in the network that is trained."""
        drawn = self._editor.report.nodes.get(path)
        trained = self._report.nodes.get(path) if self._report is not None else None
        return drawn is not None and trained is not None and drawn.outputs == trained.outputs

    def _meanings(self, path: str) -> Sequence[str]:
        """What the maps of the watched node show, where its filters are given."""
        node = self._editor.selected_node
        if not path or node is None or node.kind != FIXED_CONV2D.id:
            return ()
        return FILTERS.get(str(node.args.get("filters", "lines")), ())

    def _tell_field(self, maps: FeatureMapsView, path: str) -> None:
        """What a cell of the watched node sees, in the network that is trained."""
        found = self._report.nodes.get(path) if self._report is not None else None
        shape = next(iter(found.outputs.values()), ()) if found is not None else ()
        maps.set_field(found.field if found is not None and len(shape) == 3 else None, shape[1:])

    def _arrived(self, event: Event, payload: bytes) -> None:
        if not self.of_this_document:
            return
        match event:
            case Maps(thumbnail=True):
                from app.ui.plots.thumbnails import images

                if self._fits(event.path):
                    self._canvas.set_thumbnail(event.path, images(event, payload))
            case Maps() if self._maps is not None and self._watched:
                self._maps.show_maps(event, payload)
            case Started() if self._maps is not None:
                self._maps.set_classes(event.classes)
            case ProbeImage() if self._maps is not None:
                self._maps.show_probe(event, payload)
            case Failed():
                if self._source is not None:
                    places = [self._source.at(line) for line in event.lines]
                    self._light(paths_of(self._editor.report, places), event.lines)
                self.failed.emit(event.reason)
                self._tell_carried(event)

    def _tell_carried(self, event: Failed) -> None:
        """Where the failure lies within a class that the code carries along, if it does."""
        if self._source is None:
            return
        inside = [self._source.carried[n] for n in event.lines if n in self._source.carried]
        if inside:
            self.failed_inside.emit(*inside[-1], event.reason)

    # --- where it failed -------------------------------------------------------------------------

    @property
    def failed_paths(self) -> frozenset[str]:
        """The nodes at the end of a failed run's traceback, until the next run or edit."""
        return self._failed

    def _light(self, paths: frozenset[str], lines: tuple[int, ...] = ()) -> None:
        self._failed = paths
        self._canvas.set_failed(paths)
        self.failed_lines.emit(lines)

    def _edited(self, change: Change) -> None:
        shown = self.history is not None
        if change.old.network is not change.new.network:
            self._refused = None
            if self._failed:
                self._light(frozenset())
        if change.fresh:
            self._leave()
        elif self.of_this_document:
            self._canvas.keep_thumbnails(self._fits)
            self._watch()
            self._later.start()
        if shown:
            self.changed.emit()

    def _leave(self) -> None:
        """Another document is there: the run of the former ends, and nothing of it is shown."""
        if self.active:
            self.trainer.stop()
        self.of_this_document = False
        self.trainer.watch((), "")
        self._canvas.clear_thumbnails()
        if self._maps is not None:
            self._maps.clear()
            self._maps.clear_probe()


def paths_of(report: Report, lines: Sequence[Sequence[Place]]) -> frozenset[str]:
    """The instances that a traceback ends in, from the places that each of its lines is for.

    Each line lies inside the one before it. A traceback does not tell which copy of a repeated
    block raised, so that there may be several.
    """
    found: frozenset[str] = frozenset()
    for places in lines:
        inside = frozenset(
            path
            for path, r in report.nodes.items()
            if Place(r.scope, r.name) in places
            and (not found or any(path.startswith(f"{outer}.") for outer in found))
        )
        found = inside or found
    return found
