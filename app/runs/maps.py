"""Feature maps of an epoch in a file, as they were sent: uint8, with the event as its header.

A tensor is named by the image's number and the node's path, as in `0:layer1.conv1`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from app.training.messages import Maps
from nodes.files import write_file

SUFFIX = ".safetensors"


def write_maps(folder: Path, epoch: int, found: Iterable[tuple[Maps, bytes]]) -> None:
    """Keep the maps of the probe images after an epoch; 0 is before the first.

    Raises FileError.
    """
    tensors: dict[str, NDArray[np.uint8]] = {}
    heads: dict[str, str] = {}
    for event, pixels in found:
        key = _key(event.image, event.path)
        shape = event.count, event.height, event.width
        tensors[key] = np.frombuffer(pixels, np.uint8).reshape(shape)
        heads[key] = msgspec.json.encode(event).decode()
    write_file(file_of(folder, epoch), lambda path: save_file(tensors, path, heads))


def read_maps(folder: Path, epoch: int, path: str, image: int) -> tuple[Maps, bytes] | None:
    """Those of one node and image; None where they were not kept, or cannot be read."""
    key = _key(image, path)
    try:
        with safe_open(file_of(folder, epoch), "np") as file:
            head = (file.metadata() or {})[key]
            return msgspec.json.decode(head, type=Maps), file.get_tensor(key).tobytes()
    except (OSError, KeyError, SafetensorError, msgspec.MsgspecError):
        return None


def epochs_with_maps(folder: Path) -> tuple[int, ...]:
    """In order; none where the folder is not there."""
    return tuple(sorted(int(f.stem) for f in folder.glob(f"*{SUFFIX}") if f.stem.isdecimal()))


def file_of(folder: Path, epoch: int) -> Path:
    """Where those of an epoch are."""
    return folder / f"{epoch:04}{SUFFIX}"


def _key(image: int, path: str) -> str:
    return f"{image}:{path}"
