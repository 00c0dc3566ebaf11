"""Networks that are looked at and not trained, such as those of fixed filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def look(window: MainWindow) -> None:
    """Show the feature maps of what comes out, where a run only shows and trains nothing."""
    window.docks.front("maps")
    window.runs.train()
    graph = window.editor.graph
    ends = (wire for o in graph.of_kind("Output") for wire in graph.into(o.name))
    window.editor.select(wire.source.node for wire in ends)
