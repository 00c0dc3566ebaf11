"""What a page on data shows of it: counts, statistics, what is wrong, and some images."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.data.checks import Flaw, flaws, shown_size
from app.data.source import Check, Indices, Pixels, Source, Split, counted
from app.data.statistics import moments, portions, sampled
from nodes.spec import Shape

SHOWN = 64  # images
_SIZES = 12  # that are told


@dataclass(frozen=True)
class Summary:
    """Means and deviations are of values from 0 to 1, of the images to learn from."""

    train: tuple[int, ...]
    val: tuple[int, ...]
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    sizes: tuple[tuple[int, int, int], ...]  # height, width, how many
    flaws: tuple[Flaw, ...]


def summary(source: Source, split: Split, shape: Shape, outputs: int, check: Check) -> Summary:
    """All of it; may take a while. `check` may raise to end it."""
    classes = len(source.about.classes)
    train, val = (counted(source.labels[part], classes) for part in split[:2])
    looked_at = portions(source, sampled(split.train), shown_size(source, shape), check)
    mean, deviation = moments(looked_at)
    sizes = sorted(source.about.sizes.items(), key=lambda each: -each[1])[:_SIZES]
    return Summary(
        train=train,
        val=val,
        means=tuple(float(value) / 255 for value in mean),
        deviations=tuple(float(value) / 255 for value in deviation),
        sizes=tuple((height, width, number) for (height, width), number in sizes),
        flaws=tuple(flaws(source, split, shape, outputs, check)),
    )


def examples(source: Source, split: Split, shape: Shape) -> tuple[Indices, Pixels]:
    """Some images of every class in turn, as the network takes them, and their numbers."""
    labels = source.labels[split.train]
    order = np.argsort(labels, kind="stable")
    _, begins = np.unique(labels[order], return_index=True)
    place = np.arange(len(order)) - np.repeat(begins, np.diff([*begins, len(order)]))
    turns = split.train[order[np.lexsort((labels[order], place))]][:SHOWN]
    return turns, source.read(turns, shown_size(source, shape))
