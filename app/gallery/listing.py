"""The presets as text: a table for people, plain values for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from app.gallery.facts import BATCHES, Facts
from app.gallery.order import ORDERS, grouped
from app.gallery.resource import facts
from app.targets import PRESET
from nodes.spec import Param
from presets import Accuracy, Preset

_TITLES = ("Preset", "Title", "Year", "Parameters", "MACs", "Top-1")
_WORDS = 2  # the leading columns that hold words


def plain(preset: Preset) -> dict[str, Any]:
    """All that is known of a preset, as JSON has it; counts are for its default parameters."""
    return {
        "id": preset.id,
        "title": preset.title,
        "family": preset.family,
        "year": preset.year,
        "authors": preset.authors,
        "paper": preset.paper,
        "link": preset.link,
        "summary": preset.summary,
        "accuracy": _accuracy(preset.accuracy),
        "parameters": [_param(p) for p in preset.parameters],
        "references": [
            {
                "name": r.name,
                "set": dict(r.set),
                "accuracy": _accuracy(preset.accuracy_with(r.set)),
            }
            for r in preset.references
        ],
        "counts": _counts(facts(preset)),
    }


def _accuracy(accuracy: Accuracy | None) -> dict[str, Any] | None:
    if accuracy is None:
        return None
    return {"top1": accuracy.top1, "data": accuracy.data, "how": accuracy.how}


def _param(param: Param) -> dict[str, Any]:
    bounds = {
        "minimum": param.minimum,
        "maximum": param.maximum,
        "above": param.above,
        "unit": param.unit or None,
        "choices": list(param.choices) or None,
        "words": list(param.words) or None,
    }
    return {
        "name": param.name,
        "kind": str(param.kind),
        "default": param.default,
        "help": param.help,
        "optional": param.optional,
        **{name: bound for name, bound in bounds.items() if bound is not None},
    }


def _counts(found: Facts) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(found)
    del values["figure"]
    values["input_shape"] = list(values.pop("input"))
    values["receptive_field"] = values.pop("field")
    values["training_bytes"] = dict(zip(map(str, BATCHES), values.pop("memory"), strict=True))
    values["stages"] = [
        {
            "name": s.name,
            "kind": s.kind,
            "repeat": s.repeat,
            "output": s.output,
            "training": s.training,
        }
        for s in found.stages
    ]
    return values


def table(presets: Sequence[Preset]) -> Iterator[str]:
    """Lines of a table by family, with the parameters of each preset below it."""
    rows = {p.id: _cells(p) for p in presets}
    widths = [max(map(len, column)) for column in zip(_TITLES, *rows.values(), strict=True)]
    yield _line(_TITLES, widths)
    for group in grouped(presets, ORDERS[0]):
        yield f"\n{group.heading}"
        for p in group.presets:
            yield _line(rows[p.id], widths)
            settings = " ".join(f"{q.name}={_shown(q)}" for q in p.parameters)
            yield f"{'':{widths[0]}}  --set {settings}"


def _shown(param: Param) -> str:
    value = param.default
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _cells(preset: Preset) -> tuple[str, ...]:
    found, accuracy = facts(preset), preset.accuracy
    return (
        PRESET + preset.id,
        preset.title,
        str(preset.year),
        f"{found.parameters:,}",
        f"{found.macs:,}",
        f"{accuracy.top1:g} % {accuracy.data}" if accuracy else "",
    )


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    last = len(cells) - 1
    shown = (
        cell.ljust(width) if at < _WORDS or at == last else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(shown).rstrip()
