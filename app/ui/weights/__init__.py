"""Weights in the window: loading, saving, fetching, and what the open network has of them."""

from app.ui.weights.attached import AttachedWeights
from app.ui.weights.menu import WeightsMenu

__all__ = ["AttachedWeights", "WeightsMenu"]
