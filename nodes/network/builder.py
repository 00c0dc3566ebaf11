"""Networks and blocks written down line by line, so that a preset reads like its paper's table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from nodes.catalogue import CATALOGUE
from nodes.errors import EditError, ParameterError
from nodes.network.edits.arguments import check_first
from nodes.network.expression import Expression
from nodes.network.layout import arrange
from nodes.network.model import Argument, Block, Endpoint, Graph, Network, Node, Wire, require_name
from nodes.spec import LayerSpec, Param

Plain = TypeVar("Plain")


class Builder:
    """Collects nodes and wires; `network` or `block` returns the finished value, laid out.

    What adds a node returns its output, to be given to the nodes that follow; `branches` returns
    all outputs of a node that has several. Text that begins with `=` is an expression over the
    parameters of the block and the repeat index `i`.
    """

    def __init__(self, name: str, parameters: tuple[Param, ...] = (), summary: str = "") -> None:
        self._name = name
        self._parameters = parameters
        self._summary = summary
        self._nodes: dict[str, Node] = {}
        self._wires: list[Wire] = []

    def input(self, *shape: int, name: str = "input") -> Endpoint:
        """Where data enters. A block's input needs no shape: it follows from the wire into it."""
        return self.add(name, "Input", shape=shape) if shape else self.add(name, "Input")

    def output(
        self,
        source: Endpoint,
        name: str = "output",
        *,
        loss_weight: float = 1.0,
        auxiliary: bool = False,
    ) -> None:
        self.add(name, "Output", source, loss_weight=loss_weight, auxiliary=auxiliary)

    def add(
        self,
        name: str,
        kind: str | Block,
        sources: Endpoint | Sequence[Endpoint] = (),
        /,
        *,
        repeat: int | str | Expression = 1,
        enabled: bool | str | Expression = True,
        first: str = "",
        **args: Argument,
    ) -> Endpoint:
        """A node of a layer or a block, fed by `sources` in the order of its ports.

        Returns its output, of several the first.

        Raises:
            EditError: the name is taken or not legal, or the sources do not fit the ports.
            ParameterError: an argument is unknown, of the wrong kind or out of bounds.
            UnknownKindError: there is no such layer.
        """
        require_name(name)
        if name in self._nodes:
            raise EditError(f"{self._name} has two nodes named “{name}”. Give each its own name.")
        definition = CATALOGUE[kind] if isinstance(kind, str) else kind
        self._wires += self._wired(name, definition, sources)
        self._nodes[name] = Node(
            name,
            kind if isinstance(kind, str) else kind.name,
            _arguments(definition, args),
            repeat=_expression(repeat),
            enabled=_expression(enabled),
            first=check_first(first, isinstance(kind, Block)),
        )
        return Endpoint(name, next(iter(_outputs(definition, args)), ""))

    def branches(
        self,
        name: str,
        kind: str | Block,
        sources: Endpoint | Sequence[Endpoint] = (),
        /,
        *,
        repeat: int | str | Expression = 1,
        enabled: bool | str | Expression = True,
        first: str = "",
        **args: Argument,
    ) -> tuple[Endpoint, ...]:
        """A node as `add` makes it; returns all its outputs.

        left, right = b.branches("split", "Chunk", x, chunks=2)
        """
        self.add(name, kind, sources, repeat=repeat, enabled=enabled, first=first, **args)
        definition = CATALOGUE[kind] if isinstance(kind, str) else kind
        ports = _outputs(definition, self._nodes[name].args)
        return tuple(Endpoint(name, port) for port in ports)

    def _wired(
        self, name: str, definition: LayerSpec | Block, sources: Endpoint | Sequence[Endpoint]
    ) -> list[Wire]:
        ends = (sources,) if isinstance(sources, Endpoint) else tuple(sources)
        ports = definition.inputs
        variadic = bool(ports) and ports[-1].variadic
        if len(ends) < len(ports) or (len(ends) > len(ports) and not variadic):
            raise EditError(
                f"{self._name}: {name} has the ports {[p.name for p in ports]}, and receives "
                f"{len(ends)} sources. Give one source for every port."
            )
        for end in ends:
            if end.node not in self._nodes:
                raise EditError(f"{self._name}: {name} takes {end}, which is not a node of it.")
        last = len(ports) - 1
        return [Wire(end, Endpoint(name, ports[min(i, last)].name)) for i, end in enumerate(ends)]

    def _graph(self) -> Graph:
        graph = Graph(tuple(self._nodes.values()), tuple(self._wires))
        place = arrange(graph)
        return replace(
            graph, nodes=tuple(replace(node, position=place[node.name]) for node in graph.nodes)
        )

    def network(self, blocks: tuple[Block, ...] = ()) -> Network:
        """The network, with the definitions of all blocks that it and they are built of."""
        return Network(self._name, self._graph(), blocks)

    def block(self) -> Block:
        return Block(self._name, self._parameters, self._graph(), self._summary)


def _outputs(definition: LayerSpec | Block, args: Mapping[str, Argument]) -> tuple[str, ...]:
    if isinstance(definition, LayerSpec):
        return definition.output_names(args)
    return definition.outputs


def _expression(value: Plain | str) -> Plain | Expression:
    return Expression(value[1:]) if isinstance(value, str) else value


def _arguments(definition: LayerSpec | Block, args: dict[str, Argument]) -> dict[str, Argument]:
    """Arguments in their stored form: expressions, and the values that differ from the default."""
    params = definition.params if isinstance(definition, LayerSpec) else definition.parameters
    known = {p.name: p for p in params}
    kept: dict[str, Argument] = {}
    for name, value in args.items():
        if name not in known:
            kind = definition.id if isinstance(definition, LayerSpec) else definition.name
            raise ParameterError(name, f"is not a parameter of {kind}")
        if isinstance(value, str) and value.startswith("="):
            value = Expression(value[1:])
        if isinstance(value, Expression):
            kept[name] = value
        elif (checked := known[name].check(value)) != known[name].default:
            kept[name] = checked
    return kept
