"""What the worker is asked for: to train, to train otherwise, to show."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from app.training.messages.base import Message
from app.training.recipe import Recipe
from nodes.learning import Learning

PROTOCOL = 3
BY_DOOR = "door"  # the argument, before a file, of a worker that a window gets at by its door
Shown = Literal["flow", "times", "dead", "histograms", "filters", "buffers"]


class Initial(msgspec.Struct, frozen=True):
    """Weights to begin with: tensors of a .safetensors file, for keys of the `state_dict`.

    `keys` pairs the network's with those of the file at `path`; all others keep their
    initialisation. `name` is what the person knows the file by.
    """

    path: str
    keys: tuple[tuple[str, str], ...]
    name: str


class Start(Message, frozen=True):
    """Build the network and train it.

    `source` is the generated module, `class_name` its network. `probe` is a generated function
    `probe(model, x)` that yields `(path, value)` for every node at the top of the network and in
    its blocks. `input_shape` and `output_shape` are without the batch. `outputs` names the Outputs
    with the weights of their losses, in the order in which training returns them; all have the one
    shape. In evaluation the network returns them without the last `auxiliary` ones; the first is
    judged.
    `learning` names what does not learn, or with a rate of its own. `folder` is that of the run,
    which is there already; without one nothing is kept. `resume` goes on from its newest
    checkpoint, or from that before its network became another for the `before`-th time. `threads`
    of 0 are chosen, and told in Started. `document` is the text that files of weights carry.
    """

    source: str
    class_name: str
    probe: str
    recipe: Recipe
    input_shape: tuple[int, ...]
    output_shape: tuple[int, ...]
    outputs: tuple[tuple[str, float], ...] = (("output", 1.0),)
    auxiliary: int = 0
    weights: Initial | None = None
    learning: Learning = Learning()
    folder: str = ""
    resume: bool = False
    before: int = 0
    threads: int = 0
    document: str = ""
    protocol: int = PROTOCOL


class Pause(Message, frozen=True):
    """Idle after the present batch."""


class Resume(Message, frozen=True):
    """Go on with a paused run."""


class Stop(Message, frozen=True):
    """End the run after the present batch; the worker stays ready for another."""


class Advance(Message, frozen=True):
    """Go on for so many steps, or to the end of the epoch, validation included; then pause."""

    steps: int = 1
    epoch: bool = False


class Change(Message, frozen=True):
    """Other settings from the next batch on.

    `recipe` has fields that are in LIVE, `dropouts` shares of nodes by path; `learning` is the
    whole of what learns from then on, None as before. `words` are for the mark on the curves.
    """

    recipe: dict[str, Any] = msgspec.field(default_factory=dict)
    dropouts: tuple[tuple[str, float], ...] = ()
    learning: Learning | None = None
    words: str = ""


ZERO, BEGUN = -1, -2
Means = Literal["copy", "gather", "identity", "zeros", "ones", "initial"]


class Graft(msgspec.Struct, frozen=True):
    """How the tensor at `key` of the new network comes about.

    "copy" takes the old one at `source` as it is. "gather" picks from it, an axis after the other,
    the indices that `gathers` gives, and divides along the axes of `divide` by the counts there;
    for the index ZERO it has zeros, for BEGUN what the new network begins with. "identity", "zeros"
    and "ones" are made; "initial" leaves it as the new network begins.
    """

    key: str
    source: str = ""
    how: Means = "copy"
    gathers: tuple[tuple[int, tuple[int, ...]], ...] = ()
    divide: tuple[tuple[int, tuple[int, ...]], ...] = ()


class Adapt(Message, frozen=True):
    """Give a paused run another network, which begins with what the one before has learned."""

    start: Start
    grafts: tuple[Graft, ...]
    words: str = ""


class Rehearse(Message, frozen=True):
    """Tell what an Adapt would make of what the network computes, and leave all as it is."""

    start: Start
    grafts: tuple[Graft, ...]


class FindRate(Message, frozen=True):
    """Try learning rates from least to most on a copy; answered by RateTried, then Finished."""

    start: Start
    least: float = 1e-6
    most: float = 1.0
    steps: int = 100


class Review(Message, frozen=True):
    """Load what a run has kept in `start.folder`, to be asked about; nothing is learned or written.

    It is the newest checkpoint, or the `best` weights. Answered by Started, Validated and Finished,
    or by Failed.
    """

    start: Start
    best: bool = False


class Enqueue(Message, frozen=True):
    """Train this after what is under way; a Start still takes its place."""

    start: Start


class Dequeue(Message, frozen=True):
    """Take a run, by its folder, out of the queue."""

    folder: str


class Hasten(Message, frozen=True):
    """Put a run to the front of the queue."""

    folder: str


class Outlive(Message, frozen=True):
    """Whether what is kept in folders, run and queue, goes on when nobody reads any more."""

    on: bool


class Hello(Message, frozen=True):
    """The first frame on a door; another one than its token closes it."""

    token: str
    protocol: int = PROTOCOL


class Watch(Message, frozen=True):
    """What of the network is on screen; replaces the former wish.

    Feature maps: small ones for the `thumbnails`, all channels of `selected`. Paths are those that
    `probe` yields. They are of the validation images numbered by `images`, counted round; an image
    file at `picture` takes the place of the first. `shown` are the other figures that are looked
    at; health, shares of a step and the device are told always.
    """

    thumbnails: tuple[str, ...] = ()
    selected: str = ""
    images: tuple[int, ...] = (0,)
    picture: str = ""
    shown: frozenset[Shown] = frozenset()
