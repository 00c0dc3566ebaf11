"""One network, its optimiser and its precision: a step of training and a batch of validation."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.utils import get_total_norm

from app.training.recipe import Recipe
from app.worker.errors import RunError
from app.worker.learning import Held
from app.worker.parts import Batch, Guard, Marks, Told
from nodes.learning import Learning

EVERYTHING = Learning()
OPTIMIZER = "o."  # begins the names of its tensors
BEST = 5  # of the classes, for the second of two figures


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
        self.network = self.raw = network
        self.rate = recipe.learning_rate
        self.guard: Guard | None = None
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

    @contextmanager
    def validating(self) -> Iterator[None]:
        self.network.eval()
        try:
            yield
        finally:
            self.train()

    def step(self, batch: Batch, step: int) -> Told:
        self._set_rate(step)
        begin = time.perf_counter()
        if self.guard is not None:
            self.guard.before()
        started = time.perf_counter()
        self._optimizer.zero_grad()
        with torch.autocast(self._device, self._dtype, enabled=self._half):
            outputs = _all(self.network(batch.inputs))
            losses = self.losses(outputs, batch)
            loss = self._total(losses)
        computed = time.perf_counter()
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        learned = time.perf_counter()
        told = torch.stack(losses).detach()
        norm = self._checked_norm(batch, told)
        checked = time.perf_counter()
        self._scaler.step(self._optimizer)
        self._scaler.update()
        marks = Marks(
            forward=computed - started,
            backward=learned - computed,
            optimizer=time.perf_counter() - checked,
            watching=checked - learned + started - begin,
        )
        hits = _hits(outputs[0], batch.labels)
        return Told(told, hits, len(batch.labels), marks, gradient_norm=norm)

    def losses(self, outputs: Sequence[Tensor], batch: Batch) -> list[Tensor]:
        return [cross_entropy(logits, batch.labels) for logits in outputs]

    def evaluate(self, batch: Batch) -> Told:
        with torch.no_grad(), torch.autocast(self._device, self._dtype, enabled=self._half):
            outputs = _all(self.network(batch.inputs))
            losses = [cross_entropy(logits, batch.labels) for logits in outputs]
        hits, top5 = _hits(outputs[0], batch.labels), _top5(outputs[0], batch.labels)
        return Told(torch.stack(losses), hits, len(batch.labels), Marks(), top5)

    def state(self) -> tuple[Mapping[str, Tensor], Mapping[str, Any]]:
        """The optimiser's by the names of the parameters, as freezing moves their numbers."""
        tensors = {
            f"{OPTIMIZER}{name}.{slot}": value
            for number, name in enumerate(self._learning())
            for slot, value in self._optimizer.state_dict()["state"].get(number, {}).items()
        }
        return tensors, {"scaler": self._scaler.state_dict()}

    def load(self, tensors: Mapping[str, Tensor], plain: Mapping[str, Any]) -> None:
        numbers = {name: number for number, name in enumerate(self._learning())}
        found: dict[int, dict[str, Tensor]] = {}
        for key, value in tensors.items():
            if key.startswith(OPTIMIZER):
                name, _, slot = key.removeprefix(OPTIMIZER).rpartition(".")
                found.setdefault(numbers[name], {})[slot] = value.clone()
        self._optimizer.load_state_dict({**self._optimizer.state_dict(), "state": found})
        self._scaler.load_state_dict(plain["scaler"])

    def _checked_norm(self, batch: Batch, losses: Tensor) -> Tensor:
        """The norm of the whole gradient, which the guard has seen."""
        self._scaler.unscale_(self._optimizer)
        groups = self._optimizer.param_groups
        gradients = [p.grad for group in groups for p in group["params"] if p.grad is not None]
        norm = get_total_norm(gradients)
        if self.guard is not None:
            # a scaler leaves out the steps whose gradients have run over
            self.guard.check(batch, losses.sum() + (0 if self._scaler.is_enabled() else norm))
        return norm

    def _set_rate(self, step: int) -> None:
        """Puts the learning rate for a step in force, times the factors on it."""
        self.rate = self._recipe.learning_rate
        if self._recipe.schedule == "cosine":
            self.rate *= warm_cosine(step, self._steps, self._recipe.warmup)
        for group in self._optimizer.param_groups:
            group["lr"] = group["factor"] * self.rate

    def _learning(self) -> list[str]:
        """The names of the optimiser's parameters, in its order."""
        names = {parameter: name for name, parameter in self.raw.named_parameters()}
        return [names[p] for group in self._optimizer.param_groups for p in group["params"]]

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


def _top5(logits: Tensor, labels: Tensor) -> Tensor | None:
    """How often the right class is among the best five, where there are more."""
    best = logits.topk(BEST).indices if logits.shape[1] > BEST else None
    return None if best is None else (best == labels[:, None]).sum()


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
