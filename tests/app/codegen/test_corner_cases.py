"""Names, values and switches that would break careless code; each is built and run."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.analysis import analyse
from app.codegen import generate
from nodes.network import Block, Expression, Graph, Network, Node, wire
from nodes.spec import Kind, Param
from tests.app.networks import ends, graph, link, network, node

CONV = node("conv", "Conv2d", out_channels=4, padding=1)


def run(net: Network, *inputs: torch.Tensor) -> tuple[str, Any, tuple[torch.Tensor, ...]]:
    """The code, the module and its outputs, which have the shapes and keys of the report."""
    report = analyse(net)
    assert report.ok, report.problems
    source = generate(net, report)
    namespace: dict[str, Any] = {}
    exec(compile(source.text, "<generated>", "exec"), namespace)
    model = namespace[source.class_name]().eval()
    keys = {t.key(path): t.shape for path, r in report.nodes.items() for t in r.tensors}
    assert {k: tuple(v.shape) for k, v in model.state_dict().items()} == keys
    assert sum(v.numel() for v in model.parameters()) == report.totals.parameters
    with torch.no_grad():
        found = model(*(inputs or (torch.rand(2, 3, 8, 8),)))
    outputs = found if isinstance(found, tuple) else (found,)
    assert tuple(tuple(v.shape[1:]) for v in outputs) == report.outputs
    return source.text, model, outputs


def test_what_one_output_returns_is_not_overwritten_for_the_next() -> None:
    nodes = [
        node("input", "Input", shape=(3, 8, 8)),
        *(node(f"output{k}", "Output") for k in range(3)),
        *(node(name, "Conv2d", out_channels=k + 4) for k, name in enumerate("abc")),
    ]
    wires = ("input a output0", "a b output1", "a c output2")
    run(Network("Test", graph(nodes, *wires)))


@pytest.mark.parametrize("names", [("0", "1"), ("1", "0"), ("3", "fc"), ("0",)])
def test_numbers_in_the_chain_of_the_network_are_places_in_a_sequential(
    names: tuple[str, ...],
) -> None:
    nodes = [*ends(), *(node(name, "Conv2d", out_channels=4) for name in names)]
    text, model, _ = run(network(nodes, f"input {' '.join(names)} output"))
    assert "(nn.Sequential):" in text
    assert [name for name, _ in model.named_children()] == list(names)


def test_numbers_name_copies_too_and_a_parameter_may_be_called_copies() -> None:
    inner = Block("Inner", (), graph([*ends(), CONV], "input conv output"))
    outer = Block(
        "Outer",
        (Param("copies", Kind.INT, 2, "", 1),),
        graph([*ends(), node("0", "Inner", repeat=Expression("copies"))], "input 0 output"),
    )
    run(network([*ends(), node("x", "Outer", copies=3)], "input x output", blocks=(inner, outer)))


def test_a_block_without_layers() -> None:
    empty = Block("Empty", (), graph(ends(), "input output"))
    text, _, _ = run(
        network([*ends(), node("e", "Empty", repeat=2)], "input e output", blocks=(empty,))
    )
    assert "super().__init__()\n" in text


@pytest.mark.parametrize("text", ['th"ree', "th'ree", "back\\slash", '"\'"', "two\nlines"])
def test_texts_in_every_kind_of_quotes(text: str) -> None:
    mode = Param("mode", Kind.CHOICE, "plain", "", choices=("plain", text))
    wide = Expression(f"9 if mode == {text!r} else 4")
    block = Block(
        "B", (mode,), graph([*ends(), node("c", "Conv2d", out_channels=wide)], "input c output")
    )
    _, _, (value,) = run(
        network([*ends(), node("b", "B", mode=text)], "input b output", blocks=(block,))
    )
    assert value.shape[1] == 9


def test_the_index_is_put_in_for_the_index_only() -> None:
    mode = Param("mode", Kind.CHOICE, "i", "", choices=("i", "j"))
    nodes = [
        *ends(),
        node("pool", "AvgPool2d", kernel_size=2, enabled=Expression("mode == 'i'")),
        node("flatten", "Flatten", enabled=Expression("mode == 'j'")),
        node("fc", "Linear", out_features=8, enabled=Expression("mode == 'i'")),
    ]
    block = Block("B", (mode,), graph(nodes, "input pool flatten fc output"))
    switch = Expression("'i' if i < 1 else 'j'")
    run(
        network([*ends(), node("b", "B", repeat=2, mode=switch)], "input b output", blocks=(block,))
    )


def test_copies_that_are_switched_off_hold_nothing_even_where_they_would_not_fit() -> None:
    flat = Block(
        "Flat",
        (),
        graph(
            [*ends(), node("pool", "AdaptiveAvgPool2d"), node("flat", "Flatten")],
            "input pool flat output",
        ),
    )
    once = node("f", "Flat", repeat=3, enabled=Expression("i == 0"))
    run(network([*ends(), once], "input f output", blocks=(flat,)))


def test_copies_that_are_switched_off_cost_nothing() -> None:
    block = Block("B", (), graph([*ends(), CONV], "input conv output"))
    some = node("b", "B", repeat=4, enabled=Expression("i % 2 == 0"))
    net = network([*ends(), some], "input b output", blocks=(block,))
    run(net)
    report = analyse(net)
    assert report.nodes["b.0"].parameters == 4 * 3 * 9 + 4
    assert report.nodes["b.1"].parameters == report.nodes["b.1"].macs == 0
    assert report.nodes["b"].macs == sum(report.nodes[f"b.{k}"].macs for k in range(4))


def test_a_condition_may_itself_be_a_choice() -> None:
    odd = Param("odd", Kind.BOOL, False, "")
    test = Expression("i % 2 == 1 if odd else i % 2 == 0")
    inner = Block("Inner", (), graph([*ends(), CONV], "input conv output"))
    outer = Block(
        "Outer",
        (odd,),
        graph([*ends(), node("many", "Inner", repeat=4, enabled=test)], "input many output"),
    )
    nodes = [*ends(), node("a", "Outer"), node("b", "Outer", odd=True)]
    run(network(nodes, "input a b output", blocks=(inner, outer)))


def test_a_value_may_be_called_like_the_loops_own() -> None:
    block = Block(
        "Pair",
        (),
        Graph(
            (
                node("left", "Input"),
                node("right", "Input"),
                CONV,
                node("one", "Output"),
                node("two", "Output"),
            ),
            (link("left", "conv"), link("conv", "one"), link("right", "two")),
        ),
    )
    nodes: tuple[Node, ...] = (
        node("input", "Input", shape=(4, 8, 8)),
        node("layer", "Input", shape=(4, 8, 8)),
        node("many", "Pair", repeat=2),
        node("add", "Add"),
        node("output", "Output"),
    )
    wires = (
        wire("input", "output", "many", "left"),
        wire("layer", "output", "many", "right"),
        wire("many", "one", "add", "inputs"),
        wire("many", "two", "add", "inputs"),
        wire("layer", "output", "add", "inputs"),
        link("add", "output"),
    )
    images = torch.rand(2, 4, 8, 8), torch.rand(2, 4, 8, 8)
    run(Network("Test", Graph(nodes, wires), (block,)), *images)


def test_a_parameter_may_be_called_like_a_class_of_the_module() -> None:
    inner = Block("width", (), graph([*ends(), CONV], "input conv output"))
    wide = Param("Width", Kind.INT, 4, "", 1)
    outer = Block("Outer", (wide,), graph([*ends(), node("a", "width")], "input a output"))
    run(network([*ends(), node("o", "Outer")], "input o output", blocks=(inner, outer)))


@pytest.mark.parametrize("names", [("in_channels",), ("a_channels", "a_in", "b_channels", "b_in")])
def test_parameters_may_be_called_like_the_channels(names: tuple[str, ...]) -> None:
    nodes = [
        node("a", "Input"),
        node("b", "Input"),
        node("conv1", "Conv2d", out_channels=Expression(names[0])),
        node("conv2", "Conv2d", out_channels=Expression(names[-1])),
        node("concat", "Concat"),
        node("output", "Output"),
    ]
    params = tuple(Param(name, Kind.INT, 5, "", 1) for name in names)
    block = Block("B", params, graph(nodes, "a conv1 concat output", "b conv2 concat"))
    wires = (
        wire("input", "output", "x", "a"),
        wire("input", "output", "x", "b"),
        wire("x", "output", "output", "input"),
    )
    run(Network("Test", Graph((*ends(), node("x", "B")), wires), (block,)))


@pytest.mark.parametrize("title", ["", "Tensor", "nn", "\x00", '"""', "é" * 200, "1"])
def test_any_title_gives_a_class(title: str) -> None:
    run(Network(title, network([*ends(), CONV], "input conv output").graph))
