"""The feature maps of the node that is selected: as they are now, or were after an epoch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.training.messages import Maps, ProbeImage, Started
from app.ui.editor import Change, Editor
from app.ui.language import tr
from app.ui.live.replay import Replay
from app.ui.plots.maps import FeatureMapsView
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.seams import NOTHING
from app.ui.training.watched import Watched
from nodes.layers.fixed import FILTERS, FIXED_CONV2D


class SelectedMaps(QObject):
    """Has a view show the maps of the selected node, or say why there are none.

    Those of a view that is hidden are not computed.
    """

    def __init__(self, view: FeatureMapsView, runs: Runs, editor: Editor, replay: Replay) -> None:
        super().__init__(view)
        self._view = view
        self._runs = runs
        self._editor = editor
        self._replay = replay
        self._watched = Watched(view, runs, editor)
        self._shown = ""  # the path of the node whose maps are live
        self._probe: tuple[ProbeImage, bytes] | None = None  # what those are of
        view.epochs.chosen.connect(replay.go)
        replay.moved.connect(self._follow)
        editor.changed.connect(self._edited)
        self._watched.looked.connect(self._follow)
        runs.begun.connect(self._begin)
        runs.on(Maps, self._take_maps)
        runs.on(Started, self._take_started)
        runs.on(ProbeImage, self._take_probe)
        self._follow()

    def _begin(self, anew: bool) -> None:
        self._shown = ""
        self._probe = None

    def _follow(self) -> None:
        replay = self._replay
        self._view.epochs.show_epochs(
            replay.epochs, replay.epoch, live=replay.live, best=replay.best
        )
        past = replay.run if replay.epoch is not None else None
        if past is not None:
            self._show_kept(past)
        else:
            self._show_live()

    def _show_kept(self, run: Run) -> None:
        """The maps after an epoch, which need no worker."""
        was_live, self._shown = bool(self._shown), ""
        self._runs.wish("maps", self._replay.wish() if self._runs.here else NOTHING)
        path = self._watched.path
        found = self._replay.maps(path) if run.fits(path) else None
        if not path:
            self._view.clear("Select a node to see its feature maps")
        elif not run.fits(path):
            self._view.clear("Before your edit this node was not there, or gave another shape")
        elif found is None:
            self._view.clear("The feature maps of this node were not kept")
        self._describe(run, path)
        self._view.set_classes(self._replay.classes)
        if (picture := self._replay.picture()) is not None:
            self._view.show_probe(*picture)
        elif not was_live:
            self._view.clear_probe()
        if found is not None:
            self._view.show_maps(*found)

    def _show_live(self) -> None:
        run = self._runs.latest
        if run is None:
            return
        path = self._watched.path if self._runs.here else ""
        if self._runs.here:
            self._tell(run, path)
        self._shown = path if run.fits(path) else ""
        seen = self._watched.seen
        # a worker that was found again has told of its image before
        picture = self._probe or self._replay.picture()
        if picture is not None and self._runs.here:
            self._view.show_probe(*picture)
        # the cards go on to show the image that was chosen here
        self._runs.wish("maps", self._replay.wish(self._shown if seen else ""))

    def _tell(self, run: Run, selected: str) -> None:
        """What the node is, and why nothing is seen of it, if that is so."""
        if not selected:
            self._view.clear("Select a node to see its feature maps")
        elif not self._runs.trainer.process_id:
            self._view.clear("Train again to see the feature maps of this node")
        elif not run.fits(selected):
            self._view.clear("Before your edit this node was not there, or gave another shape")
        elif not self._shown:
            self._view.clear("Waiting for the first feature maps")
        self._describe(run, selected)

    def _describe(self, run: Run, path: str) -> None:
        self._view.set_title(path)
        self._view.set_meanings(self._meanings(path))
        self._tell_field(run, path)

    def _tell_field(self, run: Run, path: str) -> None:
        """What a cell of the watched node sees, in the network that is trained."""
        found = run.report.nodes.get(path) if run.report is not None else None
        shape = next(iter(found.outputs.values()), ()) if found is not None else ()
        if found is None or len(shape) != 3:  # tokens, or a vector
            self._view.set_field(None, ())
        else:
            self._view.set_field(found.field, shape[1:])

    def _meanings(self, path: str) -> Sequence[str]:
        """What the maps of the watched node show, where its filters are given."""
        node = self._editor.selected_node
        if not path or node is None or node.kind != FIXED_CONV2D.id:
            return ()
        return FILTERS.get(str(node.args.get("filters", "lines")), ())

    def _edited(self, change: Change) -> None:
        """Another document may be shown now, and another than the worker is at."""
        if change.fresh and not self._runs.here and self._replay.epoch is None:
            again = tr("Train again to see the feature maps of this node")
            self._view.clear(*([again] if self._runs.shown is not None else []))
            self._view.clear_probe()

    def _take_maps(self, run: Run, event: Maps, payload: bytes) -> None:
        if not event.thumbnail and self._shown:
            self._view.show_maps(event, payload)

    def _take_started(self, run: Run, event: Started, payload: bytes) -> None:
        if self._runs.here:
            self._view.set_classes(event.classes)

    def _take_probe(self, run: Run, event: ProbeImage, payload: bytes) -> None:
        self._probe = event, payload
        if self._runs.here and self._replay.epoch is None:
            self._view.show_probe(event, payload)
