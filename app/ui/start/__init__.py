"""The start page: published architectures, recent files, an empty canvas."""

from __future__ import annotations

from app.ui.start.page import StartPage

__all__ = ["StartPage"]
