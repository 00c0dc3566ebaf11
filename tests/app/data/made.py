"""Tiny files of every format, as their first sources write them."""

from __future__ import annotations

import gzip
import pickle
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Images = NDArray[np.uint8]


def noise(*shape: int, seed: int = 0) -> Images:
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


def write_idx(file: Path, values: Images) -> None:
    content = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape)
    packed = gzip.compress if file.suffix == ".gz" else bytes
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(packed(content + values.tobytes()))


def write_mnist(folder: Path, suffix: str = ".gz", train: int = 20, val: int = 10) -> Images:
    """Returns all images, those for training first."""
    images = noise(train + val, 28, 28)
    for name, part in (("train", slice(0, train)), ("t10k", slice(train, None))):
        labels = (np.arange(train + val) % 10).astype(np.uint8)[part]
        write_idx(folder / f"{name}-images-idx3-ubyte{suffix}", images[part])
        write_idx(folder / f"{name}-labels-idx1-ubyte{suffix}", labels)
    return images


def write_cifar_binary(folder: Path, classes: int = 10) -> Images:
    """Two training batches and a test batch of six images each."""
    folder.mkdir(parents=True, exist_ok=True)
    images = noise(18, 3, 32, 32)
    names = (
        ("data_batch_1.bin", "data_batch_2.bin", "test_batch.bin")
        if classes == 10
        else ("train.bin", "", "test.bin")
    )
    for k, name in enumerate(names):
        if name:
            labels = (np.arange(6 * k, 6 * k + 6, dtype=np.uint8) % classes)[:, None]
            coarse = labels[:, :0] if classes == 10 else labels // 5
            pixels = images[6 * k : 6 * k + 6].reshape(6, -1)
            (folder / name).write_bytes(np.concatenate([coarse, labels, pixels], 1).tobytes())
    return images


def old_pickle(held: dict[bytes, Any]) -> bytes:
    """As Python 2 and numpy 1 have written the batches of CIFAR: texts are strings of bytes."""

    def text(value: bytes) -> bytes:
        return b"T" + struct.pack("<i", len(value)) + value

    def told(value: Any) -> bytes:
        if isinstance(value, bytes):
            return text(value)
        if isinstance(value, int):
            return b"J" + struct.pack("<i", value)
        if isinstance(value, list):
            return b"](" + b"".join(map(told, value)) + b"e"
        assert isinstance(value, np.ndarray)
        shape = b"(" + b"".join(map(told, map(int, value.shape))) + b"t"
        kind = (
            b"cnumpy\ndtype\n(" + text(b"u1") + b"K\x00K\x01tR"
            b"(K\x03" + text(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        )
        return (
            b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00tU\x01btR"
            b"(K\x01" + shape + kind + b"\x89" + text(value.tobytes()) + b"tb"
        )

    pairs = b"".join(told(key) + told(value) for key, value in held.items())
    return b"\x80\x02}q\x01(" + pairs + b"u."


def write_cifar_python(folder: Path, classes: int = 10, protocol: int | None = None) -> Images:
    """A training batch and a test batch; by today's pickle, where a protocol is given."""
    folder.mkdir(parents=True, exist_ok=True)
    images = noise(12, 3, 32, 32)
    ten = classes == 10
    names = ("data_batch_1", "test_batch", "batches.meta") if ten else ("train", "test", "meta")
    key, title = (b"labels", b"label_names") if ten else (b"fine_labels", b"fine_label_names")
    for k, name in enumerate(names[:2]):
        held: dict[bytes, Any] = {
            b"batch_label": b"one of two",
            key: [n % classes for n in range(6 * k, 6 * k + 6)],
            b"data": images[6 * k : 6 * k + 6].reshape(6, -1),
        }
        content = old_pickle(held) if protocol is None else pickle.dumps(held, protocol)
        (folder / name).write_bytes(content)
    (folder / names[2]).write_bytes(old_pickle({title: [b"kind %d" % n for n in range(classes)]}))
    return images
