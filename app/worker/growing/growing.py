"""Makes another network of the one that learns, and tells what that changes of its outputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from msgspec.structs import replace
from torch import Tensor, nn

from app.training.messages import Adapt, Graft, Rehearse, Rehearsed, Start
from app.worker import generators
from app.worker.draws import mix
from app.worker.errors import RunError
from app.worker.growing.grafting import graft
from app.worker.growing.moments import adapted
from app.worker.loading import build, require_weights
from app.worker.parts import Feed, Learner
from app.worker.watch.untouched import untouched

IMAGES = 64  # of the validation, on which the outputs are compared


@dataclass(frozen=True)
class Compared:
    """The greatest difference of two networks' outputs, those of the first reaching to `scale`.

    The best guess is the `same` for a share of the images.
    """

    difference: float
    scale: float
    same: float


def network_of(start: Start, grafts: Sequence[Graft], old: nn.Module, feed: Feed) -> nn.Module:
    """The network of a start, as it begins with what another one has learned.

    The generators of random numbers are left where they are.

    Raises:
        RunError: it does not take the data of the run, or a graft does not fit.
        Exception: whatever its source raises.
    """
    device = next(old.parameters()).device
    images = feed.images(range(IMAGES)).inputs
    if tuple(images.shape[1:]) != start.input_shape:
        told = "×".join(map(str, start.input_shape)), "×".join(map(str, images.shape[1:]))
        raise RunError(
            f"The network takes {told[0]} now, and the data of this run is {told[1]}; start anew."
        )
    tensors, plain = generators.state()
    generators.seed(mix(start.recipe.seed, "growing", *(each.key for each in grafts)))
    try:
        network = build(start, device)
    finally:
        generators.load(tensors, plain)
    require_weights(network)
    graft(network, old.state_dict(), grafts, images)
    return network


def compared(old: nn.Module, new: nn.Module, feed: Feed) -> Compared:
    """Raises RunError: their outputs are not of one shape."""
    images = feed.images(range(IMAGES)).inputs
    before, after = _outputs(old, images), _outputs(new, images)
    if [tensor.shape[1:] for tensor in before] != [tensor.shape[1:] for tensor in after]:
        raise RunError("What the network gives has another shape now; start anew.")
    apart = [float((a - b).abs().max()) for a, b in zip(before, after, strict=True)]
    same = (before[0].argmax(1) == after[0].argmax(1)).float().mean()
    return Compared(max(apart), float(before[0].abs().max()), float(same))


def rehearsed(wish: Rehearse, learner: Learner, feed: Feed) -> Rehearsed:
    """What would come of an Adapt; a network that cannot be made is told, too."""
    try:
        network = network_of(wish.start, wish.grafts, learner.raw, feed)
        found = compared(learner.raw, network, feed)
    except Exception as error:  # the network's own code may raise anything
        return Rehearsed(reason=str(error) or type(error).__name__)
    images = min(IMAGES, feed.val)
    return Rehearsed(found.difference, found.scale, found.same, images)


def state_of(adapt: Adapt, learner: Learner, network: nn.Module) -> dict[str, Tensor]:
    """What the learner of another network goes on with, from that of the one before."""
    tensors, _ = learner.state()
    return adapted(tensors, adapt.grafts, network.state_dict())


def in_force(adapt: Adapt, now: Start) -> Adapt:
    """The same with what stays of a run, whatever its network: recipe, folder and threads."""
    start = replace(
        adapt.start,
        recipe=now.recipe,
        folder=now.folder,
        threads=now.threads,
        resume=False,
        before=0,
        weights=None,
    )
    return replace(adapt, start=start)


def _outputs(network: nn.Module, images: Tensor) -> tuple[Tensor, ...]:
    with untouched(network, evaluating=True), torch.no_grad():
        found = network(images)
    return (found,) if isinstance(found, Tensor) else found
