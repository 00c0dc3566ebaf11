"""The page of all shortcuts and mouse gestures, to be searched and changed."""

from app.ui.shortcuts.page import ShortcutPage

__all__ = ["ShortcutPage"]
