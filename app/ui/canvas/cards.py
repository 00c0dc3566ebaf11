"""What the card of every node says, worked out from the network and its report; no Qt."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.analysis.costs import Cost
from app.analysis.learning import FREELY, Learns
from app.analysis.report import NodeReport, Problem, Report, join
from app.analysis.worked import Part
from app.training.controls import InHand
from app.ui.canvas import summary
from app.ui.canvas.contents import contents
from app.ui.canvas.heat import Heat
from app.ui.canvas.troubles import Trouble, troubles_of
from app.ui.formats import count, counted, si
from app.ui.language import tr
from nodes import shapes as words
from nodes.errors import UnknownKindError
from nodes.network import Block, Endpoint, Expression, Network, Node
from nodes.network.lookup import ports
from nodes.network.model import Frozen
from nodes.network.resolve import Environment
from nodes.spec import LayerSpec, Port, Shape

_FEWEST = 2  # layers in a block that are worth counting
_NOTHING: Environment = {}
_NO_SHAPES: Mapping[str, Shape] = {}
_NO_PROBLEMS: list[Problem] = []


class Face(NamedTuple):
    """What a card shows of its node whatever flows through it."""

    node: Node
    definition: LayerSpec | Block | None  # None where the kind is unknown
    inputs: tuple[Port, ...]
    outputs: tuple[str, ...]
    family: str
    block: bool
    listed: dict[int, tuple[str, ...]]  # the main values on maps of so many axes, once asked for

    @classmethod
    def of(cls, network: Network, node: Node) -> Face:
        found = _definition(network, node)
        family = found.family if isinstance(found, LayerSpec) else "Block"
        return cls(node, found, *ports(network, node), family, isinstance(found, Block), {})


@dataclass(eq=False)
class Here:
    """What the cards of one graph have in common. `names` are what expressions refer to."""

    network: Network
    prefix: str
    report: Report
    names: Environment
    heat: Heat | None
    learns: Learns  # what holds of the whole instance
    training: bool  # only auxiliary Outputs need the whole instance
    in_hand: InHand | None = None

    def alike(self, other: Here) -> bool:
        """Whether the same node is shown alike in the two."""
        mine, its = self.network, other.network
        return (
            (mine.blocks is its.blocks or mine.blocks == its.blocks)
            and (mine.custom is its.custom or mine.custom == its.custom)
            and (self.prefix, self.learns, self.training) == (
                other.prefix, other.learns, other.training,
            )
            and (self.heat, self.names) == (other.heat, other.names)
            and self.in_hand is other.in_hand
        )  # fmt: skip


class Card:
    """One node as it is shown; never changed. What is not asked for is not worked out.

    `shape` is of the first output, `shapes` of all by their names.
    """

    def __init__(
        self, face: Face, part: Part | None, here: Here, trouble: Trouble, problems: list[Problem]
    ) -> None:
        self.face, self.part, self._here = face, part, here
        self.node, _, self.inputs, self.outputs, self.family, self.block, _ = face
        self.name = face.node.name
        self.trouble, self.problems = trouble, problems
        self.shapes: Mapping[str, Shape] = part.outputs if part is not None else _NO_SHAPES
        self.shape: Shape | None = (
            self.shapes.get(self.outputs[0])
            if self.outputs
            else next(iter(self.shapes.values()), None)  # what an Output returns has no port
        )

    @property
    def known(self) -> NodeReport | None:
        return self._here.report.at(self._here.prefix, self.name)

    @property
    def enabled(self) -> bool:
        return self.part.enabled if self.part is not None else self.node.enabled is not False

    @property
    def training(self) -> bool:
        """Whether only auxiliary Outputs need it."""
        return self._here.training or (self.part is not None and self.part.training)

    @property
    def frozen(self) -> bool:
        """Whether it has weights, and none of them learns."""
        if self.part is None:
            return False
        costs = self.part.costs
        return costs.parameters > 0 and (
            costs.frozen == costs.parameters or self._here.learns.frozen is not Frozen.NO
        )

    @cached_property
    def in_run(self) -> Frozen | None:
        """What holds of it in the run that is under way, where that is not as drawn."""
        here, run = self._here, self._here.in_hand
        if run is None:
            return None
        return run.apart(join(here.prefix, self.name), here.report.learning)

    @property
    def flake(self) -> bool:
        """Whether it is frozen as drawn, or in the run that is under way."""
        return self.frozen or self.in_run not in (None, Frozen.NO)

    @property
    def partly(self) -> str:
        """Of how many of its parameters learn, where some inside do not."""
        known = self.known
        if known is None or not 0 < known.learning < known.parameters:
            return ""
        return tr(
            "{number} of {all} parameters learn",
            number=count(known.learning),
            all=count(known.parameters),
        )

    @property
    def rate(self) -> float:
        """A factor on the learning rate of what learns."""
        known = self.known
        return known.learns.rate if known and known.learning else 1.0

    @property
    def times(self) -> str:
        """ "×3" where the block repeats, "× 0.3" what the loss of an Output is weighed by."""
        node = self.node
        if node.kind == "Output":
            weight = node.args.get("loss_weight", 1.0)
            return f"× {summary.short(weight)}" if weight != 1 else ""
        if isinstance(node.repeat, Expression):
            return f"×{self.part.repeat}" if self.part is not None else f"×{node.repeat.text}"
        return f"×{node.repeat}" if node.repeat != 1 else ""

    @property
    def cost(self) -> str:
        """How many parameters it has, in short; empty where it has none, or shows what is in it."""
        known = None if self.unfolded else self.known
        return si(known.parameters) if known is not None and known.parameters else ""

    @property
    def level(self) -> int:
        """Of the heat map."""
        heat = self._here.heat
        known = self.known if heat is not None else None
        return heat.level(known) if heat is not None and known is not None else 0

    @property
    def weight(self) -> str:
        """What the heat map says of the node, in the place of the detail."""
        heat = self._here.heat
        known = self.known if heat is not None else None
        return heat.text(known) if heat is not None and known is not None else ""

    @property
    def layers(self) -> int:
        """In a block that has no numbers of its own to show, else 0."""
        return self._listed[0]

    @property
    def items(self) -> tuple[str, ...]:
        """The main values, the most telling first."""
        return self._listed[1]

    @cached_property
    def _listed(self) -> tuple[int, tuple[str, ...]]:
        here, definition, axes = self._here, self.face.definition, len(self.shape or ()) - 1
        if (listed := self.face.listed.get(axes)) is None:
            values = summary.values(here.network, self.node, here.names)
            listed = self.face.listed[axes] = summary.items(definition, values, axes)
        if not isinstance(definition, Block) or (known := self.known) is None:
            return 0, listed
        if any(summary.is_wide(p, layer=False) for p in definition.parameters):
            return 0, listed
        inside = contents(here.report.nodes, known)
        return inside.layers, (inside.stages, *listed) if inside.stages else listed

    @property
    def unfolded(self) -> bool:
        """Whether its graph is shown on it."""
        return self.block and self.node.unfolded

    @property
    def shape_text(self) -> str:
        if self.shape is None:
            return "?" if self.outputs else ""
        return words.text(self.shape)

    @property
    def state(self) -> str:
        """What stands under the detail: the shape, and what holds of the node besides."""
        if not self.enabled:
            return tr("bypassed")
        parts = [self.shape_text]
        if self.training:
            parts.append(tr("training only"))
        if (in_run := self.in_run) is not None:
            parts.append(tr("learns now") if in_run is Frozen.NO else tr("frozen now"))
        elif self.frozen:
            parts.append(tr("frozen"))
        elif self.partly:
            parts.append(tr("partly frozen"))
        elif self.rate != 1:
            parts.append(tr("rate × {rate:g}", rate=self.rate))
        elif self.layers >= _FEWEST and not self.training:
            parts.append(counted(self.layers, "layer"))
        return " · ".join(part for part in parts if part)

    @property
    def detail(self) -> str:
        """The kind with its main values: "Conv2d 64, 3×3 /2"."""
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
            lines.append(tr("Output {shape}", shape=self.shape_text))
        if self.training:
            lines.append(tr("For training only: left out at inference."))
        if not self.enabled:
            lines.append(tr("Bypassed: passes its input through."))
        if self.frozen:
            lines.append(tr("Frozen: training leaves its weights as they are."))
        if self.partly:
            lines.append(tr("Partly frozen: {how}.", how=self.partly))
        if (in_run := self.in_run) is not None:
            lines.append(
                tr("In the run that is under way it learns.")
                if in_run is Frozen.NO
                else tr("In the run that is under way it is frozen, or some of it.")
                if self.block
                else tr("In the run that is under way it is frozen.")
            )
        if self.rate != 1:
            lines.append(tr("Learns at {rate:g} × the learning rate.", rate=self.rate))
        for problem in self.problems:
            lines += ["", (tr("Follows: ") if problem.consequence else "⚠ ") + tr(problem.message)]
            if problem.cure:
                lines.append(tr(problem.cure))
        return "\n".join(lines)


class Cards:
    """Makes the cards of the shown graph; those of nodes that did not change stay the same ones."""

    def __init__(self) -> None:
        self._made: dict[str, Card] = {}
        self._here: Here | None = None

    @property
    def heat(self) -> Heat | None:
        """Of the cards made last."""
        return self._here.heat if self._here is not None else None

    def make(
        self,
        network: Network,
        scope: str,
        prefix: str,
        report: Report,
        cost: Cost | None = None,
        names: Environment = _NOTHING,
        heat: Heat | None = None,
        in_hand: InHand | None = None,
    ) -> tuple[list[Card], frozenset[tuple[str, str]]]:
        """One card a node, in the order of the graph, and the pairs in trouble.

        Those are the nodes of one problem, the wires between which are part of it. With a cost the
        cards are weighed by it; inside the card of a block by the `heat` of the graph around it, so
        that all in view compare. `names` are what expressions refer to, with their values at the
        instance that is shown, `in_hand` the run of the network that is under way.
        """
        troubles, found, pairs = troubles_of(report, scope, prefix)
        graph, parts = network.scope(scope), report.nodes.parts(prefix)
        around = report.nodes.get(prefix) if prefix else None
        here = Here(
            network, prefix, report, names,
            Heat.over(cost, (report.nodes[join(prefix, n)] for n in parts)) if cost else heat,
            around.learns if around is not None else FREELY,
            around is not None and around.training, in_hand,
        )  # fmt: skip
        before = self._made
        if self._here is None or not here.alike(self._here):
            before, self._here = {}, here
        # Cards that stay must not hold on to the report that they were made from.
        here, self._here.network, self._here.report = self._here, network, report
        made: dict[str, Card] = {}
        for name, node in graph.by_name.items():
            old, part = before.get(name), parts.get(name)
            trouble, problems = Trouble.NONE, _NO_PROBLEMS
            if troubles:
                trouble = troubles.get(name, Trouble.NONE)
                problems = found.get(name, _NO_PROBLEMS)
            if old is None or old.node is not node:
                face = Face.of(network, node)
            elif old.part is part and old.trouble is trouble and old.problems == problems:
                made[name] = old
                continue
            else:
                face = old.face
            made[name] = Card(face, part, here, trouble, problems)
        self._made = made
        return list(made.values()), pairs


def _definition(network: Network, node: Node) -> LayerSpec | Block | None:
    try:
        return network.definition(node.kind)
    except UnknownKindError:
        return None  # its problem is in the report


def endpoint_label(card: Card, end: Endpoint) -> str:
    """The tooltip of a port."""
    variadic = any(p.name == end.port and p.variadic for p in card.inputs)
    return f"{card.name}.{end.port}" + (tr(" (any number, in this order)") if variadic else "")
