"""Weights against their gradients and against what a step changes of them, node by node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import torch
from torch import Tensor, nn

from app.training.messages import Watch
from app.worker.watch.instrument import ON_SCREEN, UNSEEN, Moment
from app.worker.watch.table import Table

APART = 1.0  # seconds between two figures


class Norms:
    """`weight` and `weight_gradient` are norms; `update_ratio` is how far one step moves a weight.

    It takes two looks after steps in succession: a copy of the weights, and what came of them.
    """

    def __init__(self, network: nn.Module, table: Table) -> None:
        self._table = table
        self._network = network
        self._before: list[Tensor] = []
        self._step = -1
        self.apart = APART

    def weight(self, watch: Watch) -> float:
        return ON_SCREEN if "flow" in watch.shown else UNSEEN

    def look(self, moment: Moment) -> None:
        named = {n: p for n, p in self._network.named_parameters() if p.grad is not None}
        weights = [parameter.detach() for parameter in named.values()]
        if not weights:
            return  # nothing was learned yet
        gradients = [p.grad for p in named.values() if p.grad is not None]
        weight, gradient = (self._by_node(named, values) for values in (weights, gradients))
        figures = {"weight": weight, "weight_gradient": gradient}
        before, self._before = self._before, []
        if before and moment.step == self._step + 1 and len(before) == len(weights):
            change = self._by_node(named, torch._foreach_sub(weights, before))
            figures["update_ratio"] = {p: change[p] / v for p, v in weight.items() if v > 0}
            self.apart = APART
        else:
            self._before, self._step = [w.clone() for w in weights], moment.step
            self.apart = 0.0
        self._table.fill(moment.step, figures)

    def _by_node(self, names: Iterable[str], values: Iterable[Tensor]) -> Mapping[str, float]:
        norms = torch.stack(torch._foreach_norm([*values])).double()
        return _by_node(self._table, [*names], norms.square().tolist())


def _by_node(table: Table, names: Sequence[str], squares: Sequence[float]) -> Mapping[str, float]:
    """Norms of all that is inside of a node, from the squares of those of its parts."""
    found: dict[str, float] = {}
    paths = set(table.paths)
    for name, square in zip(names, squares, strict=True):
        at = name
        while at:
            if at in paths:
                found[at] = found.get(at, 0.0) + square
            at = at.rpartition(".")[0]
    return {path: value**0.5 for path, value in found.items()}
