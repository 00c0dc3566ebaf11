"""How an image is explained: by which way, at which node, in which colours and how strongly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSlider, QWidget

from app.analysis.report import Report
from app.ui import scale
from app.ui.language import tr
from app.ui.plots import colours

How = Literal["gradcam", "saliency", "occlusion"]
_WAYS: tuple[tuple[str, How | None, str], ...] = (
    ("Image alone", None, "The image as the network is given it"),
    ("Grad-CAM", "gradcam", "Where the chosen node sees what speaks for the class"),
    ("Saliency", "saliency", "The pixels that the score of the class depends on most"),
    ("Occlusion", "occlusion", "Where the score of the class falls once a patch is covered"),
)
_CAM = 1  # its place among the ways


class Controls(QWidget):
    """`asked` tells that an explanation is another, `seen` that it is only to look different."""

    asked = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = QComboBox()
        self.way.setAccessibleName(tr("Explanation"))
        for at, (title, _, tip) in enumerate(_WAYS):
            self.way.addItem(tr(title))
            self.way.setItemData(at, tr(tip), Qt.ItemDataRole.ToolTipRole)
        self.way.setToolTip(tr("What is laid over the image"))
        self.node = QComboBox()
        self.node.setAccessibleName(tr("Node"))
        self.node.setToolTip(
            tr("The node that is looked into; the one chosen on the canvas is taken")
        )
        self.node.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.node.setMinimumContentsLength(9)
        self.colours = QComboBox()
        self.colours.addItems([tr(name.capitalize()) for name in colours.NAMES])
        self.colours.setCurrentIndex(colours.NAMES.index("viridis"))
        self.colours.setAccessibleName(tr("Colours of the overlay"))
        self.colours.setToolTip(tr("Colours of the overlay"))
        self.weight = QSlider(Qt.Orientation.Horizontal)
        self.weight.setRange(0, 100)
        self.weight.setValue(65)
        self.weight.setAccessibleName(tr("Opacity of the overlay"))
        self.weight.setToolTip(tr("Opacity of the overlay"))
        scale.follow(self, lambda: self.weight.setFixedWidth(scale.px(70)))
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(6)
        for widget in (self.way, self.node, self.colours, self.weight):
            bar.addWidget(widget)
        bar.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.way.setCurrentIndex(_CAM)
        self.way.currentIndexChanged.connect(self._changed)
        self.node.currentIndexChanged.connect(self.asked)
        self.colours.currentIndexChanged.connect(self.seen)
        self.weight.valueChanged.connect(self.seen)
        self._refresh()

    @property
    def how(self) -> How | None:
        return _WAYS[self.way.currentIndex()][1]

    @property
    def path(self) -> str:
        """Of the node; empty where the way needs none."""
        return self.node.currentText() if self.how == "gradcam" else ""

    @property
    def shade(self) -> str:
        """One of the names of colour maps."""
        return colours.NAMES[self.colours.currentIndex()]

    def show_nodes(self, paths: Sequence[str]) -> None:
        """Those that can be looked into, in the order of computation; first the last of them."""
        former = self.node.currentText()
        if [self.node.itemText(k) for k in range(self.node.count())] == [*paths]:
            return
        with QSignalBlocker(self.node):
            self.node.clear()
            self.node.addItems([*paths])
            self.node.setCurrentIndex(paths.index(former) if former in paths else len(paths) - 1)
        self.asked.emit()

    def choose_node(self, path: str) -> None:
        """Where it is one of those that can be looked into; of a repeated block the last copy."""
        if (at := self.node.findText(path)) < 0:
            known = (self.node.itemText(k) for k in range(self.node.count()))
            copies = [name for name in known if re.fullmatch(rf"{re.escape(path)}\.\w*\d+", name)]
            at = self.node.findText(copies[-1]) if copies else -1
        if at >= 0:
            self.node.setCurrentIndex(at)

    def _changed(self) -> None:
        self._refresh()
        self.asked.emit()

    def _refresh(self) -> None:
        self.node.setVisible(self.how == "gradcam")
        for widget in (self.colours, self.weight):
            widget.setVisible(self.how is not None)


def nodes_with_maps(report: Report | None) -> list[str]:
    """Paths of the nodes that give maps, or a row of tokens."""
    if report is None:
        return []
    return [
        path
        for path, found in report.nodes.items()
        if found.kind not in ("Input", "Output") and found.enabled
        for shape in [next(iter(found.outputs.values()), ())]
        if len(shape) in (2, 3) and shape[-1] > 1 and (len(shape) == 2 or shape[1] > 1)
    ]
