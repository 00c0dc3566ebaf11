"""An image folder: one sub-folder per class, perhaps apart for training and validation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from app.data.files import UNREADABLE, FileSource, Looked, look, require_image, why
from app.data.source import About, Check, DataError, Source
from app.images import is_image

_TRAIN = ("train", "training")
_VAL = ("val", "valid", "validation", "test", "testing")  # the first that is there
_LAYOUT = "put the PNG or JPEG images of each class into a sub-folder of its own"


def folder(root: Path, check: Check) -> Source:
    """All images of a folder; classes are the sub-folders in order of their names.

    Where these are `train` and `val` (or `test`) with a folder for each class inside, they say what
    is for validation.

    Raises:
        DataError: no such folder, no readable image, or only one class.
    """
    if not root.is_dir():
        raise DataError(
            f"There is no folder {root}; choose one that holds a sub-folder of PNG or JPEG "
            "images for each class."
        )
    groups = _groups(root)
    names = sorted({path.name for group in groups for path in _folders(group)})
    looked = Looked()
    labels: list[int] = []
    validating: list[bool] = []
    classes: list[str] = []
    empty: list[str] = []
    for name in names:
        before = len(labels)
        for number, group in enumerate(groups):
            for file in _files(group / name):
                if looked.add(root, file, check):
                    labels.append(len(classes))
                    validating.append(number == 1)
        if len(labels) > before:
            classes.append(name)
        else:
            empty.append(name)
            looked.skipped.append(f"{name}: no readable PNG or JPEG image")
    _require_two_classes(root, classes, looked.skipped)
    about = About(
        kind="folder",
        classes=tuple(classes),
        noun=f"images in {root.name}",
        channels=looked.channels,
        sizes=looked.sizes,
        skipped=tuple(looked.skipped),
        empty=tuple(empty),
    )
    held = np.array(validating) if len(groups) > 1 else None
    return FileSource(about, root, looked.files, np.array(labels, np.int64), held)


def one_image(path: Path) -> Source:
    """One image, to be looked at; it is a class of its own.

    Raises:
        DataError: it cannot be read.
    """
    try:
        require_image(path)
        channels, height, width = look(path)
    except UNREADABLE as error:
        raise DataError(
            f"The image {path} cannot be shown: {why(error)}. Choose a PNG or JPEG file."
        ) from None
    about = About("image", (path.stem,), "image", channels, {(height, width): 1})
    return FileSource(about, path.parent, [path], np.zeros(1, np.int64))


def classes_of_folder(root: Path) -> int:
    """How many of its folders hold an image by its name.

    Raises:
        OSError: it is no folder, or none that may be read.
    """
    holding = {
        path.name
        for group in _groups(root)
        for path in _folders(group)
        if any(map(is_image, _files(path)))
    }
    return len(holding)


def _groups(root: Path) -> list[Path]:
    """The folders that hold those of the classes: the root itself, or that for training first."""
    train = next((root / name for name in _TRAIN if _holds_folders(root / name)), None)
    if train is None:
        return [root]
    held = next((root / name for name in _VAL if _holds_folders(root / name)), None)
    return [train] if held is None else [train, held]


def _holds_folders(path: Path) -> bool:
    """Whether there are folders in it and nothing else, as a class may be called `train` too."""
    if not path.is_dir():
        return False
    inside = [each for each in path.iterdir() if not each.name.startswith(".")]
    return bool(inside) and all(each.is_dir() for each in inside)


def _folders(group: Path) -> list[Path]:
    return sorted(
        path for path in group.iterdir() if path.is_dir() and not path.name.startswith(".")
    )


def _files(directory: Path) -> Iterator[Path]:
    """All files below a folder in order of their names, but hidden ones."""
    for path, folders, files in os.walk(directory):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(path, name) for name in sorted(files) if not name.startswith("."))


def _require_two_classes(root: Path, classes: list[str], skipped: list[str]) -> None:
    if not classes:
        found = f"{root} has no sub-folder with a readable image"
        if skipped:
            found += f" ({len(skipped):,} files or folders were skipped, first {skipped[0]})"
        raise DataError(f"{found}; {_LAYOUT}.")
    if len(classes) == 1:
        raise DataError(
            f"{root} has images of only one class ({classes[0]}), but at least two are needed "
            f"to tell apart; {_LAYOUT}."
        )
