"""What a recipe's data holds: images, counts of classes, figures, and what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.training.messages import DataRefused, Event, Inspect, Inspected, Pictures
from app.training.messages.studio import GIVEN_UP
from app.training.repairs import Repair, repairs
from app.ui import scale
from app.ui.editor import Editor
from app.ui.formats import count, counted
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from app.ui.plots.style import small
from app.ui.sources.choosing import SourceButton
from app.ui.training.faults import Faults
from app.ui.training.insight import wanted
from app.ui.training.normalising import NormaliseButton
from app.ui.training.pixmaps import pixmaps
from app.ui.training.studio import Studio

_REST = 300  # ms without an edit
_SIDE, _GAP = 56, 6  # pixels at 100 %
_MUTED, _PLAIN = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText
_ALARM = QPalette.ColorRole.BrightText


class Samples(QWidget):
    """Images with the names of their classes below, as many a row as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Samples of the data"))
        self.pictures: list[QPixmap] = []
        self.names: list[str] = []
        self._labels: tuple[int, ...] = ()
        scale.follow(self, self.updateGeometry)

    def show_pictures(self, event: Pictures, payload: bytes) -> None:
        """Raises ValueError where the payload has another length than the event says."""
        self.pictures = pixmaps(payload, event.channels, event.height, event.width)
        self._labels = event.labels
        self.name(())
        self._laid_out()

    def name(self, classes: tuple[str, ...]) -> None:
        """A label without a class is told as the number that it is."""
        known = dict(enumerate(classes))
        self.names = [known.get(label, str(label)) for label in self._labels]
        self.update()

    def clear(self) -> None:
        self.pictures, self.names, self._labels = [], [], ()
        self._laid_out()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = math.ceil(len(self.pictures) / self._columns(width))
        return rows * self._cell().height()

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, cell, columns = QPainter(self), self._cell(), self._columns(self.width())
        painter.setFont(small(self))
        side = scale.px(_SIDE)
        for at, (picture, name) in enumerate(zip(self.pictures, self.names, strict=True)):
            x, y = at % columns * cell.width(), at // columns * cell.height()
            painter.drawPixmap(QRectF(x, y, side, side), picture, QRectF(picture.rect()))
            told = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, side)
            area = QRectF(x, y + side, side, cell.height() - side)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, told)

    def _laid_out(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 1)))
        self.updateGeometry()
        self.update()

    def _cell(self) -> QSize:
        side, gap = scale.px(_SIDE), scale.px(_GAP)
        return QSize(side + gap, side + self.fontMetrics().height() + gap)

    def _columns(self, width: int) -> int:
        return max(1, width // self._cell().width())


class DataPage(QSplitter):
    """Looks into the data of the recipe while it is on screen, anew when that is another."""

    inspected = Signal(object, object)  # Inspect, Inspected

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._asked: Inspect | None = None
        self._looked = False
        self._found: Inspected | None = None
        self.studio = Studio(self)
        self.studio.told.connect(self.take)
        self.state = note_label()
        self.facts = note_label()
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults = Faults()
        self.faults.chosen.connect(self._mend)
        self.choose = SourceButton()
        self.choose.chosen.connect(self._take_data)
        self.choose.refused.connect(lambda why: tell(self.state, why, _ALARM))
        self.normalise = NormaliseButton(editor)
        self.classes = _table()
        self.samples = Samples()
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(8, 4, 8, 4)
        head = QHBoxLayout()
        head.addWidget(self.state, 1)
        head.addStretch()
        head.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.faults)
        column.addWidget(self.facts)
        column.addWidget(self.normalise, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        parts = (_scrolled(told), self.classes, _scrolled(self.samples))
        for part, share in zip(parts, (3, 2, 5), strict=True):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), share)
        self.setSizes([460, 220, 600])
        self._later = QTimer(self, singleShot=True, interval=_REST)
        self._later.timeout.connect(self._look)
        editor.changed.connect(self._later.start)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.studio.close()
        self._looked = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "classes"):
            _head(self.classes)

    def _look(self) -> None:
        asked = wanted(self._editor) if self.isVisible() else None
        if self._looked and asked == self._asked:
            return
        self._asked, self._looked = asked, True
        self._clear()
        if asked is None:
            tell(self.state, "The data is shown once the network has no problems.", _MUTED)
            return
        tell(self.state, "Looking into the data…", _MUTED)
        self.studio.ask(asked)

    def take(self, event: Event, payload: bytes) -> None:
        """What the studio tells of the newest errand; what was given up is not told."""
        match event:
            case Pictures():
                self.samples.show_pictures(event, payload)
            case Inspected():
                self.inspected.emit(self._asked, event)
                self._show(event)
            case DataRefused() if event.reason != GIVEN_UP:
                self._clear()
                tell(self.state, event.reason, _ALARM)

    def _repairs(self, found: Inspected) -> Sequence[Repair]:
        """For the network and the recipe as they are now, after an edit since it was looked."""
        editor = self._editor
        if wanted(self._editor) is None:
            return ()
        return [*repairs(editor.network, editor.report, editor.recipe, found)]

    def _mend(self, chosen: Repair) -> None:
        """One edit, of the drawing or of the recipe."""
        assert self._found is not None
        alike = (r for r in self._repairs(self._found) if r.words == chosen.words)
        if (repair := next(alike, None)) is not None:
            self._editor.set_recipe(repair.recipe)
            self._editor.apply(repair.words, lambda _: repair.network)

    def _take_data(self, data: str) -> None:
        self._editor.set_recipe(replace(self._editor.recipe, data=data))

    def _clear(self) -> None:
        self.samples.clear()
        self.classes.setRowCount(0)
        self.faults.show_faults(())
        self.normalise.show_figures((), ())
        for note in (self.state, self.facts):
            tell(note, "", _MUTED)

    def _show(self, found: Inspected) -> None:
        told = tr(
            "{train} images to learn from and {val} for validation, in {classes}",
            train=count(sum(found.train)),
            val=count(sum(found.val)),
            classes=counted(len(found.classes), "class", "classes"),
        )
        tell(self.state, told, _PLAIN)
        self._found = found
        current = wanted(self._editor) == self._asked
        self.faults.show_faults(found.faults, self._repairs(found) if current else ())
        tell(self.facts, "\n".join(_facts(found)), _MUTED)
        self.normalise.show_figures(found.means, found.deviations)
        self.samples.name(found.classes)
        self.classes.setRowCount(len(found.classes))
        rows = zip(found.classes, found.train, found.val, strict=True)
        for row, (name, train, val) in enumerate(rows):
            for place, shown in enumerate((name, count(train), count(val))):
                self.classes.setItem(row, place, QTableWidgetItem(shown))


def _facts(found: Inspected) -> list[str]:
    sizes = ", ".join(f"{h}×{w}: {count(many)}" for h, w, many in found.sizes)
    told = [
        tr("Mean of the channels: {values}", values=_values(found.means)),
        tr("Deviation of the channels: {values}", values=_values(found.deviations)),
    ]
    if sizes:
        told.append(tr("Sizes: {sizes}", sizes=sizes))
    told += [tr("Taken: {what}", what=tr(each)) for each in found.remark.split("; ") if each]
    if found.streamed:
        told.append(tr("It is larger than memory has room for, and is read as it is learned from."))
    if found.skipped:
        told.append(tr("Could not be read: {files}", files="; ".join(found.skipped)))
    if found.fingerprint:
        told.append(tr("Fingerprint: {print}", print=found.fingerprint[:12]))
    return told


def _values(values: tuple[float, ...]) -> str:
    return ", ".join(f"{value:.4f}" for value in values)


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    _head(table)
    table.setAccessibleName(tr("Images of each class"))
    table.verticalHeader().hide()
    height = table.fontMetrics().height() + 6
    scale.follow(table, lambda: table.verticalHeader().setDefaultSectionSize(scale.px(height)))
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    return table


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    return area


def _head(table: QTableWidget) -> None:
    table.setHorizontalHeaderLabels([tr("Class"), tr("Training"), tr("Validation")])
