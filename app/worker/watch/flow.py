"""How strongly the nodes answer and how much of the gradient reaches them, and in what time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping
from weakref import ref

import torch
from torch import Tensor, nn

from app.training.messages import Watch
from app.worker.watch.instrument import ON_SCREEN, UNSEEN, Moment
from app.worker.watch.table import Table
from app.worker.watch.walk import Walk, few

LARGE = 1 << 14  # values of an image, of which two are as good as eight
LOOKS = 4  # that a unit has been silent for when it is called dead
Figures = Mapping[str, float]


class Flow:
    """A walk of a few samples in training, forwards and backwards.

    `mean`, `std` and `rms` are of a node's values and `gradient` is the norm of the loss' gradient
    to them, of one sample. `dead` is the share of a rectifier's channels, or numbers, that were
    zero for all samples of the last looks. `forward_ms` and `backward_ms` share out what a step
    takes, and `bytes` is what the values of a batch take.
    """

    apart = 0.2

    def __init__(self, walk: Walk, table: Table) -> None:
        self._walk = walk
        self._table = table
        modules = dict(walk.network.named_modules())
        self._rectifiers = {p for p in table.paths if isinstance(modules.get(p), _RECTIFIERS)}
        self._peaks: dict[str, deque[Tensor]] = {p: deque(maxlen=LOOKS) for p in self._rectifiers}
        self._blocks = table.blocks

    def weight(self, watch: Watch) -> float:
        return ON_SCREEN if watch.shown & {"flow", "times", "dead"} else UNSEEN

    def look(self, moment: Moment) -> None:
        batch = few(moment.batch)
        scale = len(moment.batch.labels) / len(batch.labels)
        seen = _Seen(self._rectifiers)
        parameters = [p for p in self._walk.network.parameters() if p.requires_grad]
        with self._walk.still():
            loss = self._walk.forward(batch, seen)
            if loss is not None:
                seen.turn()
                torch.autograd.grad(loss, parameters, allow_unused=True)
        columns = seen.columns(len(batch.labels))
        columns["bytes"] = {path: size * scale for path, size in seen.bytes.items()}
        columns["dead"] = self._dead(seen.peaks)
        columns["forward_ms"] = self._shared(seen.forward, moment.marks.forward)
        columns["backward_ms"] = self._shared(seen.backward, moment.marks.backward)
        self._table.fill(moment.step, columns)

    def _dead(self, peaks: Mapping[str, Tensor]) -> Figures:
        found = {}
        for path, peak in peaks.items():
            self._peaks[path].append(peak)
            highest = torch.stack([*self._peaks[path]]).amax(0)
            found[path] = float((highest <= 0).float().mean())
        return found

    def _shared(self, seconds: Figures, step: float) -> Figures:
        """A step's time shared out as a walk's was, in milliseconds; a block has its nodes'."""
        whole = sum(seconds.values())
        factor = 1000 * (step or whole) / whole if whole else 0.0
        found = {path: factor * value for path, value in seconds.items()}
        for path, inner in self._blocks.items():
            leaves = (found.get(p, 0.0) for p in inner if p not in self._blocks)
            found[path] = sum(leaves)
        return found


_RECTIFIERS = nn.ReLU, nn.ReLU6


class _Seen:
    """What one walk shows; figures stay on the device until it is over."""

    def __init__(self, rectifiers: set[str]) -> None:
        self._rectifiers = rectifiers
        self._moments: dict[str, tuple[Tensor, Tensor]] = {}
        self._norms: dict[str, Tensor] = {}
        # a value holds its hook and thereby this: held by it in turn, all of the walk, with the
        # batch, would be there until the collector of cycles comes round to what is old
        self._latest: tuple[ref[Tensor], int, str] | None = None
        self._since = 0.0
        self._behind = ""  # the node that the gradient has come to, going back
        self.peaks: dict[str, Tensor] = {}
        self.bytes: dict[str, float] = {}
        self.forward: dict[str, float] = {}
        self.backward: dict[str, float] = {}

    def __call__(self, path: str, value: Tensor, seconds: float) -> None:
        self.forward[path] = seconds
        if not value.is_floating_point():
            return
        if value.requires_grad:
            value.register_hook(lambda gradient: self._back(path, gradient))  # type: ignore[no-untyped-call]
        found = value.detach()
        self.bytes[path] = found.numel() * found.element_size()
        if path in self._rectifiers:
            self.peaks[path] = found.amax([0, *range(2, found.dim())])
        latest = self._latest
        if latest is not None and latest[0]() is value and latest[1] == value._version:
            self._moments[path] = self._moments[latest[2]]  # of a block, its last node's
        else:
            few = found[:2] if found[0].numel() > LARGE else found
            variance, mean = torch.var_mean(few.float(), correction=0)
            self._moments[path] = mean, variance
        self._latest = ref(value), value._version, path

    def turn(self) -> None:
        """The way back begins."""
        self._since = time.perf_counter()

    def columns(self, samples: int) -> dict[str, Figures]:
        found: dict[str, Figures] = {}
        if self._moments:
            means, variances = zip(*self._moments.values(), strict=True)
            mean, variance = torch.stack(means), torch.stack(variances)
            rms = (variance + mean.square()).sqrt()
            for name, values in (("mean", mean), ("std", variance.sqrt()), ("rms", rms)):
                found[name] = dict(zip(self._moments, values.tolist(), strict=True))
        found["gradient"] = {}
        if self._norms:  # a mean loss has a part of each sample's
            norms = torch.stack([*self._norms.values()]) * samples**0.5
            found["gradient"] = dict(zip(self._norms, norms.tolist(), strict=True))
        return found

    def _back(self, path: str, gradient: Tensor) -> None:
        """The gradient has come to a node's value; the time since was that of the one behind."""
        now = time.perf_counter()
        if self._behind:
            self.backward[self._behind] = now - self._since
        self._norms[path] = torch.linalg.vector_norm(gradient.detach().float())
        self._behind = path
        self._since = time.perf_counter()
