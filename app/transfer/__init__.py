"""Transfer learning: a network for other classes, of which only a part learns anew."""

from __future__ import annotations

from app.transfer.heads import Head, TransferError, find_heads
from app.transfer.transfer import Learn, for_my_data

__all__ = ["Head", "Learn", "TransferError", "find_heads", "for_my_data"]
