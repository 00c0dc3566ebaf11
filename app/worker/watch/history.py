"""The feature maps of every epoch, kept in the run's folder, so that they can be gone through."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.runs.folder import MAPS
from app.runs.maps import Kept, epochs_with_maps, file_of, write_maps
from app.training.messages import NotKept, Watch
from app.worker.outbox import Outbox
from app.worker.probe import Prober
from app.worker.sample import Sample, Seen
from app.worker.watch.filters import Kernels
from nodes.files import FileError, reason

COST = 0.005  # of the time may be spent on it,
AHEAD = 0.25  # and so many seconds before they are earned, for runs of short epochs
MOST = 200 << 20  # bytes, beyond which every second epoch is given up
IMAGES = 8  # that are kept of every epoch, whichever are watched: as many as
AT_ONCE = 1 << 20  # bytes hold, or one


class MapHistory:
    """Maps and filters of all nodes at the beginning and after epochs, as often as `COST` allows.

    Maps are of the first images for validation, the same in every epoch, and of those watched.
    """

    def __init__(
        self,
        folder: str,
        prober: Prober,
        sample: Sample,
        kernels: Kernels,
        wished: Callable[[], Watch],
        outbox: Outbox,
        last: int = 0,
    ) -> None:
        """Without a folder nothing is kept; what is so after the `last` step is kept always."""
        self._folder = Path(folder) / MAPS if folder else None
        self._prober = prober
        self._sample = sample
        self._kernels = kernels
        self._first: dict[int, Seen] = {}
        self._wished = wished
        self._outbox = outbox
        self._last = last
        self.seconds = 0.0  # of the training that it took
        self._credit = AHEAD
        self._since = time.perf_counter()
        self._told = False

    def keep(self, epoch: int, step: int) -> None:
        """Those after an epoch; 0 is before the first. It tells once that it cannot."""
        begin = time.perf_counter()
        self._credit = min(AHEAD, self._credit + COST * (begin - self._since))
        self._since = begin
        if self._folder is None or (self._credit < 0 and step != self._last):
            return
        try:
            self._folder.mkdir(exist_ok=True)
            write_maps(self._folder, epoch, self._everything(step))
            self._thin(self._folder)
        except FileError as error:
            self._tell(str(error))
        except OSError as error:
            self._tell(f"“{self._folder}” cannot be written: {reason(error)}.")
        taken = time.perf_counter() - begin
        self._credit -= taken
        self.seconds += taken if epoch else 0.0

    def _everything(self, step: int) -> list[tuple[Kept, bytes]]:
        if not self._first:
            self._first = self._chosen()
        images = self._first | self._sample.seen(self._wished())
        inputs = {number: seen.inputs for number, seen in images.items()}
        pictures = [(seen.event, seen.pixels) for seen in images.values()]
        maps = self._prober.everything(inputs, step)
        return [*pictures, *maps, *self._kernels.everything(step)]

    def _chosen(self) -> dict[int, Seen]:
        """As many as are affordable, by what the maps of the first one take."""
        first = self._sample.first(1)
        maps = self._prober.everything({0: first[0].inputs}, 0)
        most = AT_ONCE // max(sum(len(pixels) for _, pixels in maps), 1)
        return dict(enumerate(self._sample.first(max(1, min(IMAGES, most)))))

    def _tell(self, why: str) -> None:
        if not self._told:
            self._outbox.send(NotKept(f"The feature maps of epochs are not kept. {why}"))
        self._told = True

    def _thin(self, folder: Path) -> None:
        """Gives up every second epoch, but the first and the newest, where they take too much."""
        epochs = epochs_with_maps(folder)
        if sum(file_of(folder, epoch).stat().st_size for epoch in epochs) > MOST:
            for epoch in epochs[1:-1:2]:
                file_of(folder, epoch).unlink()
