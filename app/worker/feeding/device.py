"""A set that lies on the device as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from app.worker.feeding.base import Augment, Feeding, Normalise
from app.worker.feeding.opened import Opened
from app.worker.parts import Batch

READY = 1 << 28  # bytes of float32 inputs that are kept, where nothing is augmented


class OnDevice(Feeding):
    """Images as uint8; kept as inputs, too, where these are the same in every epoch and small."""

    def __init__(
        self,
        opened: Opened,
        images: Tensor,
        device: torch.device,
        batch_size: int,
        normalise: Normalise,
        augment: Augment | None = None,
    ) -> None:
        super().__init__(opened, device, batch_size, normalise, augment)
        self._images = images.to(device)
        small = 4 * images.numel() <= READY
        self._ready = normalise(self._images) if small and augment is None else None

    def _batches(self, groups: Sequence[Tensor], epoch: int) -> Iterator[Batch]:
        if self._ready is None:
            yield from super()._batches(groups, epoch)
            return
        for group in groups:
            indices = group.to(self._device)
            inputs = self._ready.index_select(0, indices)
            yield Batch(inputs, self._labels.index_select(0, indices), indices)

    def _read(self, groups: Sequence[Tensor]) -> Iterator[tuple[Tensor, Tensor]]:
        for group in groups:
            indices = group.to(self._device)
            yield indices, self._images.index_select(0, indices)
