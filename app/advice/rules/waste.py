"""Layers that do nothing, that do it twice, or that hold more than their share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.advice.advise import Finding, Rule, View
from app.advice.changes import (
    Edit,
    New,
    chained,
    cutting,
    dissolving,
    inserting,
    listed,
    removing,
    setting,
)
from app.advice.flow import Flow, Layer
from app.advice.mending import merging
from app.advice.place import locate
from app.advice.repair import Candidate
from app.advice.rules.words import SEEN_THROUGH, count, percent
from nodes import shapes
from nodes.catalogue import CATALOGUE
from nodes.network import Network, Wire

_MANY = 100_000  # parameters; a smaller layer is no burden whatever its share
_NO_SIGN = ("ReLU", "ReLU6", "Sigmoid", "Hardsigmoid", "Softmax")  # none of theirs is negative
_SUMS = ("Add", "Subtract", "Maximum", "Average")
_OF_BRANCHES = (*_SUMS, "Concat")  # a product with itself is a square


def _dead(view: View) -> Iterator[Finding]:
    for layer in view.flow.layers.values():
        if says := _does_nothing(view.flow, layer):
            yield Finding(
                layer,
                f"{layer.path}: {says}",
                candidates=partial(_removed, layer),
            )
        elif layer.kind in _OF_BRANCHES and (doubles := _doubles(view.flow, layer)):
            _, double = doubles[0]
            yield Finding(
                layer,
                f"{layer.path}: it receives the value of {double} more than once"
                + ("; their difference is zero." if layer.kind == "Subtract" else "."),
                (double,),
                candidates=partial(_once, view.flow, layer, [n for n, _ in doubles]),
            )


def _removed(layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    yield Candidate(f"Remove {name}", dissolving(scope, name))


def _does_nothing(flow: Flow, layer: Layer) -> str:
    if layer.kind.startswith("Dropout"):
        if layer.args.p == 0:
            return "with p = 0 it drops nothing."
        if layer.args.p == 1:
            return "with p = 1 it drops everything: in training nothing behind it learns."
    if layer.kind == "ReLU":
        (before,) = flow.before(layer)
        if before.kind in _NO_SIGN:
            return f"{before.path} gives nothing negative, so that it changes nothing."
    if layer.kind == "Flatten" and len(layer.report.inputs[0]) == 1:
        return "its input is a vector already."
    if "Pool" in layer.kind and hasattr(layer.args, "kernel_size"):
        whole = layer.args.kernel_size in (1, (1, 1), (1,), (1, 1, 1))
        if whole and layer.report.inputs[0] == layer.shape:
            return "a window of one cell that moves by one changes nothing."
    return ""


def _doubles(flow: Flow, layer: Layer) -> list[tuple[int, str]]:
    """The wires by which what has come already reaches a merge again, and the layer it is from.

    Layers that change nothing are seen through.
    """
    seen, found = set(), []
    for number, source in enumerate(layer.sources):
        path, port = source
        while flow.layers[path].kind == "Identity":
            ((path, port),) = flow.layers[path].sources
        if (path, port) in seen:
            found.append((number, path))
        seen.add((path, port))
    return found


def _once(flow: Flow, layer: Layer, again: list[int]) -> Iterator[Candidate]:
    """Every value by its first wire only; where one value is left, the merge is not needed."""
    scope, name = layer.definition
    wires = flow.network.scope(scope).into(name)
    if layer.kind == "Subtract" or len(wires) != len(layer.sources):
        return
    doubled = [wires[number] for number in again]
    tidied = _tidied(scope, doubled)
    if len(wires) - len(doubled) == 1:
        yield Candidate(f"Remove {name}", chained(dissolving(scope, name), tidied))
        return
    says = f"Remove the wire from {listed([w.source.node for w in doubled])} to {name}"
    yield Candidate(says, chained(cutting(scope, *doubled), tidied))


def _tidied(scope: str, wires: list[Wire]) -> Edit:
    """Without the nodes that change nothing and fed only these wires."""

    def edit(network: Network) -> Network:
        graph = network.scope(scope)
        idle = {
            w.source.node
            for w in wires
            if not graph.out_of(w.source.node) and graph.by_name[w.source.node].kind == "Identity"
        }
        return removing(scope, *idle)(network) if idle else network

    return edit


def _heavy(view: View) -> Iterator[Finding]:
    total = view.flow.report.totals.parameters
    for layer in view.flow.of("Linear"):
        if layer.report.parameters < _MANY or 2 * layer.report.parameters < total:
            continue
        flatten = _flattened(view.flow, layer)
        if flatten is None:
            continue
        shape = flatten.report.inputs[0]
        yield Finding(
            layer,
            f"{layer.path}: it holds {count(layer.report.parameters)} of the {count(total)} "
            f"parameters ({percent(layer.report.parameters / total)}), because it reads every cell "
            f"of {shapes.text(shape)}.",
            (flatten.path,),
            candidates=partial(_averaged, view.flow, flatten),
        )


def _flattened(flow: Flow, layer: Layer) -> Layer | None:
    """The Flatten that makes a vector of maps for this layer."""
    while True:
        (layer,) = flow.before(layer)
        if layer.kind == "Flatten":
            cells = layer.report.inputs[0][1:]
            return layer if any(n > 1 for n in cells) else None
        if not layer.kind.startswith(SEEN_THROUGH):
            return None


def _averaged(flow: Flow, flatten: Layer) -> Iterator[Candidate]:
    scope, name = flatten.definition
    (before,) = flow.before(flatten)
    axes = len(flatten.report.inputs[0]) - 1
    kind = f"AdaptiveAvgPool{axes}d"
    if before.kind == kind and before.report.scope == scope:
        edit = setting(scope, {before.report.name: {"output_size": 1}})
        yield Candidate(f"Let {before.report.name} average every map to one number", edit, 0)
    if kind in CATALOGUE:
        (wire,) = flow.network.scope(scope).into(name)
        edit = inserting(scope, wire, New(kind))
        yield Candidate(f"Average every map before {name}", edit, 0, 2)


def _broadcast(view: View) -> Iterator[Finding]:
    for layer in view.flow.of(*_SUMS):
        if len(set(layer.report.inputs)) < 2:
            continue
        received = " and ".join(dict.fromkeys(map(shapes.text, layer.report.inputs)))
        yield Finding(
            layer,
            f"{layer.path}: its branches are {received}; the smaller is repeated along the axes "
            "where it has one cell.",
            candidates=partial(_made_alike, view, layer),
        )


def _made_alike(view: View, layer: Layer) -> Iterator[Candidate]:
    if place := locate(view.network, layer.path, view.flow.report):
        yield from merging.candidates(view.network, view.flow.report, place, alike=True)


def _over_width(view: View) -> Iterator[Finding]:
    for layer in view.flow.of("Linear"):
        shape = layer.report.inputs[0]
        if len(shape) != 3 or not _maps_before(view.flow, layer):
            continue
        yield Finding(
            layer,
            f"{layer.path}: it acts on the last axis of {shapes.text(shape)}, which is the width; "
            "channels and rows are not connected.",
            candidates=partial(_flat, view.flow, layer),
        )


def _flat(flow: Flow, layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    (wire,) = flow.network.scope(scope).into(name)
    averaged = inserting(scope, wire, New("AdaptiveAvgPool2d"), New("Flatten"))
    yield Candidate(f"Average every map before {name}", averaged, 0, 4)
    yield Candidate(f"Flatten before {name}", inserting(scope, wire, New("Flatten")), 0, 2)


def _maps_before(flow: Flow, layer: Layer) -> bool:
    """Whether maps arrive as a convolution or a pooling left them, width last."""
    while len(layer.sources) == 1:
        (layer,) = flow.before(layer)
        if layer.kind.startswith("Conv") or "Pool" in layer.kind:
            return True
        if len(layer.report.inputs) != 1 or layer.report.inputs[0] != layer.shape:
            return False
        if layer.kind.startswith(("Permute", "Linear", "LayerNorm")):
            return False
    return False


RULES = (
    Rule(
        "dead-branch",
        "Layer without effect",
        "What changes nothing costs time and memory, and hides what was meant.",
        "The definitions of the layers: max(0, max(0, x)) = max(0, x)",
        _dead,
    ),
    Rule(
        "heavy-linear",
        "Linear layer with most of the parameters",
        "A linear layer that reads every cell of the maps has a weight for each, and overfits. The "
        "mean of every map in its place needs none, and takes images of any size.",
        "Lin, Chen and Yan, Network In Network, 2013 (arXiv:1312.4400), section 3.2",
        _heavy,
    ),
    Rule(
        "broadcast-sum",
        "Sum of branches of different shapes",
        "torch repeats the smaller branch without a word; where that was not meant, the network "
        "runs and learns something else.",
        "torch, Broadcasting semantics",
        _broadcast,
    ),
    Rule(
        "linear-over-width",
        "Linear layer on maps",
        "A linear layer acts on the last axis, whatever it means. On maps that is the width, and "
        "Flatten or a mean over the map has been forgotten.",
        "torch.nn.Linear",
        _over_width,
    ),
)
