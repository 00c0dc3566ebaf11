"""Curves on a page."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from app.runs.drawing import plot


def drawn(*lines: list[float]) -> tuple[list[str], list[list[float]]]:
    """The values beside the plot, and how far down the points of each line are."""
    steps = [(str(k), (np.arange(len(y), dtype=float), np.array(y))) for k, y in enumerate(lines)]
    root = ElementTree.fromstring(plot("loss", steps))
    values = [e.text or "" for e in root if e.attrib.get("class") == "tick"]
    places = [e.attrib["points"].split() for e in root if e.tag == "polyline"]
    return values, [[float(place.split(",")[1]) for place in line] for line in places]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([4_024.0, 11_650.0], ["6,000", "8,000", "10,000"]),
        ([0.01532, 1.283], ["0.5", "1"]),
        ([0.1, 0.4], ["0.1", "0.2", "0.3", "0.4"]),
        ([0.0000004994, 0.004914], ["0.001", "0.002", "0.003", "0.004"]),
        ([-3.0, 3.0], ["-2", "0", "2"]),
        ([5.0, 5.0], ["4.6", "4.8", "5", "5.2", "5.4"]),
    ],
)
def test_the_values_beside_it_are_round(values: list[float], told: list[str]) -> None:
    assert drawn(values)[0] == told


def test_a_line_far_above_the_others_leaves_them_room() -> None:
    _, (usual, broken) = drawn([2.0, 1.0, 0.0], [2.0, 1e20, 1e23])
    assert usual[-1] - usual[0] > 50
    assert broken[1] == broken[2] == min(broken)
