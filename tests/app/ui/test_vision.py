"""With the common colour blindnesses too, what has another meaning is told apart.

Either the colours stay apart, or a shape tells the same: the icon of a family, the outline, hatch
or badge of a state.
"""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.canvas.frames import FrameKey, paint_card
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.legend import far_colour, level_colour
from app.ui.canvas.troubles import Trouble
from app.ui.icons import family_icon, paint_icon
from app.ui.theme import Theme, family_colour
from nodes.catalogue import CATALOGUE
from tests.app.ui.vision import VISION, apart, lab

FAMILIES = (*sorted({spec.family for spec in CATALOGUE.values()}), "Custom", "Block")
FAR = 15.0  # of two colours that alone say what is meant; 2.3 is just noticeable
every_theme = pytest.mark.parametrize("colours", theme.THEMES.values(), ids=lambda t: t.name)
every_vision = pytest.mark.parametrize("vision", VISION)

PLAIN = FrameKey(
    family="Convolution", block=False, enabled=True, training=False, frozen=False,
    trouble=Trouble.NONE, glyph=(3, 20), selected=False, hovered=False, lit=False, running=False,
    level=0,
)  # fmt: skip
STATES = {
    "plain": PLAIN,
    "block": PLAIN._replace(block=True),
    "selected": PLAIN._replace(selected=True),
    "hovered": PLAIN._replace(hovered=True),
    "problem": PLAIN._replace(trouble=Trouble.CULPRIT),
    "consequence": PLAIN._replace(trouble=Trouble.CONSEQUENCE),
    "frozen": PLAIN._replace(frozen=True),
    "bypassed": PLAIN._replace(enabled=False),
    "training only": PLAIN._replace(training=True),
    "running": PLAIN._replace(running=True),
    "failed": PLAIN._replace(lit=True),
}


def grey(image: QImage) -> NDArray[np.int16]:
    """Lightness alone, as everybody sees it."""
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width()].astype(np.int16)


def card(key: FrameKey, colours: Theme, *, far: bool) -> NDArray[np.int16]:
    """The picture of a card, as large as it is seen."""
    scale = 0.4 if far else 1.0
    image = QImage(round(220 * scale), round(130 * scale), QImage.Format.Format_ARGB32)
    image.fill(QColor(colours.canvas))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(10, 15)
    paint_card(painter, key, colours, far=far)
    painter.end()
    return grey(image)


@every_theme
@pytest.mark.parametrize("far", [False, True], ids=["near", "far"])
def test_states_are_told_by_shape(qtbot: QtBot, colours: Theme, far: bool) -> None:
    """Without any colour. Failed and a problem have a sign of their own within the same badge."""
    seen = {name: card(key, colours, far=far) for name, key in STATES.items()}
    for (one, a), (other, b) in combinations(seen.items(), 2):
        differing = int((np.abs(a - b) > 20).sum())
        assert differing >= 12, f"{one} looks like {other}: {differing} pixels differ"


@every_theme
@every_vision
@pytest.mark.parametrize(
    "pair",
    [("train", "validation"), ("accent", "wire"), ("error", "wire"), ("accent", "error")],
    ids="-".join,
)
def test_lines_are_told_apart_by_colour(colours: Theme, vision: str, pair: tuple[str, str]) -> None:
    """Curves and wires have nothing else everywhere."""
    one, other = (getattr(colours, role) for role in pair)
    assert apart(one, other, vision) >= FAR


@every_theme
@every_vision
def test_heat_rises_in_lightness(colours: Theme, vision: str) -> None:
    for shade in (level_colour, far_colour):
        found = [lab(shade(colours, level).name(), vision) for level in range(LEVELS + 1)]
        assert all(np.linalg.norm(b - a) > 1.5 for a, b in pairwise(found))
        assert np.linalg.norm(found[-1] - found[0]) >= FAR
    near = [lab(level_colour(colours, k).name(), vision)[0] for k in range(LEVELS + 1)]
    assert near == sorted(near, reverse=not colours.dark)


def test_every_family_has_an_icon_of_its_own(qtbot: QtBot) -> None:
    """It tells those apart whose colours look alike to some."""
    seen = {}
    for family in FAMILIES:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_icon(painter, family_icon(family), QRectF(0, 0, 24, 24), QColor("#000000"))
        painter.end()
        seen[family] = grey(image)
    for (one, a), (other, b) in combinations(seen.items(), 2):
        assert (np.abs(a - b) > 100).sum() >= 40, f"the icons of {one} and {other} look alike"


@every_theme
def test_families_are_told_apart_by_most(colours: Theme) -> None:
    """Some pairs are only told by their icons with one of the blindnesses; none without."""
    shown = {family: family_colour(colours, family).name() for family in FAMILIES}
    for one, other in combinations(FAMILIES, 2):
        assert apart(shown[one], shown[other]) >= 10, f"{one} and {other}"
