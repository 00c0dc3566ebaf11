"""How a network is trained: a value that stands beside the network in its document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from app.images import is_image
from nodes.errors import DocumentError

Optimizer = Literal["sgd", "adam", "adamw"]
Schedule = Literal["cosine", "constant"]
Device = Literal["auto", "cpu", "cuda", "mps"]
DIGITS = "digits"
PHOTOGRAPHS = "photographs"  # two that come along, to look at
SYNTHETIC = "synthetic"
BUILT_IN = (DIGITS, PHOTOGRAPHS, SYNTHETIC)


def looked_at(data: str) -> bool:
    """Whether data of this name is only looked at: the photographs, or an image of one's own."""
    return data == PHOTOGRAPHS or (data not in BUILT_IN and is_image(data))


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that decides the numbers of a run.

    `data` is "digits", the path of a folder with one folder of images per class, "photographs" or
    the path of one image, of which feature maps are shown and nothing is learned, or "synthetic":
    random patterns, no real data, in the shape of the network's input and for as many classes as it
    has. `momentum` is for sgd only. `schedule` "cosine" raises the learning rate over the first
    tenth of the run and then lowers it to zero along half a cosine. `mixed_precision` takes effect
    on cuda only.
    """

    data: Annotated[str, Meta(min_length=1)] = DIGITS
    validation_share: Annotated[float, Meta(gt=0, lt=1)] = 0.2
    batch_size: Annotated[int, Meta(ge=1, le=65536)] = 32
    epochs: Annotated[int, Meta(ge=1, le=100_000)] = 5
    optimizer: Optimizer = "adam"
    learning_rate: Annotated[float, Meta(gt=0, le=100)] = 0.005
    schedule: Schedule = "cosine"
    momentum: Annotated[float, Meta(ge=0, lt=1)] = 0.9
    weight_decay: Annotated[float, Meta(ge=0, le=10)] = 0.0
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 0
    device: Device = "auto"
    mixed_precision: bool = True

    @property
    def looks(self) -> bool:
        """Whether images are only looked at, and nothing is learned."""
        return looked_at(self.data)

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Recipe:
        """A recipe from plain values, as a document holds them.

        Raises:
            DocumentError: an unknown field, or a value of the wrong kind or out of bounds.
        """
        try:
            return msgspec.convert(dict(values), cls)
        except msgspec.ValidationError as error:
            raise DocumentError(f"The training recipe is not valid: {error}.") from None

    def write(self) -> dict[str, Any]:
        return msgspec.to_builtins(self)  # type: ignore[no-any-return]
