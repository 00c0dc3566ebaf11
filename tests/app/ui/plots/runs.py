"""Histories and feature maps as a worker would send them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.training.history import RunHistory
from app.training.messages import Epoch, Maps, Started, Steps
from app.training.recipe import Recipe

CLASSES = tuple("0123456789")


def started(steps_per_epoch: int = 10, skipped: tuple[str, ...] = ()) -> Started:
    return Started(
        device="cpu",
        classes=CLASSES,
        train_samples=1437,
        val_samples=360,
        steps_per_epoch=steps_per_epoch,
        parameters=61_706,
        data="1,797 handwritten digits: 1,437 for training, 360 for validation, stratified, seed 0",
        skipped=skipped,
    )


def steps(first: int, losses: tuple[float, ...], epoch: int = 1, rate: float = 0.002) -> Steps:
    return Steps(
        first=first,
        losses=losses,
        epoch=epoch,
        learning_rate=rate,
        images_per_second=3412.4,
        seconds_left=80.0,
        probe_share=0.012,
    )


def epoch(number: int, step: int) -> Epoch:
    return Epoch(
        epoch=number,
        step=step,
        train_loss=1 / number,
        train_accuracy=0.9,
        val_loss=1.5 / number,
        val_accuracy=0.875,
        seconds=1.0,
    )


def history(epochs: int = 3, per_epoch: int = 10) -> RunHistory:
    """Loss 1, 1/2, 1/3, … and a learning rate that halves after the first epoch."""
    run = RunHistory(Recipe(epochs=epochs)).extend(started(per_epoch))
    for e in range(1, epochs + 1):
        first = (e - 1) * per_epoch
        losses = tuple(1 / (first + i + 1) for i in range(per_epoch))
        run = run.extend(steps(first, losses, e, 0.002 if e == 1 else 0.001))
        run = run.extend(epoch(e, e * per_epoch))
    return run


def maps(
    count: int = 3, height: int = 4, width: int = 5, path: str = "conv1", step: int = 7
) -> tuple[Maps, bytes]:
    """Map k runs from −k to k + 1; its pixels count up by row and column."""
    pixels = np.zeros((count, height, width), np.uint8)
    pixels[:] = np.linspace(0, 255, height * width).reshape(height, width)
    return event(pixels, path, step), pixels.tobytes()


def event(pixels: NDArray[np.uint8], path: str = "conv1", step: int = 7) -> Maps:
    count, height, width = pixels.shape
    return Maps(
        path=path,
        step=step,
        count=count,
        height=height,
        width=width,
        channels=count,
        thumbnail=False,
        lows=tuple(-float(k) for k in range(count)),
        highs=tuple(k + 1.0 for k in range(count)),
    )
