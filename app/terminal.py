"""A run in the terminal: its progress, and what to type where it cannot begin."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from msgspec.structs import replace

from app.analysis import analyse
from app.data.names import SYNTHETIC
from app.targets import load
from app.training.history import REFUSED
from app.training.messages import (
    Alert,
    Changed,
    Epoch,
    Event,
    Failed,
    Finished,
    NotKept,
    Started,
    Steps,
    Stop,
)
from app.training.misfit import Misfit, misfit
from app.training.recipe import Recipe
from app.training.schedules import epochs, length
from app.training.session import Session
from nodes.errors import SkipwireError

WIDTH = 28


def cure(target: str, settings: Sequence[str], recipe: Recipe, found: Misfit) -> str:
    """What to add to the command for a network that fits the data, or for data that fits it."""
    wanted = [f"{name}={value}" for name, value in found.wanted.items()]
    made_up = replace(recipe, data=SYNTHETIC)
    ways = []
    if _fits(target, [*settings, *wanted], recipe):
        ways.append(" ".join(f"--set {each}" for each in wanted))
    if _fits(target, settings, made_up):
        ways.append("--data synthetic, which is random patterns")
    return f"Add {', or '.join(ways)}." if ways else ""


def _fits(target: str, settings: Sequence[str], recipe: Recipe) -> bool:
    try:
        network = load(target, settings).network
    except SkipwireError:  # such as a file, or a preset without this parameter
        return False
    report = analyse(network)
    return report.ok and misfit(network, report, recipe) is None


@contextmanager
def stopping(session: Session | None) -> Iterator[None]:
    """Meanwhile Ctrl-C stops the run of a session; a second one interrupts as it does elsewhere."""
    if session is None:
        yield
        return
    former = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, former)
        session.send(Stop())

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


class Progress:
    """A bar that follows the events of one run.

    On a terminal the bar is redrawn in its line; into a file or pipe it is written once an epoch.
    """

    def __init__(self, recipe: Recipe, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._live = self._out.isatty()
        self._recipe = recipe
        self._epochs = recipe.epochs
        self._steps = 0  # of the whole run
        self._drawn = 0

    def show(self, event: Event) -> None:
        match event:
            case Started():
                per_epoch = event.steps_per_epoch  # none, where nothing is learned
                self._steps = length(self._recipe, per_epoch) if per_epoch else 0
                self._epochs = epochs(self._recipe, max(per_epoch, 1))
                doing = "Training" if self._steps else "Shown"
                self._line(f"{event.data}. {doing} on {event.device}.")
                if event.weights:
                    self._line(f"{event.weights}.")
                for file in event.skipped:
                    self._line(f"Skipped: {file}")
                if event.resumed_at:
                    self._line(f"Goes on after {event.resumed_at:,} steps. {event.exact}".rstrip())
            case NotKept():
                self._line(event.reason)
            case Changed():
                self._line(f"From step {event.step + 1:,} on: {event.change.words}")
            case Alert() if event.rule != REFUSED and not event.over:
                self._line(f"Step {event.step:,}: {event.reason} {event.advice}")
            case Steps() if self._live and self._steps:
                done = event.first + len(event.losses)
                self._draw(
                    f"{self._bar(done)} epoch {event.epoch}/{self._epochs}  "
                    f"loss {event.losses[-1]:.4f}  {event.images_per_second:,.0f} images/s  "
                    f"{event.seconds_left:.0f} s left"
                )
            case Epoch():
                learned = event.learned_loss
                whole = f" ({learned:.4f} with auxiliary outputs)" if learned is not None else ""
                self._line(
                    f"{self._bar(event.step)} epoch {event.epoch}/{self._epochs}  "
                    f"loss {event.train_loss:.4f}{whole}  "
                    f"validation loss {event.val_loss:.4f}, accuracy {event.val_accuracy:.4f}  "
                    f"({event.seconds:.1f} s)"
                )
            case Finished() if self._steps:
                number = "1 epoch" if event.epochs == 1 else f"{event.epochs} epochs"
                self._line(
                    f"Finished {number} in {event.seconds:.1f} s: validation accuracy "
                    f"{event.val_accuracy:.4f}."
                )
            case Failed():
                self._line("")

    def _bar(self, done: int) -> str:
        full = round(WIDTH * done / max(self._steps, 1))
        return "█" * full + "░" * (WIDTH - full)

    def _draw(self, text: str) -> None:
        self._out.write("\r" + text.ljust(self._drawn))
        self._drawn = len(text)
        self._out.flush()

    def _line(self, text: str) -> None:
        if self._drawn:
            self._out.write("\r" + " " * self._drawn + "\r")
            self._drawn = 0
        if text:
            self._out.write(text + "\n")
        self._out.flush()
