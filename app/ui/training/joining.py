"""The training panel joined to the runs of its window: what it is told of them, what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from app.ui.training import alerts, freezing, goback, goon, live, usage

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def join(window: MainWindow) -> None:
    """Once, when the panel is there."""
    panel, runs = window.training, window.runs
    live.steer(panel.live, runs, window.editor)
    freezing.show_frozen(runs)
    alerts.attend(window)
    usage.follow(panel.usage, runs)
    goback.offer(window, panel.go_back, panel.show_node)
    goon.offer(window, panel.go_on)
    find = QToolButton()
    find.setObjectName("find_rate")
    find.setDefaultAction(window.actions_by_id["run.rate"])
    panel.form.groups["Optimiser"].all["learning_rate"].add_below(find)
