"""Ends a run before what is no number gets into its weights, and says where that began."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from app.training.history import NOT_FINITE
from app.training.messages import Alert
from app.training.recipe import Recipe
from app.worker.errors import RunError
from app.worker.outbox import Outbox
from app.worker.parts import Batch
from app.worker.watch.walk import Walk

RULE = NOT_FINITE
Found = tuple[str, str]  # the path of a node, or nothing; what is not finite there


class NotFiniteError(RunError):
    """The weights are those before the step; so are the running statistics."""


class Stopper:
    """A `Guard` that looks closer at the batch that went wrong, by walking through it again."""

    def __init__(
        self,
        walk: Walk,
        outbox: Outbox,
        recipe: Callable[[], Recipe],
        steps: Callable[[], int],
    ) -> None:
        """`recipe` tells the one in force, as it may be changed; `steps` how many are done."""
        self._walk = walk
        self._outbox = outbox
        self._recipe = recipe
        self._steps = steps
        # running statistics take in what is not finite in the forward pass, before it is known
        self._buffers = [b for b in walk.network.buffers() if b.is_floating_point()]
        self._before = [buffer.clone() for buffer in self._buffers]

    def before(self) -> None:
        if self._buffers:
            torch._foreach_copy_(self._before, self._buffers)

    def check(self, batch: Batch, losses: Tensor, finite: bool) -> None:
        if finite:
            return
        if self._buffers:
            torch._foreach_copy_(self._buffers, self._before)
        step = self._steps()
        path, words = self._find(batch) or (
            "",
            f"{_kind(losses) or 'infinity'} came up in the loss",
        )
        reason = f"At step {step + 1} {words}."
        rate = self._recipe().learning_rate
        advice = f"Lower the learning rate, now {rate:g}, or clip the gradient."
        self._outbox.send(Alert(RULE, path, step, reason, advice))
        stopped = "Training has stopped before the weights took it in."
        raise NotFiniteError(f"{reason} {stopped} {advice}")

    def _find(self, batch: Batch) -> Found | None:
        """Where it is first: in the data, in the weights, on the way there, or on that back."""
        if kind := _kind(batch.inputs):
            return "", f"{kind} was in the data"
        for name, parameter in self._walk.network.named_parameters():
            if kind := _kind(parameter):
                return name.rpartition(".")[0], f"{kind} was in the weight “{name}” already"
        with self._walk.still():
            return self._walk_through(batch)

    def _walk_through(self, batch: Batch) -> Found | None:
        values: list[Found] = []
        gradients: list[Found] = []
        passed = [""]  # nodes whose gradient is finite, so that what comes next in turn is not

        def see(path: str, value: Tensor, seconds: float) -> None:
            if not values and (kind := _kind(value)):
                values.append((path, f"{kind} first came out of “{path}”"))
            if value.requires_grad:
                value.register_hook(  # type: ignore[no-untyped-call]
                    lambda gradient: judge(path, gradient)
                )

        def judge(path: str, gradient: Tensor) -> None:
            kind = _kind(gradient)
            if kind and not gradients:
                at = passed[-1] or path
                gradients.append((at, f"{kind} first came up in the gradient through “{at}”"))
            passed.append(path)

        loss = self._walk.forward(batch, see)
        if values or loss is None:
            return values[0] if values else None
        if kind := _kind(loss):
            return "", f"{kind} came up in the loss of outputs that are finite"
        learning = {n: p for n, p in self._walk.network.named_parameters() if p.requires_grad}
        found = torch.autograd.grad(loss, [*learning.values()], allow_unused=True)
        if gradients:
            return gradients[0]
        for name, gradient in zip(learning, found, strict=True):
            if gradient is not None and (kind := _kind(gradient)):
                return name.rpartition(".")[0], f"{kind} came up in the gradient of “{name}”"
        return None


def _kind(value: Tensor) -> str:
    """What is not finite in it, or nothing."""
    if not value.is_floating_point() or bool(value.isfinite().all()):
        return ""
    return "NaN (not a number)" if bool(value.isnan().any()) else "infinity"
