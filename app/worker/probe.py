"""Feature maps of one fixed image, taken in passing and within a budget of the worker's time."""

from __future__ import annotations

import time

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


class Prober:
    """Shows what a network makes of one image, (1, …), without leaving a trace in the network."""

    def __init__(self, probe: Probe, network: nn.Module, image: Tensor, outbox: Outbox) -> None:
        self._probe = probe
        self._network = network
        self._image = image
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
        wanted = {*watch.thumbnails, watch.selected} - {""}
        if not wanted:
            return
        if self._image.is_cuda:
            torch.cuda.synchronize()  # or the probe would be charged for the training before it
        begin = time.perf_counter()
        self._outbox.offer(self._maps(watch, wanted, step))
        end = time.perf_counter()
        self.seconds += end - begin
        self._due = end + max(SHORTEST, (end - begin) * (1 / BUDGET - 1))

    def _maps(self, watch: Watch, wanted: set[str], step: int) -> list[tuple[Maps, bytes]]:
        found = []
        thumbnails = frozenset(watch.thumbnails)
        training = self._network.training
        self._network.eval()  # neither dropout's random numbers nor running statistics may move
        try:
            with torch.no_grad():
                for path, value in self._probe(self._network, self._image):
                    if path in thumbnails:
                        found.append(_maps(path, step, value, thumbnail=True))
                    if path == watch.selected:
                        found.append(_maps(path, step, value, thumbnail=False))
                    wanted.discard(path)
                    if not wanted:
                        break  # the rest of the forward pass would be for nothing
        finally:
            self._network.train(training)
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
    """Averages neighbouring values until the maps are small enough to be sent."""
    _, height, width = maps.shape
    side = THUMBNAIL_SIDE if thumbnail else SELECTED_SIDE
    if height == 1:
        widest = THUMBNAIL_SIDE if thumbnail else SELECTED_WIDTH
        return adaptive_avg_pool1d(maps, widest) if width > widest else maps
    if height <= side and width <= side:
        return maps
    return adaptive_avg_pool2d(maps, (min(height, side), min(width, side)))


def quantise(maps: Tensor) -> tuple[bytes, tuple[float, ...], tuple[float, ...]]:
    """Pixels of (maps, height, width), each map scaled to its own lows and highs, also returned.

    Values that are not finite count as 0.
    """
    maps = maps.nan_to_num(0.0, 0.0, 0.0).flatten(1)
    lows, highs = maps.aminmax(dim=1, keepdim=True)
    scale = 255 / (highs - lows).clamp_min(torch.finfo(torch.float32).tiny)
    pixels = ((maps - lows) * scale).round_().to(torch.uint8).cpu().numpy().tobytes()
    return pixels, tuple(lows.flatten().tolist()), tuple(highs.flatten().tolist())
