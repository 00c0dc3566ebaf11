"""What can be put into a drawing."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, drawing

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("insert.search_here", "&Add…", "Shift+A", lambda w: w.canvas.search(), "add",
               "Type what is to be added and wired after the selected node (also Tab or Space)",
               enabled=drawing),
    ActionSpec("insert.search", "&Find a Layer…", "Insert", lambda w: w.find_layer(), "search",
               "Search the palette", enabled=drawing),
    ActionSpec("insert.gallery", "&Gallery…", "Ctrl+Shift+I", lambda w: w.show_gallery(), "gallery",
               "Search, compare and open the published architectures"),
    ActionSpec("insert.custom", "New &Custom Layer…", "Ctrl+Shift+N", lambda w: w.custom.new(),
               "code", "Write a layer as a class of PyTorch", enabled=drawing),
    ActionSpec("insert.import_block", "|&Import Block File…", "Ctrl+I",
               lambda w: w.keeping.import_file(), "open",
               "Copy a block that somebody sent into your library", enabled=drawing),
    ActionSpec("insert.library", "&Library Folder…", "Ctrl+Shift+M",
               lambda w: w.keeping.choose_folder(), tip="Where the blocks of your library are"),
)  # fmt: skip
