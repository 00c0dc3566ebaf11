"""Files and texts that are dropped on the window from other programs."""

from app.ui.receiving.receiver import Receiver

__all__ = ["Receiver"]
