"""Many small maps as one picture: scaling, the grid, and the way back from a pixel. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.training.messages import Maps

_ROUNDING = 1e-6  # of a value; float32 has 1.2e-7
GAP = 255  # the level between the maps; maps themselves use 0 to 254
Pixels = NDArray[np.uint8]


def pixels(event: Maps, payload: bytes) -> Pixels:
    """The payload as count × height × width. Raises ValueError where the lengths disagree."""
    return np.frombuffer(payload, np.uint8).reshape(event.count, event.height, event.width)


def values(event: Maps, maps: Pixels) -> NDArray[np.float64]:
    """The numbers behind the pixels, as exact as 8 bits are: count × height × width."""
    lows, highs = np.array(event.lows), np.array(event.highs)
    numbers: NDArray[np.float64] = (
        lows[:, None, None] + maps * ((highs - lows) / 255)[:, None, None]
    )
    return numbers


def is_vector(event: Maps) -> bool:
    """Whether it is one map of height 1."""
    return event.count == 1 and event.height == 1


def rows(
    event: Maps, maps: Pixels, channel: int | None
) -> tuple[Sequence[str], Iterator[tuple[object, ...]]]:
    """A table of the numbers behind the pixels with its head: of all maps, or of one of them."""
    numbers = values(event, maps)
    if is_vector(event):
        return ("index", "value"), ((i, f"{v:.6g}") for i, v in enumerate(numbers.ravel()))
    chosen = range(event.count) if channel is None else (channel,)
    cells = (
        (index, row, column, f"{value:.6g}")
        for index in chosen
        for (row, column), value in np.ndenumerate(numbers[index])
    )
    return ("channel", "row", "column", "value"), cells


def value(event: Maps, maps: Pixels, index: int, row: int, column: int) -> float:
    """The number behind one pixel."""
    low, high = event.lows[index], event.highs[index]
    return low + float(maps[index, row, column]) * (high - low) / 255


def constants(event: Maps) -> NDArray[np.bool_]:
    """Which maps have the same value everywhere, but for what is lost in rounding."""
    lows, highs = np.array(event.lows), np.array(event.highs)
    alike: NDArray[np.bool_] = highs - lows <= _ROUNDING * np.maximum(np.abs(lows), np.abs(highs))
    return alike


def by_value(event: Maps, maps: Pixels) -> Pixels:
    """The maps over their own ranges, 0 to 255; constant ones have none.

    They stand where their value is in the range of all.
    """
    same = constants(event)
    if not same.any():
        return maps
    bottom, top = _range_of_all(event)
    shares = (np.array(event.lows)[same] - bottom) / (top - bottom or 1.0)
    shown = maps.copy()
    shown[same] = np.clip(shares * 255 + 0.5, 0, 255).astype(np.uint8)[:, None, None]
    return shown


def _range_of_all(event: Maps) -> tuple[float, float]:
    """Of a single value from zero on."""
    bottom, top = min(event.lows), max(event.highs)
    return (bottom, top) if top > bottom else (min(bottom, 0.0), max(top, 0.0))


def levels(event: Maps, maps: Pixels, *, common: bool, diverging: bool) -> Pixels:
    """Grey levels 0 to 254 of each map over its own range, or of all over their common range.

    A diverging range is symmetric, with zero in the middle. Constant maps have no range of their
    own: they are over the common one.
    """
    if not common and not diverging:
        return np.minimum(by_value(event, maps), GAP - 1)
    lows, highs = np.array(event.lows), np.array(event.highs)
    least, most = _range_of_all(event)
    alike = constants(event) | common
    bottom, top = np.where(alike, least, lows), np.where(alike, most, highs)
    if diverging:
        top = np.maximum(np.abs(bottom), np.abs(top))
        top = np.where(top > 0, top, 1.0)  # nothing at all is in the middle
        bottom = -top
    span = np.where(top > bottom, top - bottom, 1.0)
    scale = ((highs - lows) / 255 / span * (GAP - 1)).astype(np.float32)
    offset = ((lows - bottom) / span * (GAP - 1) + 0.5).astype(np.float32)  # 0.5: round, not cut
    scaled = maps * scale[:, None, None] + offset[:, None, None]
    clipped: Pixels = np.clip(scaled, 0, GAP - 1).astype(np.uint8)
    return clipped


@dataclass(frozen=True)
class Grid:
    """Where `count` maps of height × width stand, row by row, `gap` pixels apart."""

    count: int
    height: int
    width: int
    columns: int
    gap: int

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the whole picture."""
        return (
            self.rows * (self.height + self.gap) - self.gap,
            self.columns * (self.width + self.gap) - self.gap,
        )

    def draw(self, maps: Pixels) -> Pixels:
        """The picture of maps given as count × height × width."""
        high, wide = self.height + self.gap, self.width + self.gap
        picture = np.full((self.rows * self.columns, high, wide), GAP, np.uint8)
        picture[: self.count, : self.height, : self.width] = maps
        grid = picture.reshape(self.rows, self.columns, high, wide).transpose(0, 2, 1, 3)
        rows, columns = self.shape
        return grid.reshape(self.rows * high, self.columns * wide)[:rows, :columns]

    def corner(self, index: int) -> tuple[int, int]:
        """Left and top of a map in the picture."""
        row, column = divmod(index, self.columns)
        return column * (self.width + self.gap), row * (self.height + self.gap)

    def at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """Map, row and column under a point of the picture; None in a gap or outside."""
        if not (0 <= y < self.shape[0] and 0 <= x < self.shape[1]):
            return None
        grid_row, row = divmod(int(y), self.height + self.gap)
        grid_column, column = divmod(int(x), self.width + self.gap)
        index = grid_row * self.columns + grid_column
        if row >= self.height or column >= self.width or index >= self.count:
            return None
        return index, row, column


def fitting(count: int, height: int, width: int, aspect: float) -> Grid:
    """The grid that shows the maps largest in a frame of this aspect (width over height)."""
    gap = max(1, round(max(height, width) / 16))

    def scale(columns: int) -> float:
        rows, wide = Grid(count, height, width, columns, gap).shape
        return min(aspect / wide, 1 / rows)

    near = math.sqrt(count * aspect * (height + gap) / (width + gap))
    wanted = range(max(1, int(near) - 2), min(count, int(near) + 3) + 1)
    return Grid(count, height, width, max(wanted or (count,), key=scale), gap)
