"""Everything that looks at a run, put together."""

from __future__ import annotations

from collections.abc import Callable

import torch

from app.training.messages import Start, Watch
from app.training.recipe import Recipe
from app.training.schedules import length
from app.worker.guard import Stopper
from app.worker.loading import build_probe
from app.worker.outbox import Outbox
from app.worker.parts import Feed, Learner
from app.worker.probe import Prober
from app.worker.sample import Sample
from app.worker.watch.doctor import Doctor
from app.worker.watch.filters import Kernels, Statistics
from app.worker.watch.flow import Flow
from app.worker.watch.histograms import NodeHistograms
from app.worker.watch.history import MapHistory
from app.worker.watch.instrument import Instrument
from app.worker.watch.maps import FeatureMaps
from app.worker.watch.norms import Norms
from app.worker.watch.shares import Parts
from app.worker.watch.table import Table
from app.worker.watch.use import Gauge
from app.worker.watch.walk import Walk
from app.worker.watch.watching import Watching


def equip(
    start: Start,
    feed: Feed,
    learner: Learner,
    device: torch.device,
    outbox: Outbox,
    wished: Callable[[], Watch],
    recipe: Callable[[], Recipe],
) -> Watching:
    """All instruments, and a guard that the learner is given; `recipe` tells the one in force."""
    probe = build_probe(start)
    walk = Walk(probe, learner, start)
    with walk.still(), torch.no_grad():
        paths = [path for path, _ in walk.values(feed.images(range(2)).inputs)]
    table = Table(paths, outbox)
    gauge = Gauge(device, outbox)
    parts = Parts(outbox)
    doctor = Doctor(start, feed, table, parts, gauge, outbox)
    sample = Sample(feed, outbox)
    prober = Prober(probe, learner.raw, sample, outbox)
    kernels = Kernels(learner.raw, outbox, start)
    last = length(start.recipe, feed.steps)
    history = MapHistory(start.folder, prober, sample, kernels, wished, outbox, last)
    instruments: list[Instrument] = [
        FeatureMaps(prober),
        Flow(walk, table),
        Norms(learner.raw, table),
        NodeHistograms(walk, outbox),
        kernels,
        Statistics(learner.raw, outbox),
        gauge,
        doctor,
    ]
    watching = Watching(instruments, wished, feed, learner, parts, doctor.heard, history)
    learner.guard = Stopper(walk, outbox, recipe, lambda: watching.steps)
    return watching
