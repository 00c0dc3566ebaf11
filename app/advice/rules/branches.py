"""Merges that have nothing to merge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.advice.advise import Finding, Rule, View
from app.advice.changes import dissolving, drawing
from app.advice.flow import Flow, Layer
from app.advice.repair import Candidate
from nodes.network import Endpoint, Wire
from nodes.network.lookup import ports

_MERGES = ("Add", "Multiply", "Maximum", "Average", "Concat")
_MOST = 3  # layers with weights that a new shortcut leads around


def _alone(view: View) -> Iterator[Finding]:
    for layer in view.flow.of(*_MERGES):
        if layer.kind in _MERGES and len(layer.sources) == 1:
            yield Finding(
                layer,
                f"{layer.path}: it receives one branch only, and passes it on as it is.",
                candidates=partial(_second, view.flow, layer),
            )


def _second(flow: Flow, layer: Layer) -> Iterator[Candidate]:
    """What nothing uses yet for a second branch, or the node removed, or a shortcut to a sum."""
    scope, name = layer.definition
    graph, prefix = flow.network.scope(scope), layer.path.removesuffix(name)
    target = Endpoint(name, "inputs")
    for node in graph.nodes:
        if node.name == name or graph.out_of(node.name):
            continue
        for output in ports(flow.network, node)[1][:1]:
            wire = Wire(Endpoint(node.name, output), target)
            says = f"Draw a wire from {node.name} to {name}"
            yield Candidate(says, drawing(scope, wire), 0)
    yield Candidate(f"Remove {name}", dissolving(scope, name), 1)
    if layer.kind == "Add" and (begin := _begin(flow, layer, prefix)) is not None:
        source = Endpoint(begin.report.name, next(iter(begin.report.outputs)))
        says = f"Draw a wire from {begin.report.name} to {name}"
        yield Candidate(says, drawing(scope, Wire(source, target)), 2)


def _begin(flow: Flow, layer: Layer, prefix: str) -> Layer | None:
    """Where a shortcut to a sum could begin: as far up as the shape and a few layers allow."""
    found, weighted = None, 0
    (at,) = flow.before(layer)
    while weighted <= _MOST and at.path == prefix + at.report.name:
        if weighted and at.shape == layer.shape:
            found = at
        weighted += at.weighted
        if len(at.sources) != 1:
            break
        (at,) = flow.before(at)
    return found


RULES = (
    Rule(
        "single-branch",
        "Merge of a single branch",
        "A sum, a product or a concatenation of one branch is that branch: either another one is "
        "missing, or the node can go.",
        "torch.add, torch.mul and torch.cat",
        _alone,
    ),
)
