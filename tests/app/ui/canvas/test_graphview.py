"""What a view of a graph paints."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.canvas import CanvasView
from app.ui.canvas.graphview import GraphView
from tests.app.ui.panels import editor_with


def test_it_has_the_ground_of_the_canvas(qtbot: QtBot) -> None:
    view = GraphView(editor_with())
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    corner = view.grab().toImage().pixelColor(3, 3)
    assert corner == QColor(theme.current().canvas)


def test_from_afar_a_sign_makes_way_for_a_name_on_its_card(canvas: CanvasView) -> None:
    layer, zoom = canvas.layer, 0.24
    at = layer.geometry.index["lone"]  # which receives nothing
    (x, y), (width, height) = layer.geometry.places[at], layer.geometry.sizes[at]
    card = QRectF(x - 20, y - 20, width + 40, height + 40)
    name = QRectF(x, y + height / 4, width * 0.9, height / 2)
    signs = []
    for within in ([], [at]):
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        painter.scale(zoom, zoom)
        layer.overview.paint_signs(painter, layer.geometry, layer.look, within)
        painter.end()
        pixels = (QPoint(a, b) for a in range(200) for b in range(200))
        white = [QPointF(p) / zoom for p in pixels if image.pixelColor(p).lightness() > 127]
        signs.append([name.contains(p) for p in white if card.contains(p)])
    plain, aside = signs
    assert len(plain) == len(aside) > 0
    assert all(plain)
    assert not any(aside)
