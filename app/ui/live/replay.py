"""Goes through the epochs of a run: which feature maps of it were kept, and which are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.runs.folder import RunFolder
from app.runs.results import Results
from app.training.messages import (
    PICTURE,
    Epoch,
    Filters,
    Finished,
    Maps,
    Paused,
    ProbeImage,
    Started,
)
from app.training.messages.base import Message
from app.ui.editor import Change, Editor
from app.ui.results.held import folder_of
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.sheet import Sheet
from app.ui.training.seams import Wish


class _Past(NamedTuple):
    """A run that a document was opened from."""

    run: Run
    folder: RunFolder
    classes: tuple[str, ...]
    best: int | None


class Replay(QObject):
    """Of the document that is shown: its last run, or a past one that it was opened from.

    `moved` tells that another epoch is looked at, or that there are others. `image` is the number
    of the image that maps are wanted of; another takes its place where it was not kept.
    """

    moved = Signal()

    def __init__(self, runs: Runs, editor: Editor) -> None:
        super().__init__(runs)
        self._runs = runs
        self._editor = editor
        self._past: dict[Sheet, _Past] = {}
        self._at: int | None = None
        self._images: tuple[RunFolder | None, int, tuple[int, ...]] = (None, 0, ())
        self.epochs: tuple[int, ...] = ()
        self.image = 0
        self._file = ""
        editor.changed.connect(self._edited)
        runs.begun.connect(self._begin)
        runs.trainer.died.connect(self._look_again)
        for kind in (Started, Epoch, Paused, Finished):
            runs.on(kind, self._told)

    # --- which run -------------------------------------------------------------------------------

    def recall(self, folder: RunFolder) -> None:
        """The document that is shown is that of this past run, or of the last one of its own."""
        sheet, own = self._editor.sheet, self._runs.shown
        if own is not None and own.folder == str(folder.path):
            self._past.pop(sheet, None)
            self._turn()
            return
        run = Run(sheet, sheet.history, source=sheet.source, report=sheet.report)
        started = folder.started()
        classes = started.classes if started is not None else ()
        self._past[sheet] = _Past(run, folder, classes, folder.best_epoch())
        self._turn()

    def forget(self, sheet: Sheet) -> None:
        """Its document is closed."""
        self._past.pop(sheet, None)

    @property
    def run(self) -> Run | None:
        """Whose maps these are."""
        past = self._past.get(self._editor.sheet)
        return past.run if past is not None else self._runs.shown

    @property
    def classes(self) -> tuple[str, ...]:
        if (past := self._past.get(self._editor.sheet)) is not None:
            return past.classes
        started = self._started
        return started.classes if started is not None else ()

    @property
    def best(self) -> int | None:
        """The epoch with the best validation so far, whose weights are kept as the best."""
        if (past := self._past.get(self._editor.sheet)) is not None:
            return past.best
        run = self._runs.shown
        told = run.history.epochs if run is not None and run.history is not None else ()
        return max((each.epoch for each in told if each.best), default=None)

    @property
    def number(self) -> int:
        """Of the images for validation of the run that is live."""
        started = self._started
        return max(started.val_samples, 1) if started is not None else 1

    @property
    def results(self) -> Results | None:
        """What the last validation told of each of these images, once there was one."""
        folder = self._folder
        return folder.results() if folder is not None else None

    @property
    def live(self) -> bool:
        """Whether its worker can show what is so now."""
        past = self._editor.sheet in self._past
        return not past and self._runs.here and bool(self._runs.trainer.process_id)

    @property
    def _started(self) -> Started | None:
        run = self._runs.shown
        return run.history.started if run is not None and run.history is not None else None

    @property
    def _folder(self) -> RunFolder | None:
        if (past := self._past.get(self._editor.sheet)) is not None:
            return past.folder
        run = self._runs.shown
        return folder_of(run) if run is not None else None

    # --- which epoch -----------------------------------------------------------------------------

    @property
    def epoch(self) -> int | None:
        """That is looked at; None is what is live, or nothing."""
        if self._at is not None or self.live or not self.epochs:
            return self._at
        return self.epochs[-1]

    def go(self, epoch: int | None) -> None:
        """Look at one of the epochs, or at what is live."""
        self._at = epoch
        self.moved.emit()

    def show_image(self, number: int) -> None:
        """Look at another image, by its number among those for validation."""
        self.image, self._file = number, ""
        self.moved.emit()

    def show_picture(self, path: str) -> None:
        """Look at what is live of an image file."""
        self.image, self._file, self._at = PICTURE, path, None
        self.moved.emit()

    def wish(self, selected: str = "") -> Wish:
        """For what is live of the image, at one node."""
        if self._file:
            return Wish(selected=selected, images=(0,), picture=self._file)
        return Wish(selected=selected, images=(self.image,))

    def step(self, by: int) -> None:
        """Go so many on of the epochs; behind the last one is what is live."""
        if not self.epochs:
            return
        end = len(self.epochs)
        at = self.epochs.index(self.epoch) if self.epoch in self.epochs else end
        to = max(0, at + by)
        if to < end:
            self.go(self.epochs[to])
        else:
            self.go(None if self.live else self.epochs[-1])

    # --- what was kept ---------------------------------------------------------------------------

    @property
    def images(self) -> tuple[int, ...]:
        """The numbers of the images that maps of the epoch are of."""
        folder, epoch = self._folder, self.epoch
        if folder is None or epoch is None:
            return ()
        if self._images[:2] != (folder, epoch):
            self._images = folder, epoch, folder.images_with_maps(epoch)
        return self._images[2]

    @property
    def shown_image(self) -> int:
        """The number of the one that is looked at."""
        kept = self.images
        return self.image if self.image in kept or not kept else kept[0]

    def maps(self, path: str) -> tuple[Maps, bytes] | None:
        folder, epoch = self._folder, self.epoch
        if folder is None or epoch is None:
            return None
        return folder.maps(epoch, path, self.shown_image)

    def few(self, paths: Iterable[str], most: int) -> list[tuple[Maps, bytes]]:
        """The first maps of several nodes, as far as they were kept."""
        folder, epoch = self._folder, self.epoch
        if folder is None or epoch is None:
            return []
        return folder.few_maps(epoch, paths, self.shown_image, most)

    def picture(self) -> tuple[ProbeImage, bytes] | None:
        """The image that is looked at, where it was kept; of what is live, by its last epoch."""
        folder = self._folder
        if folder is None or not self.epochs:
            return None
        epoch = self.epochs[-1] if self.epoch is None else self.epoch
        return folder.image(epoch, self.shown_image)

    def filters(self, path: str) -> list[tuple[Filters, bytes]]:
        """Those of a convolution and how far they had come, as far as that was kept."""
        folder, epoch = self._folder, self.epoch
        if folder is None or epoch is None:
            return []
        return [
            found
            for change in (False, True)
            if (found := folder.filters(epoch, path, change=change)) is not None
        ]

    # --- what happens ----------------------------------------------------------------------------

    def _begin(self, anew: bool) -> None:
        run = self._runs.latest
        if run is None:
            return
        self._past.pop(run.sheet, None)
        if anew:
            self.image, self._file = 0, ""
        if run.sheet is self._editor.sheet:
            self._turn()

    def _edited(self, change: Change) -> None:
        if change.fresh:
            sheet = self._editor.sheet
            past = self._past.get(sheet)
            if past is not None and past.run.document is not sheet.history:
                del self._past[sheet]  # another document was opened in its place
            self._turn()

    def _turn(self) -> None:
        self._at = None
        self._look_again()

    def _told(self, run: Run, event: Message, payload: bytes) -> None:
        if run is self.run:
            self._look_again()

    def _look_again(self) -> None:
        folder = self._folder
        self._images = None, 0, ()
        self.epochs = folder.epochs_with_maps() if folder is not None else ()
        if self._at not in self.epochs:
            self._at = None  # it was given up for others
        self.moved.emit()
