"""Inputs with the wrong number of axes, and axes that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.advice.changes import Edit, New, chained, dissolving, inserting, setting
from app.advice.place import Place, values_of
from app.advice.repair import Candidate
from app.analysis import Report
from nodes.catalogue import CATALOGUE
from nodes.network import Network, Node, edits
from nodes.network.edits.arguments import checked
from nodes.network.lookup import changed_nodes, node_of
from nodes.spec import Shape

_FAR = 12  # layers that are searched for what flattened the input
_AXES = re.compile(r"[123]d\Z")
_FLATTENING = ("Flatten", "GlobalAvgPool", "GlobalMaxPool")


def candidates(network: Network, report: Report, place: Place) -> Iterator[Candidate]:
    """Candidates for a layer of one input whose shape is known."""
    node = network.scope(place.scope).by_name[place.name]
    here = report.nodes.get(place.path(place.name))
    if here is None or len(here.inputs) != 1:
        return
    shape = here.inputs[0]
    yield from _other_axis(network, place, node, shape)
    yield from _other_kind(place, node, shape)
    yield from _not_flattened(network, place, node)
    (wire,) = network.scope(place.scope).into(node.name)
    if len(shape) > 1:
        yield Candidate(
            f"Flatten the input of {node.name}", inserting(place.scope, wire, New("Flatten")), 1, 2
        )
        pool = f"AdaptiveAvgPool{len(shape) - 1}d"
        if pool in CATALOGUE:
            yield Candidate(
                f"Average every map before {node.name}, and flatten",
                inserting(place.scope, wire, New(pool), New("Flatten")),
                1,
                4,
            )
    else:
        for unflattened in ((shape[0], 1, 1), (1, shape[0])):
            if "Unflatten" in CATALOGUE or "Reshape" in CATALOGUE:
                says = f"Lay the input of {node.name} out as {'×'.join(map(str, unflattened))}"
                new = New("Reshape", {"shape": unflattened})
                yield Candidate(says, inserting(place.scope, wire, new), 3, 2)
    if node.kind != "Output":
        yield Candidate(f"Remove {node.name}", dissolving(place.scope, node.name), 4)


def becoming(scope: str, name: str, kind: str) -> Edit:
    """With a node of another kind; arguments that this does not know are dropped."""

    def edit(network: Network) -> Network:
        node = node_of(network.scope(scope), name)
        known = {p.name for p in network.params(kind)}
        args = {k: v for k, v in node.args.items() if k in known}
        made = checked(network, scope, replace(node, kind=kind, args=args))
        return changed_nodes(network, scope, {name: made})

    return edit


def _other_axis(network: Network, place: Place, node: Node, shape: Shape) -> Iterator[Candidate]:
    values = values_of(network, node, place.env)
    if "dim" in values:
        for dim in range(1, len(shape) + 1):
            if dim != values["dim"]:
                edit = setting(place.scope, {node.name: {"dim": dim}})
                yield Candidate(f"Use axis {dim} in {node.name}", edit, 0)
    if {"start_dim", "end_dim"} <= values.keys():

        def edit_all(made: Network) -> Network:
            for name in ("start_dim", "end_dim"):
                made = edits.reset_argument(made, place.scope, [node.name], name)
            return made

        yield Candidate(f"Flatten everything but the batch in {node.name}", edit_all, 0)


def _other_kind(place: Place, node: Node, shape: Shape) -> Iterator[Candidate]:
    """The same layer for another number of axes: BatchNorm1d for BatchNorm2d."""
    for axes in dict.fromkeys((max(len(shape) - 1, 1), 1, 2, 3)):
        kind = _AXES.sub(f"{axes}d", node.kind)
        if kind != node.kind and kind in CATALOGUE:
            rank = 0 if axes == max(len(shape) - 1, 1) else 2
            says = f"Change {node.name} to {kind}"
            yield Candidate(says, becoming(place.scope, node.name, kind), rank)


def _not_flattened(network: Network, place: Place, node: Node) -> Iterator[Candidate]:
    """The layer that took the axes away, moved behind this one or taken out."""
    graph = network.scope(place.scope)
    name = node.name
    for _ in range(_FAR):
        arriving = graph.into(name)
        if len(arriving) != 1:
            return
        name = arriving[0].source.node
        before = graph.by_name.get(name)
        if before is not None and before.kind in _FLATTENING:
            gone = dissolving(place.scope, name)
            leaving = graph.out_of(node.name)
            if before.kind == "Flatten" and len(leaving) == 1:
                again = inserting(place.scope, leaving[0], New("Flatten", before.args))
                yield Candidate(f"Move {name} behind {node.name}", chained(gone, again), 0, 3)
            yield Candidate(f"Remove {name}", gone, 1)
            return
