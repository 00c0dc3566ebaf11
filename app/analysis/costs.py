"""What a node can be weighed by: the columns of the summary and the colours of the heat map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.analysis.report import NodeReport


@dataclass(frozen=True)
class Cost:
    """One measure of a node, for one sample where it depends on the batch.

    `unit` is "" for a plain count, "B" for bytes. A node that it says nothing of has None. It
    `adds_up` where the sum over the nodes is the network's.
    """

    id: str
    title: str
    unit: str
    help: str
    of: Callable[[NodeReport], int | None]
    adds_up: bool = True


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
    Cost(
        "flops", "FLOPs", "FLOPs",
        "Floating-point operations of the same, for one sample: a multiply-add counts as two",
        lambda r: r.flops,
    ),
    Cost(
        "activations", "Activations", "", "Elements of what the layers give, for one sample",
        lambda r: r.activations,
    ),
    Cost(
        "activation_bytes", "Activation size", "B",
        "What the layers give, for one sample in 32-bit floats", lambda r: 4 * r.activations,
    ),
    Cost(
        "kept", "Kept for backward", "B",
        "What training keeps of one sample until the backward pass, in 32-bit floats",
        lambda r: r.kept,
    ),
    Cost(
        "field", "Receptive field", "px",
        "How many pixels of the input along its longest axis one output pixel can see",
        lambda r: max((f.largest for f in r.field), default=None) if r.field else None,
        adds_up=False,
    ),
)  # fmt: skip
