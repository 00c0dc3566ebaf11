"""What came of runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, drawing

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _results(window: MainWindow) -> None:
    from app.ui.results.opening import toggle

    toggle(window)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("run.results", "|Resu&lts", "F9", _results, "results",
               "What the network takes for what, on which images, and where it looks",
               enabled=drawing),
    ActionSpec("run.past", "Past &Runs", "Alt+9", lambda w: w.show_dock("pastruns"), "curve",
               "Every run that was kept: compare them, open their networks", enabled=drawing),
)  # fmt: skip
