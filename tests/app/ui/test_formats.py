"""Numbers as people read them."""

from __future__ import annotations

import math

import pytest

from app.ui import formats


def test_count() -> None:
    assert formats.count(61706) == "61,706"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0, "", "0"),
        (999, "", "999"),
        (1000, "", "1 k"),
        (416_520, "", "416.5 k"),
        (11_689_512, "", "11.69 M"),
        (999_999, "", "1 M"),
        (2e9, "MACs", "2 GMACs"),
        (-1500, "", "-1.5 k"),
    ],
)
def test_si(value: float, unit: str, text: str) -> None:
    assert formats.si(value, unit) == text


@pytest.mark.parametrize(
    ("octets", "text"), [(0, "0 B"), (999, "999 B"), (3_120_000, "3.12 MB"), (999_900, "1 MB")]
)
def test_size(octets: int, text: str) -> None:
    assert formats.size(octets) == text


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (999, "999 B"),
        (1000, "1 kB (1000 B)"),
        (1024, "1.02 kB (1 KiB)"),
        (1_048_570, "1.05 MB (1 MiB)"),
        (1_047_500, "1.05 MB (1023 KiB)"),
        (3_120_000, "3.12 MB (2.98 MiB)"),
    ],
)
def test_size_in_both_ways_of_counting(octets: int, text: str) -> None:
    assert formats.both(octets) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.44, "0.4 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.9, "1 min"),
        (80, "1 min 20 s"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
        (90_000, "1 d 1 h"),
        (math.inf, "unknown"),
        (math.nan, "unknown"),
        (-1, "unknown"),
    ],
)
def test_duration(seconds: float, text: str) -> None:
    assert formats.duration(seconds) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0312512, "0.03125"), (-2.5, "−2.5"), (math.nan, "NaN"), (math.inf, "∞"), (12, "12")],
)
def test_number(value: float, text: str) -> None:
    assert formats.number(value) == text


def test_percent() -> None:
    assert formats.percent(0.9722) == "97.2 %"
    assert formats.percent(math.nan) == "NaN"


def test_counted() -> None:
    assert formats.counted(1, "file") == "1 file"
    assert formats.counted(1200, "file") == "1,200 files"
    assert formats.counted(2, "class", "classes") == "2 classes"
