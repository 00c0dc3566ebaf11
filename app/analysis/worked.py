"""What the analysis of one graph comes to, wherever the graph stands: its names are its own.

A block that is used again with the same arguments on the same shapes comes to the same, and is
worked out once. Only `app.analysis.report` gives its nodes their paths.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from app.analysis.problem import Problem, join
from nodes.network.model import Frozen, copy_name
from nodes.spec import Facts, Shape

Shapes = tuple[Shape | None, ...]
Key = tuple[str, str]  # a node's name and an output port
Passed = TypeVar("Passed")


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of the instance at `prefix`, whose nodes have their names there.

    Where one `node` is to blame, the message goes without its path; where there is none, the
    definition is, and it is told for one instance only.
    """

    prefix: str
    scope: str
    problem: Problem
    node: str = ""

    def inside(self, prefix: str) -> Fault:
        """The same fault, seen from a graph that has the instance at `prefix`."""
        return replace(self, prefix=join(prefix, self.prefix) if self.prefix else prefix)


@dataclass(slots=True)
class Costs:
    """Sums for one sample. `count` is the number of nodes that a report has for it."""

    count: int = 0
    parameters: int = 0
    buffers: int = 0
    macs: int = 0
    activations: int = 0
    frozen: int = 0  # of the parameters, those that do not learn

    def add(self, other: Costs, times: int = 1) -> None:
        self.count += times * other.count
        self.parameters += times * other.parameters
        self.buffers += times * other.buffers
        self.macs += times * other.macs
        self.activations += times * other.activations
        self.frozen += times * other.frozen

    def add_all(self, others: Collection[Costs], times: int = 1) -> None:
        """Many are one and the same, as layers alike share what they come to."""
        numbers = [*map(id, others)]
        counts = Counter(numbers)
        for number, costs in dict(zip(numbers, others, strict=True)).items():
            self.add(costs, times * counts[number])


@dataclass(slots=True)
class Copy:
    """One copy of a block. Nothing is `inside` where it is switched off."""

    inputs: Shapes
    outputs: Shapes
    inside: Worked | None


@dataclass(slots=True)
class Part:
    """One node. `facts` are of a layer that acts (no Output does), `copies` of a block."""

    name: str
    kind: str
    sources: tuple[Key, ...] = ()
    inputs: Shapes = ()
    outputs: dict[str, Shape] = field(default_factory=dict)
    costs: Costs = field(default_factory=lambda: Costs(1))
    facts: Facts | None = None
    copies: Sequence[Copy] = ()
    repeat: int = 1
    first: str | None = None  # the name of the first copy, where they have paths of their own
    enabled: bool = True
    faulty: bool = False
    training: bool = False  # only auxiliary Outputs need it
    frozen: Frozen = Frozen.NO  # by itself
    rate: float = 1.0

    @property
    def numbered(self) -> bool:
        return self.first is not None

    @property
    def marked(self) -> bool:
        """Whether it, or something inside it, does not learn as nodes do by themselves."""
        if self.frozen is not Frozen.NO or self.rate != 1:
            return True
        return any(copy.inside is not None and copy.inside.marked for copy in self.copies)

    def copy_path(self, path: str, index: int) -> str:
        """Where a copy stands, in the node at this path."""
        return path if self.first is None else join(path, copy_name(self.first, index))


@dataclass(slots=True)
class Worked:
    """A graph: its nodes in the order of computation, and what leaves it."""

    scope: str
    by_name: Mapping[str, Part] = field(default_factory=dict)
    outputs: Shapes = ()
    entrances: tuple[str, ...] = ()
    exits: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    costs: Costs = field(default_factory=Costs)
    _marked: bool | None = None

    @property
    def parts(self) -> Collection[Part]:
        return self.by_name.values()

    @property
    def marked(self) -> bool:
        """Whether something in it is frozen or has a rate of its own."""
        if self._marked is None:
            self._marked = any(
                part.frozen is not Frozen.NO or part.rate != 1 or (part.copies and part.marked)
                for part in self.parts
            )
        return self._marked

    @property
    def computed(self) -> tuple[int, int]:
        """Multiply-adds and elements given at inference, for one sample."""
        idle = [part.costs for part in self.parts if part.training]
        return (
            self.costs.macs - sum(costs.macs for costs in idle),
            self.costs.activations - sum(costs.activations for costs in idle),
        )

    @property
    def training(self) -> frozenset[str]:
        """The nodes that inference does without."""
        return frozenset(part.name for part in self.parts if part.training)


class Walk(ABC, Generic[Passed]):
    """Passes values along the wires, through blocks and their copies, in the order of computation.

    None passes where a shape is not known.
    """

    @abstractmethod
    def layer(self, path: str, part: Part, facts: Facts, inputs: list[Passed]) -> list[Passed]:
        """The outputs of a layer that acts, or of an Input of the network."""

    @abstractmethod
    def mark(self) -> int:
        """How far the walk is, to be given to `other`."""

    @abstractmethod
    def other(self, path: str, since: int, outputs: Sequence[Passed | None]) -> None:
        """A node that is no such layer is done, with everything inside it since a mark."""

    def walk(
        self, worked: Worked, prefix: str = "", arriving: Sequence[Passed | None] | None = None
    ) -> list[Passed | None]:
        """The values at the Outputs, for values at the Inputs (None: those of the network)."""
        values: dict[Key, Passed | None] = {}
        entering = {} if arriving is None else dict(zip(worked.entrances, arriving, strict=False))
        for part in worked.parts:
            path = f"{prefix}.{part.name}" if prefix else part.name
            outputs: Sequence[Passed | None]
            inputs = [values.get(s) for s in part.sources]
            if part.facts is not None and None not in inputs:
                given = [v for v in inputs if v is not None]
                outputs = self.layer(path, part, part.facts, given)
            else:
                since = self.mark()
                if part.copies:
                    outputs = self._copies(part, path, inputs)
                elif part.kind == "Input":
                    outputs = [entering.get(part.name)]
                else:  # an Output, what is switched off, and what has no shape
                    outputs = inputs[:1] * len(part.outputs)
                self.other(path, since, outputs)
            for port, value in zip(part.outputs, outputs, strict=False):
                values[part.name, port] = value
        return [values.get((name, "output")) for name in worked.exits]

    def _copies(self, part: Part, path: str, current: list[Passed | None]) -> list[Passed | None]:
        for index, copy in enumerate(part.copies):
            at, since = part.copy_path(path, index), self.mark()
            if copy.inside is not None:
                current = self.walk(copy.inside, at, current)
            if part.numbered:
                self.other(at, since, current)
        return current
