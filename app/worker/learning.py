"""Frozen weights, running statistics that stay, and parameters in groups of one learning rate."""

from __future__ import annotations

from collections.abc import Iterable

from torch import nn

from app.worker.optimisers import Groups, decays
from nodes.learning import Learning


class Held:
    """A network of which not everything learns, or not at the same rate.

    Of what is still, the normalisations compute with their running statistics in training, too;
    dropout acts there as it does elsewhere.
    """

    def __init__(self, network: nn.Module, learning: Learning, decay_norms: bool = True) -> None:
        """`decay_norms` is whether all weights decay, so that fewer groups will do."""
        self._network = network
        self._decays = {name: decay_norms or it for name, it in decays(network).items()}
        self._open = [n for n, p in network.named_parameters() if p.requires_grad]
        self.change(learning)

    def change(self, learning: Learning) -> None:
        """From now on this learns."""
        self.learning = learning
        self._rates = dict(learning.rates)
        self._still = [
            module
            for path in learning.still
            for module in self._network.get_submodule(path).modules()
            if getattr(module, "track_running_stats", False)
        ]
        for name in self._open:
            frozen = any(_around(name, learning.frozen))
            parameter = self._network.get_parameter(name).requires_grad_(not frozen)
            if frozen:
                parameter.grad = None

    def train(self) -> None:
        """Lets the network compute as in training."""
        self._network.train()
        for module in self._still:
            module.eval()

    @property
    def groups(self) -> Groups:
        """What learns, for an optimiser: the parameters of one rate, with decay or without."""
        found: dict[tuple[float, bool], list[nn.Parameter]] = {}
        for name, parameter in self._network.named_parameters():
            if parameter.requires_grad:
                innermost = max(_around(name, self._rates), key=len, default="")
                alike = self._rates.get(innermost, 1.0), self._decays[name]
                found.setdefault(alike, []).append(parameter)
        return [
            {"params": parameters, "factor": factor, "decays": decaying}
            for (factor, decaying), parameters in found.items()
        ]


def _around(name: str, paths: Iterable[str]) -> list[str]:
    """Those of the paths that a parameter is inside of, or that are its own."""
    return [path for path in paths if f"{name}.".startswith(f"{path}.")]
