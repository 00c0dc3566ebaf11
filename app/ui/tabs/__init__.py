"""The open documents: each in a tab with a canvas of its own, on one side or on two."""

from __future__ import annotations

from app.ui.tabs.tab import Tab
from app.ui.tabs.workspace import Workspace

__all__ = ["Tab", "Workspace"]
