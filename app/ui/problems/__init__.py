"""The problems dock: what is wrong with the network, what could be better, and the repairs."""

from __future__ import annotations

from app.ui.problems.node_menu import NodeMenu
from app.ui.problems.view import ProblemsView

__all__ = ["NodeMenu", "ProblemsView"]
