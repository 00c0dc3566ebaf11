"""Random transforms of many kinds, which come from kornia: one or two for each image."""

from __future__ import annotations

import torch
from torch import Tensor

from app.data.source import DataError
from app.training.extras import lacking
from app.training.recipe import Recipe
from app.worker.draws import mix, uniform

NUMBER, MAGNITUDE = 2, 9  # transforms for an image, and how strong they are, of 30
COLOURS = 3


class Policy:
    """TrivialAugment, one transform of a strength at random, or RandAugment, two of a given one.

    Source: Müller and Hutter, TrivialAugment, ICCV 2021; Cubuk, Zoph, Shlens and Le, RandAugment,
    NeurIPS 2020. Which transforms an image gets is decided by its own number; how strong they are
    by those of all images of its batch that get the same one, so that a batch comes out the same
    whenever it comes again.
    """

    def __init__(self, recipe: Recipe) -> None:
        """Raises DataError: the package is not here."""
        if reason := lacking(recipe):
            raise DataError(reason)
        # it takes its time, and is not everywhere
        from kornia.augmentation.auto import RandAugment, TrivialAugment

        self.name = recipe.rich
        self._trivial = recipe.rich == "trivial"
        made = (
            TrivialAugment(transformation_matrix_mode="skip")
            if self._trivial
            else RandAugment(NUMBER, MAGNITUDE, transformation_matrix_mode="skip")
        )
        self._changes = [*made.children()]

    def __call__(self, images: Tensor, indices: Tensor, key: int) -> Tensor:
        """Of images with values from 0 to 255; raises DataError: they are neither grey nor RGB."""
        channels = images.shape[1]
        if channels not in (1, COLOURS):
            raise DataError(
                f"The policy {self.name} changes images of 1 or {COLOURS} channels, and these have "
                f"{channels}. Set rich to none."
            )
        found = (images / 255).clamp(0, 1).expand(-1, COLOURS, -1, -1).clone()
        with torch.no_grad(), torch.random.fork_rng([images.device] if images.is_cuda else []):
            for turn, chosen in enumerate(self._chosen(indices, key)):
                for number, change in enumerate(self._changes):
                    rows = (chosen == number).nonzero()[:, 0]
                    if len(rows):
                        torch.manual_seed(mix(key, turn, number, *indices[rows].tolist()))
                        found[rows] = change(found[rows])
        return 255 * found.mean(1, keepdim=True) if channels == 1 else 255 * found

    def _chosen(self, indices: Tensor, key: int) -> list[Tensor]:
        """The number of the transform for each image, time after time; one too high is none."""
        count = len(self._changes)
        numbers = uniform(key, indices, NUMBER)
        if self._trivial:
            return [(numbers[:, 0] * (count + 1)).long()]
        first, second = (numbers[:, 0] * count).long(), (numbers[:, 1] * (count - 1)).long()
        return [first, second + (second >= first)]
