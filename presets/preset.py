"""What a preset is: a published architecture with its paper, its parameters and how it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nodes.errors import ParameterError
from nodes.network import Network
from nodes.spec import Kind, Param, Value


@dataclass(frozen=True)
class Accuracy:
    """Published top-1 accuracy in percent: on which data, and how it was measured and by whom."""

    top1: float
    data: str
    how: str


@dataclass(frozen=True)
class Reference:
    """A published network, by its usual name, and the parameters that give it.

    `accuracy` is what it reached; that of a preset's defaults stands in the preset itself.
    """

    name: str
    set: Mapping[str, Value] = field(default_factory=dict)
    accuracy: Accuracy | None = None


@dataclass(frozen=True)
class Preset:
    """A published architecture.

    `family` is its heading in a list of all, `link` the address of the paper. `build` takes every
    parameter by name. `references` are the published figures that parameters of it reach; the
    defaults are the first, and `accuracy` is theirs. `recipe` holds the training settings that
    differ from the usual ones, as they stand in a document.
    """

    id: str
    title: str
    family: str
    year: int
    authors: str
    paper: str
    link: str
    summary: str
    parameters: tuple[Param, ...]
    build: Callable[..., Network]
    accuracy: Accuracy | None = None
    references: tuple[Reference, ...] = ()
    recipe: Mapping[str, Any] = field(default_factory=dict)

    def network(self, **values: object) -> Network:
        """The network with these parameters, and the defaults for the others.

        Raises:
            ParameterError: a value is unknown, of the wrong kind or out of bounds.
        """
        known = {p.name: p for p in self.parameters}
        for name in values:
            if name not in known:
                raise ParameterError(
                    name, f"is not a parameter of {self.title}, which has: {', '.join(known)}"
                )
        return self.build(**{n: p.check(values.get(n, p.default)) for n, p in known.items()})

    def changed(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Of these parameters, those that differ from their defaults."""
        return {
            p.name: values[p.name]
            for p in self.parameters
            if p.name in values and values[p.name] != p.default
        }

    def accuracy_with(self, values: Mapping[str, Value]) -> Accuracy | None:
        """What was published for exactly these parameters, and the defaults for the others."""
        changed = self.changed(values)
        if not changed:
            return self.accuracy
        return next((r.accuracy for r in self.references if dict(r.set) == changed), None)


def input_size(default: int, minimum: int) -> Param:
    return Param(
        "input_size", Kind.INT, default, "Height and width of the images", minimum, 4096, unit="px"
    )


def channels(default: int) -> Param:
    return Param("channels", Kind.INT, default, "Channels of the images: 1 grey, 3 RGB", 1, 1024)


def classes(default: int) -> Param:
    return Param("classes", Kind.INT, default, "Number of classes", 1, 1_000_000)


def maps(name: str, default: int, help: str, most: int = 100_000) -> Param:
    """A number of maps: the width of a layer or of a branch."""
    return Param(name, Kind.INT, default, help, 1, most, unit="maps")


def weight_init(default: str | None = None) -> Param:
    """What a block hands on to its layers, for how their weights begin."""
    says = "How the weights begin; empty means torch's own way"
    return Param("weight_init", Kind.INIT, default, says, optional=True)
