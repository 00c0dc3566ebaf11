"""Digits and image folders: what is read, the split, and the words when it is of no use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from app.training.messages import Start
from app.training.recipe import Recipe
from app.worker.data import Data, load, split
from app.worker.errors import DataError, Stopped


def start(shape: tuple[int, ...], classes: int, **recipe: Any) -> Start:
    return Start("", "", "", Recipe(**recipe), shape, (classes,))


def read(shape: tuple[int, ...], classes: int, **recipe: Any) -> Data:
    return load(start(shape, classes, **recipe), torch.device("cpu"), lambda: None)


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
    data = read(shape, 10)
    inputs, labels = data.batch(data.train)
    assert tuple(inputs.shape) == (1438, *shape)
    assert inputs.mean().item() == pytest.approx(0, abs=1e-3)
    assert inputs.std().item() == pytest.approx(1, abs=1e-2)
    assert labels.dtype == torch.int64
    assert sorted(labels.unique().tolist()) == list(range(10))
    if shape[0] == 3:
        assert torch.equal(inputs[:, 0], inputs[:, 2])


def test_split_is_stratified_disjoint_and_decided_by_the_seed() -> None:
    labels = torch.tensor([0] * 100 + [1] * 10 + [2] * 2 + [3])
    train, val = split(labels, 0.2, seed=1)
    assert sorted([*train.tolist(), *val.tolist()]) == list(range(113))
    assert torch.bincount(labels[val], minlength=4).tolist() == [20, 2, 1, 0]
    assert torch.equal(split(labels, 0.2, seed=1)[1], val)
    assert not torch.equal(split(labels, 0.2, seed=2)[1], val)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_folder_in_grey_and_in_colour(folder: Path, channels: int) -> None:
    data = read((channels, 6, 5), 2, data=str(folder), validation_share=0.25)
    assert data.classes == ("cat", "dog")
    assert tuple(data.images.shape) == (8, channels, 6, 5)
    assert data.images.dtype == torch.uint8
    assert data.labels.tolist() == [0] * 4 + [1] * 4
    assert (len(data.train), len(data.val)) == (6, 2)
    assert data.sentence == (
        f"8 images in {folder.name}: 6 for training, 2 for validation, stratified, seed 0"
    )
    assert data.skipped == ()
    if channels == 3:
        assert data.images[0, :, 0, 0].tolist() == [0x30, 0x20, 0x10]


def test_sixteen_bits_keep_their_scale(folder: Path) -> None:
    pixels = np.full((7, 9), 128 * 256 + 7, np.uint16)
    Image.fromarray(pixels).save(folder / "cat" / "0.png")
    assert read((1, 7, 9), 2, data=str(folder)).images[0].unique().tolist() == [128]


def test_a_palette_with_transparency_is_read_without_a_word(folder: Path) -> None:
    palette = Image.new("RGB", (8, 8), (90, 90, 90)).quantize(2)
    palette.save(folder / "cat" / "e.png", transparency=b"\x00\x80")
    data = read((1, 8, 8), 2, data=str(folder))
    assert data.skipped == ()
    assert int(data.images[4].max()) == int(data.images[4].min()) == 90


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
    assert len(data.images) == 8
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
        load(Start("", "", "", Recipe(), (1, 8, 8), (10, 2, 2)), torch.device("cpu"), lambda: None)


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
    assert data.batch(data.train)[0].unique().tolist() == [0.0]


def test_reading_a_folder_can_be_stopped(folder: Path) -> None:
    def check() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        load(start((1, 8, 8), 2, data=str(folder)), torch.device("cpu"), check)
