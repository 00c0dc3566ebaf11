"""A layer explained: its picture, the shapes of the node, its formula, its help and its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.language import tr, tr_help
from app.ui.layerhelp.view import PictureView
from nodes.shapes import text
from nodes.spec import LayerSpec, Shape


class LayerHelp(QWidget):
    """Shows one layer at a time, as it is in a node or as it comes from the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: LayerSpec | None = None
        self.picture = PictureView()
        self.shapes = _label()
        self.shapes.setObjectName("shapes")
        self.shapes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.summary = _label()
        self.says = _label()
        self.says.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.picture, self.shapes, self.summary, self.says):
            column.addWidget(widget)

    def show_layer(
        self,
        spec: LayerSpec,
        args: Mapping[str, object],
        inputs: Sequence[Shape] = (),
        outputs: Sequence[Shape] = (),
    ) -> None:
        self._spec = spec
        self.picture.show_layer(spec, args, inputs)
        into, out = (", ".join(map(text, shapes)) for shapes in (inputs, outputs))
        self.shapes.setText(f"{into} → {out}" if into and out else into or out)
        self.shapes.setVisible(bool(self.shapes.text()))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        if self._spec is not None:
            summary = self._spec.summary
            self.summary.setText(tr("{told}.", told=tr(summary)) if summary else "")
            self.says.setText(tr_help(self._spec.help))


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
