"""How the values, the weights and the gradients of one node are spread."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from app.training.messages import Histograms, Watch
from app.worker.outbox import Outbox
from app.worker.watch.instrument import OFF, ON_SCREEN, Moment
from app.worker.watch.walk import Walk, few

BINS = 64
MOST = 1 << 18  # values that are counted; of more every second, third … one


class NodeHistograms:
    """Of the selected node: its values for a few samples, all its weights, and their gradients."""

    apart = 0.5

    def __init__(self, walk: Walk, outbox: Outbox) -> None:
        self._walk = walk
        self._outbox = outbox

    def weight(self, watch: Watch) -> float:
        return ON_SCREEN if watch.selected and "histograms" in watch.shown else OFF

    def look(self, moment: Moment) -> None:
        path = moment.watch.selected
        found = {
            "activations": self._values(path, moment),
            "weights": self._weights(path, gradients=False),
            "gradients": self._weights(path, gradients=True),
        }
        there = {what: values for what, values in found.items() if values is not None}
        if not there:
            return
        counted = [_counted(values) for values in there.values()]
        counts = np.stack([counts for counts, _, _ in counted])
        event = Histograms(
            path,
            moment.step,
            tuple(there),
            tuple(low for _, low, _ in counted),
            tuple(high for _, _, high in counted),
            BINS,
        )
        self._outbox.offer([(event, counts.astype(np.uint32).tobytes())])

    def _values(self, path: str, moment: Moment) -> Tensor | None:
        with self._walk.still(), torch.no_grad():
            for name, value in self._walk.values(few(moment.batch).inputs.clone()):
                if name == path:
                    return _thinned([value]).clone()  # what follows may write into it
        return None

    def _weights(self, path: str, *, gradients: bool) -> Tensor | None:
        inside = [
            p for n, p in self._walk.network.named_parameters() if f"{n}.".startswith(f"{path}.")
        ]
        found = [p.grad if gradients else p.detach() for p in inside]
        there = [values for values in found if values is not None]
        return _thinned(there) if there else None


def _thinned(values: list[Tensor]) -> Tensor:
    number = sum(value.numel() for value in values)
    return torch.cat([value.detach().flatten()[:: 1 + number // MOST] for value in values])


def _counted(values: Tensor) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], float, float]:
    """Counts in equal bins from the least to the greatest; what is not finite is left out."""
    finite = values.float()[values.isfinite()].cpu()
    if not finite.numel():
        return np.zeros(BINS, np.int64), 0.0, 0.0
    low, high = (float(edge) for edge in finite.aminmax())
    counts, _ = np.histogram(finite.numpy(), BINS, (low, high))
    return counts, low, high
