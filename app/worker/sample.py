"""The images that feature maps are of: some of those for validation."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from app.training.messages import ProbeImage, Watch
from app.worker.outbox import Outbox
from app.worker.parts import Feed


class Sample:
    """Called with a wish, gives its images by number, counted round, each as a batch of one.

    The window is told of those that are others than before.
    """

    def __init__(self, feed: Feed, outbox: Outbox) -> None:
        self._feed = feed
        self._outbox = outbox
        self._found: dict[int, Tensor] = {}

    def __call__(self, watch: Watch) -> Mapping[int, Tensor]:
        numbers = watch.images or (0,)
        if tuple(self._found) != numbers:
            before = self._found
            self._found = {n: before[n] if n in before else self._take(n) for n in numbers}
        return self._found

    def _take(self, number: int) -> Tensor:
        batch = self._feed.images([number])
        pixels = self._feed.pixels([number])[0].cpu().contiguous()
        channels, height, width = pixels.shape
        label = self._feed.classes[int(batch.labels)]
        event = ProbeImage(channels, height, width, label, number)
        self._outbox.send(event, pixels.numpy().tobytes())
        return batch.inputs
