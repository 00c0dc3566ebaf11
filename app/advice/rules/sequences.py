"""Sequences whose steps and features change places without a word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.advice.advise import Finding, Rule, View
from app.advice.changes import Edit, New, chained, inserting, inserting_after
from app.advice.flow import Flow, Layer
from app.advice.repair import Candidate
from nodes import shapes
from nodes.network import Endpoint, Network, Wire, edits
from nodes.network.lookup import ports

_READERS = ("LSTM", "GRU", "MultiheadAttention")
_MIXES = ("LayerNorm", "Linear", "Permute")  # they take the last axis for the features, or move it
_TURN = New("Permute", {"dims": (2, 1)})


def _unturned(view: View) -> Iterator[Finding]:
    for layer in view.flow.of(*_READERS):
        for number, shape in enumerate(layer.report.inputs):
            before = _maps_before(view.flow, layer, number)
            if before is None or len(shape) != 2:
                continue
            channels, steps = shape
            yield Finding(
                layer,
                f"{layer.path}: it reads {shapes.text(shape)} as {channels} steps of {steps} "
                f"features, and {before.path} gives {channels} channels of {steps} steps.",
                (before.path,),
                candidates=partial(_turned, view.flow, layer),
            )
            break


def _maps_before(flow: Flow, layer: Layer, number: int) -> Layer | None:
    """The convolution or pool whose channels and steps arrive at an input as it left them."""
    here = flow.layers[layer.sources[number][0]]
    while True:
        if here.kind.endswith("1d") and ("Conv" in here.kind or "Pool" in here.kind):
            return here
        if len(here.sources) != 1 or here.kind.startswith(_MIXES):
            return None
        if here.report.inputs[0] != here.shape:
            return None
        (here,) = flow.before(here)


def _turned(flow: Flow, layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    graph = flow.network.scope(scope)
    order = [p.name for p in ports(flow.network, graph.by_name[name])[0]]
    wires = sorted(graph.into(name), key=lambda w: order.index(w.target.port))
    turned: dict[Endpoint, list[Wire]] = {}
    for number, wire in enumerate(wires):
        if _maps_before(flow, layer, number):
            turned.setdefault(wire.source, []).append(wire)
    there = chained(*(_turning(scope, alike) for alike in turned.values()))
    back = inserting_after(scope, Endpoint(name, next(iter(layer.report.outputs))), _TURN)
    says = f"Insert a Permute before {name}"
    yield Candidate(says, there, 0, 2)
    yield Candidate(f"{says}, and one that turns back behind it", chained(there, back), 1, 4)


def _turning(scope: str, wires: list[Wire]) -> Edit:
    """One Permute for all the wires from one output into a node."""

    def edit(network: Network) -> Network:
        first, *others = wires
        network = inserting(scope, first, _TURN)(network)
        arriving = network.scope(scope).into(first.target.node)
        source = next(w.source for w in arriving if w.target == first.target)
        for wire in others:
            network = edits.reconnect(network, scope, wire, Wire(source, wire.target))
        return network

    return edit


RULES = (
    Rule(
        "channels-as-steps",
        "Channels read as steps",
        "A convolution over a sequence gives channels × steps, and what reads a sequence takes "
        "steps × features. Without a Permute between them the two change places, and the network "
        "runs all the same.",
        "torch.nn.Conv1d; torch.nn.LSTM and torch.nn.MultiheadAttention with batch_first",
        _unturned,
    ),
)
