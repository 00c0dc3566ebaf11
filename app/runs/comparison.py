"""Several runs on one page of HTML: curves over one another, and what tells the runs apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import numpy as np

from app.runs.compare import differences, differing
from app.runs.drawing import Points, key, plot, tag
from app.runs.folder import RunFolder
from app.runs.html import Say, page, section, table, when
from app.runs.overview import Overview, overview
from app.training.history import RunHistory
from app.training.messages import Epoch
from nodes.errors import SkipwireError
from nodes.files import write_text
from nodes.network import Network

Named = Sequence[tuple[str, RunFolder]]  # each by a name of its own
_MEANS = 200  # points of a line of which every step has a value


def write_comparison(runs: Named, path: Path, say: Say = str) -> None:
    """Write the page; `say` translates.

    Raises FileError.
    """
    write_text(path, comparison(runs, say))


def comparison(runs: Named, say: Say = str) -> str:
    """The page. Of damaged folders it tells what is sound."""
    names = [name for name, _ in runs]
    told = [overview(run) for _, run in runs]
    title = say("Comparison of runs")
    parts = [f"<h1>{escape(title)}</h1>", _facts(names, told, say)]
    curves = _curves([run.history() for _, run in runs], say)
    parts += section(say("Curves"), key(names) + tag("div", curves, "curves") if curves else "")
    parts += section(say("Recipe"), _recipes(names, told, say))
    parts += section(say("Networks compared"), _networks(runs, say))
    return page(title, parts)


def _facts(names: Sequence[str], runs: Sequence[Overview], say: Say) -> str:
    """One column a run; a row of which nothing is known in any is left out."""
    rows: list[tuple[str, Callable[[Overview], str]]] = [
        ("State", lambda r: say(r.state)),
        ("Reason", lambda r: say(r.why)),
        ("Best accuracy of the validation", lambda r: _percent(r.accuracy)),
        ("Least loss of the validation", lambda r: "" if math.isnan(r.loss) else f"{r.loss:.4g}"),
        ("Epochs", lambda r: f"{r.epochs:,}"),
        ("Steps", lambda r: f"{r.steps:,}"),
        ("Seconds of training", lambda r: f"{r.seconds:.1f}"),
        ("Parameters", lambda r: f"{r.record.parameters:,}" if r.record else ""),
        ("Begun", lambda r: when(r.record.created) if r.record else ""),
        ("Fingerprint of the data", lambda r: r.fingerprint[:12]),
        ("Device", lambda r: say(r.device)),
        ("Host", lambda r: r.record.host if r.record else ""),
        ("Notes", lambda r: r.notes.text),
    ]
    cells = ((name, [tell(run) for run in runs]) for name, tell in rows)
    return table(["", *names], ((say(name), *told) for name, told in cells if any(told)))


# --- curves --------------------------------------------------------------------------------------


def _curves(histories: Sequence[RunHistory], say: Say) -> str:
    drawn: list[tuple[str, Callable[[RunHistory], Points]]] = [
        ("validation accuracy (%)", lambda h: _of_epochs(h, lambda e: _times(100, e.val_accuracy))),
        ("validation loss", lambda h: _of_epochs(h, lambda e: e.val_loss)),
        ("validation top-5 (%)", lambda h: _of_epochs(h, lambda e: _times(100, e.val_top5))),
        ("training accuracy (%)", lambda h: _of_epochs(h, lambda e: 100 * e.train_accuracy)),
        ("loss of each step, mean", lambda h: _means(h.losses.values)),
        ("gradient norm, mean", lambda h: _means(h.norms.values)),
        ("learning rate", lambda h: _changes(h.rates.values)),
        ("images per second", lambda h: _changes(h.speeds.values)),
    ]
    return "".join(plot(say(title), [("", of(each)) for each in histories]) for title, of in drawn)


def _of_epochs(history: RunHistory, value: Callable[[Epoch], float | None]) -> Points:
    told = ((epoch.step, value(epoch)) for epoch in history.epochs)
    pairs = [(step, each) for step, each in told if each is not None]
    steps, values = np.array(pairs, float).reshape(-1, 2).T
    return steps, values


def _means(values: Any) -> Points:
    """Of as many steps each as leave the line a line; norms are not taken at every step."""
    told = np.asarray(values, float)
    steps = np.arange(1, len(told) + 1, dtype=float)
    there = np.isfinite(told)
    steps, told = steps[there], told[there]
    parts = min(_MEANS, len(told))
    cuts = np.linspace(0, len(told), parts, endpoint=False).astype(int)
    if not parts:
        return steps, told
    many = np.diff([*cuts, len(told)])
    return np.add.reduceat(steps, cuts) / many, np.add.reduceat(told, cuts) / many


def _changes(pairs: Any) -> Points:
    return pairs[:, 0] + 1, pairs[:, 1]


def _times(factor: float, value: float | None) -> float | None:
    return None if value is None else factor * value


# --- what tells them apart -----------------------------------------------------------------------


def _recipes(names: Sequence[str], runs: Sequence[Overview], say: Say) -> str:
    known = [(n, r.record.recipe) for n, r in zip(names, runs, strict=True) if r.record is not None]
    if len(known) < 2:
        return _line(say("The recipe cannot be read."))
    fields = differing([recipe for _, recipe in known])
    if not fields:
        return _line(say("The recipes are the same."))
    rows = (
        (say(field.replace("_", " ")), *(_said(value, say) for value in values))
        for field, values in fields.items()
    )
    return table(["", *(name for name, _ in known)], rows)


def _networks(runs: Named, say: Say) -> str:
    """Each of the others against the first."""
    drawn: list[tuple[str, Network]] = []
    for name, run in runs:
        try:
            drawn.append((name, run.document().network))
        except SkipwireError as error:
            return _line(say(str(error)))
    (old, first), *others = drawn
    return "".join(_difference(say(f"{new} against {old}"), first, n, say) for new, n in others)


def _difference(title: str, old: Network, new: Network, say: Say) -> str:
    found = differences(old, new)
    head = tag("p", tag("b", escape(title)))
    if not found:
        return head + _line(say("The networks are the same."))
    return head + table([], found.rows(say))


def _said(value: Any, say: Say) -> str:
    match value:
        case bool():
            return say("yes") if value else say("no")
        case float():
            return f"{value:g}"
        case tuple():
            return ", ".join(_said(each, say) for each in value) or "–"
    return say(str(value))


def _percent(share: float) -> str:
    return "" if math.isnan(share) else f"{100 * share:.2f} %"


def _line(text: str) -> str:
    return tag("p", escape(text))
