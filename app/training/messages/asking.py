"""Questions about a run, each answered by one Answer or Unanswered with its number."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.training.messages.base import Message


class _About(msgspec.Struct, frozen=True, tag=True):
    """What is asked."""


class Cell(_About, frozen=True):
    """Images of a cell of the confusion matrix, the surest first."""

    actual: int
    predicted: int
    first: int = 0
    count: int = 60


class Extreme(_About, frozen=True):
    """The images with the greatest loss, or those that are least certain."""

    by: Literal["loss", "entropy"]
    count: int = 60


class Explain(_About, frozen=True):
    """Where a node looks, for a class: of a validation image, or of a file."""

    path: str
    label: int
    image: int = 0
    file: str = ""
    how: Literal["gradcam", "saliency", "occlusion"] = "gradcam"


class Predict(_About, frozen=True):
    """What the network makes of an image file."""

    file: str


class Samples(_About, frozen=True):
    """Images of the data by their numbers."""

    indices: tuple[int, ...]


About = Cell | Extreme | Explain | Predict | Samples


class Ask(Message, frozen=True):
    """A question; `number` is the asker's own, and comes back with the answer."""

    number: int
    about: About


class Answer(Message, frozen=True):
    """The payload holds uint8 images, one after the other, then as many overlays if `overlaid`."""

    number: int
    images: tuple[int, ...] = ()
    channels: int = 0
    height: int = 0
    width: int = 0
    labels: tuple[int, ...] = ()
    predicted: tuple[int, ...] = ()
    confidence: tuple[float, ...] = ()
    scores: tuple[float, ...] = ()  # of all classes, for one image
    overlaid: bool = False


class Unanswered(Message, frozen=True):
    """Why a question has no answer, in one sentence."""

    number: int
    reason: str
