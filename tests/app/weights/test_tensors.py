"""Heads of .safetensors files: what is read, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from app.targets import load
from app.weights.entry import NETWORK, ORDER, Entry
from app.weights.tensors import WeightsError, tensors
from nodes.errors import DocumentError
from nodes.network.document import Document, How, Weights, dumps
from tests.app.networks import ends, network

HELD: dict[str, np.ndarray] = {
    "b": np.zeros((2, 3), np.float32),
    "a": np.zeros((), np.int64),
    "c": np.ones(4, np.float16),
}


def test_keys_shapes_and_types(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    save_file(HELD, path)
    found = tensors(path)
    assert set(found.entries) == {
        Entry("b", (2, 3)),
        Entry("a", (), "I64"),
        Entry("c", (4,), "F16"),
    }
    assert not found.ordered
    assert found.document is None


def test_the_order_that_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    save_file(HELD, path, {ORDER: json.dumps(["b", "a", "c"])})
    found = tensors(path)
    assert ([e.key for e in found.entries], found.ordered) == (["b", "a", "c"], True)


@pytest.mark.parametrize("order", ["", "{", "[1]", '["a", "b"]', '["a", "b", "d"]', "3", "null"])
def test_an_order_of_something_else_is_none(tmp_path: Path, order: str) -> None:
    path = tmp_path / "a.safetensors"
    save_file(HELD, path, {ORDER: order})
    found = tensors(path)
    assert (len(found.entries), found.ordered) == (3, False)


def test_damaged_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    save_file(HELD, path)
    whole = path.read_bytes()
    huge = (1 << 60).to_bytes(8, "little")
    for damaged in (
        b"",
        whole[:5],
        whole[:40],
        whole[:-1],
        whole + b"x",
        huge + whole[8:],
        b"x" * 99,
    ):
        path.write_bytes(damaged)
        with pytest.raises(WeightsError, match=r"a\.safetensors.*Get it again"):
            tensors(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.safetensors"):
        with pytest.raises(WeightsError, match="Check the path"):
            tensors(path)


def test_a_file_that_carries_its_network_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    document = Document(network(ends(1, 8, 8), "input output"), {"epochs": 3})
    save_file(HELD, path, {NETWORK: dumps(document)})
    found = load(str(path))
    assert (found.network, found.recipe) == (document.network, document.recipe)
    assert found.weights == Weights(str(path), "", How.NAME)


@pytest.mark.parametrize(
    ("metadata", "words"), [({}, "no network"), ({NETWORK: '{"format": 1}'}, "cannot be opened")]
)
def test_a_file_without_a_network_is_no_document(
    tmp_path: Path, metadata: dict[str, str], words: str
) -> None:
    path = tmp_path / "a.safetensors"
    save_file(HELD, path, metadata)
    with pytest.raises(DocumentError, match=words):
        load(str(path))
