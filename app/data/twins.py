"""Images that are in a set more than once, found by what their pixels are as they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np

from app.data.source import Check, Indices, Size, Source
from app.data.statistics import AT_ONCE


def hashes(source: Source, indices: Indices, size: Size, check: Check) -> Iterator[bytes]:
    """One for each image; of what cannot be read, nothing as it is grey all over."""
    for begin in range(0, len(indices), AT_ONCE):
        check()
        part = indices[begin : begin + AT_ONCE]
        for index, image in zip(part, source.read(part, size), strict=True):
            broken = int(index) in source.broken
            yield b"" if broken else hashlib.blake2b(image.tobytes(), digest_size=16).digest()


def among(
    source: Source, indices: Indices, others: Indices, size: Size, check: Check
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of the images at `indices` are among the `others`, too."""
    seen = {*hashes(source, others, size, check)} - {b""}
    found = (each in seen for each in hashes(source, indices, size, check))
    return np.fromiter(found, np.bool_, len(indices))
