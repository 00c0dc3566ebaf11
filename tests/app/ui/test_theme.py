"""Colours: told apart, and with enough contrast in light and dark."""

from __future__ import annotations

import pytest

from app.ui import theme
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.legend import level_colour
from app.ui.theme import Theme, family_colour
from nodes.catalogue import CATALOGUE

FAMILIES = sorted({spec.family for spec in CATALOGUE.values()})
both_themes = pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)


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


@both_themes
def test_every_family_has_a_colour_of_its_own(colours: Theme) -> None:
    block = family_colour(colours, "Block").name()
    found = [family_colour(colours, family).name() for family in FAMILIES]
    assert len({*found, block}) == len(FAMILIES) + 1


@both_themes
@pytest.mark.parametrize("family", FAMILIES)
def test_family_colours_are_seen_on_the_card(colours: Theme, family: str) -> None:
    assert contrast(family_colour(colours, family).name(), colours.card) >= 3


@both_themes
@pytest.mark.parametrize("ground", ["window", "base", "card", "canvas"])
def test_text_can_be_read(colours: Theme, ground: str) -> None:
    behind = getattr(colours, ground)
    assert contrast(colours.text, behind) >= 7
    assert contrast(colours.muted, behind) >= 4.5


@both_themes
@pytest.mark.parametrize("level", range(LEVELS + 1))
def test_text_can_be_read_on_every_shade_of_the_heat_map(colours: Theme, level: int) -> None:
    assert contrast(colours.text, level_colour(colours, level).name()) >= 4.5
