"""Tests draw on no screen, use one thread, and never touch the person's own settings."""

from __future__ import annotations

import os
import tempfile

import pytest

_home = tempfile.TemporaryDirectory(prefix="skipwire-tests-")

# Set on import, before Qt and before any module of the app asks where its files live; the worker
# processes that tests start inherit them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["HOME"] = _home.name
for _kind in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_kind}_HOME"] = os.path.join(_home.name, _kind.lower())


def pytest_unconfigure(config: pytest.Config) -> None:
    _home.cleanup()
