"""Pictures of connected units, the ends of a network, and a layer known by its name only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.ui.language import tr
from app.ui.layerhelp.picture import Still
from app.ui.layerhelp.sketch import EDGE, LEFT, TALL, WIDE, Sketch, seen

_VALUES = (2.0, -1.0, 1.0, 0.5)
_WEIGHTS = ((0.5, 1.0, -2.0, 2.0), (1.0, 0.0, 1.0, -2.0), (-0.5, 2.0, 1.0, 4.0))
_CODES = ((1.0, -1.0, 1.0, 1.0), (-1.0, -1.0, 1.0, -1.0), (1.0, 1.0, -1.0, 1.0))


@dataclass(frozen=True)
class Connected:
    """Every output is linked to every input: a weighted sum, or the distance to a code."""

    distances: bool
    bias: bool
    inputs: str
    outputs: str
    note: str

    @property
    def steps(self) -> int:
        return len(_WEIGHTS)

    @property
    def still(self) -> int:
        return 0

    def value(self, unit: int) -> float:
        """Without the bias."""
        if self.distances:
            return sum((x - c) ** 2 for x, c in zip(_VALUES, _CODES[unit], strict=True))
        return sum(w * x for w, x in zip(_WEIGHTS[unit], _VALUES, strict=True))

    def paint(self, s: Sketch, step: int) -> None:
        left, right, radius = 66.0, 172.0, 9.5
        starts = [QPointF(left, 16 + 22.0 * k) for k in range(4)]
        ends = [QPointF(right, 20 + 29.0 * k) for k in range(3)]
        for k, end in enumerate(ends):
            for start in starts:
                if k != step:
                    s.stroke(start, end, s.line, 1.0)
        for start in starts:
            s.stroke(start, ends[step], s.accent, 1.6)
        numbers = _CODES[step] if self.distances else _WEIGHTS[step]
        for start, weight in zip(starts, numbers, strict=True):
            at = start + (ends[step] - start) * 0.3
            area = QRectF(at.x() - 11, at.y() - 6, 22, 12)
            s.painter.fillRect(area.adjusted(2, 1, -2, -1), s.paper)
            s.text(area, seen(weight), 8, s.ink)
        for value, start in zip(_VALUES, starts, strict=True):
            s.disc(start, radius, s.tint(0.3), s.line)
            s.text(QRectF(start.x() - 9, start.y() - 7, 18, 14), seen(value), 9, s.ink)
        for k, end in enumerate(ends):
            s.disc(end, radius + 1, s.looked_at if k == step else s.tint(0.7), s.line)
            said = seen(self.value(k))
            s.text(QRectF(end.x() - 10, end.y() - 7, 20, 14), said, 9, s.ink)
        s.text(QRectF(EDGE, 42, 44, 14), self.inputs, 9)
        s.text(QRectF(right + 14, 42, WIDE - right - 14 - EDGE, 14), self.outputs, 9)
        s.caption(self.told(step), 94, s.ink)
        s.caption(self.note)

    def told(self, unit: int) -> str:
        if self.distances:
            terms = [
                f"({seen(x)} − {_signed(c)})²" for x, c in zip(_VALUES, _CODES[unit], strict=True)
            ]
            return f"{' + '.join(terms)} = {seen(self.value(unit))}"
        terms = [f"{_signed(w)}·{_signed(x)}" for w, x in zip(_WEIGHTS[unit], _VALUES, strict=True)]
        return " + ".join(terms) + (" (+ b)" if self.bias else "") + f" = {seen(self.value(unit))}"


def _signed(value: float) -> str:
    return f"({seen(value)})" if value < 0 else seen(value)


@dataclass(frozen=True)
class End(Still):
    """Where a network begins, or ends."""

    entering: bool
    title: str
    note: str

    def paint(self, s: Sketch, step: int) -> None:
        box = QRectF(92, 34, 56, 46)
        s.rounded(box, s.tint(0.5), s.family)
        s.text(box, tr("Input") if self.entering else tr("Output"), 10, s.ink, bold=True)
        if self.entering:
            self._samples(s, 24)
            s.arrow(QPointF(72, 57), QPointF(89, 57))
            s.arrow(QPointF(151, 57), QPointF(176, 57))
            s.text(QRectF(178, 50, 56, 14), self.title, 9, s.ink, LEFT)
        else:
            s.arrow(QPointF(60, 57), QPointF(89, 57))
            s.text(QRectF(EDGE, 50, 52, 14), tr("logits"), 9, s.ink)
            s.arrow(QPointF(151, 57), QPointF(176, 57))
            s.text(QRectF(178, 50, 56, 14), self.title, 9, s.ink, LEFT)
        s.caption(self.note)

    def _samples(self, s: Sketch, x: float) -> None:
        for k in (2, 1, 0):
            s.box(QRectF(x + 4 * k, 44 - 5 * k, 34, 34), s.source(k), s.line)


@dataclass(frozen=True)
class General(Still):
    """A layer of which only the shapes are known: what comes in, what goes out."""

    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    note: str

    def paint(self, s: Sketch, step: int) -> None:
        box = QRectF(84, 36, 72, 44)
        s.rounded(box, s.tint(0.45), s.family)
        s.text(box.adjusted(3, 0, -3, 0), self.name, 10, s.ink, bold=True)
        for names, left in ((self.inputs[:4], True), (self.outputs[:4], False)):
            for k, said in enumerate(names):
                y = 58 + (k - (len(names) - 1) / 2) * 22
                edge = 58 + (k - (len(names) - 1) / 2) * 9
                if left:
                    s.text(QRectF(EDGE, y - 7, 54, 14), said, 9, s.ink)
                    s.arrow(QPointF(62, y), QPointF(82, edge))
                else:
                    s.arrow(QPointF(158, edge), QPointF(178, y))
                    s.text(QRectF(180, y - 7, 54, 14), said, 9, s.ink)
        s.text(QRectF(EDGE, TALL - 20, WIDE - 2 * EDGE, 14), self.note, 9)
