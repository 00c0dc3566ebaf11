"""The inspector dock: one page for what is selected, kept while only values change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.editor import Editor
from app.ui.inspector.block_page import BlockPage
from app.ui.inspector.marks_page import MarksPage
from app.ui.inspector.mixed_page import MixedPage, in_common
from app.ui.inspector.nodes_page import NodesPage, all_can_pass
from app.ui.inspector.other_pages import NetworkPage, UnknownPage
from app.ui.inspector.page import Page
from app.ui.language import spoken
from nodes.errors import UnknownKindError
from nodes.network import ROOT
from nodes.network.edits.marks import NO_MARKS, Marks

Subject = tuple[Hashable, ...]


class Inspector(QWidget):
    """Follows the editor's selection; every edit goes through the editor as one undo step.

    `marks` are the frames and notes that are selected on the canvas; `follow_marks` is to be called
    when they are others.
    """

    def __init__(
        self,
        editor: Editor,
        marks: Callable[[], Marks] = lambda: NO_MARKS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._chosen = marks
        self._subject: Subject | None = None
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.page: Page
        self._show()
        editor.changed.connect(self._show)
        editor.in_hand_changed.connect(self._show)
        editor.place_changed.connect(self._show_other)
        editor.selection_changed.connect(self._show_other)

    def focus_name(self) -> None:
        """Start renaming what is shown, where it has a name."""
        self.page.edit_name()

    def focus_first(self) -> None:
        """Start editing the first value of what is shown, or its name where it has none."""
        self.page.edit_first()

    def follow_marks(self) -> None:
        """Other frames or notes may be selected."""
        self._show_other()

    def _marks(self) -> Marks:
        """Without points of wires, about which there is nothing to say."""
        return replace(self._chosen(), points=frozenset()).within(self._editor.graph)

    def _show_other(self) -> None:
        """What was typed and not applied was meant for the nodes selected before."""
        self.page.revert()
        self._show()

    def _show(self) -> None:
        found, make = self._find()
        subject = (*found, spoken())
        if subject != self._subject:
            if self._subject is not None:
                self.page.revert()  # or leaving a field would apply what it holds to other nodes
                former = self._area.takeWidget()
                former.setParent(self._area)  # or Python might delete it in the middle of an event
                former.hide()
                former.deleteLater()
            self._subject = subject
            self.page = make()
            self._area.setWidget(self.page)
        self.page.refresh()

    def _find(self) -> tuple[Subject, Callable[[], Page]]:
        """What is to be shown, as everything the page's widgets depend on, and how to make it."""
        editor = self._editor
        nodes = [editor.graph.by_name[name] for name in editor.selection]
        kinds = {node.kind for node in nodes}
        if not nodes and (marks := self._marks()):
            return (MarksPage, marks), lambda: MarksPage(editor, self._marks)
        if not nodes and editor.scope == ROOT:
            return (NetworkPage,), lambda: NetworkPage(editor)
        if not nodes:
            block = editor.network.block(editor.scope)
            declared = tuple(replace(p, default=None) for p in block.parameters)
            return (BlockPage, declared, block.summary), lambda: BlockPage(editor, block)
        if len(kinds) > 1:
            common, passing = in_common(editor.network, kinds), all_can_pass(editor.network, kinds)
            return (MixedPage, common, passing), lambda: MixedPage(editor, common, passing)
        (kind,) = kinds
        try:
            definition = editor.network.definition(kind)
        except UnknownKindError:
            return (UnknownPage, kind), lambda: UnknownPage(editor, kind)
        single = len(nodes) == 1
        subject = (NodesPage, kind, editor.network.params(kind), single, definition.inputs)
        return subject, lambda: NodesPage(editor, definition, single)
