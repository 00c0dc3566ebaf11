"""The one account of time that all watching is paid from."""

from __future__ import annotations

SHARE = 0.02  # of the time that training takes
UNSEEN_SHARE = 0.01  # where nothing of it is on screen: a run's health can do with fewer looks


class Ledger:
    """Training earns a share of its own time; what is spent is never more than that."""

    def __init__(self) -> None:
        self.share = SHARE
        self._credit = 0.0
        self.spent = 0.0  # seconds

    def begin(self) -> None:
        """The account starts anew."""
        self._credit = self.spent = 0.0

    def earn(self, seconds: float, most: float) -> None:
        """Training has gone on for so long; no more than `most` is saved up for later."""
        self._credit += self.share * seconds
        self._credit = min(self._credit, max(most, self.share * seconds))

    def affords(self, cost: float) -> bool:
        return self._credit >= cost

    def pay(self, seconds: float) -> None:
        """So long was watched, whether that could be afforded or not."""
        self._credit -= seconds
        self.spent += seconds

    def guard(self, seconds: float, training: float) -> None:
        """What every step must be looked at for; half of what it earned is left for all else."""
        self._credit -= min(seconds, self.share / 2 * training)
        self.spent += seconds
