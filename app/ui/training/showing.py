"""What a window shows of its runs: in the panel, on tabs and canvases, in the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.training.messages import Event, Ready
from app.ui import next_run

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def follow(window: MainWindow) -> None:
    """Have it shown whenever it changes."""
    runs = window.runs

    def take_devices(event: Event, payload: bytes) -> None:
        if isinstance(event, Ready):
            for view in (window.status, window.training):
                view.show_devices(runs.trainer.devices)

    def tell_failure(reason: str) -> None:
        window.front("training")
        window.tell(reason)

    runs.changed.connect(partial(show, window))
    runs.failed.connect(tell_failure)
    runs.failed_elsewhere.connect(window.tell)
    runs.not_kept.connect(window.tell)
    runs.failed_lines.connect(window.code.highlight_lines)
    runs.failed_inside.connect(window.custom.show_failure)
    runs.trainer.arrived.connect(take_devices)
    window.status.run_clicked.connect(lambda: window.front("training"))


def show(window: MainWindow) -> None:
    """As it is now, in the language in force."""
    runs = window.runs
    history, outdated = runs.history, runs.outdated
    window.training.show_history(history, outdated=outdated)
    live, elsewhere = runs.live, runs.elsewhere
    learning = live.sheet if live is not None else None
    window.tabs.mark_running(learning, paused=live is not None and live.paused)
    if elsewhere is not None:
        window.status.show_run(elsewhere.history, of=elsewhere.sheet.title)
    else:
        window.status.show_run(history, outdated=outdated)
    window.actions_by_id["run.train"].setText(next_run.name(runs))
    window.refresh_actions()
