"""Numbers as people read them: counts, SI prefixes, durations, sizes."""

from __future__ import annotations

import math

_PREFIXES = ("", "k", "M", "G", "T", "P")


def count(value: int) -> str:
    """61706 -> "61,706"."""
    return f"{value:,}"


def si(value: float, unit: str = "") -> str:
    """Four significant digits with an SI prefix: 416_520 -> "416.5 k", 2e9 MACs -> "2 GMACs"."""
    scaled, prefix = _scaled(value, digits=4)
    return f"{scaled:.4g} {prefix}{unit}".rstrip()


def size(octets: float) -> str:
    """Bytes with decimal prefixes: 3_120_000 -> "3.12 MB"."""
    scaled, prefix = _scaled(octets, digits=3)
    return f"{scaled:.3g} {prefix}B"


def number(value: float) -> str:
    """Four significant digits: 0.0312512 -> "0.03125"; "NaN" for what is not a number."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.4g}".replace("-", "−")


def percent(share: float) -> str:
    """0.9722 -> "97.2 %"; "NaN" for what is not a number."""
    return "NaN" if math.isnan(share) else f"{100 * share:.1f} %"


def duration(seconds: float) -> str:
    """The two largest units: 80 -> "1 min 20 s"; "unknown" for what is no duration."""
    if not math.isfinite(seconds) or seconds < 0:
        return "unknown"
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    for length, unit, part, part_unit in (
        (86_400, "d", 3600, "h"),
        (3600, "h", 60, "min"),
        (60, "min", 1, "s"),
    ):
        if whole >= length:
            rest = whole % length // part
            return f"{whole // length} {unit}" + (f" {rest} {part_unit}" if rest else "")
    return f"{whole} s"


def counted(amount: int, one: str, many: str = "") -> str:
    """(1, "file") -> "1 file", (3, "file") -> "3 files"."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def _scaled(value: float, digits: int) -> tuple[float, str]:
    """The value between 1 and 1000 and its prefix, chosen after rounding: never "1000 k"."""
    rounded = float(f"{value:.{digits}g}")
    at = 0
    while abs(rounded) >= 1000 and at < len(_PREFIXES) - 1:
        rounded /= 1000
        at += 1
    return rounded, _PREFIXES[at]
