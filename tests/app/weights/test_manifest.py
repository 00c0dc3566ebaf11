"""The list of a network's tensors is its module's `state_dict`: keys, shapes, types and order."""

from __future__ import annotations

import types

import pytest
import torch

from app.analysis import analyse
from app.codegen import generate
from app.weights.manifest import manifest
from nodes.network import Network
from tests.app.codegen.networks import NETWORKS


@pytest.mark.parametrize("name", NETWORKS)
def test_it_is_the_state_dict(name: str) -> None:
    network: Network = NETWORKS[name]
    report = analyse(network)
    source = generate(network, report)
    module = types.ModuleType("network")
    exec(source.text, module.__dict__)
    with torch.device("meta"):
        made = getattr(module, source.class_name)()
    words = {torch.float32: "F32", torch.int64: "I64"}
    held = [(k, tuple(t.shape), words[t.dtype]) for k, t in made.state_dict().items()]
    found = manifest(network, report)
    assert [(e.key, e.shape, e.dtype) for e in found] == held
    assert all(e.path in report.nodes and f"{e.key}.".startswith(f"{e.path}.") for e in found)
