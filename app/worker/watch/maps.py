"""Feature maps, live: small ones on the cards, and all of the selected node."""

from __future__ import annotations

from app.training.messages import Watch
from app.worker.probe import Prober
from app.worker.watch.instrument import ON_SCREEN, UNSEEN, Moment


class FeatureMaps:
    apart = 0.1  # no eye follows faster

    def __init__(self, prober: Prober) -> None:
        self._prober = prober

    def weight(self, watch: Watch) -> float:
        # the image itself is looked at without any maps, too
        return ON_SCREEN if watch.thumbnails or watch.selected else UNSEEN

    def look(self, moment: Moment) -> None:
        self._prober.show(moment.watch, moment.step)
