"""A label that is a link: reached by the keyboard, opened in the browser, seen in every theme."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget


class LinkLabel(QLabel):
    """Qt writes the colour of links into the text when it is set, so that it is set anew."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))

    def show_link(self, title: str, address: str) -> None:
        """The address is read in the tool tip."""
        self.setText(f'<a href="{escape(address)}">{escape(title)}</a>')
        self.setToolTip(address)
        self.setAccessibleName(title)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The link itself has the keys at once; Qt wants another Tab for it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            text = self.text()
            self.clear()
            self.setText(text)
