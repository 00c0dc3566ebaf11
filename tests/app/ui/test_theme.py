"""Colours: told apart, and with enough contrast in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.legend import level_colour
from app.ui.theme import Theme, family_colour
from nodes.catalogue import CATALOGUE

FAMILIES = sorted({spec.family for spec in CATALOGUE.values()})
every_theme = pytest.mark.parametrize("colours", theme.THEMES.values(), ids=lambda t: t.name)
HIGH = [t for t in theme.THEMES.values() if t.high]
high_contrast = pytest.mark.parametrize("colours", HIGH, ids=lambda t: t.name)
GROUNDS = ("window", "base", "card", "canvas")


def contrast(one: str, other: str) -> float:
    """By the Web Content Accessibility Guidelines, from 1 to 21."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    def light(colour: str) -> float:
        red, green, blue = (channel(int(colour[k : k + 2], 16)) for k in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@every_theme
def test_every_family_has_a_colour_of_its_own(colours: Theme) -> None:
    block = family_colour(colours, "Block").name()
    found = [family_colour(colours, family).name() for family in FAMILIES]
    assert len({*found, block}) == len(FAMILIES) + 1


@every_theme
@pytest.mark.parametrize("family", FAMILIES)
def test_family_colours_are_seen_on_the_card(colours: Theme, family: str) -> None:
    assert contrast(family_colour(colours, family).name(), colours.card) >= 3


@every_theme
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read(colours: Theme, ground: str) -> None:
    behind = getattr(colours, ground)
    assert contrast(colours.text, behind) >= 7
    assert contrast(colours.muted, behind) >= 4.5


@every_theme
@pytest.mark.parametrize("level", range(LEVELS + 1))
def test_text_can_be_read_on_every_shade_of_the_heat_map(colours: Theme, level: int) -> None:
    assert contrast(colours.text, level_colour(colours, level).name()) >= 4.5


@every_theme
@pytest.mark.parametrize("role", ["error", "warning", "good", "frost", "accent"])
def test_coloured_texts_can_be_read(colours: Theme, role: str) -> None:
    least = 7 if colours.high else 4.5
    for ground in ("base", "card"):
        assert contrast(getattr(colours, role), getattr(colours, ground)) >= least


@every_theme
@pytest.mark.parametrize("pair", [("on_accent", "accent"), ("on_error", "error")])
def test_text_on_a_colour_can_be_read(colours: Theme, pair: tuple[str, str]) -> None:
    text, ground = (getattr(colours, role) for role in pair)
    assert contrast(text, ground) >= (7 if colours.high else 4.5)


@every_theme
@pytest.mark.parametrize("role", ["accent", "wire", "error", "train", "validation"])
def test_lines_are_seen(colours: Theme, role: str) -> None:
    for ground in ("canvas", "base"):
        assert contrast(getattr(colours, role), getattr(colours, ground)) >= 3


@high_contrast
@pytest.mark.parametrize("ground", GROUNDS)
def test_high_contrast_holds_what_it_promises(colours: Theme, ground: str) -> None:
    behind = getattr(colours, ground)
    assert contrast(colours.text, behind) >= 20
    assert contrast(colours.muted, behind) >= 7
    for role in ("border", "field_border", "card_border", "wire", "accent"):
        assert contrast(getattr(colours, role), behind) >= 4.5
    for family in FAMILIES:
        assert contrast(family_colour(colours, family).name(), behind) >= 4.5


def test_no_two_themes_have_the_same_window() -> None:
    """By it the theme in force is known."""
    assert len({t.window for t in theme.THEMES.values()}) == len(theme.THEMES)


@every_theme
def test_the_theme_in_force_is_known(qapp: QApplication, colours: Theme) -> None:
    theme.apply(colours)
    try:
        assert theme.current() is colours
    finally:
        theme.apply(theme.LIGHT)
