"""What is above the feature maps: their title, the epochs, and how they are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from app.ui.buttons import flat
from app.ui.language import tr
from app.ui.plots import colours
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.epochbar import EpochBar


class MapBar(QWidget):
    """One row; the page connects what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.epochs = EpochBar()
        self.colours = QComboBox()
        self.colours.addItems([tr(name.capitalize()) for name in colours.NAMES])
        self.colours.setToolTip(tr("Colours of the maps; of “Blue to red” white is zero"))
        self.colours.setAccessibleName(tr("Colours of the maps"))
        self.common = QCheckBox(tr("Common range"))
        self.common.setToolTip(
            tr("Scale all channels alike, not each to its own least and greatest")
        )
        self.large = flat(
            "Close-up",
            "One channel, large beside the image; click on a channel to choose another. "
            "A double click or Enter has it fill the page",
        )
        self.large.setCheckable(True)
        self.fit = flat("Fit", "Show all of it again after zooming")
        self.export = flat("Export…", "Save the picture as PNG or the values as CSV")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        self._of_maps = self.colours, self.common, self.large
        self._of_any = self.fit, self.export
        for widget in (self.epochs, *self._of_maps, *self._of_any):
            row.addWidget(widget)

    def offer(self, *, anything: bool, maps: bool) -> None:
        """What can be done with what is shown: with maps more than with a vector."""
        for widget in self._of_maps:
            widget.setVisible(maps)
        for widget in self._of_any:
            widget.setVisible(anything)
