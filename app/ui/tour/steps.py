"""The six steps of the tour as a table: what each points at, and the deed that ends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QTabBar, QToolBar, QWidget

from nodes.network import ROOT, Network
from nodes.network.edits import set_argument

if TYPE_CHECKING:
    from app.ui.editor import Editor
    from app.ui.window import MainWindow

PRESET = "inception_mini"
_BROKEN, _USUAL = "pool1", 3  # and the window that it has
_TOO_LARGE = 64  # a window that is larger than what it looks at
_BLOCK = "inception1"
_AROUND = 10  # pixels about what is pointed at


@dataclass(frozen=True)
class Step:
    """`place` is in the window, None where it is not to be seen; `done` is asked again and again.

    `prepare` is what the step needs, made as it begins; where it `edits`, that waits until nothing
    is undone, which it would take away.
    """

    title: str
    text: str
    place: Callable[[MainWindow], QRect | None]
    done: Callable[[MainWindow, Network], bool]  # and the network as the step began
    prepare: Callable[[Editor], object] = lambda editor: None
    shows: str = ""  # the dock that is brought to the front
    edits: bool = False


def _of(widget: QWidget, part: QRect, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, part.topLeft()), part.size())


def _card(name: str) -> Callable[[MainWindow], QRect | None]:
    """A card of the canvas, or the canvas where that card is not in view."""

    def place(window: MainWindow) -> QRect | None:
        canvas = window.canvas
        view, box = canvas.viewport(), canvas.layer.geometry.bounds([name])
        if box is None or not view.isVisible():
            return _canvas(window)
        corners = (canvas.mapFromScene(*box[:2]), canvas.mapFromScene(*box[2:]))
        seen = QRect(*corners).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & view.rect()
        return _of(view, seen, window) if not seen.isEmpty() else _canvas(window)

    return place


def _canvas(window: MainWindow) -> QRect | None:
    view = window.canvas.viewport()
    return _of(view, view.rect(), window) if view.isVisible() else None


def _wire(window: MainWindow) -> QRect | None:
    """The first wire of the shown graph."""
    canvas, geometry = window.canvas, window.canvas.layer.geometry
    wires = window.editor.graph.wires
    if not wires or not canvas.viewport().isVisible():
        return None
    middle = canvas.mapFromScene(*geometry.middle(wires[0]))
    box = QRect(QPoint(), QSize(120, 60))
    box.moveCenter(middle)
    seen = box & canvas.viewport().rect()
    return _of(canvas.viewport(), seen, window) if not seen.isEmpty() else _canvas(window)


def _dock(name: str) -> Callable[[MainWindow], QRect | None]:
    return lambda w: _of(w.docks[name], w.docks[name].rect(), w) if w.docks.in_front(name) else None


def _tab_of(name: str) -> Callable[[MainWindow], QRect | None]:
    """The tab of a dock that stands behind another."""

    def place(window: MainWindow) -> QRect | None:
        title = window.docks[name].windowTitle()
        for bar in window.findChildren(QTabBar):
            for k in range(bar.count()):
                if bar.parent() is window and bar.isVisible() and bar.tabText(k) == title:
                    return _of(bar, bar.tabRect(k).adjusted(-2, -2, 2, 2), window)
        return None

    return place


def _button(name: str) -> Callable[[MainWindow], QRect | None]:
    """Of the toolbar."""

    def place(window: MainWindow) -> QRect | None:
        bar = window.findChild(QToolBar, "toolbar")
        button = bar.widgetForAction(window.actions_by_id[name]) if bar is not None else None
        if not isinstance(button, QWidget) or not button.isVisible():
            return None
        return _of(button, button.rect().adjusted(-4, -4, 4, 4), window)

    return place


def _break(editor: Editor) -> object:
    names = [n.name for n in editor.network.graph.nodes if n.name == _BROKEN]
    editor.show_place(())
    return editor.apply(
        "Break pool1",
        lambda n: set_argument(n, ROOT, names, "kernel_size", _TOO_LARGE),
        select=names,
    )


def _select_block(editor: Editor) -> None:
    """And mend what the step before broke, where nobody did."""
    editor.show_place(())
    left = [n.name for n in editor.graph.nodes if n.args.get("kernel_size") == _TOO_LARGE]
    if left:
        edit = partial(set_argument, scope=ROOT, names=left, parameter="kernel_size", value=_USUAL)
        editor.apply("Mend pool1", edit)
    editor.select([_BLOCK])


STEPS: Sequence[Step] = (
    Step(
        "Add a layer",
        "Every card is a layer, every wire carries a tensor. Drag a layer, such as Dropout2d, "
        "from the palette onto a wire: it is put into it. Or double click on the empty canvas "
        "and type its name.",
        _wire,
        lambda w, before: len(w.editor.graph.nodes) > len(before.graph.nodes),
        lambda editor: editor.show_place(()),
    ),
    Step(
        "Mend a problem",
        "The window of pool1 was just made larger than its input. What does not fit is told at "
        "once, with repairs that were tried. Choose one, such as the first.",
        _dock("problems"),
        lambda w, before: w.editor.report.ok,
        _break,
        shows="problems",
        edits=True,
    ),
    Step(
        "Enter a block",
        "An Inception module is a network of its own. Double click on the card, or press Enter "
        "while it is selected. Backspace leaves it again.",
        _card(_BLOCK),
        lambda w, before: bool(w.editor.trail),
        _select_block,
        edits=True,
    ),
    Step(
        "Train it",
        "Press Train: the network learns to read digits, in a process of its own. Watch the "
        "loss below, and the feature maps on the cards.",
        _button("run.train"),
        lambda w, before: w.runs.active,
    ),
    Step(
        "Read the code",
        "What is drawn is a PyTorch module that needs nothing else. Bring the code to the front: "
        "its tab is below, or press its keys. A line that is clicked shows its node.",
        _tab_of("code"),
        lambda w, before: w.docks.in_front("code"),
        shows="training",
    ),
    Step(
        "Save it",
        "Save the network with its recipe. Unsaved work is kept aside anyway, and comes back "
        "after a crash. F1 lists every shortcut.",
        _button("file.save"),
        lambda w, before: w.editor.path is not None and not w.editor.modified,
    ),
)
