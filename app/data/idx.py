"""The files of MNIST and of its relatives: idx, as they come or packed by gzip.

Format: http://yann.lecun.com/exdb/mnist/ (Y. LeCun, C. Cortes, C. Burges).
"""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.arrays import ArraySource
from app.data.mapped import BROKEN, damaged, mapped, opened, unpacked
from app.data.source import GREY, About, DataError, Source

FASHION = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
    "Ankle boot",
)  # fmt: skip
_NAME = re.compile(r"(.*?)[-._]?(images|labels)[-.]idx[13][-.]ubyte(\.gz)?", re.IGNORECASE)
_INSIDE = (".", "raw", "MNIST/raw", "FashionMNIST/raw")
_TYPES = {
    0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8",
}  # fmt: skip


def idx_files(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Images and labels by how their names begin, as in train-images-idx3-ubyte.gz."""
    for inside in _INSIDE:
        found: dict[str, dict[str, Path]] = {}
        place = folder / inside
        for file in sorted(place.iterdir(), reverse=True) if place.is_dir() else ():
            if match := _NAME.fullmatch(file.name):  # the plain one, where both are there
                found.setdefault(match[1], {})[match[2].lower()] = file
        both = {k: (v["images"], v["labels"]) for k, v in found.items() if len(v) == 2}
        if both:
            return dict(sorted(both.items(), key=lambda pair: _held(pair[0])))
    return {}


def idx(folder: Path) -> Source:
    """All images of a folder of idx files; what is called t10k or test is for validation.

    Raises:
        DataError: a file is damaged, or images and labels are not as many.
    """
    parts, labels, validating = [], [], []
    for name, (images_file, labels_file) in idx_files(folder).items():
        images, own = read_idx(images_file), read_idx(labels_file)
        if images.ndim != 3 or own.ndim != 1:
            raise DataError(
                f"{images_file} and {labels_file} have {images.ndim} and {own.ndim} axes, but "
                "images have 3 and labels 1. Get them again."
            )
        if len(images) != len(own):
            raise DataError(
                f"{images_file} has {len(images):,} images, but {labels_file} has {len(own):,} "
                "labels. Get both again."
            )
        parts.append(images[:, None])
        labels.append(own.astype(np.int64))
        validating.append(np.full(len(own), _held(name)))
    together = np.concatenate(labels)
    if not len(together):
        raise DataError(f"{folder} has no image in its files. Get them again.")
    if len({part.shape[1:] for part in parts}) > 1:
        raise DataError(f"The files in {folder} are of images of different sizes. Get them again.")
    number = max(int(together.max()) + 1, 2)
    fashion = "fashion" in folder.resolve().as_posix().lower()[-60:] and number <= len(FASHION)
    about = About(
        kind="idx",
        classes=FASHION if fashion else tuple(map(str, range(number))),
        noun="articles of clothing" if fashion else f"images in {folder.name}",
        channels=GREY,
        sizes={parts[0].shape[2:]: len(together)},
    )
    return ArraySource(about, parts, together, np.concatenate(validating))


def classes_of_idx(folder: Path) -> int | None:
    """How many classes there are; reads the labels only."""
    greatest = [read_idx(labels).max(initial=0) for _, labels in idx_files(folder).values()]
    return max(int(max(greatest)) + 1, 2) if greatest else None


def read_idx(file: Path) -> NDArray[Any]:
    """The array of an idx file, mapped where it is not packed.

    Raises:
        DataError: the file is damaged; names it.
    """
    try:
        with opened(file) as stream:
            zero, kind, axes = struct.unpack(">HBB", stream.read(4))
            if zero or kind not in _TYPES:
                raise ValueError("it does not begin as an idx file does")
            shape = struct.unpack(f">{axes}I", stream.read(4 * axes))
            dtype = np.dtype(_TYPES[kind])
            if file.suffix == ".gz":
                return unpacked(stream, dtype, shape)
        return mapped(file, dtype, shape, 4 + 4 * axes)
    except (*BROKEN, struct.error) as error:
        raise damaged(file, error) from None


def _held(name: str) -> bool:
    """Whether files that begin so are for validation."""
    return bool(re.search("t10k|test|val", name, re.IGNORECASE))
