"""Ctrl+H: another kind for all selected nodes, chosen by the search that adds nodes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt

from app.ui.canvas.changes import defined
from app.ui.canvas.component import Component
from app.ui.canvas.offer import Offer
from app.ui.drag import PRESET
from app.ui.inspector.values import surroundings
from app.ui.language import tr
from app.ui.palette.entries import Entry
from app.ui.search.offers import Found, defined_in
from app.ui.search.popup import SIZE, SearchPopup, popup_over
from nodes.errors import SkipwireError
from nodes.network.edits.replacing import replace_kind
from nodes.network.lookup import refuse_recursion

_ENDS = ("Input", "Output")
_AWAY = 16  # pixels from what is replaced


class Replacing(Component):
    """What the nodes have in common with the new kind is kept; what is lost is told afterwards."""

    _popup: SearchPopup | None = None
    _offer: Offer | None = None

    @property
    def popup(self) -> SearchPopup | None:
        """The search, while it is open."""
        popup = self._popup
        return popup if popup is not None and not popup.isHidden() else None

    @property
    def told(self) -> str:
        """What was lost in the last replacement, while it is told."""
        return self._offer.text if self._offer is not None and self._offer.isVisible() else ""

    def open(self) -> None:
        canvas, editor = self.canvas, self.canvas.editor
        window = canvas.window()
        self._popup = popup_over(canvas, self._popup, self._replace, self._back)
        kinds = {editor.graph.by_name[name].kind for name in editor.selection}
        number = len(editor.selection)
        if number == 1:
            hint = tr("Replace {node} with…", node=next(iter(editor.selection)))
        elif len(kinds) == 1:
            hint = tr("Replace {kind} ({number} nodes) with…", kind=kinds.pop(), number=number)
        else:
            hint = tr("Replace {number} nodes with…", number=number)
        names = surroundings(editor.network, editor.report, editor.trail)
        at = canvas.viewport().mapTo(window, self._beside(canvas.viewport().rect()))
        self._popup.open_at(at, editor.network, names, self._fits, hint)
        self._popup.hint.setText(tr("Enter replaces · Tab completes · arguments after the name"))

    def _beside(self, view: QRect) -> QPoint:
        """Right of what is selected, left of it, or below: where the window has the room."""
        canvas = self.canvas
        bounds = canvas.layer.geometry.bounds(canvas.editor.selection)
        if bounds is None:
            return QPoint(view.width() // 4, _AWAY)
        corners = QPointF(*bounds[:2]), QPointF(*bounds[2:])
        box = canvas.viewportTransform().mapRect(QRectF(*corners)).toAlignedRect() & view
        window = canvas.window()
        before = canvas.viewport().mapTo(window, box.topLeft()).x()
        if before + box.width() + SIZE.width() + 2 * _AWAY <= window.width():
            return QPoint(box.right() + _AWAY, box.top())
        if before >= SIZE.width() + 2 * _AWAY:
            return QPoint(box.left() - _AWAY - SIZE.width(), box.top())
        return QPoint(box.left(), box.bottom() + _AWAY)

    def _fits(self, entry: Entry) -> bool:
        if entry.id in _ENDS or entry.id.startswith(PRESET):
            return False
        try:
            network, kind = defined_in(self.canvas.editor.network, entry)
            refuse_recursion(network, self.canvas.editor.scope, kind)
        except SkipwireError:
            return False
        return True

    def _back(self) -> None:
        self.canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def _replace(self, found: Found) -> None:
        self._back()
        editor = self.canvas.editor
        names, scope = editor.selection, editor.scope
        try:
            network, kind = defined(editor.network, found.entry.id)
            made = replace_kind(network, scope, names, kind, found.typed.args)
        except SkipwireError as error:
            editor.refuse(str(error))
            return
        before = editor.network
        if editor.apply(f"Replace by {kind}", lambda _: made.network) and made.lost:
            counted = ((what, f" ({n}×)" if n > 1 else "") for what, n in made.lost.items())
            self._tell(", ".join(f"{what}{times}" for what, times in counted))
        elif editor.network is before and names:
            editor.refuse(tr("What is selected is {kind} already.", kind=kind))

    def _tell(self, lost: str) -> None:
        """With a way back, as long as nothing else is done."""
        if self._offer is None:
            self._offer = Offer(self.canvas)
        text = tr("Did not fit, and is gone: {what}", what=lost)
        self._offer.make(text, [(tr("Undo"), self.canvas.editor.undo)])

    def follow(self) -> None:
        if self._offer is not None:
            self._offer.withdraw()
