"""How a run goes: what the worker tells of it, and what of that is kept."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.training.messages.base import Message
from app.training.messages.commands import PROTOCOL, Change


class Ready(Message, frozen=True):
    """The worker has imported torch and waits for commands.

    `devices` are those it can train on, the best first; `memory` is how many bytes each has.
    """

    torch: str
    devices: tuple[str, ...]
    memory: tuple[int, ...]
    protocol: int = PROTOCOL


class Started(Message, frozen=True):
    """Training begins. `skipped` names the files that could not be read, with the reason.

    `resumed_at` is how many steps were done before, `fingerprint` that of the data. `exact` says
    why a resumed run will not end as one that was never broken off; it is empty where it will.
    """

    device: str
    classes: tuple[str, ...]
    train_samples: int
    val_samples: int
    steps_per_epoch: int
    parameters: int
    data: str  # a sentence on data and split
    skipped: tuple[str, ...] = ()
    weights: str = ""  # a sentence on the weights it begins with, where they come from a file
    threads: int = 1
    resumed_at: int = 0
    fingerprint: str = ""
    exact: str = ""
    folder: str = ""


class Steps(Message, frozen=True):
    """Losses of the steps since the last such event, sent some twenty times a second.

    `first` is the 0-based number of the first over the whole run. `images_per_second` is over the
    recent past, `seconds_left` for the whole run, `probe_share` of the worker's time so far.
    `gradient_norms` are of the same steps, before clipping: NaN where it was not taken, none where
    it was taken at none of them. `seconds` is how long the run has trained so far, without its
    pauses.
    """

    first: int
    losses: tuple[float, ...]
    epoch: int  # 1-based
    learning_rate: float
    images_per_second: float
    seconds_left: float
    probe_share: float
    gradient_norms: tuple[float, ...] = ()
    seconds: float = 0.0


class Epoch(Message, frozen=True):
    """What an epoch gave; `output_losses` are of training by Output, where there are several.

    They are without their weights. `train_loss` and `val_loss` are of the same outputs, those that
    stay at inference, summed up with their weights. Where there are auxiliary ones too,
    `learned_loss` is the sum with these, which the run goes down. `val_top5` is there where there
    are more than five classes; `ema` tells that averaged weights were validated, `best` that none
    were better so far.
    """

    epoch: int  # 1-based
    step: int  # steps done when it ended
    train_loss: float
    train_accuracy: float
    val_loss: float
    val_accuracy: float
    seconds: float
    output_losses: dict[str, float] = msgspec.field(default_factory=dict)
    learned_loss: float | None = None
    val_top5: float | None = None
    ema: bool = False
    best: bool = False


class Changed(Message, frozen=True):
    """A change is in force from this step on, 0-based."""

    step: int
    change: Change


class Grown(Message, frozen=True):
    """The network is another from this step on; the counts are of its tensors.

    `difference` is the greatest between the outputs before and after, on the probe images: 0 where
    the function was kept.
    """

    step: int
    kept: int
    widened: int
    inserted: int
    fresh: int
    difference: float
    words: str


class Rehearsed(Message, frozen=True):
    """What an Adapt would change of the outputs on so many `images`, or why it cannot be made.

    `difference` is the greatest one, where the outputs reach up to `scale`; for a share `same` of
    the images the best guess stays.
    """

    difference: float = 0.0
    scale: float = 0.0
    same: float = 1.0
    images: int = 0
    reason: str = ""


class Kept(Message, frozen=True):
    """A checkpoint lies in the folder at `path`."""

    step: int
    path: str
    best: bool = False


class NotKept(Message, frozen=True):
    """Nothing can be written; told once for each cause. Training goes on."""

    reason: str


class Alert(Message, frozen=True):
    """Something is wrong, or no longer (`over`); `path` is "" where it is of the whole run."""

    rule: str
    path: str
    step: int
    reason: str
    advice: str
    over: bool = False


class Paused(Message, frozen=True):
    """The run idles between two batches."""


class Resumed(Message, frozen=True):
    """It goes on after a pause."""


class Halted(Message, frozen=True):
    """The last of all steps is done: what came of them is kept yet, then the run is Finished."""

    steps: int


class Finished(Message, frozen=True):
    """The run ended by itself or was stopped; the worker is ready for another."""

    epochs: int  # epochs completed
    steps: int
    stopped: bool
    train_loss: float
    val_loss: float
    val_accuracy: float
    seconds: float
    probe_share: float


class Failed(Message, frozen=True):
    """The run ended in an error; the worker is ready for another.

    `reason` is one sentence for the person, with the cure where there is one. `lines` are the line
    numbers of the generated source on the traceback, outermost first. `fault` tells what the recipe
    asks for and is not to be had ("data", or the device) from what went wrong in the run itself.
    """

    reason: str
    traceback: str = ""
    lines: tuple[int, ...] = ()
    fault: Literal["data", "run"] = "run"


class RateTried(Message, frozen=True):
    """The loss that a learning rate led to, smoothed; a `suggestion` comes with the last one."""

    rate: float
    loss: float
    suggestion: float | None = None


class Validated(Message, frozen=True):
    """What a validation made of each image is new, in the file at `path`.

    It is for `app.runs.results` to read. Where it cannot be written, its content is the payload.
    """

    epoch: int  # 1-based
    step: int
    path: str = ""


class Queue(Message, frozen=True):
    """The runs that wait, by folder, and the one that the worker is `at`, if it is kept."""

    folders: tuple[str, ...]
    at: str = ""


class Welcome(Message, frozen=True):
    """The answer to Hello: the folder of the run that the worker is at, or nothing.

    What happened in it so far stands in the first `events` bytes of its log; the rest is told.
    """

    folder: str
    events: int = 0
    protocol: int = PROTOCOL


Lasting = (
    Started
    | Steps
    | Epoch
    | Changed
    | Grown
    | Kept
    | NotKept
    | Alert
    | Paused
    | Resumed
    | Finished
    | Failed
)
"""What a run's history is made of: kept in its folder, in order, and never dropped."""
