"""Networks and what was made of them, of which all is known: changes that keep the function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nodes.network import Network, Node, Wire, edits
from nodes.network.blocks import make_block
from nodes.network.model import ROOT, wire
from presets import preset
from tests.app.networks import ends, network, node

SMALL = {"input_size": 32, "classes": 10}


def lenet() -> Network:
    return preset("lenet5").network()


def out_of(of: Network, name: str) -> Wire:
    return of.graph.out_of(name)[0]


def inserted(of: Network, after: str, *nodes: Node) -> Network:
    """With nodes one behind the other, after another one."""
    for new in nodes:
        of = edits.insert_on_wire(of, ROOT, out_of(of, after), new)
        after = new.name
    return of


def set_all(of: Network, name: str, **arguments: Any) -> Network:
    for argument, value in arguments.items():
        of = edits.set_argument(of, ROOT, [name], argument, value)
    return of


def repeated(of: Network, name: str, times: int) -> Network:
    return edits.set_repeat(of, ROOT, name, times)


def _conv(name: str, maps: int, size: int = 3) -> Node:
    return Node(name, "Conv2d", {"out_channels": maps, "kernel_size": size, "padding": size // 2})


def _with_branch(join: str, **args: Any) -> Network:
    """Two branches that are joined, then flattened."""
    nodes = [
        *ends(3, 8, 8), node("a", "Conv2d", out_channels=4), node("b", "Conv2d", out_channels=4),
        node("add" if join == "Add" else "concat", join, **args), node("relu", "ReLU"),
        node("flat", "Flatten"), node("fc", "Linear", out_features=5),
    ]  # fmt: skip
    at = "add" if join == "Add" else "concat"
    return network(nodes, f"input a {at} relu flat fc output", f"input b {at}")


def _third(of: Network, at: str) -> Network:
    """With a branch of three layers beside the two."""
    for new in (_conv("c", 6), Node("act", "ReLU"), Node("d", "Conv2d", {"out_channels": 4})):
        of = edits.add(of, ROOT, new)
    ways = (("input", "c"), ("c", "act"), ("act", "d"))
    for source, target in ways:
        of = edits.connect(of, ROOT, wire(source, "output", target, "input"))
    return edits.connect(of, ROOT, wire("d", "output", at, "inputs"))


def _renamed_and_wider() -> Network:
    return set_all(edits.rename(lenet(), ROOT, "conv2", "other"), "other", out_channels=24)


def _in_a_block() -> Network:
    return make_block(lenet(), ROOT, ["conv1", "act1", "pool1"], "Stem").network


def _deep_block() -> tuple[Network, Network]:
    block = _conv("conv", 6), Node("bn", "BatchNorm2d"), Node("act", "ReLU")
    return lenet(), inserted(lenet(), "act1", *block)


def _pair(id: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Network, Network]:
    return preset(id).network(**before), preset(id).network(**after)


EXACT: dict[str, Callable[[], tuple[Network, Network]]] = {
    "nothing": lambda: (lenet(), lenet()),
    "wider convolution": lambda: (lenet(), set_all(lenet(), "conv1", out_channels=10)),
    "wider ahead of flatten": lambda: (lenet(), set_all(lenet(), "conv2", out_channels=40)),
    "wider linear": lambda: (lenet(), set_all(lenet(), "fc1", out_features=500)),
    "larger kernel": lambda: (lenet(), set_all(lenet(), "conv2", kernel_size=7, padding=1)),
    "convolution": lambda: (lenet(), inserted(lenet(), "act1", _conv("new", 6))),
    "convolution, norm and ReLU": _deep_block,
    "linear": lambda: (
        lenet(), inserted(lenet(), "act3", Node("new", "Linear", {"out_features": 120}))
    ),
    "PReLU": lambda: (lenet(), inserted(lenet(), "conv1", Node("new", "PReLU"))),
    "dropout": lambda: (lenet(), inserted(lenet(), "act3", Node("new", "Dropout"))),
    "without dropout": lambda: (
        inserted(lenet(), "act3", Node("new", "Dropout")), lenet()
    ),
    "with a bias": lambda: (
        set_all(lenet(), "fc1", bias=False), set_all(lenet(), "fc1", bias=True)
    ),
    "renamed": lambda: (lenet(), edits.rename(lenet(), ROOT, "conv2", "other")),
    "renamed and wider": lambda: (lenet(), _renamed_and_wider()),
    "in a block": lambda: (lenet(), _in_a_block()),
    "wider concatenation": lambda: (
        _with_branch("Concat"), set_all(_with_branch("Concat"), "a", out_channels=7)
    ),
    "wider sum": lambda: (
        _with_branch("Add"),
        set_all(set_all(_with_branch("Add"), "a", out_channels=7), "b", out_channels=7),
    ),
    "branch of a sum": lambda: (_with_branch("Add"), _third(_with_branch("Add"), "add")),
    "branch of a concatenation": lambda: (
        _with_branch("Concat"), _third(_with_branch("Concat"), "concat")
    ),
    "more residual blocks": lambda: (
        preset("resnet20").network(), repeated(preset("resnet20").network(), "layer2", 4)
    ),
    "more plain blocks": lambda: (
        preset("plain20").network(), repeated(preset("plain20").network(), "layer1", 4)
    ),
    "wider ResNet, padded shortcuts": lambda: _pair("resnet20", {}, {"width": 20}),
    "wider ResNet, projections": lambda: _pair(
        "resnet18", {**SMALL, "width": 8}, {**SMALL, "width": 12}
    ),
    "wider, depthwise": lambda: _pair("mobilenet_v2", SMALL, {**SMALL, "width": 1.4}),
    "wider, squeeze and excitation": lambda: _pair(
        "mobilenet_v3_small", SMALL, {**SMALL, "width": 1.5}
    ),
    "deeper, squeeze and excitation": lambda: _pair(
        "efficientnet_b0", SMALL, {**SMALL, "depth": 1.5}
    ),
    "wider, dense": lambda: _pair(
        "densenet_bc_cifar_L100_k12", {"depth": 22}, {"depth": 22, "growth_rate": 16}
    ),
    "deeper VGG": lambda: (
        preset("vgg11").network(**SMALL), preset("vgg13").network(**SMALL)
    ),
}  # fmt: skip
