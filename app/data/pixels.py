"""Arrays of images brought to the channels and the size that a network takes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.names import Fit
from app.data.source import GREY, RGB, Pixels, Size

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601, as Pillow has it
_AT_ONCE = 1 << 24  # bytes of floats


def fitted(images: NDArray[Any], size: Size) -> Pixels:
    """Images of values from 0 to 255, resized by averaging or bilinearly; grey fills RGB.

    Those of another proportion are fitted as the size says.
    """
    channels, old = images.shape[1], images.shape[2:]
    new = (size.height, size.width)
    if old == new and channels == size.channels and images.dtype == np.uint8:
        return np.ascontiguousarray(images)
    found = np.empty((len(images), size.channels, *new), np.uint8)
    step = max(1, _AT_ONCE // (4 * channels * max(int(np.prod(old)), int(np.prod(new)))))
    for begin in range(0, len(images), step):
        part = images[begin : begin + step].astype(np.float32)
        if (channels, size.channels) == (RGB, GREY):
            part = np.tensordot(part, _LUMA, (1, 0))[:, None]
        if old != new:
            part = _placed(part, new, size.fit)
        np.clip(np.rint(part, out=part), 0, 255, out=part)
        found[begin : begin + step] = part  # one channel spreads over three
    return found


def scaled(old: tuple[int, int], new: tuple[int, int], fit: Fit) -> tuple[int, int]:
    """What height and width become before they are cropped or padded to the new ones."""
    if fit == "stretch":
        return new
    shares = [b / a for a, b in zip(old, new, strict=True)]
    share = max(shares) if fit == "crop" else min(shares)
    height, width = (max(1, round(share * side)) for side in old)
    return height, width


def _placed(images: NDArray[np.float32], new: tuple[int, int], fit: Fit) -> NDArray[np.float32]:
    """Images of another size, in the middle."""
    height, width = scaled((images.shape[2], images.shape[3]), new, fit)
    found = resized(images, height, width)
    if (height, width) == new:
        return found
    top, left = (height - new[0]) // 2, (width - new[1]) // 2
    if fit == "crop":
        return found[:, :, top : top + new[0], left : left + new[1]]
    padded = np.zeros((*found.shape[:2], *new), np.float32)
    padded[:, :, -top : height - top, -left : width - left] = found
    return padded


def resized(images: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """The last two axes brought to another size: bilinearly, or averaged where it is less."""
    rows, columns = images.shape[-2:]
    return np.asarray(_weights(rows, height) @ images @ _weights(columns, width).T, np.float32)


@lru_cache(maxsize=32)
def _weights(old: int, new: int) -> NDArray[np.float32]:
    """What each pixel of a line takes of those of the line before: a tent about its centre."""
    scale = old / new
    centres = (np.arange(new) + 0.5) * scale
    distance = np.abs(np.arange(old) + 0.5 - centres[:, None]) / max(scale, 1.0)
    weights = np.clip(1 - distance, 0, None)
    return np.asarray(weights / weights.sum(1, keepdims=True), np.float32)
