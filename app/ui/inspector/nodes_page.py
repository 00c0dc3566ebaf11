"""One node, or several of one kind, as one form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.analysis.report import NodeReport
from app.ui.editor import Editor
from app.ui.icons import icon
from app.ui.inspector import facts, initialiser
from app.ui.inspector.explained import Explained
from app.ui.inspector.exposing import Exposing
from app.ui.inspector.facts import FactTable
from app.ui.inspector.fields import TextField
from app.ui.inspector.fold import Fold
from app.ui.inspector.form import Row
from app.ui.inspector.order import WireOrder
from app.ui.inspector.page import NameField, Page, attempt
from app.ui.inspector.training import TrainingRows
from app.ui.inspector.values import Names
from app.ui.language import tr
from app.ui.palette.picture import chip
from nodes.errors import UnknownKindError
from nodes.initialisers import tensor_of
from nodes.network import INDEX, Argument, Block, Endpoint, Network, Node, Wire, edits
from nodes.network.edits.arguments import ENABLED, REPEAT
from nodes.network.edits.training import ENDS
from nodes.network.expression import Expression
from nodes.spec import Kind, LayerSpec, Param


class NodesPage(Page):
    """The selected nodes, which are all of one kind."""

    def __init__(self, editor: Editor, definition: LayerSpec | Block, single: bool) -> None:
        super().__init__(editor)
        block = isinstance(definition, Block)
        params = definition.parameters if isinstance(definition, Block) else definition.params
        self.name: NameField | None = None
        self.title: QLabel | None = None
        if single:
            self.name = self.add_name("Name: the attribute in the code", self._rename)
        else:
            self.title = self.add_title("")
        self.column.addWidget(_Kind(definition))

        self.form = self.add_form()
        self.beginning = self.add_form()
        self._arguments = [self._add_argument(p) for p in params]
        self._repeat = (
            self.form.add(REPEAT, self._set_repeat, self._set_repeat) if block and single else None
        )
        self._enabled = (
            self.form.add(ENABLED, self.set_enabled, self.set_enabled)
            if can_pass(definition)
            else None
        )
        for row in (self._repeat, self._enabled):
            if row is not None:
                self._let_out(row)
        for form in (self.form, self.beginning):
            if not form.rows:
                form.hide()
        if self.form.rows:
            self.column.addWidget(self.form)
        self.fold: Fold | None = None
        if self.beginning.rows:
            self.fold = Fold("Initialisation", self.beginning)
            self.column.addWidget(self.fold)
        self.reset = self.add_reset()
        self.column.addWidget(self.reset)
        self.training = TrainingRows(editor)
        self.column.addWidget(self.training)
        custom = isinstance(definition, LayerSpec) and (
            definition.id in editor.network.custom_by_name
        )
        if (block or custom) and single:
            self.open = (
                QPushButton(icon("block"), tr("Open block"))
                if block
                else QPushButton(icon("code"), tr("Edit code"))
            )
            self.open.clicked.connect(lambda: editor.enter(self._nodes[0].name))
            self.column.addWidget(self.open)

        self._variadic = next((p.name for p in definition.inputs if p.variadic), None)
        self.order = WireOrder()
        self.order.hide()
        self.order.reordered.connect(self._reorder)
        self.column.addWidget(self.order)
        self.add_rule()
        self.facts = FactTable()
        self.column.addWidget(self.facts)
        self.add_rule()
        self.explained: Explained | None = None
        if isinstance(definition, LayerSpec):
            self.explained = Explained(definition)
            self.column.addWidget(self.explained)
        else:
            self.add_muted(tr("{told}.", told=tr(definition.summary)) if definition.summary else "")

    def edit_first(self) -> None:
        if self.form.rows:
            self.form.rows[0].field.setFocus()
        else:
            self.edit_name()

    @property
    def _initial(self) -> list[Param]:
        return [row.param for row in self.beginning.rows]

    @property
    def _nodes(self) -> list[Node]:
        selection, graph = self.editor.selection, self.editor.graph
        if len(selection) == 1:  # as mostly, and then no graph is searched
            return [graph.by_name[name] for name in selection]
        return [n for n in graph.nodes if n.name in selection]

    # --- reading ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        nodes = self._nodes
        outer = self.names_here()
        names = {**outer, INDEX: 0} if all(n.numbered for n in nodes) else outer
        if self.name is not None:
            self.name.show_name(nodes[0].name)
        if self.title is not None:
            self.title.setText(tr(f"{len(nodes)} nodes"))
        local = self._entering(nodes)
        for row in self._arguments:
            if isinstance(row.field, TextField):
                row.field.local = local
            default = row.param.default
            row.show_values([n.args.get(row.param.name, default) for n in nodes], names)
        if self._repeat is not None:
            self._repeat.show_values([nodes[0].repeat], outer)
        if self._enabled is not None:
            self._enabled.show_values([n.enabled for n in nodes], outer)
        if self.fold is not None:
            chosen = ([n.args.get(p.name, p.default) for n in nodes] for p in self._initial)
            self.fold.summary.setText(tr(initialiser.told(chosen)))
        self.reset.setVisible(any(n.args for n in nodes))
        found = self._refresh_facts(nodes)
        if self.explained is not None:
            self.explained.show_nodes(self.editor.network, nodes, names, found)
        self._refresh_order(nodes)

    def _entering(self, nodes: list[Node]) -> Names:
        """The channels that enter all the nodes, where that is one number."""
        if len(nodes) > 1:
            return {}
        report = self.editor.report.at(self.editor.prefix, nodes[0].name)
        found = {shape[0] for shape in report.inputs} if report is not None else set[int]()
        return {"in_channels": int(found.pop())} if len(found) == 1 else {}

    def _refresh_facts(self, nodes: list[Node]) -> list[NodeReport]:
        report, prefix = self.editor.report, self.editor.prefix
        reports = [report.at(prefix, n.name) for n in nodes]
        found = [r for r in reports if r is not None]
        if len(nodes) == 1:
            # Inside an instance that is switched off there is nothing to tell.
            self.facts.show_later(
                self.editor.report,
                lambda: facts.of_node(found[0]) if found else (("In use here", "no"),),
            )
        else:
            self.facts.show_facts(facts.of_several(found))

        ends = any(n.kind in ENDS for n in nodes)
        self.training.show_nodes(nodes, () if ends else found)
        return found

    def _refresh_order(self, nodes: list[Node]) -> None:
        if self._variadic is None or len(nodes) > 1:
            return
        wires = self._wires(nodes[0])
        report, prefix = self.editor.report, self.editor.prefix
        self.order.show_wires(wires, [report.wire_shape(prefix, w) for w in wires])

    def _wires(self, node: Node) -> list[Wire]:
        wires = self.editor.graph.into(node.name)
        return [w for w in wires if w.target.port == self._variadic]

    def revert(self) -> None:
        super().revert()
        self.form.revert()
        self.beginning.revert()
        self.training.revert()

    # --- edits -----------------------------------------------------------------------------------

    def _add_argument(self, param: Param) -> Row:
        initial = param.kind is Kind.INIT
        form, name = (self.beginning, tensor_of(param)) if initial else (self.form, "")
        set_, reset = partial(self.set_argument, param.name), partial(self.reset_argument, param)
        row = form.add(param, set_, reset, name)
        self._let_out(row)
        return row

    def _let_out(self, row: Row) -> None:
        """In a block, what the row shows can become a parameter of that."""
        Exposing(row.name, self.editor, row.param.name, row.refuse)

    def _rename(self, new: str) -> str | None:
        old, scope = self._nodes[0].name, self.editor.scope
        return attempt(
            self.editor, f"Rename {old}", lambda n: edits.rename(n, scope, old, new), [new]
        )

    def _set_repeat(self, value: Argument) -> str | None:
        assert isinstance(value, int | Expression)
        scope, name = self.editor.scope, self._nodes[0].name
        return attempt(self.editor, "Set repeat", lambda n: edits.set_repeat(n, scope, name, value))

    def _reorder(self, order: tuple[Wire, ...]) -> None:
        scope, target = self.editor.scope, Endpoint(self._nodes[0].name, str(self._variadic))
        self.editor.apply("Reorder wires", lambda n: edits.order_wires(n, scope, target, order))


class _Kind(QWidget):
    """The kind in words, behind the colour of its family."""

    def __init__(self, definition: LayerSpec | Block) -> None:
        super().__init__()
        if isinstance(definition, Block):
            kind, self._family = definition.name, "Block"
        else:
            kind, self._family = definition.id, definition.family
        self._chip = QLabel()
        says = QLabel(kind if kind == self._family else f"{kind} · {tr(self._family)}")
        says.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chip)
        row.addWidget(says, 1)
        self._colour()

    def _colour(self) -> None:
        self._chip.setPixmap(chip(self._family, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()


def can_pass(definition: LayerSpec | Block) -> bool:
    """Whether a node that is switched off could pass its one input on as its one output."""
    if isinstance(definition, LayerSpec) and definition.code is None:
        return False
    if len(definition.inputs) != 1 or definition.inputs[0].variadic:
        return False
    return isinstance(definition.outputs, tuple) and len(definition.outputs) == 1


def all_can_pass(network: Network, kinds: Iterable[str]) -> bool:
    """Whether nodes of all these kinds can be switched off."""
    try:
        return all(can_pass(network.definition(kind)) for kind in kinds)
    except UnknownKindError:
        return False
