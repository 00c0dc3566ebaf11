"""Edits of how nodes learn: what training leaves as it is, and factors on the learning rate."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from nodes.errors import EditError, ParameterError
from nodes.network.edits.arguments import RATE, check_value
from nodes.network.lookup import changed_nodes, graph_of, nodes_of
from nodes.network.model import Frozen, Network, Node

ENDS = ("Input", "Output")


def set_frozen(network: Network, scope: str, names: Collection[str], frozen: Frozen) -> Network:
    """Let nodes learn, or keep their weights or also their running statistics as they are.

    Raises:
        EditError: a node is an Input or an Output, or there is none of that name.
    """
    return _changed(network, scope, names, frozen=frozen)


def set_rate(network: Network, scope: str, names: Collection[str], rate: float) -> Network:
    """Give nodes a factor on the learning rate, from 0 to 1,000; of a block, for all inside.

    Raises:
        EditError: the factor is out of bounds, a node is an Input or an Output, or there is none
            of that name.
    """
    return _changed(network, scope, names, rate=require_rate(rate, ", ".join(sorted(names))))


def require_rate(rate: float, whose: str) -> float:
    """The factor itself, where it can be one; raises EditError where not."""
    try:
        check_value(RATE, rate)
    except ParameterError as error:
        raise EditError(f"{whose}: {error}.") from None
    return float(rate)


def inside(instance: Node, node: Node) -> Node:
    """A node as it learns inside an instance of a block, with that in its own marks.

    Raises:
        EditError: the rates together are out of bounds.
    """
    if instance.frozen is Frozen.NO and instance.rate == 1:
        return node
    rate = require_rate(product(instance.rate, node.rate), node.name)
    return replace(node, frozen=instance.frozen.stronger(node.frozen), rate=rate)


def product(*rates: float) -> float:
    """Rates one inside the other: 0.1 × 0.1 is 0.01, without the error of binary fractions."""
    return float(f"{math.prod(rates):.12g}")


def _changed(network: Network, scope: str, names: Collection[str], **values: Any) -> Network:
    changes = {}
    for node in nodes_of(graph_of(network, scope), names):
        if node.kind in ENDS:
            raise EditError(f"{node.name} has nothing to learn: it is an {node.kind}.")
        changes[node.name] = replace(node, **values)
    return changed_nodes(network, scope, changes)
