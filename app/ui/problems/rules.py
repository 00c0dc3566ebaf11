"""Which rules of advice are told: the menu that switches them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from app.advice import RULES
from app.ui import settings
from app.ui.language import tr


class Rules(QObject):
    """The rules that are switched off, kept between sessions. `changed` follows every switch."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(tr("&Advice"))
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self._fill()

    @property
    def off(self) -> frozenset[str]:
        return frozenset(settings.advice_off())

    def switch(self, rule: str, on: bool) -> None:
        """Tell a rule's advice again, or no longer."""
        off = self.off - {rule} if on else self.off | {rule}
        settings.set_advice_off(sorted(off))
        self.changed.emit()

    def _fill(self) -> None:
        self.menu.clear()
        for rule in RULES:
            entry = self.menu.addAction(tr(rule.title))
            entry.setObjectName(rule.id)
            entry.setToolTip(f"<p>{tr(rule.reason)}</p>")
            entry.setCheckable(True)
            entry.setChecked(rule.id not in self.off)
            entry.toggled.connect(lambda on, rule=rule: self.switch(rule.id, on))
