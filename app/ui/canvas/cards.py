"""What the card of every node says, worked out from the network and its report; no Qt."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from app.analysis.costs import Cost
from app.analysis.report import NodeReport, Problem, Report, join
from app.ui.canvas import summary
from app.ui.canvas.contents import Contents, contents
from app.ui.canvas.heat import Heat
from app.ui.formats import count
from nodes import shapes as words
from nodes.errors import UnknownKindError
from nodes.network import Block, Endpoint, Expression, Network, Node
from nodes.network.lookup import ports
from nodes.network.resolve import Environment
from nodes.spec import LayerSpec, Port, Shape

_FEWEST = 2  # layers in a block that are worth counting
_NOTHING: Environment = {}


class Trouble(IntEnum):
    NONE = 0
    CONSEQUENCE = 1  # goes away with its root cause
    INVOLVED = 2  # another node is to blame
    CULPRIT = 3


@dataclass(frozen=True, eq=False)
class Card:
    """One node as it is shown."""

    node: Node
    family: str
    items: tuple[str, ...]  # the main values, the most telling first
    layers: int  # in a block that has no numbers of its own to show, else 0
    shape: Shape | None  # of the first output
    shapes: Mapping[str, Shape]  # by output
    inputs: tuple[Port, ...]
    outputs: tuple[str, ...]
    block: bool
    enabled: bool
    training: bool  # only auxiliary Outputs need it
    frozen: bool  # it has weights, and none of them learns
    partly: str  # of how many of its parameters learn, where some inside do not
    rate: float  # a factor on the learning rate of those that do
    times: str  # "×3" where the block repeats, "× 0.3" what the loss of an Output is weighed by
    trouble: Trouble
    problems: tuple[Problem, ...]
    level: int  # of the heat map
    weight: str  # what the heat map says of the node, in the place of the detail

    @property
    def name(self) -> str:
        return self.node.name

    @property
    def shape_text(self) -> str:
        if self.shape is None:
            return "?" if self.outputs else ""
        return words.text(self.shape)

    @property
    def state(self) -> str:
        """What stands under the detail: the shape, and what holds of the node besides."""
        if not self.enabled:
            return "bypassed"
        parts = [self.shape_text]
        if self.training:
            parts.append("training only")
        if self.frozen:
            parts.append("frozen")
        elif self.partly:
            parts.append("partly frozen")
        elif self.rate != 1:
            parts.append(f"rate × {self.rate:g}")
        elif self.layers >= _FEWEST and not self.training:
            parts.append(f"{self.layers} layers")
        return " · ".join(part for part in parts if part)

    @property
    def detail(self) -> str:
        """The kind with its main values: "Conv2d 64, 3×3/2"."""
        return f"{self.node.kind} {', '.join(self.items)}".strip()

    @property
    def glyph(self) -> tuple[int, int]:
        """How many maps stand for the output, and how large: by the logarithm of its axes.

        (0, length) is a bar: the output is a vector. (0, 0) where nothing is known.
        """
        if not self.shape:
            return 0, 0
        if len(self.shape) < 3:
            return 0, min(int(20 + 14 * math.log2(self.shape[-1] + 1)), 166)
        maps = 1 if self.shape[0] == 1 else min(2 + int(math.log2(self.shape[0]) / 3), 5)
        return maps, min(6 + int(2.75 * math.log2(max(self.shape[-2:]))), 28)

    @property
    def tip(self) -> str:
        """The tooltip, as plain lines."""
        lines = [f"{self.name} · {self.detail}"]
        if self.shape is not None:
            lines.append(f"Output {self.shape_text}")
        if self.training:
            lines.append("For training only: left out at inference.")
        if not self.enabled:
            lines.append("Bypassed: passes its input through.")
        if self.frozen:
            lines.append("Frozen: training leaves its weights as they are.")
        if self.partly:
            lines.append(f"Partly frozen: {self.partly}.")
        if self.rate != 1:
            lines.append(f"Learns at {self.rate:g} × the learning rate.")
        for problem in self.problems:
            lines += ["", ("Follows: " if problem.consequence else "⚠ ") + problem.message]
            if problem.cure:
                lines.append(problem.cure)
        return "\n".join(lines)


class Cards:
    """Makes the cards of the shown graph; those of nodes that did not change stay the same ones."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, Card]] = {}
        self.heat: Heat | None = None  # of the cards made last

    def make(
        self,
        network: Network,
        scope: str,
        prefix: str,
        report: Report,
        cost: Cost | None = None,
        names: Environment = _NOTHING,
    ) -> tuple[list[Card], frozenset[tuple[str, str]]]:
        """One card a node, in the order of the graph, and the pairs in trouble.

        Those are the nodes of one problem, the wires between which are part of it. With a cost the
        cards are weighed by it. `names` are what expressions refer to, with their values at the
        instance that is shown.
        """
        troubles, found, pairs = _troubles(report, scope, prefix)
        graph = network.scope(scope)
        known_here = (report.at(prefix, name) for name in graph.by_name)
        heat = Heat.over(cost, (r for r in known_here if r is not None)) if cost else None
        self.heat = heat
        made: dict[str, tuple[object, Card]] = {}
        for node in graph.by_name.values():
            known = report.at(prefix, node.name)
            trouble = troubles.get(node.name, Trouble.NONE)
            problems = tuple(found.get(node.name, ()))
            definition = _definition(network, node)
            inputs, outputs = ports(network, node)
            flowing = dict(known.outputs) if known else {}
            flows = outputs[:1] or tuple(flowing)[:1]  # what an Output returns has no port
            shape = flowing.get(flows[0]) if flows else None
            enabled = known.enabled if known else node.enabled is not False
            training = known is not None and known.training
            frozen = known is not None and known.frozen
            partly = _partly(known) if known else ""
            rate = known.learns.rate if known and known.learning else 1.0
            level, weight = (heat.level(known), heat.text(known)) if heat and known else (0, "")
            times = _weight(node) if node.kind == "Output" else _times(node, known)
            key = (
                *(flowing, enabled, training, frozen, partly, rate, trouble, problems),
                *(inputs, outputs, times, level, weight, names, known.costs if known else None),
            )
            old = self._made.get(node.name)
            if old is not None and old[0] == key and old[1].node is node:
                made[node.name] = old
                continue
            listed = summary.items(
                definition, summary.values(network, node, names), len(shape or ()) - 1
            )
            inside = Contents()
            if isinstance(definition, Block) and not any(
                summary.is_wide(p, layer=False) for p in definition.parameters
            ):
                inside = contents(report.nodes, known) if known else inside
                listed = (inside.stages, *listed) if inside.stages else listed
            card = Card(
                node=node,
                family=definition.family if isinstance(definition, LayerSpec) else "Block",
                items=listed,
                layers=inside.layers,
                shape=shape,
                shapes=flowing,
                inputs=inputs,
                outputs=outputs,
                block=isinstance(definition, Block),
                enabled=enabled,
                training=training,
                frozen=frozen,
                partly=partly,
                rate=rate,
                times=times,
                trouble=trouble,
                problems=problems,
                level=level,
                weight=weight,
            )
            made[node.name] = key, card
        self._made = made
        return [card for _, card in made.values()], pairs


def _definition(network: Network, node: Node) -> LayerSpec | Block | None:
    try:
        return network.definition(node.kind)
    except UnknownKindError:
        return None  # its problem is in the report


def _partly(known: NodeReport) -> str:
    if not 0 < known.learning < known.parameters:
        return ""
    return f"{count(known.learning)} of {count(known.parameters)} parameters learn"


def _times(node: Node, known: NodeReport | None) -> str:
    if isinstance(node.repeat, Expression):
        return f"×{known.repeat}" if known else f"×{node.repeat.text}"
    return f"×{node.repeat}" if node.repeat != 1 else ""


def _weight(node: Node) -> str:
    """What the loss of an Output is multiplied by, where that is not plainly 1."""
    weight = node.args.get("loss_weight", 1.0)
    return f"× {summary.short(weight)}" if weight != 1 else ""


def _troubles(
    report: Report, scope: str, prefix: str
) -> tuple[dict[str, Trouble], dict[str, list[Problem]], frozenset[tuple[str, str]]]:
    troubles: dict[str, Trouble] = {}
    found: dict[str, list[Problem]] = {}
    pairs: set[tuple[str, str]] = set()
    for problem in report.problems:
        names: list[str] = []
        for at, path in enumerate(problem.nodes):
            name = _here(report, scope, prefix, path)
            if name is None:
                continue
            names.append(name)
            level = Trouble.INVOLVED if at else Trouble.CULPRIT
            if problem.consequence:
                level = Trouble.CONSEQUENCE
            troubles[name] = max(troubles.get(name, Trouble.NONE), level)
            if problem not in found.setdefault(name, []):
                found[name].append(problem)
        if not problem.consequence:
            pairs |= {(a, b) for a in names for b in names if a != b}
    return troubles, found, frozenset(pairs)


def _here(report: Report, scope: str, prefix: str, path: str) -> str | None:
    """The node of the shown graph that a path names or that holds what it names."""
    start = join(prefix, "")
    if path.startswith(start):
        return path[len(start) :].split(".", 1)[0]
    # The same definition at another place, such as another copy of a repeated block.
    known: Mapping[str, NodeReport] = report.nodes
    node = known.get(path)
    return node.name if node is not None and node.scope == scope else None


def endpoint_label(card: Card, end: Endpoint) -> str:
    """The tooltip of a port."""
    variadic = any(p.name == end.port and p.variadic for p in card.inputs)
    return f"{card.name}.{end.port}" + (" (any number, in this order)" if variadic else "")
