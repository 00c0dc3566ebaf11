"""Colours: four themes of the same named roles, from which Qt's palette is made.

Family colours are Okabe and Ito's (2008), told apart with the common colour blindnesses; every
family also has an icon and every state a shape, so that colour is never the only carrier of
meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Theme:
    """Named colours as #rrggbb. In high contrast text has 7:1 and every edge 4.5:1 at least."""

    name: str
    dark: bool
    high: bool  # contrast
    window: str  # behind docks and panels
    base: str  # text fields, lists
    canvas: str
    grid: str
    card: str
    card_border: str
    text: str
    muted: str  # secondary text: at least 4.5:1 on window, base and card
    border: str
    field_border: str  # of text fields and check boxes: at least 3:1 on window and base
    accent: str  # selection, focus, the wire being drawn
    on_accent: str
    wire: str
    error: str
    on_error: str
    warning: str
    good: str
    train: str  # curve of the training split
    validation: str
    frost: str  # the mark of what is frozen: at least 4.5:1 on the card
    heat: str  # the warmest card of the heat map: text on it has at least 4.5:1

    @property
    def disabled(self) -> str:
        """The icon of what cannot be done now."""
        return mixed(self.text, self.window, _PALE).name()


_PALE = 0.7
LIGHT = Theme(
    name="light", dark=False, high=False, window="#f3f4f6", base="#ffffff",
    canvas="#fafbfc", grid="#e3e6ea",
    card="#ffffff", card_border="#c4cad3", text="#1b1f24", muted="#59636e", border="#d0d7de",
    field_border="#858d98", accent="#0b62c4", on_accent="#ffffff", wire="#7a8594",
    error="#c1121f", on_error="#ffffff", warning="#9a6700", good="#1a7f37",
    train="#0b62c4", validation="#c25400", frost="#0f7390", heat="#f2994a",
)  # fmt: skip
DARK = Theme(
    name="dark", dark=True, high=False, window="#1e2126", base="#2b3038",
    canvas="#14161a", grid="#23272e",
    card="#262a31", card_border="#454c57", text="#e8eaed", muted="#a3abb6", border="#3a4049",
    field_border="#818a97", accent="#5aa9ff", on_accent="#0b1117", wire="#8791a0",
    error="#ff6b6b", on_error="#1a0505", warning="#e3b341", good="#56d364",
    train="#5aa9ff", validation="#ffa657", frost="#7fd3ea", heat="#9c4513",
)  # fmt: skip

CONTRAST_LIGHT = Theme(
    name="contrast-light", dark=False, high=True, window="#ffffff", base="#ffffff",
    canvas="#ffffff", grid="#b8b8b8", card="#ffffff", card_border="#000000", text="#000000",
    muted="#333333", border="#595959", field_border="#000000", accent="#0038a8",
    on_accent="#ffffff", wire="#333333", error="#9b0000", on_error="#ffffff", warning="#664400",
    good="#00521c", train="#0038a8", validation="#8a3800", frost="#00495e", heat="#f2994a",
)  # fmt: skip
CONTRAST_DARK = Theme(
    name="contrast-dark", dark=True, high=True, window="#000000", base="#000000",
    canvas="#000000", grid="#555555", card="#000000", card_border="#ffffff", text="#ffffff",
    muted="#d9d9d9", border="#a6a6a6", field_border="#ffffff", accent="#70c4ff",
    on_accent="#000000", wire="#d0d0d0", error="#ff9494", on_error="#000000", warning="#ffd54d",
    good="#7df29a", train="#70c4ff", validation="#ffb366", frost="#8fe3ff", heat="#8a3a0a",
)  # fmt: skip
THEMES: Mapping[str, Theme] = {t.name: t for t in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}
_STRONGER = 0.3  # share of the text's colour in a family's colour, in high contrast

_FAMILIES = {  # in light and dark at least 3:1 against the card
    "Input and output": ("#59636e", "#a3abb6"),
    "Convolution": ("#0072b2", "#56b4e9"),
    "Pooling": ("#00755a", "#2fc79a"),
    "Normalisation": ("#9a5f00", "#e69f00"),
    "Activation": ("#b84a00", "#ff8a4c"),
    "Regularisation": ("#7a7000", "#f0e442"),
    "Linear": ("#a8447d", "#e08fbe"),
    "Resampling": ("#0f6b78", "#4cc3d4"),
    "Sequence": ("#3d6b21", "#9ccc65"),
    "Reshape": ("#7d5a3c", "#cfa27a"),
    "Merge": ("#6b4fbb", "#b39df5"),
    "Custom": ("#1b1f24", "#e8eaed"),
    "Block": ("#32405a", "#8fa3c8"),
}


@cache
def _family_colour(theme: Theme, family: str) -> str:
    light, dark = _FAMILIES.get(family, _FAMILIES["Block"])
    colour = dark if theme.dark else light
    return mixed(colour, theme.text, _STRONGER).name() if theme.high else colour


def family_colour(theme: Theme, family: str) -> QColor:
    return QColor(_family_colour(theme, family))


def mixed(base: str, over: str, share: float) -> QColor:
    """The colour between two, 0 the first and 1 the second."""
    a, b = QColor(base), QColor(over)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def palette(theme: Theme) -> QPalette:
    p = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window, role.Button, role.AlternateBase), theme.window),
        ((role.Base, role.ToolTipBase), theme.base),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), theme.text),
        ((role.PlaceholderText,), theme.muted),
        ((role.Highlight, role.Link, role.Accent), theme.accent),
        ((role.HighlightedText,), theme.on_accent),
        ((role.BrightText,), theme.error),
        ((role.Mid, role.Midlight), theme.border),
        ((role.Light,), theme.card),
        ((role.Dark, role.Shadow), theme.card_border),
    ):
        for r in roles:
            p.setColor(r, QColor(colour))
    for r in (role.WindowText, role.Text, role.ButtonText):
        disabled = QColor(theme.muted)
        disabled.setAlphaF(0.75 if theme.high else 0.6)
        p.setColor(QPalette.ColorGroup.Disabled, r, disabled)
    return p


_BY_WINDOW = {theme.window: theme for theme in THEMES.values()}


def current() -> Theme:
    """The theme in force, read from the application's palette so that there is one truth."""
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return _BY_WINDOW.get(window.name(), DARK if window.lightness() < 128 else LIGHT)


def apply(theme: Theme) -> None:
    """Our palette, on every platform."""
    QApplication.setPalette(palette(theme))


def of_system() -> Theme:
    """What the desktop asks for, where it says so."""
    hints = QApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if contrast_of_system():
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def contrast_of_system() -> bool:
    """Whether the desktop asks for high contrast."""
    hints = QApplication.styleHints()  # kept, or what it gives is gone at once
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
