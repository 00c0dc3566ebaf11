"""The feed of a run, as the size of its data asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from torch import Tensor

from app.data.source import DataError
from app.data.statistics import AT_ONCE, Moments, moments, portions, sampled
from app.training.messages import Start
from app.training.recipe import Recipe
from app.worker.feeding.base import Normalise
from app.worker.feeding.device import OnDevice
from app.worker.feeding.opened import Opened, open_data, open_to_look_at
from app.worker.feeding.streamed import Streamed
from app.worker.limits import held_at_once
from app.worker.parts import Feed
from app.worker.ranks.place import WHOLE, Place


def open_feed(
    start: Start, device: torch.device, check: Callable[[], None], place: Place = WHOLE
) -> Feed:
    """The data the recipe names, for this network. `check` may raise to end the reading.

    Raises:
        DataError: the data is missing or of no use, or does not fit the network's input or output.
    """
    opened = open_data(start, check)
    recipe = start.recipe
    if opened.bytes > limit(device):
        looked_at = sampled(opened.split.train)
        found = _given(recipe, opened) or moments(
            portions(opened.source, looked_at, opened.size, check)
        )
        normalise = _normalise(found, opened.sound(), device)
        workers = recipe.workers or helpful_workers(device)
        streamed = Streamed(opened, device, recipe.batch_size, normalise, workers, place)
        streamed.change(recipe)
        return streamed
    images = decoded(opened, check)
    opened = opened.sound()
    train = torch.from_numpy(opened.split.train)
    found = _given(recipe, opened) or moments(
        images[part].numpy() for part in torch.split(train, AT_ONCE)
    )
    normalise = _normalise(found, opened, device)
    feed = OnDevice(opened, images, device, recipe.batch_size, normalise, place)
    feed.change(recipe)
    return feed


def open_look(start: Start, device: torch.device) -> tuple[Feed, str]:
    """The photographs or the one image, with values from 0 to 1, and a sentence about them.

    Raises:
        DataError: the network's input is not an image of one or three channels, or the image
            cannot be read.
    """
    opened = open_to_look_at(start)
    about, size = opened.source.about, opened.size
    images = decoded(opened, lambda: None)
    as_they_are = np.zeros(size.channels), np.full(size.channels, 255.0)
    normalise = _normalise(as_they_are, opened, device)
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


def limit(device: torch.device) -> int:
    """Bytes of decoded images that may lie on a device."""
    return held_at_once(torch.cuda.mem_get_info(device)[0] if device.type == "cuda" else None)


def helpful_workers(device: torch.device) -> int:
    """Threads that read: all cores where another device learns, else a few beside the learning."""
    cores = os.cpu_count() or 1
    return cores if device.type != "cpu" else max(1, cores // 4)


def _given(recipe: Recipe, opened: Opened) -> Moments | None:
    """Mean and deviation that the recipe names, of values from 0 to 255.

    Raises:
        DataError: they are not as many as the channels.
    """
    channels = opened.size.channels
    if recipe.normalise == "data":
        return None
    if recipe.normalise == "none":
        return np.zeros(channels), np.full(channels, 255.0)
    if len(recipe.mean) not in (1, channels) or len(recipe.deviation) not in (1, channels):
        raise DataError(
            f"The recipe gives {len(recipe.mean)} means and {len(recipe.deviation)} deviations to "
            f"normalise by, but images here have {channels} channels; give one for each."
        )
    mean, deviation = (
        np.full(channels, 255.0) * np.array(each) for each in (recipe.mean, recipe.deviation)
    )
    return mean, deviation


def _normalise(found: Moments, opened: Opened, device: torch.device) -> Normalise:
    """By mean and deviation; a constant channel stays as it is."""
    mean, deviation = found
    scale = np.where(deviation > 1e-3, 1 / np.maximum(deviation, 1e-3), 1.0)
    told = [torch.from_numpy(each).float().to(device) for each in (mean, scale)]
    return Normalise(told[0], told[1], opened.shape)
