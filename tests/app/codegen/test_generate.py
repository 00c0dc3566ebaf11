"""The generated module is what was drawn: it runs, has the keys and reads like the hand's."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from app.analysis import Report, analyse
from app.codegen import Place, Source, generate, generate_probe
from app.codegen.generate import GenerationError
from nodes.network import Block, Expression, Network, wire
from nodes.spec import Kind, Param
from presets import PRESETS
from tests.app.networks import ends, graph, network, node

INT = Param("channels", Kind.INT, 4, "", 1)
DENSE = Block(
    "Dense",
    (INT,),
    graph(
        [
            *ends(),
            node("bn", "BatchNorm2d"),
            node("conv", "Conv2d", out_channels=Expression("channels"), padding=1),
            node("concat", "Concat"),
        ],
        "input concat output",
        "input bn conv concat",
    ),
)
RESIDUAL = Block(
    "Residual",
    (INT, Param("project", Kind.BOOL, False, "")),
    graph(
        [
            *ends(),
            node("conv", "Conv2d", out_channels=Expression("channels"), padding=1),
            node(
                "short",
                "Conv2d",
                out_channels=Expression("channels"),
                kernel_size=1,
                enabled=Expression("project"),
            ),
            node("add", "Add"),
        ],
        "input conv add output",
        "input short add",
    ),
)
STACK = Block(
    "Stack",
    (INT, Param("depth", Kind.INT, 2, "", 1)),
    graph(
        [
            *ends(),
            node("layers", "Dense", channels=Expression("channels"), repeat=Expression("depth")),
            node("bn", "BatchNorm2d"),
        ],
        "input layers bn output",
    ),
)
HEAD = Block(
    "Head",
    (Param("classes", Kind.INT, 10, "", 1),),
    graph(
        [
            *ends(),
            node("pool", "MaxPool2d"),
            node("flatten", "Flatten"),
            node("fc", "Linear", out_features=Expression("classes")),
        ],
        "input pool flatten fc output",
    ),
)
WIDE = Block(
    "Wide",
    (
        Param("width", Kind.INT, 3, "", 1),
        Param("mode", Kind.CHOICE, "a", "", choices=("a", "other")),
    ),
    graph(
        [
            *ends(),
            node(
                "a_convolution_with_a_name_that_fills_the_line",
                "Conv2d",
                out_channels=Expression("width ** 2 + (width + 1) ** 2"),
                kernel_size=1,
                enabled=Expression("mode == 'a' and width ** 2 > 1"),
            ),
            node("act", "ReLU"),
        ],
        "input a_convolution_with_a_name_that_fills_the_line act output",
    ),
)
SWAP = Block(
    "Swap",
    (),
    graph(
        [
            node("left", "Input"),
            node("right", "Input"),
            node("conv", "Conv2d", out_channels=3, padding=1),
            node("over", "Output"),
            node("under", "Output"),
        ],
        "left conv over",
        "right under",
    ),
)


def two_ports(count: int) -> Network:
    nodes = (*ends(), node("swap", "Swap", repeat=count), node("add", "Add"))
    wires = (
        wire("input", "output", "swap", "left"),
        wire("input", "output", "swap", "right"),
        wire("swap", "over", "add", "inputs"),
        wire("swap", "under", "add", "inputs"),
        wire("add", "output", "output", "input"),
    )
    made = network([], blocks=(SWAP,))
    return made.with_graph("", type(made.graph)(nodes, wires))


NETWORKS: dict[str, Network] = {
    **{name: p.network() for name, p in PRESETS.items() if name != "resnet18"},
    "resnet18": PRESETS["resnet18"].network(input_size=64, classes=10),
    "dense growth in a loop": network(
        [*ends(), node("d", "Dense", repeat=4)], "input d output", blocks=(DENSE,)
    ),
    "channels change in a loop": network(
        [
            *ends(),
            node("r", "Residual", channels=8, repeat=3, project=Expression("i == 0")),
        ],
        "input r output",
        blocks=(RESIDUAL,),
    ),
    "channels that follow the index": network(
        [*ends(), node("d", "Dense", channels=Expression("2 + i * i"), repeat=4)],
        "input d output",
        blocks=(DENSE,),
    ),
    "a repeat by parameter, in two sizes": network(
        [*ends(), node("a", "Stack", depth=3), node("b", "Stack", channels=2, depth=2)],
        "input a b output",
        blocks=(DENSE, STACK),
    ),
    "one block at two image sizes": network(
        [
            *ends(),
            node("pool", "MaxPool2d"),
            node("a", "Head"),
            node("b", "Head"),
            node("add", "Add"),
        ],
        "input a add output",
        "input pool b add",
        blocks=(HEAD,),
    ),
    "two ports in a loop": two_ports(3),
    "two ports": two_ports(1),
    "nodes switched off": network(
        [
            *ends(),
            node("conv", "Conv2d", enabled=False),
            node("act", "ReLU"),
            node("r", "Residual", channels=3, enabled=False),
        ],
        "input conv act r output",
        blocks=(RESIDUAL,),
    ),
    "shared values": network(
        [*ends(), node("a", "ReLU"), node("b", "Tanh"), node("add", "Add"), node("c", "Sigmoid")],
        "input a add output",
        "a b add",
        "a c add",
    ),
    "a long line at the end": network(
        [*ends(), *(node(f"branch{k}", "ReLU") for k in range(5)), node("concat", "Concat")],
        *(f"input branch{k} concat" for k in range(5)),
        "concat output",
    ),
    "powers, texts and long choices": network(
        [*ends(), node("many", "Wide", width=2, repeat=2), node("one", "Wide", mode="other")],
        "input many one output",
        blocks=(WIDE,),
    ),
    "input straight to output": network(ends(), "input output"),
    "many branches with long names": network(
        [
            *ends(),
            *(node(f"a_branch_with_a_long_name_{k}", "ReLU") for k in range(6)),
            node("add", "Add"),
            node("concat", "Concat"),
        ],
        *(f"input a_branch_with_a_long_name_{k} add" for k in range(6)),
        *(f"a_branch_with_a_long_name_{k} concat" for k in range(6)),
        "add concat output",
    ),
}


def made(name: str) -> tuple[Network, Report, Source, dict[str, Any]]:
    net = NETWORKS[name]
    report = analyse(net)
    assert report.ok, report.problems
    source = generate(net, report)
    namespace: dict[str, Any] = {}
    exec(compile(source.text, "<generated>", "exec"), namespace)
    return net, report, source, namespace


@pytest.mark.parametrize("name", NETWORKS)
def test_it_runs_with_the_shapes_and_counts_of_the_report(name: str) -> None:
    _, report, source, namespace = made(name)
    assert namespace["__all__"] == [source.class_name]
    model = namespace[source.class_name]().eval()
    assert sum(p.numel() for p in model.parameters()) == report.totals.parameters
    assert sum(b.numel() for b in model.buffers()) == report.totals.buffers
    with torch.no_grad():
        made_output = model(torch.zeros(2, *report.nodes["input"].outputs["output"]))
    assert tuple(made_output.shape) == (2, *report.outputs[0])


@pytest.mark.parametrize("name", NETWORKS)
def test_keys_are_paths(name: str) -> None:
    _, report, source, namespace = made(name)
    model = namespace[source.class_name]()
    keys = {f"{path}.{t.name}": t.shape for path, r in report.nodes.items() for t in r.tensors}
    assert {k: tuple(v.shape) for k, v in model.state_dict().items()} == keys


@pytest.mark.parametrize("name", NETWORKS)
def test_the_probe_yields_every_node_with_its_shape(name: str) -> None:
    net, report, source, namespace = made(name)
    exec(generate_probe(net, report), namespace)
    model = namespace[source.class_name]().eval()
    x = torch.rand(1, *report.nodes["input"].outputs["output"])
    with torch.no_grad():
        values = dict(namespace["probe"](model, x))
        assert torch.equal(values["output"], model(x))
    assert set(values) == set(report.nodes)
    for path, value in values.items():
        assert tuple(value.shape[1:]) == next(iter(report.nodes[path].outputs.values())), path


@pytest.mark.parametrize("name", NETWORKS)
def test_every_line_of_the_map_is_about_its_node(name: str) -> None:
    net, report, source, _ = made(name)
    lines = source.text.splitlines()
    for number, place in source.places.items():
        assert place.node in net.scope(place.scope).by_name
        assert source.at(number) == place
        assert number in source.lines(place)
    for r in report.nodes.values():
        if r.tensors:
            first = lines[source.lines(Place(r.scope, r.name))[0] - 1]
            assert r.name in first or r.name.isdigit()


@pytest.mark.parametrize("name", NETWORKS)
def test_it_is_deterministic(name: str) -> None:
    net, report, source, _ = made(name)
    assert generate(net, report) == source == generate(net, analyse(net))


def ruff() -> str:
    found = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    assert found, "ruff belongs to the development set-up"
    return found


@pytest.mark.parametrize("command", [("format", "--diff"), ("check", "--select=E,F,I,W")])
def test_it_is_clean_for_linter_and_formatter(command: tuple[str, ...], tmp_path: Path) -> None:
    for number, name in enumerate(NETWORKS):
        (tmp_path / f"network_{number}.py").write_text(made(name)[2].text)
    done = subprocess.run(
        [ruff(), *command, "--isolated", "--line-length=88", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_blocks_become_classes_and_chains_become_sequentials() -> None:
    tree = ast.parse(made("resnet18")[2].text)
    bases = {n.name: ast.unparse(n.bases[0]) for n in tree.body if isinstance(n, ast.ClassDef)}
    assert bases["BasicBlock"] == "nn.Module"
    assert "nn.Sequential" in bases.values()
    assert any(isinstance(n, ast.For) for n in ast.walk(tree))


def test_one_class_serves_instances_that_differ_in_numbers() -> None:
    text = made("a repeat by parameter, in two sizes")[2].text
    assert text.count("class Dense(") == 1
    assert text.count("class Stack(") == 1
    assert "in_channels + i * channels" in text


def test_a_block_at_two_image_sizes_gets_two_classes() -> None:
    text = made("one block at two image sizes")[2].text
    assert "class Head(" in text
    assert "class Head2(" in text


def test_it_needs_torch_only() -> None:
    for name in NETWORKS:
        tree = ast.parse(made(name)[2].text)
        for n in ast.walk(tree):
            if isinstance(n, ast.Import):
                assert [a.name for a in n.names] == ["torch"]
            if isinstance(n, ast.ImportFrom):
                assert n.module == "torch"


def test_a_network_with_problems_has_no_code() -> None:
    net = network(ends())
    with pytest.raises(GenerationError, match="problems"):
        generate(net, analyse(net))


def test_a_hostile_title_stays_text() -> None:
    net = network(ends(), "input output")
    net = type(net)('"""\nimport os  # \\', net.graph)
    source = generate(net, analyse(net))
    assert not any(isinstance(n, ast.Import) for n in ast.parse(source.text).body)
