"""Training from the window: starts the worker, and takes what it tells to the views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.analysis.report import Report, join
from app.codegen.source import Place, Source
from app.training.history import RunHistory, State
from app.training.messages import Event, Failed, Maps, ProbeImage, Started
from app.training.request import request
from app.ui.canvas import CanvasView
from app.ui.editor import Change, Editor
from app.ui.training.trainer import Trainer
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.plots.maps import FeatureMapsView


class Runs(QObject):
    """The present run: its worker, what is watched of it, and where it failed.

    `changed` follows every new state of the run's history; `failed` carries why a run failed.
    """

    changed = Signal()
    failed = Signal(str)
    refused = Signal(str)
    failed_inside = Signal(str, int, str)  # class that is carried along, line within, reason
    failed_lines = Signal(object)  # lines of the code on the traceback; empty once that is past

    def __init__(self, editor: Editor, canvas: CanvasView, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        self._maps: FeatureMapsView | None = None
        self._source: Source | None = None
        self._report: Report | None = None  # of the network that is trained
        self._failed: frozenset[str] = frozenset()
        self.of_this_document = False  # whether the present run is of the document that is open
        self._watched = ""  # the path of the node whose maps are shown
        self.trainer = Trainer(self)
        self.trainer.arrived.connect(self._arrived)
        self.trainer.history_changed.connect(lambda _: self.changed.emit())
        editor.selection_changed.connect(self._watch)
        editor.place_changed.connect(self._watch)
        editor.changed.connect(self._edited)
        canvas.visible_changed.connect(self._watch)

    def show_maps_in(self, view: FeatureMapsView) -> None:
        self._maps = view
        self._watch()

    # --- control ---------------------------------------------------------------------------------

    @property
    def history(self) -> RunHistory | None:
        return self.trainer.history

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

    def train(self) -> None:
        """Start a run of the network as drawn, or go on with a paused one."""
        if self.paused:
            self.trainer.resume()
            return
        source = self._editor.source
        if source is None or self.active:
            return
        e = self._editor
        try:
            start = request(e.network, e.report, source, e.recipe)
        except SkipwireError as error:
            self.refused.emit(str(error))
            return
        self._source, self._report = source, e.report
        self.of_this_document = True
        self._light(frozenset())
        self._canvas.clear_thumbnails()
        self.trainer.start(start)
        self._watched = ""
        self._watch()

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
            elif not self._watched:
                self._maps.clear("Waiting for the first feature maps")
            self._maps.set_title(selected)
            self._tell_field(self._maps, selected)
        self._watched = selected
        self.trainer.watch(self._canvas.visible_paths(), selected)

    def _tell_field(self, maps: FeatureMapsView, path: str) -> None:
        """What a cell of the watched node sees, in the network that is trained."""
        found = self._report.nodes.get(path) if self._report is not None else None
        shape = next(iter(found.outputs.values()), ()) if found is not None else ()
        maps.set_field(found.field if found is not None and len(shape) == 3 else None, shape[1:])

    def _arrived(self, event: Event, payload: bytes) -> None:
        match event:
            case Maps(thumbnail=True):
                from app.ui.plots.thumbnails import images

                self._canvas.set_thumbnail(event.path, images(event, payload))
            case Maps() if self._maps is not None and self._watched:
                self._maps.show_maps(event, payload)
            case Started() if self._maps is not None:
                self._maps.set_classes(event.classes)
            case ProbeImage() if self._maps is not None:
                self._maps.show_probe(event, payload)
            case Failed():
                if self._source is not None and self.of_this_document:
                    places = [self._source.at(line) for line in event.lines]
                    self._light(paths_of(self._editor.report, places), event.lines)
                self.failed.emit(event.reason)
                self._tell_carried(event)

    def _tell_carried(self, event: Failed) -> None:
        """Where the failure lies within a class that the code carries along, if it does."""
        if self._source is None or not self.of_this_document:
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
        if self._failed and change.old.network is not change.new.network:
            self._light(frozenset())
        if change.fresh:
            if self.active:
                self.trainer.stop()
            self.of_this_document = False
            self.trainer.watch((), "")
            self._canvas.clear_thumbnails()
            if self._maps is not None:
                self._maps.clear("Select a node while training to see its feature maps")
            self.changed.emit()


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
