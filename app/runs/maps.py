"""Feature maps and filters of an epoch in a file, as they were sent: uint8, the event as header.

Maps are named by the image's number and the node's path, as in `0:layer1.conv1`; the image itself
has no path. `filters` and `change` stand in the place of the number for those of convolutions.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from app.training.messages import Filters, Maps, ProbeImage
from nodes.files import write_file

_T = TypeVar("_T")
SUFFIX = ".safetensors"
Kept = Maps | ProbeImage | Filters
_FILTERS = {False: "filters", True: "change"}
_DAMAGED = OSError, KeyError, ValueError, SafetensorError, msgspec.MsgspecError


def write_maps(folder: Path, epoch: int, found: Iterable[tuple[Kept, bytes]]) -> None:
    """Keep the maps of the probe images, these, and filters, after an epoch; 0 is before the first.

    Raises FileError.
    """
    tensors: dict[str, NDArray[np.uint8]] = {}
    heads: dict[str, str] = {}
    for event, pixels in found:
        match event:
            case Maps(image=image, path=path):
                key, count = _key(image, path), event.count
            case Filters(change=change, path=path):
                key, count = _key(_FILTERS[change], path), event.count
            case ProbeImage(number=number):
                key, count = _key(number, ""), event.channels
        shape = count, event.height, event.width
        tensors[key] = np.frombuffer(pixels, np.uint8).reshape(shape)
        heads[key] = msgspec.json.encode(event).decode()
    write_file(file_of(folder, epoch), lambda path: save_file(tensors, path, heads))


def read_maps(folder: Path, epoch: int, path: str, image: int) -> tuple[Maps, bytes] | None:
    """Those of one node and image; None where they were not kept, or cannot be read."""
    return _read(folder, epoch, _key(image, path), Maps)


def read_filters(
    folder: Path, epoch: int, path: str, *, change: bool
) -> tuple[Filters, bytes] | None:
    """Those of a convolution, or their change until then; None where they were not kept."""
    return _read(folder, epoch, _key(_FILTERS[change], path), Filters)


def read_image(folder: Path, epoch: int, image: int) -> tuple[ProbeImage, bytes] | None:
    """An image that maps were kept of; None where it was not kept, or cannot be read."""
    return _read(folder, epoch, _key(image, ""), ProbeImage)


def _read(folder: Path, epoch: int, key: str, kind: type[_T]) -> tuple[_T, bytes] | None:
    try:
        with safe_open(file_of(folder, epoch), "np") as file:
            head = (file.metadata() or {})[key]
            return msgspec.json.decode(head, type=kind), file.get_tensor(key).tobytes()
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


def images_with_maps(folder: Path, epoch: int) -> tuple[int, ...]:
    """The numbers of the images that maps of an epoch are of, in order."""
    try:
        with safe_open(file_of(folder, epoch), "np") as file:
            firsts = {key.partition(":")[0] for key in file.keys()}  # noqa: SIM118
            return tuple(sorted(map(int, firsts - {*_FILTERS.values()})))
    except _DAMAGED:
        return ()


def epochs_with_maps(folder: Path) -> tuple[int, ...]:
    """In order; none where the folder is not there."""
    return tuple(sorted(int(f.stem) for f in folder.glob(f"*{SUFFIX}") if f.stem.isdecimal()))


def file_of(folder: Path, epoch: int) -> Path:
    """Where those of an epoch are."""
    return folder / f"{epoch:04}{SUFFIX}"


def _key(image: int | str, path: str) -> str:
    return f"{image}:{path}"
