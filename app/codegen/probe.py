"""A function that runs a generated network node by node and shows every value on the way."""

from __future__ import annotations

from app.analysis.report import Report, join
from app.analysis.wiring import in_port_order
from app.codegen.wording import value_text
from nodes.network.model import ROOT, Endpoint, Network
from nodes.network.resolve import Environment, arguments, channels
from nodes.spec import Args, ExpressionCode, LayerSpec, ModuleCode


def generate_probe(network: Network, report: Report) -> str:
    """The text of `probe(model, x)`, which yields `(path, value)` for every node of the report.

    `model` is an instance of the generated class and `x` a batch for its Input; where there are
    several, `probe` takes as many. Modules are taken by their path; merges stand as the expressions
    they are. Of several outputs the first is yielded.
    """
    count = len(network.graph.of_kind("Input"))
    inputs = ["x"] if count == 1 else [f"x{k}" for k in range(1, count + 1)]
    lines: list[str] = []
    found = _Probe(network, report, lines)
    found.graph(ROOT, "", inputs, {})
    imports = sorted({"import torch", *found.imports})
    head = [*imports, "", "", f"def probe({', '.join(['model', *inputs])}):"]
    return "\n".join([*head, *lines]) + "\n"


class _Probe:
    def __init__(self, network: Network, report: Report, lines: list[str]) -> None:
        self.network = network
        self.report = report
        self.lines = lines
        self.imports: set[str] = set()
        self.count = 0

    def graph(self, scope: str, prefix: str, inputs: list[str], env: Environment) -> list[str]:
        """Lines for one graph; takes and returns the variables of its Inputs and Outputs."""
        graph = self.network.scope(scope)
        values: dict[Endpoint, str] = {}
        entering = dict(zip((n.name for n in graph.of_kind("Input")), inputs, strict=True))
        outputs = {}
        names = [r.name for path, r in self.report.nodes.items() if self._within(path, prefix)]
        for name in names:
            node = graph.by_name[name]
            path = join(prefix, name)
            read = [values[w.source] for w in in_port_order(self.network, graph, node)]
            definition = self.network.definition(node.kind)
            if node.kind == "Input":
                made = [entering[name]]
                self._yield(path, made[0])
            elif node.kind == "Output":
                made = read
                outputs[name] = read[0]
                self._yield(path, read[0])
            elif isinstance(definition, LayerSpec):
                made = self._layer(path, definition, read, env)
            else:
                made = read
                copies = self.report.nodes[path].repeat
                for index in range(copies):
                    at = index if node.numbered else None
                    inner = path if at is None else join(path, node.copy_name(index))
                    if self.report.nodes[inner].enabled:
                        args: Environment = {
                            **arguments(self.network, node, env, at),
                            **channels(definition, self.report.nodes[inner].inputs),
                        }
                        made = self.graph(node.kind, inner, made, args)
                    if at is not None:
                        self._yield(inner, made[0])
                self._yield(path, made[0])
            for port, value in zip(self.network.outputs(node.kind, node.args), made, strict=False):
                values[Endpoint(name, port)] = value
        return [outputs[o.name] for o in graph.of_kind("Output")]

    def _within(self, path: str, prefix: str) -> bool:
        return path.rpartition(".")[0] == prefix and not self._is_copy(path)

    def _is_copy(self, path: str) -> bool:
        """Whether a path ends in a copy's name rather than in that of a node in the block."""
        parent = self.report.nodes.get(path.rpartition(".")[0])
        return parent is not None and parent.scope == self.report.nodes[path].scope

    def _layer(self, path: str, spec: LayerSpec, read: list[str], env: Environment) -> list[str]:
        if not self.report.nodes[path].enabled:
            self._yield(path, read[0])
            return read[:1] * len(self.report.nodes[path].outputs)
        self.count += 1
        value = f"v{self.count}"
        scope = self.network.scope(self.report.nodes[path].scope)
        node = scope.by_name[self.report.nodes[path].name]
        args = Args(**arguments(self.network, node, env))
        if isinstance(spec.code, ExpressionCode):
            right = spec.code.expression(args, read)
            self.imports.update(spec.code.imports)
        else:
            assert isinstance(spec.code, ModuleCode)
            get = "get_parameter" if spec.code.parameter else "get_submodule"
            module = f"model.{get}({value_text(path)})"
            right = spec.code.forward(args, module, read)
        self.lines.append(f"    {value} = {right}")
        outputs = len(spec.output_names(vars(args)))
        made = [value] if outputs == 1 else [f"{value}[{k}]" for k in range(outputs)]
        self._yield(path, made[0])
        return made

    def _yield(self, path: str, value: str) -> None:
        self.lines.append(f"    yield {value_text(path)}, {value}")
