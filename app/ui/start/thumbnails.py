"""Small pictures of networks, kept in the cache folder beside the paths of their files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from app.ui import theme
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.editor import Editor
from app.ui.plots.files import write_png
from nodes.errors import SkipwireError
from nodes.network import Graph, Network
from nodes.network.edits.folding import folded

SIZE = QSize(88, 88)  # shown at half of it, so that it is sharp at twice the density
_MOST = 3_000  # nodes that can be told apart at that size, and more
_LEAST = 24.0  # px that a card is wide, even where not all of them have room then
_EDGE = 4.0


def file_of(path: Path) -> Path:
    """Where the picture of a file is kept."""
    place = QStandardPaths.StandardLocation.GenericCacheLocation
    name = hashlib.sha256(str(path).encode()).hexdigest()[:32]
    return Path(QStandardPaths.writableLocation(place)) / "Skipwire" / "pictures" / f"{name}.png"


def picture_of(path: Path) -> QPixmap:
    """The picture that was kept of a file; an empty one where there is none."""
    return QPixmap(str(file_of(path)))


def painted(network: Network) -> QImage:
    """Nodes as blocks in the colours of their families, and wires; the top of it where it is long.

    What is unfolded is folded: at that size nobody could tell what is in it. The ground is left
    open, so that light and dark can show through.
    """
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    network = folded(network)
    graph = network.graph
    if not graph.nodes:
        return image
    cards = {
        node.name: QRectF(*node.position, CARD_WIDTH, CARD_HEIGHT) for node in graph.nodes[:_MOST]
    }
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _aim(painter, list(cards.values()))
    _paint(painter, network, graph, cards)
    painter.end()
    return image


def _aim(painter: QPainter, cards: list[QRectF]) -> None:
    """All of them, or the top of them, in the middle of the picture."""
    left, right = min(c.left() for c in cards), max(c.right() for c in cards)
    top, bottom = min(c.top() for c in cards), max(c.bottom() for c in cards)
    width, height = SIZE.width() - 2 * _EDGE, SIZE.height() - 2 * _EDGE
    scale = min(width / (right - left), height / (bottom - top), 0.2)
    scale = max(scale, min(_LEAST / CARD_WIDTH, width / (right - left)))
    below = max((SIZE.height() - (bottom - top) * scale) / 2, _EDGE)
    painter.translate(SIZE.width() / 2, below)
    painter.scale(scale, scale)
    painter.translate(-(left + right) / 2, -top)


def _paint(painter: QPainter, network: Network, graph: Graph, cards: dict[str, QRectF]) -> None:
    wire = QPen(theme.LIGHT.wire)
    wire.setCosmetic(True)
    painter.setPen(wire)
    for w in graph.wires:
        ends = cards.get(w.source.node), cards.get(w.target.node)
        if ends[0] is not None and ends[1] is not None:
            start = QPointF(ends[0].center().x(), ends[0].bottom())
            painter.drawLine(start, QPointF(ends[1].center().x(), ends[1].top()))
    painter.setPen(Qt.PenStyle.NoPen)
    for node in graph.nodes[:_MOST]:
        painter.setBrush(theme.family_colour(theme.LIGHT, _family(network, node.kind)))
        painter.drawRoundedRect(cards[node.name], 20, 20)


def _family(network: Network, kind: str) -> str:
    try:
        return getattr(network.definition(kind), "family", "Block")
    except SkipwireError:
        return "Custom"


class Pictures(QObject):
    """Keeps a picture of what the editor shows whenever it is opened from a file or saved."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._kept: tuple[Path, Network] | None = None
        self._later = QTimer(self, singleShot=True, interval=0)  # no save waits for it
        self._later.timeout.connect(self._keep)
        editor.path_changed.connect(self._later.start)

    def _keep(self) -> None:
        path, network = self._editor.path, self._editor.network
        if path is None or self._editor.modified or self._kept == (path, network):
            return
        self._kept = path, network
        file, image = file_of(path), painted(network)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_png(file, image)
        except (OSError, SkipwireError):
            return  # a list without this picture is no loss
