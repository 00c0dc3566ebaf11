"""The command palette: everything that can be done, by a few letters of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QHideEvent

from app.ui import settings
from app.ui.commands.matching import Matcher
from app.ui.commands.offers import Command, offered, words
from app.ui.language import tr
from app.ui.palette.picture import chip
from app.ui.search.delegate import RowDelegate, Shown
from app.ui.search.frame import MARGIN, SearchFrame
from app.ui.search.model import FoundModel

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_WIDTH, _ROWS = 680, 13
_ICON = 16


class CommandPalette(SearchFrame[Command]):
    """Lies below the top of the window. What was chosen lately comes first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, FoundModel(_told), _CommandDelegate(), "command palette")
        self._window = window
        self._kind = ""
        self._matcher: Matcher[Command] | None = None
        self.setAccessibleName(tr("Command palette"))
        self.field.setAccessibleName(tr("Command, network, file, @node or #block"))
        self.rows.setAccessibleName(tr("What can be done"))
        self.chosen.connect(lambda command: command.run())
        self.closed.connect(self._give_back)

    def ask(self, query: str = "") -> None:
        """Open it with this typed already; where it is open, put it away."""
        if self.isVisible():
            self.close_search()
            return
        self._matcher = None
        self.field.setPlaceholderText(tr("Type a command, a network or a file"))
        self.hint.setText(tr("@ for nodes · # for blocks · Enter does it · Esc leaves"))
        room = self.over.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        row = QFontMetrics(self.rows.font()).height() + 10
        size = QSize(_WIDTH, row * _ROWS + 90).boundedTo(room.size())
        top = min(self._window.menuBar().height() + 40, room.bottom() - size.height() + 1)
        left = room.center().x() - size.width() // 2
        self.open_over(QRect(left, top, size.width(), size.height()), query)

    def search(self, query: str) -> None:
        kind = query[:1] if query[:1] in ("@", "#") else ""
        if self._matcher is None or kind != self._kind:
            self._kind, self._matcher = kind, Matcher(offered(self._window, query))
        self.model.show_found(self._matcher.find(words(query), settings.recent_commands()))
        nothing = {
            "@": tr("No node has that name."),
            "#": tr("No block has that name."),
        }
        self.show_rows(nothing.get(kind, tr("Nothing has that name. Try fewer letters.")))

    def may_choose(self, row: Command) -> bool:
        return not row.off

    def took(self, row: Command) -> None:
        settings.remember_command(row.id)
        self._give_back()

    def completed(self, row: Command) -> str:
        return f"{self._kind}{row.title}"

    def hideEvent(self, event: QHideEvent) -> None:
        """What was offered names open networks, which may be closed."""
        super().hideEvent(event)
        if event.spontaneous():
            return  # the window is out of sight, and comes back with it
        self._matcher = None
        self.model.show_found([])

    def _give_back(self) -> None:
        """The keys go where they went before, as far as that is the drawing."""
        if self._window.shows_canvas:
            self._window.canvas.setFocus()


class _CommandDelegate(RowDelegate):
    room = _ICON

    def shown(self, row: object, scale: float) -> Shown:
        assert isinstance(row, Command)
        picture = None
        if row.icon is not None and not row.icon.isNull():
            picture = row.icon.pixmap(QSize(_ICON, _ICON), scale)
        elif row.family:
            picture = chip(row.family, scale)
        return Shown(row.title, row.missing or row.about, row.where, picture, off=row.off)


def _told(command: Command) -> tuple[str, str]:
    parts = (command.title, command.missing or command.about, command.where)
    return command.title, ", ".join(filter(None, parts))
