"""What `analyse` finds: shapes, costs and problems, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from functools import cached_property

from app.analysis.field import Field
from app.analysis.memory import Memory
from nodes.network.model import Wire
from nodes.spec import Shape, Tensor


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `nodes` are the paths of the nodes involved, the culprit first. `received` holds the values
    that broke the rule, `cure` what to do. A `consequence` goes away with its root cause.
    `line` is where in the source of a custom layer its code failed, or 0.
    """

    rule: str
    nodes: tuple[str, ...]
    message: str
    cure: str = ""
    received: tuple[str, ...] = ()
    consequence: bool = False
    line: int = 0


@dataclass(frozen=True)
class NodeReport:
    """One node at one place of the expanded network.

    `inputs` are in the order of the ports and wires, `outputs` by port name; both empty where they
    could not be worked out. `parameters`, `buffers`, `macs`, `activations` (elements of what the
    layers give) and `kept` (bytes that training keeps for the backward pass) are for one sample and
    include what is inside a block, over all its repeats. A tensor that several layers keep counts
    at the first. `tensors` are a layer's own parameters and buffers. `field` has the receptive
    field along each axis of the Input after its channels, or None where there is no telling.
    """

    path: str
    scope: str  # where the node is defined: a block's name, or ROOT
    name: str  # its name there
    kind: str
    inputs: tuple[Shape, ...] = ()
    outputs: Mapping[str, Shape] = made(default_factory=dict)
    parameters: int = 0
    buffers: int = 0
    macs: int = 0
    activations: int = 0
    kept: int = 0
    tensors: tuple[Tensor, ...] = ()
    repeat: int = 1
    enabled: bool = True
    field: tuple[Field, ...] | None = None

    @property
    def flops(self) -> int:
        """Floating-point operations of one sample: a multiply-add counts as two."""
        return 2 * self.macs


@dataclass(frozen=True)
class Totals:
    """Sums over the whole network, for one sample."""

    parameters: int = 0
    buffers: int = 0
    macs: int = 0
    activations: int = 0
    kept: int = 0

    @property
    def flops(self) -> int:
        return 2 * self.macs


@dataclass(frozen=True)
class Report:
    """The whole network, checked. `nodes` is keyed by path, in the order of computation.

    A repeated block stands there as a whole (`layer2`), as its copies (`layer2.0`) and as what is
    inside them (`layer2.0.conv1`).
    """

    nodes: Mapping[str, NodeReport]
    problems: tuple[Problem, ...]
    totals: Totals
    outputs: tuple[Shape, ...]

    @property
    def ok(self) -> bool:
        return not self.problems

    @cached_property
    def memory(self) -> Memory:
        """What the network needs of a device's memory."""
        return Memory(4 * self.totals.parameters, 4 * self.totals.buffers)

    def at(self, prefix: str, name: str) -> NodeReport | None:
        """The node of this name in the instance at `prefix` (empty for the whole network)."""
        return self.nodes.get(join(prefix, name))

    def wire_shape(self, prefix: str, wire: Wire) -> Shape | None:
        """What flows through a wire of the graph seen at `prefix`, where it is known."""
        found = self.at(prefix, wire.source.node)
        return found.outputs.get(wire.source.port) if found else None


EMPTY = Report({}, (), Totals(), ())


def join(prefix: str, name: str) -> str:
    """The path of a node in the instance at `prefix`."""
    return f"{prefix}.{name}" if prefix else name
