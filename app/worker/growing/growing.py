"""Makes another network of the one that learns, and tells what that changes of its outputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from msgspec.structs import replace
from torch import Tensor, nn

from app.training.messages import Adapt, Graft, Grown, Rehearse, Rehearsed, Start
from app.weights.entry import COUNTER
from app.worker import generators
from app.worker.draws import mix
from app.worker.errors import RunError, explain
from app.worker.growing.grafting import graft
from app.worker.growing.moments import adapted
from app.worker.knobs import Knobs
from app.worker.loading import build, require_weights
from app.worker.parts import Feed, Learner, Watcher
from app.worker.results.clerk import Clerk
from app.worker.watch.untouched import untouched

IMAGES = 64  # of the validation, on which the outputs are compared


@dataclass(frozen=True)
class Parts:
    """What of a run is another with another network."""

    learner: Learner
    knobs: Knobs
    watcher: Watcher
    clerk: Clerk


@dataclass(frozen=True)
class Successor:
    """`adapt` is as the run keeps it: with the recipe in force."""

    adapt: Adapt
    parts: Parts
    told: Grown


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
    generators.seed(mix(start.recipe.seed, "growing", *(each.key for each in grafts)) % (1 << 32))
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


class Grower:
    """Has a run go on with another network; one that cannot be made leaves the run as it is."""

    def __init__(
        self, feed: Feed, equip: Callable[[Start, nn.Module], Parts], *, several: bool = False
    ) -> None:
        """`equip` gives a network all that a run has of its own; `several` processes learn."""
        self._feed = feed
        self._equip = equip
        self._several = several

    def rehearse(self, wish: Rehearse, learner: Learner) -> Rehearsed:
        """What would come of an Adapt; why, where nothing would."""
        try:
            _, found = self._made(wish.start, wish.grafts, learner)
        except RunError as error:
            return Rehearsed(reason=str(error))
        images = min(IMAGES, self._feed.val)
        return Rehearsed(found.difference, found.scale, found.same, images)

    def grow(self, adapt: Adapt, step: int, now: Start, learner: Learner) -> Successor:
        """What a run goes on with, from a step on; `now` is what it has been started with.

        Raises:
            RunError: it cannot; says why.
        """
        adapt = _in_force(adapt, now)
        network, found = self._made(adapt.start, adapt.grafts, learner)
        tensors, plain = learner.state()
        state = adapted(tensors, adapt.grafts, network.state_dict())
        parts = self._equip(adapt.start, network)
        parts.learner.load(state, plain)
        how = Counter(each.how for each in adapt.grafts if not each.key.endswith(COUNTER))
        told = Grown(
            step=step,
            kept=how["copy"],
            widened=how["gather"],
            inserted=how["identity"] + how["zeros"] + how["ones"],
            fresh=how["initial"],
            difference=found.difference,
            words=adapt.words,
        )
        return Successor(adapt, parts, told)

    def _made(
        self, start: Start, grafts: Sequence[Graft], learner: Learner
    ) -> tuple[nn.Module, Compared]:
        """Raises RunError."""
        if self._several:
            raise RunError("A network that several processes train together cannot be changed.")
        try:
            network = network_of(start, grafts, learner.raw, self._feed)
            return network, compared(learner.raw, network, self._feed)
        except RunError:
            raise
        except Exception as error:  # the network's own code may raise anything
            doing = "making the network anew"
            raise RunError(explain(error, start, doing).reason) from error


def _in_force(adapt: Adapt, now: Start) -> Adapt:
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
