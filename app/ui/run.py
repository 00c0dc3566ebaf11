"""The last run of one document: what was trained, how it went and where it failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.analysis.report import Report
from app.codegen.source import Place, Source
from app.history import History
from app.runs.back import Before
from app.training.history import RunHistory, State
from app.ui.sheet import Sheet


@dataclass(eq=False)
class Run:
    """Belongs to the document in a sheet, whichever tab is shown meanwhile."""

    sheet: Sheet
    document: History  # what was open in the sheet when the run was started
    history: RunHistory | None = None
    source: Source | None = None  # of the network that is trained
    report: Report | None = None
    refused: RunHistory | None = None  # a run that could not begin, until an edit
    failed: frozenset[str] = frozenset()  # the nodes at the end of a failed run's traceback
    lines: tuple[int, ...] = ()  # of the code on that traceback
    folder: str = ""  # that it is kept in
    befores: tuple[Before, ...] = ()  # its network became another one, as its folder tells

    @property
    def active(self) -> bool:
        return self.history is not None and self.history.active

    @property
    def paused(self) -> bool:
        return self.history is not None and self.history.state is State.PAUSED

    @property
    def differs(self) -> bool:
        """Whether the network as drawn is another than the one that was trained."""
        drawn = self.sheet.source
        return self.source is not None and (drawn is None or drawn.text != self.source.text)

    def fits(self, path: str) -> bool:
        """Whether a node of the drawing gives what it gave in the network that is trained."""
        drawn = self.sheet.report.nodes.get(path)
        trained = self.report.nodes.get(path) if self.report is not None else None
        return drawn is not None and trained is not None and drawn.outputs == trained.outputs


def paths_of(report: Report, lines: Sequence[Sequence[Place]]) -> frozenset[str]:
    """The instances that a traceback ends in, from the places that each of its lines is for.

    Each line lies inside the one before it. A traceback does not tell which copy of a repeated
    block raised, so that there may be several.
    """
    found: frozenset[str] = frozenset()
    for places in lines:
        inside = frozenset(
            path
            for path, r in report.nodes.items()
            if Place(r.scope, r.name) in places
            and (not found or any(path.startswith(f"{outer}.") for outer in found))
        )
        found = inside or found
    return found
