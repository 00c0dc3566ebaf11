"""Notes as they are read: Markdown laid out once for each text and width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
    QTextOption,
)

from app.ui.theme import Theme, mixed

INSET = 10.0  # between the edge of a note and its text
_YELLOW = "#ffd500"
_INDENT = 18.0  # of a list
_KEPT = 200  # laid out texts
_TEXT, _FAR = 13, 13  # pixels: of the text at 100 %, and of the title on the screen from afar
_READ_FROM = 0.42  # zoom from which the text can be read
_MARKED = QTextDocument.MarkdownFeature
_FEATURES = _MARKED.MarkdownDialectGitHub | _MARKED.MarkdownNoHTML


class _Document(QTextDocument):
    """Reads no file: a picture in a note of somebody else's is not looked for."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


class Notes:
    """Paints notes in one theme and font."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = QFont(font)
        self._font.setPixelSize(_TEXT)
        self._documents: dict[tuple[str, float], QTextDocument] = {}
        self._paper = mixed(theme.card, _YELLOW, 0.13)
        self._edge = mixed(theme.card_border, theme.warning, 0.45)

    def paint(
        self, painter: QPainter, box: QRectF, text: str, *, selected: bool, hint: str = ""
    ) -> None:
        """One without a text shows the hint in its place."""
        zoom = painter.worldTransform().m11()
        edge = (
            QPen(QColor(self._theme.accent), max(2.0, 1.5 / zoom))
            if selected
            else QPen(self._edge, 1.0)
        )
        painter.setPen(edge)
        painter.setBrush(self._paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(box, 4, 4)
        painter.save()
        inner = box.adjusted(INSET, INSET / 2, -INSET, -INSET / 2)
        painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
        if zoom >= _READ_FROM:
            colour = self._theme.text if text.strip() else self._theme.muted
            self._paint_text(painter, inner, text if text.strip() else hint, colour)
        else:
            self._paint_title(painter, inner, text, zoom)
        painter.restore()

    def _paint_text(self, painter: QPainter, inner: QRectF, text: str, colour: str) -> None:
        painter.translate(inner.topLeft())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        context.palette.setColor(QPalette.ColorRole.Link, QColor(self._theme.accent))
        context.clip = QRectF(0, 0, inner.width(), inner.height())
        self.document(text, inner.width()).documentLayout().draw(painter, context)

    def _paint_title(self, painter: QPainter, inner: QRectF, text: str, zoom: float) -> None:
        """The first line alone, in a size that is read from afar."""
        if inner.width() * zoom < 2 * _FAR:
            return
        font = QFont(self._font)
        font.setBold(True)
        painter.translate(inner.topLeft())
        painter.scale(1 / zoom, 1 / zoom)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        room = QRectF(0, 0, inner.width() * zoom, inner.height() * zoom)
        wrapped = QTextOption()
        wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(room, self.document(text, inner.width()).firstBlock().text(), wrapped)

    def document(self, text: str, width: float) -> QTextDocument:
        """The text laid out in a width."""
        if (found := self._documents.get((text, width))) is None:
            if len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            found = self._documents[text, width] = _Document()
            found.setDocumentMargin(0)
            found.setDefaultFont(self._font)
            found.setIndentWidth(_INDENT)
            found.setMarkdown(text, _FEATURES)
            found.setTextWidth(width)
        return found
