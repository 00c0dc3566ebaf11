"""What can stand at the loose end of a wire."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.ui.palette.entries import Entry
from app.ui.search.fitting import Fitting
from app.ui.search.offers import offered
from nodes.catalogue import CATALOGUE
from nodes.network import Block, Endpoint, Graph, Network, Node, edits, wire
from nodes.spec import Shape

IMAGE: Shape = (64, 64, 64)
FLAT: Shape = (64,)


def network(shape: Shape, kind: str = "Identity") -> Network:
    nodes = (Node("input", "Input", {"shape": shape}), Node("node", kind))
    return Network("Test", Graph(nodes, ()))


def entry(kind: str) -> Entry:
    return next(e for e in offered(network(IMAGE)) if e.id == kind or e.title == kind)


def takes(kind: str, shape: Shape) -> bool:
    fitting = Fitting(network(shape), "", Endpoint("input", "output"), into=False, shape=shape)
    return fitting.fits(entry(kind))


@pytest.mark.parametrize("shape", [FLAT, (16, 64), IMAGE, (64, 16, 64, 64)], ids=len)
@pytest.mark.parametrize("kind", CATALOGUE)
def test_what_is_offered_for_an_output_is_what_the_rules_take(kind: str, shape: Shape) -> None:
    """A node wired there has no problem with the number of axes, and those left out have."""
    inputs = CATALOGUE[kind].inputs
    if not inputs:
        assert not takes(kind, shape)
        return
    drawn = edits.add(network(shape), "", Node("new", kind))
    for port in inputs:
        drawn = edits.connect(drawn, "", wire("input", "output", "new", port.name))
    refused = any(p.rule == "rank" and "new" in p.nodes for p in analyse(drawn).problems)
    assert takes(kind, shape) != refused


@pytest.mark.parametrize(
    ("kind", "shape", "fits"),
    [
        ("Bottleneck", IMAGE, True),
        ("Bottleneck", FLAT, False),
        ("TransformerEncoder", (16, 64), True),
        ("TransformerEncoder", IMAGE, False),
        ("ResNet-18", IMAGE, True),
        ("ResNet-18", FLAT, False),
    ],
)
def test_blocks_and_networks_by_their_own_rules(kind: str, shape: Shape, fits: bool) -> None:
    assert takes(kind, shape) is fits


def test_without_a_known_shape_all_that_has_an_input_is_offered() -> None:
    fitting = Fitting(network(IMAGE), "", Endpoint("input", "output"), into=False, shape=None)
    assert {k for k in CATALOGUE if not fitting.fits(entry(k))} == {"Input"}


@pytest.mark.parametrize(
    ("target", "kind", "fits"),
    [
        ("Conv2d", "MaxPool2d", True),
        ("Conv2d", "Flatten", False),
        ("Conv2d", "Input", True),
        ("Conv2d", "Output", False),
        ("Conv2d", "Bottleneck", True),
        ("Conv2d", "ResNet-18", False),
        ("Linear", "Flatten", True),
        ("Linear", "ResNet-18", True),
        ("BatchNorm1d", "Conv3d", False),
    ],
)
def test_for_an_input_what_can_give(target: str, kind: str, fits: bool) -> None:
    end = Endpoint("node", "input")
    fitting = Fitting(network(IMAGE, target), "", end, into=True, shape=None)
    assert fitting.fits(entry(kind)) is fits


def test_a_block_is_not_offered_within_itself() -> None:
    inner = Graph((Node("input", "Input"), Node("output", "Output")))
    drawn = Network("Test", Graph(), (Block("Own", (), inner),))
    fitting = Fitting(drawn, "Own", Endpoint("input", "output"), into=False, shape=None)
    assert not fitting.fits(next(e for e in offered(drawn) if e.id == "Own"))
