"""What every feed does alike: the order of an epoch, and batches made of pixels."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from app.data.files import read_picture
from app.data.source import counted
from app.training.recipe import Recipe
from app.worker.augment import colours
from app.worker.augment.augmenter import Augmenter
from app.worker.draws import mix
from app.worker.feeding.opened import Opened
from app.worker.parts import Batch
from app.worker.ranks.place import WHOLE, Place

LOOKED_AT, AT_ONCE = 512, 64  # images that stand for the colours of all


class Normalise:
    """Pixels from 0 to 255 as the network takes them; `mean` and `scale` are one a channel."""

    def __init__(self, mean: Tensor, scale: Tensor, shape: Sequence[int]) -> None:
        self.mean, self._scale = (each.reshape(-1, 1, 1) for each in (mean, scale))
        self._shape = shape

    def __call__(self, pixels: Tensor) -> Tensor:
        inputs = (pixels - self.mean).mul_(self._scale)
        return inputs.reshape(-1, *self._shape)


class Feeding(ABC):
    """A `Feed` of what is open; where the pixels come from is its heirs' own."""

    def __init__(
        self,
        opened: Opened,
        device: torch.device,
        batch_size: int,
        normalise: Normalise,
        place: Place = WHOLE,
    ) -> None:
        """Of several processes the one at this `place` learns from its part of every batch."""
        source, split = opened.source, opened.split
        self.classes = source.about.classes
        self.counts = counted(source.labels[split.train], len(self.classes))
        self.train, self.val = len(split.train), len(split.val)
        self.used = used_samples(self.train, batch_size, place.count)
        self.steps = math.ceil(self.used / batch_size)
        self.sentence, self.skipped = opened.sentence, opened.skipped
        self.fingerprint = source.fingerprint()
        self._seed = opened.seed
        self.count, self.size = len(source), opened.size
        self._batch_size = batch_size
        self._place = place
        self._train = torch.from_numpy(split.train)
        self._val = torch.from_numpy(split.val)
        self._labels = torch.from_numpy(source.labels).to(device)
        self._device = device
        self._normalise = normalise
        self._augment = Augmenter(Recipe(), normalise, normalise.mean, self._axes)

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        generator = torch.Generator().manual_seed(mix(self._seed, "order", number))
        order = self._train[torch.randperm(self.train, generator=generator)]
        groups = torch.split(order[: self.used], self._batch_size)[first:]
        if self._place.count == 1:
            return self._batches(groups, number)
        own = self._batches([*map(self._place.part, groups)], number)
        return (replace(b, whole=len(group)) for b, group in zip(own, groups, strict=True))

    def validation(self) -> Iterator[Batch]:
        # without gradients twice as many fit
        groups = torch.split(self._val, 2 * self._batch_size)
        if self._place.count == 1:
            return self._batches(groups, 0)
        own = self._batches([*map(self._place.alike, groups)], 0)
        return (
            Batch(b.inputs, self._labels[group.to(self._device)], group.to(self._device))
            for b, group in zip(own, groups, strict=True)
        )

    def images(self, numbers: Sequence[int]) -> Batch:
        return next(self._batches([self._validated(numbers)], 0))

    def pixels(self, numbers: Sequence[int]) -> Tensor:
        return next(iter(self._read([self._validated(numbers)])))[1]

    def samples(self, indices: Sequence[int]) -> tuple[Tensor, Batch]:
        ((found, pixels),) = self._read([torch.tensor(indices)])
        labels = self._labels.index_select(0, found)
        return pixels, Batch(self._normalise(pixels), labels, found)

    def picture(self, path: Path) -> tuple[Tensor, Tensor]:
        pixels = torch.from_numpy(read_picture(path, self.size)[None].copy()).to(self._device)
        return pixels, self._normalise(pixels)

    def change(self, recipe: Recipe) -> None:
        self._augment.change(recipe)

    def _augments(self, epoch: int) -> bool:
        return epoch > 0 and not self._augment.idle

    def _axes(self) -> Tensor:
        """The principal axes of the colours of the training images, by some of them."""
        looked_at = self._train[:: max(1, self.train // LOOKED_AT)]
        read = self._read(torch.split(looked_at, AT_ONCE))
        axes = colours.principal_axes(colours.covariance(pixels for _, pixels in read))
        return axes.float().to(self._device)

    @abstractmethod
    def _read(self, groups: Sequence[Tensor]) -> Iterator[tuple[Tensor, Tensor]]:
        """Of each group of indices these and the pixels, both on the device."""

    def _batches(self, groups: Sequence[Tensor], epoch: int) -> Iterator[Batch]:
        """Batches of the samples in each group; those of an epoch, from 1, are augmented."""
        return self._made(self._read(groups), epoch)

    def _made(self, read: Iterable[tuple[Tensor, Tensor]], epoch: int) -> Iterator[Batch]:
        for indices, pixels in read:
            labels = self._labels.index_select(0, indices)
            if self._augments(epoch):
                yield self._augment(pixels, labels, indices, epoch)
            else:
                yield Batch(self._normalise(pixels), labels, indices)

    def _validated(self, numbers: Sequence[int]) -> Tensor:
        return self._val[torch.tensor([number % self.val for number in numbers])]


def used_samples(samples: int, batch_size: int, processes: int = 1) -> int:
    """How many samples an epoch takes.

    A last batch of less than two a process is left out, as BatchNorm needs two.
    """
    rest = samples % batch_size
    few = rest < 2 * processes and samples > rest and batch_size > 1
    return samples - rest if few else samples
