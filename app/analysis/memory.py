"""The memory that a network needs of a device, for inference and for training."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.analysis.flow import FLOAT, HALF, Flow, Keeping


class Optimiser(StrEnum):
    """An optimiser, by what it keeps beside the weights and their gradients."""

    SGD = "sgd"
    MOMENTUM = "momentum"
    ADAM = "adam"
    ADAMW = "adamw"
    RMSPROP = "rmsprop"
    RMSPROP_MOMENTUM = "rmsprop with momentum"
    ADAGRAD = "adagrad"


# Numbers a weight: kept from step to step, and needed for a moment while all weights are updated.
_STATE = {
    Optimiser.SGD: (0, 0),
    Optimiser.MOMENTUM: (1, 0),
    Optimiser.ADAM: (2, 1),
    Optimiser.ADAMW: (2, 1),
    Optimiser.RMSPROP: (1, 1),
    Optimiser.RMSPROP_MOMENTUM: (2, 1),
    Optimiser.ADAGRAD: (1, 1),
}


class Precision(StrEnum):
    FLOAT32 = "float32"
    MIXED = "mixed"  # torch.autocast: half precision where it is safe


@dataclass(frozen=True)
class Need:
    """Bytes needed at the moment that needs most, by what they hold.

    `activations` are kept for the backward pass; `transient` are the values and gradients that
    only pass by. `at` is the path of the node that is computed then, empty in the optimiser's step.
    """

    weights: int
    buffers: int
    gradients: int = 0
    optimiser: int = 0
    activations: int = 0
    transient: int = 0
    at: str = ""

    @property
    def total(self) -> int:
        return (
            self.weights
            + self.buffers
            + self.gradients
            + self.optimiser
            + self.activations
            + self.transient
        )


# What lives at one step: its path, bytes of a sample that are kept and that pass by, and bytes for
# any batch that are kept and of gradients.
Moment = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Memory:
    """Bytes, for tensors of four bytes an element, and of two where mixed precision has them.

    Counted are the tensors that the network itself makes. The driver, the work space of its
    convolutions and the gaps of its allocator come on top.
    """

    flow: Flow

    @property
    def weights(self) -> int:
        return FLOAT * self.flow.weights

    @property
    def learning(self) -> int:
        """Of the weights, those that training changes; only these have gradients."""
        return FLOAT * self.flow.learning

    @property
    def buffers(self) -> int:
        return self.flow.buffers

    def inference(self, batch: int = 1) -> Need:
        """What a forward pass without gradients needs, if values go as soon as none needs them."""
        at, passing = self._inference
        return Need(self.weights, self.buffers, transient=batch * passing, at=at)

    def kept(self, batch: int = 1, precision: Precision = Precision.FLOAT32) -> int:
        """What the forward pass keeps for the backward pass, parameters apart."""
        sizes, keeping = self._sizes(precision), self._keeping(precision)
        each = sum([sum([sizes[s] for s in k.storages]) + k.extra for k in keeping])
        return batch * each + sum([k.fixed for k in keeping])

    def training(
        self,
        batch: int,
        optimiser: Optimiser = Optimiser.ADAM,
        precision: Precision = Precision.FLOAT32,
    ) -> Need:
        """What a training step needs, at its moment of greatest need.

        Gradients come into being in the backward pass, while what was kept for it goes. The first
        step needs less: the optimiser's state is made at its end.
        """
        state, brief = (n * self.learning for n in _STATE[optimiser])
        moments = self._moments(precision)
        totals = [batch * (kept + passing) + k + g for _, kept, passing, k, g in moments]
        most = max(totals, default=0)
        if most <= self.learning + brief:  # the optimiser's step needs more
            return Need(self.weights, self.buffers, self.learning, state, transient=brief)
        at, kept, passing, fixed, gradients = moments[totals.index(most)]
        return Need(
            self.weights,
            self.buffers,
            gradients,
            state,
            batch * kept + fixed,
            batch * passing,
            at,
        )

    def largest_batch(
        self,
        limit: int,
        optimiser: Optimiser = Optimiser.ADAM,
        precision: Precision = Precision.FLOAT32,
    ) -> int:
        """The most samples a training step can take within `limit` bytes; 0 if not even one."""
        state, brief = (n * self.learning for n in _STATE[optimiser])
        left = limit - self.weights - self.buffers - state
        if left < self.learning + brief:
            return 0
        each = [
            (left - fixed - gradients) // (kept + passing)
            for _, kept, passing, fixed, gradients in self._moments(precision)
            if kept + passing
        ]
        return max(0, min(each, default=0))

    # --- worked out once -------------------------------------------------------------------------

    def _moments(self, precision: Precision) -> list[Moment]:
        if precision not in self._known:
            sizes, keeping = self._sizes(precision), self._keeping(precision)
            self._known[precision] = _moments(self.flow, sizes, keeping)
        return self._known[precision]

    @cached_property
    def _known(self) -> dict[Precision, list[Moment]]:
        return {}

    def _keeping(self, precision: Precision) -> list[Keeping]:
        return self.flow.keeping if precision is Precision.FLOAT32 else self.flow.keeping_mixed

    def _sizes(self, precision: Precision) -> list[int]:
        """Bytes of every storage."""
        if precision is Precision.FLOAT32:
            return [FLOAT * n for n in self.flow.sizes]
        pairs = zip(self.flow.sizes, self.flow.half, strict=True)
        return [(HALF if half else FLOAT) * n for n, half in pairs]

    @cached_property
    def _inference(self) -> tuple[str, int]:
        """The step of the forward pass at which most must live at once, and how many bytes."""
        sizes, live, most, at = self.flow.sizes, 0, 0, ""
        for step, gone in self.flow.inference:
            for storage in step.writes:
                live += sizes[storage]
            if live > most:
                most, at = live, step.path
            for storage in gone:
                live -= sizes[storage]
        return at, FLOAT * most


def _moments(flow: Flow, sizes: list[int], keeping: list[Keeping]) -> list[Moment]:
    """The steps of the forward and the backward pass, each with what lives then.

    A tensor that is kept lives until the backward step of the layer that kept it first. A gradient
    lives from the last user of its value, which comes first, to the layer that made the value.
    """
    found: list[Moment] = []
    kept = fixed = passing = weights = 0
    held: set[int] = set()
    for step, keeps, gone in zip(flow.steps, keeping, flow.gone, strict=True):
        for storage in step.writes:
            passing += sizes[storage]
        for storage in keeps.storages:
            held.add(storage)
            passing -= sizes[storage]
            kept += sizes[storage]
        kept += keeps.extra
        fixed += keeps.fixed
        found.append((step.path, kept, passing, fixed, 0))
        for storage in gone:
            if storage not in held:
                passing -= sizes[storage]
    gradients = {s for s in flow.results if flow.trained[s]}
    for storage in gradients:
        passing += sizes[storage]
    for step, keeps in zip(reversed(flow.steps), reversed(keeping), strict=True):
        if not step.acts:
            continue
        ours = [s for s in dict.fromkeys(step.reads) if flow.trained[s]]
        for storage in ours:  # anew, or to be added to one that is there already
            passing += sizes[storage]
        weights += FLOAT * step.layer.learning
        found.append((step.path, kept, passing, fixed, weights))
        for storage in ours:
            if storage in gradients:
                passing -= sizes[storage]
            else:
                gradients.add(storage)
        for storage in step.writes:
            if storage in gradients:
                passing -= sizes[storage]
            if storage in flow.results and storage not in held:
                passing -= sizes[storage]
        for storage in keeps.storages:
            kept -= sizes[storage]
        kept -= keeps.extra
        fixed -= keeps.fixed
    return found
