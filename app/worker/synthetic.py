"""Random patterns, one for each class under noise: a network of any input can be tried on them."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn.functional import interpolate

from app.worker.errors import DataError
from app.worker.images import ImageSet
from nodes.spec import Shape

SAMPLES = 320
CLASSES = 20  # that have samples, or there would be too few of each
BYTES = 1 << 28  # of all samples
_COARSE = 6  # cells along a side of a pattern, so that windows of any size see it
_MEAN, _PATTERN, _NOISE = 127, 50, 40  # of values from 0 to 255


def make_patterns(input_shape: Shape, classes: int, seed: int) -> ImageSet:
    """The same patterns for the same seed, laid out as images; of no class fewer than two.

    Raises:
        DataError: there are no two classes to tell apart.
    """
    if classes < 2:
        raise DataError(
            "The network gives one number for a sample, and at least two classes are needed to "
            "tell apart; end it with a Linear layer of out_features 2 or more."
        )
    shape = _as_image(input_shape)
    used = min(classes, CLASSES)
    number = max(2, min(SAMPLES, BYTES // math.prod(shape)) // used)
    generator = torch.Generator().manual_seed(seed)
    images = torch.cat([_samples(number, shape, generator) for _ in range(used)])
    return ImageSet(
        images=images,
        labels=torch.arange(used).repeat_interleave(number),
        classes=tuple(map(str, range(classes))),
        noun="random patterns, not real data",
        remark=f"patterns of {used} of the {classes:,} classes" if used < classes else "",
    )


def _samples(number: int, shape: Shape, generator: torch.Generator) -> Tensor:
    """One pattern, as many times under noise: uint8, (number, channels, height, width)."""
    channels, *size = shape
    coarse = [min(n, _COARSE) for n in size]
    cells = torch.randn(1, channels, *coarse, generator=generator)
    pattern = interpolate(cells, tuple(size), mode="bilinear", align_corners=False)
    noise = torch.randn(number, *shape, generator=generator)
    return noise.mul_(_NOISE).add_(_PATTERN * pattern + _MEAN).clamp_(0, 255).to(torch.uint8)


def _as_image(shape: Shape) -> Shape:
    """As many numbers as channels, height and width: a vector becomes as square as it can."""
    if len(shape) == 1:
        height = next(n for n in range(math.isqrt(shape[0]), 0, -1) if shape[0] % n == 0)
        return 1, height, shape[0] // height
    return shape[0], math.prod(shape[1:-1]), shape[-1]
