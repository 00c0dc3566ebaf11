"""What the last validation made of the images, for the report: a matrix and a table of classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from app.runs.drawing import tag
from app.runs.results import Results

_MATRIX = 24  # classes that a page has room for
_CONFUSED = 12  # rows
_SHADE = "background:rgba(11,98,196,{:.2f})"  # readable over light and dark
Say = Callable[[str], str]


def judgement(results: Results, say: Say) -> str:
    """Elements of HTML."""
    parts = [_facts(results, say)]
    if len(results.classes) <= _MATRIX:
        parts.append(_matrix(results, say))
    parts += [_confused(results, say), _classes(results, say)]
    return "".join(parts)


def _facts(results: Results, say: Say) -> str:
    facts = [
        ("Epoch", f"{results.epoch}"),
        ("Images", f"{len(results):,}"),
        ("Accuracy", _percent(results.accuracy)),
        ("Loss", f"{results.loss:.4g}"),
    ]
    if results.top5 is not None:
        facts.append(("Among the best five", _percent(results.top5)))
    if results.certain:
        facts.append(("Confidence is off by", _percent(results.calibration_error)))
    rows = (_head(say(name)) + _cell(value) for name, value in facts)
    return _table(rows)


def _matrix(results: Results, say: Say) -> str:
    """Shaded by the share of the actual class."""
    corner = _head(f"{say('Actual')} \\ {say('Predicted')}")
    rows = [corner + "".join(map(_head, results.classes))]
    for name, counts in zip(results.classes, results.matrix.tolist(), strict=True):
        whole = sum(counts) or 1
        cells = (
            tag("td", f"{count:,}" if count else "", style=_SHADE.format(0.6 * count / whole))
            for count in counts
        )
        rows.append(_head(name) + "".join(cells))
    return _table(rows)


def _confused(results: Results, say: Say) -> str:
    """What is taken for something else most often."""
    found = results.confused(_CONFUSED)
    if not found:
        return ""
    names = results.classes
    rows = [
        _cell(names[each.actual])
        + _cell(names[each.predicted])
        + _cell(f"{each.count:,}")
        + _cell(_percent(each.share))
        for each in found
    ]
    heads = (say("Actual"), say("Predicted"), say("Images"), say("Of the class"))
    return _table(["".join(map(_head, heads)), *rows])


def _classes(results: Results, say: Say) -> str:
    heads = (say("Class"), say("Precision"), say("Recall"), say("F1"), say("Images"))
    rows = ["".join(map(_head, heads))]
    for name, figures in zip(results.classes, results.figures(), strict=True):
        shares = (figures.precision, figures.recall, figures.f1)
        told = ("" if share is None else _percent(share) for share in shares)
        rows.append("".join(map(_cell, (name, *told, f"{figures.support:,}"))))
    return _table(rows)


def _table(rows: Iterable[str]) -> str:
    return tag("table", "".join(tag("tr", row) for row in rows))


def _head(text: str) -> str:
    return tag("th", escape(text))


def _cell(text: str) -> str:
    return tag("td", escape(text))


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %"
