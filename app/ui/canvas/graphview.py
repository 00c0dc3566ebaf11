"""Shows the graph that an editor looks at: follows the editor, the view and the theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from app.analysis.costs import Cost
from app.analysis.report import join
from app.ui import theme
from app.ui.canvas import legend
from app.ui.canvas.backdrop import paint_background
from app.ui.canvas.cards import Cards
from app.ui.canvas.geometry import Box, Geometry, Size
from app.ui.canvas.layer import LayerItem
from app.ui.canvas.live import Live
from app.ui.canvas.metrics import ZOOM_STEP
from app.ui.canvas.minimap import Minimap
from app.ui.canvas.navigator import Look, Navigator
from app.ui.canvas.places import Places
from app.ui.canvas.surroundings import around, frame_around, whole
from app.ui.editor import Change, Editor
from app.ui.inspector.values import surroundings
from nodes.network import Position, Wire
from nodes.network.edits.marks import NO_MARKS, Marks

_FAR = 1e6  # the scene reaches this far to every side, so that scrolling never meets an end
_SETTLE = 120  # ms without movement after which `visible_changed` follows
_FLASH = 1500  # ms
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange)


class GraphView(QGraphicsView):
    """Shows `editor.graph`, its marks and a part of it; knows no mouse and no keys.

    `wire_selection_changed` follows `selected_wires`; `visible_changed` comes once the nodes in
    view (`visible_paths`) are others and the view has come to rest.
    """

    wire_selection_changed = Signal()
    visible_changed = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.navigator = Navigator(self)
        self.layer = LayerItem(theme.current(), self.font())
        self.layer.behind = self.paint_behind
        scene = QGraphicsScene(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR, self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.layer.setRect(scene.sceneRect())
        scene.addItem(self.layer)
        self.setScene(scene)
        self.places: Places = Places(self)
        self._cards = Cards()
        self._placed = False
        self._marks: tuple[object, ...] = ()
        self._cost: Cost | None = None
        self._seen: tuple[str, ...] = ()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._tell_visible)
        self._dim = QTimer(self, singleShot=True, interval=_FLASH)
        self._dim.timeout.connect(lambda: self.flash(()))

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # fills it itself
        self.minimap = Minimap(self)

        editor.changed.connect(self._edited)
        editor.changed.connect(self.follow)
        editor.in_hand_changed.connect(self.follow)
        editor.place_changed.connect(self.show_place)
        editor.selection_changed.connect(self.show_selection)

    # --- following the editor --------------------------------------------------------------------

    def follow(self) -> None:
        """Take over the graph and its report."""
        editor = self.editor
        names = surroundings(editor.network, editor.report, editor.trail)
        cards, troubled = self._cards.make(
            *(editor.network, editor.scope, editor.prefix, editor.report, self._cost, names),
            in_hand=editor.sheet.in_hand,
        )
        heat = self.layer.look.heat = self._cards.heat
        self.navigator.corner = legend.ROOM if heat is not None else (0.0, 0.0)
        wires, bends = editor.graph.wires, editor.graph.bends
        sizes, geometry = self.card_sizes(), self.layer.geometry
        if not geometry.is_of(cards, wires, bends, sizes):
            geometry = Geometry(cards, wires, bends, sizes, geometry)
        look = self.layer.look
        self.layer.update_around([look.hovered_socket], [look.hovered_wire])
        self.layer.update_cards([look.hovered_node])
        look.hovered_wire = look.hovered_socket = look.hovered_node = None
        self.layer.set_content(cards, geometry, troubled, editor.prefix)
        self._light_failed()
        marks = (editor.graph.frames, editor.graph.notes, bends, sizes)
        if marks != self._marks:  # what lies around cards and wires
            self._marks = marks
            self.layer.update()
        chosen = [w for w in look.wires if w in geometry.wire_index]
        self.select_wires(chosen, look.marks.within(editor.graph))
        self.show_selection()
        self._moved()

    def card_sizes(self) -> Mapping[str, Size]:
        """The cards of the shown graph, by name, that are not of the usual size."""
        return {}

    def _edited(self, change: Change) -> None:
        self.navigator.loosen()
        if change.fresh:
            self.places.forget()

    def show_place(self) -> None:
        """Another part of the network: show it from its top, or as one left it."""
        self.select_wires(())  # marks go by number, which others have there
        self.places.leave()
        self.follow()
        if self.places.enter():
            pass
        elif (bounds := self.layer.geometry.bounds()) is not None:
            self.navigator.show_readable(bounds, self.layer.geometry.trunk())
        else:
            self.navigator.go(Look(1.0, 0.0, 0.0), glides=False)
        self._moved()

    def show_selection(self) -> None:
        """Mark the nodes that are selected."""
        self.layer.select(self.editor.selection)
        self.minimap.refresh()

    def _redraw(self) -> None:
        self.layer.update()
        self.minimap.refresh()

    def _moved(self) -> None:
        """What is in view may be something else."""
        self.minimap.follow()
        self._settle.start()

    # --- selection of wires ----------------------------------------------------------------------

    @property
    def selected_wires(self) -> frozenset[Wire]:
        return self.layer.look.wires

    def select_wires(self, wires: Iterable[Wire], marks: Marks = NO_MARKS) -> None:
        """Select these wires, frames, notes and points of wires, and no others."""
        chosen, look = (frozenset(wires), marks), self.layer.look
        if chosen != (look.wires, look.marks):
            look.wires, look.marks = chosen
            self.layer.update()
            self.wire_selection_changed.emit()

    # --- the part in view -------------------------------------------------------------------------

    def zoom_in(self) -> None:
        self.navigator.zoom_by(ZOOM_STEP, glides=True)

    def zoom_out(self) -> None:
        self.navigator.zoom_by(1 / ZOOM_STEP, glides=True)

    def zoom_reset(self) -> None:
        self.navigator.zoom_to(1.0)

    @property
    def look(self) -> Look | None:
        """Where the view is, or will be once it is first seen, as far as that is known."""
        return self.navigator.look if self._placed else self.places.known()

    def restore(self, look: Look) -> None:
        """Show a part of the graph that was in view before, where there is still something."""
        self.places.expect(look)
        if self._placed:
            self.show_place()

    def fit(self) -> None:
        """Show the whole graph."""
        if (bounds := whole(self.layer.geometry, self.editor.graph)) is not None:
            self._fit(bounds, 1.0)

    def fit_selection(self) -> None:
        """Show what is selected as large as it fits, or the whole graph."""
        geometry, look = self.layer.geometry, self.layer.look
        bounds = around(geometry, self.editor.graph, self.editor.selection, look.marks)
        if bounds is not None:
            self._fit(bounds, 1.5)
        else:
            self.fit()

    def fit_under(self, at: QPointF) -> None:
        """Fit the card at a point of the scene, else the frame there, else everything."""
        name = self.layer.geometry.node_at(at.x(), at.y())
        if name is not None:
            bounds = around(self.layer.geometry, self.editor.graph, [name])
        else:
            bounds = frame_around(self.editor.graph, at.x(), at.y())
        if bounds is None:
            self.fit()
        else:
            self._fit(bounds, 1.5)

    def _fit(self, bounds: Box, most: float) -> None:
        self.places.jump()
        self.navigator.show_box(bounds, most=most)
        self._moved()

    def centre_of_view(self) -> Position:
        left, top, right, bottom = self.navigator.seen()
        return (left + right) / 2, (top + bottom) / 2

    def middle_node(self) -> str | None:
        """The card nearest to the middle of the view."""
        geometry = self.layer.geometry
        if not geometry.names:
            return None
        middles = geometry.places + geometry.sizes / 2
        away = np.hypot(*(middles - self.centre_of_view()).T)
        return geometry.names[int(away.argmin())]

    def show_node(self, name: str) -> None:
        """Scroll until a node of the shown graph is in view: a jump where it was not."""
        bounds = self.layer.geometry.bounds([name])
        if bounds is not None and not self.navigator.sees(bounds):
            self.places.jump_on()
            self.navigator.reveal(bounds)

    def scene_point(self, at: QPointF) -> QPointF:
        """Of a point of the viewport; unlike mapToScene, not rounded to whole pixels."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(at)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        if not self.layer.covers(self.navigator.zoom):
            self.paint_behind(painter, rect)

    def paint_behind(self, painter: QPainter, rect: QRectF) -> None:
        """What lies behind the graph, in a part of the scene; the colour of the canvas at least."""
        paint_background(painter, rect, self.layer.theme, self.navigator.zoom)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # some of what lies over the graph stays in its place
        self.layer.scrolled()
        self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigator.resized()
        self._moved()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._placed:  # before, the size was a guess
            self._placed = True
            self.show_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self.layer.set_theme(theme.current(), self.font())
            self._redraw()

    # --- feature maps and failures ---------------------------------------------------------------

    def set_thumbnail(self, path: str, images: list[QImage]) -> None:
        """Show the newest feature maps of the node at a path; none removes them."""
        self.layer.thumbnails.set(path, images)
        name, *_ = path.removeprefix(join(self.editor.prefix, "")).split(".")  # or what holds it
        if (box := self.layer.geometry.bounds([name])) is not None:
            left, top, right, bottom = box
            self.layer.update(QRectF(left, top, right - left, bottom - top))

    def keep_thumbnails(self, fits: Callable[[str], bool]) -> None:
        """Remove the feature maps of the nodes at other paths than these."""
        self.layer.thumbnails.keep(fits)
        self.layer.update()

    def clear_thumbnails(self) -> None:
        self.layer.thumbnails.clear()
        self.layer.update()

    def visible_paths(self) -> tuple[str, ...]:
        """The paths of the nodes in view."""
        geometry, prefix = self.layer.geometry, self.editor.prefix
        seen = geometry.cards_in(self.navigator.seen())
        return tuple(join(prefix, geometry.names[i]) for i in seen)

    def _tell_visible(self) -> None:
        seen = self.visible_paths()
        if seen != self._seen:
            self._seen = seen
            self.layer.update()
            self.visible_changed.emit()

    def flash(self, names: Iterable[str]) -> None:
        """Light nodes of the shown graph for a moment."""
        self.layer.look.flashing = frozenset(names)
        if self.layer.look.flashing:
            self._dim.start()
        self._redraw()

    def weigh_by(self, cost: Cost | None) -> None:
        """Colour the cards by a cost and write it on them, or no more."""
        self._cost = cost
        self.follow()

    def show_live(self, live: Live | None) -> None:
        """Colour cards and wires by what is measured of their nodes, or no more."""
        self.layer.show_live(live)

    def set_running(self, on: bool) -> None:
        """Mark the cards while their network is being trained."""
        if on is not self.layer.look.running:
            self.layer.look.running = on
            self._redraw()

    def set_failed(self, names: frozenset[str]) -> None:
        """Light the nodes at these paths, and the blocks that hold them, until another call."""
        if names != self.layer.look.failed_at:
            self.layer.look.failed_at = names
            self._redraw()
        self._light_failed()

    def _light_failed(self) -> None:
        look = self.layer.look
        failed = self.layer.holding(look.failed_at)
        if failed != look.failed:
            look.failed = failed
            self._redraw()
