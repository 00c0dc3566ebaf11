"""Arrays that numpy has saved: x of samples and y of labels, perhaps apart for validation."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.arrays import ArraySource
from app.data.mapped import BROKEN, damaged, mapped, unpacked
from app.data.source import GREY, RGB, About, DataError, Source

# Names of samples and labels, for training and for validation, as people give them.
_PAIRS = (
    ("x", "y"), ("x_train", "y_train"), ("train_images", "train_labels"), ("images", "labels"),
    ("data", "labels"), ("data", "target"), ("data", "targets"), ("arr_0", "arr_1"),
)  # fmt: skip
_HELD = (
    ("x_val", "y_val"), ("x_valid", "y_valid"), ("x_test", "y_test"), ("val_images", "val_labels"),
    ("test_images", "test_labels"),
)  # fmt: skip
_LOCAL = struct.Struct("<26xHH")  # where a zip's local header has the lengths of what follows
_CURE = "Save it with numpy.savez(file, x=samples, y=labels)."


def npz(file: Path) -> Source:
    """The samples of a .npz file; of its arrays none is loaded that can be mapped.

    Samples are (count, height, width), with a further axis of channels at either end, or vectors.
    Values are those of bytes, or from 0 to 1, or spread over what there is.

    Raises:
        DataError: the file is damaged, or has no such arrays; says which it has.
    """
    arrays = _Arrays(file)
    name, own = _named(arrays, file)
    pairs = [(arrays.read(name), own)]
    if (held := _chosen(arrays.names, _HELD)) is not None:
        pairs.append((arrays.read(held[0]), _labels(arrays.read(held[1]), file, held[1])))
    parts = [_images(samples, file) for samples, _ in pairs]
    for (samples, labels), part in zip(pairs, parts, strict=True):
        if len(samples) != len(labels) or part.shape[1:] != parts[0].shape[1:]:
            raise DataError(
                f"{file} has {len(samples):,} samples of shape "
                f"{'×'.join(map(str, samples.shape[1:]))} and {len(labels):,} labels. All samples "
                f"need one shape and one label each. {_CURE}"
            )
    together = np.concatenate([labels for _, labels in pairs])
    if not sum(part.size for part in parts):
        raise DataError(f"{file} has no samples. {_CURE}")
    low, high = bounds = _bounds(parts)
    usual = bounds in ((0.0, 255.0), (0.0, 1.0))
    about = About(
        kind="npz",
        classes=tuple(map(str, range(max(int(together.max()) + 1, 2)))),
        noun=f"samples in {file.name}",
        channels=parts[0].shape[1],
        sizes={parts[0].shape[2:]: len(together)},
        remark="" if usual else f"values from {low:g} to {high:g} in 256 steps",
    )
    held_out = np.repeat([number == 1 for number in range(len(pairs))], [len(p) for p in parts])
    return ArraySource(about, parts, together, held_out, bounds)


def classes_of_npz(file: Path) -> int | None:
    """How many classes it has; reads the labels only."""
    _, labels = _named(_Arrays(file), file)
    return max(int(labels.max()) + 1, 2) if len(labels) else None


class _Arrays:
    """The arrays in a file, by name in small letters."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            with zipfile.ZipFile(file) as archive:
                found = [each for each in archive.infolist() if each.filename.endswith(".npy")]
        except (*BROKEN, zipfile.BadZipFile) as error:
            raise damaged(file, error) from None
        self._members = {each.filename.removesuffix(".npy").lower(): each for each in found}

    @property
    def names(self) -> Mapping[str, zipfile.ZipInfo]:
        return self._members

    def read(self, name: str) -> NDArray[Any]:
        """An array, mapped where it is not packed.

        Raises:
            DataError: it is damaged, or holds objects, which are never read.
        """
        member = self._members[name]
        try:
            with zipfile.ZipFile(self._file) as archive, archive.open(member) as stream:
                version = np.lib.format.read_magic(stream)
                header = (
                    np.lib.format.read_array_header_1_0
                    if version == (1, 0)
                    else np.lib.format.read_array_header_2_0
                )
                shape, by_column, dtype = header(stream)
                if dtype.hasobject:
                    raise DataError(
                        f"{name} in {self._file} holds objects, which are code that would run "
                        "when they are read, so they are not. Save it as an array of numbers."
                    )
                if member.compress_type != zipfile.ZIP_STORED:
                    return unpacked(stream, dtype, shape, by_column)
                head = stream.tell()
            return mapped(self._file, dtype, shape, self._begin(member) + head, by_column)
        except (*BROKEN, struct.error, zipfile.BadZipFile) as error:
            raise DataError(f"{name} in {self._file} is damaged: {error}. Get it again.") from None

    def _begin(self, member: zipfile.ZipInfo) -> int:
        """Where what an archive holds begins in the file."""
        with open(self._file, "rb") as file:
            file.seek(member.header_offset)
            name, extra = _LOCAL.unpack(file.read(_LOCAL.size))
        return member.header_offset + _LOCAL.size + int(name) + int(extra)


def _named(arrays: _Arrays, file: Path) -> tuple[str, NDArray[np.int64]]:
    """The name of the samples, and their labels."""
    chosen = _chosen(arrays.names, _PAIRS)
    if chosen is None:
        there = ", ".join(arrays.names) or "nothing"
        raise DataError(f"{file} holds {there}, and not samples x with labels y. {_CURE}")
    return chosen[0], _labels(arrays.read(chosen[1]), file, chosen[1])


def _chosen(
    names: Mapping[str, zipfile.ZipInfo], pairs: tuple[tuple[str, str], ...]
) -> tuple[str, str] | None:
    return next((pair for pair in pairs if set(pair) <= set(names)), None)


def _labels(found: NDArray[Any], file: Path, name: str) -> NDArray[np.int64]:
    """Class numbers; of one column for each class that of the greatest."""
    if found.ndim == 2 and found.shape[1] > 1:
        found = found.argmax(1)
    if found.ndim == 1:
        found = found[:, None]
    if found.shape[1:] != (1,) or found.dtype.kind not in "biuf" or (found != found.round()).any():
        raise DataError(f"{name} in {file} are no class numbers from 0 on. {_CURE}")
    if len(found) and found.min() < 0:
        raise DataError(f"{name} in {file} begin at {found.min():g}. Number classes from 0 on.")
    return found[:, 0].astype(np.int64)


def _images(samples: NDArray[Any], file: Path) -> NDArray[Any]:
    """A view as (count, channels, height, width); a vector is one line of pixels, or a square."""
    if samples.dtype.kind not in "biuf" or samples.ndim not in (2, 3, 4):
        raise DataError(
            f"The samples in {file} are {samples.dtype} of {samples.ndim} axes, and not numbers of "
            f"2 to 4. {_CURE}"
        )
    if samples.ndim == 2:
        side = round(samples.shape[1] ** 0.5)
        square = side * side == samples.shape[1]
        return samples.reshape(len(samples), 1, *((side, side) if square else (1, -1)))
    if samples.ndim == 3:
        return samples[:, None]
    _, first, second, third = samples.shape
    last = first not in (GREY, RGB) and (third in (GREY, RGB) or (third == 4 and first == second))
    return samples.transpose(0, 3, 1, 2) if last else samples


def _bounds(parts: list[NDArray[Any]]) -> tuple[float, float]:
    """The values that are black and white."""
    if all(part.dtype == np.uint8 for part in parts):
        return 0.0, 255.0
    low = min(float(part.min()) for part in parts if part.size)
    high = max(float(part.max()) for part in parts if part.size)
    if not np.isfinite(high - low):
        raise DataError("The samples hold values that are no numbers (NaN or infinite). Mend them.")
    if low >= 0 and high <= 1:
        return 0.0, 1.0
    if low >= 0 and high <= 255:
        return 0.0, 255.0
    return (low, high) if high > low else (low, low + 1)
