"""What the canvas does to where things stand, on a command; each is one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.clearing import clear_place
from app.ui.canvas.framing import STRIP
from app.ui.canvas.gliding import Gliding
from app.ui.canvas.marking import Marking
from app.ui.canvas.surroundings import around, edges
from app.ui.language import tr
from nodes.network import Frame, Node, Note
from nodes.network.edits.aligning import Side, align, distribute
from nodes.network.edits.laying import lay_out
from nodes.network.edits.marks import Marks, add_frame, add_note
from nodes.network.layout import CARD, Size

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView
    from app.ui.editor import Edit

_AROUND = 16.0  # between a frame and what it is put about
_ABOVE = 10.0  # so that its title has room before the next card
_NOTE = (220.0, 120.0)  # a new one


def lay_out_all(canvas: CanvasView) -> None:
    """Lay out the shown graph, and show all of it."""
    scope, size = canvas.editor.scope, _sizes(canvas)
    if _glide(canvas, tr("Lay out"), lambda n: lay_out(n, scope, size=size)):
        canvas.fit()


def lay_out_selection(canvas: CanvasView) -> None:
    """Lay out the selected nodes where they are, or all where fewer than two are selected."""
    names, scope, size = canvas.editor.selection, canvas.editor.scope, _sizes(canvas)
    if len(names) < 2:
        lay_out_all(canvas)
    else:
        _glide(canvas, tr("Lay out selection"), lambda n: lay_out(n, scope, names, size))


def align_selection(canvas: CanvasView, side: Side) -> None:
    """Line the selected nodes up."""
    names, scope, size = canvas.editor.selection, canvas.editor.scope, _sizes(canvas)
    _glide(canvas, tr("Align"), lambda n: align(n, scope, names, side, size))


def distribute_selection(canvas: CanvasView, *, down: bool) -> None:
    """Make the gaps between the selected nodes alike."""
    names, scope, size = canvas.editor.selection, canvas.editor.scope, _sizes(canvas)
    _glide(canvas, tr("Distribute"), lambda n: distribute(n, scope, names, down=down, size=size))


def frame_selection(canvas: CanvasView) -> None:
    """Put a frame about what is selected, or a new one into the view, and ask for its title."""
    editor, scope, graph = canvas.editor, canvas.editor.scope, canvas.editor.graph
    geometry, look = canvas.layer.geometry, canvas.layer.look
    box = around(geometry, graph, editor.selection, look.marks)
    if box is None:
        x, y = canvas.centre_of_view()
        box = (x - CARD[0], y - CARD[1], x + CARD[0], y + CARD[1])
    left, top, right, bottom = (round(edge) for edge in box)
    above = _ABOVE + (STRIP if look.marks.frames else 0)  # under the title of the one around it
    width, height = right - left + 2 * _AROUND, bottom - top + above + _AROUND
    frame = Frame(tr("Frame"), (left - _AROUND, top - above, width, height))
    if editor.apply(tr("Frame selection"), lambda n: add_frame(n, scope, frame)):
        _open(canvas, Marks(frozenset({len(editor.graph.frames) - 1})))


def new_note(canvas: CanvasView) -> None:
    """Put a note where there is room about the middle of the view, and ask for its text."""
    editor, scope = canvas.editor, canvas.editor.scope
    x, y = canvas.centre_of_view()
    wanted = (float(round(x - _NOTE[0] / 2)), float(round(y - _NOTE[1] / 2)), *_NOTE)
    box = (*clear_place(editor.network, editor.graph, wanted, frozenset()), *_NOTE)
    canvas.navigator.reveal(edges(box))
    if editor.apply(tr("Add note"), lambda n: add_note(n, scope, Note("", box))):
        _open(canvas, Marks(notes=frozenset({len(editor.graph.notes) - 1})))


def _open(canvas: CanvasView, mark: Marks) -> None:
    canvas.editor.select(())
    canvas.select_wires((), mark)
    canvas.component(Marking).edit(mark)


def _glide(canvas: CanvasView, label: str, edit: Edit) -> bool:
    """Make an edit of where nodes stand, and let them glide there."""
    graph = canvas.editor.graph
    done = canvas.editor.apply(label, edit)
    if done and canvas.editor.graph is not graph:
        canvas.component(Gliding).from_places({n.name: n.position for n in graph.nodes})
    return done


def _sizes(canvas: CanvasView) -> Size:
    """How large cards are, those that are unfolded too, with room for their feature maps."""
    unusual = canvas.card_sizes()

    def size(node: Node) -> tuple[float, float]:
        return unusual.get(node.name, CARD)

    return size
