"""Edits of custom layers: adding one, giving it other code, removing it."""

from __future__ import annotations

from dataclasses import replace

from nodes.carried import carried_names
from nodes.catalogue import CATALOGUE
from nodes.custom import CustomLayer
from nodes.errors import EditError, ParameterError
from nodes.network.edits.arguments import check_value
from nodes.network.edits.naming import MAX_NAME
from nodes.network.expression import Expression
from nodes.network.lookup import map_graphs, title, users
from nodes.network.model import Argument, Endpoint, Graph, Network, Node, Wire, name_problem
from nodes.spec import LayerSpec, Param


def custom_problem(network: Network, layer: CustomLayer) -> str | None:
    """Why a network cannot have this layer beside its definitions, in a sentence, or None."""
    if (fault := layer.fault) is not None:
        return f"line {fault.line}: {fault}"
    name = layer.name
    reason = ""
    if len(name) > MAX_NAME:
        reason = f"it may have {MAX_NAME} characters"
    elif name in CATALOGUE:
        reason = "it is the name of a layer of the catalogue"
    elif name in carried_names():
        reason = "a layer of the catalogue brings a class of that name"
    elif name in network.block_by_name:
        reason = "it is the name of a block of this network"
    elif name in network.custom_by_name:
        reason = "another custom layer of this network has it"
    elif name == "Tensor":
        reason = "it means torch's own Tensor"
    elif problem := name_problem(name):
        reason = f"it {problem}"
    if reason:
        return f"{name[:MAX_NAME]} cannot be the name of the class: {reason}."
    for other in network.custom_by_name.values():
        declared = other.declaration
        for line, bound in zip(declared.imports, declared.bound, strict=True):
            if bound in layer.declaration.bound and line not in layer.declaration.imports:
                return f"{bound} means something else in {declared.name}: `{line}`. Use one name."
    for param in layer.declaration.params:
        try:
            check_value(param, param.default)
        except ParameterError as error:
            return f"the default of {error}."
    return None


def add_custom(network: Network, source: str) -> Network:
    """Add a custom layer; raises EditError where the source is none or its name is taken."""
    layer = CustomLayer(source)
    _require(network, layer)
    return replace(network, custom=(*network.custom, layer))


def set_custom(network: Network, name: str, source: str) -> Network:
    """Give a custom layer another source, and so perhaps another name; its nodes follow.

    Arguments that no longer fit go back to their defaults. Wires keep their ports by name, or by
    place where a port has another name now, and go where there is none.

    Raises:
        EditError: the source is none, or the new name is taken.
    """
    old, new = _layer(network, name), CustomLayer(source)
    others = tuple(c for c in network.custom if c is not old)
    _require(replace(network, custom=others), new)
    network = replace(network, custom=tuple(new if c is old else c for c in network.custom))

    def follow(graph: Graph) -> Graph:
        return _followed(graph, old.spec, new.spec) if graph.of_kind(name) else graph

    return map_graphs(network, follow)


def remove_custom(network: Network, name: str) -> Network:
    """Remove a custom layer that nothing uses."""
    layer = _layer(network, name)
    if used := next(users(network, name), None):
        scope, node = used
        raise EditError(f"{name} is used by {node.name} in {title(scope)}; remove that first.")
    return replace(network, custom=tuple(c for c in network.custom if c is not layer))


def _layer(network: Network, name: str) -> CustomLayer:
    if (layer := network.custom_by_name.get(name)) is None:
        raise EditError(f"There is no custom layer named “{name}”.")
    return layer


def _require(network: Network, layer: CustomLayer) -> None:
    if problem := custom_problem(network, layer):
        raise EditError(problem[0].upper() + problem[1:])


def _followed(graph: Graph, old: LayerSpec, new: LayerSpec) -> Graph:
    names = {n.name for n in graph.of_kind(old.id)}
    params = {p.name: p for p in new.params}
    inputs = _moved([p.name for p in old.inputs], [p.name for p in new.inputs])
    outputs = _moved([*old.output_names({})], [*new.output_names({})])
    wires, now = [], {}
    for w in graph.wires:
        source, target = w.source, w.target
        if source.node in names:
            if source.port not in outputs:
                continue
            source = Endpoint(source.node, outputs[source.port])
        if target.node in names:
            if target.port not in inputs:
                continue
            target = Endpoint(target.node, inputs[target.port])
        now[w] = Wire(source, target)
        wires.append(now[w])
    nodes = (_renewed(n, new.id, params) if n.name in names else n for n in graph.nodes)
    return replace(
        graph,
        nodes=tuple(nodes),
        wires=tuple(wires),
        bends=tuple((now[w], points) for w, points in graph.bends if w in now),
    )


def _moved(old: list[str], new: list[str]) -> dict[str, str]:
    """Where each old port is now: under its name, or under a new one in its place."""
    found = {name: name for name in old if name in new}
    for before, after in zip(old, new, strict=False):
        if before not in new and after not in old:
            found[before] = after
    return found


def _renewed(node: Node, kind: str, params: dict[str, Param]) -> Node:
    args = {k: v for k, v in node.args.items() if k in params and _fits(params[k], v)}
    return replace(node, kind=kind, args={k: args[k] for k in params if k in args})


def _fits(param: Param, value: Argument) -> bool:
    if isinstance(value, Expression):
        return True
    try:
        return check_value(param, value) != param.default
    except ParameterError:
        return False
