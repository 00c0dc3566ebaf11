"""What a validation says of a run: best so far, no longer falling, to be ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.training.recipe import Recipe

LESS = 1e-4  # share by which a loss must be lower to count as falling; that of torch, too


@dataclass
class Judge:
    """Remembers what the validations before have given; a plain value, to be kept with a run.

    The better epoch is that of higher accuracy, and of two alike that of lower loss. The plateau
    schedule looks at the loss alone, as `torch.optim.lr_scheduler.ReduceLROnPlateau` does.
    """

    accuracy: float = -1.0
    loss: float | None = None
    since: int = 0  # epochs since the best one
    lowest: float | None = None  # loss that counted as falling
    waited: int = 0
    lowered: int = 0  # how often the plateau has lowered the rate

    def take(self, loss: float, accuracy: float, recipe: Recipe) -> bool:
        """Whether no epoch was better than the one that has ended."""
        best = self.loss is None or (accuracy, -loss) > (self.accuracy, -self.loss)
        if best:
            self.accuracy, self.loss, self.since = accuracy, loss, 0
        else:
            self.since += 1
        self._wait(loss, recipe.patience)
        return best

    def over(self, recipe: Recipe) -> bool:
        """Whether a better epoch was waited for long enough."""
        return 0 < recipe.stop_after <= self.since

    def _wait(self, loss: float, patience: int) -> None:
        if self.lowest is None or loss < self.lowest * (1 - LESS):
            self.lowest, self.waited = loss, 0
        else:
            self.waited += 1
        if self.waited > patience:
            self.lowered, self.waited = self.lowered + 1, 0

    def state(self) -> Mapping[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, state: Mapping[str, Any]) -> Judge:
        return cls(**state)
