"""Which tensors a network makes, in the order of its forward pass, and who needs them till when."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from app.analysis.learning import frozen_layers
from app.analysis.worked import Part, Walk, Worked
from nodes.network.model import Frozen
from nodes.spec import Facts, Kept, Tensor

FLOAT = 4
HALF = 2
# What torch.autocast computes in 32 bits on cuda. What multiplies matrices it computes in 16 bits,
# PReLU too; anything else has the precision of its inputs.
_IN_32_BITS = {
    "LayerNorm", "GroupNorm", "LocalResponseNorm", "LPPool1d", "LPPool2d",
    "Softmax", "LogSoftmax", "Softplus", "RBF",
}  # fmt: skip


@dataclass(slots=True)
class Layer:
    """What is the same wherever a layer stands: elements of its outputs, weights, buffers' bytes.

    Of the weights it is the `learning` that training changes: all or none.
    `half` is whether it computes in 16 bits under autocast: None where it follows its inputs.
    """

    kept: Kept
    sizes: tuple[int, ...]
    weights: int
    learning: int
    buffers: int
    half: bool | None


@dataclass(slots=True)
class Step:
    """A layer at its turn. `reads` and `writes` are numbers of storages; a view writes none."""

    path: str
    layer: Layer
    reads: list[int]
    writes: list[int]
    outputs: list[int]
    acts: bool  # a gradient passes through it


@dataclass(slots=True)
class Keeping:
    """What one step is the first to keep: storages, and further bytes a sample and in all."""

    storages: tuple[int, ...]
    extra: int
    fixed: int


class Flow(Walk[int]):
    """The steps of a network and its storages, as elements of one sample.

    A view lives in the storage of its source. `trained` says of a storage that a gradient flows to
    it, `half` that it holds 16-bit numbers under autocast. `steps` and `results` are those of
    training, to which auxiliary Outputs belong. Of the `weights` it is the `learning` that training
    changes.
    """

    def __init__(self, worked: Worked) -> None:
        self.sizes: list[int] = []
        self.trained: list[bool] = []
        self.half: list[bool] = []
        self.steps: list[Step] = []
        self.weights = worked.costs.parameters
        self.learning = self.weights - worked.costs.frozen
        self.buffers = 0  # bytes
        self._layers: dict[tuple[int, Frozen | None], Layer] = {}
        self._frozen = frozen_layers(worked)
        self._spans: dict[str, tuple[int, int]] = {}
        self._idle = worked.training
        leaving = dict(zip(worked.exits, self.walk(worked), strict=True))
        self.results = frozenset([v for v in leaving.values() if v is not None])
        self._inferred = frozenset(
            [v for n, v in leaving.items() if v is not None and n not in self._idle]
        )

    def kept(self, path: str) -> int:
        """Bytes of one sample that a node keeps for the backward pass, with all inside it."""
        if (number := self._numbers.get(path)) is not None:
            return self._sums[number + 1] - self._sums[number]
        begin, end = self._spans.get(path, (0, 0))
        return self._sums[end] - self._sums[begin]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {step.path: number for number, step in enumerate(self.steps)}

    @cached_property
    def _sums(self) -> list[int]:
        sizes = self.sizes
        kept = [FLOAT * sum([sizes[s] for s in k.storages]) + k.extra for k in self.keeping]
        return [0, *accumulate(kept)]

    @cached_property
    def keeping(self) -> list[Keeping]:
        """What each step is the first to keep in 32 bits, parameters apart."""
        return self._kept_by_step(mixed=False)

    @cached_property
    def keeping_mixed(self) -> list[Keeping]:
        """What each step is the first to keep under autocast, parameters apart."""
        return self._kept_by_step(mixed=True)

    @cached_property
    def gone(self) -> list[list[int]]:
        """For every step the storages that no later one reads; results of the network stay."""
        return _gone(self.steps, self.results)

    @cached_property
    def inference(self) -> list[tuple[Step, list[int]]]:
        """The steps without those for training only, each with what then goes."""
        if not self._idle:
            return list(zip(self.steps, self.gone, strict=True))
        steps = [s for s in self.steps if s.path.partition(".")[0] not in self._idle]
        return list(zip(steps, _gone(steps, self._inferred), strict=True))

    def _kept_by_step(self, mixed: bool) -> list[Keeping]:
        found: list[Keeping] = []
        kept: set[int] = set()
        for step in self.steps:
            rule, half = step.layer.kept, step.layer.half
            if not step.acts or (rule == _NO_RULE and not step.layer.weights):
                found.append(_NOTHING)
                continue
            extra, fixed, first = rule.extra, rule.fixed, []
            for index in rule.inputs:
                storage = step.reads[index]
                if mixed and half is not None and half != self.half[storage]:
                    extra += (HALF if half else FLOAT) * self.sizes[storage]  # a copy
                elif storage not in kept:
                    kept.add(storage)
                    first.append(storage)
            for index in rule.outputs:
                if (storage := step.outputs[index]) not in kept:
                    kept.add(storage)
                    first.append(storage)
            if mixed and half:
                extra -= rule.extra // 2
                fixed += HALF * step.layer.weights
            found.append(Keeping(tuple(first), extra, fixed))
        return found

    # --- the walk --------------------------------------------------------------------------------

    def mark(self) -> int:
        return len(self.steps)

    def other(self, path: str, since: int, outputs: Sequence[int | None]) -> None:
        self._spans[path] = since, len(self.steps)

    def layer(self, path: str, part: Part, facts: Facts, inputs: list[int]) -> list[int]:
        frozen = self._frozen.get(path)
        key = id(part), frozen  # copies of a block share their parts
        if (layer := self._layers.get(key)) is None:
            layer = self._layers[key] = _layer(part, facts, frozen or Frozen.NO)
        self.buffers += layer.buffers
        acts = layer.learning > 0
        half = layer.half or (layer.half is None and bool(inputs))
        for storage in inputs:
            acts = acts or self.trained[storage]
            half = half and (layer.half or self.half[storage])
        writes: list[int] = []
        if facts.view and inputs:
            outputs = [inputs[0]] * len(facts.outputs)
        else:
            for size in layer.sizes:
                writes.append(len(self.sizes))
                self.sizes.append(size)
                self.trained.append(acts)
                self.half.append(half)
            outputs = writes
        self.steps.append(Step(path, layer, inputs, writes, outputs, acts))
        return outputs


def _gone(steps: Sequence[Step], results: frozenset[int]) -> list[list[int]]:
    last: dict[int, int] = {}
    for number, step in enumerate(steps):
        for storage in (*step.reads, *step.outputs):
            last[storage] = number
    found: list[list[int]] = [[] for _ in steps]
    for storage, number in last.items():
        if storage not in results:
            found[number].append(storage)
    return found


def _layer(part: Part, facts: Facts, frozen: Frozen) -> Layer:
    half = True if facts.macs or part.kind == "PReLU" else None
    weights = part.costs.parameters
    return Layer(
        _kept(facts, frozen),
        tuple(map(math.prod, facts.outputs)),
        weights,
        weights if frozen is Frozen.NO else 0,
        sum(map(_bytes, facts.buffers)),
        False if part.kind in _IN_32_BITS else half,
    )


def _kept(facts: Facts, frozen: Frozen) -> Kept:
    if frozen is Frozen.ALL and facts.kept_still is not None:
        return facts.kept_still
    if frozen is not Frozen.NO and facts.kept_frozen is not None:
        return facts.kept_frozen
    return facts.kept


def _bytes(buffer: Tensor) -> int:
    counter = buffer.name.endswith("num_batches_tracked")  # a 64-bit integer
    return (2 * FLOAT if counter else FLOAT) * buffer.elements


_NOTHING = Keeping((), 0, 0)
_NO_RULE = Kept()
