"""The memory that a network needs of a device, for inference and for training."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.analysis.flow import FLOAT, HALF, Flow


class Optimiser(StrEnum):
    """An optimiser, by what it keeps beside the weights and their gradients."""

    SGD = "sgd"
    MOMENTUM = "momentum"
    ADAM = "adam"
    ADAMW = "adamw"
    RMSPROP = "rmsprop"


# Numbers a weight: kept from step to step, and needed for a moment while all weights are updated.
_STATE = {
    Optimiser.SGD: (0, 0),
    Optimiser.MOMENTUM: (1, 0),
    Optimiser.ADAM: (2, 1),
    Optimiser.ADAMW: (2, 1),
    Optimiser.RMSPROP: (1, 1),
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


@dataclass(frozen=True, slots=True)
class Moment:
    """Bytes that live at one step, for each sample and for any batch."""

    at: str
    kept: int
    passing: int
    kept_fixed: int = 0
    gradients: int = 0

    def total(self, batch: int) -> int:
        return batch * (self.kept + self.passing) + self.kept_fixed + self.gradients


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
    def buffers(self) -> int:
        return self.flow.buffers

    def inference(self, batch: int = 1) -> Need:
        """What a forward pass without gradients needs, if values go as soon as none needs them."""
        if (most := self._inference) is None:
            return Need(self.weights, self.buffers)
        passing = batch * most.passing
        return Need(self.weights, self.buffers, transient=passing, at=most.at)

    def kept(self, batch: int = 1, precision: Precision = Precision.FLOAT32) -> int:
        """What the forward pass keeps for the backward pass, parameters apart."""
        each, fixed = self._kept[precision]
        return batch * each + fixed

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
        state, brief = (n * self.weights for n in _STATE[optimiser])
        most = max(self._moments[precision], key=lambda m: m.total(batch), default=None)
        if most is None or most.total(batch) <= self.weights + brief:  # the optimiser's step
            return Need(self.weights, self.buffers, self.weights, optimiser=state, transient=brief)
        return Need(
            self.weights,
            self.buffers,
            most.gradients,
            state,
            batch * most.kept + most.kept_fixed,
            batch * most.passing,
            most.at,
        )

    def largest_batch(
        self,
        limit: int,
        optimiser: Optimiser = Optimiser.ADAM,
        precision: Precision = Precision.FLOAT32,
    ) -> int:
        """The most samples a training step can take within `limit` bytes; 0 if not even one."""
        state, brief = (n * self.weights for n in _STATE[optimiser])
        left = limit - self.weights - self.buffers - state
        if left < self.weights + brief:
            return 0
        return max(
            0,
            min(
                (
                    (left - m.total(0)) // (m.kept + m.passing)
                    for m in self._moments[precision]
                    if m.kept + m.passing
                ),
                default=0,
            ),
        )

    # --- worked out once -------------------------------------------------------------------------

    @cached_property
    def _inference(self) -> Moment | None:
        """The step of the forward pass at which most must live at once."""
        flow, sizes = self.flow, self.flow.sizes
        last = _last_use(flow)
        most, live = None, 0
        for number, step in enumerate(flow.steps):
            live += sum([sizes[s] for s in step.writes])
            if most is None or FLOAT * live > most.passing:
                most = Moment(step.path, 0, FLOAT * live)
            live -= sum([sizes[s] for s in last[number]])
        return most

    @cached_property
    def _kept(self) -> dict[Precision, tuple[int, int]]:
        found = {}
        for precision in Precision:
            keeping = self.flow.kept_by_step(precision is Precision.MIXED)
            sizes = self._sizes(precision)
            each = sum(sum([sizes[s] for s in k.storages]) + k.extra for k in keeping)
            found[precision] = each, sum(k.fixed for k in keeping)
        return found

    def _sizes(self, precision: Precision) -> list[int]:
        """Bytes of every storage."""
        if precision is Precision.FLOAT32:
            return [FLOAT * n for n in self.flow.sizes]
        pairs = zip(self.flow.sizes, self.flow.half, strict=True)
        return [(HALF if half else FLOAT) * n for n, half in pairs]

    @cached_property
    def _moments(self) -> dict[Precision, list[Moment]]:
        return {
            precision: _moments(self.flow, self._sizes(precision), precision)
            for precision in Precision
        }


def _last_use(flow: Flow) -> list[list[int]]:
    """For every step the storages that no later one reads; results of the network stay."""
    last = {
        s: number for number, step in enumerate(flow.steps) for s in (*step.reads, *step.outputs)
    }
    gone: list[list[int]] = [[] for _ in flow.steps]
    for storage, number in last.items():
        if storage not in flow.results:
            gone[number].append(storage)
    return gone


def _moments(flow: Flow, sizes: list[int], precision: Precision) -> list[Moment]:
    """The steps of the forward and the backward pass, each with what lives then.

    A tensor that is kept lives until the backward step of the layer that kept it first. A gradient
    lives from the last user of its value, which comes first, to the layer that made the value.
    """
    keeping = flow.kept_by_step(precision is Precision.MIXED)
    last = _last_use(flow)
    found: list[Moment] = []
    kept = fixed = passing = 0
    held: set[int] = set()
    for step, keeps, gone in zip(flow.steps, keeping, last, strict=True):
        passing += sum([sizes[s] for s in step.writes])
        for storage in keeps.storages:
            held.add(storage)
            passing -= sizes[storage]
            kept += sizes[storage]
        kept += keeps.extra
        fixed += keeps.fixed
        found.append(Moment(step.path, kept, passing, fixed))
        passing -= sum([sizes[s] for s in gone if s not in held])
    gradients: set[int] = {s for s in flow.results if flow.trained[s]}
    passing += sum([sizes[s] for s in gradients])
    weights = 0
    for step, keeps in zip(reversed(flow.steps), reversed(keeping), strict=True):
        if not step.acts:
            continue
        made = {s for s in step.reads if flow.trained[s]}
        passing += sum([sizes[s] for s in made])  # added to one that is there already, or anew
        weights += FLOAT * step.weights
        found.append(Moment(step.path, kept, passing, fixed, weights))
        passing -= sum([sizes[s] for s in made & gradients])
        gradients |= made
        done = gradients.intersection(step.writes)
        gradients -= done
        passing -= sum([sizes[s] for s in done])
        kept -= sum([sizes[s] for s in keeps.storages]) + keeps.extra
        fixed -= keeps.fixed
        if step.writes and set(step.writes).intersection(flow.results):
            passing -= sum([sizes[s] for s in step.writes if s in flow.results and s not in held])
    return found
