"""The drawn network on paper: SVG and PDF as lines and letters, PNG at print resolution."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from app import __version__
from app.analysis.report import Report
from app.ui.canvas.cardpaint import Texts, paint_texts
from app.ui.canvas.cards import Cards
from app.ui.canvas.frames import frame_key, paint_card, paint_port
from app.ui.canvas.framing import Frames, by_size
from app.ui.canvas.geometry import Geometry
from app.ui.canvas.layer import LayerItem
from app.ui.canvas.metrics import CARD_WIDTH
from app.ui.canvas.notes import Notes
from app.ui.canvas.surroundings import whole
from app.ui.theme import LIGHT
from nodes.errors import SkipwireError
from nodes.files import write_file
from nodes.network import ROOT, Graph, Network

_AROUND = 24.0  # margin in scene units, of which 96 are an inch
_DPI, _INCH, _METRE = 96.0, 72.0, 0.0254
_PNG_SCALE, _PNG_SIDE = 3.0, 16_000  # 288 dots an inch, on pictures that can be shown
_PDF_DPI = 1200


class _Printed(LayerItem):
    """Paints every card and port anew instead of copying a picture of it, and wires in one go."""

    graph = Graph()  # whose frames and notes are painted
    font = QFont()

    def print(self, painter: QPainter, area: QRectF) -> None:
        """All of an area at 100 %, with its corner at the painter's origin."""
        box = (area.left(), area.top(), area.right(), area.bottom())
        visible = self.geometry.cards_in(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, area.width(), area.height()), LIGHT.base)
        painter.translate(-area.topLeft())
        frames, notes = Frames(LIGHT, self.font), Notes(LIGHT, self.font)
        boxes = [(f, QRectF(*f.box)) for _, f in by_size(self.graph.frames)]
        for frame, place in boxes:
            frames.paint(painter, frame, place, selected=False)
        for note in self.graph.notes:
            notes.paint(painter, QRectF(*note.box), note.text, selected=False)
        self._wires.print(painter, self.theme)
        self._print_cards(painter, visible)
        ports = self._ports.seen(box, visible)
        self._ports.print_slots(painter, self.theme, ports)
        self._ports.paint_names(painter, self.theme, self.labels, ports)
        self._print_ports(painter, ports[self.geometry.socket_half[ports] == 0])
        for frame, place in boxes:
            tab = frames.tab(place, frame.title, painter.worldTransform().m11())
            frames.paint_tab(painter, frame, tab, selected=False)

    def _print_cards(self, painter: QPainter, visible: NDArray[np.intp]) -> None:
        for i, (x, y) in zip(visible.tolist(), self.geometry.places[visible].tolist(), strict=True):
            key = frame_key(self.cards[i], selected=False, lit=False, maps=False)
            texts = Texts.of(self.cards[i])
            painter.translate(x, y)
            paint_card(painter, key, self.theme)
            paint_texts(
                *(painter, self.labels, self.theme, texts, CARD_WIDTH),
                near=True,
                badge=texts.culprit,
            )
            painter.translate(-x, -y)

    def _print_ports(self, painter: QPainter, plain: NDArray[np.intp]) -> None:
        places = self.geometry.socket_places[plain].tolist()
        for i, (x, y) in zip(plain.tolist(), places, strict=True):
            painter.translate(x, y)
            paint_port(painter, self._ports.wired[i], "", self.theme)
            painter.translate(-x, -y)


class Diagram:
    """One graph as it is drawn: the network's own, or that of the block whose scope is given."""

    def __init__(
        self, network: Network, report: Report, font: QFont, scope: str = ROOT, prefix: str = ""
    ) -> None:
        """`prefix` is the path of the instance whose shapes are shown.

        Raises:
            SkipwireError: there is nothing to be seen.
        """
        cards, _ = Cards().make(network, scope, prefix, report)
        graph = network.scope(scope)
        geometry = Geometry(cards, graph.wires, graph.bends)
        bounds = whole(geometry, graph)
        if bounds is None:
            raise SkipwireError("There is nothing to draw: the network has no nodes.")
        left, top, right, bottom = bounds
        area = QRectF(left, top, right - left, bottom - top)
        self._area = area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self._title = scope or network.name
        self._layer = _Printed(LIGHT, font)
        self._layer.graph, self._layer.font = graph, font
        self._layer.set_content(cards, geometry, frozenset(), prefix)

    def save(self, path: Path) -> None:
        """Write to a file, in the format of its suffix, one of PICTURES; raises FileError."""
        write_file(path, lambda file: PICTURES[path.suffix.lower()](self, file))

    def _svg(self, file: Path) -> None:
        device = QSvgGenerator()
        device.setFileName(str(file))
        device.setSize(QSize(round(self._area.width()), round(self._area.height())))
        device.setViewBox(QRectF(0, 0, self._area.width(), self._area.height()))
        device.setTitle(self._title)
        self._paint(device, 1.0)

    def _pdf(self, file: Path) -> None:
        device = QPdfWriter(str(file))
        device.setTitle(self._title)
        device.setCreator(f"Skipwire {__version__}")
        device.setResolution(_PDF_DPI)
        size = QSizeF(self._area.width(), self._area.height()) * (_INCH / _DPI)
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        device.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
        device.setPageMargins(QMarginsF())
        self._paint(device, _PDF_DPI / _DPI)

    def _png(self, file: Path) -> None:
        width, height = self._area.width(), self._area.height()
        scale = min(_PNG_SCALE, _PNG_SIDE / max(width, height))
        image = QImage(
            round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied
        )
        if image.isNull():
            raise OSError("there is not enough memory for a picture of that size")
        dots = round(_DPI * scale / _METRE)
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        self._paint(image, scale)
        if not image.save(str(file), "PNG"):  # type: ignore[call-overload]
            raise OSError("the picture could not be encoded or the disk is full")

    def _paint(self, device: QPaintDevice, scale: float) -> None:
        painter = QPainter()
        if not painter.begin(device):
            raise OSError("the file cannot be opened")
        painter.scale(scale, scale)
        self._layer.print(painter, self._area)
        painter.end()


PICTURES: Mapping[str, Callable[[Diagram, Path], None]] = {
    ".svg": Diagram._svg,
    ".png": Diagram._png,
    ".pdf": Diagram._pdf,
}
