"""What tells runs apart: fields of their recipes, nodes of their networks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import asdict

from app.runs.html import Say
from app.training.recipe import Recipe
from nodes.network import Frozen, Graph, Network, Node
from nodes.network.difference import diff


def differing(recipes: Sequence[Recipe]) -> dict[str, tuple[Any, ...]]:
    """Every field that is not the same in all of them, with the value of each."""
    values = [asdict(recipe) for recipe in recipes]
    if not values:
        return {}
    every = {name: tuple(value[name] for value in values) for name in values[0]}
    return {name: each for name, each in every.items() if any(v != each[0] for v in each)}


@dataclass(frozen=True)
class Differences:
    """Between two networks, by the paths of nodes in their blocks' definitions."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()  # what is other about it, in words
    rewired: tuple[str, ...] = ()  # same node, other wires into it

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.rewired)

    def rows(self, say: Say) -> list[tuple[str, str, str]]:
        """What has become of a node, its path, and what is other about it."""
        return [
            *((say("added"), path, "") for path in self.added),
            *((say("removed"), path, "") for path in self.removed),
            *((say("changed"), path, words) for path, words in self.changed),
            *((say("rewired"), path, "") for path in self.rewired),
        ]


def differences(old: Network, new: Network) -> Differences:
    """How `new` differs from `old`; where its nodes stand is no matter.

    Nodes in blocks go by the name of the block: `Bottleneck/conv2`.
    """
    before, after = _graphs(old), _graphs(new)
    added, removed, changed, rewired = [], [], [], []
    for prefix in dict.fromkeys((*before, *after)):
        a, b = before.get(prefix, Graph()), after.get(prefix, Graph())
        found = diff(a, b)
        added += [f"{prefix}{n.name}" for n in b.nodes if n.name in found.added]
        removed += [f"{prefix}{n.name}" for n in a.nodes if n.name in found.removed]
        words = {n.name: _words(a.by_name[n.name], n) for n in b.nodes if n.name in found.changed}
        changed += [(f"{prefix}{name}", said) for name, said in words.items() if said]
        into = {w.target.node for w in (*found.wires_added, *found.wires_removed)}
        into &= a.by_name.keys() & b.by_name.keys()
        rewired += [f"{prefix}{n.name}" for n in b.nodes if n.name in into]
    return Differences(tuple(added), tuple(removed), tuple(changed), tuple(rewired))


def _graphs(network: Network) -> dict[str, Graph]:
    return {"": network.graph, **{f"{block.name}/": block.graph for block in network.blocks}}


def _words(old: Node, new: Node) -> str:
    if old.kind != new.kind:
        return f"{old.kind} → {new.kind}"
    before, after = _facts(old), _facts(new)
    pairs = ((name, before.get(name), after.get(name)) for name in {**before, **after})
    return ", ".join(f"{name} {_said(a)} → {_said(b)}" for name, a, b in pairs if a != b)


def _facts(node: Node) -> dict[str, object]:
    """What may be other about a node of the same kind; less what it is by default."""
    about = {
        "repeat": node.repeat if node.repeat != 1 else None,
        "enabled": node.enabled if node.enabled is not True else None,
        "rate": node.rate if node.rate != 1 else None,
        "frozen": node.frozen.value if node.frozen is not Frozen.NO else None,
    }
    return {**node.args, **{name: value for name, value in about.items() if value is not None}}


def _said(value: object) -> str:
    return "default" if value is None else str(value)
