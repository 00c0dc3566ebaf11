"""Places in a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, block_selected, drawing, inside_block, several
from app.ui.commands import open_palette
from app.ui.going import go_back, go_forward, go_to_problem

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _wrong(w: MainWindow) -> bool:
    return w.shows_canvas and not w.editor.report.ok


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("go.commands", "&Command Palette…", "Ctrl+K", lambda w: open_palette(w), "search",
               "Search every command, network, file, node and block"),
    ActionSpec("go.node", "Go to &Node…", "Ctrl+P", lambda w: open_palette(w, "@"),
               tip="Search the nodes of all blocks by name", enabled=drawing),
    ActionSpec("go.back", "|&Back", "Ctrl+[", lambda w: go_back(w),
               tip="To the place before the last jump", enabled=drawing),
    ActionSpec("go.forward", "&Forward", "Ctrl+]", lambda w: go_forward(w),
               tip="To the place that was left by going back", enabled=drawing),
    ActionSpec("go.enter", "|&Enter Block", "Ctrl+Down", lambda w: w.drawing.enter_block(),
               "block", "Show the definition behind the selected block", enabled=block_selected),
    ActionSpec("go.leave", "&Leave Block", "Ctrl+Up", lambda w: w.editor.leave(), "up",
               "Back to where the block is used", enabled=inside_block),
    ActionSpec("go.next_problem", "|Next &Problem", "F4", lambda w: go_to_problem(w, 1),
               tip="Show and select the node of the next problem", enabled=_wrong),
    ActionSpec("go.previous_problem", "P&revious Problem", "Shift+F4",
               lambda w: go_to_problem(w, -1),
               tip="Show and select the node of the problem before", enabled=_wrong),
    ActionSpec("go.canvas", "To the C&anvas", "Alt+0", lambda w: w.canvas.setFocus(),
               tip="Have the keys go to the canvas again", enabled=drawing),
    ActionSpec("go.next_tab", "|Ne&xt Tab", "Ctrl+Tab", lambda w: w.tabs.step(1),
               enabled=several),
    ActionSpec("go.previous_tab", "Pre&vious Tab", "Ctrl+Shift+Tab", lambda w: w.tabs.step(-1),
               enabled=several),
)  # fmt: skip
