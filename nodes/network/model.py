"""A network as an immutable value: nodes and wires, and the blocks it is built of.

A node's name is its attribute in the generated class and so its key in the `state_dict`. The whole
network and every block hold a `Graph`; a place in it is named by its *scope*, the name of the block
whose definition is meant, or `ROOT` for the network itself. An instance deep inside is named by its
*path*: node names joined by dots, with the index where a block repeats, as in `layer2.0.conv1`.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Container, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType

from nodes.catalogue import CATALOGUE, unknown
from nodes.custom import CustomLayer
from nodes.errors import EditError, UnknownKindError
from nodes.network.expression import Expression
from nodes.network.marks import Frame, Note
from nodes.spec import LayerSpec, Param, Port, Value

ROOT = ""
INDEX = "i"  # the repeat index, in the argument expressions of a repeated block
MAX_REPEAT = 10_000

Argument = Value | Expression
Position = tuple[float, float]
_NO_ARGUMENTS: Mapping[str, Argument] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Endpoint:
    """One port of one node."""

    node: str
    port: str

    def __str__(self) -> str:
        return f"{self.node}.{self.port}"


@dataclass(frozen=True, slots=True, order=True)
class Wire:
    """From an output port to an input port. Order among the wires into a variadic port counts."""

    source: Endpoint
    target: Endpoint

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


Bend = tuple[Wire, tuple[Position, ...]]


def wire(source: str, source_port: str, target: str, target_port: str) -> Wire:
    return Wire(Endpoint(source, source_port), Endpoint(target, target_port))


class Frozen(StrEnum):
    """What training leaves as it is of a node."""

    NO = "no"
    WEIGHTS = "weights"
    ALL = "all"  # also the running statistics of its normalisations

    def stronger(self, other: Frozen) -> Frozen:
        """That of the two which leaves more as it is: what holds of a node inside a block."""
        return max(self, other, key=tuple(Frozen).index)


@dataclass(frozen=True)
class Node:
    """A layer, or an instance of a block, in a graph.

    `kind` is a layer id, or the name of a block or of a custom layer. `args` holds what differs
    from the defaults. `repeat` chains that many copies of a block, each with its own weights;
    `first` names the first of them, and those after it count on: `denselayer1`, `denselayer2`.
    Without it they are 0, 1 and so on. A node that is not `enabled` passes its input through and
    holds no weights.

    In training a `frozen` node learns nothing, and `rate` is a factor on the learning rate; of a
    block both hold for all that is inside, where rates multiply. A block that is `unfolded` shows
    what is in it on its card.
    """

    name: str
    kind: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    position: Position = (0.0, 0.0)
    repeat: int | Expression = 1
    enabled: bool | Expression = True
    first: str = ""
    frozen: Frozen = Frozen.NO
    rate: float = 1.0
    unfolded: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "args", MappingProxyType(dict(self.args)))

    @property
    def numbered(self) -> bool:
        """Whether its copies have names of their own; a single one has, if it was given one."""
        return self.repeat != 1 or bool(self.first)

    def copy_name(self, index: int) -> str:
        """The name of a copy, which is its key in the `nn.Sequential` of them all."""
        return copy_name(self.first, index)

    def copy_index(self, name: str) -> int:
        """Which copy has this name, counted from 0."""
        stem, first = counted(self.first)
        return int(name.removeprefix(stem)) - first


@dataclass(frozen=True)
class Graph:
    """Nodes in the order of their definition in code, and wires; the rest is for who looks at it.

    `bends` are the points that wires are led through, in their order from the source; those of a
    wire that is not there go with it.
    """

    nodes: tuple[Node, ...] = ()
    wires: tuple[Wire, ...] = ()
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    bends: tuple[Bend, ...] = ()

    def __post_init__(self) -> None:
        kept = tuple((w, p) for w, p in self.bends if p and w in self.into(w.target.node))
        if len(kept) < len(self.bends):
            object.__setattr__(self, "bends", kept)

    @cached_property
    def by_name(self) -> Mapping[str, Node]:
        """The first node of each name; `analyse` reports names that are used twice."""
        found: dict[str, Node] = {}
        for node in self.nodes:
            found.setdefault(node.name, node)
        return MappingProxyType(found)

    def with_nodes(self, nodes: tuple[Node, ...]) -> Graph:
        """The same wires between other nodes; what is known of the wires is not found out again."""
        changed = replace(self, nodes=nodes)
        known = ("_incoming", "_outgoing", "points")
        changed.__dict__.update({k: v for k, v in self.__dict__.items() if k in known})
        return changed

    @cached_property
    def _incoming(self) -> Mapping[str, tuple[Wire, ...]]:
        found: dict[str, list[Wire]] = {}
        for w in self.wires:
            found.setdefault(w.target.node, []).append(w)
        return {name: tuple(wires) for name, wires in found.items()}

    @cached_property
    def _outgoing(self) -> Mapping[str, tuple[Wire, ...]]:
        found: dict[str, list[Wire]] = {}
        for w in self.wires:
            found.setdefault(w.source.node, []).append(w)
        return {name: tuple(wires) for name, wires in found.items()}

    @property
    def targets(self) -> Set[str]:
        """The names at the ends of its wires."""
        return self._incoming.keys()

    def into(self, name: str) -> tuple[Wire, ...]:
        """Wires into a node, in their order."""
        return self._incoming.get(name, ())

    def out_of(self, name: str) -> tuple[Wire, ...]:
        return self._outgoing.get(name, ())

    @cached_property
    def points(self) -> Mapping[Wire, tuple[Position, ...]]:
        """What each wire is led through; straight ones are left out."""
        return MappingProxyType(dict(self.bends))

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.kind, []).append(node)
        return found

    @property
    def kinds(self) -> Collection[str]:
        """The kinds of its nodes, each once, in the order in which they come first."""
        return self._by_kind.keys()

    def of_kind(self, kind: str) -> tuple[Node, ...]:
        return tuple(self._by_kind.get(kind, ()))


@dataclass(frozen=True)
class Block:
    """A named definition. Its Input and Output nodes are its ports, in their order."""

    name: str
    parameters: tuple[Param, ...] = ()
    graph: Graph = Graph()
    summary: str = ""

    @cached_property
    def inputs(self) -> tuple[Port, ...]:
        return tuple(Port(n.name) for n in self.graph.of_kind("Input"))

    @cached_property
    def outputs(self) -> tuple[str, ...]:
        return tuple(n.name for n in self.graph.of_kind("Output"))

    @cached_property
    def channel_names(self) -> Mapping[str, str]:
        """What expressions in the block call the channels that enter, by Input: `in_channels`.

        Where there are several Inputs it is the Input's name and `_channels`.
        """
        taken = {p.name for p in self.parameters}
        found: dict[str, str] = {}
        for port in self.inputs:
            wanted = "in_channels" if len(self.inputs) == 1 else f"{port.name}_channels"
            found[port.name] = unused(wanted, taken)
            taken.add(found[port.name])
        return MappingProxyType(found)


@dataclass(frozen=True)
class Network:
    """What a person draws and a document holds."""

    name: str = "Network"
    graph: Graph = Graph()
    blocks: tuple[Block, ...] = ()
    custom: tuple[CustomLayer, ...] = ()

    @cached_property
    def block_by_name(self) -> Mapping[str, Block]:
        return MappingProxyType({b.name: b for b in self.blocks})

    @cached_property
    def custom_by_name(self) -> Mapping[str, CustomLayer]:
        """The layers written in this network; one whose source is none has no name."""
        return MappingProxyType({c.name: c for c in self.custom if c.fault is None})

    def scope(self, scope: str) -> Graph:
        """The graph of the network (ROOT) or of a block's definition."""
        return self.graph if scope == ROOT else self.block(scope).graph

    def block(self, name: str) -> Block:
        try:
            return self.block_by_name[name]
        except KeyError:
            raise UnknownKindError(unknown(name, self.block_by_name)) from None

    @cached_property
    def _defined(self) -> dict[str, LayerSpec | Block]:
        """What kinds stand for, as far as they were asked for."""
        return {}

    def definition(self, kind: str) -> LayerSpec | Block:
        """What a node's kind stands for.

        Raises:
            UnknownKindError: neither a block or custom layer of this network nor in the catalogue.
        """
        if (known := self._defined.get(kind)) is not None:
            return known
        found: LayerSpec | Block | None = self.block_by_name.get(kind)
        if found is None and (custom := self.custom_by_name.get(kind)) is not None:
            found = custom.spec
        if found is None and (found := CATALOGUE.get(kind)) is None:
            kinds = {**CATALOGUE, **self.block_by_name, **self.custom_by_name}
            raise UnknownKindError(unknown(kind, kinds))
        self._defined[kind] = found
        return found

    def ports(
        self, kind: str, args: Mapping[str, Argument] = _NO_ARGUMENTS
    ) -> tuple[tuple[Port, ...], tuple[str, ...]]:
        """Where wires can end and begin at a node of a kind; raises UnknownKindError.

        The arguments count for layers such as a split. An Output has a port for what it returns,
        from which no wire leads on.
        """
        return self.definition(kind).inputs, () if kind == "Output" else self.outputs(kind, args)

    def outputs(self, kind: str, args: Mapping[str, Argument] = _NO_ARGUMENTS) -> tuple[str, ...]:
        """The names of what a node of a kind gives; raises UnknownKindError."""
        found = self.definition(kind)
        return found.output_names(args) if isinstance(found, LayerSpec) else found.outputs

    def params(self, kind: str) -> tuple[Param, ...]:
        found = self.definition(kind)
        return found.params if isinstance(found, LayerSpec) else found.parameters

    def with_graph(self, scope: str, graph: Graph) -> Network:
        """This network with another graph in one scope."""
        if scope == ROOT:
            return replace(self, graph=graph)
        self.block(scope)
        return replace(
            self,
            blocks=tuple(replace(b, graph=graph) if b.name == scope else b for b in self.blocks),
        )


# Names that nn.Module itself uses, the last four nn.Sequential: an attribute of that name would
# break the generated class.
_USED_BY_MODULE = """
add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches eval
extra_repr float forward get_buffer get_extra_state get_parameter get_submodule half ipu
load_state_dict modules mtia named_buffers named_children named_modules named_parameters parameters
register_backward_hook register_buffer register_forward_hook register_forward_pre_hook
register_full_backward_hook register_full_backward_pre_hook register_load_state_dict_post_hook
register_load_state_dict_pre_hook register_module register_parameter register_state_dict_post_hook
register_state_dict_pre_hook requires_grad_ set_extra_state set_submodule share_memory state_dict to
to_empty train training type xpu zero_grad self torch nn T_destination append extend insert pop
"""
RESERVED = frozenset(_USED_BY_MODULE.split())
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_FIRST = re.compile(r"([A-Za-z]([A-Za-z0-9_-]*[A-Za-z_-])?)?(0|[1-9][0-9]{0,5})\Z")
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,5})\Z")


@lru_cache(maxsize=1 << 15)
def name_problem(name: str) -> str | None:
    """Why a node cannot have this name, or None where it can.

    A plain number is a legal name: it stands for a place in an `nn.Sequential`.
    """
    if _NUMBER.match(name):
        return None
    if not _NAME.match(name):
        return "may hold letters, digits and _, and begins with a letter"
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        return "is a word of the Python language"
    if name in RESERVED:
        return "is used by nn.Module itself"
    return None


def copy_name(first: str, index: int) -> str:
    """What a copy is called where the first is called this; those of no name are 0, 1, …"""
    stem, start = counted(first)
    return f"{stem}{start + index}"


def counted(first: str) -> tuple[str, int]:
    """What the names of copies have in common, and where they begin to count."""
    stem = first.rstrip("0123456789")
    return stem, int(first[len(stem) :] or 0)


def first_problem(first: str) -> str | None:
    """Why the first copy cannot have this name, or None where it can."""
    if not first or _FIRST.match(first):
        return None
    return "ends in a number, and has letters, digits, _ and - before it, the first a letter"


def unused(wanted: str, taken: Container[str]) -> str:
    """The name itself, or with the first number that makes it another than those taken."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    return name


def require_name(name: str) -> str:
    """The name itself, where it is legal; raises EditError where it is not."""
    if problem := name_problem(name):
        raise EditError(f"“{name}” cannot be a name here: it {problem}.")
    return name
