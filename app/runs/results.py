"""What a network made of every validation image: kept as arrays, read with NumPy alone.

A row is a place in the validation; `indices` say which image of the data that is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save

RESULTS = "results.safetensors"
FORMAT = 1
BINS = 10
_AT_ONCE = 1 << 20  # scores that are looked up, so that what is added up is near at hand
Kind = Literal["softmax", "sigmoid", "outputs"]
Rows = NDArray[np.int64]
_HEAD, _ARRAYS = "results", ("scores", "labels", "predicted", "indices", "losses", "among")
_TYPES = {"F16": "<f2", "F32": "<f4", "I64": "<i8", "BOOL": "?"}  # as the file names them


@dataclass(frozen=True)
class ClassFigures:
    """How well a class is told; None where there is nothing to divide by.

    `support` is how many images are of it, `predicted` how many were taken for it.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    support: int
    predicted: int


@dataclass(frozen=True)
class Confusion:
    """So many images of one class were taken for another: a `share` of all of the actual one."""

    actual: int
    predicted: int
    count: int
    share: float


@dataclass(frozen=True)
class Bin:
    """Images of like confidence: the mean of it, and how many of the `count` were right."""

    confidence: float
    accuracy: float
    count: int


class _Head(msgspec.Struct, frozen=True):
    """The metadata of the file."""

    epoch: int
    step: int
    classes: tuple[str, ...]
    kind: Kind
    format: int = FORMAT


@dataclass(frozen=True)
class Results:
    """Of one validation. `scores` are what the first Output says of each class.

    They are probabilities by softmax, or by sigmoid where the loss is BCE; where it is MSE they are
    the outputs as they are. `losses` are of the recipe's kind. `among` marks the images whose class
    is among the best five.
    """

    epoch: int
    step: int
    classes: tuple[str, ...]
    kind: Kind
    scores: NDArray[np.float16]  # (images, classes)
    labels: Rows
    predicted: Rows
    indices: Rows
    losses: NDArray[np.float32]
    among: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def certain(self) -> bool:
        """Whether scores are probabilities, so that entropy and calibration mean something."""
        return self.kind != "outputs"

    @property
    def accuracy(self) -> float:
        return float((self.predicted == self.labels).mean())

    @property
    def top5(self) -> float | None:
        """Where there are more than five classes."""
        return float(self.among.mean()) if len(self.classes) > 5 else None

    @property
    def loss(self) -> float:
        return float(self.losses.mean(dtype=np.float64))

    @cached_property
    def confidence(self) -> NDArray[np.float32]:
        """The score of the class that was predicted."""
        found = np.take_along_axis(self.scores, self.predicted[:, None], 1)
        return found[:, 0].astype(np.float32)

    @cached_property
    def entropy(self) -> NDArray[np.float32]:
        """How uncertain each answer is, in nats; by sigmoid the mean over the classes.

        Raises:
            ValueError: the scores are no probabilities.
        """
        if not self.certain:
            raise ValueError("Outputs that are no probabilities have no entropy.")
        nats, bits = _nats_of_halves(self.kind), np.ascontiguousarray(self.scores).view(np.uint16)
        found, rows = np.empty(len(self), np.float32), max(1, _AT_ONCE // len(self.classes))
        for first in range(0, len(self), rows):
            found[first : first + rows] = nats[bits[first : first + rows]].sum(1)
        return found if self.kind == "softmax" else found / np.float32(len(self.classes))

    @cached_property
    def matrix(self) -> NDArray[np.int64]:
        """Counts by actual class (rows) and predicted one (columns)."""
        classes = len(self.classes)
        cells = np.bincount(self.labels * classes + self.predicted, minlength=classes**2)
        return cells.reshape(classes, classes).astype(np.int64)

    def figures(self) -> tuple[ClassFigures, ...]:
        """Precision, recall and F1 of each class."""
        right = np.diag(self.matrix).tolist()
        support, predicted = self.matrix.sum(1).tolist(), self.matrix.sum(0).tolist()
        return tuple(map(_figures, right, support, predicted))

    def cell(self, actual: int, predicted: int) -> Rows:
        """The images of a cell of the matrix, the surest first."""
        rows = np.nonzero((self.labels == actual) & (self.predicted == predicted))[0]
        return rows[np.argsort(-self.confidence[rows], kind="stable")]

    def worst(self) -> Rows:
        """All images, those with the greatest loss first."""
        return self._worst

    @cached_property
    def _worst(self) -> Rows:
        return np.argsort(-self.losses, kind="stable")

    def uncertain(self) -> Rows:
        """All images, the least certain first; raises ValueError as `entropy` does."""
        return self._uncertain

    @cached_property
    def _uncertain(self) -> Rows:
        return np.argsort(-self.entropy, kind="stable")

    def confused(self, most: int | None = None) -> tuple[Confusion, ...]:
        """What is taken for something else, the most frequent first, and no more than so many."""
        wrong = self.matrix.copy()
        np.fill_diagonal(wrong, 0)
        (cells,) = np.nonzero(wrong.ravel())  # few, where there are many classes
        counts = wrong.ravel()[cells]
        order = np.argsort(-counts, kind="stable")[:most]
        actual, predicted = np.divmod(cells[order], len(self.classes))
        shares = counts[order] / self.matrix.sum(1)[actual]
        columns = (each.tolist() for each in (actual, predicted, counts[order], shares))
        return tuple(map(Confusion, *columns))

    def prepare(self) -> None:
        """Work out what takes long of many images, ahead of whoever asks: each is done once."""
        self.row_of(0)
        self.worst()
        if self.certain:
            self.uncertain()
            self.calibration()
        self.confused(1)

    def calibration(self, bins: int = BINS) -> tuple[Bin, ...]:
        """Confidence against the share that was right, in bins of equal width that hold images.

        Source: the reliability diagram of Guo et al., On Calibration of Modern Neural Networks
        (ICML 2017).
        """
        numbers = np.clip((self.confidence * bins).astype(np.int64), 0, bins - 1)
        right = self.predicted == self.labels
        return tuple(
            Bin(float(self.confidence[held].mean()), float(right[held].mean()), int(held.sum()))
            for held in (numbers == number for number in range(bins))
            if held.any()
        )

    @property
    def calibration_error(self) -> float:
        """The expected one: how far confidence is from accuracy, on average over the images."""
        off = (abs(b.confidence - b.accuracy) * b.count for b in self.calibration())
        return sum(off) / len(self)

    def row_of(self, number: int) -> int | None:
        """Where an image of the data stands; None where it was not validated."""
        return self._rows.get(number)

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {number: row for row, number in enumerate(self.indices.tolist())}


def dumps(results: Results) -> bytes:
    """The content of a file."""
    head = _Head(results.epoch, results.step, results.classes, results.kind)
    values = {name: np.ascontiguousarray(getattr(results, name)) for name in _ARRAYS}
    return save(values, {_HEAD: msgspec.json.encode(head).decode()})


def loads(data: bytes) -> Results | None:
    """From the content of a file; None where it is damaged, or of another version."""
    return _sound(lambda: data)


def read(path: Path) -> Results | None:
    """From a file; None where it is not there or cannot be read."""
    return _sound(path.read_bytes)


def _sound(content: Callable[[], bytes]) -> Results | None:
    try:
        return _loaded(content())
    except (OSError, KeyError, TypeError, ValueError, msgspec.MsgspecError):
        return None


def _loaded(data: bytes) -> Results | None:
    """Raises one of several errors where the data is damaged; None where its parts do not fit."""
    length = int.from_bytes(data[:8], "little")
    header = msgspec.json.decode(data[8 : 8 + length], type=dict[str, Any])
    head = msgspec.json.decode(header["__metadata__"][_HEAD], type=_Head)
    found = {name: _array(data, 8 + length, header[name]) for name in _ARRAYS}
    results = Results(
        head.epoch, head.step, head.classes, head.kind, **{n: found[n] for n in _ARRAYS}
    )
    number, classes = results.scores.shape
    lengths = {len(found[name]) for name in _ARRAYS}
    named = (results.labels, results.predicted)
    inside = all(((each >= 0) & (each < classes)).all() for each in named)
    fit = lengths == {number} and len(head.classes) == classes and inside
    return results if head.format == FORMAT and fit else None


def _array(data: bytes, begin: int, told: dict[str, Any]) -> NDArray[Any]:
    """One tensor of the file, where it lies: a copy by safetensors would hold the window up."""
    first, last = told["data_offsets"]
    dtype = np.dtype(_TYPES[told["dtype"]])
    flat = np.frombuffer(data, dtype, (last - first) // dtype.itemsize, begin + first)
    return flat.reshape(told["shape"])


def _figures(right: int, support: int, predicted: int) -> ClassFigures:
    precision = right / predicted if predicted else None
    recall = right / support if support else None
    both = support + predicted
    return ClassFigures(precision, recall, 2 * right / both if both else None, support, predicted)


@cache
def _nats_of_halves(kind: Kind) -> NDArray[np.float32]:
    """What a score adds to the entropy, by its 16 bits: a look-up is far quicker than a logarithm.

    By sigmoid it is that of the class, and of not the class.
    """
    every = np.arange(1 << 16, dtype=np.uint16).view(np.float16).astype(np.float32)
    with np.errstate(invalid="ignore", over="ignore"):  # of what no score is
        return _nats(every) if kind == "softmax" else _nats(every) + _nats(1 - every)


def _nats(shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """−p·ln p, which is 0 where p is."""
    return -shares * np.log(np.maximum(shares, np.finfo(np.float32).tiny))
