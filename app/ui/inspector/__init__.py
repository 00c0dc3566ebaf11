"""The inspector: what is selected, as a form with its facts and its help."""

from __future__ import annotations

from app.ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
