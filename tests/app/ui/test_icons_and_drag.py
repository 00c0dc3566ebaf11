"""Every icon that the window asks for exists, and follows the theme; kinds survive a drag."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

import app.ui
from app.ui import icons, theme
from app.ui.actions import ACTIONS
from app.ui.drag import kind_data, kind_of
from app.ui.icons import icon


def used() -> Iterator[str]:
    """The names that calls of `icon` give, and those in the table of actions."""
    for file in Path(app.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="icon"), args=[ast.Constant(value=str(name))]):
                    yield name
    yield from (action.icon for action in ACTIONS if action.icon)


@pytest.mark.parametrize("name", sorted(set(used())))
def test_icon_exists_and_draws_something(qtbot: QtBot, name: str) -> None:
    assert (icons.FOLDER / f"{name}.svg").is_file()
    image = icon(name).pixmap(QSize(24, 24), 2.0).toImage()
    assert (image.width(), image.height()) == (48, 48)
    assert any(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48))


def test_missing_icon_is_empty(qtbot: QtBot) -> None:
    assert icon("no such icon").isNull()


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_icon_takes_the_colour_of_the_text(qtbot: QtBot, colours: theme.Theme) -> None:
    drawn = icon("search")
    theme.apply(colours)
    assert _ink(drawn, QIcon.Mode.Normal) == QColor(colours.text).name()
    assert _ink(drawn, QIcon.Mode.Disabled) == QColor(colours.disabled).name()
    theme.apply(theme.LIGHT)


def _ink(drawn: QIcon, mode: QIcon.Mode) -> str:
    """The colour of the most opaque pixel."""
    image = drawn.pixmap(QSize(48, 48), 1.0, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    return max(pixels, key=lambda c: c.alpha()).name()


def test_a_kind_survives_a_drag() -> None:
    assert kind_of(kind_data("Conv2d")) == "Conv2d"
    assert kind_of(QMimeData()) is None
