"""Custom layers without a window: inert until trusted, then in the report, the code and a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.analysis import analyse
from app.cli import main
from app.codegen import generate
from nodes.custom import KNOWN, CustomLayer, Question
from nodes.network import ROOT, Block, Graph, Network, Node, edits, wire
from nodes.network.document import Document, save
from nodes.spec import Facts
from tests.nodes.custom.sources import GATE, layer


def network(source: str) -> Network:
    nodes = (
        Node("input", "Input", {"shape": (1, 8, 8)}),
        Node("gate", "Gate", {"steepness": 2.0}),
        Node("flatten", "Flatten"),
        Node("fc", "Linear"),
        Node("output", "Output"),
    )
    wires = (
        wire("input", "output", "gate", "x"),
        wire("gate", "output", "flatten", "input"),
        wire("flatten", "output", "fc", "input"),
        wire("fc", "output", "output", "input"),
    )
    return Network("Gated", Graph(nodes, wires), custom=(CustomLayer(source),))


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """What the code of `file` leaves behind as soon as anything of it is run."""
    return tmp_path / "it ran"


@pytest.fixture
def file(tmp_path: Path, trace: Path) -> Path:
    leaves = f"    open({str(trace)!r}, 'w').close()\n\n    def __init__"
    path = tmp_path / "gated.skipwire"
    save(path, Document(network(GATE.replace("    def __init__", leaves))))
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--json"),
        ("code",),
        ("train", "--epochs", "1"),
        ("export", "-o", "gated.onnx"),
    ],
    ids=" ".join,
)
def test_code_in_a_file_is_not_run_unasked(
    words: tuple[str, ...],
    file: Path,
    trace: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(file.parent)
    command, *others = words
    assert main([command, str(file), *others]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "carries code of its own (Gate)" in err
    assert "--trust" in err
    assert not trace.exists()
    assert not (file.parent / "gated.onnx").exists()


def test_trusted_code_is_checked_written_and_trained(
    file: Path, trace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(file), "--json", "--trust"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["nodes"]["gate"]["parameters"] == 2
    assert found["nodes"]["gate"]["macs"] == 64
    assert trace.exists(), "the proof that it would have left a trace"
    assert main(["code", str(file), "--trust"]) == 0
    assert "self.gate = Gate(1, steepness=2.0)" in capsys.readouterr().out
    words = ("--epochs", "1", "--device", "cpu", "--trust")
    assert main(["train", str(file), *words]) == 0
    assert "Finished 1 epoch" in capsys.readouterr().err


def test_what_fails_in_the_code_is_a_problem_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.skipwire"
    save(path, Document(network(GATE.replace("self.gate(x)", "self.gate(x, x)"))))
    assert main(["check", str(path), "--trust"]) == 1
    assert "gate: line 17 of Gate: TypeError" in capsys.readouterr().out


# --- generated code ------------------------------------------------------------------------------


def answered(made: Network) -> Network:
    """The network, with every custom layer taken for one that changes no shape."""
    KNOWN.trust(c.fingerprint for c in made.custom)
    analyse(made)
    asked: list[Question] = [q for q in KNOWN.open if q.source in {c.source for c in made.custom}]
    for question in asked:
        KNOWN.put(question, Facts(outputs=question.inputs[:1]))
    return made


def test_the_class_stands_in_the_code_as_it_was_written_and_its_lines_are_known() -> None:
    made = answered(network(GATE + "# generated\n"))
    source = generate(made, analyse(made))
    declared = made.custom[0].declaration
    lines = source.text.split("\n")
    assert "\n".join([declared.text, "", ""]) in source.text
    assert source.text.startswith('"""')
    assert "\nimport torch\nfrom torch import Tensor, nn\n" in source.text
    inside = {n: place for n, place in source.carried.items() if place[0] == "Gate"}
    assert [lines[n - 1] for n in inside] == declared.text.split("\n")
    assert [within for _, within in inside.values()] == list(range(1, len(inside) + 1))
    compile(source.text, "module", "exec")


def test_imports_of_the_code_come_along() -> None:
    source = layer(
        "def forward(self, x) -> Tensor:\n    return F.relu(x) * math.pi",
        "import math\nfrom torch.nn import functional as F",
        name="Gate",
    )
    made = answered(edits.reset_argument(with_source(source), ROOT, ["gate"], "steepness"))
    text = generate(made, analyse(made)).text
    assert "\nimport math\n" in text
    assert "\nfrom torch.nn import functional as F\n" in text
    module: dict[str, object] = {}
    exec(text, module)
    assert "Gate" in module


def with_source(source: str) -> Network:
    """The network where the gate takes any argument that the test then removes."""
    taken = source.replace(
        "    def forward", "    def __init__(self, steepness: float = 1.0):\n"
        "        super().__init__()\n\n    def forward"
    )  # fmt: skip
    return network(taken)


def test_no_class_of_the_network_takes_the_name_of_a_custom_layer_or_an_import() -> None:
    source = layer(
        "def __init__(self, steepness: float = 1.0):\n    super().__init__()\n"
        "def forward(self, x) -> Tensor:\n    return x * int(Fraction(2))",
        "from fractions import Fraction",
        name="Gate",
    )
    made = answered(edits.rename_network(network(source), "gate"))
    assert generate(made, analyse(made)).class_name == "Gate2"
    made = edits.rename_network(made, "fraction")
    assert generate(made, analyse(made)).class_name == "Fraction2"


def test_a_custom_layer_works_inside_a_block_that_repeats() -> None:
    inner = Graph(
        (Node("entry", "Input"), Node("gate", "Gate"), Node("exit", "Output")),
        (wire("entry", "output", "gate", "x"), wire("gate", "output", "exit", "input")),
    )
    outer = Graph(
        (Node("input", "Input"), Node("stage", "Stage", repeat=3), Node("output", "Output")),
        (wire("input", "output", "stage", "entry"), wire("stage", "exit", "output", "input")),
    )
    source = GATE + "# in a block\n"
    made = answered(Network("N", outer, (Block("Stage", graph=inner),), (CustomLayer(source),)))
    report = analyse(made)
    assert report.ok
    text = generate(made, report).text
    assert text.count("class Gate(nn.Module):") == 1
    assert "Gate(in_channels)" in text
