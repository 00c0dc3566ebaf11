"""Pictures that are chosen, dropped or pasted: files, and bitmaps, which become files."""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import count
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.images import PICTURES
from app.ui.language import tr

_numbers = count(1)


def offers_picture(mime: QMimeData) -> bool:
    """Whether it is one image file, or a bitmap."""
    if mime.hasUrls():
        return len(mime.urls()) == 1 and is_picture(mime.urls()[0].toLocalFile())
    return mime.hasImage()


def picture_of(mime: QMimeData) -> str:
    """The path of the image that is offered; a bitmap is written into a file of its own."""
    if mime.hasUrls():
        return mime.urls()[0].toLocalFile()
    path = Path(_folder().name) / f"{tr('Pasted image')} {next(_numbers)}.png"
    image = mime.imageData()
    assert isinstance(image, QImage)
    image.save(str(path))
    return str(path)


def ask_for_picture(parent: QWidget, title: str) -> str:
    """The path of an image file that the person chooses, or nothing."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(PICTURES))
    kinds = tr("Images ({patterns})", patterns=patterns)
    return QFileDialog.getOpenFileName(parent, tr(title), "", kinds)[0]


def is_picture(path: str | Path) -> bool:
    """Whether a file is named as an image that can be shown to a network."""
    return Path(path).suffix.lower() in PICTURES


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Gone with the application."""
    return tempfile.TemporaryDirectory(prefix="skipwire-")
