"""Tests draw on no screen, use one thread, and never touch the person's own settings.

What hypothesis tries is the same every time; with SKIPWIRE_EXAMPLES=500 it is so many cases a
test, and other ones each time.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from itertools import count

import pytest

_home = tempfile.TemporaryDirectory(prefix="skipwire-tests-")

# Set on import, before Qt and before any module of the app asks where its files live; the worker
# processes that tests start inherit them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["HOME"] = _home.name
os.environ.pop("SKIPWIRE_CACHE", None)
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = os.path.join(_home.name, "hypothesis")
for _kind in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_kind}_HOME"] = os.path.join(_home.name, _kind.lower())

from hypothesis import HealthCheck, Phase, settings  # noqa: E402 - asks for its folder on import
from pytestqt.qtbot import QtBot  # noqa: E402 - imports Qt

EXAMPLES = int(os.environ.get("SKIPWIRE_EXAMPLES", "0"))
settings.register_profile(
    "skipwire",
    max_examples=EXAMPLES or 20,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,  # a slow machine is no fault
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.nested_given],
)
settings.load_profile("skipwire")


# Tests wait on facts. How long a busy machine may take for one is no part of any of them.
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
    _wait.__kwdefaults__ = {**(_wait.__kwdefaults__ or {}), "timeout": 60_000}

_number = count()


@pytest.fixture(autouse=True)
def _runs_of_its_own() -> Iterator[None]:
    """No test sees the runs that another one kept."""
    os.environ["SKIPWIRE_RUNS"] = os.path.join(_home.name, "runs", str(next(_number)))
    yield
    os.environ.pop("SKIPWIRE_RUNS", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    _home.cleanup()
