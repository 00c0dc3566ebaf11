"""An axis whose logarithmic scale names as many values as can be read, and no more."""

from __future__ import annotations

import math

import pyqtgraph as pg

LEAST = 15.0  # pixels between two values, one above the other
WIDE = 52.0  # side by side
_MANTISSAS = ((1, 2, 3, 5), (1, 2, 5), (1, 3), (1,))


def ticks(low: float, high: float, pixels: float, least: float = LEAST) -> list[float]:
    """The values to name on a logarithmic axis from 10**low to 10**high, as logarithms.

    Round numbers of every decade where there is room; decades, or every second, third … of them,
    on a long axis; equal steps on one so short that no two round numbers lie on it. Two of them
    are `least` pixels apart, or more.
    """
    if not high > low or pixels <= 0:
        return []
    unit = pixels / (high - low)
    decades = range(math.floor(low), math.ceil(high) + 1)
    for mantissas in _MANTISSAS:
        logs = [math.log10(m) for m in mantissas]
        gap = min(b - a for a, b in zip(logs, [*logs[1:], 1.0], strict=True))
        if gap * unit >= least:
            found = [d + x for d in decades for x in logs if low <= d + x <= high]
            return found if len(found) > 1 else _equal(low, high, pixels, least)
    stride = math.ceil(least / unit)
    return [float(d) for d in decades if d % stride == 0 and low <= d <= high]


def _equal(low: float, high: float, pixels: float, least: float) -> list[float]:
    first, last = 10**low, 10**high
    apart = (last - first) / max(1.0, min(5.0, pixels / least))
    power = 10.0 ** math.floor(math.log10(apart))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= apart)
    count = range(math.ceil(first / step), math.floor(last / step) + 1)
    return [math.log10(k * step) for k in count]


class LogAxis(pg.AxisItem):  # type: ignore[misc]
    """As pyqtgraph's while the scale is linear."""

    def tickValues(self, least: float, most: float, size: float) -> list[tuple[float, list[float]]]:
        if not self.logMode:
            return super().tickValues(least, most, size)  # type: ignore[no-any-return]
        wide = self.orientation in ("bottom", "top")
        return [(1.0, ticks(least, most, size, WIDE if wide else LEAST))]

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{10**value * scale:.4g}" for value in values]
