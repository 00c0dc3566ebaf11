"""Photographs to look at: the network is shown them, and learns nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from sklearn.datasets import load_sample_images
from torch.nn.functional import adaptive_avg_pool2d

from app.analysis import analyse
from app.codegen import generate
from app.data.photographs import photographs
from app.data.source import Size
from app.training.messages import Failed, Finished, Maps, ProbeImage, Start, Started, Watch
from app.training.recipe import Recipe
from app.training.request import MisfitError, request
from nodes.network import Network
from presets import preset
from tests.app.worker.conftest import Told, Worker


def to_look_at(network: Network) -> Start:
    report = analyse(network)
    return request(
        network, report, generate(network, report), Recipe(data="photographs", device="cpu")
    )


def last_maps(told: Told, path: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The values of the last large maps of a node, as (maps, height, width)."""
    event, payload = next(
        (e, p) for e, p in reversed(told) if isinstance(e, Maps) and e.path == path
    )
    pixels = np.frombuffer(payload, np.uint8).reshape(event.count, event.height, event.width)
    low, high = (np.array(v)[:, None, None] for v in (event.lows, event.highs))
    return np.asarray(low + pixels / 255 * (high - low))


def test_the_two_line_filters_show_their_maps_of_both_photographs(worker: Worker) -> None:
    worker.send(Watch((), "lines"))
    told = worker.run(to_look_at(preset("line_filters").network()))
    started = next(e for e, _ in told if isinstance(e, Started))
    assert started.classes == ("china", "flower")
    assert (started.train_samples, started.val_samples, started.parameters) == (0, 2, 0)
    finished = told[-1][0]
    assert isinstance(finished, Finished)
    assert (finished.steps, finished.stopped) == (0, False)
    told = worker.with_maps(told)
    images = load_sample_images().images
    for number, label in enumerate(started.classes):
        if number:
            worker.send(Watch((), "lines", (number,)))
            told = worker.until(Maps)
        (probe,) = [e for e, _ in told if isinstance(e, ProbeImage)]
        assert (probe.channels, probe.height, probe.width, probe.label) == (3, 427, 640, label)
        grey = images[number].astype(float).sum(2) / 255
        padded = np.pad(grey, 3)
        vertical = sum(padded[i : i + 427, 3:-3] for i in range(7))
        horizontal = sum(padded[3:-3, i : i + 640] for i in range(7))
        expected = torch.tensor(np.stack([vertical, horizontal]))
        shown = last_maps(told, "lines")
        reduced = adaptive_avg_pool2d(expected, (shown.shape[1], shown.shape[2])).numpy()
        assert np.abs(shown - reduced).max() < np.ptp(reduced) / 255
    worker.send(Watch())


def test_any_network_can_be_looked_at(worker: Worker) -> None:
    worker.send(Watch((), "conv1"))
    told = worker.run(to_look_at(preset("lenet5").network(channels=3, classes=7)))
    assert isinstance(told[-1][0], Finished)
    assert last_maps(worker.with_maps(told), "conv1").shape == (6, 28, 28)
    worker.send(Watch())


@pytest.mark.parametrize("channels", [1, 3])
def test_photographs_fit_the_input(channels: int) -> None:
    found = photographs().read(np.arange(2), Size(channels, 20, 30))
    assert found.shape == (2, channels, 20, 30)
    assert found.dtype == np.uint8
    whole = load_sample_images().images[1].mean()
    assert found[1].mean() == pytest.approx(whole, rel=0.2)


def test_two_channels_are_no_image() -> None:
    with pytest.raises(MisfitError, match="has 2 channels"):
        to_look_at(preset("line_filters").network(channels=2, input_size=16))


def test_an_image_of_ones_own_is_shown_as_the_photographs_are(
    worker: Worker, tmp_path: Path
) -> None:
    pixels = np.zeros((20, 30, 3), np.uint8)
    pixels[:, 15:] = 255
    path = tmp_path / "Edge.PNG"
    Image.fromarray(pixels).save(path)
    network = preset("line_filters").network()
    report = analyse(network)
    recipe = Recipe(data=str(path), device="cpu")
    assert recipe.looks
    told = worker.run(request(network, report, generate(network, report), recipe))
    started = next(e for e, _ in told if isinstance(e, Started))
    assert (started.classes, started.val_samples) == (("Edge",), 1)
    assert isinstance(told[-1][0], Finished)


def test_an_image_that_cannot_be_read_says_why(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"no image")
    network = preset("line_filters").network()
    report = analyse(network)
    recipe = Recipe(data=str(path), device="cpu")
    failed = worker.run(request(network, report, generate(network, report), recipe))[-1][0]
    assert isinstance(failed, Failed)
    assert "broken.png cannot be shown" in failed.reason
