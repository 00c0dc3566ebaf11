"""A block's definition: its name and its parameters, while nothing in it is selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.analysis.uses import uses
from app.ui.editor import Editor
from app.ui.icons import icon
from app.ui.inspector import facts, values
from app.ui.inspector.facts import FactTable
from app.ui.inspector.fields import Combo
from app.ui.inspector.form import Form, note_label, tell
from app.ui.inspector.page import Page, attempt
from app.ui.language import tr
from nodes.network import Argument, Block, Expression, Network, blocks
from nodes.spec import Kind, Param, Value

_NEW: dict[Kind, Value] = {
    Kind.INT: 1,
    Kind.FLOAT: 0.0,
    Kind.BOOL: True,
    Kind.PAIR: 1,
    Kind.TRIPLE: 1,
    Kind.SHAPE: (1,),
    Kind.INTS: (1,),
    Kind.INIT: None,
}
_WORDS = {
    Kind.INT: "whole number",
    Kind.FLOAT: "number",
    Kind.BOOL: "yes or no",
    Kind.PAIR: "pair",
    Kind.TRIPLE: "triple",
    Kind.SHAPE: "shape",
    Kind.INTS: "list of whole numbers",
    Kind.INIT: "initialiser",
}


class BlockPage(Page):
    """The block that is shown on the canvas. Its parameters can be used in “=” expressions."""

    def __init__(self, editor: Editor, block: Block) -> None:
        super().__init__(editor)
        self.add_title("Block")
        self.name = self.add_name("Name of the block: the class in the code", self._rename)
        self.used = self.add_muted()
        if block.summary:
            self.add_muted(block.summary)
        self.add_rule()
        self.add_title("Parameters")
        entering = " and ".join(block.channel_names.values()) or "none"
        self.add_muted(
            "Used inside by “=” expressions, such as =2*width. The values are defaults. The "
            f"channels that enter are called {entering} there."
        )
        self.form = Form()
        for at, param in enumerate(block.parameters):
            self.form.add(param, partial(self._set_default, param.name))
            self.form.grid.addWidget(self._remove_button(param.name), 2 * at + 1, 2)
        self.column.addWidget(self.form)
        self.new = _NewParameter(self._add)
        self.column.addWidget(self.new)
        self.note = note_label()
        self.note.setObjectName("note parameters")
        self.column.addWidget(self.note)
        self.add_rule()
        self.facts = FactTable()
        self.column.addWidget(self.facts)

    @property
    def _block(self) -> Block:
        return self.editor.network.block(self.editor.scope)

    def refresh(self) -> None:
        self.name.show_name(self._block.name)
        many = uses(self.editor.network, self.editor.report, self._block.name)
        once, often = (
            tr("Used once."),
            tr("Used {count} times: an edit here is one of all.", count=many),
        )
        self.used.setText(often if many > 1 else once)
        editor = self.editor
        names = values.surroundings(editor.network, editor.report, editor.trail)
        for row, param in zip(self.form.rows, self._block.parameters, strict=True):
            here = names.get(param.name)
            row.show_values([param.default], {}, here if here != param.default else None)
        report = self.editor.report
        instance = report.nodes.get(self.editor.prefix)
        self.facts.show_later(report, lambda: facts.of_node(instance) if instance else ())

    def revert(self) -> None:
        super().revert()
        self.form.revert()

    # --- edits -----------------------------------------------------------------------------------

    def _rename(self, new: str) -> str | None:
        old = self._block.name
        return attempt(
            self.editor, f"Rename block {old}", lambda n: blocks.rename_block(n, old, new)
        )

    def _set_default(self, name: str, value: Argument) -> str | None:
        assert not isinstance(value, Expression)  # a default has no names to refer to

        def changed(param: Param) -> Param:
            return replace(param, default=value) if param.name == name else param

        parameters = tuple(changed(p) for p in self._block.parameters)
        return attempt(self.editor, f"Set default of {name}", self._with(parameters))

    def _add(self, name: str, kind: Kind) -> bool:
        param = Param(name, kind, _NEW[kind], "", optional=_NEW[kind] is None)
        with_it = self._with((*self._block.parameters, param))
        reason = attempt(self.editor, f"Add parameter {name}", with_it)
        tell(self.note, reason or "", QPalette.ColorRole.BrightText)
        return reason is None

    def _remove(self, name: str) -> None:
        parameters = tuple(p for p in self._block.parameters if p.name != name)
        reason = attempt(self.editor, f"Remove parameter {name}", self._with(parameters))
        tell(self.note, reason or "", QPalette.ColorRole.BrightText)

    def _with(self, parameters: tuple[Param, ...]) -> Callable[[Network], Network]:
        name = self._block.name
        return lambda network: blocks.set_parameters(network, name, parameters)

    def _remove_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"remove {name}")
        button.setIcon(icon("delete"))
        button.setAutoRaise(True)
        button.setToolTip(tr("Remove the parameter {name}", name=name))
        button.setAccessibleName(tr("Remove {name}", name=name))
        button.clicked.connect(partial(self._remove, name))
        return button


class _NewParameter(QWidget):
    """Name and kind of a parameter to be added."""

    def __init__(self, add: Callable[[str, Kind], bool]) -> None:
        super().__init__()
        self._add = add
        self.name = QLineEdit()
        self.name.setObjectName("new parameter")
        self.name.setPlaceholderText(tr("New parameter"))
        self.name.setAccessibleName(tr("Name of a new parameter"))
        self.name.returnPressed.connect(self._submit)
        self.kind = Combo()
        self.kind.setAccessibleName(tr("Kind of the new parameter"))
        for kind, words in _WORDS.items():
            self.kind.addItem(tr(words), kind)
        button = QToolButton()
        button.setObjectName("add parameter")
        button.setIcon(icon("add"))
        button.setAutoRaise(True)
        button.setToolTip(tr("Add the parameter"))
        button.setAccessibleName(tr("Add the parameter"))
        button.clicked.connect(self._submit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.kind)
        row.addWidget(button)

    def _submit(self) -> None:
        name = self.name.text().strip()
        if name and self._add(name, Kind(self.kind.currentData())):
            self.name.clear()
