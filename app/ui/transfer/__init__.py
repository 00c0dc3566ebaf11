"""Transfer learning in the window: a network for other data, and what of it learns."""

from __future__ import annotations

from app.ui.transfer.menu import TransferMenu

__all__ = ["TransferMenu"]
