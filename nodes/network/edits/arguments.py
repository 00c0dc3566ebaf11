"""The arguments of nodes: how they are checked, and the edits that set them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from nodes.errors import EditError, ExpressionError, ParameterError
from nodes.network.expression import MAX_MAGNITUDE, Expression
from nodes.network.lookup import changed_nodes, definition_of, graph_of, node_of, nodes_of
from nodes.network.model import INDEX, MAX_REPEAT, ROOT, Argument, Network, Node, first_problem
from nodes.spec import Kind, LayerSpec, Param, Value

REPEAT = Param("repeat", Kind.INT, 1, "Copies of the block in a chain", 1, MAX_REPEAT)
ENABLED = Param("enabled", Kind.BOOL, True, "Whether the node acts, or passes its input through")
RATE = Param("rate", Kind.FLOAT, 1.0, "Times the learning rate, in training", 0, 1_000)


def check_value(param: Param, value: object) -> Value:
    """The value in its stored form; raises ParameterError.

    Numbers are bounded before anything calculates with them or writes them out, since a number of
    a million digits would take minutes.
    """
    for number in value if isinstance(value, tuple | list) else (value,):
        if isinstance(number, int | float) and abs(number) > MAX_MAGNITUDE:
            raise ParameterError(param.name, f"must be a number of at most {MAX_MAGNITUDE:,}")
    return param.check(value)


def check_argument(node: Node, param: Param, value: object, names: Collection[str]) -> Argument:
    """A value, an Expression or text that begins with `=`, as it is stored in a node.

    `names` are what an expression may refer to. Raises EditError with the node's name.
    """
    if isinstance(value, str) and value.startswith("="):
        value = Expression(value[1:].strip())
    try:
        if not isinstance(value, Expression):
            return check_value(param, value)
        if unknown := sorted(value.names - frozenset(names)):
            here = f"the names here are {', '.join(sorted(names))}" if names else "there are none"
            raise ExpressionError(
                f"{param.name} names {unknown[0]}, and {here}. Names are the parameters of "
                "the block around, and the channels that enter it."
            )
        if not value.names:
            check_value(param, value.evaluate({}))
        return value
    except ParameterError as error:
        raise EditError(f"{node.name}: {error}.") from None
    except ExpressionError as error:
        raise EditError(f"{node.name}: {error}") from None


def scope_names(network: Network, scope: str) -> frozenset[str]:
    """What expressions in this scope may refer to: the block's parameters, and what enters it."""
    if scope == ROOT:
        return frozenset()
    block = network.block(scope)
    return frozenset((*(p.name for p in block.parameters), *block.channel_names.values()))


def names_for(network: Network, scope: str, node: Node) -> frozenset[str]:
    """What the arguments of a node may refer to; in a node that repeats also the index."""
    return scope_names(network, scope) | ({INDEX} if node.numbered else frozenset())


def checked(network: Network, scope: str, node: Node) -> Node:
    """The node with all its arguments checked, without those that equal their defaults.

    Raises:
        EditError: an unknown kind or parameter, or a value that does not fit.
    """
    definition_of(network, node.kind)
    outer = scope_names(network, scope)
    repeat = check_argument(node, REPEAT, node.repeat, outer)
    names = names_for(network, scope, node)
    enabled = check_argument(node, ENABLED, node.enabled, names)
    assert isinstance(repeat, int | Expression)
    assert isinstance(enabled, bool | Expression)
    if repeat != 1:
        _require_block(network, node)
    args: dict[str, Argument] = {}
    for name, value in node.args.items():
        param = _param(network, node, name)
        argument = check_argument(node, param, value, names)
        if argument != param.default:
            args[name] = argument
    return replace(node, args=_in_order(network, node, args), repeat=repeat, enabled=enabled)


def set_argument(
    network: Network, scope: str, names: Collection[str], parameter: str, value: object
) -> Network:
    """Set one parameter of some nodes; a value equal to the default is not stored."""
    changes = {}
    for node in nodes_of(graph_of(network, scope), names):
        param = _param(network, node, parameter)
        argument = check_argument(node, param, value, names_for(network, scope, node))
        args = {k: v for k, v in node.args.items() if k != parameter}
        if argument != param.default:
            args[parameter] = argument
        changes[node.name] = replace(node, args=_in_order(network, node, args))
    return changed_nodes(network, scope, changes)


def reset_argument(network: Network, scope: str, names: Collection[str], parameter: str) -> Network:
    """Give one parameter of some nodes its default again."""
    changes = {}
    for node in nodes_of(graph_of(network, scope), names):
        _param(network, node, parameter)
        args = {k: v for k, v in node.args.items() if k != parameter}
        changes[node.name] = replace(node, args=args)
    return changed_nodes(network, scope, changes)


def reset_arguments(network: Network, scope: str, names: Collection[str]) -> Network:
    """Give all parameters of some nodes their defaults again."""
    nodes = nodes_of(graph_of(network, scope), names)
    return changed_nodes(network, scope, {n.name: replace(n, args={}) for n in nodes if n.args})


def set_repeat(network: Network, scope: str, name: str, repeat: int | Expression) -> Network:
    """Chain that many copies of a block; a single copy has no index for its arguments to use."""
    node = node_of(graph_of(network, scope), name)
    _require_block(network, node)
    value = check_argument(node, REPEAT, repeat, scope_names(network, scope))
    assert isinstance(value, int | Expression)
    if value == 1 and not node.first:
        for parameter, argument in (*node.args.items(), ("enabled", node.enabled)):
            if isinstance(argument, Expression) and INDEX in argument.names:
                raise EditError(
                    f"{name}: {parameter} depends on the index {INDEX} of the copies; give it a "
                    "plain value before there is only one copy."
                )
    return changed_nodes(network, scope, {name: replace(node, repeat=value)})


def check_first(first: str, block: bool) -> str:
    """The name itself, if the first copy can have it; raises ParameterError where it cannot."""
    if reason := first_problem(first):
        raise ParameterError("first", f"{reason}; “{first}” does not")
    if first and not block:
        raise ParameterError("first", "is for blocks only")
    return first


def set_enabled(
    network: Network, scope: str, names: Collection[str], enabled: bool | Expression
) -> Network:
    """Switch nodes on, or off so that they pass their input through."""
    changes = {}
    for node in nodes_of(graph_of(network, scope), names):
        if node.kind in ("Input", "Output"):
            raise EditError(f"{node.name} cannot be switched off: it is an {node.kind}.")
        value = check_argument(node, ENABLED, enabled, names_for(network, scope, node))
        assert isinstance(value, bool | Expression)
        changes[node.name] = replace(node, enabled=value)
    return changed_nodes(network, scope, changes)


def _param(network: Network, node: Node, name: str) -> Param:
    definition_of(network, node.kind)
    for param in network.params(node.kind):
        if param.name == name:
            return param
    raise EditError(f"{node.name}: {name} is not a parameter of {node.kind}.")


def _in_order(network: Network, node: Node, args: Mapping[str, Argument]) -> Mapping[str, Argument]:
    """In the order of the declaration, so that the document does not tell how it came about."""
    params = network.params(node.kind)
    return {p.name: args[p.name] for p in params if p.name in args}


def _require_block(network: Network, node: Node) -> None:
    if isinstance(definition_of(network, node.kind), LayerSpec):
        raise EditError(f"{node.name} cannot repeat: only blocks do. Make a block of it first.")
