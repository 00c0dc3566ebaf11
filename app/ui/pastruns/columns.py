"""What the table of runs shows of each, column by column."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.data.names import BUILT_IN
from app.runs.overview import Overview
from app.runs.record import RunState
from app.training.recipe import Recipe
from app.ui.formats import count, duration, number, percent, si
from app.ui.language import tr

STATES: dict[RunState, str] = {
    "running": "Running",
    "paused": "Paused",
    "queued": "Waiting",
    "interrupted": "Broken off",
    "finished": "Finished",
    "stopped": "Stopped",
    "failed": "Failed",
}
_DIGITS = 8  # of a fingerprint, which is as good as all of them to the eye


@dataclass(frozen=True)
class Column:
    """`value` is what rows are sorted by, `tip` what the head and a cell tell more."""

    title: str
    help: str
    text: Callable[[Overview], str]
    value: Callable[[Overview], float | str]
    width: int
    right: bool = False
    tip: Callable[[Overview], str] | None = None


def begun(run: Overview, *, seconds: bool = False) -> str:
    """When, in the time of this machine."""
    if run.record is None:
        return ""
    try:
        at = datetime.fromisoformat(run.record.created)
    except ValueError:
        return ""
    return f"{at.astimezone():{'%Y-%m-%d %H:%M:%S' if seconds else '%Y-%m-%d %H:%M'}}"


def recipe_in_short(recipe: Recipe) -> str:
    """Optimiser, rate, schedule and batch: adam 0.005, cosine, batch of 32."""
    rate = number(recipe.learning_rate)
    return tr(
        "{optimizer} {rate}, {schedule}, batch of {size}",
        optimizer=recipe.optimizer,
        rate=rate,
        schedule=tr(recipe.schedule),
        size=count(recipe.batch_size),
    )


def data(run: Overview) -> str:
    """The name of the data with the beginning of its fingerprint, where that is known."""
    if run.record is None:
        return ""
    name = run.record.recipe.data
    name = tr(name) if name in BUILT_IN else Path(name).name
    return f"{name} · {run.fingerprint[:_DIGITS]}" if run.fingerprint else name


def _recipe(run: Overview) -> str:
    return recipe_in_short(run.record.recipe) if run.record is not None else ""


def _state(run: Overview) -> str:
    return tr(STATES[run.state]) if run.record is not None else tr("Damaged")


def _why(run: Overview) -> str:
    if run.record is None:
        return tr("“{path}” cannot be read.", path=run.folder.path)
    return tr(run.why) if run.why else _state(run)


def _all_of_data(run: Overview) -> str:
    return f"{run.record.recipe.data}\n{run.fingerprint}".strip() if run.record else ""


def epochs(run: Overview) -> str:
    """How many are done of how many; of how many steps is not told."""
    if run.record is None:
        return ""
    if run.record.recipe.steps:  # how many epochs these are depends on the data
        return count(run.epochs)
    return tr("{done} of {all}", done=count(run.epochs), all=count(run.record.recipe.epochs))


def _known(value: float, shown: Callable[[float], str]) -> str:
    return "–" if math.isnan(value) else shown(value)


def _first_line(run: Overview) -> str:
    return run.notes.text.partition("\n")[0]


COLUMNS: tuple[Column, ...] = (
    Column("★", "Starred", lambda r: "★" if r.notes.star else "☆",
           lambda r: not r.notes.star, 30),
    Column("Run", "The network, or the name that you give the run", lambda r: r.name,
           lambda r: r.name.lower(), 150, tip=lambda r: r.id),
    Column("State", "How it ended, or how it stands", _state, _state, 86, tip=_why),
    Column("Accuracy", "The best of the validation", lambda r: _known(r.accuracy, percent),
           lambda r: -1.0 if math.isnan(r.accuracy) else r.accuracy, 74, True),
    Column("Loss", "The least of the validation", lambda r: _known(r.loss, number),
           lambda r: math.inf if math.isnan(r.loss) else r.loss, 70, True),
    Column("Epochs", "How many are done", epochs, lambda r: r.epochs, 66, True),
    Column("Begun", "When it was started", begun, lambda r: r.id, 122),
    Column("Duration", "Of training, without pauses",
           lambda r: duration(r.seconds) if r.seconds else "–", lambda r: r.seconds, 88, True),
    Column("Data", "What it learns from, with the fingerprint of the data", data, data, 120,
           tip=_all_of_data),
    Column("Recipe", "Optimiser, learning rate, schedule and batch", _recipe, _recipe, 220),
    Column("Parameters", "Of the network", lambda r: si(r.record.parameters) if r.record else "",
           lambda r: r.record.parameters if r.record else -1, 86, True),
    Column("Host", "The machine that it ran on", lambda r: r.record.host if r.record else "",
           lambda r: r.record.host if r.record else "", 90, tip=lambda r: tr(r.device)),
    Column("Notes", "Yours, to be typed", _first_line, _first_line, 200,
           tip=lambda r: r.notes.text),
)  # fmt: skip
STAR, NAME, BEGUN = 0, 1, 6
NOTES = len(COLUMNS) - 1
