"""The Outputs of a network: how their losses weigh, and which of them inference does without.

An auxiliary Output is trained on, and left out at inference with all that only it needs. Both are
said in the network's own graph, where the loss is made; the Outputs of a block only pass on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.analysis.problem import Problem, some
from nodes.errors import ExpressionError
from nodes.layers.inout import OUTPUT
from nodes.network.expression import Expression
from nodes.network.model import ROOT, Graph, Network, Node
from nodes.network.resolve import arguments
from nodes.shapes import text
from nodes.spec import Shape


def is_auxiliary(node: Node) -> bool:
    """Whether this is an Output for training only."""
    value = node.args.get("auxiliary")
    if isinstance(value, Expression):
        try:
            value = value.evaluate({})
        except ExpressionError:  # told where the arguments are checked
            return False
    return node.kind == OUTPUT.id and value is True


def exits(graph: Graph) -> tuple[Node, ...]:
    """The Outputs in the order in which training returns them: those of inference first."""
    return tuple(sorted(graph.of_kind(OUTPUT.id), key=is_auxiliary))


def loss_weights(network: Network) -> tuple[tuple[str, float], ...]:
    """The Outputs as `exits` has them, each with the weight of its loss.

    Raises:
        SkipwireError: an argument of an Output is not valid.
    """
    found = []
    for node in exits(network.graph):
        weight = arguments(network, node, {})["loss_weight"]
        assert isinstance(weight, int | float)
        found.append((node.name, float(weight)))
    return tuple(found)


def not_alike(network: Network, shapes: Mapping[str, Shape]) -> str | None:
    """Why the Outputs cannot be trained on the same classes, or None; for their shapes by name."""
    weights = dict(loss_weights(network))
    first, *others = weights
    for name in others:
        if shapes[name] != shapes[first]:
            return (
                f"{name} gives {text(shapes[name])} for a sample and {first} {text(shapes[first])}:"
                " all Outputs are trained on the same classes. Let them give the same, or remove "
                "those that do not."
            )
    if not any(weights.values()):
        return (
            f"The loss of {some([*weights])} has the weight 0, so that nothing would be "
            "learned. Give it another."
        )
    return None


def for_training(graph: Graph, before: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The nodes that lead to auxiliary Outputs alone, these among them.

    Inputs are always given. Nothing is for training only where nothing else would be left.
    """
    found = graph.of_kind(OUTPUT.id)
    auxiliary = [n.name for n in found if is_auxiliary(n)]
    if not auxiliary or len(auxiliary) == len(found):
        return frozenset()
    kept = needed((n.name for n in found if n.name not in auxiliary), before)
    return frozenset(needed(auxiliary, before) - kept - {n.name for n in graph.of_kind("Input")})


def needed(ends: Iterable[str], before: Mapping[str, Sequence[str]]) -> set[str]:
    """Some nodes and all that lead to them."""
    found: set[str] = set()
    waiting = [*ends]
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += before[name]
    return found


def heads_early(
    order: Sequence[str], training: frozenset[str], before: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """An order of computation with what is for training only moved to where its inputs are ready.

    So no value of the network is kept for it until the end.
    """
    if not training:
        return tuple(order)
    waiting = [name for name in order if name in training]
    found: dict[str, None] = {}
    for name in order:
        if name in training:
            continue
        found[name] = None
        for head in waiting:  # each after what it needs, as they stand in order
            if all(source in found for source in before[head]):
                found[head] = None
        waiting = [head for head in waiting if head not in found]
    return tuple(found)


def problems(scope: str, graph: Graph) -> Iterator[Problem]:
    """No Output that stays at inference; or, in a block, what counts in the network only."""
    outputs = graph.of_kind(OUTPUT.id)
    if scope != ROOT:
        for node in outputs:
            if given := [p.name for p in OUTPUT.params if p.name in node.args]:
                yield Problem(
                    "block-output",
                    (node.name,),
                    f"{node.name} has {' and '.join(given)}, which only an Output of the network "
                    "itself can have: the loss is made there.",
                    "Set it back, and give it to the Output that this one leads to.",
                )
    elif outputs and all(map(is_auxiliary, outputs)):
        names = [n.name for n in outputs]
        yield Problem(
            "all-auxiliary",
            tuple(names),
            f"{some(names)}: no Output is left at inference, as all of them are auxiliary."
            if len(names) > 1
            else f"{names[0]} is the only Output and auxiliary: none is left at inference.",
            "Let one of them not be auxiliary.",
        )
