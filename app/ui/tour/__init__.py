"""The tour of the first start: six steps on a real network, in a tab of its own."""

from app.ui.tour.tour import Tour, at_first_start, start

__all__ = ["Tour", "at_first_start", "start"]
