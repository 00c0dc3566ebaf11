"""Where things stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui import settings
from app.ui.actions.spec import ActionSpec, Callback, drawing
from app.ui.canvas import arranging
from nodes.network.edits.aligning import Side

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _align(side: Side) -> Callback:
    return lambda w: arranging.align_selection(w.canvas, side)


def _several(count: int) -> Callable[[MainWindow], bool]:
    return lambda w: w.shows_canvas and len(w.editor.selection) >= count


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("arrange.all", "&Lay Out Everything", "Ctrl+L",
               lambda w: arranging.lay_out_all(w.canvas), "layout",
               "Lay the nodes out in layers", enabled=drawing),
    ActionSpec("arrange.selection", "Lay Out &Selection", "L",
               lambda w: arranging.lay_out_selection(w.canvas),
               tip="Lay the selected nodes out where they are, or all where none are selected",
               enabled=drawing),
    ActionSpec("arrange.left", "|Align L&eft", "", _align(Side.LEFT), enabled=_several(2)),
    ActionSpec("arrange.centre", "Align &Centres", "", _align(Side.CENTRE),
               tip="Line the selected nodes up one below the other", enabled=_several(2)),
    ActionSpec("arrange.right", "Align &Right", "", _align(Side.RIGHT), enabled=_several(2)),
    ActionSpec("arrange.top", "Align &Top", "", _align(Side.TOP), enabled=_several(2)),
    ActionSpec("arrange.middle", "Align &Middles", "", _align(Side.MIDDLE),
               tip="Line the selected nodes up side by side", enabled=_several(2)),
    ActionSpec("arrange.bottom", "Align &Bottom", "", _align(Side.BOTTOM), enabled=_several(2)),
    ActionSpec("arrange.across", "|Distribute &Across", "",
               lambda w: arranging.distribute_selection(w.canvas, down=False),
               tip="Make the gaps between the selected nodes alike, from left to right",
               enabled=_several(3)),
    ActionSpec("arrange.down", "Distribute &Down", "",
               lambda w: arranging.distribute_selection(w.canvas, down=True),
               tip="Make the gaps between the selected nodes alike, from top to bottom",
               enabled=_several(3)),
    ActionSpec("arrange.frame", "|&Frame Selection", "J",
               lambda w: arranging.frame_selection(w.canvas),
               tip="Put a titled frame about what is selected, which takes it along",
               enabled=drawing),
    ActionSpec("arrange.note", "Add &Note", "Shift+N", lambda w: arranging.new_note(w.canvas),
               tip="A text in Markdown, beside the nodes", enabled=drawing),
    ActionSpec("arrange.snap", "|Snapping &On or Off", "Shift+S",
               lambda w: settings.set_flag("snap", not settings.flag("snap")),
               tip="Whether what is dragged comes into line with the grid and its neighbours",
               enabled=drawing),
    ActionSpec("arrange.connect_near", "&Joining Near Cards On or Off", "",
               lambda w: settings.set_flag("connect_near", not settings.flag("connect_near")),
               tip="Whether a card that is dragged near another is wired to it; not with Alt held",
               enabled=drawing),
)  # fmt: skip
