"""The data of a run: read, checked against the network, split, and handed out in batches."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from app.training.messages import Start
from app.training.recipe import DIGITS, PHOTOGRAPHS, SYNTHETIC
from app.worker.digits import SIDE, read_digits
from app.worker.errors import DataError
from app.worker.folder import read_folder, read_image
from app.worker.images import ImageSet, ImageSize, image_size
from app.worker.photographs import read_photographs
from app.worker.synthetic import make_patterns
from nodes.spec import Shape


@dataclass(frozen=True)
class Data:
    """Every image lies on the device as uint8 and is normalised when its batch is made.

    `images` is (count, channels, height, width); `train` and `val` are indices into it. `mean` and
    `scale` are those of the training split, one a channel. `shape` is the network's own.
    """

    images: Tensor
    labels: Tensor
    classes: tuple[str, ...]
    train: Tensor
    val: Tensor
    mean: Tensor
    scale: Tensor
    shape: Shape
    sentence: str
    skipped: tuple[str, ...]

    def batch(self, indices: Tensor) -> tuple[Tensor, Tensor]:
        """Normalised float32 inputs and int64 labels of the images at `indices`."""
        inputs = self.images.index_select(0, indices).float().sub_(self.mean).mul_(self.scale)
        return inputs.reshape(-1, *self.shape), self.labels.index_select(0, indices)


def load(start: Start, device: torch.device, check: Callable[[], None]) -> Data:
    """The data the recipe names, for this network.

    `check` is called often and may raise to end the reading.

    Raises:
        DataError: the data is missing or of no use, or does not fit the network's input or output.
    """
    recipe, shape = start.recipe, start.input_shape
    if recipe.data == DIGITS:
        found = read_digits(_flat_digits(shape) if len(shape) == 1 else image_size(shape))
    elif recipe.data == SYNTHETIC:
        found = make_patterns(shape, math.prod(start.output_shape), recipe.seed)
    else:
        found = read_folder(Path(recipe.data).expanduser(), image_size(shape), check)
    _check_output(start.output_shape, found.classes)
    train, val = split(found.labels, recipe.validation_share, recipe.seed)
    if not len(val):
        raise DataError(
            f"The {len(found.labels):,} {found.noun} leave none for validation; "
            "at least one class needs two images."
        )
    mean, scale = _statistics(found.images, train)
    return Data(
        images=found.images.to(device),
        labels=found.labels.to(device),
        classes=found.classes,
        train=train.to(device),
        val=val.to(device),
        mean=mean.to(device),
        scale=scale.to(device),
        shape=shape,
        sentence=_sentence(found, len(train), len(val), recipe.seed),
        skipped=found.skipped,
    )


def to_look_at(start: Start, device: torch.device) -> Data:
    """The photographs or the one image, all for validation, with values from 0 to 1.

    Raises:
        DataError: the network's input is not an image of one or three channels, or the image
            cannot be read.
    """
    size, data = image_size(start.input_shape), start.recipe.data
    if data == PHOTOGRAPHS:
        found = read_photographs(size)
    else:
        found = read_image(Path(data).expanduser(), size)
    number, channels, height, width = found.images.shape
    return Data(
        images=found.images.to(device),
        labels=found.labels.to(device),
        classes=found.classes,
        train=torch.empty(0, dtype=torch.int64, device=device),
        val=torch.arange(number, device=device),
        mean=torch.zeros(channels, 1, 1, device=device),
        scale=torch.full((channels, 1, 1), 1 / 255, device=device),
        shape=start.input_shape,
        sentence=(
            f"{number} {found.noun} ({', '.join(found.classes)}) of {height}×{width} px, with "
            "values from 0 to 1, to look at: nothing is learned from them"
        ),
        skipped=(),
    )


def split(labels: Tensor, share: float, seed: int) -> tuple[Tensor, Tensor]:
    """Indices for training and for validation, `share` of every class in the latter.

    A class keeps at least one image for training and, if it has two, one for validation.
    """
    generator = torch.Generator().manual_seed(seed)
    train, val = [], []
    for label in range(int(labels.max()) + 1):
        members = torch.nonzero(labels == label).flatten()
        members = members[torch.randperm(len(members), generator=generator)]
        count = min(max(1, round(share * len(members))), len(members) - 1)
        val.append(members[:count])
        train.append(members[count:])
    return torch.cat(train).sort().values, torch.cat(val).sort().values


def _flat_digits(input_shape: tuple[int, ...]) -> ImageSize:
    if input_shape != (SIDE * SIDE,):
        raise DataError(
            f"The network's input is a vector of {input_shape[0]} numbers, but the digits are "
            f"{SIDE * SIDE} pixels, or images of any size; change the shape of the Input node."
        )
    return ImageSize(1, SIDE, SIDE)


def _check_output(output_shape: tuple[int, ...], classes: tuple[str, ...]) -> None:
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


def _statistics(images: Tensor, train: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and 1 / standard deviation of the channels, each (channels, 1, 1)."""
    total = squares = torch.zeros(images.shape[1], dtype=torch.float64)
    for indices in torch.split(train, 256):  # whole sets as float64 would not fit
        part = images.index_select(0, indices).double()
        total = total + part.sum((0, 2, 3))
        squares = squares + part.square_().sum((0, 2, 3))
    count = len(train) * images.shape[2] * images.shape[3]
    mean = total / count
    deviation = (squares / count - mean.square()).clamp_min(0).sqrt()
    scale = torch.where(deviation > 1e-3, 1 / deviation, 1.0)  # a constant channel stays as it is
    return mean.float().reshape(-1, 1, 1), scale.float().reshape(-1, 1, 1)


def _sentence(found: ImageSet, train: int, val: int, seed: int) -> str:
    text = (
        f"{len(found.labels):,} {found.noun}: {train:,} for training, {val:,} for validation, "
        f"stratified, seed {seed}"
    )
    skipped = f"{len(found.skipped):,} skipped" if found.skipped else ""
    return "; ".join(filter(None, (text, found.remark, skipped)))
