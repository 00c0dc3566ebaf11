"""The memory that a network needs of a device, for inference and for training."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Optimiser(StrEnum):
    """An optimiser, by what it keeps beside the weights and their gradients."""

    SGD = "sgd"
    MOMENTUM = "momentum"
    ADAM = "adam"
    ADAMW = "adamw"
    RMSPROP = "rmsprop"


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


@dataclass(frozen=True)
class Memory:
    """Bytes, for tensors of four bytes an element."""

    weights: int
    buffers: int

    def inference(self, batch: int = 1) -> Need:
        """What a forward pass without gradients needs, if values go as soon as none needs them."""
        return Need(self.weights, self.buffers)

    def kept(self, batch: int, precision: Precision = Precision.FLOAT32) -> int:
        """What the forward pass keeps for the backward pass."""
        return 0

    def training(
        self,
        batch: int,
        optimiser: Optimiser = Optimiser.ADAM,
        precision: Precision = Precision.FLOAT32,
    ) -> Need:
        """What a training step needs, from the forward pass to the optimiser's step."""
        return Need(self.weights, self.buffers)

    def largest_batch(
        self,
        limit: int,
        optimiser: Optimiser = Optimiser.ADAM,
        precision: Precision = Precision.FLOAT32,
    ) -> int:
        """The most samples a training step can take within `limit` bytes; 0 if not even one."""
        return 0
