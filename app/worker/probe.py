"""Feature maps of one image, taken in passing and within a budget of the worker's time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool1d, adaptive_avg_pool2d

from app.training.messages import Maps, Watch
from app.worker.loading import Probe
from app.worker.outbox import Outbox

BUDGET = 0.02  # of the worker's time
SHORTEST = 0.1  # seconds between two probes: no eye follows faster
THUMBNAIL_MAPS, THUMBNAIL_SIDE = 4, 32
SELECTED_MAPS, SELECTED_SIDE, SELECTED_WIDTH = 1024, 128, 1024
LARGEST_SIDE, PIXELS = 512, 64 * 128 * 128  # of the selected maps, where they are few


class Prober:
    """Shows what a network makes of an image, (1, …), without leaving a trace in the network."""

    def __init__(
        self, probe: Probe, network: nn.Module, sample: Callable[[int], Tensor], outbox: Outbox
    ) -> None:
        """`sample` gives the image of a number, as a batch of one."""
        self._probe = probe
        self._network = network
        self._sample = sample
        self._outbox = outbox
        self._due = 0.0
        self.seconds = 0.0  # spent since the last reset

    def reset(self) -> None:
        """Begins the account anew; the next probe is due soon, whatever the last one cost."""
        self.seconds = 0.0
        self._due = time.perf_counter() + SHORTEST

    def show_if_due(self, watch: Watch, step: int) -> None:
        if time.perf_counter() >= self._due:
            self.show(watch, step)

    def show(self, watch: Watch, step: int) -> None:
        """Sends the watched maps as they are after `step` steps."""
        image = self._sample(watch.images[0])
        wanted = {*watch.thumbnails, watch.selected} - {""}
        if not wanted:
            return
        if image.is_cuda:
            torch.cuda.synchronize()  # or the probe would be charged for the training before it
        begin = time.perf_counter()
        self._outbox.offer(self._maps(image, watch, wanted, step))
        end = time.perf_counter()
        self.seconds += end - begin
        self._due = end + max(SHORTEST, (end - begin) * (1 / BUDGET - 1))

    def _maps(
        self, image: Tensor, watch: Watch, wanted: set[str], step: int
    ) -> list[tuple[Maps, bytes]]:
        found = []
        thumbnails = frozenset(watch.thumbnails)
        training = [module for module in self._network.modules() if module.training]
        self._network.eval()  # neither dropout's random numbers nor running statistics may move
        try:
            with torch.no_grad():
                for path, value in self._probe(self._network, image):
                    if path in thumbnails:
                        found.append(_maps(path, step, value, thumbnail=True))
                    if path == watch.selected:
                        found.append(_maps(path, step, value, thumbnail=False))
                    wanted.discard(path)
                    if not wanted:
                        break  # the rest of the forward pass would be for nothing
        finally:
            for module in training:  # each by itself: some are never in training
                module.training = True
        return found


def _maps(path: str, step: int, value: Tensor, *, thumbnail: bool) -> tuple[Maps, bytes]:
    maps = _as_maps(value[0].float())
    channels = len(maps)
    maps = _reduce(maps[: THUMBNAIL_MAPS if thumbnail else SELECTED_MAPS], thumbnail=thumbnail)
    pixels, lows, highs = quantise(maps)
    count, height, width = maps.shape
    event = Maps(path, step, count, height, width, channels, thumbnail, lows, highs)
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
