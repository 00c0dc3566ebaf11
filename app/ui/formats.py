"""Numbers as people read them: counts, SI prefixes, durations, sizes."""

from __future__ import annotations

import math

from app.ui.language.texts import tr

_PREFIXES = ("", "k", "M", "G", "T", "P")
_BINARY = ("B", "KiB", "MiB", "GiB", "TiB", "PiB")


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


def binary(octets: float) -> str:
    """Bytes with binary prefixes: 3_120_000 -> "2.98 MiB"."""
    scaled, at = float(octets), 0
    while round(abs(scaled)) >= 1024 and at < len(_BINARY) - 1:
        scaled /= 1024
        at += 1
    shown = f"{scaled:.0f}" if abs(scaled) >= 999.5 else f"{scaled:.3g}"
    return f"{shown} {_BINARY[at]}"


def both(octets: float) -> str:
    """Bytes in both ways of counting, where they could be mistaken: "3.12 MB (2.98 MiB)"."""
    return size(octets) if octets < 1000 else f"{size(octets)} ({binary(octets)})"


def quantity(value: int, unit: str) -> str:
    """A figure of a cost in short: bytes by decimal prefixes, plain counts and pixels in full."""
    if unit == "B":
        return size(value)
    if unit == "px":
        return f"{count(value)} px"
    return si(value, unit) if unit else count(value)


def exact(value: int, unit: str) -> str:
    """The same figure in full: "3,120,000 bytes = 3.12 MB (2.98 MiB)"."""
    if unit == "B":
        return f"{counted(value, 'byte')} = {both(value)}" if value >= 1000 else size(value)
    return f"{value:,} {unit}".rstrip()


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
    if amount == 1:
        return tr(f"1 {one}")
    return tr(f"{{n}} {many or one + 's'}", n=f"{amount:,}")


def shortened(words: str, most: int) -> str:
    """At most so many characters: ("a long name", 8) -> "a long…"."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _scaled(value: float, digits: int) -> tuple[float, str]:
    """The value between 1 and 1000 and its prefix, chosen after rounding: never "1000 k"."""
    rounded = float(f"{value:.{digits}g}")
    at = 0
    while abs(rounded) >= 1000 and at < len(_PREFIXES) - 1:
        rounded /= 1000
        at += 1
    return rounded, _PREFIXES[at]
