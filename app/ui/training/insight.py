"""What is known of data on disk: looked into by a process beside, kept as long as it holds."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.training.messages import DataRefused, Event, Inspect, Inspected
from app.training.messages.studio import GIVEN_UP
from app.training.recipe import of_data
from app.ui.editor import Editor
from app.ui.training.studio import Studio

_MANY = 16  # answers that are kept


def wanted(editor: Editor) -> Inspect | None:
    """What decides how data fits a network; an edit of anything else changes nothing."""
    report = editor.report
    if not report.ok or len(report.inputs) != 1 or not report.outputs:
        return None
    return Inspect(of_data(editor.recipe), report.inputs[0], report.outputs[0][0])


class Insight(QObject):
    """`changed` follows when more is known. Data that is changed on disk is looked into again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: deque[tuple[Inspect, int, Inspected | DataRefused]] = deque(maxlen=_MANY)
        self._under_way = deque[Inspect]()  # each is answered once, in this order
        self._studio = Studio(self)
        self._studio.told.connect(self._take)
        self._studio.died.connect(self._under_way.clear)

    def of(self, asked: Inspect) -> Inspected | DataRefused | None:
        when = _changed(asked)
        return next((told for a, w, told in self._known if (a, w) == (asked, when)), None)

    def keep(self, asked: Inspect, told: Inspected | DataRefused) -> None:
        """Somebody has looked."""
        self._known.appendleft((asked, _changed(asked), told))
        self.changed.emit()

    def look(self, asked: Inspect) -> None:
        if [*self._under_way][-1:] != [asked] and self.of(asked) is None:
            self._under_way.append(asked)
            self._studio.ask(asked)

    def close(self) -> None:
        """Give up what is under way."""
        self._under_way.clear()
        self._studio.close()

    def _take(self, event: Event, payload: bytes) -> None:
        if not isinstance(event, Inspected | DataRefused) or not self._under_way:
            return
        asked = self._under_way.popleft()
        if not self._under_way:
            self._studio.close()
        if not isinstance(event, DataRefused) or event.reason != GIVEN_UP:
            self.keep(asked, event)


def _changed(asked: Inspect) -> int:
    """When the data was changed last, as far as its folder or file tells; 0 where it is gone."""
    try:
        return Path(asked.recipe.data).expanduser().stat().st_mtime_ns
    except OSError:
        return 0
