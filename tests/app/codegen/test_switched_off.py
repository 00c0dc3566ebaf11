"""Nodes that act only where a block's arguments say so: what they are in code, and what passes."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from app.analysis import analyse
from app.codegen import generate, generate_probe
from nodes.network import Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param

# What acts, and the first words of its line in the constructor.
KINDS = {
    "ReLU": "self.node = nn.ReLU() if on else nn.Identity()",
    "Hardswish": "self.node = nn.Hardswish() if on else nn.Identity()",
    "ChannelShuffle": "self.node = nn.ChannelShuffle(2) if on else nn.Identity()",
    "Permute": "self.node = on",
    "LayerScale": "self.node = learned_scale(8, 1, 1) if on else None",
    "Add": "self.node = on",
    "Concat": "self.node = on",
    "Chunk": "self.node = on",
}


def switched(kind: str) -> Network:
    """A block with one node that `on` switches, twice: on and off."""
    b = Builder("Switched", (Param("on", Kind.BOOL, True, "Whether it acts"),), "One that acts")
    x = b.input()
    x = b.add("ahead", "Conv2d", x, out_channels=8, kernel_size=1)
    other = b.add("other", "Conv2d", x, out_channels=8, kernel_size=1)
    sources = [x, other] if kind in ("Add", "Concat") else x
    args: dict[str, Any] = {"dims": (1, 3, 2)} if kind == "Permute" else {}
    found = b.branches("node", kind, sources, enabled="=on", **args)
    last = b.add("last", "Concat", [*found, other])
    b.output(last)
    block = b.block()
    g = Builder("Test")
    x = g.input(3, 4, 4)
    ends = [g.add("yes", block, x), g.add("no", block, x, on=False)]
    for k, end in enumerate(ends):
        g.output(end, name=f"output{k}")
    return g.network(blocks=(block,))


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(net: Network) -> tuple[str, Any]:
    report = analyse(net)
    assert report.ok, report.problems
    source = generate(net, report)
    space: dict[str, Any] = {}
    exec(source.text, space)
    return source.text, space[source.class_name]()


def test_the_constructor_says_when_it_acts(kind: str) -> None:
    text, _ = made(switched(kind))
    assert KINDS[kind] in [line.strip() for line in text.splitlines()]


def test_what_is_off_passes_its_first_input_to_every_output(kind: str) -> None:
    net = switched(kind)
    _, model = made(net)
    report = analyse(net)
    x = torch.randn(2, 3, 4, 4)
    outputs = model(x)
    assert [tuple(o.shape[1:]) for o in outputs] == [*report.outputs]
    inside = model.no
    ahead = inside.ahead(x)
    count = report.nodes["no.node"].outputs
    torch.testing.assert_close(
        outputs[1], torch.cat([*[ahead] * len(count), inside.other(ahead)], 1)
    )
    assert report.nodes["yes.node"].enabled
    assert not report.nodes["no.node"].enabled


def test_keys_and_values_at_every_node_are_those_of_the_analysis(kind: str) -> None:
    net = switched(kind)
    _, model = made(net)
    report = analyse(net)
    keys = {t.key(path): t.shape for path, r in report.nodes.items() for t in r.tensors}
    assert {k: tuple(v.shape) for k, v in model.state_dict().items()} == keys
    space: dict[str, Any] = {}
    exec(generate_probe(net, report), space)
    for path, value in space["probe"](model, torch.randn(2, 3, 4, 4)):
        assert tuple(value.shape[1:]) == next(iter(report.nodes[path].outputs.values())), path


CONDITION = "width > 1000 and height > 1000 and width + height + {} < 12 and not always"


@pytest.mark.parametrize("name", ["add", "a_name_that_is_a_good_deal_longer", "x" * 70])
@pytest.mark.parametrize("more", ["depth", "depth + depth + depth + depth + depth"])
def test_long_lines_are_broken_as_a_formatter_would(name: str, more: str, tmp_path: Path) -> None:
    parameters = (
        *(Param(n, Kind.INT, 1, "A number") for n in ("width", "height", "depth")),
        Param("always", Kind.BOOL, False, "Always"),
    )
    b = Builder("Switched", parameters, "One that acts")
    x = b.input()
    left = b.add("left", "ReLU", x)
    b.output(b.add(name, "Add", [left, x], enabled=f"={CONDITION.format(more)}"))
    block = b.block()
    g = Builder("Test")
    g.output(g.add("block", block, g.input(3, 4, 4)))
    text, _ = made(g.network(blocks=(block,)))
    ast.parse(text)
    (tmp_path / "made.py").write_text(text)
    ruff = shutil.which("ruff") or str(Path(sys.executable).with_name("ruff"))
    words = [ruff, "format", "--diff", "--isolated", "--line-length=88", str(tmp_path / "made.py")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_block_that_is_off_everywhere_may_be_unfinished() -> None:
    b = Builder("Inner")
    x = b.input()
    b.output(b.add("relu", "ReLU", x))
    inner = b.block()
    lost = replace(inner, graph=replace(inner.graph, wires=inner.graph.wires[1:]))
    b = Builder("Outer", (Param("use", Kind.BOOL, False, "Whether the inner one acts"),))
    x = b.input()
    x = b.add("conv", "Conv2d", x, out_channels=4, kernel_size=1)
    b.output(b.add("inner", inner, x, enabled="=use"))
    outer = b.block()
    g = Builder("Net")
    x = g.input(3, 8, 8)
    g.output(g.add("outer", outer, x))
    network = g.network(blocks=(lost, outer))
    assert analyse(network).ok
    assert "nn.Identity()" in generate(network, analyse(network)).text
