"""Diagrams: letters stay letters, nothing is a picture of a picture, and sizes are as drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from app.analysis import analyse
from app.ui.canvas.diagram import PICTURES, Diagram
from app.ui.theme import LIGHT
from nodes.errors import SkipwireError
from nodes.files import FileError
from nodes.network import ROOT, Network
from nodes.network.edits.folding import set_unfolded, with_room
from presets import PRESETS

INCEPTION = PRESETS["inception_mini"].network()
REPORT = analyse(INCEPTION)


@pytest.fixture
def diagram(qtbot: QtBot) -> Diagram:
    return Diagram(INCEPTION, REPORT, QFont())


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_an_svg_holds_every_name_as_text(diagram: Diagram, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    diagram.save(path)
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", text(path))
    for node in INCEPTION.graph.nodes:
        assert node.name in shown
    assert "64×32×32" in shown
    assert "<image" not in text(path)
    assert f"<title>{INCEPTION.name}</title>" in text(path)


def test_a_block_is_drawn_with_the_shapes_of_an_instance(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    Diagram(INCEPTION, REPORT, QFont(), "Inception", "inception1").save(path)
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", text(path))
    assert {"reduce3", "24×32×32"} <= set(shown)


def test_a_block_that_is_unfolded_is_drawn_folded(diagram: Diagram, tmp_path: Path) -> None:
    unfolded = with_room(INCEPTION, set_unfolded(INCEPTION, ROOT, ["inception1"], True))
    assert unfolded != INCEPTION
    diagram.save(tmp_path / "a.svg")
    Diagram(unfolded, REPORT, QFont()).save(tmp_path / "b.svg")
    assert text(tmp_path / "b.svg") == text(tmp_path / "a.svg")


def test_a_png_is_the_picture_of_the_svg(diagram: Diagram, tmp_path: Path) -> None:
    diagram.save(tmp_path / "a.svg")
    diagram.save(tmp_path / "a.png")
    picture = QImage(str(tmp_path / "a.png"))
    assert 11_000 < picture.dotsPerMeterX() < 12_000  # 288 an inch
    same = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(same)
    QSvgRenderer(str(tmp_path / "a.svg")).render(painter, QRectF(same.rect()))
    painter.end()
    ground = picture.pixelColor(2, 2)
    assert ground.name() == LIGHT.base
    places = [(x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9)]
    equal = sum(picture.pixelColor(*p) == same.pixelColor(*p) for p in places)
    assert equal > 0.97 * len(places)


def test_a_pdf_is_one_page_with_its_fonts(diagram: Diagram, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    diagram.save(path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1
    assert b"/FontFile" in data
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize("suffix", PICTURES)
def test_a_path_that_cannot_be_written(diagram: Diagram, tmp_path: Path, suffix: str) -> None:
    with pytest.raises(FileError, match="no such file or folder"):
        diagram.save(tmp_path / "missing" / f"a{suffix}")


def test_an_empty_network_has_no_diagram(qtbot: QtBot) -> None:
    with pytest.raises(SkipwireError, match="nothing to draw"):
        Diagram(Network(), analyse(Network()), QFont())
