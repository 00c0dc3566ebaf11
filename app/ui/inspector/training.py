"""What training does to the selected nodes: whether they learn, and how fast."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.analysis.report import NodeReport
from app.ui.editor import Editor
from app.ui.inspector.fold import Fold
from app.ui.inspector.form import Form, note_label, tell
from app.ui.inspector.page import attempt, run
from app.ui.language import tr
from nodes.network import Argument, Frozen, Node
from nodes.network.edits import set_frozen, set_rate
from nodes.network.edits.arguments import RATE
from nodes.spec import Kind, Param

WORDS = {
    Frozen.NO: "learn",
    Frozen.WEIGHTS: "frozen",
    Frozen.ALL: "frozen, statistics too",
}
TRAINING = Param(
    "weights",
    Kind.CHOICE,
    WORDS[Frozen.NO],
    "Whether training changes the weights. Statistics are the running means and variances of "
    "normalisations, which else go on with every batch. Of a block it holds for all inside",
    choices=tuple(WORDS.values()),
)


class TrainingRows(Fold):
    """Two rows under a heading that tells them in short; for nodes that hold weights."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        form = Form()
        form.run.connect(lambda name, back: run(editor, name, back=back))
        self.frozen = form.add(TRAINING, self._freeze, self._freeze, tr("weights"))
        self.rate = form.add(RATE, self._slow, self._slow, tr("rate ×"))
        self.note = note_label()
        self.note.setObjectName("note frozen around")
        self._form = form
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addWidget(self.note)
        super().__init__("Training", page)

    def show_nodes(self, nodes: Sequence[Node], reports: Sequence[NodeReport]) -> None:
        marked = any(n.frozen is not Frozen.NO or n.rate != 1 for n in nodes)
        self.setVisible(marked or any(r.parameters or r.buffers for r in reports))
        self.frozen.show_values([WORDS[n.frozen] for n in nodes], {})
        self.rate.show_values([n.rate for n in nodes], {})
        around, in_run = _around(nodes[0], reports, self._editor), _in_run(reports, self._editor)
        told = around or _told(nodes)
        self.summary.setText(f"{told} · {in_run}" if in_run else told)
        notes = [tr("{told}.", told=around)] if around else []
        if in_run:
            notes.append(
                tr(
                    "The run that is under way: {now}. What is set here is for later ones.",
                    now=in_run,
                )
            )
        tell(self.note, " ".join(notes), QPalette.ColorRole.PlaceholderText)

    def revert(self) -> None:
        self._form.revert()

    def _freeze(self, value: Argument) -> str | None:
        scope, names = self._editor.scope, self._editor.selection
        frozen = next(f for f, words in WORDS.items() if words == value)
        label = "Unfreeze" if frozen is Frozen.NO else "Freeze"
        return attempt(self._editor, label, lambda n: set_frozen(n, scope, names, frozen))

    def _slow(self, value: Argument) -> str | None:
        assert isinstance(value, int | float)
        scope, names = self._editor.scope, self._editor.selection
        return attempt(
            self._editor, "Set learning rate ×", lambda n: set_rate(n, scope, names, value)
        )


def _told(nodes: Sequence[Node]) -> str:
    """What holds of the nodes, in short."""
    frozen, rates = {n.frozen for n in nodes}, {n.rate for n in nodes}
    if len(frozen) > 1:
        return tr("differs")
    words = tr(WORDS[nodes[0].frozen])
    if frozen != {Frozen.NO} or rates == {1.0}:
        return words
    if len(rates) > 1:
        return tr("{words}, rates differ", words=words)
    return tr("{words}, rate × {rate}", words=words, rate=f"{nodes[0].rate:g}")


def _in_run(reports: Sequence[NodeReport], editor: Editor) -> str:
    """What holds of the nodes in the run that is under way, where that is not as drawn."""
    run = editor.sheet.in_hand
    if run is None:
        return ""
    drawn = editor.report.learning
    found = {run.apart(report.path, drawn) for report in reports}
    if found <= {None}:
        return ""
    if len(found) > 1:
        return tr("differs in the run")
    return tr("learns now") if found == {Frozen.NO} else tr("frozen now")


def _around(node: Node, reports: Sequence[NodeReport], editor: Editor) -> str:
    """What holds of the nodes by the blocks around: which freezes them, or how fast they learn."""
    parts = editor.prefix.split(".") if reports and editor.prefix else []
    outer = [editor.report.nodes[".".join(parts[: k + 1])] for k in range(len(parts))]
    for block in outer:
        if block.learns.frozen is not Frozen.NO:
            return tr("frozen by the block {block}", block=block.path)
    rate = outer[-1].learns.rate if outer else 1.0
    if rate == 1:
        return ""
    return tr("{told}, × {rate} of the blocks around", told=_told([node]), rate=f"{rate:g}")
