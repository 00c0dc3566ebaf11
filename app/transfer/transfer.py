"""A network for other classes: new heads, and what learns of the rest."""

from __future__ import annotations

from enum import StrEnum

from app.analysis import analyse
from app.analysis.learning import FREELY, Learns
from app.transfer.expanded import Expanded
from app.transfer.heads import TransferError, find_heads, with_classes
from app.transfer.holding import held
from nodes.network import Frozen, Network
from nodes.network.edits.training import require_rate


class Learn(StrEnum):
    """What of a network learns, beside its new heads."""

    HEAD = "head"
    STAGE = "stage"  # the last stage too: all from where the resolution was reduced last
    ALL = "all"


def for_my_data(
    network: Network,
    classes: int,
    learn: Learn = Learn.HEAD,
    *,
    still: bool = True,
    factor: float = 0.1,
) -> Network:
    """The network with heads for so many classes, in training the rest frozen or slower.

    What is frozen keeps its running statistics if they are to be `still`. `factor` is on the
    learning rate of what was there before and learns. Whatever was frozen or had a rate of its own
    has it no longer.

    Raises:
        TransferError: the network has problems, or would have with so many classes; or an Output
            that no head leads to.
        EditError: the number of classes or the factor is out of bounds.
    """
    require_rate(factor, "What learns slower")
    report = analyse(network)
    heads = find_heads(network, report)
    changed = with_classes(network, report, heads, classes)
    expanded = _expanded(changed)
    # what depends on the number of classes begins anew, and shows where it is another
    other = _expanded(with_classes(network, report, heads, classes - 1 or 2)).layers
    new = {path for path, shapes in expanded.layers.items() if shapes != other.get(path)}
    new |= {head.path for head in heads}
    match learn:
        case Learn.HEAD:
            learning: set[str] = set()
        case Learn.STAGE:
            learning = expanded.last_stage(new)
        case Learn.ALL:
            learning = {*expanded.layers}
    frozen, slower = Learns(Frozen.ALL if still else Frozen.WEIGHTS), Learns(rate=factor)
    states = {path: slower if path in learning else frozen for path in expanded.layers}
    return held(changed, expanded, states | dict.fromkeys(new, FREELY))


def _expanded(network: Network) -> Expanded:
    report = analyse(network)
    if not report.ok:
        reason = report.problems[0].message
        raise TransferError(f"With another number of classes there is a problem: {reason}")
    return Expanded(report.nodes.worked)
