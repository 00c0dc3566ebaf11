"""Edits of block definitions: adding, removing, renaming, and their parameters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from nodes.catalogue import CATALOGUE
from nodes.errors import EditError, ExpressionError, ParameterError
from nodes.network.edits.arguments import check_argument, check_value, checked, names_for
from nodes.network.edits.binding import names_in
from nodes.network.edits.naming import MAX_NAME
from nodes.network.expression import FUNCTIONS
from nodes.network.lookup import (
    graph_of,
    map_graphs,
    refuse_recursion,
    scopes,
    title,
    users,
)
from nodes.network.model import INDEX, Block, Network, name_problem
from nodes.spec import Param


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
