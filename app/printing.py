"""Runs told in words, line by line, and as JSON values for machines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from app.runs.folder import EVENTS, RunFolder
from app.runs.log import last
from app.training.messages import Epoch

COLUMNS = "run", "network", "state", "epochs", "accuracy", "loss"


def values(run: RunFolder) -> dict[str, Any]:
    """What is known of a run; None stands for what is not."""
    record, epoch = run.record(), _last(run)
    kept = run.checkpoint()
    return {
        "run": run.path.name,
        "folder": str(run.path),
        "state": run.state(),
        "network": record.network if record is not None else None,
        "parameters": record.parameters if record is not None else None,
        "created": record.created if record is not None else None,
        "host": record.host if record is not None else None,
        "recipe": record.recipe.write() if record is not None else None,
        "epochs": epoch.epoch if epoch is not None else 0,
        "steps": epoch.step if epoch is not None else 0,
        "train_loss": _finite(epoch.train_loss) if epoch is not None else None,
        "val_loss": _finite(epoch.val_loss) if epoch is not None else None,
        "val_accuracy": _finite(epoch.val_accuracy) if epoch is not None else None,
        "checkpoint": str(kept) if kept is not None else None,
        "notes": msgspec.to_builtins(run.notes()),
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
    """One line a run."""
    if not runs:
        yield "There are no runs yet: “skipwire train” keeps one with --runs FOLDER."
        return
    rows = [COLUMNS, *map(_row, runs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(str.ljust, row, widths)).rstrip()


def _row(run: RunFolder) -> tuple[str, ...]:
    record, epoch = run.record(), _last(run)
    network = record.network if record is not None else ""
    # how many epochs a number of steps makes depends on the data
    asked = f"/{record.recipe.epochs}" if record and not record.recipe.steps else ""
    if epoch is None:
        return run.path.name, network, run.state(), f"0{asked}", "", ""
    figures = f"{epoch.val_accuracy:.4f}", f"{epoch.val_loss:.4f}"
    return run.path.name, network, run.state(), f"{epoch.epoch}{asked}", *figures


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
