"""Random patterns, one for each class under noise: a network of any input can be tried on them."""

from __future__ import annotations

import math

import numpy as np

from app.data.arrays import ArraySource
from app.data.names import SYNTHETIC
from app.data.pixels import resized
from app.data.source import About, DataError, Pixels, Size, Source, Wanted
from nodes.spec import Shape

SAMPLES = 320
CLASSES = 20  # that have samples, or there would be too few of each
BYTES = 1 << 28  # of all samples
_COARSE = 6  # cells along a side of a pattern, so that windows of any size see it
_MEAN, _PATTERN, _NOISE = 127, 50, 40  # of values from 0 to 255


class _Patterns(ArraySource):
    def size(self, shape: Shape) -> Size:
        return _as_image(shape)


def patterns(wanted: Wanted) -> Source:
    """The same patterns for the same seed, laid out as images; of no class fewer than two.

    Raises:
        DataError: there are no two classes to tell apart.
    """
    if wanted.classes < 2:
        raise DataError(
            "The network gives one number for a sample, and at least two classes are needed to "
            "tell apart; end it with a Linear layer of out_features 2 or more."
        )
    size, classes = _as_image(wanted.shape), wanted.classes
    used = min(classes, CLASSES)
    number = max(2, min(SAMPLES, BYTES // size.bytes) // used)
    about = About(
        kind=SYNTHETIC,
        classes=tuple(map(str, range(classes))),
        noun="random patterns, not real data",
        channels=size.channels,
        sizes={(size.height, size.width): number * used},
        remark=f"patterns of {used} of the {classes:,} classes" if used < classes else "",
    )
    images = [_samples(number, size, wanted.seed, label) for label in range(used)]
    return _Patterns(about, images, np.repeat(np.arange(used), number))


def _samples(number: int, size: Size, seed: int, label: int) -> Pixels:
    """The pattern of a class, as many times under noise."""
    generator = np.random.Generator(np.random.PCG64([seed, label]))
    coarse = min(size.height, _COARSE), min(size.width, _COARSE)
    cells = generator.standard_normal((1, size.channels, *coarse), np.float32)
    pattern = _PATTERN * resized(cells, size.height, size.width) + _MEAN
    found = np.empty((number, size.channels, size.height, size.width), np.uint8)
    for each in found:  # one by one, as floats of all would take four times the room
        noise = generator.standard_normal(each.shape, np.float32)
        each[...] = np.clip(noise * _NOISE + pattern[0], 0, 255)
    return found


def _as_image(shape: Shape) -> Size:
    """As many numbers as channels, height and width: a vector becomes as square as it can."""
    if len(shape) == 1:
        height = next(n for n in range(math.isqrt(shape[0]), 0, -1) if shape[0] % n == 0)
        return Size(1, height, shape[0] // height)
    return Size(shape[0], math.prod(shape[1:-1]), shape[-1])
