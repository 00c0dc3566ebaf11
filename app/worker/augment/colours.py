"""Images in other light: values from 0 to 255 as floats, one number an image for each change."""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import Tensor

BRIGHTNESS = (0.299, 0.587, 0.114)  # of red, green and blue; ITU-R BT.601
# The same light as brightness and two axes of colour, and back: YIQ of NTSC.
_YIQ = ((0.299, 0.587, 0.114), (0.5959, -0.2746, -0.3213), (0.2115, -0.5227, 0.3112))


def brighter(images: Tensor, by: Tensor) -> Tensor:
    """Each value times 1 + `by`."""
    return images * (1 + by).reshape(-1, 1, 1, 1)


def contrasted(images: Tensor, by: Tensor) -> Tensor:
    """Each value moved away from the mean brightness of its image, by that share."""
    mean = _grey(images).mean((1, 2, 3), keepdim=True)
    return mean + (images - mean) * (1 + by).reshape(-1, 1, 1, 1)


def coloured(images: Tensor, saturation: Tensor, hue: Tensor) -> Tensor:
    """Colours farther from grey by a share, and turned round it, where 1 is once round.

    Brightness stays. Images of other than three channels have no colours and stay as they are.
    """
    if images.shape[1] != 3:
        return images
    there = torch.tensor(_YIQ, device=images.device)
    far, turn = 1 + saturation, 2 * math.pi * hue
    cos, sin, nought = far * turn.cos(), far * turn.sin(), torch.zeros_like(far)
    rows = (
        torch.stack([torch.ones_like(far), nought, nought], 1),
        torch.stack([nought, cos, -sin], 1),
        torch.stack([nought, sin, cos], 1),
    )
    whole = torch.linalg.inv(there) @ torch.stack(rows, 1) @ there
    return torch.einsum("nij,njhw->nihw", whole, images)


def lit(images: Tensor, along: Tensor, principal: Tensor) -> Tensor:
    """Light added along the principal axes of the data's colours, in deviations of these.

    `along` is (n, channels), a column of `principal` an axis as long as its deviation. Source:
    Krizhevsky, Sutskever and Hinton, ImageNet Classification with Deep CNNs, 2012.
    """
    return images + (along @ principal.T)[:, :, None, None]


def covariance(parts: Iterable[Tensor]) -> Tensor:
    """That of the channels, over all pixels of some images, a few at a time."""
    total = squares = torch.zeros((), dtype=torch.float64)
    count = 0
    for part in parts:
        values = part.cpu().double().transpose(0, 1).flatten(1)
        total, squares = total + values.sum(1), squares + values @ values.T
        count += values.shape[1]
    mean = total / count
    return squares / count - torch.outer(mean, mean)


def principal_axes(covariance: Tensor) -> Tensor:
    """The axes along which values of these covariances spread, each as long as its deviation."""
    spreads, axes = torch.linalg.eigh(covariance)
    signs = torch.where(axes.sum(0) < 0, -1.0, 1.0)  # else a library may choose either
    scaled: Tensor = axes * signs * spreads.clamp_min(0).sqrt()
    return scaled


def _grey(images: Tensor) -> Tensor:
    if images.shape[1] != 3:
        return images.mean(1, keepdim=True)
    shares = torch.tensor(BRIGHTNESS, device=images.device).reshape(1, 3, 1, 1)
    return (images * shares).sum(1, keepdim=True)
