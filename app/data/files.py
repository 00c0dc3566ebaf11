"""A set of images that are files, PNG or JPEG, grey or colour: decoded when they are read."""

from __future__ import annotations

import errno
import hashlib
import os
import struct
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from app.data.pixels import scaled
from app.data.source import GREY, RGB, About, Check, DataError, Indices, Pixels, Size, Source
from app.images import is_image

UNREADABLE = (
    OSError,
    SyntaxError,  # Pillow's word for a broken PNG
    ValueError,
    EOFError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
_LOOKED_AT = 50_000  # files; of more than that the rest is looked at when it is read
_HASHED = 1 << 26  # bytes of files whose content counts, and not only its length
_GREY = ("1", "L", "LA", "I", "I;16", "I;16B", "F")
_ENDS = {"PNG": b"IEND\xaeB`\x82", "JPEG": b"\xff\xd9"}
_FORMATS = tuple(_ENDS)
_PICTURES = (*_FORMATS, "WEBP", "BMP")


class FileSource(Source):
    """Files by index; `root` is what their names are told from."""

    def __init__(
        self,
        about: About,
        root: Path,
        files: Sequence[Path],
        labels: NDArray[np.int64],
        validating: NDArray[np.bool_] | None = None,
    ) -> None:
        super().__init__(about, labels, validating)
        self._root = root
        self._files = files

    def read(self, indices: Indices, size: Size) -> Pixels:
        found = np.empty((len(indices), size.channels, size.height, size.width), np.uint8)
        for place, index in enumerate(map(int, indices)):
            try:
                found[place] = read_image(self._files[index], size)
            except UNREADABLE as error:
                found[place] = 127
                name = told_name(self._root, self._files[index])
                self.broken[index] = f"{name}: {why(error)}"
        return found

    def fingerprint(self) -> str:
        sizes = [os.stat(file).st_size if file.exists() else 0 for file in self._files]
        found = hashlib.sha256(repr(self.about.classes).encode())
        for file, label, length in zip(self._files, self.labels, sizes, strict=True):
            found.update(f"{told_name(self._root, file)}\0{label}\0{length}\0".encode())
            if sum(sizes) <= _HASHED and length:
                found.update(file.read_bytes())
        if self.validating is not None:
            found.update(self.validating.tobytes())
        return found.hexdigest()


@dataclass
class Looked:
    """What is known of files before they are read."""

    files: list[Path] = field(default_factory=list)
    sizes: Counter[tuple[int, int]] = field(default_factory=Counter)
    channels: int = GREY
    skipped: list[str] = field(default_factory=list)

    def add(self, root: Path, file: Path, check: Check) -> bool:
        """Whether a file seems to be an image that can be read; notes why not."""
        check()
        try:
            require_image(file)
            if len(self.files) < _LOOKED_AT:
                channels, height, width = look(file)
                self.sizes[height, width] += 1
                self.channels = max(self.channels, channels)
        except UNREADABLE as error:
            self.skipped.append(f"{told_name(root, file)}: {why(error)}")
            return False
        self.files.append(file)
        return True


def look(path: Path) -> tuple[int, int, int]:
    """Channels, height and width, from how a file begins; it is decoded only if it seems cut.

    Raises one of UNREADABLE.
    """
    with Image.open(path, formats=_FORMATS) as opened:
        width, height = opened.size
        channels = GREY if opened.mode in _GREY else RGB
        if not _ends_well(path, opened.format or ""):
            opened.load()  # some cameras write more behind the image
    return channels, height, width


def _ends_well(path: Path, kind: str) -> bool:
    end = _ENDS[kind]
    with open(path, "rb") as file:
        file.seek(-len(end), os.SEEK_END)
        return file.read() == end


def require_image(path: Path) -> None:
    """Raises ValueError where a file is no image by its name, or no file."""
    special = path.exists() and not path.is_file()  # a pipe would be waited for
    if special or not is_image(path):
        raise ValueError("not a PNG or JPEG file")


def read_image(path: Path, size: Size) -> Pixels:
    """One image as (channels, height, width). Raises one of UNREADABLE."""
    require_image(path)
    return _read(path, size, _FORMATS)


def read_picture(path: Path, size: Size) -> Pixels:
    """A file that somebody chose, as the images of a set are read; WebP and BMP are good, too.

    Raises:
        DataError: it cannot be read.
    """
    try:
        if not path.is_file():  # a pipe would be waited for
            raise FileNotFoundError(errno.ENOENT, "there is no such file")
        return _read(path, size, _PICTURES)
    except UNREADABLE as error:
        no_image = isinstance(error, UnidentifiedImageError)
        reason = "it is damaged, or no PNG, JPEG, WebP or BMP image" if no_image else why(error)
        raise DataError(
            f"“{path.name}” cannot be read: {reason}. Choose another file, or save it as PNG."
        ) from None


def _read(path: Path, size: Size, formats: tuple[str, ...]) -> Pixels:
    mode = "L" if size.channels == GREY else "RGB"
    with Image.open(path, formats=formats) as opened:
        opened.draft(mode, (2 * size.width, 2 * size.height))  # a big JPEG decodes smaller, faster
        image: Image.Image = ImageOps.exif_transpose(opened)
        if image.mode.startswith("I"):  # 16 bits a pixel, which convert would clip
            image = Image.fromarray((np.asarray(image) // 256).astype(np.uint8))
        if "transparency" in image.info:  # told by the palette or by one colour
            image = image.convert("RGBA")
        image = _placed(image.convert(mode), size)
    pixels = np.asarray(image, np.uint8).reshape(size.height, size.width, size.channels)
    return pixels.transpose(2, 0, 1)


def _placed(image: Image.Image, size: Size) -> Image.Image:
    """It in the size that is wanted, in the middle where it is cropped or padded."""
    height, width = scaled((image.height, image.width), (size.height, size.width), size.fit)
    image = image.resize((width, height), Image.Resampling.BILINEAR)
    if (height, width) == (size.height, size.width):
        return image
    left, top = (width - size.width) // 2, (height - size.height) // 2
    return image.crop((left, top, left + size.width, top + size.height))  # beyond it is black


def told_name(root: Path, file: Path) -> str:
    """A file's name from the folder of the set, the same on every system."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def why(error: BaseException) -> str:
    """The words for one of UNREADABLE."""
    if isinstance(error, UnidentifiedImageError):
        return "not a PNG or JPEG image, or damaged"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).partition("\n")[0]
