"""Digits and image folders: what is read, the split, and the words when it is of no use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from app.data.draws import uniform
from app.data.opening import open_source
from app.data.source import DataError, Pixels, Size, Wanted, stratified
from app.training.messages import Start
from app.training.recipe import Recipe
from app.worker.errors import Stopped
from app.worker.feeding.start import open_feed
from app.worker.parts import Batch, Feed


def start(shape: tuple[int, ...], classes: int, /, **recipe: Any) -> Start:
    return Start("", "", "", Recipe(**recipe), shape, (classes,))


def read(shape: tuple[int, ...], classes: int, /, **recipe: Any) -> Feed:
    return open_feed(start(shape, classes, **recipe), torch.device("cpu"), lambda: None)


def everything(feed: Feed) -> Batch:
    """All that is for training, as one batch."""
    batches = [*feed.epoch(1)]
    inputs, labels, indices = (
        torch.cat([getattr(batch, name) for batch in batches])
        for name in ("inputs", "labels", "indices")
    )
    order = indices.argsort()
    return Batch(inputs[order], labels[order], indices[order])


def pixels(folder: Path, size: Size) -> Pixels:
    """The images of a folder, in order."""
    source = open_source(str(folder), Wanted((1, 8, 8), 2), lambda: None)
    return source.read(np.arange(len(source)), size)


def save(path: Path, size: tuple[int, int] = (9, 7), mode: str = "RGB", value: int = 0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new(mode, size, value).save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two classes, four images each, of every kind that is read."""
    for index, name in enumerate(("cat", "dog")):
        save(tmp_path / name / "a.png", mode="RGB", value=0x102030 * (index + 1))
        save(tmp_path / name / "b.jpg", mode="L", value=100)
        save(tmp_path / name / "c.JPEG", mode="RGB", size=(200, 100))
        save(tmp_path / name / "d.png", mode="P")
    return tmp_path


@pytest.mark.parametrize("shape", [(1, 8, 8), (1, 32, 32), (3, 32, 24), (1, 5, 4), (64,)])
def test_digits_fit_the_input_and_are_normalised(shape: tuple[int, ...]) -> None:
    batch = everything(read(shape, 10, batch_size=99))
    inputs, labels = batch.inputs, batch.labels
    assert tuple(inputs.shape) == (1438, *shape)
    assert inputs.mean().item() == pytest.approx(0, abs=1e-3)
    assert inputs.std().item() == pytest.approx(1, abs=1e-2)
    assert labels.dtype == torch.int64
    assert sorted(labels.unique().tolist()) == list(range(10))
    if shape[0] == 3:
        assert torch.equal(inputs[:, 0], inputs[:, 2])


def test_split_is_stratified_disjoint_and_decided_by_the_seed() -> None:
    labels = np.array([0] * 100 + [1] * 10 + [2] * 2 + [3])[::-1].copy()
    train, val, given = stratified(labels, 0.2, seed=1)
    assert not given
    assert sorted([*train, *val]) == list(range(113))
    assert np.bincount(labels[val], minlength=4).tolist() == [20, 2, 1, 0]
    assert (stratified(labels, 0.2, seed=1).val == val).all()
    assert (stratified(labels, 0.2, seed=2).val != val).any()


def test_draws_are_even_and_stay_the_same_on_every_machine() -> None:
    drawn = uniform(0, "split", np.arange(10_000), 2)
    assert np.histogram(drawn, 10, (0, 1))[0].tolist() == pytest.approx([2000] * 10, abs=200)
    assert np.abs(np.corrcoef(drawn.T) - np.eye(2)).max() < 0.05
    assert (uniform(0, "split", np.array([77, 3]), 2) == drawn[[77, 3]]).all()
    assert uniform(0, "split", np.array([1])).item() == 0.6670082802201507
    assert uniform(1, "split", np.array([1])) != uniform(0, "shapes", np.array([1]))


@pytest.mark.parametrize("channels", [1, 3])
def test_a_folder_in_grey_and_in_colour(folder: Path, channels: int) -> None:
    data = read((channels, 6, 5), 2, data=str(folder), validation_share=0.25)
    assert data.classes == ("cat", "dog")
    assert tuple(everything(data).inputs.shape) == (6, channels, 6, 5)
    assert everything(data).labels.tolist() == [0] * 3 + [1] * 3
    assert (data.train, data.val) == (6, 2)
    assert data.sentence == (
        f"8 images in {folder.name}: 6 for training, 2 for validation, stratified, seed 0"
    )
    assert data.skipped == ()
    if channels == 3:
        read_ = pixels(folder, Size(3, 6, 5))
        assert read_[0, :, 0, 0].tolist() == [0x30, 0x20, 0x10]


def test_sixteen_bits_keep_their_scale(folder: Path) -> None:
    deep = np.full((7, 9), 128 * 256 + 7, np.uint16)
    Image.fromarray(deep).save(folder / "cat" / "0.png")
    assert np.unique(pixels(folder, Size(1, 7, 9))[0]).tolist() == [128]


def test_a_palette_with_transparency_is_read_without_a_word(folder: Path) -> None:
    palette = Image.new("RGB", (8, 8), (90, 90, 90)).quantize(2)
    palette.save(folder / "cat" / "e.png", transparency=b"\x00\x80")
    data = read((1, 8, 8), 2, data=str(folder))
    assert data.skipped == ()
    assert np.unique(pixels(folder, Size(1, 8, 8))[4]).tolist() == [90]


def test_unreadable_files_are_named_and_do_not_matter(folder: Path) -> None:
    (folder / "cat" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    (folder / "cat" / "cut.jpg").write_bytes((folder / "cat" / "c.JPEG").read_bytes()[:300])
    (folder / "cat" / "empty.jpeg").write_bytes(b"")
    (folder / "cat" / "notes.txt").write_text("hello")
    (folder / "cat" / ".hidden.png").write_text("not looked at")
    (folder / "cat" / "gone.png").symlink_to(folder / "nowhere.png")
    os.mkfifo(folder / "cat" / "pipe.png")
    (folder / "cow").mkdir()
    data = read((3, 8, 8), 2, data=str(folder))
    assert data.train + data.val == 8
    assert data.classes == ("cat", "dog")
    names = [line.partition(": ")[0] for line in data.skipped]
    assert names == [
        *("cat/broken.png", "cat/cut.jpg", "cat/empty.jpeg", "cat/gone.png", "cat/notes.txt"),
        "cat/pipe.png",
        "cow",
    ]
    assert all(line.partition(": ")[2] for line in data.skipped)
    assert data.sentence.endswith("; 7 skipped")


@pytest.mark.parametrize(
    ("shape", "classes", "words"),
    [
        ((2, 8, 8), 10, ("2×8×8", "2 channels", "1 (grey) or 3 (RGB)")),
        ((8, 8), 10, ("8×8", "channels × height × width")),
        ((65,), 10, ("65 numbers", "64")),
        ((1, 8, 8), 11, ("11 numbers", "10 classes", "out_features 10")),
    ],
)
def test_digits_that_do_not_fit(
    shape: tuple[int, ...], classes: int, words: tuple[str, ...]
) -> None:
    with pytest.raises(DataError) as caught:
        read(shape, classes)
    for word in words:
        assert word in str(caught.value)


def test_an_output_that_is_no_vector() -> None:
    with pytest.raises(DataError, match="shape 10×2×2"):
        open_feed(
            Start("", "", "", Recipe(), (1, 8, 8), (10, 2, 2)), torch.device("cpu"), lambda: None
        )


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"There is no folder .*sub-folder of PNG or JPEG"):
        read((1, 8, 8), 2, data=str(tmp_path / "missing"))


def test_a_folder_without_classes(tmp_path: Path) -> None:
    save(tmp_path / "lonely.png")
    with pytest.raises(DataError, match="no sub-folder with a readable image; put"):
        read((1, 8, 8), 2, data=str(tmp_path))


def test_nothing_readable_says_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "cat").mkdir()
    (tmp_path / "cat" / "a.gif").write_bytes(b"GIF89a")
    with pytest.raises(DataError, match=r"2 files or folders were skipped, first cat/a\.gif: not"):
        read((1, 8, 8), 2, data=str(tmp_path))


def test_one_class_is_too_few(tmp_path: Path) -> None:
    save(tmp_path / "cat" / "a.png")
    save(tmp_path / "cat" / "b.png")
    with pytest.raises(DataError, match=r"only one class \(cat\).*at least two"):
        read((1, 8, 8), 1, data=str(tmp_path))


def test_one_image_a_class_leaves_none_for_validation(tmp_path: Path) -> None:
    save(tmp_path / "cat" / "a.png")
    save(tmp_path / "dog" / "a.png")
    with pytest.raises(DataError, match="none for validation"):
        read((1, 8, 8), 2, data=str(tmp_path))


def test_a_constant_channel_stays_finite(tmp_path: Path) -> None:
    for name in ("cat/a.png", "cat/b.png", "dog/a.png", "dog/b.png"):
        save(tmp_path / name, mode="L", value=7)
    data = read((1, 4, 4), 2, data=str(tmp_path))
    assert everything(data).inputs.unique().tolist() == [0.0]


def test_reading_a_folder_can_be_stopped(folder: Path) -> None:
    def check() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        open_feed(start((1, 8, 8), 2, data=str(folder)), torch.device("cpu"), check)


def test_an_image_that_breaks_as_it_is_read_is_left_out(folder: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (32, 32), np.uint8)
    file = folder / "cat" / "e.png"
    Image.fromarray(noise).save(file)
    whole = file.read_bytes()
    file.write_bytes(whole[:200] + bytes(300) + whole[500:])  # begins and ends well
    data = read((1, 8, 8), 2, data=str(folder))
    assert data.train + data.val == 8
    assert [line.partition(": ")[0] for line in data.skipped] == ["cat/e.png"]
    assert data.sentence.endswith("; 1 skipped")
    assert 4 not in everything(data).indices


@pytest.mark.parametrize(("train", "val"), [("train", "val"), ("training", "test")])
def test_a_folder_that_says_what_is_for_validation(tmp_path: Path, train: str, val: str) -> None:
    for name, number in (("cat", 3), ("dog", 2)):
        for k in range(number):
            save(tmp_path / train / name / f"{k}.png")
    save(tmp_path / val / "cat" / "0.png", value=9)
    save(tmp_path / val / "cow" / "0.png")
    data = read((1, 8, 8), 3, data=str(tmp_path))
    assert data.classes == ("cat", "cow", "dog")
    assert (data.train, data.val, data.counts) == (5, 2, (3, 0, 2))
    assert "as the data has it" in data.sentence


def test_a_train_alone_is_split_and_a_class_may_be_called_train(tmp_path: Path) -> None:
    for name in ("train/cat", "train/dog"):
        for k in range(4):
            save(tmp_path / name / "deep" / f"{k}.png")
    assert read((1, 8, 8), 2, data=str(tmp_path)).classes == ("cat", "dog")
    for name in ("car/a.png", "car/b.png", "train/c.png", "train/d.png"):
        save(tmp_path / "vehicles" / name)
    assert read((1, 8, 8), 2, data=str(tmp_path / "vehicles")).classes == ("car", "train")


@pytest.mark.parametrize(
    ("recipe", "black"),
    [
        ({"normalise": "none"}, 0.0),
        ({"normalise": "given", "mean": (0.5,), "deviation": (0.25,)}, -2.0),
        ({"normalise": "given", "mean": (0.5,) * 3, "deviation": (0.5, 0.25, 1.0)}, -1.0),
    ],
)
def test_values_are_normalised_as_the_recipe_says(recipe: dict[str, Any], black: float) -> None:
    inputs = everything(read((3, 8, 8), 10, **recipe)).inputs
    assert inputs[:, 0].min().item() == pytest.approx(black)


def test_means_for_other_channels_are_refused() -> None:
    with pytest.raises(DataError, match=r"2 means and 1 deviations .* 1 channels"):
        read((1, 8, 8), 10, normalise="given", mean=(0.5, 0.5), deviation=(1.0,))


def test_a_run_takes_of_the_data_what_the_recipe_says(folder: Path) -> None:
    few = read((1, 8, 8), 3, classes=3)
    assert few.classes == ("0", "1", "2")
    assert everything(few).labels.unique().tolist() == [0, 1, 2]
    more = read((1, 8, 8), 12, classes=12)
    assert len(more.classes) == 12
    with pytest.raises(DataError, match="gives 4 numbers for an image, but the data has 3 classes"):
        read((1, 8, 8), 4, classes=3)
    given: dict[str, Any] = {"data": str(folder), "normalise": "none"}
    stretched, padded = (read((3, 8, 8), 2, fit=fit, **given) for fit in ("stretch", "pad"))
    assert not torch.equal(everything(stretched).inputs, everything(padded).inputs)
    assert stretched.fingerprint != padded.fingerprint


def test_what_is_validated_on_is_not_learned_from_in_any_session(tmp_path: Path) -> None:
    images = np.arange(12 * 16, dtype=np.uint8).reshape(12, 4, 4)
    held = images[[3, 7]]
    np.savez(tmp_path / "a.npz", x=images, y=np.arange(12) % 2, x_val=held, y_val=[0, 1])
    given: dict[str, Any] = {"data": str(tmp_path / "a.npz"), "batch_size": 5}
    first, again = (read((1, 4, 4), 2, distinct=True, **given) for _ in range(2))
    assert first.used == 10
    order = [batch.indices.tolist() for batch in first.epoch(2)]
    assert order == [batch.indices.tolist() for batch in again.epoch(2)]
    assert not {3, 7} & {index for batch in order for index in batch}
    assert "without those to learn from" in first.sentence
    assert read((1, 4, 4), 2, own_split=False, **given).used < 14
