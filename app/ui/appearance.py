"""The theme and the size of the interface that the person chose, put into force at once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.ui import scale, settings, style, theme
from app.ui.theme import Theme

SYSTEM = ""  # the name of no theme: what the desktop asks for


def begin(app: QApplication) -> None:
    """What was chosen before; from now on the desktop is followed where nothing was."""
    scale.use(settings.scale())
    app.setStyle(style.in_scale())
    theme.apply(wanted())
    hints = app.styleHints()  # kept, or what it gives is gone at once
    hints.colorSchemeChanged.connect(_follow)
    hints.accessibility().contrastPreferenceChanged.connect(_follow)


def wanted() -> Theme:
    """The theme that was chosen, or that of the desktop."""
    return theme.THEMES.get(settings.theme()) or theme.of_system()


def choose(name: str) -> None:
    """A theme by its name, or SYSTEM."""
    settings.set_theme(name)
    theme.apply(wanted())


def toggle() -> None:
    """Dark or light, of the same contrast."""
    now = theme.current()
    other = next(t for t in theme.THEMES.values() if t.dark is not now.dark and t.high is now.high)
    choose(other.name)


def choose_size(percent: int) -> None:
    """How large the interface is; see scale.STEPS."""
    settings.set_scale(percent)
    scale.use(percent)
    QApplication.setStyle(style.in_scale())


def _follow() -> None:
    if settings.theme() == SYSTEM:
        theme.apply(wanted())
