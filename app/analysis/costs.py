"""What a node can be weighed by: the columns of the summary and the colours of the heat map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.analysis.report import NodeReport


@dataclass(frozen=True)
class Cost:
    """One measure of a node, for one sample where it depends on the batch.

    `unit` is "" for a plain count, "B" for bytes. A node that it says nothing of has None.
    """

    id: str
    title: str
    unit: str
    help: str
    of: Callable[[NodeReport], int | None]


COSTS = (
    Cost(
        "parameters", "Parameters", "", "Numbers that are learned, over all copies",
        lambda r: r.parameters,
    ),
    Cost(
        "macs", "MACs", "MACs",
        "Multiply-adds of convolutions, linear layers and matrix products, for one sample",
        lambda r: r.macs,
    ),
)  # fmt: skip
COST_BY_ID = {cost.id: cost for cost in COSTS}
