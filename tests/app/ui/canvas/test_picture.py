"""What is kept of a frame: after any change the view is as if all were painted anew."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.ui import settings
from app.ui.canvas import CanvasView
from app.ui.canvas.strokes import WIDTHS, breadth
from nodes.errors import SkipwireError
from nodes.network import ROOT, Endpoint, Frame, Graph, Node, Note, wire
from nodes.network.document import Document
from nodes.network.edits.marks import Marks
from tests.app.ui.canvas.conftest import Hand, frame
from tests.nodes.network.test_random_edits import EDITS

LINK = wire("conv", "output", "norm", "input")


def shown(canvas: CanvasView) -> QImage:
    return canvas.viewport().grab().toImage()


def difference(one: QImage, other: QImage) -> int:
    """Of the most unlike pixels; smooth lines may be rounded otherwise where they are cut."""
    return int(_apart(one, other).max())


def unlike(one: QImage, other: QImage) -> int:
    """How many pixels are: single ones may be, where an edge of what was painted cuts a line."""
    return int((_apart(one, other).reshape(-1, 4).max(axis=1) > 3).sum())


def _apart(one: QImage, other: QImage) -> NDArray[np.int16]:
    first, second = (
        np.frombuffer(i.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
        for i in (one, other)
    )
    return np.abs(first.astype(np.int16) - second)


def painted(canvas: CanvasView, widget: QWidget | None) -> QImage:
    """The layer and what is behind it, through what is kept for a widget or straight."""
    ratio = canvas.devicePixelRatioF()
    found = QImage(canvas.viewport().size() * ratio, QImage.Format.Format_RGB32)
    found.setDevicePixelRatio(ratio)
    painter, option = QPainter(found), QStyleOptionGraphicsItem()
    left, top, right, bottom = canvas.navigator.seen()
    option.exposedRect = QRectF(left, top, right - left, bottom - top)
    painter.setWorldTransform(canvas.viewportTransform())
    canvas.paint_behind(painter, option.exposedRect)
    canvas.layer.paint(painter, option, widget)
    painter.end()
    return found


def drag(hand: Hand) -> None:
    x, y = hand.card("conv")
    hand.pull((x, y), (x + 60, y + 30))
    shown(hand.canvas)
    hand.move((x + 130, y + 90))


def light(hand: Hand) -> None:
    hand.move(hand.canvas.layer.geometry.middle(LINK))
    shown(hand.canvas)
    hand.move(hand.card("conv"))


def thumbnail(hand: Hand) -> None:
    white = QImage(8, 8, QImage.Format.Format_Grayscale8)
    white.fill(255)
    hand.canvas.set_thumbnail("conv", [white])


CHANGES: dict[str, Callable[[Hand], object]] = {
    "scrolled": lambda hand: hand.canvas.navigator.scroll_by(QPointF(37, -23)),
    "scrolled far": lambda hand: hand.canvas.navigator.scroll_by(QPointF(-400, 310)),
    "zoomed": lambda hand: hand.canvas.navigator.zoom_by(1.3),
    "from afar": lambda hand: hand.canvas.navigator.zoom_to(0.2),
    "a node is dragged": drag,
    "the pointer comes to a wire and goes on": light,
    "a thumbnail": thumbnail,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_is_what_would_be_painted(
    hand: Hand, change: Callable[[Hand], object]
) -> None:
    canvas = hand.canvas
    before = shown(canvas)
    change(hand)
    kept = shown(canvas)
    canvas.layer.update()
    assert difference(kept, shown(canvas)) <= 3
    assert difference(kept, before) > 3 or change is light


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.3])
@pytest.mark.parametrize("seed", range(4))
def test_so_it_is_after_edits_and_in_other_selections(hand: Hand, seed: int, zoom: float) -> None:
    canvas, editor, rng = hand.canvas, hand.editor, random.Random(seed)
    canvas.fit()
    canvas.navigator.zoom_to(zoom)
    shown(canvas)
    for _ in range(25):
        name, edit = rng.choice(list(EDITS.items()))
        names = list(editor.graph.by_name)
        select = rng.sample(names, rng.randint(0, min(2, len(names))))
        with contextlib.suppress(SkipwireError):
            network = edit(editor.network, ROOT, rng)
            if 3 < len(network.graph.nodes) < 25:
                editor.take(name, Document(network))
                editor.select(select)
        if rng.random() < 0.2:
            editor.undo()
        kept = shown(canvas)
        canvas.layer.update()
        assert unlike(kept, shown(canvas)) <= 3, name


@pytest.mark.parametrize("zoom", [1.0, 0.7, 0.4])
def test_a_card_is_dragged_over_and_under_others_as_it_is_painted_anew(
    hand: Hand, zoom: float
) -> None:
    canvas = hand.canvas
    canvas.navigator.zoom_to(zoom)
    for name, by in (("conv", (190, 40)), ("concat", (-40, -160))):
        hand.pull(place := hand.card(name), (place[0] + by[0], place[1] + by[1]))
        hand.move((place[0] + by[0] + 13, place[1] + by[1] + 7))
        assert len(canvas.layer.geometry.held) == 1
        assert difference(painted(canvas, canvas.viewport()), painted(canvas, None)) <= 3
        hand.release((place[0] + by[0], place[1] + by[1]))
        assert difference(painted(canvas, canvas.viewport()), painted(canvas, None)) <= 3


def on_screen(canvas: CanvasView) -> QImage:
    """What was put together there, frame by frame."""
    ratio = canvas.devicePixelRatioF()
    place = canvas.viewport().mapTo(canvas.window(), QPoint())
    area = QRectF(QPointF(place) * ratio, canvas.viewport().size().toSizeF() * ratio).toRect()
    return canvas.screen().grabWindow(canvas.window().winId()).toImage().copy(area)


def anew(canvas: CanvasView) -> QImage:
    """What would be there if nothing were kept of the frames before."""
    found = painted(canvas, None)
    left, top, right, bottom = canvas.navigator.seen()
    painter = QPainter(found)
    painter.setWorldTransform(canvas.viewportTransform())
    canvas.drawForeground(painter, QRectF(left, top, right - left, bottom - top))
    painter.end()
    return found


def scroll(hand: Hand) -> None:
    hand.canvas.navigator.scroll_by(QPointF(330, 170))


DRAGGED: dict[str, tuple[str, ...]] = {
    "a card": ("conv",),
    "cards that are wired": ("conv", "right", "concat"),
    "one that shows what is in it": ("norm",),
    "a frame with it": ("left", "frame"),
    "many": tuple(f"many{k}" for k in range(12)),
}
STEPS: list[tuple[tuple[float, float], Callable[[Hand], object]]] = [
    ((20, 10), lambda hand: None),
    ((90, 30), thumbnail),
    ((140, -40), scroll),
    ((60, 160), lambda hand: hand.canvas.set_running(True)),
    ((-120, 90), lambda hand: hand.canvas.navigator.zoom_by(0.8)),
    ((5, 3), lambda hand: None),
]


@pytest.fixture
def crowded(hand: Hand) -> Iterator[Hand]:
    """Bands of stages, a frame, a note, a block that shows what is in it, and a heap of cards."""
    editor, graph = hand.editor, hand.editor.graph
    changes: dict[str, dict[str, Any]] = {
        "input": {"args": {"shape": (3, 64, 64)}, "position": (0, -260)},
        "norm": {"unfolded": True},
    }
    nodes = [replace(node, **changes.get(node.name, {})) for node in graph.nodes]
    nodes.append(Node("pool", "MaxPool2d", {"kernel_size": 2}, position=(0, -130)))
    heap = [Node(f"many{k}", "ReLU", position=(-300 + 7 * k, 40 + 40 * k)) for k in range(12)]
    pool = Endpoint("pool", "output")
    wires = [replace(w, source=pool) if w.source.node == "input" else w for w in graph.wires]
    wires += [wire("pool", "output", node.name, "input") for node in heap]
    wires.append(wire("input", "output", "pool", "input"))
    full = Graph(
        (*nodes, *heap),
        tuple(wires),
        frames=(Frame("Branches", (210.0, 90.0, 460.0, 160.0)),),
        notes=(Note("Some *words*", (-60.0, 100.0, 200.0, 300.0)),),
    )
    editor.open(Document(replace(editor.network, graph=full), editor.document.recipe))
    settings.set_flag("minimap", False)
    hand.canvas.navigator.zoom_to(0.8)
    frame(hand.canvas)
    yield hand
    settings.set_flag("minimap", True)


@pytest.mark.parametrize("what", DRAGGED.values(), ids=DRAGGED)
def test_frame_by_frame_a_drag_shows_what_is_there(crowded: Hand, what: tuple[str, ...]) -> None:
    hand, canvas = crowded, crowded.canvas
    assert canvas.layer.stages.bands
    canvas.editor.select([name for name in what if name != "frame"])
    if "frame" in what:
        canvas.select_wires((), Marks(frozenset({0})))
    x, y = hand.card(what[0])
    hand.press((x, y))
    for (dx, dy), meanwhile in STEPS:
        hand.move((x + dx, y + dy))
        assert unlike(on_screen(canvas), anew(canvas)) <= 3
        meanwhile(hand)
        frame(canvas)
        assert unlike(on_screen(canvas), anew(canvas)) <= 3
    held = {canvas.layer.geometry.names[k] for k in canvas.layer.geometry.held}
    assert held >= set(what) - {"frame"}
    hand.release((x + 5, y + 3))
    frame(canvas)
    assert unlike(on_screen(canvas), anew(canvas)) <= 3


@pytest.mark.parametrize("shape", [(1,), (64,), (1, 9, 9), None, ()])
def test_what_is_no_map_goes_through_the_thinnest_wire(shape: tuple[int, ...] | None) -> None:
    assert breadth(shape) == 0


def test_more_channels_make_a_broader_wire() -> None:
    classes = [breadth((channels, 7, 7)) for channels in (1, 8, 32, 128, 512, 2048)]
    assert classes == list(range(len(WIDTHS)))
