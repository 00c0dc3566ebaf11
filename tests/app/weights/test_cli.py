"""`skipwire weights`, and commands on a file of weights that carries its network."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from app.analysis import analyse
from app.cli import OK, PROBLEMS, USAGE, main
from app.targets import load
from app.weights.entry import NETWORK
from app.weights.manifest import manifest
from nodes.network.document import Document, dumps


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Weights of LeNet-5 without its last layer, and the network beside them."""
    document = load("preset:lenet5")
    entries = manifest(document.network, analyse(document.network))
    held = {f"net.{e.key}": np.ones(e.shape, np.float32) for e in entries[:-2]}
    path = tmp_path / "a.safetensors"
    save_file(held, path, {NETWORK: dumps(Document(document.network, {"epochs": 1}))})
    return path


def test_the_matching_is_listed(weights: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", str(weights), "preset:lenet5"]) == PROBLEMS
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 11
    assert told[0].split() == ["matched:", *told[0].split()[1:-1], "net.conv1.weight"]
    assert told[-1] == (
        "8 of 10 tensors of the network, by name; “net.” taken off the file's names; "
        "2 missing in the file."
    )


def test_for_machines(weights: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", str(weights), "preset:lenet5", "--json", "--by", "name"]) == PROBLEMS
    found = json.loads(capsys.readouterr().out)
    assert (found["complete"], found["how"], found["prefix"]) == (False, "name", "net.")
    assert (len(found["matched"]), len(found["missing"]), found["total"]) == (8, 2, 10)


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", str(tmp_path / "no.pth"), "preset:lenet5"]) == USAGE
    assert "no such file" in capsys.readouterr().err


def test_a_file_of_weights_is_a_network_to_check_and_train(
    weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(weights)]) == OK
    assert "LeNet-5: 61,706 parameters" in capsys.readouterr().out
    arguments = ["train", str(weights), "--device", "cpu", "--batch-size", "1000", "--json"]
    assert main(arguments) == OK
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (started,) = (e for e in events if e["event"] == "started")
    assert started["weights"].startswith("Began with 8 of 10 tensors of a.safetensors; ")
