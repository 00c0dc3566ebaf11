"""What came of runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, drawing

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_PAST = "pastruns"


def _results(window: MainWindow) -> None:
    from app.ui.results.opening import toggle

    toggle(window)


def _past(window: MainWindow) -> None:
    """Bring it to the front with the keys in it; where it has them, put it away."""
    if window.docks.has_keys(_PAST) and window.pages[_PAST].isVisible():
        window.show_dock(_PAST)
        return
    window.pages.front(_PAST)
    window.docks.enter(_PAST)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("run.results", "|Resu&lts", "F9", _results, "results",
               "What the network takes for what, on which images, and where it looks",
               enabled=drawing),
    ActionSpec("run.past", "Past &Runs", "Alt+9", _past, "curve",
               "Every run that was kept: compare them, open their networks", enabled=drawing),
)  # fmt: skip
