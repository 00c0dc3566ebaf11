"""What processes that learn together exchange; a process alone exchanges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from app.training.recipe import Recipe
from app.worker.devices import choose
from app.worker.ranks.place import WHOLE, Place

EVER = timedelta(days=36500)  # a run may be paused for as long as its person likes
_NUMBERS = 2  # of what is said: its kind and a number


class LostError(Exception):
    """Another process has gone, or cannot be reached: whoever has started them tells why."""


class Alone:
    """One process, which learns by itself."""

    place = WHOLE

    def device(self, recipe: Recipe) -> torch.device:
        """What it learns on; raises DeviceError: it is not here."""
        return choose(recipe.device)

    def take_threads(self) -> None:
        """As many as the first process has."""

    def wrapped(self, network: nn.Module) -> nn.Module:
        """The network as it is called in training, so that gradients are those of all."""
        return network

    def whole(
        self, losses: Tensor, hits: Tensor, amount: Callable[[], Tensor]
    ) -> tuple[Tensor, Tensor, Tensor | None]:
        """Mean losses and hits of a whole batch, from those of each process's part of it.

        The mean of a part is over an `amount`. The third is what the loss of a part is multiplied
        by, so that the mean of the gradients is the gradient of the whole batch; None leaves it.
        """
        return losses, hits, None

    def joined(self, outputs: Tensor, count: int) -> Tensor:
        """The outputs for a whole batch of so many samples, from those for `Place.alike` parts."""
        return outputs


ALONE = Alone()


class Group(Alone):
    """This process among those that torch's launcher has started.

    All of them call the same methods in the same order. What fails because another one has gone
    raises LostError.
    """

    def __init__(self, device: torch.device) -> None:
        """Waits for the others; raises LostError."""
        if device.type == "cuda":
            torch.cuda.set_device(device)
        self._device = device
        with noticing_loss():
            dist.init_process_group("cpu:gloo,cuda:nccl" if device.type == "cuda" else "gloo")
            self._control = dist.new_group(backend="gloo", timeout=EVER)
        self.place = Place(dist.get_rank(), dist.get_world_size())

    @property
    def leads(self) -> bool:
        return self.place.rank == 0

    def device(self, recipe: Recipe) -> torch.device:
        return self._device

    def take_threads(self) -> None:
        torch.set_num_threads(self.give(torch.get_num_threads()))

    def wrapped(self, network: nn.Module) -> nn.Module:
        """Also gives all processes the weights of the first one.

        Looking for parameters that take no part costs little, and is what keeps the order of sums
        the same from the first step on, which an exact resume needs.
        """
        if not any(parameter.requires_grad for parameter in network.parameters()):
            return network
        with noticing_loss():
            return DistributedDataParallel(network, find_unused_parameters=True)

    def whole(
        self, losses: Tensor, hits: Tensor, amount: Callable[[], Tensor]
    ) -> tuple[Tensor, Tensor, Tensor | None]:
        own = amount().double().reshape(1)
        told = torch.cat((losses.double() * own, own, hits.double().reshape(1)))
        with noticing_loss():
            dist.all_reduce(told)
        total = told[-2]
        share = self.place.count * own[0] / total
        return (told[:-2] / total).to(losses.dtype), told[-1].long(), share.to(losses.dtype)

    def joined(self, outputs: Tensor, count: int) -> Tensor:
        parts = [torch.empty_like(outputs) for _ in range(self.place.count)]
        with noticing_loss():
            dist.all_gather(parts, outputs.contiguous())
        return torch.cat(parts)[:count]

    def say(self, kind: int, number: int = 0) -> None:
        """The first tells the others what they do next."""
        with noticing_loss():
            dist.broadcast(torch.tensor([kind, number]), 0, group=self._control)

    def hear(self) -> tuple[int, int]:
        """What the first one said; waits for it, however long it takes."""
        told = torch.zeros(_NUMBERS, dtype=torch.int64)
        with noticing_loss():
            dist.broadcast(told, 0, group=self._control)
        kind, number = told.tolist()
        return kind, number

    def give(self, value: Any = None) -> Any:
        """Plain values of the first one, to all."""
        found = [value]
        with noticing_loss():
            dist.broadcast_object_list(found, 0, group=self._control)
        return found[0]

    def collect(self, value: Any) -> list[Any]:
        """Plain values of all, for the first one; the others get nothing."""
        found = [None] * self.place.count if self.leads else None
        with noticing_loss():
            dist.gather_object(value, found, 0, group=self._control)
        return found or []

    def spread(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Tensors of the first one, to all; the others have none to begin with."""
        about = {name: (tuple(t.shape), t.dtype) for name, t in tensors.items()}
        found = {}
        for name, (shape, dtype) in self.give(about).items():
            there = tensors[name] if self.leads else torch.empty(shape, dtype=dtype)
            found[name] = there.detach().cpu().contiguous()
            with noticing_loss():
                dist.broadcast(found[name], 0, group=self._control)
        return found

    def same(self, tensors: Iterable[Tensor]) -> None:
        """All have what the first one has in these tensors from now on."""
        with noticing_loss(), torch.no_grad():
            for tensor in tensors:
                there = tensor.contiguous()
                dist.broadcast(there, 0)
                tensor.copy_(there)

    def end(self) -> None:
        """Nothing is exchanged any more."""
        dist.destroy_process_group()


@contextmanager
def noticing_loss() -> Iterator[None]:
    """Raises LostError in the place of what torch raises where another process has gone."""
    try:
        yield
    except RuntimeError as error:
        if isinstance(error, dist.DistError) or "gloo" in str(error):
            raise LostError(str(error)) from error
        raise
