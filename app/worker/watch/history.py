"""The feature maps of every epoch, kept in the run's folder, so that they can be gone through."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.runs.folder import MAPS
from app.runs.maps import epochs_with_maps, file_of, write_maps
from app.training.messages import NotKept, Watch
from app.worker.outbox import Outbox
from app.worker.probe import Prober
from nodes.files import FileError, reason

COST = 0.01  # of the time may be spent on it
MOST = 200 << 20  # bytes, beyond which every second epoch is given up


class MapHistory:
    """Maps of all nodes at the beginning and after epochs, as often as `COST` allows."""

    def __init__(
        self, folder: str, prober: Prober, wished: Callable[[], Watch], outbox: Outbox
    ) -> None:
        """Without a folder nothing is kept."""
        self._folder = Path(folder) / MAPS if folder else None
        self._prober = prober
        self._wished = wished
        self._outbox = outbox
        self._due = 0.0
        self._told = False

    def keep(self, epoch: int, step: int) -> None:
        """Those after an epoch; 0 is before the first. It tells once that it cannot."""
        begin = time.perf_counter()
        if self._folder is None or begin < self._due:
            return
        try:
            self._folder.mkdir(exist_ok=True)
            write_maps(self._folder, epoch, self._prober.everything(self._wished(), step))
            self._thin(self._folder)
        except FileError as error:
            self._tell(str(error))
        except OSError as error:
            self._tell(f"“{self._folder}” cannot be written: {reason(error)}.")
        end = time.perf_counter()
        self._due = end + (end - begin) * (1 / COST - 1)

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
