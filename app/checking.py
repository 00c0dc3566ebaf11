"""What `skipwire check` tells of a network: for machines as JSON values, for people as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.advice import Advice, Repair, repairs
from app.advice.telling import cost_said, shape_said
from app.analysis.field import Field
from app.analysis.memory import Need
from app.analysis.report import NodeReport, Problem, Report
from app.training.fit import Fit
from app.ui.formats import both
from nodes import shapes
from nodes.network import Network

MOST_MENDED = 20  # problems whose repairs are worked out


def values(
    network: Network, report: Report, found: Fit, advice: Sequence[Advice]
) -> dict[str, Any]:
    """Everything that was found, as plain values. Bytes are for 32-bit floats."""
    totals = report.totals
    mended = _mended(network, report)
    return {
        "ok": report.ok,
        "problems": [_problem(p, mended[i]) for i, p in enumerate(report.problems)],
        "advice": [_advice(a, a.repairs(network, report)) for a in advice],
        "totals": {
            "parameters": totals.parameters,
            "buffers": totals.buffers,
            "macs": totals.macs,
            "training_macs": totals.training_macs,
            "flops": totals.flops,
            "activations": totals.activations,
            "kept_bytes": totals.kept,
        },
        "memory": {
            "inference": _need(report.memory.inference()),
            "training": _need(found.step),
            "limit": found.limit,
            "largest_batch": found.largest,
        },
        "nodes": {path: _node(r) for path, r in report.nodes.items()},
        "output_shapes": report.outputs,
    }


def lines(
    network: Network, report: Report, found: Fit, batch: int, advice: Sequence[Advice]
) -> Iterator[str]:
    """One line a node, then totals and memory, problems and advice with their repairs."""
    width = max((len(path) for path in report.nodes), default=0)
    kinds = max((len(r.kind) for r in report.nodes.values()), default=0)
    for path, r in report.nodes.items():
        shape = ", ".join(map(shapes.text, r.outputs.values())) or "?"
        line = f"{path:{width}}  {r.kind:{kinds}}  {shape:>16}  {r.parameters:>13,} {r.macs:>17,}"
        yield f"{line}  training only" if r.training else line
    totals = report.totals
    trained = ""
    if totals.training_macs != totals.macs:
        trained = f" ({totals.training_macs:,} in training, with what only auxiliary outputs need)"
    yield ""
    yield (
        f"{network.name}: {totals.parameters:,} parameters, {totals.buffers:,} buffer elements, "
        f"{totals.macs:,} multiply-adds a sample{trained}."
    )
    yield (
        f"Memory: {both(report.memory.inference().total)} for the inference of one sample, "
        f"{both(found.step.total)} for a training step at batch {batch:,}."
    )
    if found.limit is not None:
        yield f"Largest batch that fits {both(found.limit)}: {found.largest:,}."
    for line, mends in zip(problems(report), _mended(network, report), strict=True):
        yield line
        yield from _repair_lines(mends)
    for a in advice:
        yield f" advice: {a.message} {a.reason} [{a.rule.id}; {a.source}]"
        yield from _repair_lines(a.repairs(network, report))


def problems(report: Report) -> Iterator[str]:
    for p in report.problems:
        yield f"{'  follows' if p.consequence else 'problem'}: {p.message} {p.cure}".rstrip()


def _mended(network: Network, report: Report) -> list[tuple[Repair, ...]]:
    """The repairs of each problem; of very many, of the first."""
    return [
        repairs(network, report, p) if number < MOST_MENDED else ()
        for number, p in enumerate(report.problems)
    ]


def _repair_lines(mends: Sequence[Repair]) -> Iterator[str]:
    for repair in mends:
        yield f"         · {repair.title}: {cost_said(repair.preview)}"
        yield from (f"             {shape_said(change)}" for change in repair.preview.shapes)


def _repair(repair: Repair) -> dict[str, Any]:
    preview = repair.preview
    return {
        "title": repair.title,
        "shapes": {c.path: {"before": c.before, "after": c.after} for c in preview.shapes},
        "parameters": preview.parameters,
        "macs": preview.macs,
        "problems_left": preview.problems,
    }


def _advice(a: Advice, mends: Sequence[Repair]) -> dict[str, Any]:
    return {
        "rule": a.rule.id,
        "title": a.rule.title,
        "nodes": a.nodes,
        "message": a.message,
        "reason": a.reason,
        "source": a.source,
        "repairs": [_repair(r) for r in mends],
    }


def _problem(p: Problem, mends: Sequence[Repair]) -> dict[str, Any]:
    return {
        "rule": p.rule,
        "nodes": p.nodes,
        "message": p.message,
        "cure": p.cure,
        "received": p.received,
        "consequence": p.consequence,
        "repairs": [_repair(r) for r in mends],
    }


def _node(r: NodeReport) -> dict[str, Any]:
    return {
        "kind": r.kind,
        "training_only": r.training,
        "output_shapes": list(r.outputs.values()),
        "parameters": r.parameters,
        "buffers": r.buffers,
        "macs": r.macs,
        "flops": r.flops,
        "activations": r.activations,
        "activation_bytes": 4 * r.activations,
        "kept_bytes": r.kept,
        "receptive_field": None if r.field is None else [_field(f) for f in r.field],
    }


def _field(f: Field) -> dict[str, Any]:
    return {
        "smallest": f.smallest,
        "largest": f.largest,
        "jump": float(f.jump),
        "start": float(f.start),
        "centre": float(f.centre(0)),
        "whole_input": f.whole,
    }


def _need(need: Need) -> dict[str, int]:
    return {
        "weights": need.weights,
        "buffers": need.buffers,
        "gradients": need.gradients,
        "optimiser": need.optimiser,
        "activations": need.activations,
        "transient": need.transient,
        "total": need.total,
    }
