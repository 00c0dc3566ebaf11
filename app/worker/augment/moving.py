"""Images slid, mirrored, turned and zoomed; what comes in from outside is black."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample


def slid(images: Tensor, down: Tensor, right: Tensor, upside: Tensor, mirrored: Tensor) -> Tensor:
    """Each image (n, channels, height, width) taken from so many whole pixels further on.

    Then it is put `upside` down or `mirrored`, where that is true. Any kind of number goes.
    """
    channels, height, width = images.shape[1:]
    rows, row_inside = _places(height, down, upside)
    columns, column_inside = _places(width, right, mirrored)
    places = (rows[:, :, None] * width + columns[:, None, :]).flatten(1)
    found = images.flatten(2).gather(2, places[:, None].expand(-1, channels, -1))
    inside = row_inside[:, None, :, None] & column_inside[:, None, None, :]
    return found.reshape(images.shape) * inside


def turned(images: Tensor, angles: Tensor, zooms: Tensor) -> Tensor:
    """Each image of floats turned by an angle, counter-clockwise in radians, and enlarged."""
    height, width = images.shape[2:]
    cos, sin = angles.cos() / zooms, angles.sin() / zooms
    nought = torch.zeros_like(cos)
    # from where in the old image each place of the new one is: sides count as 2 in both directions
    rows = (
        torch.stack([cos, -sin * height / width, nought], 1),
        torch.stack([sin * width / height, cos, nought], 1),
    )
    grid = affine_grid(torch.stack(rows, 1), list(images.shape), align_corners=False)
    return grid_sample(images, grid, align_corners=False)


def angle(share: Tensor, degrees: float) -> Tensor:
    """An angle in radians to either side, by a number from 0 to 1."""
    return (2 * share - 1) * math.radians(degrees)


def enlargement(share: Tensor, zoom: float) -> Tensor:
    """From 1 / (1 + zoom) to 1 + zoom, by a number from 0 to 1; each as often as its inverse."""
    return ((2 * share - 1) * math.log1p(zoom)).exp()


def steps(share: Tensor, most: int) -> Tensor:
    """A whole number from -most to most, by a number from 0 to 1."""
    return (share * (2 * most + 1)).long() - most


def _places(side: int, by: Tensor, turned_round: Tensor) -> tuple[Tensor, Tensor]:
    """Along one side: from which pixel each is taken, and whether there is such a one."""
    places = torch.arange(side, device=by.device) + by[:, None]
    places = torch.where(turned_round[:, None], 2 * by[:, None] + side - 1 - places, places)
    return places.clamp(0, side - 1), (places >= 0) & (places < side)
