"""The code dock: the generated PyTorch module, linked to the selection both ways."""

from __future__ import annotations

from app.ui.code.view import CodeView

__all__ = ["CodeView"]
