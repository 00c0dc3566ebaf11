"""Skipwire: wire a network, watch it learn."""

__version__ = "0.1.0"
