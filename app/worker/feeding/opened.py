"""The data of a run: opened, checked against the network, and split."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.data.opening import open_source
from app.data.source import Choices, DataError, Indices, Size, Source, Split, Wanted
from app.training.messages import Start
from app.training.recipe import Recipe
from nodes.spec import Shape


@dataclass(frozen=True)
class Opened:
    """A set and what of it is learned from; `shape` is that of the network's input."""

    source: Source
    size: Size
    split: Split
    shape: Shape
    seed: int

    @property
    def bytes(self) -> int:
        """What all images take, decoded."""
        return len(self.source) * self.size.bytes

    @property
    def sentence(self) -> str:
        """On data and split, for the person."""
        about, train, val = self.source.about, len(self.split.train), len(self.split.val)
        how = "as the data has it" if self.split.given else f"stratified, seed {self.seed}"
        text = (
            f"{train + val:,} {about.noun}: {train:,} for training, {val:,} for validation, {how}"
        )
        skipped = f"{len(self.skipped):,} skipped" if self.skipped else ""
        return "; ".join(filter(None, (text, about.remark, skipped)))

    @property
    def skipped(self) -> tuple[str, ...]:
        """Files that could not be read, with the reason."""
        broken = self.source.broken
        return (*self.source.about.skipped, *(broken[index] for index in sorted(broken)))

    def sound(self) -> Opened:
        """Without what turned out to be broken.

        Raises:
            DataError: nothing is left to learn from, or to validate on.
        """
        train, val = (self._sound(indices) for indices in self.split[:2])
        if not len(train) or not len(val):
            raise DataError(
                f"The {len(train) + len(val):,} {self.source.about.noun} leave none for "
                f"{'validation' if len(train) else 'training'}; at least one class needs two "
                "images."
            )
        split = Split(train, val, self.split.given)
        return Opened(self.source, self.size, split, self.shape, self.seed)

    def _sound(self, indices: Indices) -> Indices:
        return indices[~np.isin(indices, [*self.source.broken])]


def open_data(start: Start, check: Callable[[], None]) -> Opened:
    """The data the recipe names, for this network. `check` may raise to end the reading.

    Raises:
        DataError: the data is missing or of no use, or does not fit the network's input or output.
    """
    recipe = start.recipe
    classes = start.output_shape[0] if len(start.output_shape) == 1 else 2
    source = open_source(recipe.data, wanted(recipe, start.input_shape, classes), check)
    size = source.size(start.input_shape)
    require_output(start.output_shape, source.about.classes)
    split = source.split(recipe.validation_share, recipe.seed)
    return Opened(source, size, split, start.input_shape, recipe.seed).sound()


def wanted(recipe: Recipe, shape: Shape, classes: int) -> Wanted:
    """What a recipe asks for, for a network of this input and so many classes."""
    choices = Choices(recipe.fit, recipe.classes, recipe.distinct, recipe.own_split)
    return Wanted(shape, classes, recipe.seed, recipe.samples, choices)


def open_to_look_at(start: Start) -> Opened:
    """The photographs or the one image, all for validation.

    Raises:
        DataError: the network's input is not an image of one or three channels, or the image
            cannot be read.
    """
    choices = Choices(start.recipe.fit)
    asked = Wanted(start.input_shape, 1, choices=choices)
    source = open_source(start.recipe.data, asked, lambda: None)
    size = source.size(start.input_shape)
    split = Split(np.arange(0), np.arange(len(source)))
    return Opened(source, size, split, start.input_shape, start.recipe.seed)


def require_output(output_shape: Shape, classes: tuple[str, ...]) -> None:
    """Raises DataError where what comes out of the network are not the scores of the classes."""
    if output_shape == (len(classes),):
        return
    names = ", ".join(classes[:10]) + (", …" if len(classes) > 10 else "")
    given = (
        f"{output_shape[0]:,} numbers"
        if len(output_shape) == 1
        else f"a tensor of shape {'×'.join(map(str, output_shape))}"
    )
    raise DataError(
        f"The network gives {given} for an image, but the data has {len(classes):,} classes "
        f"({names}); end the network with a Linear layer of out_features {len(classes)}."
    )
