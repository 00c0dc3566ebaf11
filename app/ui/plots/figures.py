"""The numbers of one run as arrays, kept up to date as its history grows. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from app.training.history import RunHistory
from app.training.messages import Epoch
from app.ui.formats import count, number, percent
from app.ui.language import tr
from app.ui.plots.decimate import POINTS, Floats, Series

_COLUMNS = (
    "step", "loss", "learning_rate", "gradient_norm", "epoch",
    "train_loss", "train_accuracy", "val_loss", "val_accuracy", "val_top5",
)  # fmt: skip
SUM = "sum with auxiliary"


@dataclass(frozen=True)
class EpochArrays:
    """What the epochs gave, each at the step at which it ended; thinned to what a screen shows.

    `outputs` has the training losses of several Outputs, by name. `learned` is the sum that is
    learned from; of no length where there are no auxiliary Outputs.
    """

    steps: Floats
    train_loss: Floats
    val_loss: Floats
    train_accuracy: Floats  # per cent
    val_accuracy: Floats
    val_top5: Floats = field(default_factory=lambda: np.empty(0))  # NaN where it is not told
    outputs: Mapping[str, Floats] = field(default_factory=dict)
    learned: Floats = field(default_factory=lambda: np.empty(0))

    @property
    def more(self) -> Mapping[str, Floats]:
        """Losses of training beside the first one, by what they are called."""
        return {**self.outputs, SUM: self.learned} if len(self.learned) else self.outputs

    @classmethod
    def of(cls, epochs: tuple[Epoch, ...]) -> EpochArrays:
        stride = -(-len(epochs) // POINTS) or 1
        thin = epochs[::-1][::stride][::-1]  # the last one always stays
        columns = np.array(
            [(e.step, e.train_loss, e.val_loss, e.train_accuracy, e.val_accuracy) for e in thin]
        ).reshape(-1, 5)
        columns[~np.isfinite(columns)] = np.nan
        names = thin[0].output_losses if thin else ()
        outputs = {name: np.array([e.output_losses[name] for e in thin]) for name in names}
        sums = np.array([e.learned_loss for e in thin if e.learned_loss is not None])
        top5 = [math.nan if e.val_top5 is None else 100 * e.val_top5 for e in thin]
        made = cls(*columns[:, :3].T, *(100 * columns[:, 3:]).T)
        return replace(made, val_top5=np.array(top5), outputs=outputs, learned=sums)


class Figures:
    """A step is counted from 1: after step n, n batches have been learnt."""

    def __init__(self) -> None:
        self.history: RunHistory | None = None
        self.losses = Series()
        self.norms = Series()
        self.epochs = EpochArrays.of(())

    def update(self, history: RunHistory | None) -> None:
        """Take the history as far as it has come. Another run starts anew."""
        former, self.history = self.history, history
        if history is None or former is None or former.losses is not history.losses:
            self.losses, self.norms = Series(), Series()
            self.epochs = EpochArrays.of(())
            former = None
        if history is None:
            return
        self.losses.update(history.losses)
        self.norms.update(history.norms)
        if former is None or former.epochs is not history.epochs:
            self.epochs = EpochArrays.of(history.epochs)

    @property
    def steps(self) -> int:
        return len(self.losses)

    def rates(self) -> tuple[Floats, Floats]:
        """The learning rate as stairs: x and y of their corners, thinned to what a screen shows."""
        if self.history is None:
            return np.empty(0), np.empty(0)
        steps, rates = self.history.rates.values.T
        stride = -(-2 * len(steps) // POINTS) or 1
        begins = steps[::stride] + 1
        ends = np.append(begins[1:] - 1, self.steps)[: len(begins)]
        return np.stack([begins, ends], axis=1).ravel(), np.repeat(rates[::stride], 2)

    def speeds(self) -> tuple[Floats, Floats]:
        """Images per second over the steps, thinned to what a screen shows."""
        if self.history is None:
            return np.empty(0), np.empty(0)
        values = self.history.speeds.values
        thin = values[:: -(-len(values) // POINTS) or 1]
        return thin[:, 0] + 1, thin[:, 1]

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """What was changed in mid-run, and after how many steps."""
        return self.history.marks if self.history is not None else ()

    def describe(self, step: int, window: int) -> str:
        """One line on a step, and on the epoch that ended nearest to it."""
        history = self.history
        if history is None or not 1 <= step <= self.steps:
            return ""
        loss = number(float(history.losses[step - 1 : step][0]))
        parts = [tr("step {number}", number=count(step)), tr("loss {loss}", loss=loss)]
        if window > 1:
            _, mean = self.losses.means(step - 1, step, window)
            parts[-1] += tr(" (mean {loss})", loss=number(float(mean[0])))
        if math.isfinite(norm := float(history.norms[step - 1 : step][0])):
            parts.append(tr("gradient {norm}", norm=number(norm)))
        if history.epochs:
            at = int(np.argmin(np.abs(self.epochs.steps - step)))
            ended = int(self.epochs.steps[at])
            parts.append(_of_epoch(next(e for e in history.epochs if e.step == ended)))
        return "   ".join(parts)

    def header(self) -> tuple[str, ...]:
        """The titles of `rows`: of several Outputs each has a column for its training loss."""
        learned = ("sum_of_losses",) if len(self.epochs.learned) else ()
        return (*_COLUMNS, *(f"{name}_loss" for name in self.epochs.outputs), *learned)

    def rows(self, history: RunHistory) -> Iterator[tuple[object, ...]]:
        """Rows under `header`, one for each step; an epoch stands beside its last step."""
        outputs = tuple(self.epochs.outputs)
        epochs = {epoch.step: epoch for epoch in history.epochs}
        starts = dict(history.rates.values.tolist())
        rate: float | str = ""
        norms = history.norms.values.tolist()
        for index, (loss, norm) in enumerate(
            zip(history.losses.values.tolist(), norms, strict=True)
        ):
            rate = starts.get(index, rate)
            epoch = epochs.get(index + 1)
            # float32 has nine significant digits at most
            row: tuple[object, ...] = (index + 1, f"{loss:.9g}", rate, _told(norm))
            if epoch is None:
                yield (*row, *[""] * (len(self.header()) - len(row)))
            else:
                yield (
                    *row, epoch.epoch, epoch.train_loss, epoch.train_accuracy,
                    epoch.val_loss, epoch.val_accuracy,
                    "" if epoch.val_top5 is None else epoch.val_top5,
                    *(epoch.output_losses[name] for name in outputs),
                    *(() if epoch.learned_loss is None else (epoch.learned_loss,)),
                )  # fmt: skip


def _of_epoch(epoch: Epoch) -> str:
    text = tr(
        "epoch {number}: train {loss}, {share}; val {val_loss}, {val_share}",
        number=count(epoch.epoch),
        loss=number(epoch.train_loss),
        share=percent(epoch.train_accuracy),
        val_loss=number(epoch.val_loss),
        val_share=percent(epoch.val_accuracy),
    )
    if epoch.val_top5 is not None:
        text += tr(", top five {share}", share=percent(epoch.val_top5))
    for name, loss in epoch.output_losses.items():
        text += f"   {name} {number(loss)}"
    if epoch.learned_loss is not None:
        text += f"   {tr(SUM)} {number(epoch.learned_loss)}"
    return text


def _told(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
