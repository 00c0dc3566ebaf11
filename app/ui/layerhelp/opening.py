"""Opens the help on layers at what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.layerhelp.dialog import LayerHelpDialog
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError
from nodes.network import INDEX
from nodes.network.resolve import arguments

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def show_help(window: MainWindow) -> None:
    """The one that is open already comes to the front."""
    open_one = window.findChild(LayerHelpDialog)
    own = [layer.spec for layer in window.editor.network.custom_by_name.values()]
    dialog = open_one or LayerHelpDialog([*own, *CATALOGUE.values()], window)
    _go_to_selected(dialog, window)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def _go_to_selected(dialog: LayerHelpDialog, window: MainWindow) -> None:
    editor = window.editor
    node = editor.selected_node if window.shows_canvas else None
    if node is None or editor.is_block(node):
        return
    from app.ui.inspector.values import surroundings

    report = editor.report.at(editor.prefix, node.name)
    names = dict(surroundings(editor.network, editor.report, editor.trail))
    try:
        args = arguments(editor.network, node, {**names, INDEX: 0}, 0 if node.numbered else None)
    except SkipwireError:  # which the problems tell of
        args = {}
    inputs = report.inputs if report is not None else ()
    outputs = tuple(report.outputs.values()) if report is not None else ()
    dialog.show_kind(node.kind, args, inputs, outputs)
