"""A set that lies on the device as a whole."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from app.worker.data import Data
from app.worker.draws import mix
from app.worker.parts import Batch


class OnDevice:
    """Batches of samples that are normalised when they are asked for."""

    def __init__(self, data: Data, batch_size: int, seed: int) -> None:
        self._data = data
        self._batch_size = batch_size
        self._seed = seed
        self.classes = data.classes
        self.train, self.val = len(data.train), len(data.val)
        self.used = used_samples(self.train, batch_size)
        self.steps = math.ceil(self.used / batch_size)
        self.sentence, self.skipped = data.sentence, data.skipped

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        generator = torch.Generator().manual_seed(mix(self._seed, "order", number))
        train = self._data.train
        order = train[torch.randperm(self.train, generator=generator).to(train.device)]
        for indices in torch.split(order[: self.used], self._batch_size)[first:]:
            yield self._batch(indices)

    def validation(self) -> Iterator[Batch]:
        # without gradients twice as many fit
        for indices in torch.split(self._data.val, 2 * self._batch_size):
            yield self._batch(indices)

    def images(self, numbers: Sequence[int]) -> Batch:
        return self._batch(self._validated(numbers))

    def pixels(self, numbers: Sequence[int]) -> Tensor:
        return self._data.images.index_select(0, self._validated(numbers))

    def _validated(self, numbers: Sequence[int]) -> Tensor:
        val = self._data.val
        return val[torch.tensor([n % self.val for n in numbers], device=val.device)]

    def _batch(self, indices: Tensor) -> Batch:
        return Batch(*self._data.batch(indices), indices)


def used_samples(samples: int, batch_size: int) -> int:
    """How many samples an epoch takes: a last batch of one is left out, as BatchNorm needs two."""
    alone = samples > 1 and batch_size > 1 and samples % batch_size == 1
    return samples - 1 if alone else samples
