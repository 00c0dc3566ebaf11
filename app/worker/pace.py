"""Time of a run: a stopwatch that stands still in pauses, and the pace of the recent past."""

from __future__ import annotations

import time
from collections import deque

WINDOW = 3.0  # seconds that count as the recent past


class Stopwatch:
    """Seconds since it was made, less those that were skipped."""

    def __init__(self) -> None:
        self._begin = time.perf_counter()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._begin

    def skip(self, seconds: float) -> None:
        self._begin += seconds


class Pace:
    """How fast training goes, from the times at which steps were counted."""

    def __init__(self, steps: int = 0) -> None:
        """So many steps were done before it was made."""
        self.watch = Stopwatch()  # runs in training steps only
        self._marks: deque[tuple[float, int, int]] = deque([(0.0, steps, 0)])  # time, steps, images

    def mark(self, steps: int, images: int) -> None:
        """So many steps and images are done, counted from the start of the run."""
        now = self.watch.seconds
        self._marks.append((now, steps, images))
        while len(self._marks) > 2 and self._marks[1][0] < now - WINDOW:
            self._marks.popleft()

    @property
    def images_per_second(self) -> float:
        seconds, _, images = self._recent()
        return images / seconds if seconds > 0 else 0.0

    @property
    def seconds_per_step(self) -> float:
        seconds, steps, _ = self._recent()
        return seconds / steps if steps else 0.0

    def _recent(self) -> tuple[float, int, int]:
        first, last = self._marks[0], self._marks[-1]
        return last[0] - first[0], last[1] - first[1], last[2] - first[2]
