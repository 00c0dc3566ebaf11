"""Every action of the window in one table; menus, toolbar and shortcut page are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from app.ui.icons import icon
from nodes.network import Frozen

if TYPE_CHECKING:
    from app.ui.window import MainWindow

Callback = Callable[["MainWindow"], object]
MENUS = ("File", "Export", "Edit", "View", "Insert", "Network", "Run", "Help")


@dataclass(frozen=True)
class ActionSpec:
    """One action. The first part of its id is its menu; `|` before a text begins a new group."""

    id: str
    text: str
    shortcut: str
    callback: Callback
    icon: str = ""
    tip: str = ""
    enabled: Callable[[MainWindow], bool] = lambda w: True
    toolbar: bool = False

    @property
    def menu(self) -> str:
        return self.id.partition(".")[0].capitalize()


def _selected(w: MainWindow) -> bool:
    return w.shows_canvas and bool(w.editor.selection)


def _something(w: MainWindow) -> bool:
    return w.shows_canvas and bool(w.editor.selection or w.canvas.selected_wires)


def _drawing(w: MainWindow) -> bool:
    return w.shows_canvas


def _block_selected(w: MainWindow) -> bool:
    node = w.editor.selected_node
    return w.shows_canvas and node is not None and w.editor.is_block(node)


def _custom_selected(w: MainWindow) -> bool:
    node = w.editor.selected_node
    return w.shows_canvas and node is not None and node.kind in w.editor.network.custom_by_name


def _sound(w: MainWindow) -> bool:
    return w.shows_canvas and w.editor.report.ok


def _inside_block(w: MainWindow) -> bool:
    return w.shows_canvas and bool(w.editor.trail)


def _dock(name: str) -> Callback:
    return lambda w: w.show_dock(name)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "&New", "Ctrl+N", lambda w: w.documents.new(), "new",
               "Start with an empty canvas", toolbar=True),
    ActionSpec("file.open", "&Open…", "Ctrl+O", lambda w: w.documents.open(), "open",
               "Open a .skipwire file", toolbar=True),
    ActionSpec("file.start", "Start &Page", "Ctrl+Shift+H", lambda w: w.show_start(), "home",
               "Presets and recent files"),
    ActionSpec("file.save", "|&Save", "Ctrl+S", lambda w: w.documents.save(), "save",
               "Save the network and its training recipe", enabled=_drawing, toolbar=True),
    ActionSpec("file.save_as", "Save &As…", "Ctrl+Shift+S", lambda w: w.documents.save_as(),
               enabled=_drawing),
    ActionSpec("export.code", "Python &Module…", "Ctrl+E", lambda w: w.documents.export_code(),
               "code", "Write the PyTorch module to a file", enabled=_sound),
    ActionSpec("export.script", "&Training Script…", "Ctrl+Shift+E", lambda w: w.exports.script(),
               "train", "Write the module and train.py to a folder", enabled=_sound),
    ActionSpec("export.onnx", "|&ONNX…", "Ctrl+Shift+O", lambda w: w.exports.for_programs(".onnx"),
               tip="Write the network for other programs, and check it", enabled=_sound),
    ActionSpec("export.pt2", "torch.&export Program…", "Ctrl+Shift+X",
               lambda w: w.exports.for_programs(".pt2"),
               tip="Write the network as a program of PyTorch without its code", enabled=_sound),
    ActionSpec("export.diagram", "|&Diagram…", "Ctrl+Shift+D", lambda w: w.exports.diagram(),
               "export", "Write what is drawn as SVG, PNG or PDF for print", enabled=_drawing),
    ActionSpec("export.summary", "&Summary…", "Ctrl+Shift+Y", lambda w: w.exports.summary(),
               tip="Write the costs of every node as a table", enabled=_sound),
    ActionSpec("file.screenshot", "Save &Picture of the Window…", "Ctrl+Shift+P",
               lambda w: w.documents.save_picture(), "export"),
    ActionSpec("file.quit", "|&Quit", "Ctrl+Q", lambda w: w.close()),
    ActionSpec("edit.undo", "&Undo", "Ctrl+Z", lambda w: w.editor.undo(), "undo",
               enabled=lambda w: w.shows_canvas and w.editor.undo_label is not None, toolbar=True),
    ActionSpec("edit.redo", "&Redo", "Ctrl+Shift+Z", lambda w: w.editor.redo(), "redo",
               enabled=lambda w: w.shows_canvas and w.editor.redo_label is not None, toolbar=True),
    ActionSpec("edit.cut", "|Cu&t", "Ctrl+X", lambda w: w.clipboard.cut(), "cut",
               enabled=_selected),
    ActionSpec("edit.copy", "&Copy", "Ctrl+C", lambda w: w.clipboard.copy(), "copy",
               enabled=_selected),
    ActionSpec("edit.paste", "&Paste", "Ctrl+V", lambda w: w.clipboard.paste(), "paste",
               enabled=_drawing),
    ActionSpec("edit.duplicate", "&Duplicate", "Ctrl+D", lambda w: w.clipboard.duplicate(),
               "duplicate", enabled=_selected),
    ActionSpec("edit.delete", "De&lete", "Del", lambda w: w.canvas.delete_selection(), "delete",
               enabled=_something),
    ActionSpec("edit.rename", "|Re&name", "F2", lambda w: w.rename(), enabled=_selected),
    ActionSpec("edit.select_all", "Select &All", "Ctrl+A", lambda w: w.canvas.select_all(),
               enabled=_drawing),
    ActionSpec("edit.select_none", "Select N&one", "Ctrl+Shift+A", lambda w: w.editor.select(()),
               enabled=_selected),
    ActionSpec("view.zoom_in", "Zoom &In", "Ctrl+=", lambda w: w.canvas.zoom_in(), "zoom-in",
               enabled=_drawing),
    ActionSpec("view.zoom_out", "Zoom &Out", "Ctrl+-", lambda w: w.canvas.zoom_out(), "zoom-out",
               enabled=_drawing),
    ActionSpec("view.zoom_reset", "&Actual Size", "Ctrl+0", lambda w: w.canvas.zoom_reset(),
               enabled=_drawing),
    ActionSpec("view.fit", "&Fit All", "F", lambda w: w.canvas.fit(), "fit",
               "Show the whole network", enabled=_drawing, toolbar=True),
    ActionSpec("view.fit_selection", "Fit &Selection", "Shift+F",
               lambda w: w.canvas.fit_selection(), enabled=_selected),
    ActionSpec("view.enter", "|&Enter Block", "Ctrl+Down", lambda w: w.drawing.enter_block(),
               "block", "Show the definition behind the selected block", enabled=_block_selected),
    ActionSpec("view.leave", "&Leave Block", "Ctrl+Up", lambda w: w.editor.leave(), "up",
               "Back to where the block is used", enabled=_inside_block),
    ActionSpec("view.heat", "|Next Heat &Map", "H", lambda w: w.heat_menu.next(),
               tip="Colour the nodes by what they cost", enabled=_drawing),
    ActionSpec("view.palette", "|&Palette", "Alt+1", _dock("palette"), enabled=_drawing),
    ActionSpec("view.inspector", "&Inspector", "Alt+2", _dock("inspector"), enabled=_drawing),
    ActionSpec("view.problems", "P&roblems", "Alt+3", _dock("problems"), "problem",
               enabled=_drawing),
    ActionSpec("view.code", "&Code", "Alt+4", _dock("code"), "code", enabled=_drawing),
    ActionSpec("view.training", "&Training", "Alt+5", _dock("training"), "curve",
               enabled=_drawing),
    ActionSpec("view.maps", "Feature &Maps", "Alt+6", _dock("maps"), "maps", enabled=_drawing),
    ActionSpec("view.summary", "&Summary", "Alt+7", _dock("summary"), enabled=_drawing,
               tip="What every node or block costs, to be sorted and copied"),
    ActionSpec("view.reset", "Reset &Layout", "Ctrl+Shift+0", lambda w: w.docks.reset(),
               enabled=_drawing),
    ActionSpec("view.theme", "|&Dark or Light", "Ctrl+T", lambda w: w.toggle_theme(), "moon"),
    ActionSpec("insert.search", "&Find a Layer…", "Insert", lambda w: w.find_layer(), "search",
               "Search the palette", enabled=_drawing),
    ActionSpec("insert.gallery", "&Gallery…", "Ctrl+Shift+I", lambda w: w.show_gallery(), "gallery",
               "Search, compare and open the published architectures"),
    ActionSpec("insert.custom", "New &Custom Layer…", "Ctrl+Shift+N", lambda w: w.custom.new(),
               "code", "Write a layer as a class of PyTorch", enabled=_drawing),
    ActionSpec("insert.import_block", "|&Import Block File…", "Ctrl+I",
               lambda w: w.keeping.import_file(), "open",
               "Copy a block that somebody sent into your library", enabled=_drawing),
    ActionSpec("insert.library", "&Library Folder…", "Ctrl+Shift+M",
               lambda w: w.keeping.choose_folder(), tip="Where the blocks of your library are"),
    ActionSpec("network.block", "Make &Block", "Ctrl+G", lambda w: w.drawing.make_block(), "block",
               "Turn the selected nodes into a block that can be used again", enabled=_selected),
    ActionSpec("network.unpack", "&Unpack Block", "Ctrl+Shift+G",
               lambda w: w.drawing.unpack_block(), "unpack",
               "Put the block's nodes in its place", enabled=_block_selected),
    ActionSpec("network.keep", "Save Block to My Li&brary", "Ctrl+Shift+B",
               lambda w: w.keeping.save_selected(), "save",
               "Have the selected block in the palette of every network", enabled=_block_selected),
    ActionSpec("network.share", "E&xport Block…", "Ctrl+Shift+K",
               lambda w: w.keeping.export_selected(), "export",
               "Write the selected block, with all it needs, to one file", enabled=_block_selected),
    ActionSpec("network.code", "Edit Layer &Code…", "Ctrl+Shift+L",
               lambda w: w.drawing.enter_block(), "code", "Show the code of the custom layer",
               enabled=_custom_selected),
    ActionSpec("network.mend", "|&Mend the First Problem", "Ctrl+.",
               lambda w: w.problems.mend_first(), "problem", "Make its best repair",
               enabled=lambda w: w.shows_canvas and not w.editor.report.ok),
    ActionSpec("network.bypass", "|Switch &Off or On", "Ctrl+B",
               lambda w: w.drawing.toggle_enabled(), tip="A node that is off passes its input on",
               enabled=_selected),
    ActionSpec("network.transfer", "|&Use for My Data…", "Ctrl+Shift+T",
               lambda w: w.transfer.prepare(), "transfer",
               "A new head for your classes, and what learns of the rest", enabled=_sound),
    ActionSpec("network.freeze", "&Freeze", "Ctrl+Shift+F",
               lambda w: w.transfer.set(Frozen.ALL), "snowflake",
               "Training leaves the weights and statistics of the selected nodes as they are",
               enabled=lambda w: w.shows_canvas and w.transfer.can_set(Frozen.ALL)),
    ActionSpec("network.unfreeze", "U&nfreeze", "Ctrl+Shift+R",
               lambda w: w.transfer.set(Frozen.NO), tip="Let the selected nodes learn again",
               enabled=lambda w: w.shows_canvas and w.transfer.can_set(Frozen.NO)),
    ActionSpec("network.arrange", "&Arrange", "Ctrl+L", lambda w: w.drawing.arrange(), "layout",
               "Lay the nodes out in layers", enabled=_drawing),
    ActionSpec("network.load_weights", "|&Load Weights…", "F7", lambda w: w.weights.load(),
               "open", "Begin with the weights of a file, once you have seen how they fit",
               enabled=_sound),
    ActionSpec("network.published_weights", "&Published Weights…", "Shift+F7",
               lambda w: w.weights.publish(), tip="Fetch the weights that torchvision publishes",
               enabled=_sound),
    ActionSpec("network.save_weights", "&Save Weights…", "F8", lambda w: w.weights.save(),
               "save", "Write the weights, trained where there was a run, with their network",
               enabled=_sound),
    ActionSpec("network.detach_weights", "&Detach Weights", "Shift+F8",
               lambda w: w.weights.detach(), tip="Begin with new weights, drawn by chance",
               enabled=lambda w: w.shows_canvas and w.editor.weights is not None),
    ActionSpec("run.train", "&Train", "F5", lambda w: w.train(), "train",
               "Train the network in a process of its own",
               enabled=lambda w: w.shows_canvas and w.runs.can_train, toolbar=True),
    ActionSpec("run.pause", "&Pause", "F6", lambda w: w.runs.pause(), "pause",
               "Pause after the present batch", enabled=lambda w: w.runs.can_pause, toolbar=True),
    ActionSpec("run.stop", "&Stop", "Shift+F5", lambda w: w.runs.stop(), "stop",
               "End the run after the present batch", enabled=lambda w: w.runs.active,
               toolbar=True),
    ActionSpec("help.shortcuts", "&Keyboard Shortcuts", "F1", lambda w: w.show_shortcuts()),
    ActionSpec("help.about", "&About Skipwire", "Shift+F1", lambda w: w.show_about()),
)  # fmt: skip


def make_actions(window: MainWindow) -> dict[str, QAction]:
    """A QAction for every row of the table, by id."""
    made = {}
    for spec in ACTIONS:
        action = QAction(spec.text.lstrip("|"), window)
        action.setObjectName(spec.id)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setStatusTip(spec.tip)
        action.setToolTip(tip(action))
        action.triggered.connect(lambda _=False, s=spec: s.callback(window))
        window.addAction(action)
        made[spec.id] = action
    return made


def tip(action: QAction) -> str:
    """What the action does, and its shortcut."""
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.statusTip() or action.text().replace('&', '').rstrip('…')} ({shown})"


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    menus = {name: bar.addMenu(f"&{name}") for name in MENUS if name != "Export"}
    for spec in ACTIONS:
        if spec.menu not in menus:
            menus["File"].addSeparator()
            menus[spec.menu] = menus["File"].addMenu(f"&{spec.menu}")
        if spec.text.startswith("|"):
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.id])
    return menus


def fill_toolbar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    menu = ""
    for spec in ACTIONS:
        if spec.toolbar:
            if menu and spec.menu != menu:
                bar.addSeparator()
            menu = spec.menu
            bar.addAction(actions[spec.id])


def refresh(window: MainWindow, actions: Mapping[str, QAction]) -> None:
    """Enable what can be done now."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(spec.enabled(window))


def tint(actions: Mapping[str, QAction]) -> None:
    """Icons in the colours of the theme in force."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon))
