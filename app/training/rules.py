"""What can be wrong with a run, each with a limit that healthy ones keep well away from.

What is not finite is no rule: the worker's guard stops a run for it at once.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator

from app.training.health import Rule, Sign
from app.training.vitals import WINDOW, Vitals

LOST = 1e-4  # share of the gradient that comes as far as the first weights
GROWN = 1e4  # times that it has grown on its way there
JUMPED = 50.0  # times what the norm was before
DEAD = 0.9  # share of a rectifier's units
STARVED = 0.3  # share of a step
FULL = 0.92  # of the memory
FLAT = 0.03  # share that the loss falls by
RECENT = 20  # windows
PATIENCE = 3  # epochs without a better validation


def vanishing(vitals: Vitals) -> Iterator[Sign]:
    gradients = {path: g for path, g in vitals.gradients.items() if g > 0}
    if len(gradients) < 3:
        return
    greatest = max(gradients.values())
    share = next(iter(gradients.values())) / greatest
    lost = [path for path, g in gradients.items() if g < LOST * greatest]
    where = lost[-1] if lost else next(iter(gradients))
    yield Sign(
        where,
        math.log(share) / math.log(LOST),
        f"Of the gradient only {share:.0e} is left at the first weights; it is lost on the way "
        f"back to “{where}”.",
        "Add shortcuts or normalisation, take ReLU for Sigmoid or Tanh, or fewer layers.",
    )


def exploding(vitals: Vitals) -> Iterator[Sign]:
    gradients = {path: g for path, g in vitals.gradients.items() if g > 0}
    if len(gradients) < 3:
        return
    times = next(iter(gradients.values())) / [*gradients.values()][-1]
    where = max(gradients, key=lambda path: gradients[path])
    yield Sign(
        where,
        math.log(max(times, 1)) / math.log(GROWN),
        f"The gradient grows {times:.0e} times on its way back to the first weights; it is "
        f"greatest at “{where}”.",
        "Add normalisation, begin with smaller weights, or clip the gradient.",
    )


def jumping(vitals: Vitals) -> Iterator[Sign]:
    if len(vitals.windows) < 3:
        return
    norm = vitals.windows[-1].norm
    before = statistics.median(window.norm for window in vitals.windows[:-1])
    if before <= 0:
        return
    yield Sign(
        "",
        min(norm / before / JUMPED, norm / 10),
        f"The gradient’s norm is {norm:.3g}, {norm / before:.0f} times what it was before.",
        "Lower the learning rate, or clip the gradient.",
    )


def dead(vitals: Vitals) -> Iterator[Sign]:
    for path, share in vitals.dead.items():
        yield Sign(
            path,
            share / DEAD,
            f"{share:.0%} of the units of “{path}” answer nothing any more, whatever the image.",
            "Lower the learning rate, or take LeakyReLU; such units seldom come back.",
        )


def flat(vitals: Vitals) -> Iterator[Sign]:
    windows = vitals.windows[vitals.warmup // WINDOW :][-RECENT:]
    if len(windows) < 4:
        return
    loss, half = windows[-1].loss, len(windows) // 2
    first = statistics.fmean(window.loss for window in windows[:half])
    second = statistics.fmean(window.loss for window in windows[half:])
    spread = statistics.fmean(window.deviation for window in windows)
    error = spread * math.sqrt(1 / half + 1 / (len(windows) - half)) / math.sqrt(WINDOW)
    fall = abs(first - second) + 2 * error  # at most, as far as the noise lets one see
    if vitals.chance is not None:
        guessing = loss > 0.9 * vitals.chance
    else:
        accuracy = vitals.epochs[-1].train_accuracy if vitals.epochs else 1.0
        guessing = accuracy < 1.5 / vitals.classes
    yield Sign(
        "",
        FLAT * first / fall if guessing and fall else float(guessing),
        f"The loss stays at {loss:.3g}, which is that of guessing: nothing is learned.",
        "Try a learning rate ten times higher or lower, and look whether the gradient reaches the "
        "first layers and the labels are right.",
    )


def rising(vitals: Vitals) -> Iterator[Sign]:
    windows, begun = vitals.windows, vitals.begun
    if begun is None or len(windows) < 3:
        return
    best, last = min(windows, key=lambda window: window.loss), windows[-1]
    error = max(best.deviation, last.deviation) / math.sqrt(WINDOW)
    rise = last.loss - best.loss
    clear = rise > 4 * error and last.loss > 1.25 * best.loss
    yield Sign(
        "",
        rise / (0.1 * begun) if clear else 0.0,
        f"The loss rises: {last.loss:.3g} over the last {WINDOW} steps, after {best.loss:.3g} at "
        "best.",
        "Lower the learning rate, let it fall in the course of the run, or clip the gradient.",
    )


def overfitting(vitals: Vitals) -> Iterator[Sign]:
    epochs = vitals.epochs
    if len(epochs) < PATIENCE + 2:
        return
    best, last = min(epochs, key=lambda epoch: epoch.val_loss), epochs[-1]
    rise = last.val_loss - best.val_loss
    apart = (
        last.epoch - best.epoch >= PATIENCE
        and last.train_loss < 0.8 * best.train_loss
        and last.val_accuracy <= best.val_accuracy
        and rise > 0.25 * epochs[0].val_loss
    )
    yield Sign(
        "",
        rise / (0.15 * best.val_loss) if apart and best.val_loss > 0 else 0.0,
        f"Since epoch {best.epoch} the validation’s loss has risen from {best.val_loss:.3g} to "
        f"{last.val_loss:.3g}, while that of training falls: it learns by heart.",
        "Augment the data, add dropout or weight decay, take a smaller network, or stop early.",
    )


def worse_than_chance(vitals: Vitals) -> Iterator[Sign]:
    if not vitals.epochs or not vitals.val_samples or vitals.classes < 2:
        return
    last, chance = vitals.epochs[-1], 1 / vitals.classes
    error = math.sqrt(chance * (1 - chance) / vitals.val_samples)
    below = last.val_accuracy < chance - 3 * error
    unlike = last.val_accuracy < chance and last.train_accuracy > chance + 0.3 * (1 - chance)
    yield Sign(
        "",
        float(below or unlike),
        f"Of the images for validation {last.val_accuracy:.1%} are right, and guessing gives "
        f"{chance:.1%}.",
        "Look whether both parts of the data have the same classes and preparation, and whether "
        "BatchNorm’s running statistics are sound.",
    )


def starving(vitals: Vitals) -> Iterator[Sign]:
    share = vitals.shares.data if vitals.shares is not None else 0.0
    yield Sign(
        "",
        share / STARVED,
        f"{share:.0%} of a step is spent waiting for data.",
        "Let more workers read it, take smaller images, or fewer augmentations.",
    )


def nearly_full(vitals: Vitals) -> Iterator[Sign]:
    use = vitals.use
    if use is None or not use.limit:
        return
    share = use.used / use.limit
    yield Sign(
        "",
        share / FULL,
        f"{share:.0%} of the device’s memory is taken: {use.used / 2**30:.1f} of "
        f"{use.limit / 2**30:.1f} GiB.",
        "Take a smaller batch, with accumulation where the large one matters.",
    )


RULES = (
    Rule("vanishing", "flow", vanishing, evidence=5),
    Rule("exploding", "flow", exploding, evidence=5),
    Rule("jumping", "window", jumping, evidence=2, clears=0.2),
    Rule("dead", "flow", dead, evidence=5),
    Rule("flat", "window", flat, evidence=2, clears=0.6),
    Rule("rising", "window", rising),
    Rule("overfitting", "epoch", overfitting, evidence=2),
    Rule("worse-than-chance", "epoch", worse_than_chance, evidence=2),
    Rule("starving", "second", starving, evidence=5, clears=0.5),
    Rule("memory", "second", nearly_full, clears=0.95),
)
