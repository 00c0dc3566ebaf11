"""The image that feature maps are of: one of those for validation."""

from __future__ import annotations

from torch import Tensor

from app.training.messages import ProbeImage
from app.worker.data import Data
from app.worker.outbox import Outbox


class Sample:
    """Called with the number of an image, counted round, gives that image as a batch of one.

    When it is another than before, the window is told.
    """

    def __init__(self, data: Data, outbox: Outbox) -> None:
        self._data = data
        self._outbox = outbox
        self._number: int | None = None
        self._inputs: Tensor

    def __call__(self, number: int) -> Tensor:
        if number != self._number:
            self._number = number
            self._take(number % len(self._data.val))
        return self._inputs

    def _take(self, at: int) -> None:
        index = self._data.val[at : at + 1]
        pixels = self._data.images.index_select(0, index)[0].cpu().contiguous()
        self._inputs, labels = self._data.batch(index)
        channels, height, width = pixels.shape
        event = ProbeImage(channels, height, width, self._data.classes[int(labels)])
        self._outbox.send(event, pixels.numpy().tobytes())
