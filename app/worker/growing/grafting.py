"""The tensors of a network, made of those of the one before as its grafts tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch
from torch import Tensor, nn

from app.training.messages import BEGUN, Graft
from app.worker.draws import mix, uniform
from app.worker.errors import RunError
from app.worker.watch.untouched import untouched

# By which share at most the parts of a weight that is shared out among copies of a unit differ.
# Were they alike, so would be all that the copies ever learn.
APART = 0.25
_Norm = nn.modules.batchnorm._BatchNorm


def graft(
    network: nn.Module, old: Mapping[str, Tensor], grafts: Iterable[Graft], inputs: Tensor
) -> None:
    """Fills a network with the tensors of another one.

    Normalisations that are to change nothing are measured on the inputs.

    Raises:
        RunError: a tensor is not there, or does not fit.
    """
    places, norms = network.state_dict(), list[_Norm]()
    with torch.no_grad():
        for each in grafts:
            if each.key not in places or (each.source and each.source not in old):
                raise RunError(f"There is no tensor {each.key} to go on with; start anew.")
            place = places[each.key]
            match each.how:
                case "copy" | "gather":
                    _fill(place, gathered(old[each.source], each, place), each.key)
                case "zeros" | "ones":
                    place.fill_(each.how == "ones")
                case "identity":
                    module = network.get_submodule(each.key.rpartition(".")[0])
                    if isinstance(module, _Norm):
                        norms.append(module)
                    else:
                        _make_identity(module, place)
    _settle(network, norms, inputs)


def gathered(tensor: Tensor, how: Graft, begun: Tensor) -> Tensor:
    """What a tensor becomes; where nothing is behind it, it is as `begun`, or zero."""
    made = _picked(tensor, how)
    for axis, counts in how.divide:
        places = dict(how.gathers)[axis]
        made = made * _shares(made, axis, places, counts, mix(0, how.key, axis))
    for axis, places in how.gathers:
        nothing = torch.tensor([place < 0 for place in places], device=made.device)
        if bool(nothing.any()):
            begins = torch.tensor([place == BEGUN for place in places], device=made.device)
            shape = [-1 if k == axis else 1 for k in range(made.ndim)]
            filled = begun * begins.reshape(shape).to(made.dtype)
            made = torch.where(nothing.reshape(shape), filled, made)
    return made


def moved(tensor: Tensor, how: Graft, power: int) -> Tensor:
    """What becomes of a moment of the gradient to a weight: the mean at power 1, its square at 2.

    A gradient is shared among the copies of a unit as what they are read by is.
    """
    made = _picked(tensor, how)
    divided = dict(how.divide)
    for axis, places in how.gathers:
        shape = [-1 if k == axis else 1 for k in range(made.ndim)]
        times = [0.0 if place < 0 else 1.0 / places.count(place) for place in places]
        if axis in divided:
            times = [0.0 if place < 0 else 1.0 for place in places]
        factor = torch.tensor(times, dtype=made.dtype, device=made.device) ** power
        made = made * factor.reshape(shape)
    return made


def _picked(tensor: Tensor, how: Graft) -> Tensor:
    made = tensor
    for axis, places in how.gathers:
        index = torch.tensor([max(place, 0) for place in places], device=tensor.device)
        made = made.index_select(axis, index)
    return made


def _shares(
    made: Tensor, axis: int, places: tuple[int, ...], counts: tuple[int, ...], key: int
) -> Tensor:
    """Of every weight, which sum up to 1 over the copies of a unit."""
    moved = made.movedim(axis, 0)
    indices = torch.arange(moved.numel(), device=made.device)
    drawn = (2 * uniform(key, indices)[:, 0] - 1).reshape(moved.shape) * APART
    group = torch.tensor([max(place, 0) for place in places], device=made.device)
    times = torch.tensor(counts, dtype=drawn.dtype, device=made.device)
    times = times.reshape(-1, *[1] * (moved.ndim - 1))
    sums = torch.zeros((int(group.max()) + 1, *moved.shape[1:]), device=made.device)
    mean = sums.index_add(0, group, drawn).index_select(0, group) / times
    return ((1 + drawn - mean) / times).movedim(0, axis)


def _fill(place: Tensor, made: Tensor, key: str) -> None:
    if place.shape != made.shape:
        raise RunError(f"{key} is of another shape than what it is made of; start anew.")
    place.copy_(made)


def _make_identity(module: nn.Module, weight: Tensor) -> None:
    if weight.ndim == 2:
        nn.init.eye_(weight)
    else:
        nn.init.dirac_(weight, int(getattr(module, "groups", 1)))


def _settle(network: nn.Module, norms: list[_Norm], inputs: Tensor) -> None:
    """Gives normalisations the statistics of what enters them, which they then give back."""

    def measure(module: nn.Module, entering: tuple[Tensor]) -> None:
        assert isinstance(module, _Norm)
        value = entering[0].float()
        variance, mean = torch.var_mean(value, [0, *range(2, value.ndim)], correction=0)
        for place, found in (
            (module.running_mean, mean),
            (module.running_var, variance),
            (module.bias, mean),
            (module.weight, (variance + module.eps).sqrt()),
        ):
            assert place is not None
            place.copy_(found)

    if not norms:
        return
    hooks = [norm.register_forward_pre_hook(measure) for norm in norms]
    try:
        with untouched(network, evaluating=True), torch.no_grad():
            network(inputs)
    finally:
        for hook in hooks:
            hook.remove()
