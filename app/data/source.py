"""What a set of labelled images is: opened once, described, and read by index."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.data.draws import uniform
from app.data.names import Fit
from nodes.errors import SkipwireError
from nodes.spec import Shape

GREY, RGB = 1, 3
Pixels = NDArray[np.uint8]  # (count, channels, height, width)
Indices = NDArray[np.int64]
Check = Callable[[], None]  # called often while files are read; it may raise to end that


class DataError(SkipwireError):
    """The data cannot be used with this network; one sentence for the person, with the cure."""


@dataclass(frozen=True)
class Size:
    """Of an image, as a network takes it.

    One of another proportion is stretched to it, or what is beyond is cropped, as much on either
    side, or it is padded with black.
    """

    channels: int
    height: int
    width: int
    fit: Fit = "stretch"

    @property
    def bytes(self) -> int:
        return self.channels * self.height * self.width


@dataclass(frozen=True)
class Choices:
    """What of a set is taken, and how.

    `classes` are the first so many, 0 all of them; of more than there are the rest have no image.
    With `distinct` no image is learned from that is for validation, too. `own_split` says whether
    the parts count that the set itself has.
    """

    fit: Fit = "stretch"
    classes: int = 0
    distinct: bool = False
    own_split: bool = True


@dataclass(frozen=True)
class Wanted:
    """What the network and the recipe ask for: `samples` are those of shapes."""

    shape: Shape
    classes: int
    seed: int = 0
    samples: int = 4000
    choices: Choices = Choices()


@dataclass(frozen=True)
class About:
    """What a set is. `noun` names its images in sentences, to which `remark` is added.

    `channels` are those that it comes with. `sizes` counts heights and widths, of the images that
    were looked at. `skipped` says of each file left out why, `empty` names classes without images.
    The last `spare` classes have none because the person wants it so.
    """

    kind: str
    classes: tuple[str, ...]
    noun: str
    channels: int
    sizes: Mapping[tuple[int, int], int]
    remark: str = ""
    skipped: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    spare: int = 0


class Split(NamedTuple):
    """Indices in rising order; `given` where the set itself says what is for validation."""

    train: Indices
    val: Indices
    given: bool = False


@dataclass
class Source(ABC):
    """A set that is open. Index i is the same image for ever, also in another session.

    `validating` marks what the set itself holds out for validation. `broken` fills as images are
    read: by index, why one that looked sound could not be; it is grey all over then.
    """

    about: About
    labels: NDArray[np.int64]
    validating: NDArray[np.bool_] | None = None
    broken: dict[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.labels)

    @abstractmethod
    def read(self, indices: Indices, size: Size) -> Pixels:
        """The images at `indices`, of this size; may be called from several threads."""

    @abstractmethod
    def fingerprint(self) -> str:
        """SHA-256 by which the same data is known again, on any machine."""

    def size(self, shape: Shape) -> Size:
        """Of the images for a network's input of this shape, without the batch.

        Raises:
            DataError: no image of this set can enter there.
        """
        return image_size(shape, self.about)

    def split(self, share: float, seed: int) -> Split:
        """As the set has it, or `share` of every class for validation, drawn by the seed."""
        if self.validating is not None and self.validating.any() and not self.validating.all():
            return Split(np.nonzero(~self.validating)[0], np.nonzero(self.validating)[0], True)
        return stratified(self.labels, share, seed)


def image_size(shape: Shape, about: About) -> Size:
    """The images that fit a network's input of shape (channels, height, width).

    A vector takes the images of a set that all have as many values.

    Raises:
        DataError: the input is no image, or not of as many channels as images have.
    """
    if len(shape) == 1:
        return _flat(shape[0], about)
    told = "×".join(map(str, shape))
    if len(shape) != 3:
        raise DataError(
            f"The network's input has the shape {told}, but images need "
            "channels × height × width; change the shape of the Input node."
        )
    if shape[0] not in {GREY, RGB, about.channels} or (
        about.channels not in {GREY, RGB} and shape[0] != about.channels
    ):
        own = f"{about.channels}" if about.channels not in {GREY, RGB} else "1 (grey) or 3 (RGB)"
        raise DataError(
            f"The network's input {told} has {shape[0]} channels, but images have {own}; "
            "change the channels of the Input node."
        )
    return Size(*shape)


def _flat(length: int, about: About) -> Size:
    (height, width), *others = about.sizes or {(0, 0): 0}
    if not others and about.channels * height * width == length:
        return Size(about.channels, height, width)
    own = (
        f"are of {len(about.sizes):,} sizes"
        if others
        else f"are {about.channels * height * width:,} pixels, or images of any size"
    )
    raise DataError(
        f"The network's input is a vector of {length} numbers, but the {about.noun} {own}; "
        "change the shape of the Input node."
    )


def stratified(labels: NDArray[np.int64], share: float, seed: int) -> Split:
    """`share` of every class for validation, each image by a number of its own.

    A class keeps at least one image for training and, if it has two, one for validation.
    """
    order = np.lexsort((uniform(seed, "split", np.arange(len(labels)))[:, 0], labels))
    _, begins, counts = np.unique(labels[order], return_index=True, return_counts=True)
    held = np.minimum(np.maximum(1, np.rint(share * counts)), counts - 1).astype(np.int64)
    place = np.arange(len(labels)) - np.repeat(begins, counts)  # within the class
    validating = place < np.repeat(held, counts)
    return Split(np.sort(order[~validating]), np.sort(order[validating]))


def counted(values: NDArray[Any], number: int) -> tuple[int, ...]:
    """How often each of the labels from 0 to `number` - 1 is there."""
    return tuple(map(int, np.bincount(values, minlength=number)))
