"""What the window (or the terminal) and the worker tell one another, imported by both.

Commands go to the worker's stdin, events come from its stdout; its stderr is a log. How they are
cut out of these streams is told in `frames`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from app.training.recipe import Recipe
from nodes.custom import Question
from nodes.learning import Learning
from nodes.spec import Shape

ExportFormat = Literal["onnx", "pt2", "safetensors"]
PROTOCOL = 2
LAYERS = "layers"  # the argument of a worker that runs custom layers, and trains nothing
LAYER_SECONDS = 10.0  # that a custom layer may take
WEIGHTS = "weights"  # the argument of a worker that reads files with weights


class _Message(msgspec.Struct, frozen=True, tag=True, tag_field="type"):
    pass


class Initial(msgspec.Struct, frozen=True):
    """Weights to begin with: tensors of a .safetensors file, for keys of the `state_dict`.

    `keys` pairs the network's with those of the file at `path`; all others keep their
    initialisation. `name` is what the person knows the file by.
    """

    path: str
    keys: tuple[tuple[str, str], ...]
    name: str


# --- commands ------------------------------------------------------------------------------------


class Start(_Message, frozen=True):
    """Build the network and train it.

    `source` is the generated module, `class_name` its network. `probe` is a generated function
    `probe(model, x)` that yields `(path, value)` for every node at the top of the network and in
    its blocks. `input_shape` and `output_shape` are without the batch. `outputs` names the Outputs
    with the weights of their losses, in the order in which training returns them; all have the one
    shape. In evaluation the network returns them without the last `auxiliary` ones; the first is
    judged.
    `learning` names what does not learn, or with a rate of its own.
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
    protocol: int = PROTOCOL


class Pause(_Message, frozen=True):
    pass


class Resume(_Message, frozen=True):
    pass


class Stop(_Message, frozen=True):
    """End the run after the present batch; the worker stays ready for another."""


class Watch(_Message, frozen=True):
    """Which feature maps to send: small ones for the `thumbnails`, all channels of `selected`.

    Replaces the former wish; both empty sends none. Paths are those that `probe` yields. `image` is
    the number of the validation image that they are of, counted round.
    """

    thumbnails: tuple[str, ...] = ()
    selected: str = ""
    image: int = 0


class Examine(_Message, frozen=True):
    """Run a custom layer once and say what it does; for a worker started with `LAYERS`.

    One that takes longer than `seconds` is stopped, and the worker with it.
    """

    question: Question
    seconds: float = LAYER_SECONDS


class Export(_Message, frozen=True):
    """Write a network to a file for other programs; answered by one Exported or ExportFailed.

    Of a network that the worker holds from a run of the same `source`, the weights are those of
    the training so far; any other is made anew with `seed`, and begins with `weights`. `inputs` are
    the names of its inputs, `input_shapes` their shapes without the batch. `document` is the text
    that a file of weights carries beside them.
    """

    format: ExportFormat
    path: str
    source: str
    class_name: str
    inputs: tuple[str, ...]
    input_shapes: tuple[tuple[int, ...], ...]
    outputs: tuple[str, ...]
    seed: int = 0
    weights: Initial | None = None
    document: str = ""


class Adopt(_Message, frozen=True):
    """Read a file with weights, and keep its tensors in `folder`; for a worker with `WEIGHTS`.

    They are kept as .safetensors, named by the hash of the file. Answered by any number of Adopting
    and one Adopted or AdoptFailed.
    """

    path: str
    folder: str


Command = Start | Pause | Resume | Stop | Watch | Examine | Export | Adopt


# --- events --------------------------------------------------------------------------------------


class Ready(_Message, frozen=True):
    """The worker has imported torch and waits for commands.

    `devices` are those it can train on, the best first; `memory` is how many bytes each has.
    """

    torch: str
    devices: tuple[str, ...]
    memory: tuple[int, ...]
    protocol: int = PROTOCOL


class Started(_Message, frozen=True):
    """Training begins. `skipped` names the files that could not be read, with the reason."""

    device: str
    classes: tuple[str, ...]
    train_samples: int
    val_samples: int
    steps_per_epoch: int
    parameters: int
    data: str  # a sentence on data and split
    skipped: tuple[str, ...] = ()
    weights: str = ""  # a sentence on the weights it begins with, where they come from a file


class Steps(_Message, frozen=True):
    """Losses of the steps since the last such event, sent some twenty times a second.

    `first` is the 0-based number of the first over the whole run. `images_per_second` is over the
    recent past, `seconds_left` for the whole run, `probe_share` of the worker's time so far.
    """

    first: int
    losses: tuple[float, ...]
    epoch: int  # 1-based
    learning_rate: float
    images_per_second: float
    seconds_left: float
    probe_share: float


class Epoch(_Message, frozen=True):
    """What an epoch gave; `output_losses` are of training by Output, where there are several.

    They are without their weights. `train_loss` and `val_loss` are of the same outputs, those that
    stay at inference, summed up with their weights. Where there are auxiliary ones too,
    `learned_loss` is the sum with these, which the run goes down.
    """

    epoch: int  # 1-based
    step: int  # steps done when it ended
    train_loss: float
    train_accuracy: float
    val_loss: float
    val_accuracy: float
    seconds: float
    output_losses: dict[str, float] = {}
    learned_loss: float | None = None


class Maps(_Message, frozen=True):
    """Feature maps of the probe image at one node: `count` maps of `height` × `width`, uint8.

    The payload holds the pixels, map after map, row after row; each map is scaled to its own
    `lows` and `highs`. `thumbnail` tells a node card's few small maps from the selected node's
    full ones; `channels` is how many maps the node has. A vector is one map of height 1.
    """

    path: str
    step: int
    count: int
    height: int
    width: int
    channels: int
    thumbnail: bool
    lows: tuple[float, ...]
    highs: tuple[float, ...]


class ProbeImage(_Message, frozen=True):
    """The fixed image that feature maps are shown of: channels × height × width, uint8 payload."""

    channels: int
    height: int
    width: int
    label: str


class Paused(_Message, frozen=True):
    pass


class Resumed(_Message, frozen=True):
    pass


class Finished(_Message, frozen=True):
    """The run ended by itself or was stopped; the worker is ready for another."""

    epochs: int  # epochs completed
    steps: int
    stopped: bool
    train_loss: float
    val_loss: float
    val_accuracy: float
    seconds: float
    probe_share: float


class Failed(_Message, frozen=True):
    """The run ended in an error; the worker is ready for another.

    `reason` is one sentence for the person, with the cure where there is one. `lines` are the line
    numbers of the generated source on the traceback, outermost first. `fault` tells what the recipe
    asks for and is not to be had ("data", or the device) from what went wrong in the run itself.
    """

    reason: str
    traceback: str = ""
    lines: tuple[int, ...] = ()
    fault: Literal["data", "run"] = "run"


class Examined(_Message, frozen=True):
    """The answer to one Examine: the fields of `Facts` and `Kept`, or a `fault`.

    The fault is one sentence, `line` that of the layer's source, or 0. The worker `ends` after it
    where the layer could not be stopped otherwise.
    """

    outputs: tuple[Shape, ...] = ()
    parameters: tuple[tuple[str, Shape], ...] = ()
    buffers: tuple[tuple[str, Shape], ...] = ()
    macs: int = 0
    kept_inputs: tuple[int, ...] = ()
    kept_outputs: tuple[int, ...] = ()
    kept_extra: int = 0
    kept_fixed: int = 0
    view: bool = False
    fault: str = ""
    line: int = 0
    ends: bool = False


class Exported(_Message, frozen=True):
    """A file was written and checked; `sentence` tells what it holds and how exact it is."""

    path: str
    sentence: str


class ExportFailed(_Message, frozen=True):
    """A file could not be written; one that was there before is untouched."""

    path: str
    reason: str
    traceback: str = ""


class Adopting(_Message, frozen=True):
    """How far the reading of a file is: what is `doing`, and the `share` of that which is done."""

    doing: str
    share: float


class Adopted(_Message, frozen=True):
    """The tensors of a file are kept at `path`; `sha256` is that of the file itself."""

    path: str
    sha256: str


class AdoptFailed(_Message, frozen=True):
    """A file has no weights that can be used, or they cannot be kept."""

    reason: str


Event = (
    Adopting
    | Adopted
    | AdoptFailed
    | Exported
    | ExportFailed
    | Ready
    | Started
    | Steps
    | Epoch
    | Maps
    | ProbeImage
    | Paused
    | Resumed
    | Finished
    | Failed
    | Examined
)
