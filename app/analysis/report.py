"""What `analyse` finds: shapes, costs and problems, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from functools import cached_property
from typing import Protocol

from app.analysis.field import Field, fields
from app.analysis.flow import Flow
from app.analysis.learning import FREELY, Learns, learning
from app.analysis.memory import Memory
from app.analysis.problem import Problem, join
from app.analysis.worked import Copy, Costs, Part, Shapes, Worked
from nodes.learning import Learning
from nodes.network.model import ROOT, Frozen, Network, Wire
from nodes.spec import Shape, Tensor

__all__ = ["EMPTY", "NodeReport", "NodeReports", "Problem", "Report", "Totals", "join"]


_SMALL = 300  # nodes
_NOTHING = Worked(ROOT), FREELY


class Found(Protocol):
    """What only a walk through the whole network tells, and is worked out when it is asked for."""

    def kept(self, path: str) -> int: ...
    def field(self, path: str) -> tuple[Field, ...] | None: ...


@dataclass(frozen=True, slots=True)
class NodeReport:
    """One node at one place of the expanded network.

    `inputs` are in the order of the ports and wires, `outputs` by port name; both empty where they
    could not be worked out. All costs are for one sample and include what is inside a block, over
    all its repeats. `weights` and `held` are a layer's own parameters and buffers. What is for
    `training` only leads to auxiliary Outputs alone. `learns` is what holds of it with all the
    blocks around it.
    """

    path: str
    scope: str  # where the node is defined: a block's name, or ROOT
    name: str  # its name there
    kind: str
    inputs: tuple[Shape, ...] = ()
    outputs: Mapping[str, Shape] = made(default_factory=dict)
    costs: Costs = made(default_factory=Costs)
    weights: tuple[Tensor, ...] = ()
    held: tuple[Tensor, ...] = ()
    repeat: int = 1
    enabled: bool = True
    training: bool = False
    learns: Learns = FREELY
    found: Found | None = made(default=None, repr=False, compare=False)

    @property
    def tensors(self) -> tuple[Tensor, ...]:
        """Its own parameters, then its buffers: as they stand in the `state_dict`."""
        return (*self.weights, *self.held)

    @property
    def parameters(self) -> int:
        return self.costs.parameters

    @property
    def learning(self) -> int:
        """Parameters that training changes."""
        frozen = self.learns.frozen is not Frozen.NO
        return 0 if frozen else self.costs.parameters - self.costs.frozen

    @property
    def frozen(self) -> bool:
        """Whether it holds weights and training changes none of them."""
        return bool(self.parameters) and not self.learning

    @property
    def buffers(self) -> int:
        return self.costs.buffers

    @property
    def macs(self) -> int:
        return self.costs.macs

    @property
    def activations(self) -> int:
        """Elements of what the layers give."""
        return self.costs.activations

    @property
    def flops(self) -> int:
        """Floating-point operations of one sample: a multiply-add counts as two."""
        return 2 * self.macs

    @property
    def kept(self) -> int:
        """Bytes that training keeps of one sample for the backward pass, parameters apart.

        A tensor that several layers keep counts at the first of them.
        """
        return self.found.kept(self.path) if self.found else 0

    @property
    def field(self) -> tuple[Field, ...] | None:
        """The receptive field along each axis of the Input after its channels.

        What goes into the channels is seen by all of them: a flattened image sees the whole. None
        where there is no telling: where axes change otherwise, where branches of different jumps
        meet, and from where several Inputs meet.
        """
        return self.found.field(self.path) if self.found else None


@dataclass(frozen=True)
class Totals:
    """Sums over the whole network, for one sample.

    `macs` and `activations` are of inference, `training_macs` of the forward pass in training, to
    which auxiliary Outputs belong; `learning` are the parameters that it changes. All else counts
    everything.
    """

    parameters: int = 0
    buffers: int = 0
    macs: int = 0
    activations: int = 0
    kept: int = 0
    training_macs: int = 0
    learning: int = 0

    @property
    def flops(self) -> int:
        return 2 * self.macs


class NodeReports(Mapping[str, NodeReport]):
    """The reports of all nodes by path, in the order of computation, each made when it is read."""

    def __init__(self, worked: Worked, network: Network) -> None:
        self.worked, self.network = worked, network
        self._made: dict[str, NodeReport] = {}
        self._copies: dict[str, tuple[str, Copy]] = {}  # with the path of the whole node
        self._opened: dict[str, tuple[Worked, Learns]] = {}  # instances, with what holds around
        self._closed: dict[str, Worked] = {"": worked}  # instances whose nodes nobody read

    def __getitem__(self, path: str) -> NodeReport:
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def parts(self, prefix: str) -> Mapping[str, Part]:
        """The nodes in the instance at a prefix, by their names there, as they were worked out.

        It takes less than their reports, where most of them are not read.
        """
        self._open_around(join(prefix, ""))
        opened = self._opened.get(prefix)
        return opened[0].by_name if opened else {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._everything)

    def __len__(self) -> int:
        return self.worked.costs.count

    @cached_property
    def _everything(self) -> dict[str, NodeReport]:
        found: dict[str, NodeReport] = {}
        self._collect(self.worked, "", found)
        return found

    def _collect(self, worked: Worked, prefix: str, found: dict[str, NodeReport]) -> None:
        self._open(prefix)
        made, around = self._made, self._opened[prefix][1]
        for part in worked.parts:
            path = f"{prefix}.{part.name}" if prefix else part.name
            if path not in made:
                learns = around.inside(part.frozen, part.rate)
                made[path] = self._of(part, path, worked.scope, learns)
            found[path] = made[path]
            for index, copy in enumerate(part.copies):
                at = part.copy_path(path, index)
                if part.numbered:
                    found[at] = self[at]
                if copy.inside is not None:
                    self._collect(copy.inside, at, found)

    def _make(self, path: str) -> NodeReport:
        self._open_around(path)
        if path in self._copies:
            whole, copy = self._copies[path]
            return _of_copy(self[whole], copy, path)
        part, scope, around = self._part(path)
        return self._of(part, path, scope, around.inside(part.frozen, part.rate))

    def _part(self, path: str) -> tuple[Part, str, Learns]:
        """With its scope, and what holds around it. The name in a damaged document may have dots.

        Raises:
            KeyError: there is no node at this path.
        """
        end = len(path)
        while end >= 0:
            end = path.rfind(".", 0, end)
            worked, around = self._opened.get(path[: max(end, 0)], _NOTHING)
            if (part := worked.by_name.get(path[end + 1 :])) is not None:
                return part, worked.scope, around
        raise KeyError(path)

    def _open_around(self, path: str) -> None:
        """Opens the instances that a path leads through, from the outside in."""
        if path.rpartition(".")[0] in self._opened:  # what is open was reached through the others
            return
        self._open("")
        end = -1
        while (end := path.find(".", end + 1)) >= 0:
            self._open(path[:end])

    def _open(self, prefix: str) -> None:
        """Lists the nodes in one instance."""
        if (worked := self._closed.pop(prefix, None)) is None:
            return
        self._opened[prefix] = worked, self[prefix].learns if prefix else FREELY
        start = join(prefix, "")
        for part in [part for part in worked.parts if part.copies]:
            for index, copy in enumerate(part.copies):
                at = part.copy_path(start + part.name, index)
                if part.numbered:
                    self._copies[at] = start + part.name, copy
                if copy.inside is not None:
                    self._closed[at] = copy.inside

    def _of(self, part: Part, path: str, scope: str, learns: Learns) -> NodeReport:
        facts = part.facts
        return NodeReport(
            path,
            scope,
            part.name,
            part.kind,
            _known(part.inputs),
            part.outputs,
            part.costs,
            facts.parameters if facts is not None else (),
            facts.buffers if facts is not None else (),
            part.repeat,
            part.enabled,
            path.partition(".")[0] in self._idle,
            learns,
            self,
        )

    # --- what a walk through the whole network tells ---------------------------------------------

    def kept(self, path: str) -> int:
        return self.flow.kept(path)

    def field(self, path: str) -> tuple[Field, ...] | None:
        return self._fields.get(path)

    @cached_property
    def _idle(self) -> frozenset[str]:
        return self.worked.training

    @cached_property
    def flow(self) -> Flow:
        return Flow(self.worked)

    @cached_property
    def _fields(self) -> Mapping[str, tuple[Field, ...] | None]:
        return fields(self.worked)


def _of_copy(whole: NodeReport, copy: Copy, path: str) -> NodeReport:
    costs = copy.inside.costs if copy.inside is not None else Costs()
    outputs = zip(whole.outputs, copy.outputs, strict=False)
    return NodeReport(
        path,
        whole.scope,
        whole.name,
        whole.kind,
        _known(copy.inputs),
        {port: shape for port, shape in outputs if shape is not None},
        costs,
        enabled=copy.inside is not None,
        training=whole.training,
        learns=whole.learns,
        found=whole.found,
    )


def _known(shapes: Shapes) -> tuple[Shape, ...]:
    return tuple([s for s in shapes if s is not None])


@dataclass(frozen=True)
class Report:
    """The whole network, checked. `nodes` is keyed by path, in the order of computation.

    A repeated block stands there as a whole (`layer2`), as its copies (`layer2.0`) and as what is
    inside them (`layer2.0.conv1`). `outputs` are the shapes that inference returns.
    """

    nodes: NodeReports
    problems: tuple[Problem, ...]
    outputs: tuple[Shape, ...]

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def inputs(self) -> tuple[Shape, ...]:
        """The shapes of a sample at each Input, as far as they are known."""
        entering = (self.nodes.get(n.name) for n in self.nodes.network.graph.of_kind("Input"))
        return tuple(s for found in entering if found is not None for s in found.outputs.values())

    @property
    def small(self) -> bool:
        """Whether a walk through all of it, as for the memory, takes no time that is felt."""
        return self.nodes.worked.costs.count <= _SMALL

    @cached_property
    def totals(self) -> Totals:
        costs = self.nodes.worked.costs
        macs, activations = self.nodes.worked.computed
        return Totals(
            costs.parameters,
            costs.buffers,
            macs,
            activations,
            self.memory.kept(1),
            costs.macs,
            costs.parameters - costs.frozen,
        )

    @cached_property
    def learning(self) -> Learning:
        """What is frozen and which rates differ, for the training of it."""
        return learning(self.nodes.worked)

    @cached_property
    def memory(self) -> Memory:
        """What the network needs of a device's memory."""
        return Memory(self.nodes.flow)

    def at(self, prefix: str, name: str) -> NodeReport | None:
        """The node of this name in the instance at `prefix` (empty for the whole network)."""
        return self.nodes.get(join(prefix, name))

    def wire_shape(self, prefix: str, wire: Wire) -> Shape | None:
        """What flows through a wire of the graph seen at `prefix`, where it is known."""
        found = self.at(prefix, wire.source.node)
        return found.outputs.get(wire.source.port) if found else None


EMPTY = Report(NodeReports(Worked(ROOT), Network()), (), ())
