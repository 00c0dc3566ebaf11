"""A set of labelled images as tensors: what every reader of data hands on."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from app.worker.errors import DataError


@dataclass(frozen=True)
class ImageSize:
    channels: int
    height: int
    width: int


@dataclass(frozen=True)
class ImageSet:
    """`images` is uint8, (count, channels, height, width); `labels` int64, (count,).

    `noun` names the images in sentences, to which `remark` is added. `skipped` says of each file
    left out why.
    """

    images: Tensor
    labels: Tensor
    classes: tuple[str, ...]
    noun: str
    remark: str = ""
    skipped: tuple[str, ...] = ()


def image_size(input_shape: tuple[int, ...]) -> ImageSize:
    """The images that fit a network's input of shape (channels, height, width).

    Raises:
        DataError: the input is not an image of one or three channels.
    """
    shape = "×".join(map(str, input_shape))
    if len(input_shape) != 3:
        raise DataError(
            f"The network's input has the shape {shape}, but images need "
            "channels × height × width; change the shape of the Input node."
        )
    if input_shape[0] not in (1, 3):
        raise DataError(
            f"The network's input {shape} has {input_shape[0]} channels, but images have 1 (grey) "
            "or 3 (RGB); change the channels of the Input node."
        )
    return ImageSize(*input_shape)
