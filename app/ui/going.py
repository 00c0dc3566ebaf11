"""Going to places of the drawing: back and forward, to bookmarks, problems and nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import settings
from app.ui.canvas.adding import Adding
from app.ui.canvas.navigator import Look
from app.ui.canvas.places import Place
from app.ui.language import tr
from nodes.network.bookmarks import MAX_NAME, Bookmark

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def fit_under(w: MainWindow) -> None:
    """Fit what is under the pointer."""
    w.canvas.fit_under(w.canvas.component(Adding).place())


def toggle_minimap(w: MainWindow) -> None:
    settings.set_flag("minimap", not settings.flag("minimap"))
    for tab in w.tabs.tabs:
        tab.canvas.minimap.follow()


def go_back(w: MainWindow) -> None:
    if w.canvas.places.can_go_back:
        w.canvas.places.go_back()
    else:
        w.tell(tr("There is no place before this one."))


def go_forward(w: MainWindow) -> None:
    if w.canvas.places.can_go_forward:
        w.canvas.places.go_forward()
    else:
        w.tell(tr("There is no place after this one."))


# --- nodes and problems --------------------------------------------------------------------------


def go_to_node(w: MainWindow, path: str) -> None:
    """Show and select the node at a path of the report."""
    w.editor.reveal(path)
    w.canvas.show_node(path.rpartition(".")[2])
    w.canvas.setFocus()


def go_to_problem(w: MainWindow, by: int) -> None:
    """Show the node of the next problem, or the one before; those that follow from others last."""
    found = sorted(w.editor.report.problems, key=lambda p: p.consequence)
    paths = list(dict.fromkeys(path for problem in found for path in problem.nodes[:1]))
    if not paths:
        w.tell(tr("No problem is of a node."))
        return
    node = w.editor.selected_node
    prefix = w.editor.prefix
    here = "" if node is None else f"{prefix}.{node.name}" if prefix else node.name
    at = paths.index(here) + by if here in paths else (0 if by > 0 else -1)
    path = paths[at % len(paths)]
    go_to_node(w, path)
    problem = next(p for p in found if p.nodes[:1] == (path,))
    w.tell(tr(problem.message))


# --- bookmarks -----------------------------------------------------------------------------------


def bookmark(w: MainWindow, number: int) -> Bookmark | None:
    return next((m for m in w.editor.bookmarks if m.number == number), None)


def set_bookmark(w: MainWindow, number: int) -> None:
    """Give what is in view the number, and a name by what is seen there."""
    zoom, x, y = w.canvas.navigator.look
    trail, name = w.editor.trail, _name(w)
    place = round(x, 1), round(y, 1)
    mark = Bookmark(number, name[:MAX_NAME], trail, *place, round(zoom, 4))
    others = [m for m in w.editor.bookmarks if m.number != number]
    w.editor.set_bookmarks(tr("Bookmark {number}", number=number), [*others, mark])
    w.tell(tr("{name} is bookmark {number} now.", name=name, number=number))


def go_to_bookmark(w: MainWindow, number: int) -> None:
    mark = bookmark(w, number)
    if mark is not None and w.editor.leads(mark.trail):
        w.canvas.places.go(Place(mark.trail, Look(mark.zoom, mark.x, mark.y)))


def clear_bookmarks(w: MainWindow) -> None:
    w.editor.set_bookmarks(tr("Remove bookmarks"), ())


def _name(w: MainWindow) -> str:
    """The selected node, else the card nearest to the middle, and the blocks that it is in."""
    node = w.editor.selected_node
    what = node.name if node is not None else w.canvas.middle_node() or w.title
    return " › ".join([*w.editor.trail, what])
