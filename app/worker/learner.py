"""One network, its optimiser and its precision: a step of training and a batch of validation."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from app.training.recipe import Recipe


class Learner:
    """Classification by cross-entropy on logits. Nothing here waits for the device."""

    def __init__(
        self, network: nn.Module, recipe: Recipe, device: torch.device, steps: int
    ) -> None:
        """`steps` is how many the whole run takes, for the schedule of the learning rate."""
        self.network = network.train()
        self._optimizer = _optimizer(network, recipe)
        self._recipe = recipe
        self._steps = steps
        self._device = device.type
        self._half = device.type == "cuda" and recipe.mixed_precision
        bfloat16 = self._half and torch.cuda.is_bf16_supported()
        self._dtype = torch.bfloat16 if bfloat16 else torch.float16
        # bfloat16 reaches as far as float32, so that its gradients need no scaling
        self._scaler = torch.GradScaler(device.type, enabled=self._half and not bfloat16)

    def set_learning_rate(self, step: int) -> float:
        """The learning rate for a step, counted from 0, now in force."""
        rate = self._recipe.learning_rate
        if self._recipe.schedule == "cosine":
            rate *= warm_cosine(step, self._steps)
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        return rate

    def step(self, inputs: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Learns from one batch; its mean loss and how many it got right, as scalars."""
        self._optimizer.zero_grad()
        with torch.autocast(self._device, self._dtype, enabled=self._half):
            logits = self.network(inputs)
            loss = cross_entropy(logits, labels)
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        self._scaler.step(self._optimizer)
        self._scaler.update()
        return loss.detach(), _hits(logits, labels)

    def evaluate(self, inputs: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Sum of the losses of one batch and how many it gets right; the network is in eval."""
        with torch.no_grad(), torch.autocast(self._device, self._dtype, enabled=self._half):
            logits = self.network(inputs)
            return cross_entropy(logits, labels, reduction="sum"), _hits(logits, labels)


def warm_cosine(step: int, steps: int) -> float:
    """Share of the learning rate: up a line over a tenth of the steps, then down half a cosine.

    The rise keeps the first, large steps of Adam from doing harm. Source: Loshchilov and Hutter,
    SGDR, 2017 (without restarts).
    """
    warm = steps // 10
    if step < warm:
        return (step + 1) / warm
    return (1 + math.cos(math.pi * (step - warm) / (steps - warm))) / 2


def _hits(logits: Tensor, labels: Tensor) -> Tensor:
    return (logits.detach().argmax(1) == labels).sum()


def _optimizer(network: nn.Module, recipe: Recipe) -> torch.optim.Optimizer:
    parameters = network.parameters()
    rate, decay = recipe.learning_rate, recipe.weight_decay
    match recipe.optimizer:
        case "sgd":
            return torch.optim.SGD(parameters, rate, recipe.momentum, weight_decay=decay)
        case "adam":
            return torch.optim.Adam(parameters, rate, weight_decay=decay)
        case "adamw":
            return torch.optim.AdamW(parameters, rate, weight_decay=decay)


class Figures:
    """Losses and hits of an epoch, left on the device until they are read."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Tensor, Tensor]] = []
        self._sizes: list[int] = []
        self._loss = 0.0
        self._hits = 0
        self._count = 0

    def add(self, loss: Tensor, hits: Tensor, size: int) -> None:
        """The mean loss and the hits of one batch of `size` images."""
        self._waiting.append((loss, hits))
        self._sizes.append(size)

    def read(self) -> tuple[float, ...]:
        """The losses since the last reading; waits for the device."""
        if not self._waiting:
            return ()
        losses, hits = map(torch.stack, zip(*self._waiting, strict=True))
        values: list[float] = losses.tolist()
        self._loss += sum(loss * size for loss, size in zip(values, self._sizes, strict=True))
        self._hits += int(hits.sum())
        self._count += sum(self._sizes)
        self._waiting.clear()
        self._sizes.clear()
        return tuple(values)

    @property
    def loss(self) -> float:
        return self._loss / self._count

    @property
    def accuracy(self) -> float:
        return self._hits / self._count
