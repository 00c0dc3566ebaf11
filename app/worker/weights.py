"""The weights that a network begins with, where they come from a file."""

from __future__ import annotations

import torch
from safetensors import SafetensorError, safe_open
from torch import nn

from app.training.messages import Initial
from app.worker.errors import RunError

NAMED = 3  # tensors that are told by their names; of more, how many


def begin_with(network: nn.Module, initial: Initial) -> str:
    """Takes tensors of a file over into a network; a sentence on which.

    All other tensors stay as they are. Numbers of another precision are converted.

    Raises:
        RunError: the file cannot be read, or one of these tensors does not fit.
    """
    places = network.state_dict()
    try:
        with safe_open(initial.path, framework="pt") as file, torch.no_grad():
            there = set(file.keys())
            for ours, theirs in initial.keys:
                if theirs not in there or ours not in places:
                    lacking = "network" if theirs in there else f"file {initial.name}"
                    name = ours if theirs in there else theirs
                    raise RunError(f"The {lacking} has no tensor {name}; load the weights again.")
                tensor = file.get_tensor(theirs)
                if tensor.shape != places[ours].shape:
                    raise RunError(
                        f"{ours} is {_shape(places[ours])}, and {theirs} in {initial.name} is "
                        f"{_shape(tensor)}; load the weights again."
                    )
                places[ours].copy_(tensor)
    except (SafetensorError, OSError) as error:
        raise RunError(
            f"The weights of {initial.name} cannot be read ({error}); load them again."
        ) from None
    taken = {ours for ours, _ in initial.keys}
    return _told(initial.name, len(places), [key for key in places if key not in taken])


def _told(name: str, total: int, left: list[str]) -> str:
    told = f"Began with {total - len(left):,} of {total:,} tensors of {name}"
    if not left:
        return told
    if len(left) > NAMED:
        return f"{told}; {', '.join(left[:NAMED])} and {len(left) - NAMED:,} more are new"
    return f"{told}; {' and '.join(left)} {'is' if len(left) == 1 else 'are'} new"


def _shape(tensor: torch.Tensor) -> str:
    return "×".join(map(str, tensor.shape)) or "one number"
