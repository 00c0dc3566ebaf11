"""Whether things may move by themselves: animations are asked for here, and can be turned off."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.ui import settings

DURATION = 180  # ms of a movement that the eye is to follow
_UNSEEN = ("offscreen", "minimal")  # platforms without a screen


def duration() -> int:
    """How long a movement takes, in ms: 0 where motion is turned off, and where no eye watches."""
    watched = QGuiApplication.platformName() not in _UNSEEN
    return DURATION if watched and settings.flag("motion") else 0
