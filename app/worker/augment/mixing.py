"""Parts of images that are left out, and two images in one."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

_POINTS = 4096


def cut_out(images: Tensor, centres: Tensor, share: float, fill: Tensor) -> Tensor:
    """A square whose sides are that share of the image's, filled with one value a channel.

    `centres` are (n, 2) from 0 to 1, anywhere in the image, so that it may stick out of it. Source:
    DeVries and Taylor, Improved Regularization of CNNs with Cutout, 2017.
    """
    sides = torch.full((len(images),), share, device=images.device)
    return torch.where(_box(images, centres, sides)[:, None], fill, images)


def mixed_up(images: Tensor, others: Tensor, shares: Tensor) -> Tensor:
    """Each image by its share and the other for the rest.

    Source: Zhang, Cissé, Dauphin and Lopez-Paz, mixup, 2018.
    """
    own = shares.reshape(-1, 1, 1, 1)
    return own * images + (1 - own) * others


def cut_mixed(
    images: Tensor, others: Tensor, shares: Tensor, centres: Tensor
) -> tuple[Tensor, Tensor]:
    """A rectangle of the other in each image, and the shares that its own pixels have then.

    Source: Yun et al., CutMix, 2019.
    """
    box = _box(images, centres, (1 - shares).sqrt())
    own = 1 - box.float().mean((1, 2))
    return torch.where(box[:, None], others, images), own


class Beta:
    """Shares that are distributed as Beta(alpha, alpha), from uniform numbers."""

    def __init__(self, alpha: float) -> None:
        self._quantiles = torch.from_numpy(_quantiles(alpha)).float()

    def __call__(self, numbers: Tensor) -> Tensor:
        table = self._quantiles.to(numbers.device)
        place = numbers * (len(table) - 1)
        below = place.long().clamp_max(len(table) - 2)
        return torch.lerp(table[below], table[below + 1], place - below)


def _quantiles(alpha: float) -> NDArray[np.float64]:
    """At evenly spaced shares of the distribution.

    Up to one half x is s^(1/alpha), which takes the pole at 0 out of the density; the other half is
    its mirror image.
    """
    s = np.linspace(0, 0.5**alpha, 1 << 16)
    x = s ** (1 / alpha)
    density = (1 - x) ** (alpha - 1)
    summed = np.concatenate(([0.0], np.cumsum((density[1:] + density[:-1]) * np.diff(s))))
    below = np.interp(np.linspace(0, 0.5, _POINTS // 2 + 1), summed / summed[-1] / 2, s)
    half = below ** (1 / alpha)
    return np.concatenate((half, 1 - half[-2::-1]))


def _box(images: Tensor, centres: Tensor, shares: Tensor) -> Tensor:
    """Whether a pixel is inside a rectangle around a centre, of that share of both sides."""
    height, width = images.shape[2:]
    rows = _span(height, centres[:, 0], shares)
    columns = _span(width, centres[:, 1], shares)
    return rows[:, :, None] & columns[:, None, :]


def _span(side: int, centre: Tensor, share: Tensor) -> Tensor:
    long = (share * side).round()
    begin = (centre * side + 0.5 - long / 2).floor()[:, None]
    places = torch.arange(side, device=centre.device)
    return (places >= begin) & (places < begin + long[:, None])
