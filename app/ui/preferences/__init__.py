"""One dialog for everything that a person can choose, made from tables."""

from app.ui.preferences.dialog import PreferencesDialog

__all__ = ["PreferencesDialog"]
