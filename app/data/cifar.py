"""The files of CIFAR-10 and CIFAR-100, in their binary version or in that for Python.

Format: https://www.cs.toronto.edu/~kriz/cifar.html (A. Krizhevsky, 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.arrays import ArraySource
from app.data.pickled import values
from app.data.source import RGB, About, DataError, Source

SIDE = 32
_PIXELS = RGB * SIDE * SIDE
_INSIDE = (
    ".", "cifar-10-batches-bin", "cifar-100-binary", "cifar-10-batches-py", "cifar-100-python",
)  # fmt: skip
Read = tuple[NDArray[np.uint8], NDArray[np.int64]]


@dataclass(frozen=True)
class _Layout:
    """How one version is laid out; `labels` bytes go before each image in the binary ones."""

    title: str
    train: tuple[str, ...]
    test: str
    names: str
    classes: int
    labels: int
    key: bytes = b""


_TEN = tuple(f"data_batch_{k}" for k in range(1, 6))
_LAYOUTS = (
    _Layout("CIFAR-10", tuple(f"{n}.bin" for n in _TEN), "test_batch.bin",
            "batches.meta.txt", 10, 1),
    _Layout("CIFAR-100", ("train.bin",), "test.bin", "fine_label_names.txt", 100, 2),
    _Layout("CIFAR-10", _TEN, "test_batch", "batches.meta", 10, 0, b"labels"),
    _Layout("CIFAR-100", ("train",), "test", "meta", 100, 0, b"fine_labels"),
)  # fmt: skip


def cifar_files(folder: Path) -> tuple[Path, _Layout] | None:
    """Where the files of a version lie, in a folder or in one that an archive has made in it."""
    for inside in _INSIDE:
        for layout in _LAYOUTS:
            place = folder / inside
            if any((place / name).is_file() for name in (*layout.train, layout.test)):
                return place, layout
    return None


def is_part_of_cifar(file: Path) -> bool:
    """Whether a file is named as one with images of CIFAR."""
    return any(file.name in (*layout.train, layout.test) for layout in _LAYOUTS)


def cifar(folder: Path) -> Source:
    """All images that are there; the test batch is for validation.

    Raises:
        DataError: a file is damaged; names it.
    """
    found = cifar_files(folder)
    if found is None:
        raise DataError(f"{folder} has no files of CIFAR. Choose the folder that they lie in.")
    place, layout = found
    read = _read_binary if layout.labels else _read_pickled
    parts, labels, validating = [], [], []
    for name in (*layout.train, layout.test):
        if (place / name).is_file():
            images, own = read(place / name, layout)
            if len(own) and not 0 <= own.min() <= own.max() < layout.classes:
                raise DataError(f"{place / name} has labels beyond its classes. Get it again.")
            parts.append(images)
            labels.append(own)
            validating.append(np.full(len(own), name == layout.test))
    together = np.concatenate(labels)
    if not len(together):
        raise DataError(f"{place} has no image in its files. Get them again.")
    about = About(
        kind="cifar",
        classes=_class_names(place / layout.names, layout),
        noun=f"images of {layout.title}",
        channels=RGB,
        sizes={(SIDE, SIDE): len(together)},
    )
    return ArraySource(about, parts, together, np.concatenate(validating))


def classes_of_cifar(folder: Path) -> int | None:
    found = cifar_files(folder)
    return found[1].classes if found is not None else None


def _read_binary(file: Path, layout: _Layout) -> Read:
    record = layout.labels + _PIXELS
    size = file.stat().st_size
    if size % record:
        raise DataError(
            f"{file} is damaged: {size:,} bytes are no whole number of records of {record:,}. "
            "Get it again."
        )
    if not size:
        return np.empty((0, RGB, SIDE, SIDE), np.uint8), np.empty(0, np.int64)
    records = np.memmap(file, np.uint8, "r", 0, (size // record, record))
    images = records[:, layout.labels :].reshape(-1, RGB, SIDE, SIDE)
    return images, records[:, layout.labels - 1].astype(np.int64)


def _read_pickled(file: Path, layout: _Layout) -> Read:
    held = _keyed(file)
    data, labels = held.get(b"data"), held.get(layout.key)
    if not isinstance(data, np.ndarray) or data.dtype != np.uint8 or data.ndim != 2:
        raise DataError(f"{file} has no array of bytes called data. Get it again.")
    if not isinstance(labels, list) or len(labels) != len(data) or data.shape[1] != _PIXELS:
        raise DataError(
            f"{file} has {data.shape[1]:,} values an image and not one label for each of its "
            f"{len(data):,} images of {_PIXELS:,}. Get it again."
        )
    return data.reshape(-1, RGB, SIDE, SIDE), np.array(labels, np.int64)


def _class_names(file: Path, layout: _Layout) -> tuple[str, ...]:
    """As the set tells them, or numbers."""
    names: list[Any] = []
    if file.is_file():
        if layout.labels:
            names = file.read_text(errors="replace").split()
        else:
            key = b"label_names" if layout.classes == 10 else b"fine_label_names"
            names = _keyed(file).get(key, [])
    told = tuple(n.decode(errors="replace") if isinstance(n, bytes) else str(n) for n in names)
    return told if len(told) == layout.classes else tuple(map(str, range(layout.classes)))


def _keyed(file: Path) -> dict[bytes, Any]:
    """The dict of a pickle, whose keys are bytes in Python 2 and may be texts in Python 3."""
    with open(file, "rb") as stream:
        held = values(stream, str(file))
    if not isinstance(held, dict):
        raise DataError(f"{file} holds no dict. Get it again.")
    return {k.encode() if isinstance(k, str) else k: v for k, v in held.items()}
