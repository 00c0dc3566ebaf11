"""The fields of the recipe form, with bounds and defaults read from `Recipe` itself. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from app.data.names import BUILT_IN, PHOTOGRAPHS, SHAPES, SYNTHETIC
from app.training.recipe import Recipe
from app.training.schedules import moves
from nodes.errors import ParameterError
from nodes.spec import Kind, Param

_KINDS = {int: Kind.INT, float: Kind.FLOAT, bool: Kind.BOOL}
_HINTS = get_type_hints(Recipe, include_extras=True)
USUAL = Recipe()

# Two fields a row, as people read them. The data itself stands above the first group.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Data": (
        "batch_size", "validation_share", "own_split", "distinct", "samples", "fit", "classes",
        "workers",
    ),
    "Augmentation": (
        "flip", "crop", "shift", "rotate", "zoom", "brightness", "contrast", "saturation", "hue",
        "lighting", "cutout", "mixup", "cutmix", "rich", "normalise", "mean", "deviation",
    ),
    "Optimiser": (
        "optimizer", "learning_rate", "momentum", "nesterov", "weight_decay", "decay_norms",
        "clip", "accumulate",
    ),
    "Schedule": (
        "epochs", "steps", "schedule", "warmup", "step_every", "step_factor", "patience",
    ),
    "Loss": ("loss", "label_smoothing", "balanced", "class_weights"),
    "Precision and device": (
        "device", "precision", "processes", "sync_norms", "channels_last", "compile",
        "deterministic",
    ),
    "Run": ("seed", "ema", "stop_after", "keep_best", "checkpoint_minutes", "tensorboard"),
}  # fmt: skip
LABELS: Mapping[str, tuple[str, str]] = {
    "batch_size": ("Batch size", "Images per step: the gradient is their mean."),
    "validation_share": (
        "Validation",
        "Share of the images, between 0 and 1, that is never learnt from and only measured on.",
    ),
    "samples": ("Samples", "How many figures are drawn."),
    "own_split": (
        "Own split",
        "Takes the parts for training and validation that the data itself has, where it has any.",
    ),
    "distinct": (
        "No duplicates",
        "Leaves out of training what is among the images for validation, too.",
    ),
    "fit": (
        "Fit",
        "What becomes of images of another proportion than the network's. stretch: they are "
        "distorted. crop: what sticks out is lost. pad: black fills what is missing.",
    ),
    "classes": (
        "Classes",
        "Takes the first so many classes of the data; 0: all. Of more than it has, the rest have "
        "no image.",
    ),
    "workers": ("Readers", "Threads that read images ahead; 0 takes as many as help."),
    "flip": ("Flip", "Mirrors one image in two, sideways or upside down."),
    "crop": ("Crop", "Pads the image by so many pixels, and cuts it out again at a random place."),
    "shift": ("Shift", "Moves the image by up to this share of its side."),
    "rotate": ("Rotation", "Turns the image by up to so many degrees to either side."),
    "zoom": ("Zoom", "Makes the image larger or smaller by up to this share."),
    "brightness": ("Brightness", "Makes the image lighter or darker by up to this share."),
    "contrast": ("Contrast", "Changes the contrast by up to this share."),
    "saturation": ("Saturation", "Changes how strong the colours are by up to this share."),
    "hue": ("Hue", "Turns the colours by up to this share of the colour wheel."),
    "lighting": (
        "Lighting",
        "Noise along the main directions of the colours (Krizhevsky, 2012), in deviations.",
    ),
    "cutout": ("Cutout", "Blanks a square with this share of the side (DeVries, 2017)."),
    "mixup": ("Mixup", "Mixes two images and their labels; alpha of the Beta distribution."),
    "cutmix": (
        "Cutmix",
        "Pastes a piece of one image into another, and mixes the labels; alpha of the Beta "
        "distribution.",
    ),
    "rich": (
        "Policy",
        "Random transforms of many kinds: trivial is TrivialAugment (Müller, 2021), rand is "
        "RandAugment (Cubuk, 2020). They need the package kornia.",
    ),
    "normalise": (
        "Normalise",
        "data: by the mean and deviation of the training images. given: by those below. "
        "none: values from 0 to 1.",
    ),
    "mean": ("Mean", "Of each channel, of values from 0 to 1."),
    "deviation": ("Deviation", "Of each channel, of values from 0 to 1."),
    "optimizer": (
        "Optimiser",
        "sgd: stochastic gradient descent with momentum. adam: Adam (Kingma and Ba, 2015). "
        "adamw: Adam with decoupled weight decay (Loshchilov and Hutter, 2019). rmsprop: steps by "
        "the size of recent gradients (Hinton, 2012). adagrad: by that of all gradients so far "
        "(Duchi, 2011).",
    ),
    "learning_rate": (
        "Learning rate",
        "Size of a step. Too large diverges, too small is slow.",
    ),
    "momentum": ("Momentum", "Share of the former step that is kept in the next."),
    "nesterov": ("Nesterov", "Takes the gradient where the momentum leads to (Nesterov, 1983)."),
    "weight_decay": ("Weight decay", "Pull of the weights towards zero; 0 is none."),
    "decay_norms": ("Decay norms", "Whether the decay pulls on norms and biases, too."),
    "clip": ("Clip norm", "Greatest norm of the gradient; a longer one is shortened. 0: any."),
    "accumulate": (
        "Accumulate",
        "Batches whose gradients are added up before a step: a larger batch in the same memory.",
    ),
    "epochs": ("Epochs", "How often the training images are gone through."),
    "steps": ("Steps", "Ends the run after so many steps; 0: after the epochs."),
    "schedule": (
        "Schedule",
        "cosine: the rate falls to zero along half a cosine. constant: it stays. step: it is "
        "multiplied by the factor every so many epochs. one-cycle: it rises and falls along "
        "cosines. plateau: it is multiplied by the factor when the validation stands still.",
    ),
    "warmup": ("Warmup", "Share of the run over which the rate rises, at most a half."),
    "step_every": ("Step every", "Epochs from one lowering of the rate to the next."),
    "step_factor": ("Factor", "What the rate is multiplied by when it is lowered."),
    "patience": ("Patience", "Epochs that may pass without a lower loss in the validation."),
    "loss": (
        "Loss",
        "cross-entropy: one class an image. bce: binary cross-entropy, each class by itself. "
        "mse: mean squared error against 1 for the class and 0 for the others.",
    ),
    "label_smoothing": (
        "Smoothing",
        "Share of the label that is spread over all classes (Szegedy, 2016).",
    ),
    "balanced": (
        "Balanced",
        "Weighs the classes so that rare ones count as much as frequent ones.",
    ),
    "class_weights": ("Class weights", "A number for each class, in their order: 1, 2, 0.5"),
    "device": ("Device", "Where to train. auto takes cuda, else mps, else cpu."),
    "precision": (
        "Precision",
        "auto: compute in 16 bits where that is safe: faster, with less memory; on cuda only. "
        "float32: in 32 bits throughout. float16, bfloat16: in these where torch can.",
    ),
    "processes": (
        "Processes",
        "Copies of the network that learn together, each from its part of every batch: on a GPU "
        "each, or all on the CPU.",
    ),
    "sync_norms": (
        "Joint norms",
        "Batch normalisation over the whole batch, not over the part of each process; on cuda "
        "only.",
    ),
    "channels_last": (
        "Channels last",
        "Keeps the channels of a pixel side by side: faster on some devices.",
    ),
    "compile": ("Compile", "The network is compiled first: a slow start, then faster steps."),
    "deterministic": (
        "Deterministic",
        "Only algorithms that give the same numbers every time; slower on cuda.",
    ),
    "seed": ("Seed", "Start of the random numbers. The same seed on CPU gives the same numbers."),
    "ema": (
        "Averaging",
        "What is kept at each step of the moving average of the weights, which is validated then; "
        "0.999 is usual. 0: no average.",
    ),
    "stop_after": (
        "Stop after",
        "Ends the run after so many epochs without a better one; 0: never.",
    ),
    "keep_best": ("Keep best", "Keeps the weights of the best epoch, too."),
    "checkpoint_minutes": (
        "Checkpoint",
        "Minutes from one checkpoint to the next; 0: after epochs only.",
    ),
    "tensorboard": ("TensorBoard", "Writes an event file for TensorBoard beside the run."),
}
UNITS = {
    "crop": "px", "rotate": "°", "step_every": "epochs", "patience": "epochs",
    "stop_after": "epochs", "checkpoint_minutes": "min",
}  # fmt: skip
# What 0, or no number, means where that is no amount.
NOTHING = {
    "classes": "all", "workers": "automatic", "steps": "by epochs", "warmup": "none",
    "weight_decay": "none", "clip": "no limit", "label_smoothing": "none",
    "class_weights": "all equal", "ema": "off", "stop_after": "never",
    "checkpoint_minutes": "by epochs",
}  # fmt: skip
_WHERE: Mapping[str, Callable[[Recipe], bool]] = {
    "samples": lambda r: r.data == SHAPES,
    "own_split": lambda r: r.data not in BUILT_IN,
    "distinct": lambda r: r.data not in BUILT_IN,
    "fit": lambda r: r.data not in BUILT_IN,
    "classes": lambda r: r.data not in (SYNTHETIC, PHOTOGRAPHS),
    "momentum": lambda r: r.optimizer in ("sgd", "rmsprop"),
    "nesterov": lambda r: r.optimizer == "sgd" and r.momentum > 0,
    "step_every": lambda r: r.schedule == "step",
    "step_factor": lambda r: r.schedule in ("step", "plateau"),
    "patience": lambda r: r.schedule == "plateau",
    "sync_norms": lambda r: r.processes > 1,
    "mean": lambda r: r.normalise == "given",
    "deviation": lambda r: r.normalise == "given",
}


class _Numbers(Param):
    """As many numbers as are wanted, or none."""

    def check(self, value: object) -> Any:
        many = value if isinstance(value, tuple) else () if value is None else (value,)
        return tuple(float(_NUMBER.check(each)) for each in many)  # type: ignore[arg-type]


_NUMBER = Param("number", Kind.FLOAT, 0.0, "")


def param(name: str, recipe: Recipe = USUAL) -> Param:
    """The declaration of a field of the recipe; what `recipe` has there is the default."""
    hint, told, usual = _HINTS[name], LABELS[name][1], getattr(recipe, name)
    if get_origin(hint) is Literal:
        return Param(name, Kind.CHOICE, usual, told, choices=get_args(hint))
    if get_origin(hint) is tuple:
        return _Numbers(name, Kind.INTS, usual, told)
    meta = _meta(name)
    kind, unit = _KINDS[hint if meta is None else get_args(hint)[0]], UNITS.get(name, "")
    if meta is None:
        return Param(name, kind, usual, told)
    return Param(name, kind, usual, told, meta.ge, meta.le, meta.gt, unit)


def changed(recipe: Recipe, name: str, value: Any) -> Recipe:
    """The recipe with one field set to a value that its declaration has let pass.

    Raises:
        ParameterError: the recipe itself refuses it, such as by an exclusive upper bound.
    """
    meta = _meta(name)
    if meta is not None and meta.lt is not None and value >= meta.lt:
        raise ParameterError(name, f"must be less than {meta.lt}, not {value}")
    return msgspec.structs.replace(recipe, **{name: value})


def counts(name: str, recipe: Recipe) -> bool:
    """Whether a field means anything beside what the others of a recipe say."""
    return name not in _WHERE or _WHERE[name](recipe)


def change_words(name: str, recipe: Recipe, new: str, old: str) -> str:
    """For the curves of a run in which a field is another from now on."""
    if name == "learning_rate" and moves(recipe):
        return f"Peak learning rate now {new}, was {old}"
    label = LABELS[name][0]
    return f"{label} now {new}, was {old}"


def differs(name: str, recipe: Recipe, usual: Recipe = USUAL) -> bool:
    """Whether a field is not as usual."""
    return bool(getattr(recipe, name) != getattr(usual, name))


def _meta(name: str) -> Meta | None:
    extras = getattr(_HINTS[name], "__metadata__", ())
    return next((e for e in extras if isinstance(e, Meta)), None)
