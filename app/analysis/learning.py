"""What of a network learns: frozen nodes and factors on the learning rate, through all blocks.

What is frozen by itself or by any block around it does not learn; the strongest of them holds. The
rate is the product along the path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.analysis.problem import join
from app.analysis.worked import Part, Worked
from nodes.learning import Learning
from nodes.network.edits.training import product
from nodes.network.model import Frozen


@dataclass(frozen=True, slots=True)
class Learns:
    """What holds at one place."""

    frozen: Frozen = Frozen.NO
    rate: float = 1.0

    def inside(self, frozen: Frozen, rate: float) -> Learns:
        """What holds of a node that stands here and says this of itself."""
        if frozen is Frozen.NO and rate == 1:
            return self
        return Learns(self.frozen.stronger(frozen), product(self.rate, rate))


FREELY = Learns()


def learning(worked: Worked) -> Learning:
    """By the outermost places that tell all of it."""
    frozen, still, rates = [], [], []
    for path, part, outer, here in _places(worked):
        if here.frozen is not outer.frozen:
            if outer.frozen is Frozen.NO and part.costs.parameters:
                frozen.append(path)
            if here.frozen is Frozen.ALL and part.costs.buffers:
                still.append(path)
        if here.rate != outer.rate and here.frozen is Frozen.NO and part.costs.parameters:
            rates.append((path, here.rate))
    return Learning(tuple(frozen), tuple(still), tuple(rates))


def frozen_layers(worked: Worked) -> Mapping[str, Frozen]:
    """The layers that are frozen, by path."""
    return {
        path: here.frozen
        for path, part, _, here in _places(worked)
        if here.frozen is not Frozen.NO and part.facts is not None
    }


def _places(
    worked: Worked, prefix: str = "", outer: Learns = FREELY
) -> Iterator[tuple[str, Part, Learns, Learns]]:
    """Every node with what holds around it and what holds of it; those before that are inside."""
    if outer == FREELY and not worked.marked:
        return
    for part in worked.parts:
        path = join(prefix, part.name)
        here = outer.inside(part.frozen, part.rate)
        yield path, part, outer, here
        for index, copy in enumerate(part.copies):
            if copy.inside is not None:
                yield from _places(copy.inside, part.copy_path(path, index), here)
