"""Which files are images here: those that runs read, and the script that is written out."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = frozenset({".png", ".jpg", ".jpeg"})
PICTURES = SUFFIXES | {".webp", ".bmp"}  # of one that somebody chose, to be looked at


def is_image(path: str | Path) -> bool:
    """Whether a file is named as an image that can be read."""
    return Path(path).suffix.lower() in SUFFIXES
