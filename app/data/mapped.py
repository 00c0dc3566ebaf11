"""Arrays in files, mapped rather than read; what is packed goes through a file without a name."""

from __future__ import annotations

import gzip
import math
import tempfile
import zlib
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from app.data.source import DataError

IN_MEMORY = 1 << 26  # bytes; what is more than that is mapped
BROKEN = (OSError, ValueError, EOFError, zlib.error)


def mapped(
    file: Path, dtype: np.dtype[Any], shape: tuple[int, ...], offset: int, by_column: bool = False
) -> NDArray[Any]:
    """An array as it lies in a file from `offset` on."""
    if not math.prod(shape):
        return np.empty(shape, dtype)
    order = "F" if by_column else "C"
    return np.memmap(file, dtype, "r", offset, shape, order)  # type: ignore[call-overload, no-any-return]


def unpacked(
    stream: IO[bytes], dtype: np.dtype[Any], shape: tuple[int, ...], by_column: bool = False
) -> NDArray[Any]:
    """An array from a stream that stands before it, in memory or, if it is large, on disk.

    Raises:
        ValueError: the stream ends too soon.
        OSError: what the system says, or gzip of a damaged file.
    """
    size = math.prod(shape) * dtype.itemsize
    order: Any = "F" if by_column else "C"
    if size <= IN_MEMORY:
        content = stream.read(size)
        if len(content) < size:
            raise ValueError(f"it ends after {len(content):,} of {size:,} bytes")
        return np.frombuffer(content, dtype).reshape(shape, order=order)
    with tempfile.TemporaryFile() as file:
        while file.tell() < size and (content := stream.read(min(1 << 20, size - file.tell()))):
            file.write(content)
        if file.tell() < size:
            raise ValueError(f"it ends after {file.tell():,} of {size:,} bytes")
        file.flush()
        return np.memmap(file, dtype, "r", 0, shape, order)


def opened(file: Path) -> IO[bytes]:
    """A file to be read, which may be packed by gzip."""
    return gzip.open(file) if file.suffix == ".gz" else open(file, "rb")  # type: ignore[return-value]


def damaged(file: Path, error: Exception) -> DataError:
    """The words for a file that is not what its name says."""
    return DataError(f"{file} is damaged: {error}. Get it again.")
