"""The original files of MNIST and CIFAR, and arrays of one's own; what is damaged is named."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.data.cifar import cifar
from app.data.opening import classes_of, open_source, recognise
from app.data.source import DataError, Size, Source, Wanted
from tests.app.data.made import (
    Images,
    noise,
    old_pickle,
    write_cifar_binary,
    write_cifar_python,
    write_idx,
    write_mnist,
)


def opened(path: Path) -> Source:
    return open_source(str(path), Wanted((3, 32, 32), 10), lambda: None)


def everything(source: Source, size: Size) -> Images:
    return source.read(np.arange(len(source)), size)


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("inside", ["", "MNIST/raw"])
def test_mnist_as_it_comes(tmp_path: Path, suffix: str, inside: str) -> None:
    images = write_mnist(tmp_path / inside, suffix)
    source = opened(tmp_path)
    assert (everything(source, Size(1, 28, 28))[:, 0] == images).all()
    assert source.labels.tolist() == [k % 10 for k in range(30)]
    train, val, given = source.split(0.5, 0)
    assert (train.tolist(), val.tolist(), given) == ([*range(20)], [*range(20, 30)], True)
    assert source.about.classes == tuple("0123456789")
    assert classes_of(str(tmp_path)) == 10


def test_fashion_is_known_by_its_folder(tmp_path: Path) -> None:
    write_mnist(tmp_path / "fashion-mnist")
    assert opened(tmp_path / "fashion-mnist").about.classes[9] == "Ankle boot"


def test_grey_fills_the_channels_and_images_take_the_size(tmp_path: Path) -> None:
    images = write_mnist(tmp_path)
    colour = everything(opened(tmp_path), Size(3, 56, 56))
    assert colour.shape == (30, 3, 56, 56)
    assert (colour[:, 0] == colour[:, 2]).all()
    back = colour[:, 0].reshape(30, 28, 2, 28, 2).mean((2, 4))
    assert np.abs(back - images).mean() < 40  # of noise, which bilinear resizing evens out
    small = everything(opened(tmp_path), Size(1, 14, 14))
    assert abs(float(small.mean()) - float(images.mean())) < 1


def test_idx_of_another_kind_of_numbers(tmp_path: Path) -> None:
    write_idx(tmp_path / "train-labels.idx1-ubyte", np.array([0, 1, 1], np.uint8))
    values = np.arange(12, dtype=">i2").reshape(3, 2, 2)
    head = bytes([0, 0, 0x0B, 3]) + np.array([3, 2, 2], ">u4").tobytes()
    (tmp_path / "train-images.idx3-ubyte").write_bytes(head + values.tobytes())
    assert everything(opened(tmp_path), Size(1, 2, 2)).ravel().tolist() == [*range(12)]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("train-images-idx3-ubyte", b"\0\0\x08\x03\0\0", "train-images-idx3-ubyte is damaged"),
        ("train-images-idx3-ubyte", b"nothing of it", "does not begin as an idx file"),
        ("train-images-idx3-ubyte.gz", b"\x1f\x8b\x08 cut", "ubyte.gz is damaged"),
        ("train-labels-idx1-ubyte", b"\0\0\x08\x01\0\0\0\x02ab", "20 images, but .* 2 labels"),
        ("train-labels-idx1-ubyte", b"\0\0\x08\x01\0\0\0\x09ab", "labels-idx1-ubyte is damaged"),
    ],
)
def test_damaged_idx_files_are_named(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    write_mnist(tmp_path, ".gz" if name.endswith("gz") else "")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=words):
        opened(tmp_path)


@pytest.mark.parametrize("inside", ["", "cifar-10-batches-bin"])
def test_cifar_10_binary(tmp_path: Path, inside: str) -> None:
    images = write_cifar_binary(tmp_path / inside)
    (tmp_path / inside / "batches.meta.txt").write_text("\n".join(f"kind{k}" for k in range(10)))
    source = opened(tmp_path)
    assert (everything(source, Size(3, 32, 32)) == images).all()
    assert source.read(np.array([17, 0, 7]), Size(3, 32, 32))[2].tolist() == images[7].tolist()
    assert source.labels.tolist() == [k % 10 for k in range(18)]
    assert source.split(0.2, 0).val.tolist() == [*range(12, 18)]
    assert source.about.classes[3] == "kind3"
    assert classes_of(str(tmp_path)) == 10


def test_cifar_100_binary_has_the_fine_labels(tmp_path: Path) -> None:
    write_cifar_binary(tmp_path, 100)
    source = opened(tmp_path)
    assert source.labels.tolist() == [*range(6), *range(12, 18)]
    assert len(source.about.classes) == 100


@pytest.mark.parametrize("classes", [10, 100])
@pytest.mark.parametrize("protocol", [None, 2, 4])
def test_cifar_for_python(tmp_path: Path, classes: int, protocol: int | None) -> None:
    images = write_cifar_python(tmp_path, classes, protocol)
    source = opened(tmp_path)
    assert (everything(source, Size(3, 32, 32)) == images).all()
    assert source.labels.tolist() == [k % classes for k in range(12)]
    assert source.split(0.2, 0).val.tolist() == [*range(6, 12)]
    assert source.about.classes[5] == "kind 5"


class Malicious:
    def __init__(self, what: tuple[Any, ...]) -> None:
        self._what = what

    def __reduce__(self) -> tuple[Any, ...]:
        return self._what


@pytest.mark.parametrize("protocol", [0, 2, 4])
@pytest.mark.parametrize("called", ["mkdir", "eval", "getattr"])
def test_a_malicious_pickle_is_refused_and_not_run(
    tmp_path: Path, protocol: int, called: str
) -> None:
    write_cifar_python(tmp_path)
    mark = tmp_path / "was run"
    what: dict[str, tuple[Any, ...]] = {
        "mkdir": (os.mkdir, (str(mark),)),
        "eval": (eval, (f"__import__('os').mkdir({str(mark)!r})",)),
        "getattr": (getattr, (Malicious((os.mkdir, (str(mark),))), "mode")),
    }
    held = {b"data": Malicious(what[called]), b"labels": [0]}
    (tmp_path / "data_batch_1").write_bytes(pickle.dumps(held, protocol))
    with pytest.raises(DataError, match=r"data_batch_1 holds .*code that would run"):
        cifar(tmp_path)
    assert not mark.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x02}q",
        b"\x80\x02.",
        b"\x80\x02}(U\x01au.",
        b"\x80\x02h\x07.",
        b"\x80\x02cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00tU\x01btR.",
        b"\x80\x02cnumpy\nndarray\n)R.",
        b"\x80\x02cnumpy\ndtype\n(U\x02O8K\x00K\x01tR(K\x03U\x01|tb.",
        b"\x80\x02K\x01.",
        old_pickle({b"data": noise(2, 7), b"labels": [0, 1]}),
        old_pickle({b"data": noise(2, 3072), b"labels": [0]}),
        old_pickle({b"data": noise(2, 3072), b"labels": [0, 10]}),
        old_pickle({b"data": b"text", b"labels": [0]}),
    ],
)
def test_damaged_pickles_are_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "data_batch_1").write_bytes(content)
    with pytest.raises(DataError, match="data_batch_1"):
        cifar(tmp_path)


def test_a_cut_batch_of_cifar_is_named(tmp_path: Path) -> None:
    write_cifar_binary(tmp_path)
    file = tmp_path / "data_batch_2.bin"
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(DataError, match=r"data_batch_2.bin is damaged: 18,437 bytes"):
        opened(tmp_path)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("shape", "channels"),
    [((6, 5, 4), 1), ((6, 5, 4, 3), 3), ((6, 3, 5, 4), 3), ((6, 1, 5, 4), 1), ((6, 7, 5, 4), 7)],
)
def test_arrays_of_every_layout(
    tmp_path: Path, shape: tuple[int, ...], channels: int, packed: bool
) -> None:
    x, y = noise(*shape), np.arange(6) % 3
    (np.savez_compressed if packed else np.savez)(tmp_path / "a.npz", x=x, y=y)
    source = opened(tmp_path / "a.npz")
    expected = x.reshape(6, 1, 5, 4) if x.ndim == 3 else x
    if shape[-1] == 3:
        expected = x.transpose(0, 3, 1, 2)
    assert (everything(source, Size(channels, 5, 4)) == expected).all()
    assert source.labels.tolist() == [0, 1, 2, 0, 1, 2]
    assert classes_of(str(tmp_path / "a.npz")) == 3
    assert source.size((channels, 8, 8)) == Size(channels, 8, 8)


def test_arrays_apart_for_validation_in_columns_of_classes(tmp_path: Path) -> None:
    x = noise(6, 4, 4)
    hot = np.eye(3, dtype=np.float32)[[0, 1, 2, 0]]
    file = tmp_path / "a.npz"
    np.savez(file, x_train=np.asfortranarray(x[:4]), y_train=hot, X_test=x[4:], Y_test=[[2], [1]])
    source = opened(file)
    assert source.labels.tolist() == [0, 1, 2, 0, 2, 1]
    assert source.split(0.2, 0).val.tolist() == [4, 5]
    assert (everything(source, Size(1, 4, 4))[:, 0] == x).all()


@pytest.mark.parametrize(
    ("values", "remark"),
    [((0.0, 0.5, 1.0), ""), ((-2.0, 0.0, 2.0), "values from -2 to 2 in 256 steps")],
)
def test_numbers_that_are_no_bytes(tmp_path: Path, values: tuple[float, ...], remark: str) -> None:
    np.savez(tmp_path / "a.npz", x=np.array([values] * 4, np.float32), y=[0, 1, 0, 1])
    source = opened(tmp_path / "a.npz")
    assert source.size((3,)) == Size(1, 1, 3)  # a vector fits a network of vectors
    assert everything(source, Size(1, 1, 3))[0, 0, 0].tolist() == [0, 128, 255]
    assert source.about.remark == remark


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"a": np.zeros(3)}, "holds a, and not samples x with labels y"),
        ({"x": noise(3, 4, 4), "y": np.zeros(2, int)}, "3 samples of shape 4×4 and 2 labels"),
        ({"x": noise(2, 4, 4), "y": np.array([0.5, 1])}, "no class numbers"),
        ({"x": noise(2, 4, 4), "y": np.array([-1, 1])}, "Number classes from 0 on"),
        ({"x": noise(2, 4, 4), "y": np.array(["a", "b"])}, "no class numbers"),
        ({"x": np.array([{}, {}]), "y": np.array([0, 1])}, "holds objects, which are code"),
        ({"x": np.full((2, 4), np.nan), "y": np.array([0, 1])}, "no numbers"),
        ({"x": noise(0, 4, 4), "y": np.zeros(0, int)}, "has no samples"),
    ],
)
def test_arrays_of_no_use_say_why(tmp_path: Path, arrays: dict[str, Any], words: str) -> None:
    np.savez(tmp_path / "a.npz", **arrays)
    with pytest.raises(DataError, match=words):
        opened(tmp_path / "a.npz")


@pytest.mark.parametrize("keep", [0, 30, 300])
def test_a_cut_archive_is_named(tmp_path: Path, keep: int) -> None:
    np.savez(tmp_path / "a.npz", x=noise(6, 8, 8), y=np.zeros(6, int))
    (tmp_path / "a.npz").write_bytes((tmp_path / "a.npz").read_bytes()[:keep])
    with pytest.raises(DataError, match=r"a.npz is damaged"):
        opened(tmp_path / "a.npz")


def test_large_arrays_are_mapped_and_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.data.mapped.IN_MEMORY", 1000)
    x, y = noise(6, 30, 30), np.arange(6) % 2
    np.savez_compressed(tmp_path / "a.npz", x=x, y=y)
    write_mnist(tmp_path / "b")
    for name, size in (("a.npz", Size(1, 30, 30)), ("b", Size(1, 28, 28))):
        source = opened(tmp_path / name)
        assert all(isinstance(part.base, np.memmap) for part in source._parts)  # type: ignore[attr-defined]
        assert everything(source, size).any()
    assert (everything(opened(tmp_path / "a.npz"), Size(1, 30, 30))[:, 0] == x).all()


def test_the_fingerprint_is_of_content_and_labels(tmp_path: Path) -> None:
    prints = []
    for name, pixel, label in (("a", 1, 0), ("b", 1, 0), ("c", 2, 0), ("d", 1, 1)):
        x = np.full((2, 2, 2), pixel, np.uint8)
        np.savez(tmp_path / f"{name}.npz", x=x, y=[label, 1])
        prints.append(opened(tmp_path / f"{name}.npz").fingerprint())
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_what_is_nothing_else_is_an_image_folder(tmp_path: Path) -> None:
    assert recognise(tmp_path) == "folder"
    assert recognise(tmp_path / "missing") == "folder"
    assert classes_of(str(tmp_path / "missing")) is None
    (tmp_path / "damaged.npz").write_bytes(b"")
    assert classes_of(str(tmp_path / "damaged.npz")) is None
