"""Every preset opens laid out well: each graph of it, as it is drawn on the canvas."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.analysis import analyse
from app.ui.canvas.cards import Cards
from app.ui.canvas.geometry import Geometry
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from nodes.network import ROOT
from presets import PRESETS

Course = NDArray[np.float64]

TABLES = {"C3"}  # sixteen convolutions, each of its own maps: wires that cannot but cross
BUNDLE = 60.0  # pixels above a card in which the wires into it come together


def drawn(preset: str) -> dict[str, Geometry]:
    """The geometry of the network's own graph and of every block, by scope."""
    network = PRESETS[preset].network()
    report = analyse(network)
    found = {}
    for scope in (ROOT, *(block.name for block in network.blocks)):
        cards, _ = Cards().make(network, scope, "", report)
        found[scope] = Geometry(cards, network.scope(scope).wires)
    return found


@pytest.mark.parametrize("preset", PRESETS)
def test_cards_stand_apart_and_wires_lead_down_around_them(preset: str) -> None:
    for scope, geometry in drawn(preset).items():
        for (x0, y0), (x1, y1) in combinations(geometry.places, 2):
            assert abs(x0 - x1) >= CARD_WIDTH or abs(y0 - y1) >= CARD_HEIGHT, scope
        for wire, (source, target), course in zip(
            geometry.wires, geometry.wire_nodes, geometry.courses, strict=True
        ):
            assert geometry.places[target, 1] > geometry.places[source, 1], wire
            inside = _inside(course, np.delete(geometry.places, (source, target), axis=0))
            assert not inside, f"{scope}: {wire} runs through a card"


@pytest.mark.parametrize("preset", PRESETS)
def test_wires_do_not_cross(preset: str) -> None:
    for scope, geometry in drawn(preset).items():
        if scope in TABLES:
            continue
        for a, b in combinations(range(len(geometry.wires)), 2):
            if geometry.wires[a].source == geometry.wires[b].source:
                continue
            crossings = _crossings(geometry.courses[a], geometry.courses[b])
            if geometry.wires[a].target == geometry.wires[b].target:
                above = geometry.courses[a][-1, 1] - BUNDLE
                crossings = [y for y in crossings if y < above]
            assert not crossings, f"{scope}: {geometry.wires[a]} and {geometry.wires[b]}"


def test_the_branches_of_an_inception_module_stand_side_by_side_in_their_order() -> None:
    geometry = drawn("inception_module")[ROOT]
    (concat,) = (k for k, name in enumerate(geometry.names) if name == "concat")
    ends = [k for k, (_, target) in enumerate(geometry.wire_nodes) if target == concat]
    sources = [geometry.places[geometry.wire_nodes[k][0], 0] for k in ends]
    assert len(sources) == 4
    assert sources == sorted(sources)
    assert len(set(sources)) == 4


def test_a_shortcut_is_an_arc_beside_its_chain() -> None:
    geometry = drawn("resnet18")["BasicBlock"]
    columns = {
        float(geometry.places[k, 0])
        for k, name in enumerate(geometry.names)
        if name.startswith(("conv", "bn"))
    }
    (shortcut,) = (k for k, name in enumerate(geometry.names) if name == "downsample")
    assert len(columns) == 1
    assert abs(float(geometry.places[shortcut, 0]) - columns.pop()) >= CARD_WIDTH


def _inside(course: Course, cards: Course) -> bool:
    away = np.abs(course[:, None] - cards - (CARD_WIDTH / 2, CARD_HEIGHT / 2))
    return bool(((away[..., 0] < CARD_WIDTH / 2 - 2) & (away[..., 1] < CARD_HEIGHT / 2 - 2)).any())


def _crossings(a: Course, b: Course) -> list[float]:
    """How far down the two courses cross, at each crossing."""
    if (a.max(0) < b.min(0)).any() or (b.max(0) < a.min(0)).any():
        return []
    p, q, r, s = a[:-1, None], a[1:, None], b[None, :-1], b[None, 1:]
    across = (_side(p, q, r) * _side(p, q, s) < -1e-6) & (_side(r, s, p) * _side(r, s, q) < -1e-6)
    return [float(a[k, 1]) for k in np.nonzero(across)[0]]


def _side(a: Course, b: Course, c: Course) -> Course:
    """On which side of the line from a to b each c lies, by sign."""
    ab, ac = b - a, c - a
    found: Course = ab[..., 0] * ac[..., 1] - ab[..., 1] * ac[..., 0]
    return found
