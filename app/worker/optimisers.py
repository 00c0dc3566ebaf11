"""The optimisers, and what of a network each group of parameters is."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from app.training.recipe import Recipe

Groups = list[dict[str, Any]]
_FUSED = ("cpu", "cuda")


def make(groups: Groups, recipe: Recipe, device: str) -> torch.optim.Optimizer:
    """The optimiser of a recipe.

    Each group has `params`, the `factor` on its learning rate and whether it `decays`. All weights
    are updated by one kernel where torch has such a one, which is what small networks feel.
    """
    common: dict[str, Any] = {"lr": recipe.learning_rate}
    fused: dict[str, Any] = {**common, "fused": device in _FUSED}
    decaying = with_decay(groups, recipe)
    match recipe.optimizer:
        case "sgd":
            # without momentum there is nothing to look ahead along
            ahead = recipe.nesterov and recipe.momentum > 0
            return torch.optim.SGD(decaying, momentum=recipe.momentum, nesterov=ahead, **fused)
        case "adam":
            return torch.optim.Adam(decaying, **fused)
        case "adamw":
            return torch.optim.AdamW(decaying, **fused)
        case "rmsprop":
            return torch.optim.RMSprop(decaying, momentum=recipe.momentum, **common)
        case "adagrad":
            return torch.optim.Adagrad(decaying, **fused if device == "cpu" else common)


def with_decay(groups: Groups, recipe: Recipe) -> Groups:
    """The groups with the weight decay that each has."""
    return [{**g, "weight_decay": recipe.weight_decay if g["decays"] else 0.0} for g in groups]


def decays(network: nn.Module) -> dict[str, bool]:
    """Whether a parameter decays where norms and biases do not, by its name.

    What has one number a channel only scales or shifts: norms, biases, layer scales.
    """
    norms = tuple(
        f"{path}." for path, module in network.named_modules() if "Norm" in type(module).__name__
    )
    return {
        name: parameter.ndim > 1 and not name.endswith("bias") and not name.startswith(norms)
        for name, parameter in network.named_parameters()
    }
