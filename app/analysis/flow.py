"""Which tensors a network makes, in the order of its forward pass, and who needs them till when."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.analysis.worked import Part, Walk, Worked
from nodes.spec import Facts, Tensor

FLOAT = 4
HALF = 2
# What torch.autocast computes in 32 bits on cuda. What multiplies matrices it computes in 16 bits,
# PReLU too; anything else has the precision of its inputs.
_IN_32_BITS = {
    "LayerNorm", "GroupNorm", "LocalResponseNorm", "LPPool1d", "LPPool2d",
    "Softmax", "LogSoftmax", "Softplus", "RBF",
}  # fmt: skip


@dataclass(slots=True)
class Step:
    """One layer. `reads` and `writes` are numbers of storages; a view writes none.

    `half` is whether it computes in 16 bits under autocast: None where it follows its inputs.
    """

    path: str
    facts: Facts
    reads: tuple[int, ...]
    writes: tuple[int, ...]
    outputs: tuple[int, ...]
    acts: bool  # a gradient passes through it
    half: bool | None
    weights: int


@dataclass(frozen=True, slots=True)
class Keeping:
    """What one step is the first to keep: storages, and further bytes a sample and in all."""

    storages: tuple[int, ...]
    extra: int
    fixed: int


class Flow(Walk[int]):
    """The steps of a network and its storages, as elements of one sample.

    A view lives in the storage of its source. `trained` says of a storage that a gradient flows to
    it, `half` that it holds 16-bit numbers under autocast.
    """

    def __init__(self, worked: Worked) -> None:
        self.sizes: list[int] = []
        self.trained: list[bool] = []
        self.half: list[bool] = []
        self.steps: list[Step] = []
        self.weights = worked.costs.parameters
        self.buffers = 0  # bytes
        self._spans: dict[str, tuple[int, int]] = {}
        self.results = [v for v in self.walk(worked) if v is not None]
        self.keeping = self.kept_by_step(mixed=False)
        kept = [FLOAT * sum(self.sizes[s] for s in k.storages) + k.extra for k in self.keeping]
        self._sums = [0, *accumulate(kept)]

    def kept(self, path: str) -> int:
        """Bytes of one sample that a node keeps for the backward pass, with all inside it."""
        begin, end = self._spans.get(path, (0, 0))
        return self._sums[end] - self._sums[begin]

    def kept_by_step(self, mixed: bool) -> list[Keeping]:
        """What each step keeps that none before it kept. Of no layer's parameters."""
        found: list[Keeping] = []
        kept: set[int] = set()
        for step in self.steps:
            rule = step.facts.kept
            if not step.acts:
                found.append(_NOTHING)
                continue
            extra, fixed, storages = rule.extra, rule.fixed, []
            for index in rule.inputs:
                storage = step.reads[index]
                if mixed and step.half is not None and step.half != self.half[storage]:
                    extra += (HALF if step.half else FLOAT) * self.sizes[storage]  # a copy
                else:
                    storages.append(storage)
            storages += [step.outputs[index] for index in rule.outputs]
            if mixed and step.half:
                extra -= rule.extra // 2
                fixed += HALF * step.weights
            first = [s for s in dict.fromkeys(storages) if s not in kept]
            kept.update(first)
            found.append(Keeping(tuple(first), extra, fixed))
        return found

    # --- the walk --------------------------------------------------------------------------------

    def mark(self) -> int:
        return len(self.steps)

    def seen(self, path: str, since: int, outputs: Sequence[int | None]) -> None:
        self._spans[path] = since, len(self.steps)

    def enter(self, path: str, part: Part) -> int:
        facts = part.facts
        assert facts is not None
        return self._new(path, part, facts, ())[0]

    def layer(self, path: str, part: Part, facts: Facts, inputs: list[int]) -> list[int]:
        return self._new(path, part, facts, tuple(inputs))

    def _new(self, path: str, part: Part, facts: Facts, reads: tuple[int, ...]) -> list[int]:
        weights = part.costs.parameters
        acts = weights > 0 or any(self.trained[s] for s in reads)
        half = True if facts.macs or part.kind == "PReLU" else None
        if part.kind in _IN_32_BITS:
            half = False
        writes: tuple[int, ...] = ()
        if facts.view and reads:
            outputs = [reads[0]] * len(facts.outputs)
        else:
            begin = len(self.sizes)
            follows = bool(reads) and all(self.half[s] for s in reads)
            for shape in facts.outputs:
                self.sizes.append(math.prod(shape))
                self.trained.append(acts)
                self.half.append(follows if half is None else half)
            outputs = list(range(begin, len(self.sizes)))
            writes = tuple(outputs)
        self.buffers += sum([_bytes(t) for t in facts.buffers])
        self.steps.append(Step(path, facts, reads, writes, tuple(outputs), acts, half, weights))
        return outputs


def _bytes(buffer: Tensor) -> int:
    counter = buffer.name.endswith("num_batches_tracked")  # a 64-bit integer
    return (2 * FLOAT if counter else FLOAT) * buffer.elements


_NOTHING = Keeping((), 0, 0)
