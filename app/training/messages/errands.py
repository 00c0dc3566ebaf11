"""What a worker does beside training: custom layers, files of networks and of weights."""

from __future__ import annotations

from typing import Literal

from app.training.messages.base import Message
from app.training.messages.commands import Initial
from nodes.custom import Question
from nodes.spec import Shape

ExportFormat = Literal["onnx", "pt2", "safetensors"]
LAYERS = "layers"  # the argument of a worker that runs custom layers, and trains nothing
LAYER_SECONDS = 10.0  # that a custom layer may take
WEIGHTS = "weights"  # the argument of a worker that reads files with weights


class Examine(Message, frozen=True):
    """Run a custom layer once and say what it does; for a worker started with `LAYERS`.

    One that takes longer than `seconds` is stopped, and the worker with it.
    """

    question: Question
    seconds: float = LAYER_SECONDS


class Export(Message, frozen=True):
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


class Adopt(Message, frozen=True):
    """Read a file with weights, and keep its tensors in `folder`; for a worker with `WEIGHTS`.

    They are kept as .safetensors, named by the hash of the file. Answered by any number of Adopting
    and one Adopted or AdoptFailed.
    """

    path: str
    folder: str


class Examined(Message, frozen=True):
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


class Exported(Message, frozen=True):
    """A file was written and checked; `sentence` tells what it holds and how exact it is."""

    path: str
    sentence: str


class ExportFailed(Message, frozen=True):
    """A file could not be written; one that was there before is untouched."""

    path: str
    reason: str
    traceback: str = ""


class Adopting(Message, frozen=True):
    """How far the reading of a file is: what is `doing`, and the `share` of that which is done."""

    doing: str
    share: float


class Adopted(Message, frozen=True):
    """The tensors of a file are kept at `path`; `sha256` is that of the file itself."""

    path: str
    sha256: str


class AdoptFailed(Message, frozen=True):
    """A file has no weights that can be used, or they cannot be kept."""

    reason: str
