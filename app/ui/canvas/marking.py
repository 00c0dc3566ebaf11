"""Frames and notes on the canvas: painted, pointed at, edited where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from app.ui.canvas.component import Component
from app.ui.canvas.framing import Frames, by_size, colour_names, hue
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.move_marks import MoveMarks
from app.ui.canvas.gestures.resize_mark import ResizeMark, cursor_of
from app.ui.canvas.inline import Inline
from app.ui.canvas.notes import Notes
from app.ui.language import tr
from nodes.network import Colour, Frame, Graph
from nodes.network.edits.marks import NO_MARKS, Marks, change_frames, change_notes
from nodes.network.marks import MAX_TEXT, MAX_TITLE, Box

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_REACH = 6.0  # pixels about an edge, within which it is dragged
_ON_WIRE = 3.0  # pixels, within which a press is meant for a wire that crosses it
_FIELD, _TEXT = QSize(180, 26), QSize(220, 90)  # of what is edited, at least
_HAIR = 0.5  # scene units by which a title may touch a card
_SMALL = 28.0  # pixels on the screen, below which a box is only moved


class Hit(NamedTuple):
    """A frame or a note at a point; `sides` are the edges there."""

    mark: Marks
    sides: frozenset[int]


class Marking(Component):
    """`edit` opens the text of a frame or a note."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._painted: tuple[Frames, Notes] | None = None
        self._theme: object = None
        self._graph = Graph()
        self._order: list[tuple[int, Frame]] = []
        self._inline: Inline | None = None
        self._edited = NO_MARKS
        self._cursor = False
        self._tabs: dict[tuple[str, float, float, float], QRectF] = {}  # as they are asked for
        self._tabs_of: tuple[object, ...] = ()  # what they depend on
        self._kept = (0.0, 0.0)

    def follow(self) -> None:
        canvas, old = self.canvas, self._graph
        self._graph = new = canvas.editor.graph
        if (old.frames, old.notes) == (new.frames, new.notes):
            return
        self._close(accept=False)  # what was edited may be another now
        self._order = by_size(new.frames)
        chosen = canvas.layer.look.marks
        if (len(old.frames), len(old.notes)) != (len(new.frames), len(new.notes)):
            canvas.select_wires(canvas.selected_wires, Marks(points=chosen.points))

    # --- painting --------------------------------------------------------------------------------

    def paint_below(self, painter: QPainter, seen: QRectF) -> None:
        graph, look = self._graph, self.canvas.layer.look
        if not graph.frames and not graph.notes:
            return
        frames, notes = self._painters()
        for k, frame, box in self._frames():  # the largest first: others lie in it
            if seen.intersects(box):
                frames.paint(painter, frame, box, selected=k in look.marks.frames)
        for k, note in enumerate(graph.notes):
            box = self._shown(Marks(notes=frozenset({k})), note.box)
            if seen.intersects(box):
                chosen, hint = k in look.marks.notes, tr("Double click to write")
                notes.paint(painter, box, note.text, selected=chosen, hint=hint)

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        if self._graph.frames:
            frames, _ = self._painters()
            chosen = self.canvas.layer.look.marks.frames
            for k, frame, box in self._frames():
                if not seen.intersects(self._about(frame, box)):
                    continue
                if seen.intersects(tab := self._tab(frame, box)):
                    frames.paint_tab(painter, frame, tab, selected=k in chosen)
        if self._inline is not None and self._inline.open:
            self._inline.place(self._area(self._edited))

    def _painters(self) -> tuple[Frames, Notes]:
        layer = self.canvas.layer
        if self._painted is None or self._theme is not layer.labels:
            self._theme = layer.labels  # made anew with every theme and font
            font = self.canvas.font()
            self._painted = Frames(layer.theme, font), Notes(layer.theme, font)
        return self._painted

    def _about(self, frame: Frame, box: QRectF) -> QRectF:
        """All that a frame may take with its title; quicker to find than where that is."""
        wide, high = self._painters()[0].reach(frame.title, self.canvas.navigator.zoom)
        area, (begin, end) = box.adjusted(-wide, -high, wide, high), self._captions()
        if area.left() < end:
            area.setLeft(min(area.left(), begin - wide))
        return area

    def _tab(self, frame: Frame, box: QRectF) -> QRectF:
        """Where the title of a frame is, clear of cards as far as it can be."""
        frames, zoom, kept = self._painters()[0], self.canvas.navigator.zoom, self._captions()
        key = (frame.title, box.left(), box.top(), box.width())
        if key not in self._tabs:
            self._tabs[key] = frames.tab(box, frame.title, zoom, self._is_free, kept)
        return self._tabs[key]

    def _captions(self) -> tuple[float, float]:
        """Where those of the bands are; what was found of titles holds as long as they do."""
        layer, zoom = self.canvas.layer, self.canvas.navigator.zoom
        now = (self._painters()[0], layer.geometry, layer.geometry.moves, zoom)
        if self._tabs_of != now:
            self._tabs_of, self._tabs = now, {}
            self._kept = layer.stages.across(layer.labels, zoom)
        return self._kept

    def _is_free(self, area: QRectF) -> bool:
        inside = area.adjusted(_HAIR, _HAIR, -_HAIR, -_HAIR)
        box = inside.left(), inside.top(), inside.right(), inside.bottom()
        return not len(self.canvas.layer.geometry.cards_in(box))

    def _frames(self) -> Iterator[tuple[int, Frame, QRectF]]:
        """From the largest to the smallest."""
        for k, frame in self._order:
            yield k, frame, self._shown(Marks(frozenset({k})), frame.box)

    def _shown(self, mark: Marks, box: Box) -> QRectF:
        """Where a mark is seen, which may be dragged just now."""
        look = self.canvas.layer.look
        if look.resized is not None and look.resized[0] == mark:
            box = look.resized[1]
        elif look.shift is not None and look.shift[0] | mark == look.shift[0]:
            dx, dy = look.shift[1]
            box = (box[0] + dx, box[1] + dy, box[2], box[3])
        return QRectF(*box)

    # --- pointing --------------------------------------------------------------------------------

    def hit(self, at: Pointer) -> Hit | None:
        """The frame or note that a press here would take.

        Titles lie over cards, ports and wires, and all else behind them.
        """
        graph = self._graph
        if not graph.frames and not graph.notes:
            return None
        geometry, zoom = self.canvas.layer.geometry, self.canvas.navigator.zoom
        from_small = [*self._frames()][::-1]
        for k, frame, box in from_small:
            near = self._about(frame, box).contains(at.scene)
            if near and self._tab(frame, box).contains(at.scene):
                return Hit(Marks(frozenset({k})), frozenset())
        if geometry.socket_at(at.x, at.y) is not None or geometry.node_at(at.x, at.y) is not None:
            return None
        if geometry.wire_at(at.x, at.y, _ON_WIRE / zoom) is not None:
            return None
        reach = _REACH / zoom
        for k in reversed(range(len(graph.notes))):
            box = QRectF(*graph.notes[k].box)
            sides = _sides(box, at, reach, zoom)
            if sides or box.contains(at.scene):
                return Hit(Marks(notes=frozenset({k})), sides)
        for k, _, box in from_small:
            if sides := _sides(box, at, reach, zoom):
                return Hit(Marks(frozenset({k})), sides)
        return None

    def gesture_at(self, at: Pointer) -> Gesture | None:
        if (hit := self.hit(at)) is None:
            return None
        if hit.sides:
            return ResizeMark(self.canvas, at, hit.mark, hit.sides)
        return MoveMarks(self.canvas, at, hit.mark)

    def hover(self, at: Pointer) -> bool:
        hit = self.hit(at)
        if hit is not None:
            shape = cursor_of(hit.sides) if hit.sides else Qt.CursorShape.SizeAllCursor
            self.canvas.viewport().setCursor(shape)
        elif self._cursor:
            self.canvas.viewport().unsetCursor()
        self._cursor = hit is not None
        return self._cursor

    def key(self, event: QKeyEvent) -> bool:
        """Enter and F2 open the text of the one frame or note that is selected."""
        chosen = self.canvas.layer.look.marks
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        alone = len(chosen) == 1 and not chosen.points and not self.canvas.editor.selection
        if opens and alone:
            self.edit(chosen)
        return opens and alone

    def double_click(self, at: Pointer) -> bool:
        if (hit := self.hit(at)) is not None:
            self.edit(hit.mark)
        return hit is not None

    def menu(self, at: Pointer) -> QMenu | None:
        if (hit := self.hit(at)) is None:
            return None
        canvas, mark = self.canvas, hit.mark
        canvas.editor.select(())
        canvas.select_wires((), mark)
        menu = QMenu(canvas)
        text = tr("Rename Frame") if mark.frames else tr("Edit Note")
        menu.addAction(text).triggered.connect(lambda: self.edit(mark))
        if mark.frames:
            menu.addSeparator()
            for colour, name in colour_names().items():
                swatch = QPixmap(14, 14)
                swatch.fill(QColor(hue(canvas.layer.theme, colour)))
                entry = menu.addAction(swatch, name)
                entry.setCheckable(True)
                entry.setChecked(all(self._graph.frames[k].colour is colour for k in mark.frames))
                entry.triggered.connect(lambda _=False, c=colour: self.paint_in(mark, c))
            menu.addSeparator()
        menu.addAction(tr("Delete")).triggered.connect(canvas.delete_selection)
        return menu

    # --- editing ---------------------------------------------------------------------------------

    def paint_in(self, mark: Marks, colour: Colour) -> None:
        """Give frames a colour."""
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        changes = {k: replace(self._graph.frames[k], colour=colour) for k in mark.frames}
        editor.apply(tr("Colour frame"), lambda network: change_frames(network, scope, changes))

    def edit(self, mark: Marks) -> None:
        """Open the title of a frame or the text of a note, over its place."""
        self._close()
        self._edited = mark
        frames = [self._graph.frames[k] for k in mark.frames]
        notes = [self._graph.notes[k] for k in mark.notes]
        several = bool(notes)
        text = notes[0].text if several else frames[0].title
        self._inline = Inline(
            self.canvas.viewport(),
            text,
            lambda new: self._written(mark, new),
            several=several,
            name=tr("Text of the note, in Markdown") if several else tr("Title of the frame"),
            most=MAX_TEXT if several else MAX_TITLE,
            keeps=several and not text,
        )
        zoom = min(max(self.canvas.navigator.zoom, 0.9), 1.6)
        self._inline.show(self._area(mark), round(13 * zoom))

    def _written(self, mark: Marks, text: str) -> None:
        editor, scope, graph = self.canvas.editor, self.canvas.editor.scope, self._graph
        frames = {k: replace(graph.frames[k], title=text) for k in mark.frames}
        notes = {k: replace(graph.notes[k], text=text) for k in mark.notes}
        if frames:
            editor.apply(tr("Rename frame"), lambda n: change_frames(n, scope, frames))
        else:
            editor.apply(tr("Edit note"), lambda n: change_notes(n, scope, notes))

    def _close(self, *, accept: bool = True) -> None:
        inline, self._inline = self._inline, None
        if inline is not None:
            inline.close(accept=accept)

    def _area(self, mark: Marks) -> QRect:
        """Where in the viewport a mark is edited."""
        area = QRectF()
        for k in mark.frames:
            frame = self._graph.frames[k]
            area = self._tab(frame, QRectF(*frame.box))
            area = area if not area.isEmpty() else QRectF(*frame.box)
            least = _FIELD
        for k in mark.notes:
            area, least = QRectF(*self._graph.notes[k].box), _TEXT
        found = self.canvas.viewportTransform().mapRect(area).toAlignedRect()
        return found.united(QRect(found.topLeft(), least))


def _sides(box: QRectF, at: Pointer, reach: float, zoom: float) -> frozenset[int]:
    """Which edges of a box a point is at: left 0, top 1, right 2, bottom 3."""
    if not box.adjusted(-reach, -reach, reach, reach).contains(at.scene):
        return frozenset()
    if min(box.width(), box.height()) * zoom < _SMALL:
        return frozenset()
    edges = (box.left(), box.top(), box.right(), box.bottom())
    return frozenset(k for k, edge in enumerate(edges) if abs((at.x, at.y)[k % 2] - edge) <= reach)
