"""What every feed does alike: the order of an epoch, and batches made of pixels."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence

import torch
from torch import Tensor

from app.data.source import counted
from app.worker.draws import mix
from app.worker.feeding.opened import Opened
from app.worker.parts import Batch

# What makes a batch for training of uint8 pixels, labels, the numbers of the samples and the epoch.
Augment = Callable[[Tensor, Tensor, Tensor, int], Batch]


class Normalise:
    """Pixels from 0 to 255 as the network takes them; `mean` and `scale` are one a channel."""

    def __init__(self, mean: Tensor, scale: Tensor, shape: Sequence[int]) -> None:
        self._mean, self._scale = (each.reshape(-1, 1, 1) for each in (mean, scale))
        self._shape = shape

    def __call__(self, pixels: Tensor) -> Tensor:
        inputs = pixels.float().sub_(self._mean).mul_(self._scale)
        return inputs.reshape(-1, *self._shape)


class Feeding(ABC):
    """A `Feed` of what is open; where the pixels come from is its heirs' own."""

    def __init__(
        self,
        opened: Opened,
        device: torch.device,
        batch_size: int,
        normalise: Normalise,
        augment: Augment | None = None,
    ) -> None:
        source, split = opened.source, opened.split
        self.classes = source.about.classes
        self.counts = counted(source.labels[split.train], len(self.classes))
        self.train, self.val = len(split.train), len(split.val)
        self.used = used_samples(self.train, batch_size)
        self.steps = math.ceil(self.used / batch_size)
        self.sentence, self.skipped = opened.sentence, opened.skipped
        self.fingerprint = source.fingerprint()
        self._seed = opened.seed
        self._batch_size = batch_size
        self._train = torch.from_numpy(split.train)
        self._val = torch.from_numpy(split.val)
        self._labels = torch.from_numpy(source.labels).to(device)
        self._device = device
        self._normalise = normalise
        self._augment = augment

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        generator = torch.Generator().manual_seed(mix(self._seed, "order", number))
        order = self._train[torch.randperm(self.train, generator=generator)]
        return self._batches(torch.split(order[: self.used], self._batch_size)[first:], number)

    def validation(self) -> Iterator[Batch]:
        # without gradients twice as many fit
        return self._batches(torch.split(self._val, 2 * self._batch_size), 0)

    def images(self, numbers: Sequence[int]) -> Batch:
        return next(self._batches([self._validated(numbers)], 0))

    def pixels(self, numbers: Sequence[int]) -> Tensor:
        return next(iter(self._read([self._validated(numbers)])))[1]

    @abstractmethod
    def _read(self, groups: Sequence[Tensor]) -> Iterator[tuple[Tensor, Tensor]]:
        """Of each group of indices these and the pixels, both on the device."""

    def _batches(self, groups: Sequence[Tensor], epoch: int) -> Iterator[Batch]:
        """Batches of the samples in each group; those of an epoch, from 1, are augmented."""
        return self._made(self._read(groups), epoch)

    def _made(self, read: Iterable[tuple[Tensor, Tensor]], epoch: int) -> Iterator[Batch]:
        for indices, pixels in read:
            labels = self._labels.index_select(0, indices)
            if epoch and self._augment is not None:
                yield self._augment(pixels, labels, indices, epoch)
            else:
                yield Batch(self._normalise(pixels), labels, indices)

    def _validated(self, numbers: Sequence[int]) -> Tensor:
        return self._val[torch.tensor([number % self.val for number in numbers])]


def used_samples(samples: int, batch_size: int) -> int:
    """How many samples an epoch takes: a last batch of one is left out, as BatchNorm needs two."""
    alone = samples > 1 and batch_size > 1 and samples % batch_size == 1
    return samples - 1 if alone else samples
