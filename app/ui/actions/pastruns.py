"""Runs that are over."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec

ACTIONS: tuple[ActionSpec, ...] = ()
