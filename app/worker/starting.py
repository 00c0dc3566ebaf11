"""A run put together of its parts, from what was asked for."""

from __future__ import annotations

from functools import partial

import torch
from torch import nn

from app.training.messages import Change, Start
from app.training.recipe import Recipe
from app.training.schedules import length
from app.worker import generators
from app.worker.begun import started
from app.worker.commands import Commands, Job
from app.worker.devices import describe, set_determinism
from app.worker.draws import mix
from app.worker.feeding.start import open_feed
from app.worker.growing.growing import Grower, Parts
from app.worker.keeper import NoKeeper
from app.worker.knobs import Knobs
from app.worker.learner import Learner as OwnLearner
from app.worker.loading import build, build_probe, require_weights
from app.worker.loop import Run
from app.worker.outbox import Outbox
from app.worker.parts import Feed, Keeper, Learner
from app.worker.ranks.group import ALONE, Alone, Group
from app.worker.ranks.leading import RANDOM, Leader, LeadingKnobs
from app.worker.ranks.place import WHOLE, Place
from app.worker.results.clerk import Clerk
from app.worker.results.subject import Subject
from app.worker.results.validations import Validations
from app.worker.watch.equip import equip
from app.worker.weights import begin_with

NOTHING_KEPT = NoKeeper()


def prepare(
    job: Job,
    commands: Commands,
    outbox: Outbox,
    keeper: Keeper = NOTHING_KEPT,
    ranks: Alone = ALONE,
) -> Run:
    """Reads the data, builds the network and says that the run has started.

    It also sends the probe image and the maps at the beginning, which warms the probe up. Of
    several processes, `ranks`, this is the one that leads.

    Raises:
        RunError: the recipe, the data or the source cannot be used.
        Stopped: the run is no longer wanted.
        Exception: whatever the network raises.
    """
    start = job.start = keeper.start(job.start)
    recipe = start.recipe
    if threads := keeper.threads or start.threads:
        torch.set_num_threads(threads)
    feed, learner, begun = begin(job, ranks)
    device, network = ranks.device(recipe), learner.raw
    knobs = Knobs(start, learner, feed)
    if isinstance(ranks, Group):
        learner = Leader(learner, ranks)
        knobs = LeadingKnobs(start, learner, feed, ranks)
    for _, change in keeper.changes(0, keeper.step):
        if isinstance(change, Change):
            knobs.turn(change)
    found = keeper.resume(learner, feed.fingerprint)
    outbox.send(
        started(
            feed,
            network,
            describe(device, ranks.place.count),
            folder=start.folder,
            weights=begun,
            resumed_at=keeper.step,
            exact=keeper.inexact,
        )
    )
    parts = parts_of(start, feed, learner, knobs, commands, outbox)
    job.doing = "computing feature maps"
    parts.watcher.show(keeper.step)
    parts.clerk.validations.recall(keeper.step)
    grower = Grower(feed, partial(follower, feed, commands, outbox), several=ranks is not ALONE)
    return Run(job, commands, outbox, feed, parts, keeper, grower, found)


def parts_of(
    start: Start, feed: Feed, learner: Learner, knobs: Knobs, commands: Commands, outbox: Outbox
) -> Parts:
    """With what looks on, and who answers questions."""
    device = next(learner.raw.parameters()).device
    watcher = equip(
        start, feed, learner, device, outbox, lambda: commands.watch, lambda: knobs.recipe
    )
    clerk = clerk_of(start, feed, learner, commands, outbox)
    return Parts(learner, knobs, watcher, clerk)


def follower(
    feed: Feed, commands: Commands, outbox: Outbox, start: Start, network: nn.Module
) -> Parts:
    """What a run is made of that goes on with another network."""
    steps = length(start.recipe, feed.steps)
    learner = learner_of(start, start.recipe, network, feed, steps)
    return parts_of(start, feed, learner, Knobs(start, learner, feed), commands, outbox)


def begin(job: Job, ranks: Alone) -> tuple[Feed, Learner, str]:
    """What is the same in all processes that learn together: all but who leads.

    Raises:
        As `assemble`.
    """
    start, recipe = job.start, job.start.recipe
    ranks.take_threads()
    feed, network, begun = assemble(job, ranks.device(recipe), ranks.place)
    steps = length(recipe, feed.steps)
    learner = learner_of(start, recipe, network, feed, steps, ranks)
    if ranks.place.rank:  # or all would drop the same of their parts
        generators.seed(mix(recipe.seed, RANDOM, ranks.place.rank) % (1 << 32))
    return feed, learner, begun


def assemble(job: Job, device: torch.device, place: Place = WHOLE) -> tuple[Feed, nn.Module, str]:
    """Data, the network as it begins, and a sentence on weights that come from a file.

    Raises:
        RunError: the data or the source cannot be used.
        Stopped: the run is no longer wanted.
        Exception: whatever the network raises.
    """
    start = job.start
    set_determinism(start.recipe.deterministic)
    job.doing = "reading the data"
    feed = open_feed(start, device, job.check, place)
    job.doing = "building the network"
    generators.seed(start.recipe.seed)
    network = build(start, device)
    require_weights(network)
    begun = begin_with(network, start.weights) if start.weights is not None else ""
    if start.recipe.sync_norms and place.count > 1:
        network = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
    return feed, network, begun


def clerk_of(
    start: Start, feed: Feed, learner: Learner, commands: Commands, outbox: Outbox
) -> Clerk:
    """Who answers questions about what learns."""
    subject = Subject.of(start, feed, learner, build_probe(start))
    return Clerk(commands, outbox, subject, Validations(start, feed.classes, outbox))


def learner_of(
    start: Start,
    recipe: Recipe,
    network: nn.Module,
    feed: Feed,
    steps: int,
    ranks: Alone = ALONE,
) -> OwnLearner:
    """What learns for so many steps, by a recipe."""
    device = next(network.parameters()).device
    weights = [weight for _, weight in start.outputs]
    return OwnLearner(
        network, recipe, device, steps, weights, start.learning, feed.steps, feed.counts, ranks
    )
