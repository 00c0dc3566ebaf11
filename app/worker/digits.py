"""The handwritten digits that come inside scikit-learn: 1,797 grey images of 8×8, ten classes.

Source: E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998.
"""

from __future__ import annotations

from functools import cache

import torch
from sklearn.datasets import load_digits
from torch import Tensor
from torch.nn.functional import interpolate

from app.worker.images import ImageSet, ImageSize

SIDE = 8
_BRIGHTEST = 16


@cache
def load() -> tuple[Tensor, Tensor]:
    """Images as float32 (1797, 1, 8, 8) from 0 to 255, and labels as int64 (1797,)."""
    pixels, labels = load_digits(return_X_y=True)
    images = torch.tensor(pixels, dtype=torch.float32) * (255 / _BRIGHTEST)
    return images.reshape(-1, 1, SIDE, SIDE), torch.tensor(labels, dtype=torch.int64)


def read_digits(size: ImageSize) -> ImageSet:
    """The digits, resized bilinearly; the grey value is repeated over the channels."""
    images, labels = load()
    resized = torch.cat(
        [_resize(part, size) for part in torch.split(images, 256)]
    )  # bounds the floats
    return ImageSet(
        images=resized.expand(-1, size.channels, -1, -1),
        labels=labels,
        classes=tuple(map(str, range(10))),
        noun="handwritten digits",
    )


def _resize(images: Tensor, size: ImageSize) -> Tensor:
    if (size.height, size.width) != (SIDE, SIDE):
        shape = (size.height, size.width)
        images = interpolate(images, shape, mode="bilinear", align_corners=False)
    return images.round().to(torch.uint8)
