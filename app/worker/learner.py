"""One network, its optimiser and its precision: a step of training and a batch of validation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from app.training.recipe import Recipe
from app.worker.errors import RunError
from app.worker.learning import Held
from nodes.learning import Learning

EVERYTHING = Learning()


class Learner:
    """Classification by cross-entropy on logits. Nothing here waits for the device.

    Of several outputs the losses are added up, each times its weight; the first one is judged.
    """

    def __init__(
        self,
        network: nn.Module,
        recipe: Recipe,
        device: torch.device,
        steps: int,
        weights: Sequence[float] = (1.0,),
        learning: Learning = EVERYTHING,
    ) -> None:
        """`steps` is how many the whole run takes, for the schedule of the learning rate.

        `weights` are of the losses of the outputs, in the order in which training returns them.
        """
        self.weights = weights
        self.network = network
        self._held = Held(network, learning)
        self.train()
        self._optimizer = _optimizer(self._held.groups, recipe)
        self._recipe = recipe
        self._steps = steps
        self._device = device.type
        self._half = device.type == "cuda" and recipe.precision != "float32"
        bfloat16 = self._half and torch.cuda.is_bf16_supported()
        self._dtype = torch.bfloat16 if bfloat16 else torch.float16
        # bfloat16 reaches as far as float32, so that its gradients need no scaling
        self._scaler = torch.GradScaler(device.type, enabled=self._half and not bfloat16)

    def train(self) -> None:
        """Lets the network compute as in training, after it was evaluated."""
        self._held.train()

    def set_learning_rate(self, step: int) -> float:
        """The learning rate for a step, counted from 0, now in force, but for factors on it."""
        rate = self._recipe.learning_rate
        if self._recipe.schedule == "cosine":
            rate *= warm_cosine(step, self._steps, self._recipe.warmup)
        for group in self._optimizer.param_groups:
            group["lr"] = group["factor"] * rate
        return rate

    def step(self, inputs: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Learns from one batch; the mean loss of each output and how many the first got right."""
        self._optimizer.zero_grad()
        with torch.autocast(self._device, self._dtype, enabled=self._half):
            outputs = _all(self.network(inputs))
            losses = [cross_entropy(logits, labels) for logits in outputs]
            loss = self._total(losses)
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        self._scaler.step(self._optimizer)
        self._scaler.update()
        return torch.stack(losses).detach(), _hits(outputs[0], labels)

    def evaluate(self, inputs: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Sum of the losses of one batch and how many it gets right; the network is in eval.

        Auxiliary outputs are not there then.
        """
        with torch.no_grad(), torch.autocast(self._device, self._dtype, enabled=self._half):
            outputs = _all(self.network(inputs))
            losses = [cross_entropy(logits, labels, reduction="sum") for logits in outputs]
            return self._total(losses), _hits(outputs[0], labels)

    def _total(self, losses: Sequence[Tensor]) -> Tensor:
        weighed = [w * loss for w, loss in zip(self.weights, losses, strict=False)]
        return torch.stack(weighed).sum()


def warm_cosine(step: int, steps: int, warmup: float) -> float:
    """Share of the learning rate: up a line over the `warmup`, then down half a cosine.

    The rise keeps the first, large steps of Adam from doing harm. Source: Loshchilov and Hutter,
    SGDR, 2017 (without restarts).
    """
    warm = int(warmup * steps)
    if step < warm:
        return (step + 1) / warm
    return (1 + math.cos(math.pi * (step - warm) / (steps - warm))) / 2


def _all(outputs: Tensor | tuple[Tensor, ...]) -> tuple[Tensor, ...]:
    return (outputs,) if isinstance(outputs, Tensor) else outputs


def _hits(logits: Tensor, labels: Tensor) -> Tensor:
    return (logits.detach().argmax(1) == labels).sum()


def _optimizer(parameters: list[dict[str, Any]], recipe: Recipe) -> torch.optim.Optimizer:
    rate, decay = recipe.learning_rate, recipe.weight_decay
    match recipe.optimizer:
        case "sgd":
            return torch.optim.SGD(parameters, rate, recipe.momentum, weight_decay=decay)
        case "adam":
            return torch.optim.Adam(parameters, rate, weight_decay=decay)
        case "adamw":
            return torch.optim.AdamW(parameters, rate, weight_decay=decay)
        case _:
            raise RunError(f"There is no optimiser {recipe.optimizer} here; choose adam.")


class Figures:
    """Losses and hits of an epoch, left on the device until they are read."""

    def __init__(self, weights: Sequence[float] = (1.0,), auxiliary: int = 0) -> None:
        """`auxiliary` is how many outputs, the last ones, are there in training only."""
        self._weights = weights
        self._auxiliary = auxiliary
        self._waiting: list[tuple[Tensor, Tensor]] = []
        self._sizes: list[int] = []
        self._losses = [0.0] * len(weights)
        self._hits = 0
        self._count = 0

    def add(self, losses: Tensor, hits: Tensor, size: int) -> None:
        """The mean loss of each output and the hits of one batch of `size` images."""
        self._waiting.append((losses, hits))
        self._sizes.append(size)

    def read(self) -> tuple[float, ...]:
        """The loss of every batch since the last reading, as `loss` has it; waits for the device.

        It is not finite either where that of an auxiliary output is not.
        """
        if not self._waiting:
            return ()
        losses, hits = map(torch.stack, zip(*self._waiting, strict=True))
        rows: list[list[float]] = losses.tolist()
        for row, size in zip(rows, self._sizes, strict=True):
            for number, loss in enumerate(row):
                self._losses[number] += loss * size
        self._hits += int(hits.sum())
        self._count += sum(self._sizes)
        self._waiting.clear()
        self._sizes.clear()
        return tuple(map(self._told, rows))

    @property
    def losses(self) -> tuple[float, ...]:
        """The mean loss of each output, without its weight."""
        return tuple(loss / self._count for loss in self._losses)

    @property
    def loss(self) -> float:
        """That of the outputs that stay at inference, to be compared with validation."""
        return self._total(self._staying(self.losses))

    @property
    def learned(self) -> float | None:
        """The sum that is learned from, where there are auxiliary outputs too."""
        return self._total(self.losses) if self._auxiliary else None

    @property
    def accuracy(self) -> float:
        return self._hits / self._count

    def _total(self, losses: Sequence[float]) -> float:
        return sum(w * loss for w, loss in zip(self._weights, losses, strict=False))

    def _staying(self, losses: Sequence[float]) -> Sequence[float]:
        return losses[: len(losses) - self._auxiliary]

    def _told(self, losses: Sequence[float]) -> float:
        total = self._total(losses)
        return self._total(self._staying(losses)) if math.isfinite(total) else total
