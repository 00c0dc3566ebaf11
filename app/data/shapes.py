"""Eight kinds of figures, drawn when they are read: any size, as many as are wanted, none stored.

A figure is where a distance to its edge is below 0; place, size, turn and colours are functions of
the seed and the number of the sample.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from app.data.draws import uniform
from app.data.names import SHAPES
from app.data.pixels import fitted
from app.data.source import RGB, About, Indices, Pixels, Size, Source, Wanted

Field = NDArray[np.float32]  # (samples, height, width)
_SIDE = 64  # as they are told to come; they are drawn at any
_DRAWS = 12  # numbers for each figure
_GRAIN = 10.0  # of the noise, of values from 0 to 255
_DARKEST = 110.0  # no channel of the dark colour is above this
_LIGHTER = 70.0  # by how much the light colour is above the dark one, at least
_VERSION = 1  # of what is drawn, for the fingerprint


class Shapes(Source):
    """`samples` figures, as many of each kind as of another."""

    def __init__(self, samples: int, seed: int) -> None:
        about = About(
            kind=SHAPES,
            classes=tuple(KINDS),
            noun="drawn figures",
            channels=RGB,
            sizes={(_SIDE, _SIDE): samples},
        )
        super().__init__(about, np.arange(samples) % len(KINDS))
        self._seed = seed

    def read(self, indices: Indices, size: Size) -> Pixels:
        drawn = uniform(self._seed, "shapes", indices, _DRAWS).astype(np.float32)[..., None, None]
        x, y, unit = _turned(drawn, size)
        labels = self.labels[indices]
        distance = np.empty(x.shape, np.float32)
        for label, kind in enumerate(KINDS.values()):
            mine = labels == label
            distance[mine] = kind(x[mine], y[mine])
        cover = np.clip(0.5 - distance * unit, 0, 1)[:, None]  # an edge of one pixel
        inside, outside = _colours(drawn)
        images = outside + (inside - outside) * cover
        images += _GRAIN * (_noise(self._seed, indices, size) - 0.5)
        return fitted(images, size)

    def fingerprint(self) -> str:
        told = repr(("shapes", _VERSION, self._seed, len(self)))
        return hashlib.sha256(told.encode()).hexdigest()


def shapes(wanted: Wanted) -> Source:
    return Shapes(wanted.samples, wanted.seed)


def _turned(drawn: Field, size: Size) -> tuple[Field, Field, Field]:
    """Each pixel's place in its figure, which reaches from -1 to 1, and pixels in a unit of it."""
    side = min(size.height, size.width)
    radius = side * (0.22 + 0.2 * drawn[:, 0])
    rows, columns = np.mgrid[: size.height, : size.width].astype(np.float32) + np.float32(0.5)
    down = (rows - radius - drawn[:, 1] * (size.height - 2 * radius)) / radius
    right = (columns - radius - drawn[:, 2] * (size.width - 2 * radius)) / radius
    angle = np.float32(2 * np.pi) * drawn[:, 3]
    sine, cosine = np.sin(angle), np.cos(angle)
    return cosine * right + sine * down, cosine * down - sine * right, radius


def _colours(drawn: Field) -> tuple[Field, Field]:
    """Of the figure and of the ground, (samples, 3, 1, 1): of different lightness, so grey will do.

    Which of the two is the lighter is drawn, too.
    """
    dark = _DARKEST * drawn[:, 4:7]
    light = dark + _LIGHTER + (255 - _DARKEST - _LIGHTER) * drawn[:, 7:10]
    swap = drawn[:, 10:11] < 0.5
    return np.where(swap, dark, light), np.where(swap, light, dark)


def _noise(seed: int, indices: Indices, size: Size) -> Field:
    """From 0 to 1, one a pixel, the same for all channels."""
    drawn = uniform(seed, "grain", indices, size.height * size.width)
    return drawn.astype(np.float32).reshape(-1, 1, size.height, size.width)


def _disc(x: Field, y: Field) -> Field:
    return np.asarray(np.hypot(x, y) - 1, np.float32)


def _ring(x: Field, y: Field) -> Field:
    return np.asarray(np.abs(np.hypot(x, y) - 0.78) - 0.22, np.float32)


def _crescent(x: Field, y: Field) -> Field:
    return np.asarray(np.maximum(_disc(x, y), 0.85 - np.hypot(x - 0.5, y)), np.float32)


def _box(x: Field, y: Field, width: float, height: float) -> Field:
    return np.asarray(np.maximum(np.abs(x) - width, np.abs(y) - height), np.float32)


def _square(x: Field, y: Field) -> Field:
    return _box(x, y, 0.7, 0.7)


def _bar(x: Field, y: Field) -> Field:
    return _box(x, y, 0.95, 0.3)


def _cross(x: Field, y: Field) -> Field:
    return np.minimum(_box(x, y, 0.95, 0.28), _box(x, y, 0.28, 0.95))


def _triangle(x: Field, y: Field) -> Field:
    return _folded(x, y, 3, 0.5)


def _star(x: Field, y: Field) -> Field:
    return _folded(x, y, 5, 0.42)


def _folded(x: Field, y: Field, points: int, inner: float) -> Field:
    """A star with corners at 1 and, between them, at `inner`; a polygon where that is its edge."""
    half = np.pi / points
    angle = np.abs((np.arctan2(y, x) + half) % (2 * half) - half)
    length = np.hypot(x, y)
    across, along = length * np.sin(angle), length * np.cos(angle)
    side = inner * np.sin(half), inner * np.cos(half) - 1  # from the outer corner to the inner one
    norm = np.hypot(*side)
    return np.asarray(((along - 1) * side[0] - across * side[1]) / norm, np.float32)


KINDS: dict[str, Callable[[Field, Field], Field]] = {
    "disc": _disc,
    "ring": _ring,
    "crescent": _crescent,
    "square": _square,
    "bar": _bar,
    "triangle": _triangle,
    "cross": _cross,
    "star": _star,
}
