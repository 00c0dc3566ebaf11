"""The published architectures side by side: what each costs, how it looks, and how two differ."""

from __future__ import annotations

from app.gallery.choice import Choice
from app.gallery.facts import BATCHES, Facts, UnsoundError, work_out
from app.gallery.figure import Bar, Figure
from app.gallery.resource import facts
from app.gallery.stages import Stage

__all__ = [
    "BATCHES",
    "Bar",
    "Choice",
    "Facts",
    "Figure",
    "Stage",
    "UnsoundError",
    "facts",
    "work_out",
]
