"""The published architectures side by side: what each costs, how it looks, and how two differ."""

from __future__ import annotations

from app.gallery.facts import BATCHES, Facts, Stage, work_out
from app.gallery.figure import Bar, Figure
from app.gallery.resource import facts

__all__ = ["BATCHES", "Bar", "Facts", "Figure", "Stage", "facts", "work_out"]
