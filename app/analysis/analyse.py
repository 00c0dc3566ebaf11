"""Structure, then shapes and costs node by node, through blocks and repeats."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.analysis.branches import REPEATING, difference
from app.analysis.outputs import problems
from app.analysis.problem import Problem
from app.analysis.report import NodeReports, Report
from app.analysis.structure import structure
from app.analysis.telling import told
from app.analysis.worked import Copy, Costs, Fault, Key, Part, Shapes, Worked
from nodes import shapes
from nodes.catalogue import CATALOGUE
from nodes.custom import CodeError, Unanswered
from nodes.errors import ExpressionError, LayerError, ParameterError, UnknownKindError
from nodes.network.edits.binding import names_in
from nodes.network.model import ROOT, Block, Frozen, Network, Node
from nodes.network.resolve import Environment, arguments, channels, enabled, repeat
from nodes.spec import Args, Facts, LayerSpec, Shape, Value

MAX_DEPTH = 40
MAX_NODES = 100_000
_KEPT = "_worked"  # what a block came to is kept with it, in its __dict__
_MOST_KEPT = 512


def analyse(network: Network) -> Report:
    """Check a network. Never raises: whatever is wrong stands among the problems.

    Root causes come first, in the order of computation; what merely follows from them comes after,
    marked as consequence.
    """
    worked = _Analysis(network).graph(ROOT, {}, None, ())
    leaving = zip(worked.exits, worked.outputs, strict=True)
    outputs = tuple(s for n, s in leaving if s is not None and n not in worked.training)
    return Report(NodeReports(worked), told(network, worked), outputs)


@dataclass(slots=True)
class _Place:
    """A graph that is being worked on: inside which blocks it is, and what was found so far."""

    scope: str
    env: Environment
    inside: tuple[str, ...]
    faults: list[Fault]
    costs: Costs
    waiting: frozenset[str]  # channels that enter, of which nothing is known yet


class _Analysis:
    def __init__(self, network: Network) -> None:
        self.network = network
        self.known: dict[str, dict[object, Worked]] = {}

    def graph(
        self, scope: str, env: Environment, inputs: Shapes | None, inside: tuple[str, ...]
    ) -> Worked:
        """A graph with given shapes at its Inputs (None: their own)."""
        graph = self.network.scope(scope)
        found = structure(self.network, graph)
        entrances = tuple(n.name for n in graph.of_kind("Input"))
        exits = tuple(n.name for n in graph.of_kind("Output"))
        entering = None if inputs is None else dict(zip(entrances, inputs, strict=False))
        wrong = (*found.problems, *problems(scope, graph))
        faults = [Fault("", scope, problem) for problem in wrong]
        waiting: frozenset[str] = frozenset()
        if inputs is not None and scope != ROOT:
            block = self.network.block(scope)
            env = {**env, **channels(block, inputs)}
            waiting = frozenset(block.channel_names.values()) - env.keys()
        place = _Place(scope, env, inside, faults, Costs(), waiting)
        values: dict[Key, Shape] = {}
        parts = []
        for name in found.order:
            node, sources = graph.by_name[name], found.sources.get(name, ())
            part = Part(name, node.kind, sources)
            part.training = scope == ROOT and name in found.training
            part.frozen, part.rate = node.frozen, node.rate
            arriving: Shapes = tuple([values.get(s) for s in sources])
            if name in found.faulty:
                part.faulty, arriving = True, (None,)
            if entering is not None and node.kind == "Input":
                part.outputs = _known("output", entering.get(name))
            else:
                part.inputs = arriving
                self._node(node, part, place)
            if node.frozen is not Frozen.NO:
                part.costs = replace(part.costs, frozen=part.costs.parameters)
            for port, shape in part.outputs.items():
                values[name, port] = shape
            parts.append(part)
            place.costs.add(part.costs)
        leaving = tuple(values.get((name, "output")) for name in exits)
        return Worked(
            scope,
            tuple(parts),
            leaving,
            entrances,
            exits,
            tuple(faults),
            place.costs,
            marked=any(map(_marked, parts)),
        )

    # --- one node --------------------------------------------------------------------------------

    def _node(self, node: Node, part: Part, place: _Place) -> None:
        """Fills in the part; what is wrong with it or inside it joins the faults."""
        try:
            if place.waiting and names_in(node) & place.waiting:
                return  # follows from what is wrong before the block
            block = self.network.block_by_name.get(node.kind)
            if node.numbered and block is None:
                raise LayerError(
                    "repeat",
                    "Only blocks repeat.",
                    "Make a block of the layer, or set repeat to 1.",
                )
            if block is not None:
                self._instance(node, part, block, place)
            elif not enabled(node, place.env):
                part.outputs, part.enabled = self._passed(node, part.inputs), False
            else:
                spec = self.network.definition(node.kind)
                args = arguments(self.network, node, place.env)
                if isinstance(spec, LayerSpec) and None not in part.inputs:
                    _compute(part, spec, args)
                    if not isinstance(spec.outputs, tuple):
                        self._check_outputs(node, part)
        except LayerError as error:
            part.faulty = True
            place.faults.append(_fault(node, part, place.scope, error))
        except (ParameterError, ExpressionError) as error:
            part.faulty = True
            text = str(error).removesuffix(".")  # expressions end their sentence themselves
            problem = Problem("parameter", (node.name,), f"{text}.", "Change the value.")
            place.faults.append(Fault("", place.scope, problem, node.name))
        except UnknownKindError:
            part.faulty = True  # told by the structure

    def _instance(self, node: Node, part: Part, block: Block, place: _Place) -> None:
        """An instance of a block: its copies one after the other, each in its own environment."""
        inside, env = place.inside, place.env
        if block.name in inside:
            raise LayerError(
                "recursive-block",
                f"The block {block.name} contains itself, through {' › '.join(inside)}.",
                "Remove the inner instance.",
            )
        if len(inside) >= MAX_DEPTH:
            raise LayerError(
                "too-deep", f"Blocks nest more than {MAX_DEPTH} deep.", "Unpack some of them."
            )
        part.repeat, part.first = repeat(node, env), node.first if node.numbered else None
        if part.numbered and len(block.inputs) != len(block.outputs):
            raise LayerError(
                "repeat",
                f"{block.name} has {len(block.inputs)} inputs and {len(block.outputs)} outputs: a "
                "block that repeats feeds its outputs to its own inputs.",
                "Give it as many outputs as inputs, or set repeat to 1.",
            )
        current = part.inputs
        for index in range(part.repeat):
            at = index if part.numbered else None
            if enabled(node, env, at):
                args = arguments(self.network, node, env, at)
                made = self._block(block, args, current, inside)
                prefix = part.copy_path(node.name, index)
                place.faults += [f.inside(prefix) for f in made.faults]
                part.costs.add(made.costs)
                copy = Copy(current, made.outputs, made)
            else:
                passed = tuple(self._passed(node, current).values())
                copy = Copy(current, passed or (None,), None)
            part.costs.count += part.numbered
            if place.costs.count + part.costs.count > MAX_NODES:
                part.copies, part.costs = [], Costs(1)
                raise LayerError(
                    "too-large",
                    f"The network has more than {MAX_NODES:,} nodes once its blocks are repeated.",
                    "Use smaller repeat counts.",
                )
            part.copies.append(copy)
            current = copy.outputs
            if None in current:
                break  # the copies after it can say no more
        part.enabled = any(copy.inside is not None for copy in part.copies)
        part.outputs = {p: s for p, s in zip(block.outputs, current, strict=True) if s is not None}

    def _check_outputs(self, node: Node, part: Part) -> None:
        """Refuses another number of outputs than is drawn, which an expression could give."""
        drawn = self.network.outputs(node.kind, node.args)
        if tuple(part.outputs) != drawn:
            raise LayerError(
                "outputs",
                f"{node.kind} has {len(part.outputs)} outputs here, and is drawn with "
                f"{len(drawn)}: their number cannot follow from a parameter.",
                "Write the number itself, or the sizes one by one, as in =(width, 2 * width).",
            )

    def _passed(self, node: Node, inputs: Shapes) -> dict[str, Shape]:
        """What a node gives that is switched off: its input, of several the first.

        Each of several outputs gives it; a block must have one of both.
        """
        definition = self.network.definition(node.kind)
        outputs = self.network.outputs(node.kind, node.args)
        if isinstance(definition, Block) and (len(inputs) != 1 or len(outputs) != 1):
            raise LayerError(
                "bypass",
                f"{node.kind} cannot be switched off: only a block with one input and one output "
                "can pass its input on.",
                "Switch it on, or remove it.",
            )
        return {} if not inputs or inputs[0] is None else dict.fromkeys(outputs, inputs[0])

    # --- what is known of blocks -----------------------------------------------------------------

    def _block(
        self, block: Block, args: Mapping[str, Value], inputs: Shapes, inside: tuple[str, ...]
    ) -> Worked:
        """What a block comes to. Sound blocks are worked out once for all their copies."""
        if (known := self.known.get(block.name)) is None:
            known = self.known[block.name] = self._known_of(block)
        key = len(inside), tuple(args.values()), inputs
        if (found := known.get(key)) is None:
            found = self.graph(block.name, args, inputs, (*inside, block.name))
            if not found.faults:
                known[key] = found
        return found

    def _known_of(self, block: Block) -> dict[object, Worked]:
        """What earlier analyses found of this block with these definitions inside it."""
        uses = self._uses(block)
        known: tuple[list[object], dict[object, Worked]] = block.__dict__.get(_KEPT, ([], {}))
        same = len(known[0]) == len(uses) and all(map(operator.is_, known[0], uses))
        if not same or len(known[1]) > _MOST_KEPT:
            known = uses, {}
        block.__dict__[_KEPT] = known
        return known[1]

    def _uses(self, block: Block) -> list[object]:
        """The definitions that a block contains, through other blocks too."""
        found: dict[str, object] = {}
        waiting = [block]
        while waiting:
            for kind in {n.kind for n in waiting.pop().graph.nodes} - found.keys():
                inner = self.network.block_by_name.get(kind)
                custom = self.network.custom_by_name.get(kind)
                if inner is not None:
                    waiting.append(inner)
                if (definition := inner or custom) is not None:
                    found[kind] = definition
        return [found[kind] for kind in sorted(found)]


def _fault(node: Node, part: Part, scope: str, error: LayerError) -> Fault:
    sources = [name for name, _ in part.sources]
    inputs = _all(part.inputs)
    received = tuple(
        f"{source} {shapes.text(s)}" for source, s in zip(sources, inputs, strict=False)
    )
    message, involved = error.message, dict.fromkeys([node.name])
    if "{branches}" in message and len(inputs) == len(sources):
        involved |= dict.fromkeys(sources)
        message = message.replace("{branches}", ", ".join(received))
        if node.kind != "MatMul":  # its two sides are not meant to be alike
            free = _free_axis(node, inputs)
            message += difference(sources, inputs, free, node.kind in REPEATING)
    problem = Problem(
        error.rule,
        tuple(involved),
        message,
        error.cure,
        received,
        consequence=isinstance(error, Unanswered),
        line=error.line if isinstance(error, CodeError) else 0,
    )
    return Fault("", scope, problem, node.name)


def _free_axis(node: Node, inputs: Sequence[Shape]) -> int | None:
    """The axis in which the branches of a node may differ."""
    dim = node.args.get("dim", 1)
    if node.kind != "Concat" or not isinstance(dim, int):
        return None
    return dim % (len(inputs[0]) + 1) - 1


def _marked(part: Part) -> bool:
    """Whether a node or something inside it does not learn as nodes do by themselves."""
    if part.frozen is not Frozen.NO or part.rate != 1:
        return True
    return any(copy.inside is not None and copy.inside.marked for copy in part.copies)


def _known(port: str, shape: Shape | None) -> dict[str, Shape]:
    return {} if shape is None else {port: shape}


def _all(found: Shapes) -> tuple[Shape, ...]:
    return tuple([s for s in found if s is not None])


def _compute(part: Part, spec: LayerSpec, args: dict[str, Value]) -> None:
    """Fills in a layer with known inputs; raises LayerError."""
    inputs = _all(part.inputs)
    if spec is CATALOGUE.get(spec.id):
        facts, part.costs = _layer(spec.id, tuple(args.items()), inputs)
    else:  # a custom layer, of which more may be known the next time
        facts = spec.infer(Args(**args), inputs)
        part.costs = _costs(facts)
    if part.kind in ("Input", "Output"):
        part.costs = Costs(1)
    part.facts = facts if part.kind != "Output" else None
    part.outputs = dict(zip(spec.output_names(args), facts.outputs, strict=True))


def _costs(facts: Facts) -> Costs:
    return Costs(
        1,
        sum([t.elements for t in facts.parameters]),
        sum([t.elements for t in facts.buffers]),
        facts.macs,
        sum(map(math.prod, facts.outputs)),
    )


@lru_cache(maxsize=8192)
def _layer(
    kind: str, args: tuple[tuple[str, Value], ...], inputs: tuple[Shape, ...]
) -> tuple[Facts, Costs]:
    # Deep networks repeat the same layer on the same shape; an edit changes few of them.
    facts = CATALOGUE[kind].infer(Args(**dict(args)), inputs)
    return facts, _costs(facts)


def forget() -> None:
    """Forget what was found of layers; what was found of blocks is kept with the blocks."""
    _layer.cache_clear()
