"""The feed of a run, as the size of its data asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.data.statistics import AT_ONCE, moments
from app.training.messages import Start
from app.worker.feeding.base import Normalise
from app.worker.feeding.device import OnDevice
from app.worker.feeding.opened import Opened, open_data, open_to_look_at
from app.worker.parts import Feed


def open_feed(start: Start, device: torch.device, check: Callable[[], None]) -> Feed:
    """The data the recipe names, for this network. `check` may raise to end the reading.

    Raises:
        DataError: the data is missing or of no use, or does not fit the network's input or output.
    """
    opened = open_data(start, check)
    images = decoded(opened, check)
    opened = opened.sound()
    mean, deviation = moments(
        images[part].numpy() for part in torch.split(torch.from_numpy(opened.split.train), AT_ONCE)
    )
    scale = np.where(deviation > 0.25, 1 / np.maximum(deviation, 0.25), 1.0)  # of 0 to 255
    normalise = _normalise(mean, scale, opened, device)
    return OnDevice(opened, images, device, start.recipe.batch_size, normalise)


def open_look(start: Start, device: torch.device) -> tuple[Feed, str]:
    """The photographs or the one image, with values from 0 to 1, and a sentence about them.

    Raises:
        DataError: the network's input is not an image of one or three channels, or the image
            cannot be read.
    """
    opened = open_to_look_at(start)
    about, size = opened.source.about, opened.size
    images = decoded(opened, lambda: None)
    mean = np.zeros(size.channels)
    normalise = _normalise(mean, np.full(size.channels, 1 / 255), opened, device)
    sentence = (
        f"{len(opened.source)} {about.noun} ({', '.join(about.classes)}) of "
        f"{size.height}×{size.width} px, with values from 0 to 1, to look at: nothing is learned "
        "from them"
    )
    return OnDevice(opened, images, device, 1, normalise), sentence


def decoded(opened: Opened, check: Callable[[], None]) -> Tensor:
    """All images, read by as many threads as there are cores."""
    size, number = opened.size, len(opened.source)
    images = torch.empty((number, size.channels, size.height, size.width), dtype=torch.uint8)
    pixels = images.numpy()

    def read(begin: int) -> None:
        indices = np.arange(begin, min(begin + AT_ONCE, number))
        pixels[begin : begin + AT_ONCE] = opened.source.read(indices, size)

    pool = ThreadPoolExecutor(os.cpu_count())
    try:
        for _ in pool.map(read, range(0, number, AT_ONCE)):
            check()
    finally:
        pool.shutdown(cancel_futures=True)
    return images


def _normalise(
    mean: NDArray[np.float64], scale: NDArray[np.float64], opened: Opened, device: torch.device
) -> Normalise:
    told = [torch.from_numpy(each).float().to(device) for each in (mean, scale)]
    return Normalise(told[0], told[1], opened.shape)
