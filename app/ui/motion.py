"""Whether things may move by themselves: animations are asked for here, and can be turned off."""

from __future__ import annotations

from app.ui import settings

DURATION = 180  # ms of a movement that the eye is to follow


def duration() -> int:
    """How long a movement takes, in ms: 0 where motion is turned off, and where no eye watches."""
    return DURATION if settings.flag("motion") else 0
