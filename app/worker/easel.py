"""One image in many draws of the augmentation, as a run would learn from it epoch by epoch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from app.data.source import Indices, Pixels, Size, Source
from app.training.recipe import Recipe
from app.worker.augment import colours
from app.worker.augment.augmenter import Augmenter
from app.worker.feeding.base import AT_ONCE, LOOKED_AT


@dataclass(frozen=True)
class Drawing:
    """The image as it is, the one that it is mixed with, and the draws, in `pixels`.

    `other` and `shares`, those of the image in each draw, are empty where nothing is mixed.
    """

    pixels: Pixels
    name: str
    other: str = ""
    shares: tuple[float, ...] = ()


class Easel:
    """Holds what the draws of one set have in common, so that only the first takes long."""

    def __init__(self, source: Source, train: Indices, size: Size) -> None:
        self._source = source
        self._train = train
        self._size = size
        self._mean: Tensor | None = None
        self._axes: Tensor | None = None

    @property
    def images(self) -> int:
        """How many there are to learn from."""
        return len(self._train)

    def draws(self, recipe: Recipe, index: int, count: int, first: int = 1) -> Drawing:
        """The image of this number in training, counted round, in the epochs from `first` on.

        It is mixed with the next one, where the recipe mixes.
        """
        numbers = self._train[np.arange(index, index + 2) % len(self._train)]
        pixels = torch.from_numpy(self._source.read(numbers, self._size))
        labels = torch.from_numpy(self._source.labels[numbers])
        fill = self._found_mean() if recipe.cutout else torch.zeros(self._size.channels, 1, 1)
        augment = Augmenter(recipe, torch.Tensor.float, fill, self._found_axes)
        batches = [
            augment(pixels, labels, torch.from_numpy(numbers), epoch)
            for epoch in range(first, first + count)
        ]
        drawn = torch.stack([batch.inputs[0] for batch in batches])
        found = drawn.round().clamp(0, 255).to(torch.uint8)
        shares = tuple(float(batch.mixed[1][0]) for batch in batches if batch.mixed is not None)
        name, other = (self._source.about.classes[label] for label in labels)
        shown = pixels if shares else pixels[:1]
        whole = torch.cat([shown, found]).numpy()
        return Drawing(whole, name, other if shares else "", shares)

    def _found_mean(self) -> Tensor:
        if self._mean is None:
            means = [part.float().mean((0, 2, 3)) for part in self._some()]
            self._mean = torch.stack(means).mean(0).reshape(-1, 1, 1)
        return self._mean

    def _found_axes(self) -> Tensor:
        if self._axes is None:
            self._axes = colours.principal_axes(colours.covariance(self._some())).float()
        return self._axes

    def _some(self) -> Iterator[Tensor]:
        looked_at = self._train[:: max(1, len(self._train) // LOOKED_AT)]
        for begin in range(0, len(looked_at), AT_ONCE):
            part = looked_at[begin : begin + AT_ONCE]
            yield torch.from_numpy(self._source.read(part, self._size))
