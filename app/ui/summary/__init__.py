"""The summary dock: what every node or block costs, to be sorted and copied."""

from __future__ import annotations

from app.ui.summary.view import SummaryView

__all__ = ["SummaryView"]
