"""Facts for reading: a table of what the analysis found, and a layer's help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.analysis.field import Field
from app.analysis.report import NodeReport, Report
from app.ui import theme
from app.ui.formats import both, count, number, si
from app.ui.language import tr
from app.ui.later import Later
from nodes.shapes import text as shape
from nodes.spec import Tensor

Facts = Sequence[tuple[str, str]]


class FactTable(QLabel):
    """Names and values in two columns, to be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts = ()
        self._make: Callable[[], Facts] = tuple
        self._later = Later(self, lambda: self.show_facts(self._make()))
        self.setObjectName("facts")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_later(self, report: Report, make: Callable[[], Facts]) -> None:
        """Facts of a report that need a walk through the whole network."""
        self._make = make
        self._later.ask(report)

    def show_facts(self, facts: Facts) -> None:
        if facts != self._facts:
            self._facts = facts
            self._write()

    def _write(self) -> None:
        muted = theme.current().muted
        rows = "".join(
            f"<tr><td style='color:{muted}; padding-right:10px'>{escape(tr(name))}</td>"
            f"<td>{escape(tr(value))}</td></tr>"
            for name, value in self._facts
        )
        self.setText(f"<table cellspacing='0' cellpadding='1'>{rows}</table>")
        self.setVisible(bool(self._facts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._write()


def of_node(report: NodeReport) -> Facts:
    """Shapes, weights and cost of one node, and its place in the state_dict."""
    inputs = [shape(s) for s in report.inputs]
    titles = ("Input",) if len(inputs) == 1 else ("Inputs", *[""] * (len(inputs) - 1))
    facts = list(zip(titles, inputs, strict=True)) if inputs else []
    outputs = report.outputs
    facts += [
        ("Output" if len(outputs) == 1 else f"Output {port}", shape(s))
        for port, s in outputs.items()
    ]
    facts.append(("Parameters", count(report.parameters)))
    facts += _learning(report.learning, report.parameters)
    facts += _named(report.weights)
    if report.buffers:
        facts.append(("Buffers", count(report.buffers)))
        facts += _named(report.held)
    facts += [
        ("MACs", si(report.macs, "MACs")),
        ("FLOPs", si(report.flops, "FLOPs")),
        ("Activations", count(report.activations)),
        ("", both(4 * report.activations)),
        ("Kept", both(report.kept)),
        *_field(report.field),
    ]
    if report.training:
        facts.append(("Runs", "in training only"))
    return [*facts, ("Path", report.path)]


def _named(tensors: Iterable[Tensor]) -> Facts:
    return [("", f"{t.name} {shape(t.shape)}".strip()) for t in tensors]


def _learning(learning: int, parameters: int) -> Facts:
    """How many of the parameters learn, where not all do."""
    if learning == parameters:
        return ()
    return (("", f"{count(learning)} learn" if learning else "frozen"),)


def _field(field: Sequence[Field] | None) -> Facts:
    """The receptive field: its size, the way from cell to cell, and where the first cell looks."""
    if not field:
        return []
    whole = all(f.whole for f in field)
    widest = "the whole input" if whole else f"{_axes(f.largest for f in field)} px"
    facts = [("Receptive field", widest)]
    if any(f.smallest < f.largest for f in field):
        facts.append(("", f"narrowest path {_axes(f.smallest for f in field)} px"))
    if not whole:
        facts.append(("Jump", f"{_axes(f.jump for f in field)} px"))
        facts.append(("First cell", f"centred on {_axes(f.centre(0) for f in field)}"))
    return facts


def _axes(figures: Iterable[float | Fraction]) -> str:
    return " × ".join(number(float(f)) for f in figures)


def of_several(reports: Iterable[NodeReport]) -> Facts:
    reports = tuple(reports)
    return (
        ("Parameters", count(sum(r.parameters for r in reports))),
        ("MACs", si(sum(r.macs for r in reports), "MACs")),
    )


def of_network(report: Report) -> Facts:
    totals = report.totals
    return (
        *(("Input", shape(s)) for s in report.inputs),
        *(("Output", shape(s)) for s in report.outputs),
        ("Parameters", count(totals.parameters)),
        *_learning(totals.learning, totals.parameters),
        ("", both(report.memory.weights)),
        ("Buffers", count(totals.buffers)),
        ("MACs", si(totals.macs, "MACs")),
        *[("", tr("{macs} in training", macs=si(totals.training_macs, "MACs")))]
        * (totals.training_macs != totals.macs),
        ("FLOPs", si(totals.flops, "FLOPs")),
        ("Activations", count(totals.activations)),
        ("", both(4 * totals.activations)),
        ("Inference", f"{both(report.memory.inference().total)} for one sample"),
        ("Kept", f"{both(totals.kept)} a sample, for the backward pass"),
    )
