"""Which layers of an edited network learn, in a run where some were frozen in its course."""

from __future__ import annotations

from app.growth.fate import Growth
from app.training.controls import frozen_in
from nodes.learning import Learning
from nodes.network import Frozen


def carried(growth: Growth, was: Learning, drawn: Learning, now: Learning) -> Learning:
    """As in the run `now`, but for layers of which the drawing says something else than it `was`.

    A layer that is widened is frozen with its new units or not at all.
    """
    if now == was:
        return drawn

    def of(path: str) -> Frozen:
        source, wished = growth.sources.get(path), frozen_in(drawn, path)
        if source is None or wished is not frozen_in(was, source):
            return wished
        return frozen_in(now, source)

    found = {path: of(path) for path in growth.fates}
    return Learning(
        frozen=tuple(path for path, frozen in found.items() if frozen is not Frozen.NO),
        still=tuple(path for path, frozen in found.items() if frozen is Frozen.ALL),
        rates=drawn.rates,
    )
