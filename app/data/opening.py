"""From the name of data in a recipe to the set that is open."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from app.data.chosen import chosen
from app.data.cifar import cifar, cifar_files, classes_of_cifar, is_part_of_cifar
from app.data.digits import CLASSES, digits
from app.data.folder import classes_of_folder, folder, one_image
from app.data.idx import classes_of_idx, idx, idx_files
from app.data.names import BUILT_IN, DIGITS, PHOTOGRAPHS, SHAPES, SYNTHETIC
from app.data.npz import classes_of_npz, npz
from app.data.patterns import patterns
from app.data.photographs import photographs
from app.data.shapes import KINDS, shapes
from app.data.source import Check, DataError, Source, Wanted
from app.data.table import classes_of_table, first_classes_of_table, table
from app.images import is_image
from nodes.spec import Shape

Kind = Literal["image", "csv", "npz", "idx", "cifar", "folder"]
FILES: dict[str, Kind] = {".csv": "csv", ".tsv": "csv", ".npz": "npz"}


def recognise(path: Path) -> Kind:
    """What a path leads to, from names alone; what is nothing else is an image folder."""
    if is_image(path):
        return "image"
    if path.suffix.lower() in FILES and not path.is_dir():
        return FILES[path.suffix.lower()]
    if cifar_files(path) is not None:
        return "cifar"
    return "idx" if idx_files(path) else "folder"


def set_of(path: Path) -> Path:
    """The folder of a file that is one of several of a set, as MNIST and CIFAR come; or itself."""
    if not path.is_dir() and (
        is_part_of_cifar(path) or any(path in pair for pair in idx_files(path.parent).values())
    ):
        return path.parent
    return path


def is_file_of_data(path: Path) -> bool:
    """Whether a file is there that is named as one that images are learned from."""
    return path.suffix.lower() in FILES and path.is_file()


def open_source(data: str, wanted: Wanted, check: Check) -> Source:
    """The data that a recipe names: built in, or a path.

    Raises:
        DataError: it is missing, damaged or of no use; says why and what to do.
        Exception: what `check` raises.
    """
    if data == DIGITS:
        return chosen(digits(), wanted, check)
    if data == SHAPES:
        return chosen(shapes(wanted), wanted, check)
    if data == SYNTHETIC:
        return patterns(wanted)
    if data == PHOTOGRAPHS:
        return chosen(photographs(), wanted, check)
    return chosen(_on_disk(Path(data).expanduser(), check), wanted, check)


def _on_disk(path: Path, check: Check) -> Source:
    match recognise(path):
        case "image":
            return one_image(path)
        case "csv":
            return table(path, check)
        case "npz":
            return npz(path)
        case "idx":
            return idx(path)
        case "cifar":
            return cifar(path)
        case "folder":
            return folder(path, check)


def flat(data: str, shape: Shape) -> bool:
    """Whether a network of vectors may take the values of arrays one after the other."""
    arrays = ("npz", "idx", "cifar")
    return len(shape) == 1 and recognise(Path(data).expanduser()) in arrays


def classes_of(data: str) -> int | None:
    """How many classes data has; None where the network decides, or where it cannot be told.

    Nothing but names and labels is read, of a folder as far as the first image of each class. A
    table that would take long is not.
    """
    if data == DIGITS:
        return CLASSES
    if data == SHAPES:
        return len(KINDS)
    if data in BUILT_IN:
        return None
    path = Path(data).expanduser()
    try:
        match recognise(path):
            case "image":
                return None
            case "csv":
                return classes_of_table(path)
            case "npz":
                return classes_of_npz(path)
            case "idx":
                return classes_of_idx(path)
            case "cifar":
                return classes_of_cifar(path)
            case "folder":
                return classes_of_folder(path) or None
    except (OSError, DataError):  # who opens it is told what is wrong with it
        return None


def first_classes_of(data: str) -> tuple[int | None, bool]:
    """As `classes_of`, at once: of a long table what its first lines name, and if that is all."""
    path = Path(data).expanduser()
    if data in BUILT_IN or recognise(path) != "csv":
        return classes_of(data), True
    try:
        return first_classes_of_table(path)
    except (OSError, DataError):
        return None, True
