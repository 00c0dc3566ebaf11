"""Questions for nodes: what they mean, what they find, and what is said of wrong ones."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.finding import Place, QueryError, completions, find, read, trails
from nodes.network import ROOT, Block, Expression, Frozen, Graph, Network, Node, wire
from nodes.spec import Kind, Param
from presets import PRESETS

INNER = Graph(
    (
        Node("input", "Input"),
        Node("conv", "Conv2d", {"out_channels": Expression("2 * width")}),
        Node("gate", "ReLU", enabled=Expression("width > 100")),
        Node("output", "Output"),
    ),
    (
        wire("input", "output", "conv", "input"),
        wire("conv", "output", "gate", "input"),
        wire("gate", "output", "output", "input"),
    ),
)
NETWORK = Network(
    "Test",
    Graph(
        (
            Node("input", "Input", {"shape": (3, 32, 32)}),
            Node("conv1", "Conv2d", {"out_channels": 64, "kernel_size": 3}, frozen=Frozen.WEIGHTS),
            Node("conv2", "Conv2d", {"out_channels": 128, "kernel_size": (3, 3), "bias": False}),
            Node("wide", "Conv2d", {"out_channels": 256, "kernel_size": (3, 5), "stride": 2}),
            Node("act", "ReLU", enabled=False),
            Node("norm", "BatchNorm2d"),
            Node("body", "Body", repeat=2),
            Node("alone", "Linear"),
            Node("output", "Output"),
        ),
        (
            wire("input", "output", "conv1", "input"),
            wire("conv1", "output", "conv2", "input"),
            wire("conv2", "output", "wide", "input"),
            wire("wide", "output", "act", "input"),
            wire("act", "output", "norm", "input"),
            wire("norm", "output", "body", "input"),
            wire("body", "output", "output", "input"),
        ),
    ),
    (Block("Body", (Param("width", Kind.INT, 16, ""),), INNER),),
)
REPORT = analyse(NETWORK)


def found(question: str, place: Place | None = None) -> list[str]:
    return find(read(question), NETWORK, REPORT, place or Place())


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("", [n.name for n in NETWORK.graph.nodes]),
        ("CONV", ["conv1", "conv2", "wide"]),
        ("conv?", ["conv1", "conv2"]),
        ("*2d", ["conv1", "conv2", "wide", "norm"]),
        ("/conv[2-9]|wi/", ["conv1", "conv2", "wide"]),
        ("name:/[13]$/", ["conv1"]),
        ("name:conv", ["conv1", "conv2"]),
        ("name = conv", []),
        ("kind = conv2d", ["conv1", "conv2", "wide"]),
        ("kind != *2d name:n", ["input", "alone"]),
        ("frozen", ["conv1"]),
        ("is bypassed", ["act"]),
        ("unused", ["alone"]),
        ("repeated block", ["body"]),
        ("has problem", ["alone"]),
        ('"frozen"', []),
        ("out_channels > 64", ["conv2", "wide"]),
        ("out_channels>=64 out_channels<256", ["conv1", "conv2"]),
        ("kernel_size = 3", ["conv1", "conv2"]),
        ("kernel_size = 3x5", ["wide"]),
        ("kernel_size = (3, 5)", ["wide"]),
        ("kernel_size = 3, 5", ["wide"]),
        ("kernel_size != 3 conv", ["wide"]),
        ("stride = 1 kind:conv", ["conv1", "conv2"]),
        ("bias = false", ["conv2"]),
        ("padding_mode = zeros", ["conv1", "conv2", "wide"]),
        ("not conv -norm not (input or output)", ["act", "body", "alone"]),
        ("-stride = 1 conv", ["wide"]),
        ("act or norm", ["act", "norm"]),
        ("repeat > 1", ["body"]),
        ("parameters > 300k", ["wide"]),
        ("channels = 64", ["conv1"]),
    ],
)
def test_found(question: str, names: list[str]) -> None:
    assert found(question) == names


def test_expressions_have_their_value_at_the_place_that_is_asked() -> None:
    place = Place("Body", "body.0", {"width": 16, "in_channels": 256})
    assert found("out_channels = 32", place) == ["conv"]
    assert found("bypassed", place) == ["gate"]
    assert found("bypassed", Place("Body", "body.0", {"width": 200})) == []


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("out_chanels > 3", "Did you mean out_channels"),
        ("out_channels >", "stands a value"),
        ("> 3", "Before “>”"),
        ("kernel_size > 3x3", "needs a number"),
        ("name > 3", "compared by : or ="),
        ("(conv", "no “)”"),
        ("conv)", "no “(”"),
        ("conv or", "Before and after “or”"),
        ("not", "what is not meant"),
        ("/conv[/", "no regular expression"),
    ],
)
def test_what_is_wrong_is_said(question: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        found(question)
    assert says in str(caught.value)


def test_every_graph_that_is_used_is_looked_at_once() -> None:
    network = PRESETS["resnet18"].network()
    ways = list(trails(network))
    scopes = []
    for trail in ways:
        scope = ROOT
        for name in trail:
            scope = network.scope(scope).by_name[name].kind
        scopes.append(scope)
    assert scopes[0] == ROOT
    assert sorted(scopes[1:]) == sorted(b.name for b in network.blocks)


@pytest.mark.parametrize(
    ("typed", "start", "first"),
    [
        ("fro", 0, "frozen"),
        ("conv out_ch", 5, "out_channels"),
        ("kind:Bat", 5, "BatchNorm2d"),
        ("padding_mode = ref", 15, "reflect"),
        ("bias=f", 5, "false"),
        ("not unu", 4, "unused"),
    ],
)
def test_completion(typed: str, start: int, first: str) -> None:
    found = completions(typed, len(typed), NETWORK, NETWORK.graph)
    assert (found.start, found.words[0]) == (start, first)


def test_nothing_completes_a_whole_word_or_no_word() -> None:
    assert not completions("", 0, NETWORK, NETWORK.graph).words
    assert "frozen" not in completions("frozen", 6, NETWORK, NETWORK.graph).words
