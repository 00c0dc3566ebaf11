"""Feature maps of the images that are looked at."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool1d, adaptive_avg_pool2d

from app.training.messages import Maps, Watch
from app.worker.loading import Probe
from app.worker.outbox import Outbox
from app.worker.watch.untouched import untouched

Sample = Callable[[Watch], Mapping[int, Tensor]]  # the images that are wished for, by number

THUMBNAIL_MAPS, THUMBNAIL_SIDE = 4, 32
SELECTED_MAPS, SELECTED_SIDE, SELECTED_WIDTH = 1024, 128, 1024
KEPT_MAPS = 64  # of a node, for the history
LARGEST_SIDE, PIXELS = 512, 64 * 128 * 128  # of the selected maps, where they are few


class Prober:
    """Shows what a network makes of images without leaving a trace in the network."""

    def __init__(self, probe: Probe, network: nn.Module, sample: Sample, outbox: Outbox) -> None:
        self._probe = probe
        self._network = network
        self._sample = sample
        self._outbox = outbox

    def show(self, watch: Watch, step: int) -> None:
        """Sends the watched maps as they are after `step` steps.

        Small ones are of the first image.
        """
        self._outbox.offer(self.maps(watch, step))

    def everything(self, images: Mapping[int, Tensor], step: int) -> list[tuple[Maps, bytes]]:
        """The first maps of every node, of images by number."""
        with untouched(self._network, evaluating=True), torch.no_grad():
            return [
                _maps(path, step, number, row, thumbnail=False, most=KEPT_MAPS)
                for path, value in self._probe(self._network, torch.cat([*images.values()]))
                for number, row in zip(images, value, strict=True)
            ]

    def maps(self, watch: Watch, step: int) -> list[tuple[Maps, bytes]]:
        images = self._sample(watch)
        thumbnails, selected = frozenset(watch.thumbnails), watch.selected
        wanted = {*thumbnails, selected} - {""}
        found: list[tuple[Maps, bytes]] = []
        if not wanted:
            return found
        inputs = torch.cat([*images.values()])
        with untouched(self._network, evaluating=True), torch.no_grad():
            for path, value in self._probe(self._network, inputs):
                if path in thumbnails:
                    found.append(_maps(path, step, next(iter(images)), value[0], thumbnail=True))
                if path == selected:
                    found += [
                        _maps(path, step, number, row, thumbnail=False)
                        for number, row in zip(images, value, strict=True)
                    ]
                wanted.discard(path)
                if not wanted:
                    break  # the rest of the forward pass would be for nothing
        return found


def _maps(
    path: str,
    step: int,
    image: int,
    value: Tensor,
    *,
    thumbnail: bool,
    most: int = SELECTED_MAPS,
) -> tuple[Maps, bytes]:
    maps = _as_maps(value.float())
    channels = len(maps)
    maps = _reduce(maps[: THUMBNAIL_MAPS if thumbnail else most], thumbnail=thumbnail)
    pixels, lows, highs = quantise(maps)
    count, height, width = maps.shape
    event = Maps(path, step, count, height, width, channels, thumbnail, lows, highs, image)
    return event, pixels


def _as_maps(value: Tensor) -> Tensor:
    """A node's value as (maps, height, width): a vector is one map of height 1."""
    if value.dim() < 2:
        return value.reshape(1, 1, -1)
    return value[None] if value.dim() == 2 else value.flatten(0, -3)


def _reduce(maps: Tensor, *, thumbnail: bool) -> Tensor:
    """Averages neighbouring values until the maps are small enough to be sent.

    What is not a thumbnail keeps its proportions.
    """
    count, height, width = maps.shape
    few = min(LARGEST_SIDE, math.isqrt(PIXELS // count))
    side = THUMBNAIL_SIDE if thumbnail else max(SELECTED_SIDE, few)
    if height == 1:
        widest = THUMBNAIL_SIDE if thumbnail else SELECTED_WIDTH
        return adaptive_avg_pool1d(maps, widest) if width > widest else maps
    if height <= side and width <= side:
        return maps
    if thumbnail:
        return adaptive_avg_pool2d(maps, (min(height, side), min(width, side)))
    longer = max(height, width)
    return adaptive_avg_pool2d(maps, (-(-height * side // longer), -(-width * side // longer)))


def quantise(maps: Tensor) -> tuple[bytes, tuple[float, ...], tuple[float, ...]]:
    """Pixels of (maps, height, width), each map scaled to its own lows and highs, also returned.

    Values that are not finite count as 0.
    """
    maps = maps.nan_to_num(0.0, 0.0, 0.0).flatten(1)
    lows, highs = maps.aminmax(dim=1, keepdim=True)
    scale = 255 / (highs - lows).clamp_min(torch.finfo(torch.float32).tiny)
    pixels = ((maps - lows) * scale).round_().to(torch.uint8).cpu().numpy().tobytes()
    return pixels, tuple(lows.flatten().tolist()), tuple(highs.flatten().tolist())
