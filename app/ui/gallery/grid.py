"""The cards of the gallery under their headings, in as many columns as fit; moved in by arrows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from app.gallery.order import Group
from app.ui.gallery.card import PresetCard
from app.ui.language import tr
from presets import PRESETS, Preset

_GAP = 10
_HEADING = 30
NOTHING = (
    "No preset is found. The search knows titles, families, authors, papers, years, parameters, "
    "published variants and the data of published accuracies."
)


class CardGrid(QScrollArea):
    """`chosen` follows the card that is lit, `opened` a double click or Enter on one.

    `typed` carries text that is typed here, for the search.
    """

    chosen = Signal(object)  # Preset
    opened = Signal(object)  # Preset
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        self.setWidget(self._sheet)
        self._groups: Sequence[Group] = ()
        self._rows: list[list[PresetCard]] = []
        self._headings: list[QLabel] = []
        self._empty = QLabel(tr(NOTHING), self._sheet)
        self._empty.setWordWrap(True)
        self._empty.setForegroundRole(self._empty.foregroundRole().PlaceholderText)
        self._current: PresetCard | None = None
        self.cards = {preset.id: self._card(preset) for preset in PRESETS.values()}

    def _card(self, preset: Preset) -> PresetCard:
        card = PresetCard(preset, self._sheet)
        card.chosen.connect(partial(self._choose, card))
        card.opened.connect(partial(self.opened.emit, preset))
        return card

    @property
    def current(self) -> Preset | None:
        """The chosen preset, where any is shown."""
        return self._current.preset if self._current is not None else None

    @property
    def shown(self) -> tuple[Preset, ...]:
        return tuple(preset for group in self._groups for preset in group.presets)

    def show_groups(self, groups: Sequence[Group], light: Preset | None = None) -> None:
        """Show these presets from the top, and light one of them.

        By default the one that was lit stays so, or the first is where it is not among them.
        """
        self._groups = groups
        while len(self._headings) < len(groups):
            self._headings.append(_heading(self._sheet))
        for at, heading in enumerate(self._headings):
            text = groups[at].heading if at < len(groups) else ""
            heading.setText(tr(text.replace("&", "&&")))
            heading.setVisible(bool(text))
        shown = self.shown
        ids = {preset.id for preset in shown}
        for name, card in self.cards.items():
            card.setVisible(name in ids)
        self._empty.setVisible(not shown)
        self._arrange()
        self.verticalScrollBar().setValue(0)
        if light is not None:
            self._choose(self.cards[light.id])
        elif self._current is None or self._current.preset.id not in ids:
            self._choose(self.cards[shown[0].id] if shown else None)

    def choose(self, preset: Preset) -> None:
        """Light the card of a preset."""
        self._choose(self.cards[preset.id])

    def show_current(self) -> None:
        """Scroll until the card that is lit can be seen."""
        if self._current is not None:
            self._show_card(self._current)

    def focus_current(self) -> None:
        if self._current is not None:
            self._current.setFocus()

    def _choose(self, card: PresetCard | None) -> None:
        if card is self._current:
            return
        for each, on in ((self._current, False), (card, True)):
            if each is not None:
                each.light(on)
        self._current = card
        self.chosen.emit(self.current)
        if card is not None:
            self._show_card(card)

    def _show_card(self, card: PresetCard) -> None:
        """Scroll until the card can be seen, with the heading above it."""
        box = card.geometry()
        self.ensureVisible(box.center().x(), box.top(), 0, _HEADING + _GAP)
        self.ensureVisible(box.center().x(), box.bottom(), 0, _GAP)

    # --- laying out ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.viewport().width() - _GAP
        hint = next(iter(self.cards.values())).sizeHint()
        columns = max((width + _GAP) // (hint.width() + _GAP), 1)
        across = (width - (columns - 1) * _GAP) // columns
        top, self._rows = 0, []
        for group, heading in zip(self._groups, self._headings, strict=False):
            if group.heading:
                heading.setGeometry(0, top, width, _HEADING)
                top += _HEADING
            for start in range(0, len(group.presets), columns):
                row = [self.cards[p.id] for p in group.presets[start : start + columns]]
                for at, card in enumerate(row):
                    card.setGeometry(QRect(at * (across + _GAP), top, across, hint.height()))
                self._rows.append(row)
                top += hint.height() + _GAP
        told = self._empty.heightForWidth(width)
        self._empty.setGeometry(0, 0, width, told)
        self._sheet.resize(width + _GAP, max(top, told))

    # --- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._climb(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            rows = max(self.viewport().height() // (self._rows[0][0].height() + _GAP), 1)
            self._climb(rows if key == Qt.Key.Key_PageDown else -rows)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(len(PRESETS) if key == Qt.Key.Key_End else -len(PRESETS))
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        """To the next card or the one before, in reading order."""
        cards = [card for row in self._rows for card in row]
        if self._current in cards:
            at = cards.index(self._current) + by
            cards[min(max(at, 0), len(cards) - 1)].setFocus()

    def _climb(self, by: int) -> None:
        """To the card above or below, or the last of a shorter row."""
        for at, row in enumerate(self._rows):
            if self._current in row:
                to = self._rows[min(max(at + by, 0), len(self._rows) - 1)]
                to[min(row.index(self._current), len(to) - 1)].setFocus()
                return


def _heading(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
