"""An open document as plain state, which the editors that look at it share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.analysis import EMPTY, analyse
from app.analysis.report import Report
from app.codegen import generate
from app.codegen.source import Source
from app.history import History, Snapshot
from app.recovery.fingerprint import Fingerprint
from app.training.controls import InHand
from app.training.recipe import Recipe
from nodes.network import Network

if TYPE_CHECKING:
    from app.ui.editor import Editor


def _new() -> History:
    return History("New", Snapshot(Network(), Recipe()))


@dataclass(eq=False)
class Sheet:
    """The history of a document, its file, what is shown of it and what is selected.

    Only an editor changes it, and tells all `editors` that look at it.
    """

    history: History = field(default_factory=_new)
    path: Path | None = None
    blank: bool = True  # nothing was opened in it
    fingerprint: Fingerprint | None = None  # of the file, as it was last read or written here
    begun: str = ""  # when the past run began that its network is of
    recovered: bool = False  # it was brought back after a crash, and not saved since
    trail: tuple[str, ...] = ()
    selection: frozenset[str] = frozenset()
    in_hand: InHand | None = None  # its run, while that is under way
    editors: list[Editor] = field(default_factory=list, repr=False)
    _report: Report | None = field(default=None, repr=False)
    _before: Report = field(default=EMPTY, repr=False)  # the one before it, of which most holds
    _source: Source | None = field(default=None, repr=False)

    @property
    def untouched(self) -> bool:
        """Whether another document may take its place without a loss."""
        return self.blank and self.path is None and len(self.history.steps) == 1

    @property
    def network(self) -> Network:
        return self.history.present.network

    @property
    def title(self) -> str:
        return self.path.name if self.path is not None else self.network.name

    @property
    def report(self) -> Report:
        """Of the present network, made when first asked for."""
        if self._report is None:
            self._report, self._before = analyse(self.network, self._before), EMPTY
        return self._report

    @property
    def source(self) -> Source | None:
        """The generated code, made when first asked for; None while the network has problems."""
        if self._source is None and self.report.ok:
            self._source = generate(self.network, self.report)
        return self._source

    def show_in_hand(self, in_hand: InHand | None) -> None:
        """Another run of it is under way, other nodes learn in it, or it is over."""
        if in_hand != self.in_hand:
            self.in_hand = in_hand
            for editor in tuple(self.editors):
                editor.in_hand_changed.emit()

    def forget_report(self) -> None:
        """The network, or what is known of it, is another now."""
        self._before = self._report or self._before
        self._report = self._source = None
