"""What a learner remembers beside the weights, for a network that has become another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from torch import Tensor

from app.training.messages import Graft
from app.worker.growing.grafting import gathered, moved
from app.worker.learner import AVERAGE, GRADIENT, OPTIMIZER

# Slots of torch's optimisers that add up squares of the gradient.
SQUARES = frozenset({"exp_avg_sq", "max_exp_avg_sq", "square_avg", "sum"})


def adapted(
    tensors: Mapping[str, Tensor], grafts: Sequence[Graft], begins: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    """A learner's state by the names of another network, whose weights are as it `begins`.

    What is new has no moments, and is its own average.
    """
    found: dict[str, Tensor] = {}
    slots: dict[str, list[str]] = {}
    for key in tensors:
        if key.startswith(OPTIMIZER):
            slots.setdefault(key.removeprefix(OPTIMIZER).rpartition(".")[0], []).append(key)
    for graft in grafts:
        taken = graft.how in ("copy", "gather")
        for key in slots.get(graft.source, ()) if taken else ():
            slot = key.rpartition(".")[2]
            value = tensors[key]
            power = 2 if slot in SQUARES else 1
            found[f"{OPTIMIZER}{graft.key}.{slot}"] = (
                moved(value, graft, power) if value.ndim else value
            )
        gradient = tensors.get(f"{GRADIENT}{graft.source}") if taken else None
        if gradient is not None:
            found[f"{GRADIENT}{graft.key}"] = moved(gradient, graft, 1)
        begun = begins[graft.key]
        average = tensors.get(f"{AVERAGE}{graft.source}") if taken else None
        if average is not None:
            found[f"{AVERAGE}{graft.key}"] = gathered(average, graft, begun)
        elif begun.is_floating_point():
            found[f"{AVERAGE}{graft.key}"] = begun.clone()
    return found
