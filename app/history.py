"""The undo history of a document: every state it was in, which of them is present, which saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app import pool
from app.training.recipe import Recipe
from nodes.network import Network
from nodes.network.bookmarks import Bookmark
from nodes.network.document import Document, Origin, Weights

_SPARED = 200  # steps that are history no more, before what was written is written anew


@dataclass(frozen=True)
class Snapshot:
    """Everything that undo restores and a document holds."""

    network: Network
    recipe: Recipe
    weights: Weights | None = None
    origin: Origin | None = None
    bookmarks: tuple[Bookmark, ...] = ()

    @staticmethod
    def of(document: Document) -> Snapshot:
        """Raises DocumentError: the recipe beside the network is not valid."""
        recipe = Recipe.read(document.recipe)
        d = document
        return Snapshot(d.network, recipe, d.weights, d.origin, d.bookmarks)

    @property
    def document(self) -> Document:
        recipe = self.recipe.write()
        return Document(self.network, recipe, self.weights, self.origin, self.bookmarks)


@dataclass(frozen=True)
class Step:
    """What was done, the state it led to, and when, in seconds since 1970."""

    label: str
    snapshot: Snapshot
    time: float


class History:
    """All steps since the document was opened; those behind `at` were undone.

    The states share what they have in common: a step costs the memory of what it changed.
    """

    def __init__(self, label: str, snapshot: Snapshot) -> None:
        self.steps: list[Step] = [Step(label, snapshot, time.time())]
        self.at = 0
        self.saved: Snapshot | None = snapshot  # as it is in the file
        self._growing = ""  # what the last step goes on with

    @property
    def present(self) -> Snapshot:
        return self.steps[self.at].snapshot

    @property
    def modified(self) -> bool:
        return self.present is not self.saved

    def push(self, label: str, snapshot: Snapshot, grows: str = "") -> None:
        """Add a step, in the place of those that were undone.

        Steps in a row that `grows` gives the same name are one, as turns of the wheel at one
        number are; one that was saved in between is left as it is. Such a row that ends where it
        began is no step.
        """
        last = self.at == len(self.steps) - 1
        goes_on = grows and grows == self._growing and last and self.modified
        if goes_on and snapshot == self.steps[self.at - 1].snapshot:
            self.take_back(grows)
            return
        del self.steps[self.at if goes_on else self.at + 1 :]
        self.steps.append(Step(label, snapshot, time.time()))
        self.at = len(self.steps) - 1
        self._growing = grows

    def take_back(self, grows: str) -> bool:
        """Go back before the row of steps of this name, as if it had not been; whether it is."""
        if not grows or grows != self._growing or not self.modified:
            return False
        del self.steps[self.at :]
        self.go(self.at - 1)
        return True

    def go(self, at: int) -> None:
        self.at, self._growing = at, ""

    def mark_saved(self) -> None:
        self.saved, self._growing = self.present, ""

    def amend(self, better: Callable[[Snapshot], Snapshot]) -> None:
        """More is known of states than when they were made: no edit."""
        made = {id(step.snapshot): better(step.snapshot) for step in self.steps}
        if self.saved is not None:
            self.saved = made.get(id(self.saved), self.saved)
        self.steps = [replace(step, snapshot=made[id(step.snapshot)]) for step in self.steps]


class HistoryWriter:
    """Writes one history again and again as it goes on, in the time that what is new takes."""

    def __init__(self) -> None:
        self._writer = pool.Writer()
        self._written: Sequence[Step] = ()
        self._dropped = 0

    def write(self, history: History) -> bytes:
        """All steps, compact: what they share is written once."""
        steps = tuple(history.steps)
        # Those that were undone, or that one number turned on and on has replaced.
        self._dropped += len({*map(id, self._written)} - {*map(id, steps)})
        if self._dropped > max(len(steps), _SPARED):
            self._writer, self._dropped = pool.Writer(), 0
        self._written = steps
        saved = next((i for i, s in enumerate(steps) if s.snapshot is history.saved), -1)
        return self._writer.write((steps, history.at, saved))


def history_from_bytes(data: bytes) -> History:
    """The history with every step, as it was; raises PoolError."""
    match pool.from_bytes(data):
        case ((Step(), *_) as steps, int(at), int(saved)) if -1 <= saved < len(steps) > at >= 0:
            history = History(steps[0].label, steps[0].snapshot)
            history.steps, history.at = list(steps), at
            history.saved = steps[saved].snapshot if saved >= 0 else None
            return history
    raise pool.PoolError("it holds something else than a history")
