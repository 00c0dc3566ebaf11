"""Nodes of different kinds: the parameters that all of them have, in one form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from app.ui.editor import Editor
from app.ui.inspector import facts
from app.ui.inspector.facts import FactTable
from app.ui.inspector.page import Page
from app.ui.inspector.training import TrainingRows
from app.ui.language import tr
from nodes.errors import UnknownKindError
from nodes.network import Network, Node
from nodes.network.edits.arguments import ENABLED
from nodes.network.edits.training import ENDS
from nodes.spec import Kind, Param


def in_common(network: Network, kinds: Collection[str]) -> tuple[Param, ...]:
    """The parameters that all the kinds have, with the bounds and choices that hold for all.

    How weights begin is left out: it depends on their shapes.
    """
    try:
        declared = [{p.name: p for p in network.params(kind)} for kind in sorted(kinds)]
    except UnknownKindError:
        return ()
    first, *others = declared
    found = []
    for name, param in first.items():
        same = [params[name] for params in others if name in params]
        if len(same) == len(others) and param.kind is not Kind.INIT:
            merged: Param | None = param
            for other in same:
                merged = _merged(merged, other) if merged is not None else None
            if merged is not None:
                found.append(merged)
    return tuple(found)


def _merged(a: Param, b: Param) -> Param | None:
    choices = tuple(c for c in a.choices if c in b.choices)
    if a.kind is not b.kind or (a.choices and not choices):
        return None
    return replace(
        a,
        minimum=_tighter(max, a.minimum, b.minimum),
        maximum=_tighter(min, a.maximum, b.maximum),
        above=_tighter(max, a.above, b.above),
        unit=a.unit if a.unit == b.unit else "",
        choices=choices,
        optional=a.optional and b.optional,
        words=tuple(w for w in a.words if w in b.words),
    )


def _tighter(
    choose: Callable[[float, float], float], a: float | None, b: float | None
) -> float | None:
    return b if a is None else a if b is None else choose(a, b)


class MixedPage(Page):
    """How many there are of each kind, what they have in common, and what they come to."""

    def __init__(self, editor: Editor, common: Sequence[Param], passing: bool) -> None:
        super().__init__(editor)
        self.title = self.add_title("")
        self.kinds = FactTable()
        self.kinds.setObjectName("kinds")
        self.column.addWidget(self.kinds)
        self.form = self.add_form()
        self._arguments = [
            self.form.add(p, partial(self.set_argument, p.name), partial(self.reset_argument, p))
            for p in common
        ]
        self._enabled = (
            self.form.add(ENABLED, self.set_enabled, self.set_enabled) if passing else None
        )
        self.reset = self.add_reset()
        if self.form.rows:
            self.add_rule()
            self.column.addWidget(self.form)
        else:
            self.form.hide()
        self.column.addWidget(self.reset)
        self.training = TrainingRows(editor)
        self.column.addWidget(self.training)
        self.add_rule()
        self.facts = FactTable()
        self.column.addWidget(self.facts)

    def refresh(self) -> None:
        editor = self.editor
        nodes = [n for n in editor.graph.nodes if n.name in editor.selection]
        self.title.setText(tr(f"{len(nodes)} nodes"))
        counts = Counter(n.kind for n in nodes)
        self.kinds.show_facts([(kind, str(number)) for kind, number in counts.items()])
        self._refresh_form(nodes, counts)
        report, prefix = editor.report, editor.prefix
        found = [r for n in nodes if (r := report.at(prefix, n.name)) is not None]
        ends = any(kind in ENDS for kind in counts)
        self.training.show_nodes(nodes, () if ends else found)
        self.facts.show_facts(facts.of_several(found))

    def _refresh_form(self, nodes: Sequence[Node], kinds: Collection[str]) -> None:
        names = self.names_here()
        if self._arguments:
            network = self.editor.network
            defaults = {kind: {p.name: p.default for p in network.params(kind)} for kind in kinds}
            for row in self._arguments:
                name = row.param.name
                shown = [n.args.get(name, defaults[n.kind][name]) for n in nodes]
                row.show_values(shown, names, modified=any(name in n.args for n in nodes))
        if self._enabled is not None:
            self._enabled.show_values([n.enabled for n in nodes], names)
        self.reset.setVisible(any(n.args for n in nodes))

    def revert(self) -> None:
        super().revert()
        self.form.revert()
        self.training.revert()
