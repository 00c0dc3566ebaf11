"""A network run node by node as in training, forwards and backwards, with nothing left of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor

from app.training.messages import Start
from app.worker.loading import Probe
from app.worker.parts import Batch, Learner
from app.worker.watch.untouched import untouched

IMAGES = 8
Seen = Callable[[str, Tensor, float], None]  # a node's path, its value, the seconds it took


class Walk:
    def __init__(self, probe: Probe, learner: Learner, start: Start) -> None:
        self._probe = probe
        self._learner = learner
        self._outputs = [name for name, _ in start.outputs]
        self._shape = start.output_shape
        self.network = learner.raw

    def values(self, inputs: Tensor) -> Iterator[tuple[str, Tensor]]:
        """What the nodes give, in training; the modules may write into it later on."""
        return self._probe(self.network, inputs)

    def forward(self, batch: Batch, see: Seen) -> Tensor | None:
        """Lets every value be seen in its turn; returns the loss. For use inside `still`.

        A probe written by hand may not come as far as the outputs: then there is no loss.
        """
        # a leaf may not be written into, as the first layer might do
        inputs = batch.inputs.detach().requires_grad_().clone()
        outputs: dict[str, Tensor] = {}
        last = inputs
        begin = time.perf_counter()
        for path, value in self.values(inputs):
            see(path, value, time.perf_counter() - begin)
            last = value
            if path in self._outputs:
                outputs[path] = value
            begin = time.perf_counter()
        found = [outputs.get(name, last) for name in self._outputs]
        if any(value.shape[1:] != self._shape for value in found):
            return None
        losses = self._learner.losses(found, batch)
        weighed = [w * loss for w, loss in zip(self._learner.weights, losses, strict=True)]
        return torch.stack(weighed).sum()

    @contextmanager
    def still(self) -> Iterator[None]:
        with untouched(self.network, evaluating=False), torch.enable_grad():
            yield


def few(batch: Batch, count: int = IMAGES) -> Batch:
    """The first samples of a batch."""
    mixed = batch.mixed
    if mixed is not None:
        mixed = mixed[0][:count], mixed[1][:count] if mixed[1].dim() else mixed[1]
    return Batch(batch.inputs[:count], batch.labels[:count], batch.indices[:count], mixed)
