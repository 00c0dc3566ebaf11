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
from nodes.network import Network
from tests.app.codegen.networks import NETWORKS
from tests.app.networks import ends, network


def made(name: str) -> tuple[Network, Report, Source, dict[str, Any]]:
    net = NETWORKS[name]
    report = analyse(net)
    assert report.ok, report.problems
    source = generate(net, report)
    namespace: dict[str, Any] = {}
    exec(compile(source.text, "<generated>", "exec"), namespace)
    return net, report, source, namespace


def entering(name: str, report: Report) -> list[tuple[int, ...]]:
    """The shapes of a network's inputs."""
    nodes = NETWORKS[name].graph.of_kind("Input")
    return [report.nodes[n.name].outputs["output"] for n in nodes]


@pytest.mark.parametrize("name", NETWORKS)
def test_it_runs_with_the_shapes_and_counts_of_the_report(name: str) -> None:
    _, report, source, namespace = made(name)
    assert namespace["__all__"] == [source.class_name]
    model = namespace[source.class_name]().eval()
    assert sum(p.numel() for p in model.parameters()) == report.totals.parameters
    assert sum(b.numel() for b in model.buffers()) == report.totals.buffers
    with torch.no_grad():
        made_outputs = model(*(torch.zeros(2, *shape) for shape in entering(name, report)))
    if isinstance(made_outputs, torch.Tensor):
        made_outputs = (made_outputs,)
    assert [tuple(o.shape[1:]) for o in made_outputs] == list(report.outputs)


@pytest.mark.parametrize("name", NETWORKS)
def test_keys_are_paths(name: str) -> None:
    _, report, source, namespace = made(name)
    model = namespace[source.class_name]()
    keys = {t.key(path): t.shape for path, r in report.nodes.items() for t in r.tensors}
    assert {k: tuple(v.shape) for k, v in model.state_dict().items()} == keys


@pytest.mark.parametrize("name", [n for n in NETWORKS if "two outputs" not in n])
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
        assert place in source.at(number)
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
                assert str(n.module).partition(".")[0] == "torch"


def test_a_network_with_problems_has_no_code() -> None:
    net = network(ends())
    with pytest.raises(GenerationError, match="problems"):
        generate(net, analyse(net))


def test_a_hostile_title_stays_text() -> None:
    net = network(ends(), "input output")
    net = type(net)('"""\nimport os  # \\', net.graph)
    source = generate(net, analyse(net))
    assert not any(isinstance(n, ast.Import) for n in ast.parse(source.text).body)
