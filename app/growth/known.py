"""A network as it was: what entered each layer, by names that tell which values are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.analysis.report import Report
from app.analysis.worked import Part, Walk
from app.growth.kinds import ASIDE, IDLE, POSITIVE, STAYS_POSITIVE
from nodes.network.model import Argument
from nodes.spec import Facts, Shape


@dataclass(frozen=True)
class Passing:
    """A value: where it was made, past all that changes nothing in evaluation."""

    name: str
    shape: Shape
    positive: bool


@dataclass(frozen=True)
class Record:
    """A layer at its place."""

    path: str
    kind: str
    facts: Facts
    inputs: tuple[Passing, ...]
    outputs: tuple[Passing, ...]
    args: Mapping[str, Argument]
    code: str  # of a layer that was written in the network

    @property
    def enters(self) -> tuple[str, ...]:
        return tuple(value.name for value in self.inputs)

    def like(self, other: Record) -> bool:
        """Whether both compute the same of the same, as far as arguments tell."""
        return (self.kind, self.args, self.code) == (other.kind, other.args, other.code)


def passes(kind: str, *, positive: bool) -> bool:
    """Whether a layer gives in evaluation what it gets."""
    return kind in IDLE or (kind == "ReLU" and positive)


def is_positive(kind: str, inputs: Sequence[bool]) -> bool:
    """Whether a layer gives nothing below zero."""
    return kind in POSITIVE or (kind in STAYS_POSITIVE and all(inputs))


class Known(Walk[Passing]):
    """The layers of a network by path, in the order of computation."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.records: dict[str, Record] = {}
        worked = report.nodes.worked
        leaving = self.walk(worked)
        self.exits = dict(zip(worked.exits, leaving, strict=True))

    @cached_property
    def by_wiring(self) -> Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]]:
        """The layers of a kind that read the same values, by both."""
        found: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        for path, record in self.records.items():
            key = record.kind, record.enters
            found[key] = (*found.get(key, ()), path)
        return found

    @cached_property
    def readers(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """The layers that read a value, by its name, and as which of their inputs."""
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        for path, record in self.records.items():
            for number, name in enumerate(record.enters):
                found[name] = (*found.get(name, ()), (path, number))
        return found

    def mark(self) -> int:
        return 0

    def other(self, path: str, since: int, outputs: Sequence[Passing | None]) -> None:
        """Blocks are what is in them."""

    def layer(self, path: str, part: Part, facts: Facts, inputs: list[Passing]) -> list[Passing]:
        positive = is_positive(part.kind, [value.positive for value in inputs]) and bool(inputs)
        made = [
            Passing(f"{path}:{port}", shape, positive)
            for port, shape in zip(part.outputs, facts.outputs, strict=False)
        ]
        if inputs and passes(part.kind, positive=inputs[0].positive):
            made = inputs
        args, code = self._args(path, part)
        self.records[path] = Record(path, part.kind, facts, tuple(inputs), tuple(made), args, code)
        return made

    def _args(self, path: str, part: Part) -> tuple[Mapping[str, Argument], str]:
        network = self._report.nodes.network
        node = network.scope(self._report.nodes[path].scope).by_name[part.name]
        custom = network.custom_by_name.get(part.kind)
        args = {name: value for name, value in node.args.items() if name not in ASIDE}
        return args, custom.source if custom is not None else ""
