"""The network as a table, by node or by block, and that table as text for papers and sheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from app.analysis.costs import COSTS
from app.analysis.report import NodeReport, Report
from nodes import shapes
from nodes.network.model import Network

Cell = str | int | None


@dataclass(frozen=True)
class Row:
    """One node: its path, kind, output shape (without the batch), and one figure for every cost.

    `elements` counts those of the output; None where its shape is not known.
    """

    path: str
    kind: str
    output: str
    figures: tuple[int | None, ...]
    elements: int | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.path, self.kind, self.output, *self.figures)


TITLES = ("Node", "Kind", "Output", *(cost.title for cost in COSTS))
# On paper a figure stands without its unit, which is therefore in the heading.
_UNITS = {"B": "bytes", "px": "px"}
HEADINGS = (
    *TITLES[: -len(COSTS)],
    *(f"{c.title} ({_UNITS[c.unit]})" if c.unit in _UNITS else c.title for c in COSTS),
)


def by_node(network: Network, report: Report) -> tuple[Row, ...]:
    """Every layer in the order of computation, those inside of blocks by their full path."""
    blocks = network.block_by_name
    return tuple(
        _row(r)
        for path, r in report.nodes.items()
        if r.kind not in blocks and r.enabled and ("." not in path or r.kind not in _PORTS)
    )


def by_block(network: Network, report: Report) -> tuple[Row, ...]:
    """What stands in the network itself, each block as a whole.

    The figures add up to the total; multiply-adds and activations to those of training.
    """
    return tuple(_row(r) for path, r in report.nodes.items() if "." not in path and r.enabled)


def _row(report: NodeReport) -> Row:
    output = ", ".join(shapes.text(s) for s in report.outputs.values()) or "?"
    kind = report.kind if report.repeat == 1 else f"{report.kind} ×{report.repeat}"
    if report.training:
        kind += " (training only)"
    elements = sum(map(prod, report.outputs.values())) if report.outputs else None
    return Row(report.path, kind, output, tuple(cost.of(report) for cost in COSTS), elements)


def markdown(rows: Iterable[Row]) -> str:
    """A table in GitHub's Markdown, figures to the right."""
    lines = [HEADINGS, *(tuple(_shown(c) for c in row.cells) for row in rows)]
    escaped = [[c.replace("|", "\\|") for c in line] for line in lines]
    rule = ["---" if k < _TEXTS else "---:" for k in range(len(TITLES))]
    return "".join(
        f"| {' | '.join(line)} |\n" for line in _aligned([escaped[0], rule, *escaped[1:]])
    )


def as_csv(rows: Iterable[Row]) -> str:
    """Comma-separated values, figures as plain numbers."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows(["" if c is None else c for c in row.cells] for row in rows)
    return text.getvalue()


def latex(rows: Iterable[Row]) -> str:
    """A `tabular` in the style of the booktabs package."""
    columns = "l" * _TEXTS + "r" * (len(TITLES) - _TEXTS)
    body = [" & ".join(_latex(_shown(c)) for c in row.cells) + r" \\" for row in rows]
    lines = [
        rf"\begin{{tabular}}{{{columns}}}",
        r"\toprule",
        " & ".join(map(_latex, HEADINGS)) + r" \\",
        r"\midrule",
        *body,
        r"\bottomrule",
        r"\end{tabular}",
    ]
    return "\n".join(lines) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[Row]], str]] = {
    "Markdown": markdown,
    "CSV": as_csv,
    "LaTeX": latex,
}
_PORTS = ("Input", "Output")  # of a block they are only its ends
_TEXTS = 3  # the leading columns that hold words
_LATEX = {"\\": r"\textbackslash{}", "×": r"$\times$", "~": r"\textasciitilde{}",
          "^": r"\textasciicircum{}", **{c: f"\\{c}" for c in "&%$#_{}"}}  # fmt: skip


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:,}" if isinstance(cell, int) else cell


def _aligned(lines: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Cells of one width a column, words to the left, figures to the right."""
    columns = []
    for k, column in enumerate(zip(*lines, strict=True)):
        width = max(map(len, column))
        columns.append([c.ljust(width) if k < _TEXTS else c.rjust(width) for c in column])
    return (list(line) for line in zip(*columns, strict=True))


def _latex(text: str) -> str:
    return "".join(_LATEX.get(c, c) for c in text)
