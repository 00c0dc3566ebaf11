"""How every tensor of the expanded network begins, and by which names code goes to its module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.analysis.structure import chain
from app.analysis.worked import Part, Worked
from app.codegen.source import Place
from nodes.initialisers import Initialisation, read, tensor_of
from nodes.network.model import ROOT, Block, Network, Node
from nodes.network.resolve import Environment, arguments, channels
from nodes.param import Kind
from nodes.spec import Args, LayerSpec, ModuleCode, Support

_BASE = re.compile(r"class \w+\((nn\.\w+)\)")


@dataclass(frozen=True)
class Begun:
    """A module with tensors, and how each of them begins (None: as torch has it).

    `of` is the class by which a loop over all modules finds it, empty where that is not known.
    `names` lead to it from the network, `steps` are the same as code behind `self`, empty where
    there is none, and `step` is the last of them. One of no class and no tensors is an instance of
    the block at `place`.
    """

    place: Place
    names: tuple[str, ...]
    steps: str
    step: str = ""
    of: str = ""
    begins: Mapping[str, Initialisation | None] | None = None
    padding_idx: int | None = None  # the row of an embedding that is zero whatever the others are

    @property
    def hides(self) -> bool:
        """Whether there may be modules of any class behind it, of which only torch knows."""
        return self.begins is not None and (not self.of or any("." in t for t in self.begins))

    def inside(self, names: tuple[str, ...], steps: str) -> Begun:
        """The same, seen from a graph that holds its block at these steps."""
        found = steps + self.steps if steps and self.steps else ""
        known = self.of, self.begins, self.padding_idx
        return Begun(self.place, (*names, *self.names), found, self.step, *known)


def every_module(network: Network, worked: Worked) -> tuple[Begun, ...]:
    """All modules with tensors, in the order in which they are made; none where none matters."""
    if not any(_chosen(network, scope) for scope in (ROOT, *network.block_by_name)):
        return ()
    return _Walk(network).graph(ROOT, worked, {})


def _chosen(network: Network, scope: str) -> bool:
    """Whether a node of a scope may have an initialiser."""
    return any(
        p.kind is Kind.INIT and (p.name in n.args or p.default is not None)
        for n in network.scope(scope).nodes
        for p in network.params(n.kind)
    )


class _Walk:
    def __init__(self, network: Network) -> None:
        self._network = network
        self._known: dict[object, tuple[Begun, ...]] = {}
        self._nodes: dict[str, Sequence[tuple[Node, str, LayerSpec | Block]]] = {}

    def graph(self, scope: str, worked: Worked, env: Environment) -> tuple[Begun, ...]:
        """The modules of one graph, whose expressions have the values of `env`."""
        key = scope, id(worked), tuple(env.items())
        if key not in self._known:
            self._known[key] = tuple(self._graph(scope, worked, env))
        return self._known[key]

    def _graph(self, scope: str, worked: Worked, env: Environment) -> Iterator[Begun]:
        if scope not in self._nodes:
            self._nodes[scope] = [*_nodes(self._network, scope)]
        parts = worked.by_name
        for node, step, definition in self._nodes[scope]:
            part = parts[node.name]
            if isinstance(definition, Block):
                yield from self._copies(node, part, env, step, definition)
            elif isinstance(definition.code, ModuleCode) and part.facts and part.enabled:
                args = Args(**arguments(self._network, node, env))
                begun = _begun(Place(scope, node.name), step, definition, args, part)
                if begun.begins and not definition.code.parameter:
                    yield begun

    def _copies(
        self, node: Node, part: Part, env: Environment, step: str, block: Block
    ) -> Iterator[Begun]:
        for index, copy in enumerate(part.copies):
            if copy.inside is None:
                continue
            names: tuple[str, ...] = (node.name,)
            steps = step
            if node.numbered:
                name = node.copy_name(index)
                names, last = (*names, name), _step(name, index)
                steps = step + last if step and last else ""
            given = arguments(self._network, node, env, index if node.numbered else None)
            known = {**given, **channels(block, copy.inputs)}
            yield Begun(Place(node.kind, ""), names, steps)
            for begun in self.graph(node.kind, copy.inside, known):
                yield begun.inside(names, steps)


def _nodes(network: Network, scope: str) -> Iterator[tuple[Node, str, LayerSpec | Block]]:
    """The nodes of a graph, how code goes on to each, and what it stands for."""
    graph = network.scope(scope)
    order = chain(network, graph) or ()
    acting = (name for name in order if graph.by_name[name].enabled is not False)
    places = {name: place for place, name in enumerate(acting)}
    for node in graph.nodes:
        yield node, _step(node.name, places.get(node.name)), network.definition(node.kind)


def _step(name: str, place: int | None) -> str:
    """How code goes on to a module of this name, at a place of an nn.Sequential."""
    if name.isidentifier():
        return f".{name}"
    return f"[{name}]" if name == str(place) else ""


def _begun(place: Place, step: str, spec: LayerSpec, args: Args, part: Part) -> Begun:
    assert isinstance(spec.code, ModuleCode)
    assert part.facts is not None
    given = {tensor_of(p): getattr(args, p.name) for p in spec.params if p.kind is Kind.INIT}
    learned = {t.name: given.get(t.name) for t in part.facts.parameters}
    begins = {name: read(text) if text else None for name, text in learned.items()}
    return Begun(
        place,
        (place.node,),
        step,
        step,
        _class_of(spec.code.constructor(args)),
        {**begins, **{t.name: None for t in part.facts.buffers}},
        getattr(args, "padding_idx", None),
    )


def _class_of(made: str | Support) -> str:
    """torch's own class where ours derives from one, since a loop over that finds ours too."""
    if isinstance(made, str):
        return made if made.startswith("nn.") else ""
    base = _BASE.match(made.text)
    if base is None:
        return ""
    return made.name if base[1] == "nn.Module" else base[1]
