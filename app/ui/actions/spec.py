"""What an action is, and the conditions that several share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow

Callback = Callable[["MainWindow"], object]
Condition = Callable[["MainWindow"], bool]


@dataclass(frozen=True)
class ActionSpec:
    """One action. The first part of its id is its menu; `|` before a text begins a new group."""

    id: str
    text: str
    shortcut: str
    callback: Callback
    icon: str = ""
    tip: str = ""
    enabled: Condition = lambda w: True
    toolbar: bool = False
    checked: Condition | None = None  # of one that can be on
    now: Callable[[MainWindow], str] | None = None  # the text of one that tells what it is about

    @property
    def menu(self) -> str:
        return self.id.partition(".")[0].capitalize()


def several(w: MainWindow) -> bool:
    return w.shows_canvas and len(w.tabs.tabs) > 1


def selected(w: MainWindow) -> bool:
    return w.shows_canvas and bool(w.editor.selection)


def selected_one(w: MainWindow) -> bool:
    return w.shows_canvas and w.editor.selected_node is not None


def something(w: MainWindow) -> bool:
    look = w.canvas.layer.look
    return w.shows_canvas and bool(w.editor.selection or look.wires or look.marks)


def beside(w: MainWindow) -> bool:
    return something(w) and w.tabs.split


def filed(w: MainWindow) -> bool:
    return w.shows_canvas and w.editor.path is not None


def drawing(w: MainWindow) -> bool:
    return w.shows_canvas


def block_selected(w: MainWindow) -> bool:
    node = w.editor.selected_node
    return w.shows_canvas and node is not None and w.editor.is_block(node)


def block_among_selected(w: MainWindow) -> bool:
    nodes, blocks = w.editor.graph.by_name, w.editor.network.block_by_name
    return w.shows_canvas and any(nodes[name].kind in blocks for name in w.editor.selection)


def custom_selected(w: MainWindow) -> bool:
    node = w.editor.selected_node
    return w.shows_canvas and node is not None and node.kind in w.editor.network.custom_by_name


def sound(w: MainWindow) -> bool:
    return w.shows_canvas and w.editor.report.ok


def inside_block(w: MainWindow) -> bool:
    return w.shows_canvas and bool(w.editor.trail)
