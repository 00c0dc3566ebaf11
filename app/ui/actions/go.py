"""Places in a drawing."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, block_selected, inside_block, several

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("go.enter", "&Enter Block", "Ctrl+Down", lambda w: w.drawing.enter_block(),
               "block", "Show the definition behind the selected block", enabled=block_selected),
    ActionSpec("go.leave", "&Leave Block", "Ctrl+Up", lambda w: w.editor.leave(), "up",
               "Back to where the block is used", enabled=inside_block),
    ActionSpec("go.next_tab", "|Ne&xt Tab", "Ctrl+Tab", lambda w: w.tabs.step(1),
               enabled=several),
    ActionSpec("go.previous_tab", "Pre&vious Tab", "Ctrl+Shift+Tab", lambda w: w.tabs.step(-1),
               enabled=several),
)  # fmt: skip
