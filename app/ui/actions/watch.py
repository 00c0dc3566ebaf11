"""What is seen of a network while it learns."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec

ACTIONS: tuple[ActionSpec, ...] = ()
