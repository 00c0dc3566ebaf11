"""The problems dock: what is wrong with the network, root causes first."""

from __future__ import annotations

from app.ui.problems.view import ProblemsView

__all__ = ["ProblemsView"]
