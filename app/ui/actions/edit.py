"""Undo, the clipboard, and what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, beside, drawing, selected, something
from app.ui.canvas.connecting import Connecting
from app.ui.canvas.wire_commands import extract_selection, heal_selection
from app.ui.finding.finding import Finding
from app.ui.finding.replacing import Replacing

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _nothing(w: MainWindow) -> None:
    w.editor.select(())
    w.canvas.select_wires(())


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("edit.undo", "&Undo", "Ctrl+Z", lambda w: w.editor.undo(), "undo",
               enabled=lambda w: w.shows_canvas and w.editor.undo_label is not None, toolbar=True),
    ActionSpec("edit.redo", "&Redo", "Ctrl+Shift+Z", lambda w: w.editor.redo(), "redo",
               enabled=lambda w: w.shows_canvas and w.editor.redo_label is not None, toolbar=True),
    ActionSpec("edit.cut", "|Cu&t", "Ctrl+X", lambda w: w.clipboard.cut(), "cut",
               enabled=something),
    ActionSpec("edit.copy", "&Copy", "Ctrl+C", lambda w: w.clipboard.copy(), "copy",
               enabled=something),
    ActionSpec("edit.paste", "&Paste", "Ctrl+V", lambda w: w.clipboard.paste(), "paste",
               enabled=drawing),
    ActionSpec("edit.paste_wired", "Paste with &Wires", "Ctrl+Shift+V",
               lambda w: w.clipboard.paste(wired=True),
               tip="Paste, and feed it from the nodes of the names that fed it where it was copied",
               enabled=drawing),
    ActionSpec("edit.duplicate", "&Duplicate", "Ctrl+D", lambda w: w.clipboard.duplicate(),
               "duplicate", enabled=something),
    ActionSpec("edit.duplicate_wired", "Duplicate with W&ires", "Ctrl+Shift+D",
               lambda w: w.clipboard.duplicate(wired=True),
               tip="Duplicate, and feed the copies from what feeds the originals",
               enabled=something),
    ActionSpec("edit.copy_across", "Copy to Other S&ide", "",
               lambda w: w.tabs.send_across(moved=False),
               tip="Copy the selected nodes, with the wires among them, to the network beside it",
               enabled=beside),
    ActionSpec("edit.move_across", "Mo&ve to Other Side", "",
               lambda w: w.tabs.send_across(moved=True),
               tip="Move the selected nodes, with the wires among them, to the network beside it",
               enabled=beside),
    ActionSpec("edit.delete", "De&lete", "Del", lambda w: w.canvas.delete_selection(), "delete",
               enabled=something),
    ActionSpec("edit.heal", "Delete and &Heal Wires", "Ctrl+Del",
               lambda w: heal_selection(w.canvas),
               tip="Delete the selected nodes; what fed them feeds what they fed",
               enabled=selected),
    ActionSpec("edit.extract", "E&xtract from Wires", "",
               lambda w: extract_selection(w.canvas),
               tip="Take the selected nodes out of their wires and let them stand alone",
               enabled=selected),
    ActionSpec("edit.connect", "|Connect T&o…", "C",
               lambda w: w.canvas.component(Connecting).open(output=True),
               tip="Search for the port that the selected nodes are to feed", enabled=selected),
    ActionSpec("edit.connect_from", "Connect Fro&m…", "Shift+C",
               lambda w: w.canvas.component(Connecting).open(output=False),
               tip="Search for the port that is to feed the selected nodes", enabled=selected),
    ActionSpec("edit.rename", "|Re&name", "F2", lambda w: w.rename(), enabled=selected),
    ActionSpec("edit.find", "|&Find…", "Ctrl+F", lambda w: w.canvas.component(Finding).open(),
               "search", "Find and select nodes by name, kind, parameters or problems",
               enabled=drawing),
    ActionSpec("edit.find_next", "Find Ne&xt", "F3", lambda w: w.canvas.component(Finding).step(1),
               enabled=drawing),
    ActionSpec("edit.find_previous", "Find Pre&vious", "Shift+F3",
               lambda w: w.canvas.component(Finding).step(-1), enabled=drawing),
    ActionSpec("edit.replace", "Replace &Kind…", "Ctrl+H",
               lambda w: w.canvas.component(Replacing).open(),
               tip="Make the selected nodes ones of another kind, with what fits it",
               enabled=selected),
    ActionSpec("edit.select_all", "Select &All", "Ctrl+A", lambda w: w.canvas.select_all(),
               enabled=drawing),
    ActionSpec("edit.select_none", "Select N&one", "Ctrl+Shift+A", _nothing, enabled=something),
    ActionSpec("edit.preferences", "|&Preferences…", "Ctrl+,", lambda w: w.show_preferences(),
               tip="Language, colours, and how canvas and documents behave"),
)  # fmt: skip
