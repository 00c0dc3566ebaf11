"""Frozen weights, running statistics that stay, and parameters in groups of one learning rate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from torch import nn

from nodes.learning import Learning


class Held:
    """A network of which not everything learns, or not at the same rate.

    Of what is still, the normalisations compute with their running statistics in training, too;
    dropout acts there as it does elsewhere.
    """

    def __init__(self, network: nn.Module, learning: Learning) -> None:
        self._network = network
        self._rates = dict(learning.rates)
        self._still = [
            module
            for path in learning.still
            for module in network.get_submodule(path).modules()
            if getattr(module, "track_running_stats", False)
        ]
        for name, parameter in network.named_parameters():
            if any(_around(name, learning.frozen)):
                parameter.requires_grad_(False)

    def train(self) -> None:
        """Lets the network compute as in training."""
        self._network.train()
        for module in self._still:
            module.eval()

    @property
    def groups(self) -> list[dict[str, Any]]:
        """What learns, for an optimiser: the parameters of each factor on the learning rate."""
        found: dict[float, list[nn.Parameter]] = {}
        for name, parameter in self._network.named_parameters():
            if parameter.requires_grad:
                innermost = max(_around(name, self._rates), key=len, default="")
                found.setdefault(self._rates.get(innermost, 1.0), []).append(parameter)
        return [{"params": parameters, "factor": factor} for factor, parameters in found.items()]


def _around(name: str, paths: Iterable[str]) -> list[str]:
    """Those of the paths that a parameter is inside of, or that are its own."""
    return [path for path in paths if f"{name}.".startswith(f"{path}.")]
