"""Feature maps: their sizes, their pixels, and the budget of time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from app.training.messages import Event, Maps, Watch
from app.worker.outbox import Outbox
from app.worker.probe import Prober, quantise


class Kept(Outbox):
    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self.maps: list[tuple[Maps, bytes]] = []

    def offer(self, seen: Sequence[tuple[Event, bytes]]) -> None:
        self.maps += [(event, pixels) for event, pixels in seen if isinstance(event, Maps)]


def look(value: Tensor, watch: Watch) -> tuple[Maps, bytes]:
    def probe(network: nn.Module, image: Tensor) -> Iterator[tuple[str, Tensor]]:
        yield "node", value

    outbox = Kept()
    Prober(probe, nn.Identity(), lambda watch: {0: torch.zeros(1, 1)}, outbox).show(watch, step=7)
    (found,) = outbox.maps
    return found


@pytest.mark.parametrize(
    ("shape", "thumbnail", "full"),
    [
        ((16, 10, 10), (4, 10, 10), (16, 10, 10)),
        ((2, 64, 200), (2, 32, 32), (2, 64, 200)),
        ((2, 427, 640), (2, 32, 32), (2, 342, 512)),
        ((100, 64, 200), (4, 32, 32), (100, 41, 128)),
        ((2000, 3, 3), (4, 3, 3), (1024, 3, 3)),
        ((84,), (1, 1, 32), (1, 1, 84)),
        ((5000,), (1, 1, 32), (1, 1, 1024)),
        ((12, 40), (1, 12, 32), (1, 12, 40)),
        ((3, 2, 5, 4), (4, 5, 4), (6, 5, 4)),
    ],
)
def test_sizes(shape: tuple[int, ...], thumbnail: tuple[int, ...], full: tuple[int, ...]) -> None:
    value = torch.arange(torch.Size(shape).numel(), dtype=torch.float32).reshape(1, *shape)
    for watch, size in ((Watch(("node",)), thumbnail), (Watch((), "node"), full)):
        event, pixels = look(value, watch)
        assert (event.count, event.height, event.width) == size
        assert len(pixels) == event.count * event.height * event.width
        assert len(event.lows) == len(event.highs) == event.count
        assert event.channels == (np.prod(shape[:-2], dtype=int) if len(shape) > 2 else 1)
        assert (event.path, event.step, event.thumbnail) == ("node", 7, bool(watch.thumbnails))


def test_pixels_give_the_values_back() -> None:
    maps = torch.randn(5, 6, 7, generator=torch.Generator().manual_seed(0))
    pixels, lows, highs = quantise(maps)
    low, high = np.array(lows)[:, None, None], np.array(highs)[:, None, None]
    back = low + np.frombuffer(pixels, np.uint8).reshape(5, 6, 7) / 255 * (high - low)
    assert np.abs(back - maps.numpy()).max() <= ((high - low) / 255 * 0.51).max()
    assert lows == tuple(maps.flatten(1).min(1).values.tolist())


def test_values_that_are_no_numbers_count_as_zero() -> None:
    pixels, lows, highs = quantise(torch.tensor([[[float("nan"), float("inf"), 1.0, -1.0]]]))
    assert (lows, highs) == ((-1.0,), (1.0,))
    assert list(pixels) == [128, 128, 255, 0]


def test_a_constant_map_is_black() -> None:
    assert quantise(torch.full((1, 2, 2), 3.0)) == (bytes(4), (3.0,), (3.0,))


def test_the_walk_ends_at_the_last_watched_node() -> None:
    reached = []

    def probe(network: nn.Module, image: Tensor) -> Iterator[tuple[str, Tensor]]:
        for path in "abcd":
            reached.append(path)
            yield path, image

    prober = Prober(probe, nn.Identity(), lambda watch: {0: torch.zeros(1, 1)}, Kept())
    prober.show(Watch(), 1)
    assert reached == []
    prober.show(Watch(("a",), "b"), 1)
    assert reached == ["a", "b"]


@pytest.mark.parametrize("training", [True, False])
def test_the_network_stays_in_its_mode(training: bool) -> None:
    seen = []

    def probe(network: nn.Module, image: Tensor) -> Iterator[tuple[str, Tensor]]:
        seen.append(network.training)
        yield "node", image

    network = nn.Sequential(nn.Dropout()).train(training)
    Prober(probe, network, lambda watch: {0: torch.zeros(1, 1)}, Kept()).show(Watch(("node",)), 1)
    assert seen == [False]
    assert network.training == network[0].training == training
