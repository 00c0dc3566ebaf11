"""200 kills of runs at random moments: each is gone on with, and ends in the same bits.

195 are of processes forked from this one: at a write to the disk drawn at random, or at a moment
drawn at random. Five are of real processes as the window starts them.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.runs.folder import RunFolder
from app.training.messages import Failed, Finished, Started, Steps
from app.training.session import Session
from tests.app.training.networks import tiny
from tests.app.worker.conftest import conduct
from tests.app.worker.killing import KILLED, at_write, end, go_on, new

FORKED, REAL = 195, 5
EACH = 5  # kills of one run
SEED = 2026
RECIPES: tuple[dict[str, Any], ...] = (
    {"optimizer": "sgd", "nesterov": True, "learning_rate": 0.05},
    {"optimizer": "adam", "checkpoint_minutes": 0.0},
    {"optimizer": "adamw", "weight_decay": 0.1, "ema": 0.9},
    {"optimizer": "rmsprop", "accumulate": 2, "clip": 1.0, "learning_rate": 0.001},
    {"optimizer": "adagrad", "schedule": "plateau", "label_smoothing": 0.1},
)


def run() -> Iterator[str]:
    conduct(tiny(), lambda event: None)  # what torch imports at its first step is not killed often
    drawn = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        wholes = [_whole(root, recipe) for recipe in RECIPES]
        kills, runs, same = 0, 0, 0
        begin = time.monotonic()
        while kills < FORKED:
            recipe, (whole, seconds) = drawn.choice([*zip(RECIPES, wholes, strict=True)])
            found = new(root, _start(recipe))
            for _ in range(EACH):
                if kills < FORKED:
                    kills += _killed(found, drawn, seconds)
            assert go_on(found) == 0
            runs += 1
            same += end(found) == end(whole)
        lasted = time.monotonic() - begin
        yield f"{kills} kills of {runs} runs: {same} ended in the same bits  ({lasted:.0f} s)"
        whole, _ = wholes[0]
        same = sum(end(_really(root, drawn)) == end(whole) for _ in range(REAL))
        yield f"{REAL} kills of real processes: {same} ended in the same bits"


def _start(recipe: dict[str, Any]) -> Any:
    values = {"epochs": 2, "batch_size": 64, "validation_share": 0.8, "checkpoint_minutes": 1e-9}
    return replace(tiny(**{**values, **recipe}), threads=1)


def _whole(root: Path, recipe: dict[str, Any]) -> tuple[RunFolder, float]:
    found = new(root, _start(recipe))
    begin = time.monotonic()
    assert go_on(found) == 0
    return found, time.monotonic() - begin


def _killed(found: RunFolder, drawn: random.Random, seconds: float) -> bool:
    if drawn.random() < 0.5:
        code = go_on(found, at_write(drawn.randrange(100)))
    else:
        code = go_on(found, seconds=drawn.uniform(0, seconds))
    assert code in (KILLED, 0), code
    return code == KILLED


def _really(root: Path, drawn: random.Random) -> RunFolder:
    found = new(root, _start(RECIPES[0]))
    at = drawn.randrange(12)
    for kill in (True, False):
        with Session() as session:
            session.send(replace(found.start(), resume=True))
            for event, _ in session.events():
                if kill and isinstance(event, Started | Steps) and _done(event) >= at:
                    session.kill()
                if isinstance(event, Finished | Failed):
                    break
    return found


def _done(event: Started | Steps) -> int:
    return 0 if isinstance(event, Started) else event.first + len(event.losses)
