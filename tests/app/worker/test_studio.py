"""A worker that looks into data: what it tells, what is wrong, and how it is ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from app.data.opening import open_source
from app.data.source import Size, Wanted
from app.training.messages import (
    DATA,
    DataRefused,
    Draw,
    Drawn,
    Fetch,
    Inspect,
    Inspected,
    Pictures,
    Start,
)
from app.training.messages.studio import GIVEN_UP
from app.training.recipe import Recipe
from app.training.session import Session
from app.worker.easel import Easel
from app.worker.feeding.start import open_feed
from tests.app.data.made import noise, write_cifar_binary
from tests.app.worker.conftest import Worker


@pytest.fixture(scope="module")
def studio() -> Iterator[Worker]:
    with Session(DATA) as session:
        yield Worker(session)


def inspected(
    studio: Worker, data: str, shape: tuple[int, ...] = (1, 8, 8), classes: int = 10
) -> tuple[Inspected, np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    studio.send(Inspect(Recipe(data=data, samples=800), shape, classes))
    told = studio.until(Inspected, DataRefused)
    found = told[-1][0]
    assert isinstance(found, Inspected), found
    event, payload = next((e, p) for e, p in told if isinstance(e, Pictures))
    assert event.count == len(event.labels)
    shape = (event.count, event.channels, event.height, event.width)
    return found, np.frombuffer(payload, np.uint8).reshape(shape)


def test_the_digits(studio: Worker) -> None:
    found, images = inspected(studio, "digits")
    assert found.kind == "digits"
    assert (sum(found.train), sum(found.val)) == (1438, 359)
    assert found.sizes == ((8, 8, 1797),)
    assert found.means[0] == pytest.approx(0.305, abs=0.01)
    assert found.deviations[0] == pytest.approx(0.376, abs=0.01)
    assert images.shape == (64, 1, 8, 8)
    assert len(found.fingerprint) == 64
    assert not found.streamed
    # the digits of scikit-learn have none that is there twice
    assert [fault.rule for fault in found.faults] == []


def test_wrong_data_is_met(studio: Worker, tmp_path: Path) -> None:
    for k in range(12):
        for name in ("cat", "dog"):
            file = tmp_path / name / f"{k}.png"
            file.parent.mkdir(exist_ok=True)
            Image.fromarray(noise(10, 30, seed=k + 100 * (name == "dog"))).save(file)
    Image.open(tmp_path / "cat" / "0.png").save(tmp_path / "cat" / "copy.png")
    (tmp_path / "cow").mkdir()
    (tmp_path / "dog" / "bad.jpg").write_bytes(b"nothing")
    found, images = inspected(studio, str(tmp_path), (3, 32, 32), 3)
    faults = {fault.rule: fault for fault in found.faults}
    assert faults["classes"].grave
    assert "2 classes, and the network gives 3 numbers" in faults["classes"].text
    assert not faults["channels"].grave
    assert "three channels of the same" in faults["channels"].text
    assert faults["proportions"].count == 25
    assert "cow" in faults["empty"].text
    assert len(found.skipped) == 2
    assert images.shape == (20, 3, 32, 32)
    assert found.classes == ("cat", "dog")
    found, _ = inspected(studio, str(tmp_path), (1, 32, 96), 2)
    faults = {fault.rule: fault for fault in found.faults}
    assert faults["size"].count == 25
    assert not {"proportions", "channels", "classes"} & faults.keys()


def test_duplicates_between_the_parts_are_counted(studio: Worker, tmp_path: Path) -> None:
    x = noise(12, 4, 4)
    file = tmp_path / "a.npz"
    held = np.concatenate([x[:2], noise(2, 4, 4, seed=1)])
    np.savez(file, x_train=x, y_train=np.arange(12) % 2, x_val=held, y_val=[0, 1, 0, 0])
    found, _ = inspected(studio, str(file), (1, 4, 4), 2)
    (fault,) = (f for f in found.faults if f.rule == "duplicates")
    assert fault.count == 2
    assert not fault.grave


def test_a_class_that_only_one_part_has(studio: Worker, tmp_path: Path) -> None:
    write_cifar_binary(tmp_path)
    found, _ = inspected(studio, str(tmp_path), (3, 32, 32), 10)
    rules = {fault.rule: fault.text for fault in found.faults}
    assert rules["empty in validation"].endswith("0, 1, 8, 9.")
    assert "few" in rules
    assert (found.train, found.val) == (
        (2, 2, 1, 1, 1, 1, 1, 1, 1, 1),
        (0, 0, 1, 1, 1, 1, 1, 1, 0, 0),
    )


@pytest.mark.parametrize("shape", [(84,), (5, 8, 8), (8, 8)])
def test_an_input_that_takes_no_image_is_said_and_the_images_are_shown(
    studio: Worker, shape: tuple[int, ...]
) -> None:
    found, images = inspected(studio, "digits", shape)
    assert found.faults[0].grave
    assert found.faults[0].rule in ("channels", "size")
    assert images.shape == (64, 1, 8, 8)


def drawn(
    studio: Worker, recipe: Recipe, index: int = 3, first: int = 1
) -> tuple[Drawn, np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    studio.send(Draw(recipe, (3, 16, 16), index, 8, first))
    (event, payload) = studio.until(Drawn, DataRefused)[-1]
    assert isinstance(event, Drawn), event
    assert (event.images, event.count, event.height, event.width) == (64, 8, 16, 16)
    return event, np.frombuffer(payload, np.uint8).reshape(-1, 3, 16, 16)


def test_one_image_in_many_draws(studio: Worker) -> None:
    told, plain = drawn(studio, Recipe(data="shapes", samples=80))
    assert len(plain) == 9
    assert (plain == plain[0]).all()
    assert (told.other, told.shares) == ("", ())
    for change in ({"crop": 4}, {"rotate": 30.0}, {"cutout": 0.5}, {"lighting": 1.0}):
        recipe = Recipe(data="shapes", samples=80, **change)
        _, images = drawn(studio, recipe)
        assert (images[0] == plain[0]).all()
        assert len({image.tobytes() for image in images}) > 4, change
        assert (drawn(studio, recipe)[1] == images).all()
        _, later = drawn(studio, recipe, first=3)
        assert (later[1:7] == images[3:]).all()
    again, other = drawn(studio, Recipe(data="shapes", samples=80), index=4 + 64)
    assert again.index == 4
    assert (other != plain).any()


def test_a_mixture_tells_its_classes_and_shares(studio: Worker) -> None:
    told, images = drawn(studio, Recipe(data="shapes", samples=80, mixup=1.0))
    _, partner = drawn(studio, Recipe(data="shapes", samples=80), index=4)
    assert len(images) == 10
    assert (images[1] == partner[0]).all()
    assert told.name != told.other
    own = np.array(told.shares)[:, None, None, None]
    mixed = own * images[0] + (1 - own) * images[1]
    np.testing.assert_allclose(images[2:], mixed, atol=0.51)


def test_a_draw_is_what_a_run_learns_from() -> None:
    recipe = Recipe(data="shapes", samples=40, crop=2, flip="horizontal", normalise="none")
    start = Start("", "", "", recipe, (3, 16, 16), (8,))
    feed = open_feed(start, torch.device("cpu"), lambda: None)
    feed.change(recipe)
    source = open_source("shapes", Wanted((3, 16, 16), 8, samples=40), lambda: None)
    train = source.split(recipe.validation_share, recipe.seed).train
    images = Easel(source, train, Size(3, 16, 16)).draws(recipe, 5, 2).pixels
    for epoch in (1, 2):
        (batch,) = feed.epoch(epoch)
        learned = batch.inputs[batch.indices == train[5]][0] * 255
        assert (learned.round().numpy() == images[epoch]).all()


@pytest.mark.parametrize(("data", "words"), [("/nowhere/at all", "There is no folder")])
def test_what_cannot_be_looked_into_says_why(studio: Worker, data: str, words: str) -> None:
    studio.send(Inspect(Recipe(data=data), (1, 8, 8), 10))
    (refused, _) = studio.until(DataRefused, Inspected)[-1]
    assert isinstance(refused, DataRefused)
    assert words in refused.reason


def test_a_newer_wish_ends_the_one_under_way(studio: Worker) -> None:
    studio.send(Inspect(Recipe(data="shapes", samples=10_000_000), (3, 256, 256), 8))
    studio.until(Pictures)
    studio.send(Inspect(Recipe(), (1, 8, 8), 10))
    (refused, _) = studio.until(DataRefused, Inspected)[-1]
    assert refused == DataRefused(GIVEN_UP)
    (found, _) = studio.until(DataRefused, Inspected)[-1]
    assert isinstance(found, Inspected)
    assert found.kind == "digits"


def test_a_set_that_nobody_publishes(studio: Worker, tmp_path: Path) -> None:
    studio.send(Fetch("imagenet", str(tmp_path)))
    (refused, _) = studio.until(DataRefused)[-1]
    assert isinstance(refused, DataRefused)
    assert "Choose one of mnist, fashion-mnist, cifar-10, cifar-100" in refused.reason
