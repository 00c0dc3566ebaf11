"""How a network is trained: a value that stands beside the network in its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import asdict

from app.data.names import BUILT_IN, DIGITS, PHOTOGRAPHS, Fit
from app.images import is_image
from nodes.errors import DocumentError

Optimizer = Literal["sgd", "adam", "adamw", "rmsprop", "adagrad"]
Schedule = Literal["cosine", "constant", "step", "one-cycle", "plateau"]
Precision = Literal["auto", "float32", "float16", "bfloat16"]
Loss = Literal["cross-entropy", "bce", "mse"]
Device = Literal["auto", "cpu", "cuda", "mps"]
Flip = Literal["none", "horizontal", "vertical", "both"]
Rich = Literal["none", "trivial", "rand"]
Normalise = Literal["data", "given", "none"]
Share = Annotated[float, Meta(ge=0, le=1)]
LARGEST_BATCH = 65_536


def looked_at(data: str) -> bool:
    """Whether data of this name is only looked at: the photographs, or an image of one's own."""
    return data == PHOTOGRAPHS or (data not in BUILT_IN and is_image(data))


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that decides the numbers of a run.

    `data` is "digits", "shapes": `samples` drawn figures, the path of a folder with one folder of
    images per class or with the original files of MNIST, Fashion-MNIST or CIFAR, the path of a .csv
    or .npz file, "photographs" or the path of one image, of which feature maps are shown and
    nothing is learned, or "synthetic": random patterns, no real data, in the shape of the network's
    input and for as many classes as it has. `momentum` is for sgd and rmsprop. `precision` "auto"
    computes in 16 bits where that is safe, on cuda only. Every `schedule` raises the learning rate
    over the first share `warmup` of the run; "cosine" then lowers it to zero along half a cosine.

    It stays flat, so that a document holds it as plain values, one a line.
    """

    data: Annotated[str, Meta(min_length=1)] = DIGITS
    validation_share: Annotated[float, Meta(gt=0, lt=1)] = 0.2
    batch_size: Annotated[int, Meta(ge=1, le=LARGEST_BATCH)] = 32
    epochs: Annotated[int, Meta(ge=1, le=100_000)] = 5
    optimizer: Optimizer = "adam"
    learning_rate: Annotated[float, Meta(gt=0, le=100)] = 0.005
    schedule: Schedule = "cosine"
    momentum: Annotated[float, Meta(ge=0, lt=1)] = 0.9
    weight_decay: Annotated[float, Meta(ge=0, le=10)] = 0.0
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 0
    device: Device = "auto"
    precision: Precision = "auto"
    samples: Annotated[int, Meta(ge=20, le=10_000_000)] = 4000  # of shapes
    fit: Fit = "stretch"
    classes: Annotated[int, Meta(ge=0, le=100_000)] = 0  # the first so many; 0: all
    own_split: bool = True  # whether the parts count that the data itself has
    distinct: bool = False  # nothing is learned from that is validated on, too
    steps: Annotated[int, Meta(ge=0, le=10**9)] = 0  # 0: as many as the epochs have
    nesterov: bool = False
    decay_norms: bool = True  # whether the decay pulls on norms and biases, too
    warmup: Annotated[float, Meta(ge=0, le=0.5)] = 0.1  # share of the run
    step_every: Annotated[int, Meta(ge=1, le=100_000)] = 30  # epochs
    step_factor: Annotated[float, Meta(gt=0, lt=1)] = 0.1  # of step and of plateau
    patience: Annotated[int, Meta(ge=1, le=100_000)] = 5  # epochs of a plateau
    loss: Loss = "cross-entropy"
    class_weights: tuple[Annotated[float, Meta(ge=0)], ...] = ()
    balanced: bool = False  # class weights from the counts
    label_smoothing: Annotated[float, Meta(ge=0, lt=1)] = 0.0
    clip: Annotated[float, Meta(ge=0)] = 0.0  # greatest norm of the gradient; 0: any
    accumulate: Annotated[int, Meta(ge=1, le=4096)] = 1
    channels_last: bool = False
    compile: bool = False
    deterministic: bool = False
    ema: Annotated[float, Meta(ge=0, lt=1)] = 0.0  # what is kept at each step; 0: no average
    stop_after: Annotated[int, Meta(ge=0, le=100_000)] = 0  # epochs without a better one; 0: never
    keep_best: bool = True
    processes: Annotated[int, Meta(ge=1, le=64)] = 1  # that share every batch
    sync_norms: bool = False  # whether BatchNorm is over the batch of all processes, on cuda
    workers: Annotated[int, Meta(ge=0, le=64)] = 0  # that read data; 0: as many as help
    checkpoint_minutes: Annotated[float, Meta(ge=0, le=1440)] = 5.0  # 0: after epochs only
    tensorboard: bool = False
    crop: Annotated[int, Meta(ge=0, le=256)] = 0  # pixels of padding that a crop may take
    shift: Share = 0.0  # of the side
    flip: Flip = "none"
    rotate: Annotated[float, Meta(ge=0, le=180)] = 0.0  # degrees to either side
    zoom: Share = 0.0
    brightness: Share = 0.0
    contrast: Share = 0.0
    saturation: Share = 0.0
    hue: Annotated[float, Meta(ge=0, le=0.5)] = 0.0
    lighting: Share = 0.0  # PCA noise, in deviations
    cutout: Share = 0.0  # side of the square, as share of the image's
    mixup: Annotated[float, Meta(ge=0, le=8)] = 0.0  # alpha of the Beta distribution
    cutmix: Annotated[float, Meta(ge=0, le=8)] = 0.0
    rich: Rich = "none"
    normalise: Normalise = "data"
    mean: tuple[float, ...] = ()  # of values from 0 to 1, a channel each
    deviation: tuple[Annotated[float, Meta(gt=0)], ...] = ()

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
        """As a document holds it: the twelve that every run is about, and what is not as usual."""
        kept = {k: v for k, v in asdict(self).items() if k in ALWAYS or v != _USUAL[k]}
        return {k: list(v) if isinstance(v, tuple) else v for k, v in kept.items()}


ALWAYS = Recipe.__struct_fields__[:12]
_USUAL: Mapping[str, Any] = asdict(Recipe())
AUGMENTATION = (
    "crop", "shift", "flip", "rotate", "zoom", "brightness", "contrast", "saturation", "hue",
    "lighting", "cutout", "mixup", "cutmix", "rich",
)  # fmt: skip
# What may change in mid-run. The length may not: the schedule would be another from the start.
LIVE = frozenset(
    {"learning_rate", "weight_decay", "clip", "label_smoothing", "stop_after", *AUGMENTATION}
)
# What decides which images are learned from, and how they are read.
_DATA = (
    "data", "validation_share", "seed", "samples", "fit", "classes", "own_split", "distinct",
)  # fmt: skip


def of_data(recipe: Recipe, more: Iterable[str] = ()) -> Recipe:
    """One with what a recipe says of data, and with these fields; all else is as usual."""
    return Recipe(**{name: getattr(recipe, name) for name in (*_DATA, *more)})
