"""The commands without a window: what they print, where, and with which exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from math import inf, nan
from pathlib import Path
from typing import Any, get_args

import pytest
import torch

from app.cli import _event_json, main
from app.training.messages import Epoch, Finished, Lasting, Steps
from nodes.network import Graph, Network, wire
from nodes.network.document import Document, save
from presets import PRESETS
from tests.app.heads import two_heads
from tests.app.networks import ends, network, node

LENET = "preset:lenet5"


@dataclass
class Done:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        def refuse(word: str) -> None:
            raise AssertionError(f"{word} is not JSON")

        return json.loads(self.out, parse_constant=refuse)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Done]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    def run(*words: object) -> Done:
        try:
            status = main([str(w) for w in words])
        except SystemExit as end:  # argparse's way to end
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return run


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.skipwire"
    nodes = [*ends(), node("conv", "Conv2d", kernel_size=99), node("act", "ReLU")]
    save(path, Document(network(nodes, "input conv act output")))
    return path


@pytest.fixture
def forked(tmp_path: Path) -> Path:
    path = tmp_path / "forked.skipwire"
    nodes = (*ends(), node("flatten", "Flatten"), node("second", "Output"))
    wires = (
        wire("input", "output", "output", "input"),
        wire("input", "output", "flatten", "input"),
        wire("flatten", "output", "second", "input"),
    )
    save(path, Document(Network("Forked", Graph(nodes, wires))))
    return path


def assert_refused(done: Done, status: int = 2) -> None:
    assert done.status == status, done
    assert not done.out
    assert len(done.err.splitlines()) == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "words",
    [
        "check",
        "check a b",
        "check preset:lenet5 --wrong",
        "check nowhere.skipwire",
        "check preset:nothing",
        "check preset:lenet5 --set",
        "check preset:lenet5 --set classes",
        "check preset:lenet5 --set wrong=1",
        "check preset:lenet5 --set classes=many",
        "check preset:lenet5 --set classes=0",
        "check preset:lenet5 --set activation=Cosine",
        "code preset:lenet5 -o /no/such/folder/lenet.py",
        "presets more",
        "train",
        "train preset:lenet5 --epochs 0",
        "train preset:lenet5 --epochs x",
        "train preset:lenet5 --seed -1",
        "train preset:lenet5 --batch-size 0",
        "train preset:lenet5 --learning-rate nan",
        "train preset:lenet5 --device abacus",
        "train preset:lenet5 --data=",
        "nowhere.skipwire",
        "--wrong",
    ],
)
def test_bad_usage_is_one_line_and_status_2(cli: Cli, words: str) -> None:
    assert_refused(cli(*words.split()))


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"skipwire": 99}', None])
@pytest.mark.parametrize("command", ["check", "code", "train"])
def test_a_file_that_is_none_is_one_line_and_status_2(
    cli: Cli, command: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "file.skipwire"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert_refused(cli(command, path))


def test_the_parameters_of_a_preset_are_not_those_of_a_file(cli: Cli, broken: Path) -> None:
    assert_refused(cli("check", broken, "--set", "classes=3"))


def test_presets_are_listed_with_their_parameters_and_references(cli: Cli) -> None:
    listed = cli("presets", "--json").json
    assert [p["id"] for p in listed] == list(PRESETS)
    for p in listed:
        assert {"id", "title", "family", "year", "authors", "paper", "link"} <= p.keys()
        assert all({"name", "kind", "default", "help"} <= q.keys() for q in p["parameters"])
        given = {r.name: dict(r.set) for r in PRESETS[p["id"]].references}
        assert {r["name"]: r["set"] for r in p["references"]} == given
    settings = ["--set=input_size=28", "--set=padding=2", "--set=activation=Sigmoid"]
    assert cli("check", "preset:lenet5", *settings).status == 0


def test_presets_are_listed_with_their_bounds_accuracy_and_counts(cli: Cli) -> None:
    listed = {p["id"]: p for p in cli("presets", "--json").json}
    found = listed["resnet18"]
    bounds = {q["name"]: (q.get("minimum"), q.get("maximum")) for q in found["parameters"]}
    assert bounds["classes"] == (1, 1_000_000)
    assert {"top1", "data", "how"} == found["accuracy"].keys()
    counts = found["counts"]
    assert (counts["parameters"], counts["depth"]) == (11_689_512, 18)
    assert counts["input_shape"] == [3, 224, 224]
    assert counts["kinds"]["Add"] == 8
    assert counts["stages"][2] == {
        "name": "layer1", "kind": "BasicBlock", "repeat": 2, "output": "64×56×56",
        "training": False,
    }  # fmt: skip
    assert counts["training_bytes"]["64"] > counts["training_bytes"]["1"]


def test_presets_are_listed_as_a_table_by_family(cli: Cli) -> None:
    lines = cli("presets").out.splitlines()
    assert lines[0].split() == ["Preset", "Title", "Year", "Parameters", "MACs", "Top-1"]
    for p in PRESETS.values():
        at = next(k for k, line in enumerate(lines) if line.startswith(f"preset:{p.id} "))
        assert p.title in lines[at]
        assert "--set" in lines[at + 1]
        assert p.family in lines


def test_check_of_a_sound_network(cli: Cli) -> None:
    done = cli("check", LENET, "--json")
    assert (done.status, done.err) == (0, "")
    assert done.json["ok"] is True
    assert done.json["problems"] == []
    totals = done.json["totals"]
    assert (totals["parameters"], totals["buffers"]) == (61706, 0)
    assert (totals["macs"], totals["flops"]) == (416520, 833040)
    assert done.json["output_shapes"] == [[10]]
    conv = done.json["nodes"]["conv1"]
    assert (conv["kind"], conv["output_shapes"]) == ("Conv2d", [[6, 28, 28]])
    assert (conv["parameters"], conv["macs"], conv["flops"]) == (156, 117600, 235200)
    assert "61,706 parameters" in cli("check", LENET).out


def test_check_of_a_network_with_auxiliary_outputs(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "heads.skipwire"
    save(path, Document(two_heads()))
    done = cli("check", path, "--json").json
    assert done["totals"]["training_macs"] > done["totals"]["macs"]
    assert done["output_shapes"] == [[10]]
    assert done["nodes"]["head1.fc"]["training_only"] is True
    assert done["nodes"]["conv1"]["training_only"] is False
    told = cli("check", path).out
    assert f"{done['totals']['training_macs']:,} in training" in told
    assert sum(line.endswith("training only") for line in told.splitlines()) == 11
    assert "in training" not in cli("check", LENET).out


def test_check_of_a_network_with_problems(cli: Cli, broken: Path) -> None:
    done = cli("check", broken, "--json")
    assert (done.status, done.err) == (1, "")
    assert done.json["ok"] is False
    root, follows = done.json["problems"]
    assert (root["rule"], root["nodes"], root["consequence"]) == (
        "window-too-large",
        ["conv"],
        False,
    )
    assert (follows["nodes"], follows["consequence"]) == (["act"], True)
    assert "99" in cli("check", broken).out


@pytest.mark.parametrize("command", ["code", "train"])
def test_a_network_with_problems_has_no_code_and_no_training(
    cli: Cli, command: str, broken: Path
) -> None:
    done = cli(command, broken)
    assert (done.status, done.out) == (1, "")
    assert "99" in done.err


def test_a_network_that_cannot_be_trained_is_a_problem_of_the_network(
    cli: Cli, forked: Path
) -> None:
    assert cli("check", forked).status == 0
    assert_refused(cli("train", forked), status=1)


def test_code_names_the_class_that_is_the_network(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "lenet.py"
    assert cli("code", LENET, "--set", "classes=7", "-o", path).out == ""
    assert path.read_text() == cli("code", LENET, "--set", "classes=7").out
    module: dict[str, Any] = {}
    exec(path.read_text(), module)
    (name,) = module["__all__"]
    assert module[name]()(torch.zeros(1, 1, 32, 32)).shape == (1, 7)


def test_train_ends_with_its_figures_and_the_seed_decides_them(cli: Cli) -> None:
    words = ("train", LENET, "--epochs", 1, "--device", "cpu", "--json")
    first, again, other = (cli(*words, "--seed", seed) for seed in (3, 3, 4))
    assert first.status == 0
    assert {"event", "epochs", "train_loss", "val_loss", "val_accuracy"} <= first.lines[-1].keys()
    assert first.lines[-1]["event"] == "finished"
    assert first.lines[-1]["epochs"] == 1
    kept = {kind.__name__.lower() for kind in get_args(Lasting)}
    assert {line["event"] for line in first.lines} <= kept

    def figures(done: Done) -> list[float]:
        return [done.lines[-1][name] for name in ("train_loss", "val_loss", "val_accuracy")]

    assert figures(first) == figures(again) != figures(other)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--data /no/such/folder", "/no/such/folder"),
        ("--set classes=7", "10 classes"),
        ("--set channels=2", "channels"),
    ],
)
def test_data_that_cannot_be_had_is_status_2(cli: Cli, words: str, told: str) -> None:
    done = cli("train", LENET, *words.split())
    assert_refused(done)
    assert told in done.err


def test_numbers_that_json_does_not_have_are_null() -> None:
    line = _event_json(Finished(0, 0, True, nan, nan, nan, 0.5, 0.0))
    assert json.loads(line)["val_loss"] is None
    assert json.loads(line)["seconds"] == 0.5


def test_neither_are_those_within_others() -> None:
    steps = Steps(0, (1.0, 2.0), 1, 0.1, 9.0, 0.0, 0.0, gradient_norms=(nan, inf))
    assert json.loads(_event_json(steps))["gradient_norms"] == [None, None]
    assert json.loads(_event_json(steps))["losses"] == [1.0, 2.0]
    epoch = Epoch(1, 1, 1.0, 0.5, 1.0, 0.5, 1.0, output_losses={"out": -inf, "aux": 0.5})
    assert json.loads(_event_json(epoch))["output_losses"] == {"out": None, "aux": 0.5}


@pytest.mark.parametrize("words", ["presets", "check preset:lenet5 --json"])
def test_a_reader_that_goes_away_is_no_error(words: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *words.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
