"""The image that feature maps are of: one of those for validation."""

from __future__ import annotations

from torch import Tensor

from app.training.messages import ProbeImage
from app.worker.outbox import Outbox
from app.worker.parts import Feed


class Sample:
    """Called with the number of an image, counted round, gives that image as a batch of one.

    When it is another than before, the window is told.
    """

    def __init__(self, feed: Feed, outbox: Outbox) -> None:
        self._feed = feed
        self._outbox = outbox
        self._number: int | None = None
        self._inputs: Tensor

    def __call__(self, number: int) -> Tensor:
        if number != self._number:
            self._number = number
            self._take(number)
        return self._inputs

    def _take(self, number: int) -> None:
        batch = self._feed.images([number])
        self._inputs = batch.inputs
        pixels = self._feed.pixels([number])[0].cpu().contiguous()
        channels, height, width = pixels.shape
        label = self._feed.classes[int(batch.labels)]
        event = ProbeImage(channels, height, width, label, number)
        self._outbox.send(event, pixels.numpy().tobytes())
