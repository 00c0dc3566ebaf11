"""Documents: new, open, save."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, drawing, filed
from app.ui.recovery.versions import browse
from app.ui.tabs.menu import copy_path, reveal

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "&New", "Ctrl+N", lambda w: w.documents.new(), "new",
               "Start with an empty canvas", toolbar=True),
    ActionSpec("file.open", "&Open…", "Ctrl+O", lambda w: w.documents.open(), "open",
               "Open a .skipwire file", toolbar=True),
    ActionSpec("file.start", "Start &Page", "Ctrl+Shift+H", lambda w: w.show_start(), "home",
               "Presets and recent files"),
    ActionSpec("file.save", "|&Save", "Ctrl+S", lambda w: w.documents.save(), "save",
               "Save the network and its training recipe", enabled=drawing, toolbar=True),
    ActionSpec("file.save_as", "Save &As…", "Ctrl+Shift+S", lambda w: w.documents.save_as(),
               enabled=drawing),
    ActionSpec("file.versions", "&Versions…", "", lambda w: browse(w),
               tip="What the file held when it was saved before", enabled=filed),
    ActionSpec("file.close", "|&Close", "Ctrl+W", lambda w: w.documents.close(w.tabs.active),
               "close", "Close the tab", enabled=drawing),
    ActionSpec("file.reopen", "Reopen Closed &Tab", "Ctrl+Shift+W", lambda w: w.documents.reopen(),
               tip="Have the network back that was closed last, with all its steps",
               enabled=lambda w: w.tabs.can_reopen),
    ActionSpec("file.copy_path", "Copy Pat&h", "", lambda w: copy_path(w.tabs.active),
               tip="Copy the path of the file as text", enabled=filed),
    ActionSpec("file.reveal", "Show in Fol&der", "", lambda w: reveal(w.tabs.active),
               tip="Open the folder that the file is in", enabled=filed),
    ActionSpec("file.screenshot", "Save &Picture of the Window…", "Ctrl+Shift+P",
               lambda w: w.documents.save_picture(), "export"),
    ActionSpec("file.quit", "|&Quit", "Ctrl+Q", lambda w: w.close()),
)  # fmt: skip
