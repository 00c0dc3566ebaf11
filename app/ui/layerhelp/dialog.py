"""Help on every layer, to search: a list of all of them, and a page for the one in hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui import scale
from app.ui.language import tr
from app.ui.layerhelp.page import LayerHelp
from app.ui.palette.picture import chip
from nodes.spec import LayerSpec, Shape

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ROWS = {(QEvent.Type.KeyPress, key) for key in _KEYS}


class LayerHelpDialog(QDialog):
    """Stays beside the window while one goes on working in it."""

    def __init__(self, layers: Sequence[LayerSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Layers explained"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scale.size(820, 600))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the layers"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Layers"))
        self.list.setFixedWidth(scale.px(230))
        self.list.currentItemChanged.connect(self._show)
        for spec in layers:
            item = QListWidgetItem(chip(spec.family, self.devicePixelRatioF()), spec.id)
            item.setToolTip(tr(spec.summary))
            self.list.addItem(item)
        self._layers = tuple(layers)
        self._node: tuple[str, Mapping[str, object], Sequence[Shape], Sequence[Shape]] | None = None
        self.nothing = QLabel(tr("No layer says that."))
        self.nothing.hide()
        self.title = QLabel()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.title.setFont(font)
        self.page = LayerHelp()
        held = QWidget()
        column = QVBoxLayout(held)
        column.addWidget(self.title)
        column.addWidget(self.page)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(area, 1)
        self.list.setCurrentRow(0)

    def show_kind(
        self,
        kind: str,
        args: Mapping[str, object],
        inputs: Sequence[Shape] = (),
        outputs: Sequence[Shape] = (),
    ) -> None:
        """Go to a layer, as it is in a node."""
        self._node = kind, args, inputs, outputs
        for row, spec in enumerate(self._layers):
            if spec.id == kind:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row))

    def _filter(self, asked: str) -> None:
        """Layers that have every word in their name, family, summary or help; names first."""
        words = asked.lower().split()
        found = []
        for row, spec in enumerate(self._layers):
            told = " ".join((spec.id, spec.family, spec.summary, tr(spec.summary), spec.help))
            hit = all(word in told.lower() for word in words)
            self.list.item(row).setHidden(not hit)
            if hit:
                found.append(row)
        self.nothing.setVisible(not found)
        named = [r for r in found if words and words[0] in self._layers[r].id.lower()]
        if found and words:
            self.list.setCurrentRow((named or found)[0])

    def _show(self) -> None:
        spec = self._layers[self.list.currentRow()]
        self.title.setText(spec.id)
        if self._node is not None and self._node[0] == spec.id:
            self.page.show_layer(spec, *self._node[1:])
        else:
            self.page.show_layer(spec, {})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list while one types."""
        if isinstance(event, QKeyEvent) and (event.type(), event.key()) in _ROWS:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)
