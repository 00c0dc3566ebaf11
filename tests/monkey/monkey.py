"""Rounds of random actions and gestures at a window, and what must hold after each."""

from __future__ import annotations

import os
import random
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from app.analysis import EMPTY, analyse
from app.history import History
from app.ui.actions import ACTIONS
from app.ui.sheet import Sheet
from app.ui.tabs import Tab
from app.ui.window import MainWindow
from nodes.network.document import Document, dumps, save
from tests.monkey import watch
from tests.monkey.answers import Answers
from tests.monkey.documents import MOST, random_document, size
from tests.monkey.hand import Paw

LEFT_OUT = {"file.quit": "it ends the session"}
TABS = 4  # more are closed
STEPS = 120  # of a history; a longer one is gone back in and goes on from there
_OURS = f"{os.sep}app{os.sep}"
TOLD = 50  # acts, of those before a fault
BETWEEN = 2  # gestures for each action, on average


class Monkey:
    """Plays with a window; `faults` are what it found, with what it did before.

    The answers to dialogs come from it too: it plays inside `playing`.
    """

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.answers = Answers(self.chance, folder)
        self.answers.dropped = self._dropped
        self.answers.told = self._told
        self.paw = Paw(self.chance)
        self.fired: Counter[str] = Counter()
        self.done: list[str] = []
        self.asked = 0  # menus and dialogs
        self.faults: list[str] = []
        self.causes: Counter[str] = Counter()
        self._folder = folder
        self._opened: WeakKeyDictionary[Sheet, tuple[History, str]] = WeakKeyDictionary()
        self._specs = [spec for spec in ACTIONS if spec.id not in LEFT_OUT]

    @property
    def playable(self) -> Sequence[str]:
        """The actions that it fires where they are enabled."""
        return [spec.id for spec in self._specs]

    @contextmanager
    def playing(self) -> Iterator[None]:
        with self.answers.given(), watch.errors(self._fault):
            yield

    def _fault(self, what: str) -> None:
        """Of each cause the first, with what came before it."""
        lines = what.rstrip().splitlines()
        ours = [line.strip() for line in lines if _OURS in line]
        cause = " ".join([*ours[-1:], lines[-1]])
        self.causes[cause] += 1
        if self.causes[cause] == 1:
            self.faults.append("\n".join([*lines, "  after:", *(f"    {d}" for d in self.done)]))

    # --- acts ------------------------------------------------------------------------------------

    def round(self, actions: int) -> None:
        """Open something, fire this many actions with gestures between them, and look at all."""
        self._open()
        goal = self.fired.total() + actions
        while self.fired.total() < goal:
            self._act(self._fire)
            for _ in range(self.chance.randint(0, 2 * BETWEEN)):
                self._act(self.chance.choice(self._between()))
            self._tidy()
        self._answered()
        for tab in self.window.tabs.tabs:
            self._look_at(tab)

    def _act(self, act: Callable[[], str]) -> None:
        self.done = [*self.done[1 - TOLD :], f"… {act.__name__}"]
        try:
            self.done[-1] = f"{act.__name__}: {act()}"
            QApplication.processEvents()
            self._answered()
        except Exception:  # whatever it is, it is what is looked for
            self._fault(traceback.format_exc())
        self._note()

    def _between(self) -> list[Callable[[], str]]:
        if not self.window.shows_canvas:
            return [self._back, self._back, self._poke]
        return [self._canvas] * 7 + [self._inspect, self._inspect, self._poke, self._tab]

    def _fire(self) -> str:
        able = [s for s in self._specs if self.window.actions_by_id[s.id].isEnabled()]
        spec = self.chance.choice(able)
        self.fired[spec.id] += 1
        self.done[-1] = f"… fires {spec.id}"
        self.window.actions_by_id[spec.id].trigger()
        return spec.id

    def _canvas(self) -> str:
        return self.paw.act(self.window.canvas)

    def _inspect(self) -> str:
        self.window.docks.front("inspector")
        return self.answers.poke(self.window.inspector)

    def _poke(self) -> str:
        return self.answers.poke(self.window)

    def _tab(self) -> str:
        tab = self.chance.choice(list(self.window.tabs.tabs))
        self.window.tabs.activate(tab)
        return tab.sheet.title

    def _back(self) -> str:
        if self.chance.random() < 0.5:
            self._open()
            return "another document"
        self.window.show_canvas()
        return "to the canvas"

    def _open(self) -> None:
        document = random_document(self.chance)
        if self.chance.random() < 0.7:
            self.window.documents.show(document, None)
        else:
            path = self._folder / f"drawn{self.chance.randrange(4)}.skipwire"
            save(path, document)
            self.window.documents.open_path(path)
        self._note()

    def _dropped(self, data: QMimeData) -> None:
        if self.window.shows_canvas:
            self.paw.drop(self.window.canvas, data)

    def _told(self, answer: str) -> None:
        """Before the act that it is a part of, which tells of itself when it is over."""
        self.done[-1:-1] = [answer]
        self.asked += 1

    def _answered(self) -> None:
        """Until nothing is asked any more."""
        while self.answers.answer():
            QApplication.processEvents()

    def _tidy(self) -> None:
        """No more tabs, nodes and steps than can be played with quickly."""
        tabs = self.window.tabs
        while len(tabs.tabs) > TABS:
            tabs.close_tab(self.chance.choice(list(tabs.tabs)))
        for tab in list(tabs.tabs):
            history = tab.sheet.history
            if size(tab.sheet.network) > MOST or len(history.steps) > STEPS:
                if size(history.steps[0].snapshot.network) > MOST:
                    tabs.close_tab(tab)
                else:
                    tab.editor.go_to(self.chance.randrange(min(8, max(history.at, 1))))

    # --- what must hold --------------------------------------------------------------------------

    def _note(self) -> None:
        """How every document was when it was opened, as bytes."""
        for tab in self.window.tabs.tabs:
            sheet = tab.sheet
            known = self._opened.get(sheet)
            if known is None or known[0] is not sheet.history:
                self._opened[sheet] = sheet.history, _text(sheet.history.steps[0].snapshot.document)

    def _look_at(self, tab: Tab) -> None:
        """Its history, there and back; once more where a menu was answered in the middle of it."""
        asked, wrong = self.asked, list(self._wrong_in(tab))
        if self.asked != asked:
            self._look_at(tab)
        for each in wrong if self.asked == asked else ():
            self._fault(each)

    def _wrong_in(self, tab: Tab) -> Iterator[str]:
        window, sheet, editor = self.window, tab.sheet, tab.editor
        history, opened = self._opened[sheet]
        steps, labels = history.steps, [step.label for step in history.steps]
        self.done.append(f"looks at {sheet.title}, {len(steps)} steps")
        for before, after in pairwise(steps):
            if _text(before.snapshot.document) == _text(after.snapshot.document):
                yield f"The step “{after.label}” changes nothing."
        if sheet.report != analyse(sheet.network, EMPTY):
            yield "The report is another than that of a fresh analysis."
        window.tabs.activate(tab)
        window.show_canvas()
        yield from self._through("edit.redo", lambda: history.at < len(steps) - 1)
        last = _text(editor.document)
        yield from self._through("edit.undo", lambda: history.at > 0)
        if _text(editor.document) != opened:
            yield "Undone all the way it is not as it was opened."
        yield from self._through("edit.redo", lambda: history.at < len(steps) - 1)
        if _text(editor.document) != last or history.steps is not steps:
            self.done.append(f"steps {labels}, then {[step.label for step in history.steps]}")
            yield "Done again all the way it is not as it was."

    def _through(self, action: str, more: Callable[[], bool]) -> Iterator[str]:
        for _ in range(len(self.window.editor.sheet.history.steps)):
            if more():
                self.window.actions_by_id[action].trigger()
                if self.chance.random() < 0.2:
                    QApplication.processEvents()
        QApplication.processEvents()
        if more():
            yield f"{action} does not lead to the end."

    def rest(self) -> Mapping[str, int]:
        """Close everything; what is left then, which must not grow from round to round."""
        window = self.window
        while len(window.tabs.tabs) > 1:
            window.tabs.close_tab(window.tabs.tabs[0])
        if window.tabs.split:
            window.tabs.toggle_split()
        window.tabs.close_tab(window.tabs.tabs[0])
        watch.settle()
        return watch.census()


def _text(document: Document) -> str:
    return dumps(document)
