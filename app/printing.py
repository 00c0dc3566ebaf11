"""Runs told in words, line by line, and as JSON values for machines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from app.runs.folder import EVENTS, RunFolder
from app.runs.log import last
from app.runs.overview import overview
from app.training.messages import Epoch

COLUMNS = "run", "network", "state", "epochs", "accuracy", "loss"


def values(run: RunFolder) -> dict[str, Any]:
    """What is known of a run; None stands for what is not.

    The losses and `val_accuracy` are of the last epoch, what begins with `best` is of any.
    """
    told, epoch = overview(run), _last(run)
    record, kept = told.record, run.checkpoint()
    return {
        "run": run.path.name,
        "folder": str(run.path),
        "state": told.state,
        "network": record.network if record is not None else None,
        "parameters": record.parameters if record is not None else None,
        "created": record.created if record is not None else None,
        "host": record.host if record is not None else None,
        "recipe": record.recipe.write() if record is not None else None,
        "epochs": told.epochs,
        "steps": told.steps,
        "train_loss": _finite(epoch.train_loss) if epoch is not None else None,
        "val_loss": _finite(epoch.val_loss) if epoch is not None else None,
        "val_accuracy": _finite(epoch.val_accuracy) if epoch is not None else None,
        "best_val_loss": _finite(told.loss),
        "best_val_accuracy": _finite(told.accuracy),
        "checkpoint": str(kept) if kept is not None else None,
        "notes": msgspec.to_builtins(told.notes),
    }


def lines(run: RunFolder) -> Iterator[str]:
    """One run, with all of its recipe and its epochs."""
    found = values(run)
    recipe = found.pop("recipe") or {}
    notes = found.pop("notes")
    for name, value in {**found, **{f"recipe.{k}": v for k, v in recipe.items()}}.items():
        if value is not None:
            yield f"{name:24} {_text(value)}"
    for name in ("title", "text"):
        if notes[name]:
            yield f"{name:24} {notes[name]}"
    for epoch in run.history().epochs:
        yield (
            f"epoch {epoch.epoch:<6} loss {epoch.train_loss:.4f}  validation loss "
            f"{epoch.val_loss:.4f}, accuracy {epoch.val_accuracy:.4f}  ({epoch.seconds:.1f} s)"
        )


def table(runs: Sequence[RunFolder]) -> Iterator[str]:
    """One line a run, with the best of its validation."""
    if not runs:
        yield "There are no runs yet: “skipwire train” keeps one with --runs FOLDER."
        return
    rows = [COLUMNS, *map(_row, runs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(str.ljust, row, widths)).rstrip()


def _row(run: RunFolder) -> tuple[str, ...]:
    told = overview(run)
    record = told.record
    network = record.network if record is not None else ""
    # how many epochs a number of steps makes depends on the data
    asked = f"/{record.recipe.epochs}" if record and not record.recipe.steps else ""
    figures = ("" if math.isnan(value) else f"{value:.4f}" for value in (told.accuracy, told.loss))
    return run.path.name, network, told.state, f"{told.epochs}{asked}", *figures


def _last(run: RunFolder) -> Epoch | None:
    found = last(run.path / EVENTS, Epoch)
    return found if isinstance(found, Epoch) else None


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
