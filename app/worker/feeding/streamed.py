"""A set that is too large to be held: read as it is used, some batches ahead."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

import torch
from torch import Tensor

from app.worker.feeding.base import Feeding, Normalise
from app.worker.feeding.opened import Opened
from app.worker.ranks.place import WHOLE, Place

AHEAD = 3  # batches that are read beyond the one that is learned from
_PIECE = 8  # images that a worker reads at least, before it is asked again


class Streamed(Feeding):
    """Reads by threads, as decoding lets go of Python's lock; the order is the feed's alone.

    A batch is cut into pieces, so that all workers read the next one first. Without a worker it is
    read when it is asked for. At most `AHEAD` + 1 batches are in memory.
    """

    def __init__(
        self,
        opened: Opened,
        device: torch.device,
        batch_size: int,
        normalise: Normalise,
        workers: int = 0,
        place: Place = WHOLE,
    ) -> None:
        super().__init__(opened, device, batch_size, normalise, place)
        self._opened = opened
        self._workers = workers
        self._pool = ThreadPoolExecutor(workers) if workers else None
        self._pinned = device.type == "cuda"

    def _read(self, groups: Sequence[Tensor]) -> Iterator[tuple[Tensor, Tensor]]:
        if self._pool is None:
            for group in groups:
                pixels = self._empty(group)
                self._fill(pixels, group)
                yield self._moved(group, pixels)
            return
        waiting: deque[tuple[Tensor, Tensor, list[Future[None]]]] = deque()
        rest = iter(groups)
        try:
            while True:
                for each in islice(rest, AHEAD + 1 - len(waiting)):
                    waiting.append(self._begun(self._pool, each))
                if not waiting:
                    return
                group, pixels, pieces = waiting.popleft()
                for piece in pieces:
                    piece.result()
                yield self._moved(group, pixels)
        finally:  # the run may end in the middle of an epoch
            for _, _, pieces in waiting:
                for piece in pieces:
                    piece.cancel()

    def _begun(
        self, pool: ThreadPoolExecutor, group: Tensor
    ) -> tuple[Tensor, Tensor, list[Future[None]]]:
        pixels = self._empty(group)
        size = max(_PIECE, -(-len(group) // self._workers))
        pieces = zip(torch.split(pixels, size), torch.split(group, size), strict=True)
        return group, pixels, [pool.submit(self._fill, *piece) for piece in pieces]

    def _empty(self, group: Tensor) -> Tensor:
        size = self._opened.size
        shape = (len(group), size.channels, size.height, size.width)
        return torch.empty(shape, dtype=torch.uint8, pin_memory=self._pinned)

    def _fill(self, pixels: Tensor, group: Tensor) -> None:
        pixels.numpy()[...] = self._opened.source.read(group.numpy(), self._opened.size)

    def _moved(self, group: Tensor, pixels: Tensor) -> tuple[Tensor, Tensor]:
        device = self._device
        return group.to(device), pixels.to(device, non_blocking=self._pinned)
