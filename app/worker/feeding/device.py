"""A set that lies on the device as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from app.worker.feeding.base import Feeding, Normalise
from app.worker.feeding.opened import Opened
from app.worker.parts import Batch
from app.worker.ranks.place import WHOLE, Place

READY = 1 << 28  # bytes of float32 inputs that are kept


class OnDevice(Feeding):
    """Images as uint8; kept as inputs, too, where these are small, for when none is augmented."""

    def __init__(
        self,
        opened: Opened,
        images: Tensor,
        device: torch.device,
        batch_size: int,
        normalise: Normalise,
        place: Place = WHOLE,
    ) -> None:
        super().__init__(opened, device, batch_size, normalise, place)
        self._images = images.to(device)
        small = 4 * images.numel() <= READY
        self._ready = normalise(self._images) if small else None
        self._validation: list[Batch] = []

    def validation(self) -> Iterator[Batch]:
        if self._ready is None or self._place.count > 1:
            return super().validation()
        if not self._validation:
            self._validation = [*super().validation()]  # the same ones after every epoch
        return iter(self._validation)

    def _batches(self, groups: Sequence[Tensor], epoch: int) -> Iterator[Batch]:
        for group in groups:
            if self._ready is None or self._augments(epoch):
                yield from super()._batches([group], epoch)
                continue
            indices = group.to(self._device)
            inputs = self._ready.index_select(0, indices)
            yield Batch(inputs, self._labels.index_select(0, indices), indices)

    def _read(self, groups: Sequence[Tensor]) -> Iterator[tuple[Tensor, Tensor]]:
        for group in groups:
            indices = group.to(self._device)
            yield indices, self._images.index_select(0, indices)
