"""The gallery: published architectures to search, to sort, to compare and to open."""

from __future__ import annotations
