"""Images of the data by their numbers, asked for a few at a time once they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from app.training.messages import About, Answer, Samples, Unanswered
from app.ui.language import tr
from app.ui.results import pixels

Answered = Callable[[Answer | Unanswered, bytes], None]
_AT_ONCE = 48  # images of one question
_WAITING = 4 * _AT_ONCE  # what was scrolled past long ago is not asked for
_BYTES = 64 * 2**20  # of all that is kept


class Asked(Protocol):
    """Whoever answers questions about a network; `certain`: its scores are probabilities."""

    @property
    def classes(self) -> Sequence[str]: ...
    @property
    def certain(self) -> bool: ...
    def ask(self, about: About, take: Answered) -> None: ...


class Pictures(QObject):
    """`came` tells that there are more of them, `refused` why there are none."""

    came = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._era = 0  # of answers to what was asked of others
        self._under_way = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._ask)

    def of(self, asked: Asked | None) -> None:
        """Other data from now on, or the same anew: nothing is kept."""
        self._asked = asked
        self._kept.clear()
        self._wanted.clear()
        self._era += 1
        self._under_way = False

    def get(self, number: int) -> QPixmap | None:
        """The image if it is there; otherwise it is asked for, the latest wish first."""
        if (found := self._kept.get(number)) is None:
            self._wanted.pop(number, None)
            self._wanted[number] = None
            if not self._later.isActive():
                self._later.start()
        return found

    def _ask(self) -> None:
        if self._under_way or self._asked is None or not self._wanted:
            return
        newest = [*self._wanted][-_WAITING:]
        wanted, left = newest[-_AT_ONCE:], newest[:-_AT_ONCE]
        self._wanted = dict.fromkeys(left)
        self._under_way, era = True, self._era
        self._asked.ask(Samples(tuple(wanted)), lambda a, data: self._take(era, a, data))

    def _take(self, era: int, answer: Answer | Unanswered, payload: bytes) -> None:
        if era != self._era:
            return
        self._under_way = False
        if isinstance(answer, Unanswered):
            self._asked = None
            self.refused.emit(tr(answer.reason))
            return
        for number, found in zip(answer.images, pixels.images(answer, payload), strict=True):
            self._kept[number] = pixels.picture(found)
        most = max(_WAITING, _BYTES // max(1, 4 * answer.height * answer.width))
        while len(self._kept) > most:
            self._kept.popitem(last=False)
        self.came.emit()
        self._ask()
