"""Data for what is watched in tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from app.data.files import read_picture
from app.data.source import Size
from app.training.recipe import Recipe
from app.worker.parts import Batch


class Zeros:
    """A feed of images of one grey value."""

    classes: tuple[str, ...] = ("a", "b")
    counts: tuple[int, ...] = (8, 8)
    train = val = used = 16
    steps = 1
    sentence = fingerprint = ""
    skipped: tuple[str, ...] = ()
    count, size = 16, Size(1, 8, 8)

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        yield self.images(range(16))

    def validation(self) -> Iterator[Batch]:
        yield self.images(range(16))

    def images(self, numbers: Sequence[int]) -> Batch:
        count = len(numbers)
        return Batch(torch.zeros(count, 1, 8, 8), torch.zeros(count).long(), torch.arange(count))

    def change(self, recipe: Recipe) -> None:
        """There is nothing to augment."""

    def pixels(self, numbers: Sequence[int]) -> Tensor:
        return torch.zeros(len(numbers), 1, 8, 8, dtype=torch.uint8)

    def samples(self, indices: Sequence[int]) -> tuple[Tensor, Batch]:
        return self.pixels(indices), self.images(indices)

    def picture(self, path: Path) -> tuple[Tensor, Tensor]:
        pixels = torch.from_numpy(read_picture(path, self.size)[None].copy())
        return pixels, pixels.float()
