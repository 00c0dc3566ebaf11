"""Weights from files: what they hold, where they fit a network, and where they are kept."""
