"""Numbers that are changed by a step or by dragging, within the bounds of their parameter."""

from __future__ import annotations

import math
from typing import Any

from nodes.errors import ParameterError
from nodes.network import Argument
from nodes.spec import Kind, Param

STEPPED = (Kind.INT, Kind.FLOAT, Kind.PAIR, Kind.TRIPLE)
_PIXELS = 4  # the pointer moves for one step
_FINE = 4  # times as many for a finer one
_DOUBLING = 24  # pixels for the next power


def dragged(param: Param, start: Argument, pixels: float, *, fine: bool, coarse: bool) -> Argument:
    """The value after the pointer went so far to the right; `start` where it cannot be changed.

    Coarsely it goes through powers of two, or of ten where numbers are not whole.
    """
    if coarse:
        return stepped(param, start, int(pixels / _DOUBLING), coarse=True)
    if fine and param.kind is not Kind.FLOAT:
        pixels /= _FINE
    return stepped(param, start, int(pixels / _PIXELS), fine=fine)


def stepped(
    param: Param, start: Argument, by: int, *, fine: bool = False, coarse: bool = False
) -> Argument:
    """The value so many steps on, every number of a pair alike; at a bound it stays there."""
    if by == 0 or param.kind not in STEPPED:
        return start
    if isinstance(start, tuple):
        moved: Any = tuple(_moved(param, v, by, fine, coarse) for v in start)
    elif isinstance(start, int | float) and not isinstance(start, bool):
        moved = _moved(param, start, by, fine, coarse)
    else:
        return start
    try:
        return param.check(moved)
    except ParameterError:
        return start


def _moved(param: Param, value: float, by: int, fine: bool, coarse: bool) -> float:
    if param.kind is Kind.FLOAT:
        return _bounded(param, _real(value, by, fine, coarse), value)
    if not coarse:
        return int(_bounded(param, int(value) + by, value))
    exponent = math.log2(value) if value > 0 else -1
    whole = math.floor(exponent) if by > 0 else math.ceil(exponent)
    return int(_bounded(param, 2 ** min(max(whole + by, 0), 40), value))


def _real(value: float, by: int, fine: bool, coarse: bool) -> float:
    if coarse:
        return float(f"{value * 10.0**by:.12g}") if value else 10.0 ** (by - 3) * (by > 0)
    places = 1 - math.floor(math.log10(abs(value))) if value else 2
    places += fine
    return round(value + by * 10.0**-places, places)


def _bounded(param: Param, value: float, before: float) -> float:
    low = -math.inf if param.minimum is None else param.minimum
    high = math.inf if param.maximum is None else param.maximum
    value = min(max(value, low), high)
    return before if param.above is not None and value <= param.above else value
