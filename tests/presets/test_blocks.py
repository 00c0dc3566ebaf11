"""Every ready block stands on its own: it is sound, runs in torch, and can be written down."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch

from app.analysis import analyse
from app.codegen import generate
from nodes.network import Graph, Network, Node, wire
from nodes.network.document import Document, dumps, loads
from nodes.network.edits.definitions import add_block
from presets.blocks import BLOCKS, ReadyBlock

every_block = pytest.mark.parametrize("ready", BLOCKS.values(), ids=BLOCKS.keys())


def network(ready: ReadyBlock, **args: Any) -> Network:
    ports = [p.name for p in ready.block.inputs]
    assert len(ports) == len(ready.takes)
    nodes = (
        *(
            Node(f"from_{p}", "Input", {"shape": s})
            for p, s in zip(ports, ready.takes, strict=True)
        ),
        Node("block", ready.block.name, args),
        *(Node(f"to_{p}", "Output") for p in ready.block.outputs),
    )
    wires = (
        *(wire(f"from_{p}", "output", "block", p) for p in ports),
        *(wire("block", p, f"to_{p}", "input") for p in ready.block.outputs),
    )
    return Network("Test", Graph(nodes, wires), ready.definitions.blocks)


def run(net: Network, ready: ReadyBlock) -> tuple[Any, torch.Tensor, str]:
    report = analyse(net)
    assert report.ok, report.problems
    source = generate(net, report)
    space: dict[str, Any] = {}
    exec(source.text, space)
    model = space[source.class_name]()
    made = model(*(torch.rand(2, *shape) for shape in ready.takes))
    assert tuple(made.shape[1:]) == report.outputs[0]
    assert sum(p.numel() for p in model.parameters()) == report.totals.parameters
    made.sum().backward()
    assert all(p.grad is not None for p in model.parameters())
    return model, made, source.text


@every_block
def test_it_runs_with_its_defaults(ready: ReadyBlock) -> None:
    model, _, _ = run(network(ready), ready)
    assert model.training


@every_block
def test_its_definitions_can_be_added_one_by_one(ready: ReadyBlock) -> None:
    net = Network("Test")
    for block in ready.definitions.blocks:
        net = add_block(net, block)
    assert net.blocks == ready.definitions.blocks


@every_block
def test_it_survives_a_document(ready: ReadyBlock) -> None:
    document = Document(network(ready), {})
    assert loads(dumps(document)).network == document.network


@every_block
def test_it_says_what_it_is_and_where_it_comes_from(ready: ReadyBlock) -> None:
    assert ready.block.summary
    assert not ready.block.summary.endswith(".")
    assert "20" in ready.source
    assert all(p.help for p in ready.block.parameters)


@pytest.mark.parametrize(
    ("name", "args", "output"),
    [
        ("ConvNormReLU", {"channels": 8, "kernel_size": 5, "stride": 2}, (8, 8, 8)),
        ("DoubleConv", {"channels": 8}, (8, 16, 16)),
        ("SeparableConv2d", {"channels": 8, "depth_multiplier": 3, "stride": 2}, (8, 8, 8)),
        ("SqueezeExcitation", {"reduction": 4}, (64, 16, 16)),
        ("BasicBlock", {"channels": 32, "stride": 2}, (32, 8, 8)),
        ("Bottleneck", {"channels": 64, "width": 16}, (64, 16, 16)),
        ("Bottleneck", {"width": 32, "stride": 2, "groups": 8}, (256, 8, 8)),
        ("ResidualBlock", {"channels": 96}, (96, 16, 16)),
        ("PreActivationBlock", {"channels": 32, "stride": 2}, (32, 8, 8)),
        ("PreActivationBottleneck", {"channels": 32, "stride": 2}, (32, 8, 8)),
        ("Inception", {}, (256, 16, 16)),
        ("DenseLayer", {"growth_rate": 5}, (69, 16, 16)),
        ("DenseBottleneck", {"growth_rate": 5}, (69, 16, 16)),
        ("DenseBlock", {"layers": 3, "growth_rate": 5}, (79, 16, 16)),
        ("Transition", {"reduction": 3}, (21, 8, 8)),
        ("LinearBottleneck", {"channels": 24, "expansion": 4, "stride": 2}, (24, 8, 8)),
        ("DepthwiseSeparable", {"channels": 24, "stride": 2}, (24, 8, 8)),
        ("InvertedResidual", {"expansion": 2}, (64, 16, 16)),
        ("InvertedResidual", {"channels": 24, "stride": 2}, (24, 8, 8)),
        ("MBConv", {"drop": 0.5}, (64, 16, 16)),
        ("MBConv", {"channels": 24, "kernel_size": 5, "stride": 2}, (24, 8, 8)),
        ("FusedMBConv", {"channels": 24, "expansion": 4}, (24, 16, 16)),
        ("ShuffleUnit", {}, (64, 16, 16)),
        ("ShuffleUnit", {"channels": 96}, (96, 16, 16)),
        ("ShuffleUnit", {"stride": 2}, (64, 8, 8)),
        ("RegNetBlock", {"channels": 96, "stride": 2}, (96, 8, 8)),
        ("RegNetBlock", {"squeeze": 0.0, "group_width": 64}, (64, 16, 16)),
        ("ConvNeXtBlock", {"drop": 0.5}, (64, 16, 16)),
        ("TransformerEncoder", {"heads": 4, "hidden": 32}, (10, 64)),
    ],
)
def test_its_parameters_do_what_they_say(
    name: str, args: dict[str, Any], output: tuple[int, ...]
) -> None:
    _, made, _ = run(network(BLOCKS[name], **args), BLOCKS[name])
    assert tuple(made.shape[1:]) == output


def test_squeeze_and_excitation_is_the_formula_of_the_paper() -> None:
    ready = BLOCKS["SqueezeExcitation"]
    model, _, text = run(network(ready, reduction=8), ready)
    assert "return x * gate" in text or " * " in text
    x = torch.rand(2, *ready.takes[0])
    state = {name: p.flatten(1) if p.dim() > 1 else p for name, p in model.block.named_parameters()}
    squeezed = x.mean((2, 3))
    hidden = (squeezed @ state["fc1.weight"].T + state["fc1.bias"]).relu()
    gate = (hidden @ state["fc2.weight"].T + state["fc2.bias"]).sigmoid()
    assert hidden.shape[1] == 64 // 8
    torch.testing.assert_close(model(x), x * gate[..., None, None])


@pytest.mark.parametrize("multiplier", [1, 3])
def test_a_separable_convolution_costs_what_the_paper_says(multiplier: int) -> None:
    ready = BLOCKS["SeparableConv2d"]
    channels, height, width = ready.takes[0]
    macs = analyse(network(ready, channels=32, depth_multiplier=multiplier)).totals.macs
    assert macs == math.prod((multiplier, channels, height, width)) * (3 * 3 + 32)
