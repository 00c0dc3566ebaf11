"""How figures are stated: a median, its spread, its limit and whether it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def stated(what: str, values: Sequence[float], limit: float, unit: str = "") -> str:
    """One line: the median with the range of the runs, against an upper limit."""
    middle = median(values)
    kept = "kept" if middle <= limit else "MISSED"
    spread = f"{min(values):.3f} to {max(values):.3f} in {len(values)}"
    return f"{what}: {middle:.3f}{unit} ({spread}), at most {limit:g}{unit}: {kept}"


def faster(what: str, theirs: Sequence[float], ours: Sequence[float], least: float) -> str:
    """One line: how many times shorter our median is than theirs, against a lower limit."""
    times = median(theirs) / median(ours)
    kept = "kept" if times >= least else "MISSED"
    return f"{what}: {times:.1f} times faster, at least {least:g} times: {kept}"
