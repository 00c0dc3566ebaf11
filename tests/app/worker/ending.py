"""Facts about other processes, waited for; also where nobody reaps those whose parent has gone."""

from __future__ import annotations

import time
from collections.abc import Callable

import psutil

PATIENCE = 60  # seconds; importing torch on a busy machine takes a while


def until(fact: Callable[[], object], what: str = "") -> None:
    """Waits for a fact."""
    limit = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < limit, what
        time.sleep(0.02)


def dead(process: int) -> bool:
    """With all of its threads: until then it has its locks."""
    try:
        left = psutil.Process(process)
        return left.status() == psutil.STATUS_ZOMBIE and left.num_threads() <= 1
    except psutil.NoSuchProcess:
        return True
