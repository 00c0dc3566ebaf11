"""Follows a run's health: takes in what it tells, and sends the alerts that come of it."""

from __future__ import annotations

import math

from app.training.health import Beat, Health
from app.training.messages import Epoch, Start, Steps, Watch
from app.training.rules import RULES
from app.training.schedules import length
from app.training.vitals import Vitals
from app.worker.outbox import Outbox
from app.worker.parts import Feed
from app.worker.watch.instrument import UNSEEN, Moment
from app.worker.watch.shares import Parts
from app.worker.watch.table import Table
from app.worker.watch.use import Gauge


class Doctor:
    apart = 0.2

    def __init__(
        self, start: Start, feed: Feed, table: Table, parts: Parts, gauge: Gauge, outbox: Outbox
    ) -> None:
        recipe, classes = start.recipe, len(feed.classes)
        entropy = recipe.loss == "cross-entropy" and classes > 1
        self._vitals = Vitals(
            classes,
            feed.val,
            int(recipe.warmup * length(recipe, feed.steps)),
            math.log(classes) * start.outputs[0][1] if entropy else None,
        )
        self._health = Health(RULES, self._vitals)
        self._table, self._parts, self._gauge, self._outbox = table, parts, gauge, outbox
        self._flows = 0

    def weight(self, watch: Watch) -> float:
        return UNSEEN

    def look(self, moment: Moment) -> None:
        """What is new of the nodes, of a step's time and of memory."""
        vitals = self._vitals
        if self._table.flows > self._flows:
            self._flows = self._table.flows
            learning = self._table.figures("weight")
            gradients = self._table.figures("gradient")
            blocks = self._table.blocks
            vitals.gradients = {
                p: g for p, g in gradients.items() if p in learning and p not in blocks
            }
            vitals.dead = self._table.figures("dead")
            self._tell("flow")
        shares, use = self._parts.latest, self._gauge.latest
        if shares is not vitals.shares or use is not vitals.use:
            vitals.shares, vitals.use = shares, use
            self._tell("second")

    def heard(self, event: Steps | Epoch) -> None:
        if isinstance(event, Epoch):
            self._vitals.epochs.append(event)
            self._tell("epoch")
        elif self._vitals.add(event.losses, event.gradient_norms):
            self._tell("window")

    def _tell(self, beat: Beat) -> None:
        for alert in self._health.look(beat):
            self._outbox.send(alert)
