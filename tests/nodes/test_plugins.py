"""Layers of other packages: the example of docs/writing-layers.md, and packages that fail."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing-layers.md").read_text(encoding="utf-8")

LOOK = """
import json
from nodes.catalogue import CATALOGUE
from nodes.plugins import FAILED
print(json.dumps([list(CATALOGUE), [[f.name, f.package, f.reason] for f in FAILED]]))
"""

DRAW = """
import json, sys
from app.analysis import analyse
from app.codegen import generate
from nodes.network import Graph, Network, Node, wire
from nodes.network.document import Document, dumps, loads

def drawn(kind, **args):
    nodes = (
        Node("input", "Input", {"shape": (6, 5, 4)}),
        Node("it", kind, args),
        Node("output", "Output"),
    )
    wires = (wire("input", "output", "it", "input"), wire("it", "output", "output", "input"))
    return loads(dumps(Document(Network("Net", Graph(nodes, wires))))).network

network = drawn(sys.argv[1], **json.loads(sys.argv[2]))
report = analyse(network)
print(json.dumps({
    "shape": report.outputs,
    "problems": [p.message + p.cure for p in report.problems],
    "source": generate(network, report).text if report.ok else "",
}))
"""


def block(before: str, language: str) -> str:
    """The code block of the page that follows the first line of some text."""
    found = re.search(rf"^{re.escape(before)}.*?\n```{language}\n(.*?)^```", PAGE, re.S | re.M)
    assert found is not None
    return found[1]


def install(folder: Path, name: str, entry_points: dict[str, str], **modules: str) -> None:
    """What pip leaves behind of a package: its modules, and what it says of itself."""
    for module, text in modules.items():
        (folder / f"{module}.py").write_text(text, encoding="utf-8")
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = [f"{key} = {value}" for key, value in entry_points.items()]
    (info / "entry_points.txt").write_text("\n".join(["[skipwire.layers]", *lines, ""]))


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(ROOT), str(folder)))
    return subprocess.run(
        [sys.executable, *words], env={**os.environ, "PYTHONPATH": path}, cwd=folder,
        capture_output=True, text=True,
    )  # fmt: skip


def said(folder: Path, *words: str) -> Any:
    done = run(folder, "-c", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The package of the page, as it is when it is installed."""
    project = tomllib.loads(block("`pyproject.toml`:", "toml"))["project"]
    points = project["entry-points"]["skipwire.layers"]
    install(
        tmp_path,
        project["name"],
        points,
        skipwire_maxout=block("`skipwire_maxout.py`:", "python"),
    )
    return tmp_path


def test_the_example_of_the_page_is_a_layer_like_any_other(example: Path) -> None:
    kinds, failed = said(example, LOOK)
    assert kinds[-1] == "Maxout"
    assert failed == []
    drawn = said(example, DRAW, "Maxout", '{"pieces": 3}')
    assert drawn["shape"] == [[2, 5, 4]]
    assert "class Maxout(nn.Module):" in drawn["source"]
    assert "self.it = Maxout(3)" in drawn["source"]
    refused = said(example, DRAW, "Maxout", '{"pieces": 4}')
    assert "receives 6" in refused["problems"][0]
    assert "divides 6" in refused["problems"][0]


def test_its_code_runs_without_the_package_and_keeps_what_it_says(example: Path) -> None:
    import torch

    source = said(example, DRAW, "Maxout", '{"pieces": 3}')["source"]
    module: dict[str, Any] = {}
    exec(source, module)
    x = torch.rand(2, 6, 5, 4, requires_grad=True)
    kept: list[torch.Tensor] = []
    with torch.autograd.graph.saved_tensors_hooks(kept.append, lambda tensor: tensor):
        y = module["Net"]()(x)
    expected = torch.stack([x[:, :3].amax(1), x[:, 3:].amax(1)], 1)
    assert torch.equal(y, expected)
    assert {t.untyped_storage().data_ptr() for t in kept} == {
        t.untyped_storage().data_ptr() for t in (x, y)
    }


def test_code_may_name_a_class_of_an_installed_module(tmp_path: Path) -> None:
    layer = block("`skipwire_maxout.py`:", "python").replace(
        'ModuleCode(Support("Maxout", MODULE))',
        'ModuleCode("acme.Maxout", imports=("import acme",))',
    )
    install(tmp_path, "acme", {"maxout": "acme_layers:MAXOUT"}, acme_layers=layer)
    source = said(tmp_path, DRAW, "Maxout", "{}")["source"]
    assert "\nimport acme\n" in source
    assert "self.it = acme.Maxout(2)" in source


SPEC = """
from nodes.spec import *
def spec(id="Mine", **more):
    made = dict(id=id, family="F", summary="S", help="H",
                infer=lambda a, inputs: Facts(outputs=inputs[:1]), code=ModuleCode("nn.Identity"))
    return LayerSpec(**{**made, **more})
"""
FAULTS = {
    "import error": ("import nowhere_to_be_found", "ModuleNotFoundError"),
    "own error": ("1 / 0", "ZeroDivisionError"),
    "not python": ("def", "SyntaxError"),
    "nothing there": ("", "AttributeError"),
    "wrong type": ("LAYER = 3", "gives a int"),
    "wrong element": ("LAYER = [spec(), 'Linear']", "gives a str where"),
    "id taken": ("LAYER = spec('Conv2d')", "a layer Conv2d already"),
    "one id twice": ("LAYER = [spec(), spec()]", "two layers of one id"),
    "illegal id": ("LAYER = spec('my layer')", "cannot be the id"),
    "no help": ("LAYER = spec(help='')", "has no help"),
    "no code": ("LAYER = spec(code=None)", "has no code"),
    "no input": ("LAYER = spec(inputs=())", "needs inputs"),
    "two params": ("LAYER = spec(params=(Param('p', Kind.INT, 1, ''),) * 2)", "of one name"),
    "bad default": ("LAYER = spec(params=(Param('p', Kind.INT, 0, '', 1),))", "at least 1"),
    "bad class": ("LAYER = spec(code=ModuleCode(Support('Mine', 'class Mine(')))", "not Python"),
    "other class": (
        "LAYER = spec(code=ModuleCode(Support('Mine', 'class M: 1')))",
        "not the class",
    ),
    "bad name": ("LAYER = spec(code=ModuleCode('os.system(1)'))", "no name"),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every package that fails, and one that does not, installed side by side."""
    folder = tmp_path_factory.mktemp("faulty")
    for number, (text, _) in enumerate(FAULTS.values()):
        install(
            folder, f"p{number}", {f"p{number}": f"m{number}:LAYER"}, **{f"m{number}": SPEC + text}
        )
    raising = "def infer(a, inputs): raise KeyError('oh')\nLAYER = spec('Raising', infer=infer)"
    several = f"LAYERS = [spec('Good'), spec('Better')]\n{raising}"
    install(folder, "good", {"a": "good:LAYERS", "b": "good:LAYER"}, good=SPEC + several)
    return folder


def test_what_fails_is_told_and_skipped_and_the_rest_is_there(faulty: Path) -> None:
    kinds, failed = said(faulty, LOOK)
    assert kinds[-3:] == ["Good", "Better", "Raising"]
    told = {package: reason for _, package, reason in failed}
    assert len(told) == len(FAULTS)
    for number, (name, (_, reason)) in enumerate(FAULTS.items()):
        assert reason in told[f"p{number}"], name


def test_a_rule_of_shape_that_raises_is_a_problem_of_its_node(faulty: Path) -> None:
    drawn = said(faulty, DRAW, "Raising", "{}")
    assert "third-party layer Raising failed: KeyError: 'oh'" in drawn["problems"][0]


def test_the_command_line_tells_what_was_skipped(faulty: Path) -> None:
    done = run(faulty, "-m", "app", "check", "preset:lenet5")
    assert done.returncode == 0
    assert done.stderr.count("are left out") == len(FAULTS)
    assert "The layers “p0” of p0 are left out: ModuleNotFoundError" in done.stderr
