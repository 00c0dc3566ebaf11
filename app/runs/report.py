"""The report of a run: one page of HTML with its pictures inside, to be kept, sent or printed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import asdict

from app.runs.drawing import Points, mosaic, plot, tag
from app.runs.folder import EVENTS, RunFolder
from app.runs.html import Say, page, section, table, when
from app.runs.judgement import judgement
from app.runs.log import events
from app.runs.overview import overview
from app.training.history import RunHistory
from app.training.messages import Alert
from app.training.recipe import Recipe
from nodes.errors import DocumentError
from nodes.files import write_text

_EPOCHS = 200  # rows of the table; of more epochs every second, third and so on
_NODES = 24  # of which maps are shown


def write_report(run: RunFolder, path: Path, drawing: str = "", say: Say = str) -> None:
    """Write the page; `drawing` is the network as SVG, `say` translates.

    Raises FileError.
    """
    write_text(path, report(run, drawing, say))


def report(run: RunFolder, drawing: str = "", say: Say = str) -> str:
    """The page. Of a damaged folder it tells what is sound."""
    told, history = overview(run), run.history()
    parts = [f"<h1>{escape(told.name)}</h1>"]
    if told.notes.text:
        parts.append(f"<p>{escape(told.notes.text)}</p>")
    parts.append(_facts(run, history, say))
    parts += section(say("Curves"), tag("div", _curves(history, say), "curves"))
    parts += section(say("Changes and alerts"), _marks(run, history, say))
    parts += section(say("Epochs"), _epochs(history, say))
    if (results := run.results()) is not None:
        parts += section(say("Results"), judgement(results, say))
    parts += section(say("Feature maps"), _maps(run))
    parts += section(say("Network"), tag("div", drawing, "drawing") if drawing else "")
    if told.record is not None:
        parts += section(say("Recipe"), _recipe(told.record.recipe, say))
    return page(told.name, parts)


def _facts(run: RunFolder, history: RunHistory, say: Say) -> str:
    told, started = overview(run), history.started
    record = told.record
    rows: list[tuple[str, str]] = [("State", say(told.state))]
    if told.why:
        rows.append(("Reason", say(told.why)))
    if record is not None:
        # that of PyTorch is not known of a run that was begun before its worker was ready
        versions = {"Skipwire": record.skipwire, "PyTorch": record.torch}
        rows += [
            ("Begun", when(record.created)),
            ("Parameters", f"{record.parameters:,}"),
            ("Host", record.host),
            ("Versions", ", ".join(f"{name} {v}" for name, v in versions.items() if v)),
        ]
    if started is not None:
        rows += [("Data", say(started.data)), ("Device", say(started.device))]
        if started.fingerprint:
            rows.append(("Fingerprint of the data", started.fingerprint))
    rows.append(("Seconds of training", f"{told.seconds:.1f}"))
    if not math.isnan(told.accuracy):
        rows.append(("Best accuracy of the validation", f"{100 * told.accuracy:.2f} %"))
    return table([], ((say(name), value) for name, value in rows))


def _curves(history: RunHistory, say: Say) -> str:
    epochs = history.epochs
    steps = np.array([epoch.step for epoch in epochs], float)

    def of(values: Iterable[float | None]) -> Points:
        return steps, np.array([math.nan if v is None else v for v in values], float)

    def each(values: Any) -> Points:
        told = np.asarray(values, float)
        there = ~np.isnan(told)  # norms are not taken at every step
        return np.arange(1, len(told) + 1, dtype=float)[there], told[there]

    rates, speeds = history.rates.values, history.speeds.values
    training, validation = say("training"), say("validation")
    return "".join((
        plot(say("loss"), [
            (training, of(e.train_loss for e in epochs)),
            (validation, of(e.val_loss for e in epochs)),
        ]),
        plot(say("accuracy"), [
            (training, of(e.train_accuracy for e in epochs)),
            (validation, of(e.val_accuracy for e in epochs)),
            (say("top five"), of(e.val_top5 for e in epochs)),
        ]),
        plot(say("loss of each step"), [("", each(history.losses.values))]),
        plot(say("gradient norm"), [("", each(history.norms.values))]),
        plot(say("learning rate"), [("", (rates[:, 0] + 1, rates[:, 1]))]),
        plot(say("images per second"), [("", (speeds[:, 0] + 1, speeds[:, 1]))]),
    ))  # fmt: skip


def _marks(run: RunFolder, history: RunHistory, say: Say) -> str:
    rows = [(f"{step:,}", "", say(words)) for step, words in history.marks]
    alerts = (a for a in events(run.path / EVENTS, Alert) if isinstance(a, Alert) and not a.over)
    rows += [(f"{a.step:,}", a.path, f"{say(a.reason)} {say(a.advice)}") for a in alerts]
    return table([say("Step"), say("Node"), ""], rows) if rows else ""


def _epochs(history: RunHistory, say: Say) -> str:
    stride = -(-len(history.epochs) // _EPOCHS) or 1
    rows = [
        (
            str(epoch.epoch), f"{epoch.train_loss:.4g}", f"{100 * epoch.train_accuracy:.2f} %",
            f"{epoch.val_loss:.4g}", f"{100 * epoch.val_accuracy:.2f} %", f"{epoch.seconds:.1f} s",
        )
        for epoch in history.epochs[::-1][::stride][::-1]
    ]  # fmt: skip
    heads = ("Epoch", "Loss", "Accuracy", "Validation loss", "Validation accuracy", "Duration")
    return table([say(head) for head in heads], rows) if rows else ""


def _maps(run: RunFolder) -> str:
    kept = run.epochs_with_maps()
    if not kept:
        return ""
    parts: list[str] = []
    try:
        nodes = run.document().network.graph.nodes
    except DocumentError:
        return ""
    for node in nodes:
        found = run.maps(kept[-1], node.name)
        if found is not None and len(parts) < _NODES and found[0].height > 1:
            event, pixels = found
            shape = event.count, event.height, event.width
            source = mosaic(np.frombuffer(pixels, np.uint8).reshape(shape))
            name = escape(node.name)
            picture = tag("img", src=source, alt=name).removesuffix("</img>")
            parts.append(tag("figure", picture + tag("figcaption", name)))
    return "".join(parts)


def _recipe(recipe: Recipe, say: Say) -> str:
    """What is not as usual stands out."""
    usual = asdict(Recipe())
    rows = []
    for name, value in asdict(recipe).items():
        label = tag("th", escape(say(name.replace("_", " "))))
        kind = "other" if value != usual[name] else ""
        rows.append(tag("tr", label + tag("td", escape(str(value)), kind)))
    return f"<table>{''.join(rows)}</table>"
