"""The images that feature maps are of: some of those for validation, or a file of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from app.data.source import DataError
from app.training.messages import PICTURE, ProbeImage, Watch
from app.worker.outbox import Outbox
from app.worker.parts import Feed

_Key = tuple[int, str]  # the number of an image, and the path of a file


@dataclass(frozen=True, eq=False)
class Seen:
    """One image as the window is told of it, and as the network takes it: a batch of one."""

    event: ProbeImage
    pixels: bytes
    inputs: Tensor


class Sample:
    """Called with a wish, gives its images by number, counted round, each as a batch of one.

    The window is told of those that are others than before, and another one of all.
    """

    def __init__(self, feed: Feed, outbox: Outbox) -> None:
        self._feed = feed
        self._outbox = outbox
        self._found: dict[_Key, Seen] = {}
        self._reader = 0

    def __call__(self, watch: Watch) -> Mapping[int, Tensor]:
        before, self._found = self._found, self._look(watch)
        former, self._reader = self._reader, self._outbox.reader
        for key, seen in self._found.items():
            if key not in before or self._reader != former:
                self._outbox.send(seen.event, seen.pixels)
        return {number: seen.inputs for (number, _), seen in self._found.items()}

    def seen(self, watch: Watch) -> dict[int, Seen]:
        """The same by number, of which the window is not told."""
        return {number: seen for (number, _), seen in self._look(watch).items()}

    def first(self, most: int) -> Sequence[Seen]:
        """The images for validation from the first on, of which the window is not told."""
        return [self._take(number, "") for number in range(min(most, self._feed.val))]

    def _look(self, watch: Watch) -> dict[_Key, Seen]:
        numbers = watch.images or (0,)
        keys = [(number, "") for number in numbers]
        if watch.picture:
            keys[0] = (PICTURE, watch.picture)
        try:
            return {key: self._found.get(key) or self._take(*key) for key in keys}
        except DataError:  # it was sound when it was chosen, and is gone since
            return self._look(Watch(images=numbers))

    def _take(self, number: int, path: str) -> Seen:
        if path:
            pixels, inputs = self._feed.picture(Path(path))
            label = Path(path).stem
        else:
            batch = self._feed.images([number])
            pixels, inputs = self._feed.pixels([number]), batch.inputs
            label = self._feed.classes[int(batch.labels)]
        channels, height, width = pixels.shape[1:]
        event = ProbeImage(channels, height, width, label, number)
        return Seen(event, pixels.cpu().contiguous().numpy().tobytes(), inputs)
