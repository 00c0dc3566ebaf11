"""One network, its optimiser and its precision: a step of training and a batch of validation."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils import clip_grads_with_norm_

from app.training.judging import Judge
from app.training.recipe import Recipe
from app.training.schedules import factor
from app.worker.averaging import Average
from app.worker.devices import require_compiler
from app.worker.gradients import NORM_EVERY, Finite
from app.worker.gradients import norm as gradient_norm
from app.worker.learning import Held
from app.worker.losses import Losses
from app.worker.optimisers import make, with_decay
from app.worker.parts import TOP, Answers, Batch, Guard, Marks, Told
from app.worker.ranks.group import ALONE, Alone
from nodes.learning import Learning

EVERYTHING = Learning()
# Begin the names of tensors: of the optimiser, of the average, and of gradients that add up.
OPTIMIZER, AVERAGE, GRADIENT = "o.", "e.", "g."
_MOMENTUM = "momentum_buffer"  # what torch calls it


class Learner:
    """Classification from logits. Nothing here waits for the device.

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
        per_epoch: int = 0,
        counts: Sequence[int] = (),
        ranks: Alone = ALONE,
    ) -> None:
        """`steps` is how many the whole run takes, `per_epoch` how many of these an epoch does.

        `weights` are of the losses of the outputs, in the order in which training returns them;
        `counts` are of the training samples of each class.

        Raises:
            RunError: the recipe asks for what does not fit the data.
        """
        self.weights = weights
        if recipe.channels_last:
            network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.raw = self._called = network
        if recipe.compile:
            require_compiler(device.type)
            self._called = torch.compile(network)  # type: ignore[assignment]
        self._ranks = ranks
        self.rate = recipe.learning_rate
        self.guard: Guard | None = None
        self._recipe = recipe
        self._steps, self._per_epoch = steps, per_epoch or steps
        self._device = device.type
        self._held = Held(network, learning, recipe.decay_norms)
        self.network = ranks.wrapped(self._called)
        self.train()
        self._losses = Losses(recipe, counts, device)
        self._optimizer = make(self._held.groups, recipe, device.type)
        self._average = Average(network, recipe.ema) if recipe.ema else None
        self._judge = Judge()
        self._finite = Finite(device.type)
        self._adding = False  # there are gradients that wait for others
        self._dtype = _dtype(recipe, device.type)
        # bfloat16 reaches as far as float32, so that its gradients need no scaling
        self._scaler = torch.GradScaler(device.type, enabled=self._dtype is torch.float16)

    def train(self) -> None:
        """Lets the network compute as in training, after it was evaluated."""
        self._held.train()

    @contextmanager
    def validating(self) -> Iterator[None]:
        with self.averaged():
            self.raw.eval()
            try:
                yield
            finally:
                self.train()

    def step(self, batch: Batch, step: int) -> Told:
        self._set_rate(step)
        first, last, parts = self._group(step)
        begin = time.perf_counter()
        if self.guard is not None:
            self.guard.before()
        started = time.perf_counter()
        if first:
            for parameter in self._parameters():
                parameter.grad = None  # without torch's marks for profilers, which cost more
        with self.computing():
            outputs = _all(self.network(self._laid_out(batch.inputs)))
        losses = self.losses(outputs, batch)
        told, hits, share = self._ranks.whole(
            torch.stack([loss.detach() for loss in losses]),
            _hits(outputs[0], batch.labels),
            lambda: self._losses.amount(batch),
        )
        loss = self._total(losses)
        if share is not None:
            loss = loss * share
        if parts > 1:
            loss = loss / parts
        computed = time.perf_counter()
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        gradients = [p.grad for p in self._parameters() if p.grad is not None] if last else []
        learned = time.perf_counter()
        norm = self._norm(gradients, step) if last else None
        if self.guard is not None:
            self.guard.check(batch, told, self._sound(told, norm, gradients))
        checked = time.perf_counter()
        if last:
            self._update(norm)
        self._adding = not last
        marks = Marks(
            forward=computed - started,
            backward=learned - computed,
            optimizer=time.perf_counter() - checked,
            watching=checked - learned + started - begin,
        )
        return Told(told, hits, batch.size, marks, gradient_norm=norm)

    def losses(self, outputs: Sequence[Tensor], batch: Batch) -> list[Tensor]:
        return [self._losses.learned(logits.float(), batch) for logits in outputs]

    def averaged(self) -> AbstractContextManager[None]:
        return self._average.in_place() if self._average else nullcontext()

    def computing(self) -> AbstractContextManager[object]:
        return torch.autocast(self._device, self._dtype) if self._dtype else nullcontext()

    def evaluate(self, batch: Batch) -> Told:
        with torch.no_grad(), self.computing():
            parts = _all(self._called(self._laid_out(batch.inputs)))
        outputs = [self._ranks.joined(part, batch.size) for part in parts]
        found = [logits.float() for logits in outputs]
        each = [self._losses.each(logits, batch.labels) for logits in found]
        losses = torch.stack([losses.mean() for losses in each])
        predicted, among = found[0].argmax(1), _among(found[0], batch.labels)
        return Told(
            losses,
            hits=(predicted == batch.labels).sum(),
            size=len(batch.labels),
            marks=Marks(),
            top5=among.sum() if found[0].shape[1] > TOP else None,
            answers=Answers(found[0], each[0], predicted, among),
        )

    def judge(self, loss: float, accuracy: float) -> bool:
        return self._judge.take(loss, accuracy, self._recipe)

    @property
    def over(self) -> bool:
        return self._judge.over(self._recipe)

    def change(self, recipe: Recipe, learning: Learning) -> None:
        if learning != self._held.learning:
            tensors, plain = self.state()
            self._held.change(learning)
            self.network = self._ranks.wrapped(self._called)
            self.train()
            self._optimizer = make(self._held.groups, recipe, self._device)
            self.load(tensors, plain)
        self._recipe = recipe
        self._losses.smoothing = recipe.label_smoothing
        decayed = with_decay(self._held.groups, recipe)
        for group, now in zip(self._optimizer.param_groups, decayed, strict=True):
            group["weight_decay"] = now["weight_decay"]

    def finish(self) -> None:
        if self._average:
            self._average.settle()

    def kept(self) -> Mapping[str, Tensor]:
        with self.averaged():
            return {key: tensor.clone() for key, tensor in self.raw.state_dict().items()}

    def state(self) -> tuple[Mapping[str, Tensor], Mapping[str, Any]]:
        """The optimiser's by the names of the parameters, as freezing moves their numbers."""
        tensors = {
            f"{OPTIMIZER}{name}.{slot}": value
            for number, name in enumerate(self._learning())
            for slot, value in self._optimizer.state_dict()["state"].get(number, {}).items()
            if isinstance(value, Tensor)
        }
        plain: dict[str, Any] = {"scaler": self._scaler.state_dict(), "judge": self._judge.state()}
        if self._adding:
            for name, parameter in self.raw.named_parameters():
                if parameter.grad is not None:
                    tensors[f"{GRADIENT}{name}"] = parameter.grad
        if self._average:
            means, plain["averaged"] = self._average.state()
            tensors |= {f"{AVERAGE}{name}": mean for name, mean in means.items()}
        return tensors, plain

    def load(self, tensors: Mapping[str, Tensor], plain: Mapping[str, Any]) -> None:
        ours = dict(self.raw.named_parameters())
        numbers = {name: number for number, name in enumerate(self._learning())}
        found: dict[int, dict[str, Tensor]] = {}
        for key, value in _named(tensors, OPTIMIZER).items():
            name, _, slot = key.rpartition(".")
            if name in numbers:  # else it is frozen by now
                found.setdefault(numbers[name], {})[slot] = _like(value, ours[name])
        if found and isinstance(self._optimizer, torch.optim.SGD):
            for name, number in numbers.items():  # its kernel takes the momenta of all, or of none
                found.setdefault(number, {_MOMENTUM: torch.zeros_like(ours[name])})
        self._optimizer.load_state_dict({**self._optimizer.state_dict(), "state": found})
        gradients = _named(tensors, GRADIENT)
        for name, gradient in gradients.items():
            ours[name].grad = _like(gradient, ours[name])
        self._adding = bool(gradients)
        if self._average:
            self._average.load(_named(tensors, AVERAGE), plain["averaged"])
        self._scaler.load_state_dict(plain["scaler"])
        self._judge = Judge.read(plain["judge"])

    def _laid_out(self, inputs: Tensor) -> Tensor:
        """In the order in memory that the weights have."""
        if not self._recipe.channels_last or inputs.ndim != 4:
            return inputs
        return inputs.contiguous(memory_format=torch.channels_last)

    def _group(self, step: int) -> tuple[bool, bool, int]:
        """Of the batches whose gradients add up: whether it is the first, the last; how many.

        The last group of an epoch, and of the run, has those that are left.
        """
        place, size = step % self._per_epoch, self._recipe.accumulate
        begin = place - place % size
        end = min(begin + size, self._per_epoch, self._steps - (step - place))
        return place == begin, place == end - 1, end - begin

    def _norm(self, gradients: Sequence[Tensor], step: int) -> Tensor | None:
        """That of the whole gradient, every so often, or where it is shortened by it."""
        if not self._recipe.clip and step // self._recipe.accumulate % NORM_EVERY:
            return None
        self._scaler.unscale_(self._optimizer)
        return gradient_norm(gradients)

    def _sound(self, losses: Tensor, norm: Tensor | None, gradients: Sequence[Tensor]) -> bool:
        """Whether the losses are finite, and the gradients that the weights come to take in."""
        # a scaler leaves out the steps whose gradients have run over
        if not gradients or self._scaler.is_enabled():
            return math.isfinite(losses.sum().item())
        return self._finite(gradients) if norm is None else math.isfinite(norm.item())

    def _update(self, norm: Tensor | None) -> None:
        """Changes the weights by the gradients that were added up."""
        if norm is not None and self._recipe.clip:
            clip_grads_with_norm_(self._parameters(), self._recipe.clip, norm)
        self._scaler.step(self._optimizer)
        self._scaler.update()
        if self._average:
            self._average.update()

    def _parameters(self) -> list[nn.Parameter]:
        return [p for group in self._optimizer.param_groups for p in group["params"]]

    def _set_rate(self, step: int) -> None:
        """Puts the learning rate for a step in force, times the factors on it."""
        recipe = self._recipe
        share = factor(recipe, step, self._steps, self._per_epoch, self._judge.lowered)
        self.rate = recipe.learning_rate * share
        for group in self._optimizer.param_groups:
            group["lr"] = group["factor"] * self.rate

    def _learning(self) -> list[str]:
        """The names of the optimiser's parameters, in its order."""
        names = {parameter: name for name, parameter in self.raw.named_parameters()}
        return [names[p] for p in self._parameters()]

    def _total(self, losses: Sequence[Tensor]) -> Tensor:
        if len(losses) == 1 and self.weights[0] == 1.0:
            return losses[0]  # what it would come to below, in steps that may be short
        weighed = [w * loss for w, loss in zip(self.weights, losses, strict=False)]
        return torch.stack(weighed).sum()


def _dtype(recipe: Recipe, device: str) -> torch.dtype | None:
    """Of 16 bits, if the recipe computes with these on a device."""
    match recipe.precision:
        case "float16":
            return torch.float16
        case "bfloat16":
            return torch.bfloat16
        case "auto" if device == "cuda":
            return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
        case _:
            return None


def _named(tensors: Mapping[str, Tensor], kind: str) -> dict[str, Tensor]:
    """Those whose names begin with a kind, without it."""
    return {k.removeprefix(kind): t for k, t in tensors.items() if k.startswith(kind)}


def _like(value: Tensor, parameter: Tensor) -> Tensor:
    """A copy, in the order in memory of a parameter where it is of its shape."""
    return torch.empty_like(parameter).copy_(value) if value.ndim else value.clone()


def _all(outputs: Tensor | tuple[Tensor, ...]) -> tuple[Tensor, ...]:
    return (outputs,) if isinstance(outputs, Tensor) else outputs


def _hits(logits: Tensor, labels: Tensor) -> Tensor:
    return (logits.detach().argmax(1) == labels).sum()


def _among(logits: Tensor, labels: Tensor) -> Tensor:
    """Which labels are among the best guesses."""
    return (logits.topk(min(TOP, logits.shape[1]), 1).indices == labels[:, None]).any(1)
