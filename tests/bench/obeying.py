"""From a command to its effect, against the length of a batch: pause, change, stop.

LeNet-5 in batches of 128 in a real worker. A stop is measured twice: until the last step is done
and until all that came of it is shown, and kept where the run has a folder.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from app.training.messages import (
    Change,
    Changed,
    Command,
    Event,
    Finished,
    Halted,
    Pause,
    Paused,
    Resume,
    Resumed,
    Start,
    Steps,
    Stop,
)
from app.training.session import Session
from tests.app.training.networks import lenet
from tests.app.worker.killing import new

ROUNDS, STOPS = 20, 10
BATCH = 128
ENDED = "stop until all is kept"


def run() -> Iterator[str]:
    start = lenet(batch_size=BATCH, epochs=100_000)
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured(lambda: start, "without a folder")
        yield from _measured(lambda: new(Path(folder), start).start(), "kept")


def _measured(begun: Callable[[], Start], name: str) -> Iterator[str]:
    with Session() as session:
        told = session.events()

        def until(kind: type[Event], times: int = 1) -> Event:
            for event, _ in told:
                if isinstance(event, kind):
                    times -= 1
                    if not times:
                        return event
            raise RuntimeError("The worker ended.")

        def seconds(command: Command, kind: type[Event]) -> float:
            begin = time.perf_counter()
            session.send(command)
            until(kind)
            return time.perf_counter() - begin

        session.send(begun())
        until(Steps, 20)
        found: dict[str, list[float]] = {"pause": [], "change": [], "stop": [], ENDED: []}
        rates = []
        for _ in range(ROUNDS):
            steps = until(Steps, 3)
            assert isinstance(steps, Steps)
            rates.append(steps.images_per_second)
            found["pause"].append(seconds(Pause(), Paused))
            seconds(Resume(), Resumed)
            until(Steps, 3)
            found["change"].append(seconds(Change({"learning_rate": 0.004}), Changed))
        for _ in range(STOPS):
            begin = time.perf_counter()
            found["stop"].append(seconds(Stop(), Halted))
            until(Finished)
            found[ENDED].append(time.perf_counter() - begin)
            session.send(begun())
            until(Steps, 20)
    batch = BATCH / median(rates)
    yield f"{name}: a batch takes {1000 * batch:.1f} ms"
    for what, times in found.items():
        limit = "  (limit 1)" if what in ("pause", "stop") else ""
        yield (
            f"{name}: {what} {1000 * median(times):.1f} ms, at most {1000 * max(times):.1f}: "
            f"{median(times) / batch:.2f} of a batch{limit}"
        )
