"""Kinds of data on disk, as a person chooses among them, and why a path is none of the kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.data.opening import Kind, classes_of, first_classes_of, recognise, set_of
from app.ui.formats import counted
from app.ui.language import tr


@dataclass(frozen=True)
class Choice:
    """`patterns` are those of its file; without any it is a folder. `lacking` says what is not in
    a path that is none of its kind, and what to do.
    """

    kind: Kind
    words: str
    tip: str
    patterns: str
    lacking: str


CHOICES = (
    Choice(
        "folder",
        "Folder of Classes…",
        "A folder with one folder of PNG or JPEG images for each class, perhaps in train and val",
        "",
        "“{name}” has no folder of PNG or JPEG images in it; each class needs one.",
    ),
    Choice(
        "csv",
        "Table of Images (.csv)…",
        "A table with a column path and a column label, perhaps with a column split",
        "*.csv *.tsv",
        "“{name}” is no table. Choose a .csv or .tsv file with the columns path and label.",
    ),
    Choice(
        "npz",
        "Arrays of NumPy (.npz)…",
        "Arrays x and y, perhaps x_val and y_val, as numpy.savez writes them",
        "*.npz",
        "“{name}” holds no arrays. Choose an .npz file with arrays x and y.",
    ),
    Choice(
        "idx",
        "Files of MNIST or Fashion-MNIST…",
        "The folder with train-images-idx3-ubyte and the files that belong to it, packed or not",
        "",
        "“{name}” has no files such as train-images-idx3-ubyte.gz with their labels.",
    ),
    Choice(
        "cifar",
        "Files of CIFAR-10 or CIFAR-100…",
        "The folder with data_batch_1 and the files that belong to it, in either version",
        "",
        "“{name}” has no files of CIFAR, such as data_batch_1.bin. Unpack the archive first.",
    ),
    Choice(
        "image",
        "One Image to Look At…",
        "A PNG or JPEG file, to see its feature maps; nothing is learned",
        "*.png *.jpg *.jpeg",
        "“{name}” is no PNG or JPEG image.",
    ),
)
_TITLES: dict[Kind, str] = {
    "folder": "Image folder",
    "csv": "Table of images",
    "npz": "Arrays of NumPy",
    "idx": "Files of MNIST's kind",
    "cifar": "Files of CIFAR",
}


def refusal(path: Path, kind: Kind | None = None) -> str:
    """Why nothing can be learned from what lies at a path, or nothing; no image is opened.

    `kind` is what it should be; of another kind that can be learned from nothing is said.
    """
    found = recognise(path)
    if found == "folder" and not classes_of(str(path)):
        wanted = kind if kind is not None else "folder"
        choice = next(each for each in CHOICES if each.kind == wanted)
        return tr(choice.lacking, name=path.name)
    return ""


def recognised(path: Path) -> str:
    """What lies at a path, in short, with the number of its classes."""
    title = _TITLES.get(recognise(path), "")
    number, known = first_classes_of(str(path))
    if not title or number is None or not known:
        return tr(title)
    return tr("{what}: {classes}", what=tr(title), classes=counted(number, "class", "classes"))


def found(text: str) -> Path:
    """The path that a person means, who may have typed it, or taken one file of several."""
    return set_of(Path(text.strip()).expanduser())
