"""What is seen of a network in training: so far its feature maps, within a budget of time."""

from __future__ import annotations

from collections.abc import Callable

from app.training.messages import Epoch, Steps, Watch
from app.worker.parts import Batch, Told
from app.worker.probe import Prober


class MapWatcher:
    """Sends feature maps as they are wished for at the time."""

    def __init__(self, prober: Prober, wished: Callable[[], Watch]) -> None:
        self._prober = prober
        self._wished = wished

    @property
    def seconds(self) -> float:
        return self._prober.seconds

    def begin(self) -> None:
        self._prober.reset()

    def step(self, number: int, batch: Batch, told: Told) -> None:
        self._prober.show_if_due(self._wished(), number)

    def heard(self, event: Steps | Epoch) -> None:
        """Maps are of the network, whatever its losses are."""

    def show(self, step: int) -> None:
        spent = self._prober.seconds
        self._prober.show(self._wished(), step)
        self._prober.seconds = spent
