"""Commands and events of a worker that looks into data, started with DATA."""

from __future__ import annotations

import msgspec

from app.training.messages.base import Message
from app.training.recipe import Recipe

DATA = "data"  # the argument of a worker that looks into data
GIVEN_UP = "It was ended."  # the reason of an errand that another took the place of


class Inspect(Message, frozen=True):
    """Look through the recipe's data; answered by Inspected and Pictures, or DataRefused."""

    recipe: Recipe
    input_shape: tuple[int, ...]
    classes: int


class Draw(Message, frozen=True):
    """One image in many draws of the augmentation; answered by Drawn, or DataRefused.

    `index` counts the images that are learned from, round and round. The draws are those of the
    epochs from `first` on.
    """

    recipe: Recipe
    input_shape: tuple[int, ...]
    index: int
    count: int
    first: int = 1


class Fetch(Message, frozen=True):
    """Download a set by its name; Fetching again and again, then Fetched or DataRefused."""

    name: str
    folder: str


class Cancel(Message, frozen=True):
    """Give up what is under way."""


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with data; `grave` where training cannot begin with it."""

    rule: str
    text: str
    count: int = 0
    grave: bool = False


class Inspected(Message, frozen=True):
    """What the data is; `skipped` names the files that could not be read, with the reason.

    The parts are `given` by the data itself, or drawn. `channels` are those that it comes with.
    """

    kind: str
    classes: tuple[str, ...]
    train: tuple[int, ...]  # counts by class
    val: tuple[int, ...]
    means: tuple[float, ...]  # of channels, from 0 to 1
    deviations: tuple[float, ...]
    sizes: tuple[tuple[int, int, int], ...]  # height, width, how many; the most frequent first
    skipped: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    given: bool = False
    channels: int = 1
    remark: str = ""
    streamed: bool = False
    fingerprint: str = ""


class Pictures(Message, frozen=True):
    """Samples as uint8 payload, one after the other: channels × height × width each."""

    count: int
    channels: int
    height: int
    width: int
    labels: tuple[int, ...]


class Drawn(Message, frozen=True):
    """One image in many draws, as uint8 payload: as it is, the one mixed with it, then the draws.

    `name` and `other` are the classes of the first two; without a mixture there is no other one.
    `shares` say for each draw of a mixture how much of it is the image itself.
    """

    index: int
    images: int  # that are learned from
    count: int  # of draws
    channels: int
    height: int
    width: int
    name: str
    other: str = ""
    shares: tuple[float, ...] = ()


class Fetching(Message, frozen=True):
    """How far a download is, in bytes; `total` is None where it is not told."""

    done: int
    total: int | None
    words: str


class Fetched(Message, frozen=True):
    """A set lies at `path`, checked."""

    path: str


class DataRefused(Message, frozen=True):
    """Why data cannot be looked into or fetched, in one sentence with the cure."""

    reason: str
