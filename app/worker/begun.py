"""What is told of a network once it is there with its data."""

from __future__ import annotations

import torch
from torch import nn

from app.training.messages import Started
from app.worker.parts import Feed


def started(
    feed: Feed,
    network: nn.Module,
    device: str,
    *,
    folder: str = "",
    weights: str = "",
    resumed_at: int = 0,
    exact: str = "",
) -> Started:
    """`device` is in words; the others are as in Started."""
    return Started(
        device=device,
        classes=feed.classes,
        train_samples=feed.train,
        val_samples=feed.val,
        steps_per_epoch=feed.steps,
        parameters=sum(parameter.numel() for parameter in network.parameters()),
        data=feed.sentence,
        skipped=feed.skipped,
        weights=weights,
        threads=torch.get_num_threads(),
        resumed_at=resumed_at,
        exact=exact,
        fingerprint=feed.fingerprint,
        folder=folder,
    )
