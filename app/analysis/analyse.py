"""Structure, then shapes and costs node by node, through blocks and repeats."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.analysis.branches import REPEATING, difference
from app.analysis.outputs import problems
from app.analysis.problem import Problem
from app.analysis.report import EMPTY, NodeReports, Report
from app.analysis.rules import Rule, costs_of, rule
from app.analysis.structure import Structure, structure
from app.analysis.telling import told
from app.analysis.worked import Copy, Costs, Fault, Part, Shapes, Worked
from nodes import shapes
from nodes.catalogue import CATALOGUE
from nodes.custom import CodeError, Unanswered
from nodes.errors import ExpressionError, LayerError, ParameterError, UnknownKindError
from nodes.network.edits.binding import names_in
from nodes.network.expression import Expression
from nodes.network.model import ROOT, Block, Frozen, Network, Node
from nodes.network.resolve import Environment, arguments, channels, enabled, repeat
from nodes.spec import Args, LayerSpec, Shape, Value

MAX_DEPTH = 40
MAX_NODES = 100_000
_KEPT = "_worked"  # what a block came to is kept with it, in its __dict__
_RULE = "_rule"  # and what a layer comes to, with its node
_MOST_KEPT = 512
_NO_COSTS, _NO_OUTPUTS = Costs(1), dict[str, Shape]()
_NO = Frozen.NO


def analyse(network: Network, before: Report = EMPTY) -> Report:
    """Check a network. Never raises: whatever is wrong stands among the problems.

    Root causes come first, in the order of computation; what merely follows from them comes after,
    marked as consequence. Layers that an edit did not reach are taken from the report of the
    network `before` it; the report is the same without.
    """
    worked = _Analysis(network, before.nodes).graph(ROOT, {}, None, ())
    leaving = zip(worked.exits, worked.outputs, strict=True)
    outputs = tuple(s for n, s in leaving if s is not None and n not in worked.training)
    return Report(NodeReports(worked, network), told(network, worked), outputs)


@dataclass(slots=True)
class _Place:
    """A graph that is being worked on: inside which blocks it is, and what was found so far."""

    scope: str
    env: Environment
    inside: tuple[str, ...]
    faults: list[Fault]
    count: int  # of nodes, so far
    waiting: frozenset[str]  # channels that enter, of which nothing is known yet


class _Analysis:
    def __init__(self, network: Network, before: NodeReports) -> None:
        self.network = network
        self.defined = frozenset(_defined(network))
        self.before = before
        self.known: dict[str, dict[object, Worked]] = {}

    def graph(
        self, scope: str, env: Environment, inputs: Shapes | None, inside: tuple[str, ...]
    ) -> Worked:
        """A graph with given shapes at its Inputs (None: their own)."""
        graph = self.network.scope(scope)
        like = self.before.network.graph if scope == ROOT else None
        found = structure(self.network, graph, like)
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
        place = _Place(scope, env, inside, faults, 0, waiting)
        old = self.before.worked if scope == ROOT else Worked(scope)
        known, costs = old.by_name, replace(old.costs)
        changed = known.keys() - set(found.order) if known else set()  # what these give
        lost, made = [known[name].costs for name in changed], list[Costs]()
        edited = self._edited(found, known) if known else set(found.order)
        before, sources_of, faulty_ones = found.wiring.before, found.sources, found.faulty
        nodes, training = graph.by_name, found.training if scope == ROOT else frozenset()
        parts: dict[str, Part] = {}
        for name in found.order:
            if name not in edited and changed.isdisjoint(before[name]):
                part = parts[name] = known[name]
                place.count += part.costs.count
                continue
            node, sources, faulty = nodes[name], sources_of.get(name, ()), name in faulty_ones
            arriving: Shapes = (None,)
            if len(sources) == 1 and not faulty:  # as mostly
                source, port = sources[0]
                if source in parts:
                    arriving = (parts[source].outputs.get(port),)
            elif not faulty:
                arriving = tuple(
                    [parts[n].outputs.get(port) if n in parts else None for n, port in sources]
                )
            part = parts[name] = Part(name, node.kind, sources, arriving, _NO_OUTPUTS, _NO_COSTS)
            part.frozen, part.rate = node.frozen, node.rate
            part.training, part.faulty = name in training, faulty
            rule: Rule | None = node.__dict__.get(_RULE)
            ready = rule.known.get(arriving) if rule is not None else None
            if entering is not None and node.kind == "Input":
                part.inputs, part.outputs = (), _known("output", entering.get(name))
            elif ready is not None and node.kind not in self.defined:
                part.outputs, part.costs, part.facts = ready
            else:
                self._node(node, part, place)
            if part.frozen is not _NO:
                part.costs = replace(part.costs, frozen=part.costs.parameters)
            place.count += part.costs.count
            made.append(part.costs)
            if (was := known.get(name)) is not None:
                lost.append(was.costs)
            if was is None or part.outputs != was.outputs:
                changed.add(name)
        costs.add_all(made)
        costs.add_all(lost, -1)
        leaving = tuple(parts[n].outputs.get("output") if n in parts else None for n in exits)
        return Worked(scope, parts, leaving, entrances, exits, tuple(faults), costs)

    def _edited(self, found: Structure, known: Mapping[str, Part]) -> set[str]:
        """The nodes that are not as they were before the edit, whatever they are given.

        What has a definition in the network is always looked at again, and so is what is wrong.
        """
        now, was = self.network, self.before.network
        nodes, former = now.graph.by_name, was.graph.by_name
        others = [name for name in found.order if nodes[name] is not former.get(name)]
        edited = {n for n in others if n not in former or not _alike(nodes[n], former[n])}
        edited |= found.faulty
        defined = self.defined.union(_defined(was))
        edited.update([p.name for p in known.values() if p.faulty or p.kind in defined])
        wired = structure(was, was.graph)
        if found is not wired:
            sources, before = found.sources, wired.sources
            edited.update([n for n in sources if sources[n] != before.get(n)])
            edited |= found.training ^ wired.training
        return edited

    # --- one node --------------------------------------------------------------------------------

    def _node(self, node: Node, part: Part, place: _Place) -> None:
        """Fills in the part; what is wrong with it or inside it joins the faults."""
        try:
            known: Rule | None = node.__dict__.get(_RULE)
            if known is not None and node.kind not in self.defined:
                known.fill(part)
                return
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
                    _compute(node, part, spec, args)
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
        copies: list[Copy] = []
        part.copies, part.costs = copies, Costs(1)
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
            if place.count + part.costs.count > MAX_NODES:
                part.copies, part.costs = (), Costs(1)
                raise LayerError(
                    "too-large",
                    f"The network has more than {MAX_NODES:,} nodes once its blocks are repeated.",
                    "Use smaller repeat counts.",
                )
            copies.append(copy)
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


def _alike(one: Node, other: Node) -> bool:
    """Whether two nodes of one name compute the same, wherever they stand."""
    mine, its = one.args, other.args
    return (
        (one.kind, one.repeat, one.enabled, one.first, one.frozen, one.rate)
        == (other.kind, other.repeat, other.enabled, other.first, other.frozen, other.rate)
        and mine.keys() == its.keys()
        and all(its[name] is value for name, value in mine.items())  # 1 is not True
    )


def _defined(network: Network) -> Iterator[str]:
    yield from network.block_by_name
    yield from network.custom_by_name


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


def _known(port: str, shape: Shape | None) -> dict[str, Shape]:
    return {} if shape is None else {port: shape}


def _all(found: Shapes) -> tuple[Shape, ...]:
    return tuple([s for s in found if s is not None])


def _compute(node: Node, part: Part, spec: LayerSpec, args: dict[str, Value]) -> None:
    """Fills in a layer with known inputs; raises LayerError."""
    if spec is not CATALOGUE.get(spec.id):  # a custom layer, of which more may be known later
        part.facts = spec.infer(Args(**args), _all(part.inputs))
        part.costs = costs_of(part.facts)
        part.outputs = dict(zip(spec.output_names(args), part.facts.outputs, strict=True))
        return
    found = rule(spec.id, tuple(args.items()))
    found.fill(part)
    open_still = any(isinstance(value, Expression) for value in (node.enabled, *node.args.values()))
    if not open_still and isinstance(spec.outputs, tuple):
        node.__dict__[_RULE] = found
