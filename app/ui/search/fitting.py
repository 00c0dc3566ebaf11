"""What can stand at the loose end of a wire: what takes such a shape, or gives one that is taken.

Only axes count, as in `app.advice.adapting.fits`: sizes can be set once it stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from app.analysis import analyse
from app.gallery import facts
from app.ui.drag import PRESET, READY
from app.ui.palette.entries import Entry
from app.ui.search.offers import defined_in
from nodes.errors import LayerError, SkipwireError
from nodes.network import Endpoint, Graph, Network, Node, wire
from nodes.network.lookup import refuse_recursion
from nodes.spec import LayerSpec, Shape
from presets import PRESETS

# One shape of every number of axes, with sizes that most layers take.
_USUAL: tuple[Shape, ...] = ((64,), (64, 64), (64, 64, 64), (64, 16, 64, 64))
Axes = tuple[int, ...]


class Fitting:
    """Which kinds can be wired to one port of a graph.

    `shape` is what an output gives, where that is known; `into` says that the port is an input.
    """

    def __init__(
        self, network: Network, scope: str, end: Endpoint, *, into: bool, shape: Shape | None
    ) -> None:
        self._network = network
        self._scope = scope
        self._into = into
        self._shape = shape or None
        node = network.scope(scope).by_name[end.node]
        self._taken = _axes_taken(network, node) if into else ()

    def fits(self, entry: Entry) -> bool:
        network, kind = defined_in(self._network, entry)
        try:
            refuse_recursion(network, self._scope, kind)
            inputs, outputs = _ports(network, entry, kind)
        except SkipwireError:
            return False
        if self._into:
            return bool(outputs) and bool(set(self._given(network, entry, kind)) & set(self._taken))
        if not inputs:
            return False
        if self._shape is None:
            return True
        usual = _USUAL[len(self._shape) - 1 : len(self._shape)] or (self._shape,)
        return any(_works(network, entry, kind, shape) for shape in usual)

    def _given(self, network: Network, entry: Entry, kind: str) -> Axes:
        """How many axes it may give, as far as that can be told without its inputs."""
        if not _ports(network, entry, kind)[0]:
            return tuple(range(1, len(_USUAL) + 1))
        given: list[int] = []
        for shape in _USUAL:
            given += _gives(network, entry, kind, shape)
        return tuple(given)


def _ports(network: Network, entry: Entry, kind: str) -> tuple[Sequence[object], Sequence[str]]:
    if entry.id.startswith(PRESET):  # as a block: images enter, and one thing leaves
        return ("input",), ("output",)
    return network.ports(kind)


def _works(network: Network, entry: Entry, kind: str, shape: Shape) -> bool:
    if entry.id.startswith(PRESET):
        return len(facts(PRESETS[entry.id.removeprefix(PRESET)]).input) == len(shape)
    if entry.id.startswith(READY):
        return _ready_works(entry.title, shape)[0]
    return _tried(network, kind, shape)[0]


def _gives(network: Network, entry: Entry, kind: str, shape: Shape) -> Axes:
    if entry.id.startswith(PRESET):
        found = facts(PRESETS[entry.id.removeprefix(PRESET)])
        return (found.stages[-1].output.count("×") + 1,) if len(found.input) == len(shape) else ()
    works, axes = (
        _ready_works(entry.title, shape)
        if entry.id.startswith(READY)
        else _tried(network, kind, shape)
    )
    return axes if works else ()


@cache
def _ready_works(name: str, shape: Shape) -> tuple[bool, Axes]:
    """As `_tried`; a ready block is the same whatever the network."""
    from presets.blocks import BLOCKS  # which makes them all

    return _tried(BLOCKS[name].definitions, BLOCKS[name].block.name, shape)


def _tried(network: Network, kind: str, shape: Shape) -> tuple[bool, Axes]:
    """Whether a kind takes this number of axes at all its inputs, and how many it then gives."""
    behind = network.definition(kind)
    if isinstance(behind, LayerSpec):
        return _layer_tried(behind, shape)
    found = analyse(alone(network, kind, shape))
    outputs = [out for _, out in sorted(found.nodes["node"].outputs.items())]
    return (
        all(problem.rule != "rank" for problem in found.problems),
        tuple(len(out) for out in outputs),
    )


def _layer_tried(spec: LayerSpec, shape: Shape) -> tuple[bool, Axes]:
    given = [shape for port in spec.inputs for _ in range(2 if port.variadic else 1)]
    try:
        found = spec.infer(spec.resolve({}), given)
    except LayerError as error:
        return error.rule != "rank", ()
    return True, tuple(len(out) for out in found.outputs)


def _axes_taken(network: Network, node: Node) -> Axes:
    """How many axes may enter the node."""
    try:
        tried = [(len(shape), _tried(network, node.kind, shape)[0]) for shape in _USUAL]
    except SkipwireError:
        return ()
    return tuple(axes for axes, works in tried if works)


def alone(network: Network, kind: str, shape: Shape) -> Network:
    """A node by itself, with this shape at each of its inputs."""
    inputs, outputs = network.ports(kind)
    entering = [Node(f"input{k}", "Input", {"shape": shape}) for k in range(len(inputs))]
    leaving = [Node(f"output{k}", "Output") for k in range(len(outputs))]
    into = [wire(f"input{k}", "output", "node", port.name) for k, port in enumerate(inputs)]
    out_of = [wire("node", name, f"output{k}", "input") for k, name in enumerate(outputs)]
    graph = Graph((*entering, Node("node", kind), *leaving), (*into, *out_of))
    return Network("Alone", graph, network.blocks, network.custom)
