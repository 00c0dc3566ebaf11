"""Edits of block definitions: adding, removing, renaming, and their parameters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from nodes.catalogue import CATALOGUE
from nodes.errors import EditError, ExpressionError, ParameterError
from nodes.network.edits import Edited
from nodes.network.edits.arguments import (
    ENABLED,
    REPEAT,
    check_argument,
    check_value,
    checked,
    names_for,
)
from nodes.network.edits.binding import names_in
from nodes.network.edits.naming import MAX_NAME
from nodes.network.expression import FUNCTIONS, Expression
from nodes.network.lookup import (
    changed_nodes,
    graph_of,
    map_graphs,
    node_of,
    nodes_of,
    refuse_recursion,
    scopes,
    title,
    users,
)
from nodes.network.model import INDEX, ROOT, Argument, Block, Network, Node, name_problem, unused
from nodes.spec import Param, Style


def block_name_problem(name: str) -> str | None:
    """Why a block cannot have this name, or None where it can."""
    if name[:1].isdigit():
        return "becomes the name of a class, and begins with a letter"
    if len(name) > MAX_NAME:
        return f"may have {MAX_NAME} characters"
    if name in CATALOGUE:
        return "is the name of a layer"
    return name_problem(name)


def parameter_problem(param: Param) -> str | None:
    """Why a block cannot have this parameter, or None where it can."""
    name = param.name
    if len(name) > MAX_NAME:
        return f"{name[:20]}… may have {MAX_NAME} characters"
    if name[:1].isdigit() or name_problem(name):
        return f"“{name}” {name_problem(name) or 'begins with a letter'}"
    if name == INDEX or name in FUNCTIONS:
        return f"“{name}” has a meaning of its own in expressions"
    if name in ("super", "range"):
        return f"“{name}” has a meaning of its own in the generated constructor"
    if any(choice.startswith("=") for choice in param.choices):
        return f"“{name}” has a choice that begins with =, which marks an expression"
    try:
        check_value(param, param.default)
    except ParameterError as error:
        return f"the default of {error}"
    return None


def add_block(network: Network, block: Block) -> Network:
    """Add a definition.

    Raises:
        EditError: its name is taken or illegal, a parameter is not valid, or its nodes are of
            unknown kinds, have arguments that do not fit, or hold the block itself.
    """
    _require_name(network, block.name)
    _require_parameters(block.parameters)
    network = replace(network, blocks=(*network.blocks, block))
    nodes = tuple(checked(network, block.name, n) for n in block.graph.nodes)
    for node in nodes:
        refuse_recursion(network, block.name, node.kind)
    return network.with_graph(block.name, replace(block.graph, nodes=nodes))


def remove_block(network: Network, name: str) -> Network:
    """Remove a definition that nothing uses."""
    graph_of(network, name)
    if used := next(users(network, name), None):
        scope, node = used
        raise EditError(f"{name} is used by {node.name} in {title(scope)}; remove that first.")
    return replace(network, blocks=tuple(b for b in network.blocks if b.name != name))


def rename_block(network: Network, old: str, new: str) -> Network:
    """Give a definition another name; its instances follow."""
    graph_of(network, old)
    if old == new:
        return network
    _require_name(network, new)
    blocks = (replace(b, name=new) if b.name == old else b for b in network.blocks)
    return map_graphs(
        replace(network, blocks=tuple(blocks)),
        lambda graph: (
            replace(
                graph,
                nodes=tuple(replace(n, kind=new) if n.kind == old else n for n in graph.nodes),
            )
            if graph.of_kind(old)
            else graph
        ),
    )


def set_parameters(network: Network, block_name: str, parameters: tuple[Param, ...]) -> Network:
    """Give a block other parameters; arguments for those that are gone go too.

    Raises:
        EditError: a parameter is not valid, one that is gone is still used in the definition, or
            an instance sets one to what its new bounds do not allow.
    """
    graph = graph_of(network, block_name)
    _require_parameters(parameters)
    changed = replace(network.block(block_name), parameters=parameters)
    known = {p.name: p for p in parameters}
    for node in graph.nodes:
        try:
            missing = sorted(names_in(node) - known.keys() - {*changed.channel_names.values()})
        except ExpressionError as error:
            raise EditError(f"{node.name}: {error}") from None
        if missing:
            raise EditError(
                f"{node.name} uses {missing[0]}, which would no longer be a parameter of "
                f"{block_name}; give {node.name} a plain value first."
            )
    result = replace(
        network,
        blocks=tuple(changed if b.name == block_name else b for b in network.blocks),
    )
    for scope, graph in scopes(result):
        if not graph.of_kind(block_name):
            continue
        nodes = []
        for node in graph.nodes:
            if node.kind == block_name:
                names = names_for(result, scope, node)
                args = {
                    name: check_argument(node, known[name], value, names)
                    for name, value in node.args.items()
                    if name in known
                }
                node = replace(node, args={k: v for k, v in args.items() if v != known[k].default})
            nodes.append(node)
        result = result.with_graph(scope, replace(graph, nodes=tuple(nodes)))
    return result


def expose(network: Network, scope: str, names: Collection[str], parameter: str) -> Edited:
    """Make what some nodes of a block are set to a parameter of that block.

    Its default is the value that they have, so that all instances stay as they are; the nodes take
    it by an expression. `parameter` may be `repeat` or `enabled`. The parameter's name is given.

    Raises:
        EditError: the nodes are not in a block, have different values or one that follows from
            other parameters already, or no parameter of a block can hold it.
    """
    graph = graph_of(network, scope)
    if scope == ROOT:
        raise EditError("Only what stands in a block can become a parameter of it.")
    nodes = nodes_of(graph, names)
    declared = [_declared(network, node, parameter) for node in nodes]
    values = [_value_of(node, param) for node, param in zip(nodes, declared, strict=True)]
    who = ", ".join(n.name for n in nodes)
    if not values or any(v != values[0] for v in values):
        raise EditError(f"{who}: {parameter} has several values; give them one value first.")
    if isinstance(values[0], Expression):
        raise EditError(f"{who}: {parameter} is {values[0]}, which follows from what is known.")
    if values[0] in declared[0].words:
        raise EditError(f"{who}: {parameter} is “{values[0]}”; a parameter needs a number here.")
    block = network.block(scope)
    taken = {*(p.name for p in block.parameters), *block.channel_names.values()}
    param = _named(declared[0], nodes[0].name, taken)
    param = replace(param, default=values[0], style=Style.KEYWORD, words=())
    network = set_parameters(network, scope, (*block.parameters, param))
    told = Expression(param.name)
    changes = {}
    for node in nodes:
        if parameter == REPEAT.name:
            changes[node.name] = replace(node, repeat=told)
        elif parameter == ENABLED.name:
            changes[node.name] = replace(node, enabled=told)
        else:
            order = {p.name: None for p in network.params(node.kind)}
            args = {**node.args, parameter: told}
            args = {name: args[name] for name in order if name in args}
            changes[node.name] = replace(node, args=args)
    return Edited(changed_nodes(network, scope, changes), (param.name,))


def _declared(network: Network, node: Node, parameter: str) -> Param:
    if parameter == REPEAT.name and node.kind in network.block_by_name:
        return REPEAT
    if parameter == ENABLED.name and node.kind not in ("Input", "Output"):
        return ENABLED
    found = {p.name: p for p in network.params(node.kind)}
    if parameter not in found:
        raise EditError(f"{node.name}: {parameter} is not a parameter of {node.kind}.")
    return found[parameter]


def _value_of(node: Node, param: Param) -> Argument:
    if param is REPEAT:
        return node.repeat
    return node.enabled if param is ENABLED else node.args.get(param.name, param.default)


def _named(param: Param, node: str, taken: Collection[str]) -> Param:
    """The parameter under its own name, or with that of its node before it.

    What every instance has as well is named otherwise, so that the two are told apart.
    """
    wanted = {REPEAT.name: "copies", ENABLED.name: f"with_{node}"}.get(param.name, param.name)
    name = wanted if wanted not in taken else f"{node}_{wanted}"
    plain = replace(param, name=name if name[:1].isalpha() else f"n{name}", words=())
    return replace(plain, name=unused(plain.name, taken))


def make_own(network: Network, scope: str, name: str) -> Edited:
    """Give one instance a definition of its own, a copy of the shared one under a free name.

    Raises:
        EditError: it is no instance of a block, or the only one.
    """
    node = node_of(graph_of(network, scope), name)
    block = network.block_by_name.get(node.kind)
    if block is None:
        raise EditError(f"{name} ({node.kind}) is a layer, which has no definition to copy.")
    if sum(1 for _ in users(network, block.name)) < 2:
        raise EditError(f"{name} is the only {block.name}: the definition is its own already.")
    taken = {*network.block_by_name, *network.custom_by_name}
    copied = replace(block, name=unused(block.name, taken))
    network = add_block(network, copied)
    return Edited(changed_nodes(network, scope, {name: replace(node, kind=copied.name)}), (name,))


def _require_name(network: Network, name: str) -> None:
    if problem := block_name_problem(name):
        raise EditError(f"“{name}” cannot be the name of a block: it {problem}.")
    if name in network.block_by_name:
        raise EditError(f"There is a block named “{name}” already; choose another name.")
    if name in network.custom_by_name:
        raise EditError(f"There is a custom layer named “{name}” already; choose another name.")


def _require_parameters(parameters: Collection[Param]) -> None:
    seen: set[str] = set()
    for param in parameters:
        if problem := parameter_problem(param):
            raise EditError(f"A parameter of a block is not valid: {problem}.")
        if param.name in seen:
            raise EditError(f"There are two parameters named “{param.name}”.")
        seen.add(param.name)
