"""Keeping a run, so that it can go on after it was broken off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.worker.parts import At, Learner


class NoKeeper:
    """For a run that has no folder: nothing is kept."""

    def due(self, *, epoch_over: bool = False) -> bool:
        return False

    def keep(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> None:
        """Never asked for."""

    def resume(self, learner: Learner) -> tuple[At, Mapping[str, Any]] | None:
        return None
