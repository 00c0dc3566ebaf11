"""An image folder: one sub-folder per class, PNG and JPEG, grey or colour."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from app.images import is_image
from app.worker.errors import DataError
from app.worker.images import ImageSet, ImageSize

_UNREADABLE = (
    OSError,
    SyntaxError,  # Pillow's word for a broken PNG
    ValueError,
    EOFError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


def read_folder(folder: Path, size: ImageSize, check: Callable[[], None]) -> ImageSet:
    """All images of the folder, resized; classes are the sub-folders in order of their names.

    `check` is called before every file and may raise to end the reading.

    Raises:
        DataError: no such folder, no readable image, or only one class.
    """
    if not folder.is_dir():
        raise DataError(
            f"There is no folder {folder}; choose one that holds a sub-folder of PNG or JPEG "
            "images for each class."
        )
    files = {path: _files(path) for path in sorted(folder.iterdir()) if _is_class(path)}
    count = sum(map(len, files.values()))
    images = torch.empty((count, size.channels, size.height, size.width), dtype=torch.uint8)
    labels: list[int] = []
    classes: list[str] = []
    skipped: list[str] = []
    for directory, members in files.items():
        before = len(labels)
        for file in members:
            check()
            try:
                images[len(labels)] = _read(file, size)
            except _UNREADABLE as error:
                skipped.append(f"{directory.name}/{file.name}: {_reason(error)}")
            else:
                labels.append(len(classes))
        if len(labels) > before:
            classes.append(directory.name)
        else:
            skipped.append(f"{directory.name}: no readable PNG or JPEG image")
    _require_two_classes(folder, classes, skipped)
    return ImageSet(
        images=images[: len(labels)],
        labels=torch.tensor(labels, dtype=torch.int64),
        classes=tuple(classes),
        noun=f"images in {folder.name}",
        skipped=tuple(skipped),
    )


def read_image(path: Path, size: ImageSize) -> ImageSet:
    """One image, resized; it is a class of its own.

    Raises:
        DataError: it cannot be read.
    """
    try:
        image = _read(path, size)
    except _UNREADABLE as error:
        raise DataError(
            f"The image {path} cannot be shown: {_reason(error)}. Choose a PNG or JPEG file."
        ) from None
    return ImageSet(image[None], torch.zeros(1, dtype=torch.int64), (path.stem,), "image")


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.iterdir() if not _is_hidden(path))


def _is_class(path: Path) -> bool:
    return path.is_dir() and not _is_hidden(path)


def _require_two_classes(folder: Path, classes: list[str], skipped: list[str]) -> None:
    layout = "put the PNG or JPEG images of each class into a sub-folder of its own"
    if not classes:
        found = f"{folder} has no sub-folder with a readable image"
        if skipped:
            found += f" ({len(skipped):,} files or folders were skipped, first {skipped[0]})"
        raise DataError(f"{found}; {layout}.")
    if len(classes) == 1:
        raise DataError(
            f"{folder} has images of only one class ({classes[0]}), but at least two are needed "
            f"to tell apart; {layout}."
        )


def _read(path: Path, size: ImageSize) -> Tensor:
    """One image as uint8 (channels, height, width)."""
    special = path.exists() and not path.is_file()  # a pipe would be waited for
    if special or not is_image(path):
        raise ValueError("not a PNG or JPEG file")
    mode = "L" if size.channels == 1 else "RGB"
    with Image.open(path, formats=("PNG", "JPEG")) as opened:
        opened.draft(mode, (2 * size.width, 2 * size.height))  # a big JPEG decodes smaller, faster
        image: Image.Image = ImageOps.exif_transpose(opened)
        if image.mode.startswith("I"):  # 16 bits a pixel, which convert would clip
            image = Image.fromarray((np.asarray(image) // 256).astype(np.uint8))
        if "transparency" in image.info:  # told by the palette or by one colour
            image = image.convert("RGBA")
        image = image.convert(mode).resize((size.width, size.height), Image.Resampling.BILINEAR)
    pixels = np.array(image, dtype=np.uint8).reshape(size.height, size.width, size.channels)
    return torch.from_numpy(pixels).permute(2, 0, 1).contiguous()


def _reason(error: BaseException) -> str:
    if isinstance(error, UnidentifiedImageError):
        return "not a PNG or JPEG image, or damaged"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).partition("\n")[0]
