"""The quiet bar over the canvas: what has happened to a document, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.banner import MARGINS, Banner
from app.ui.language import tr

Choice = tuple[str, Callable[[], object]]


class NoticeBar(Banner):
    """Stays until one of its buttons is pressed, or another notice comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda colours: colours.accent, parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*MARGINS)
        self._row.addWidget(self.says, 1)
        self.buttons: list[QPushButton] = []
        self._choices: Sequence[Choice] = ()

    def show_notice(self, text: str, choices: Sequence[Choice] = (), tip: str = "") -> None:
        """Every choice closes the bar, and so does the one to do nothing, which is always there."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()  # at once: it is gone only when the event loop gets to it
            button.deleteLater()
        self._choices = choices
        self.buttons = [self._button(*choice) for choice in (*choices, (tr("Close"), self.hide))]
        self.says.setText(tr(text))
        self.says.setToolTip(tr(tip))
        self.setAccessibleName(tr(text))
        self.show()

    def add_offer(self, text: str, choices: Sequence[Choice]) -> bool:
        """Say it beside what is said by now; not where that leaves something to choose."""
        said = "" if self.isHidden() else self.says.text()
        if said and self._choices:
            return False
        self.show_notice(f"{said} {text}".strip(), choices, self.says.toolTip() if said else "")
        return True

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(tr(text))
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: do())
        self._row.addWidget(button)
        return button
