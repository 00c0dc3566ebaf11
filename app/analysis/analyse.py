"""Structure, then shapes and costs node by node, through blocks and repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from app.analysis.branches import difference
from app.analysis.report import NodeReport, Problem, Report, Totals, join
from app.analysis.structure import Structure, structure
from nodes import shapes
from nodes.catalogue import CATALOGUE
from nodes.custom import CodeError, Unanswered
from nodes.errors import ExpressionError, LayerError, ParameterError, UnknownKindError
from nodes.network.edits.definitions import parameter_problem
from nodes.network.model import ROOT, Block, Network, Node
from nodes.network.resolve import Environment, arguments, enabled, repeat
from nodes.spec import Args, Facts, LayerSpec, Shape, Value

MAX_DEPTH = 40
MAX_NODES = 100_000

Shapes = tuple[Shape | None, ...]


def analyse(network: Network) -> Report:
    """Check a network. Never raises: whatever is wrong stands among the problems.

    Root causes come first, in the order of computation; what merely follows from them comes after,
    marked as consequence.
    """
    return _Analysis(network).run()


class _TooLargeError(Exception):
    """The expanded network has more nodes than can be shown."""


class _Analysis:
    def __init__(self, network: Network) -> None:
        self.network = network
        self.nodes: dict[str, NodeReport] = {}
        self.problems: list[Problem] = []
        self.faulty: set[str] = set()
        self.told: dict[tuple[str, str, str, tuple[str, ...]], int] = {}  # places in problems
        self.structures: dict[str, Structure] = {}

    def run(self) -> Report:
        outputs: Shapes = ()
        for name, count in Counter(b.name for b in self.network.blocks).items():
            if count > 1:
                self._definition_fault("duplicate-name", f"{count} blocks are named {name}.")
        for block in self.network.blocks:
            for param in block.parameters:
                if reason := parameter_problem(param):
                    message = f"A parameter of the block {block.name} is not valid: {reason}."
                    self._definition_fault("parameter", message)
        try:
            outputs = self._graph(ROOT, "", None, {}, ())
        except _TooLargeError:
            self.problems.append(
                Problem(
                    "too-large",
                    (),
                    f"The network has more than {MAX_NODES:,} nodes once its blocks are repeated.",
                    "Use smaller repeat counts.",
                )
            )
        self._consequences()
        top = [r for path, r in self.nodes.items() if "." not in path]
        return Report(
            nodes=self.nodes,
            problems=tuple(sorted(self.problems, key=lambda p: p.consequence)),
            totals=Totals(
                sum(r.parameters for r in top),
                sum(r.buffers for r in top),
                sum(r.macs for r in top),
            ),
            outputs=tuple(s for s in outputs if s is not None),
        )

    # --- one graph -------------------------------------------------------------------------------

    def _graph(
        self,
        scope: str,
        prefix: str,
        inputs: Mapping[str, Shape | None] | None,
        env: Environment,
        inside: tuple[str, ...],
    ) -> Shapes:
        """Shapes at the Outputs of a graph, for given shapes at its Inputs (None: their own)."""
        graph = self.network.scope(scope)
        if scope in self.structures:
            found = self.structures[scope]
        else:
            found = self.structures[scope] = structure(self.network, graph)
            self._adopt(found, scope, prefix)
        values: dict[tuple[str, str], Shape | None] = {}
        for name in found.order:
            node = graph.by_name[name]
            path = join(prefix, name)
            arriving: Shapes = ()
            if name in found.faulty:
                self.faulty.add(path)
                arriving = (None,)
            else:
                arriving = tuple(
                    values.get((w.source.node, w.source.port)) for w in found.inputs[name]
                )
            if inputs is not None and node.kind == "Input":
                shape = inputs.get(name)
                report = NodeReport(path, scope, name, node.kind, outputs=_known("output", shape))
                self._put(report)
            else:
                names = [w.source.node for w in found.inputs.get(name, ())]
                report = self._node(node, scope, path, arriving, names, env, inside)
            for port, shape in report.outputs.items():
                values[name, port] = shape
        return tuple(values.get((n.name, "output")) for n in graph.of_kind("Output"))

    def _adopt(self, found: Structure, scope: str, prefix: str) -> None:
        """Problems of a definition, told once, at the first place where it is used."""
        for problem in found.problems:
            paths = tuple(join(prefix, name) for name in problem.nodes)
            message = problem.message
            if scope != ROOT:
                message = f"In the block {scope}: {message}"
                paths = paths or (prefix,)
            self.problems.append(replace(problem, nodes=paths, message=message))

    def _put(self, report: NodeReport) -> None:
        if len(self.nodes) >= MAX_NODES:
            raise _TooLargeError
        self.nodes[report.path] = report

    # --- one node --------------------------------------------------------------------------------

    def _node(
        self,
        node: Node,
        scope: str,
        path: str,
        inputs: Shapes,
        sources: Sequence[str],
        env: Environment,
        inside: tuple[str, ...],
    ) -> NodeReport:
        report = NodeReport(
            path, scope, node.name, node.kind, tuple(s for s in inputs if s is not None)
        )
        self._put(report)
        try:
            block = self.network.block_by_name.get(node.kind)
            if node.repeat != 1 and block is None:
                raise LayerError(
                    "repeat",
                    "Only blocks repeat.",
                    "Make a block of the layer, or set repeat to 1.",
                )
            if block is not None:
                report = self._instance(node, block, report, inputs, env, inside)
            elif not enabled(node, env):
                report = self._passed(node, report, inputs)
            else:
                spec, args = self.network.definition(node.kind), arguments(self.network, node, env)
                if isinstance(spec, LayerSpec) and not any(s is None for s in inputs):
                    report = _computed(spec, report, args)
        except LayerError as error:
            line = error.line if isinstance(error, CodeError) else 0
            pending = isinstance(error, Unanswered)
            self._fault(
                report, error.rule, error.message, error.cure, report.inputs, sources, line, pending
            )
        except (ParameterError, ExpressionError) as error:
            self._fault(report, "parameter", f"{error}.", "Change the value.", (), ())
        except UnknownKindError:
            self.faulty.add(path)  # told by the structure
        self.nodes[path] = report
        return report

    def _instance(
        self,
        node: Node,
        block: Block,
        report: NodeReport,
        inputs: Shapes,
        env: Environment,
        inside: tuple[str, ...],
    ) -> NodeReport:
        """An instance of a block: its copies one after the other, each in its own environment."""
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
        copies = repeat(node, env)
        if node.repeat != 1 and len(block.inputs) != len(block.outputs):
            raise LayerError(
                "repeat",
                f"{block.name} has {len(block.inputs)} inputs and {len(block.outputs)} outputs: a "
                "block that repeats feeds its outputs to its own inputs.",
                "Give it as many outputs as inputs, or set repeat to 1.",
            )
        report = replace(report, repeat=copies)
        current = inputs
        active = False
        for index in range(copies):
            path, at = report.path, index if node.repeat != 1 else None
            copy = replace(report, inputs=_all(current), repeat=1, parameters=0, buffers=0, macs=0)
            if at is not None:
                path = join(path, str(index))
                copy = replace(copy, path=path)
                self._put(copy)
            if not enabled(node, env, at):
                copy = self._passed(node, copy, current)
            else:
                active = True
                values = arguments(self.network, node, env, at)
                ports = {p.name: s for p, s in zip(block.inputs, current, strict=False)}
                made = self._graph(block.name, path, ports, values, (*inside, block.name))
                copy = self._summed(copy, block, made)
            if at is not None:
                self.nodes[path] = copy
                report = replace(
                    report,
                    parameters=report.parameters + copy.parameters,
                    buffers=report.buffers + copy.buffers,
                    macs=report.macs + copy.macs,
                )
            else:
                report = replace(copy, inputs=report.inputs)
            current = tuple(copy.outputs.get(port) for port in block.outputs)
            if any(s is None for s in current):
                break  # the copies after it can say no more
        outputs = {p: s for p, s in zip(block.outputs, current, strict=True) if s is not None}
        return replace(report, outputs=outputs, enabled=active, repeat=copies)

    def _summed(self, report: NodeReport, block: Block, outputs: Shapes) -> NodeReport:
        inner = [
            self.nodes[path]
            for name in block.graph.by_name
            if (path := join(report.path, name)) in self.nodes
        ]
        return replace(
            report,
            outputs={p: s for p, s in zip(block.outputs, outputs, strict=True) if s is not None},
            parameters=sum(r.parameters for r in inner),
            buffers=sum(r.buffers for r in inner),
            macs=sum(r.macs for r in inner),
        )

    def _passed(self, node: Node, report: NodeReport, inputs: Shapes) -> NodeReport:
        """A node that is switched off: what comes in goes out."""
        definition = self.network.definition(node.kind)
        outputs = self.network.outputs(node.kind, node.args)
        if len(definition.inputs) != 1 or len(outputs) != 1 or len(inputs) != 1:
            raise LayerError(
                "bypass",
                f"{node.kind} cannot be switched off: only a node with one input and one output "
                "can pass its input on.",
                "Switch it on, or remove it.",
            )
        return replace(report, outputs=_known(outputs[0], inputs[0]), enabled=False)

    # --- problems --------------------------------------------------------------------------------

    def _definition_fault(self, rule: str, message: str) -> None:
        self.problems.append(Problem(rule, (), message, "Change the block's definition."))

    def _fault(
        self,
        report: NodeReport,
        rule: str,
        message: str,
        cure: str,
        inputs: Sequence[Shape],
        sources: Sequence[str],
        line: int = 0,
        pending: bool = False,
    ) -> None:
        """Tells a problem; one of a block's definition once, with every place where it shows."""
        path = report.path
        received = tuple(
            f"{source} {shapes.text(shape)}" for source, shape in zip(sources, inputs, strict=False)
        )
        self.faulty.add(path)
        key = report.scope, report.name, message, received
        if (place := self.told.setdefault(key, len(self.problems))) < len(self.problems):
            known = self.problems[place]
            self.problems[place] = replace(known, nodes=(*known.nodes, path))
            return
        prefix = path.rpartition(".")[0]
        involved: list[str] = []
        if "{branches}" in message and len(inputs) == len(sources):
            involved = [join(prefix, s) for s in sources]
            message = message.replace("{branches}", ", ".join(received))
            if report.kind != "MatMul":  # its two sides are not meant to be alike
                message += difference(sources, inputs, self._free_axis(report))
        self.problems.append(
            Problem(
                rule,
                (path, *dict.fromkeys(involved)),
                f"{path}: {message}",
                cure,
                received,
                consequence=pending,
                line=line,
            )
        )

    def _free_axis(self, report: NodeReport) -> int | None:
        """The axis in which the branches of a node may differ."""
        if report.kind != "Concat":
            return None
        dim = self.network.scope(report.scope).by_name[report.name].args.get("dim", 1)
        return dim % (len(report.inputs[0]) + 1) - 1 if isinstance(dim, int) else None

    def _consequences(self) -> None:
        """One problem for all the nodes that have no shape through no fault of their own."""
        lost = [
            path
            for path, r in self.nodes.items()
            if not r.outputs and path not in self.faulty and r.kind != "Output"
        ]
        lost_set = set(lost)
        lost = [p for p in lost if p.rpartition(".")[0] not in lost_set and not self._holds(p)]
        if lost:
            names = ", ".join(lost[:4]) + (f" and {len(lost) - 4} more" if len(lost) > 4 else "")
            self.problems.append(
                Problem(
                    "no-shape",
                    tuple(lost),
                    f"{names}: no shape until the problems before are solved.",
                    consequence=True,
                )
            )

    def _holds(self, path: str) -> bool:
        """Whether the culprit is inside this block, so that the block need not be named too."""
        return any(f.startswith(path + ".") for f in self.faulty)


def _known(port: str, shape: Shape | None) -> dict[str, Shape]:
    return {} if shape is None else {port: shape}


def _all(found: Shapes) -> tuple[Shape, ...]:
    return tuple(s for s in found if s is not None)


def _computed(spec: LayerSpec, report: NodeReport, args: Mapping[str, Value]) -> NodeReport:
    """The report of a layer with known inputs; raises LayerError."""
    if spec is CATALOGUE.get(spec.id):
        facts = _facts(report.kind, tuple(args.items()), report.inputs)
    else:  # a custom layer, of which more may be known the next time
        facts = spec.infer(Args(**args), report.inputs)
    return replace(
        report,
        outputs=dict(zip(spec.output_names(args), facts.outputs, strict=True)),
        parameters=sum(t.elements for t in facts.parameters),
        buffers=sum(t.elements for t in facts.buffers),
        macs=facts.macs,
        tensors=(*facts.parameters, *facts.buffers),
    )


@lru_cache(maxsize=8192)
def _facts(kind: str, args: tuple[tuple[str, Value], ...], inputs: tuple[Shape, ...]) -> Facts:
    # Deep networks repeat the same layer on the same shape; an edit changes few of them.
    return CATALOGUE[kind].infer(Args(**dict(args)), inputs)
