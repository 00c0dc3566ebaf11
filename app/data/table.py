"""A table of image files and labels: CSV, by comma, semicolon or tab."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from app.data.files import FileSource, Looked
from app.data.source import About, Check, DataError, Source
from app.images import is_image

_PATHS = ("path", "file", "filename", "file_name", "filepath", "image", "image_path", "name", "id")
_LABELS = ("label", "class", "class_name", "target", "category", "y")
_SPLITS = ("split", "set", "subset", "part", "fold", "dataset")
_HELD = ("val", "valid", "validation", "test", "testing", "dev")
_CURE = "Give it a column path with image files and a column label with their classes."
_FIRST = 10_000  # lines, read while something is dragged over the window
_AT_ONCE = 100_000  # lines, read while a person waits: 0.15 s
_Line = tuple[int, list[str], tuple[int, int, int]]  # with the places of path, label and split


class _Row(NamedTuple):
    line: int
    path: str
    label: str
    split: str


def table(file: Path, check: Check) -> Source:
    """The images that a table names, from its own folder on; a column split may hold some out.

    Labels that are whole numbers are in their order, others in that of the alphabet.

    Raises:
        DataError: it is no such table, or fewer than two classes have an image that can be read.
    """
    looked = Looked()
    kept: list[_Row] = []
    for row in _rows(file):
        if not row.path or not row.label:
            looked.skipped.append(f"line {row.line}: no {'label' if row.path else 'path'}")
        elif looked.add(file.parent, file.parent / row.path, check):
            kept.append(row)
    names = _ordered({row.label for row in kept})
    if len(names) < 2:
        first = f" (first {looked.skipped[0]})" if looked.skipped else ""
        raise DataError(
            f"{file} names readable images of {len(names)} classes, and two are needed to tell "
            f"apart; {len(looked.skipped):,} lines were skipped{first}. {_CURE}"
        )
    number = {name: k for k, name in enumerate(names)}
    about = About(
        kind="csv",
        classes=names,
        noun=f"images in {file.name}",
        channels=looked.channels,
        sizes=looked.sizes,
        skipped=tuple(looked.skipped),
        empty=tuple(_ordered({row.label for row in _rows(file) if row.label} - {*names})),
    )
    labels = np.array([number[row.label] for row in kept], np.int64)
    held = np.array([row.split.lower() in _HELD for row in kept])
    return FileSource(about, file.parent, looked.files, labels, held)


def classes_of_table(file: Path) -> int | None:
    """How many classes it names; None of a table so long that a person would wait for it.

    No image is looked at. A table that is as it was is known.
    """
    told = file.stat()
    return _counted(file, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=8)
def _counted(file: Path, changed: int, size: int) -> int | None:
    found, known = first_classes_of_table(file, _AT_ONCE)
    return found if known else None


def first_classes_of_table(file: Path, most: int = _FIRST) -> tuple[int | None, bool]:
    """How many classes its first lines name, at `most` so many, and if those are all."""
    lines = _lines(file)
    found = len(_named(islice(lines, most))) or None
    return found, next(lines, None) is None


def _named(lines: Iterable[_Line]) -> set[str]:
    labels = set()
    for _, cells, (path, label, _) in lines:
        if max(path, label) < len(cells) and cells[path].strip():
            labels.add(cells[label].strip())
    return labels - {""}


def _rows(file: Path) -> Iterator[_Row]:
    for number, cells, (path, label, split) in _lines(file):
        told = [cell.strip() for cell in cells] + [""] * (max(path, label, split) + 1)
        yield _Row(number, told[path], told[label], told[split] if split >= 0 else "")


def _lines(file: Path) -> Iterator[_Line]:
    """Its rows with their numbers, without the titles."""
    try:
        with open(file, newline="", encoding="utf-8-sig") as stream:
            first = stream.readline()
            stream.seek(0)
            lines = csv.reader(stream, delimiter=max(",;\t", key=first.count))
            path, label, split, begin = _columns(next(lines, []), file)
            stream.seek(0)
            for number, cells in enumerate(
                csv.reader(stream, delimiter=max(",;\t", key=first.count)), 1
            ):
                if number >= begin and any(cells):
                    yield number, cells, (path, label, split)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = "not in UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise DataError(f"{file} cannot be read: {why}. {_CURE}") from None


def _columns(cells: list[str], file: Path) -> tuple[int, int, int, int]:
    """The places of path, label and split (or -1), and the line that the rows begin at."""
    titles = [cell.strip().lower() for cell in cells]
    path, label, split = (
        next((titles.index(name) for name in names if name in titles), -1)
        for names in (_PATHS, _LABELS, _SPLITS)
    )
    if path >= 0 and label >= 0:
        return path, label, split, 2
    images = [k for k, cell in enumerate(titles) if is_image(cell)]
    if len(images) == 1 and len(titles) in (2, 3):  # no titles: an image, its class, the split
        others = [k for k in range(len(titles)) if k != images[0]]
        return images[0], others[0], others[1] if len(others) > 1 else -1, 1
    there = ", ".join(cell for cell in cells[:8]) or "nothing"
    raise DataError(f"{file} begins with {there}, and not with path and label. {_CURE}")


def _ordered(names: set[str]) -> tuple[str, ...]:
    """By number where all are numbers, else by the alphabet."""
    return tuple(sorted(names, key=int if all(name.isdecimal() for name in names) else str))
