"""The fields of the recipe form, with bounds and defaults read from `Recipe` itself. No widgets."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from app.training.recipe import Recipe
from app.training.waiting import HEEDED
from nodes.errors import ParameterError
from nodes.spec import Kind, Param

_KINDS = {int: Kind.INT, float: Kind.FLOAT, bool: Kind.BOOL}
_HINTS = get_type_hints(Recipe, include_extras=True)
_DEFAULTS = msgspec.structs.asdict(Recipe())

# Two fields a row, as people read them: first what is most often changed.
LABELS = {
    "epochs": ("Epochs", "How often the training images are gone through."),
    "batch_size": ("Batch size", "Images per step: the gradient is their mean."),
    "learning_rate": ("Learning rate", "Size of a step. Too large diverges, too small is slow."),
    "schedule": (
        "Schedule",
        "cosine: the rate rises over the first tenth of the run, then falls to zero along half "
        "a cosine. constant: it stays.",
    ),
    "optimizer": (
        "Optimiser",
        "sgd: stochastic gradient descent with momentum. adam: Adam (Kingma and Ba, 2015). "
        "adamw: Adam with decoupled weight decay (Loshchilov and Hutter, 2019).",
    ),
    "momentum": ("Momentum", "Share of the former step that is kept in the next; for sgd."),
    "weight_decay": ("Weight decay", "Pull of the weights towards zero; 0 is none."),
    "validation_share": (
        "Validation",
        "Share of the images, between 0 and 1, that is never learnt from and only measured on.",
    ),
    "seed": ("Seed", "Start of the random numbers. The same seed on CPU gives the same numbers."),
    "device": ("Device", "Where to train. auto takes cuda, else mps, else cpu."),
    "precision": (
        "Precision",
        "auto: compute in 16 bits where that is safe: faster, with less memory; on cuda only. "
        "float32: in 32 bits throughout.",
    ),
}


def param(name: str) -> Param:
    """The declaration of a field of the recipe."""
    hint, told = _HINTS[name], LABELS[name][1]
    if get_origin(hint) is Literal:
        return Param(
            name, Kind.CHOICE, _DEFAULTS[name], told, choices=HEEDED.get(name, get_args(hint))
        )
    meta = _meta(name)
    kind = _KINDS[hint if meta is None else get_args(hint)[0]]
    if meta is None:
        return Param(name, kind, _DEFAULTS[name], told)
    return Param(name, kind, _DEFAULTS[name], told, minimum=meta.ge, maximum=meta.le, above=meta.gt)


def changed(recipe: Recipe, name: str, value: Any) -> Recipe:
    """The recipe with one field set to a value that its declaration has let pass.

    Raises:
        ParameterError: the value is not below the recipe's exclusive upper bound.
    """
    meta = _meta(name)
    if meta is not None and meta.lt is not None and value >= meta.lt:
        raise ParameterError(name, f"must be less than {meta.lt}, not {value}")
    return msgspec.structs.replace(recipe, **{name: value})


def _meta(name: str) -> Meta | None:
    extras = getattr(_HINTS[name], "__metadata__", ())
    return next((e for e in extras if isinstance(e, Meta)), None)
