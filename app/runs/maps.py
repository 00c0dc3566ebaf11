"""Feature maps of an epoch in a file, as they were sent: uint8, with the event as its header.

A tensor is named by the image's number and the node's path, as in `0:layer1.conv1`; that of the
image itself has no path.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from app.training.messages import Maps, ProbeImage
from nodes.files import write_file

SUFFIX = ".safetensors"
_DAMAGED = OSError, KeyError, ValueError, SafetensorError, msgspec.MsgspecError


def write_maps(folder: Path, epoch: int, found: Iterable[tuple[Maps | ProbeImage, bytes]]) -> None:
    """Keep the maps of the probe images, and these, after an epoch; 0 is before the first.

    Raises FileError.
    """
    tensors: dict[str, NDArray[np.uint8]] = {}
    heads: dict[str, str] = {}
    for event, pixels in found:
        if isinstance(event, Maps):
            key = _key(event.image, event.path)
            shape = event.count, event.height, event.width
        else:
            key = _key(event.number, "")
            shape = event.channels, event.height, event.width
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
    except _DAMAGED:
        return None


def read_few(
    folder: Path, epoch: int, paths: Iterable[str], image: int, most: int
) -> list[tuple[Maps, bytes]]:
    """The first `most` maps of each of these nodes that were kept."""
    found = []
    try:
        with safe_open(file_of(folder, epoch), "np") as file:
            heads = file.metadata() or {}
            for key in (_key(image, path) for path in paths):
                if key in heads:
                    event = msgspec.json.decode(heads[key], type=Maps)
                    count = min(event.count, most)
                    lows, highs = event.lows[:count], event.highs[:count]
                    few = replace(event, count=count, lows=lows, highs=highs)
                    found.append((few, file.get_slice(key)[:count].tobytes()))
    except _DAMAGED:
        return []
    return found


def read_image(folder: Path, epoch: int, image: int) -> tuple[ProbeImage, bytes] | None:
    """An image that maps were kept of; None where it was not kept, or cannot be read."""
    key = _key(image, "")
    try:
        with safe_open(file_of(folder, epoch), "np") as file:
            head = (file.metadata() or {})[key]
            return msgspec.json.decode(head, type=ProbeImage), file.get_tensor(key).tobytes()
    except _DAMAGED:
        return None


def images_with_maps(folder: Path, epoch: int) -> tuple[int, ...]:
    """The numbers of the images that maps of an epoch are of, in order."""
    try:
        with safe_open(file_of(folder, epoch), "np") as file:
            return tuple(sorted({int(key.partition(":")[0]) for key in file.keys()}))  # noqa: SIM118
    except _DAMAGED:
        return ()


def epochs_with_maps(folder: Path) -> tuple[int, ...]:
    """In order; none where the folder is not there."""
    return tuple(sorted(int(f.stem) for f in folder.glob(f"*{SUFFIX}") if f.stem.isdecimal()))


def file_of(folder: Path, epoch: int) -> Path:
    """Where those of an epoch are."""
    return folder / f"{epoch:04}{SUFFIX}"


def _key(image: int, path: str) -> str:
    return f"{image}:{path}"
