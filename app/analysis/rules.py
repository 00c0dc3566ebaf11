"""What a layer of the catalogue comes to on the shapes it gets, worked out once."""

from __future__ import annotations

import math
from functools import lru_cache

from app.analysis.worked import Costs, Part, Shapes
from nodes.catalogue import CATALOGUE
from nodes.spec import Args, Facts, Shape, Value

_MOST_KEPT = 512


def costs_of(facts: Facts) -> Costs:
    return Costs(
        1,
        sum([t.elements for t in facts.parameters]),
        sum([t.elements for t in facts.buffers]),
        facts.macs,
        sum(map(math.prod, facts.outputs)),
    )


class Rule:
    """A layer of the catalogue with its arguments, and what it came to on the shapes it had.

    Deep networks repeat the same layer on the same shape, and an edit changes few layers: each
    node keeps the rule that it shares with those like it.
    """

    __slots__ = ("args", "kind", "known")

    def __init__(self, kind: str, args: tuple[tuple[str, Value], ...]) -> None:
        self.kind, self.args = kind, args
        self.known: dict[Shapes, tuple[dict[str, Shape], Costs, Facts | None]] = {}

    def fill(self, part: Part) -> None:
        """What comes out, where it is known what goes in; raises LayerError."""
        found = self.known.get(part.inputs)
        if found is None:
            if None in part.inputs:
                return
            if len(self.known) >= _MOST_KEPT:
                self.known.clear()
            found = self.known[part.inputs] = self._infer(
                tuple([s for s in part.inputs if s is not None])
            )
        part.outputs, part.costs, part.facts = found

    def _infer(self, inputs: tuple[Shape, ...]) -> tuple[dict[str, Shape], Costs, Facts | None]:
        spec, args = CATALOGUE[self.kind], dict(self.args)
        facts = spec.infer(Args(**args), inputs)
        outputs = dict(zip(spec.output_names(args), facts.outputs, strict=True))
        costs = Costs(1) if self.kind in ("Input", "Output") else costs_of(facts)
        return outputs, costs, facts if self.kind != "Output" else None


@lru_cache(maxsize=8192)
def rule(kind: str, args: tuple[tuple[str, Value], ...]) -> Rule:
    return Rule(kind, args)


def forget() -> None:
    """Forget what was found of layers; what was found of blocks is kept with the blocks."""
    rule.cache_clear()
