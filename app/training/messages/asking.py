"""Questions about a network, each answered by one Answer or Unanswered with its number.

Images are told by their numbers in the data.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from app.training.messages.base import Message


class _About(msgspec.Struct, frozen=True, tag=True):
    """What is asked."""


class Cell(_About, frozen=True):
    """Images of a cell of the confusion matrix of the last Validated, the surest first."""

    actual: int
    predicted: int
    first: int = 0
    count: int = 60


class Extreme(_About, frozen=True):
    """The images with the greatest loss in the last Validated, or those that are least certain."""

    by: Literal["loss", "entropy"]
    count: int = 60


class Explain(_About, frozen=True):
    """Where a node looks, for a class: of an image of the data, or of a file.

    Only "gradcam" is of a node; the others are of the whole network. A newer one of the same kind
    takes the place of one that still waits.
    """

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
    """The payload holds uint8 images, one after the other, then as many overlays if `overlaid`.

    An overlay has one channel; `peak` is its greatest value before it was scaled to 255, 0 where it
    shows nothing. `labels`, `predicted` and `confidence` are of the images in turn; -1 is no class
    that is known, as of an image that was not validated. A file has no number and no label.
    """

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
    peak: float = 0.0


class Unanswered(Message, frozen=True):
    """Why a question has no answer, in one sentence."""

    number: int
    reason: str
