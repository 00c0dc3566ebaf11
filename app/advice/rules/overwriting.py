"""Layers in place, whose input is still needed when they overwrite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from app.advice.advise import Finding, Rule, View
from app.advice.changes import listed, setting
from app.advice.flow import Flow, Layer, Source
from app.advice.repair import Candidate
from app.analysis.flow import Step


class _Memory:
    """Which values share memory, and when each layer runs."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.steps: Mapping[str, Step] = {s.path: s for s in flow.report.nodes.flow.steps}
        self.turn = {path: number for number, path in enumerate(self.steps)}
        self.readers: dict[int, list[tuple[Layer, Source]]] = {}
        self.keepers: dict[int, list[Layer]] = {}
        for layer in flow.layers.values():
            self._note(layer)

    def _note(self, layer: Layer) -> None:
        for source in layer.sources:
            if (storage := self.storage(source)) is not None:
                self.readers.setdefault(storage, []).append((layer, source))
        if (step := self.steps.get(layer.path)) is not None and step.acts:
            kept = step.layer.kept
            for storage in (
                *(step.reads[i] for i in kept.inputs),
                *(step.outputs[i] for i in kept.outputs),
            ):
                self.keepers.setdefault(storage, []).append(layer)

    def storage(self, source: Source) -> int | None:
        path, port = source
        if (step := self.steps.get(path)) is None:
            return None
        ports = list(self.flow.layers[path].report.outputs)
        return step.outputs[ports.index(port)]

    def origins(self, source: Source) -> Iterator[Layer]:
        """The layers whose values are this one under other names, it first."""
        storage = self.storage(source)
        while True:
            layer = self.flow.layers[source[0]]
            yield layer
            if not layer.sources or self.storage(layer.sources[0]) != storage:
                return
            source = layer.sources[0]


def _overwritten(view: View) -> Iterator[Finding]:
    layers = [x for x in view.flow.layers.values() if getattr(x.args, "inplace", False) is True]
    if not layers:
        return
    memory = _Memory(view.flow)
    for layer in layers:
        if not (step := memory.steps.get(layer.path)) or not _overwrites(layer, step):
            continue
        if found := _needed(memory, layer, step.reads[0]):
            says, beside = found
            yield Finding(
                layer,
                f"{layer.path}: {says}",
                beside,
                harmless=True,
                candidates=partial(_beside, layer),
            )


def _overwrites(layer: Layer, step: Step) -> bool:
    """Whether it takes notice of being in place; a dropout of nothing writes nothing."""
    return step.outputs == step.reads and getattr(layer.args, "p", 1) != 0


def _needed(memory: _Memory, layer: Layer, storage: int) -> tuple[str, tuple[str, ...]] | None:
    """By whom the overwritten value is still needed, and what comes of it."""
    turn = memory.turn[layer.path]
    for origin in memory.origins(layer.sources[0]):
        if origin.kind == "Input":
            return "it overwrites what the network is given.", (origin.path,)
        if len(origin.report.outputs) > 1:
            return (
                f"it overwrites a part of what {origin.path} cuts up, which autograd refuses.",
                (origin.path,),
            )
    late = [
        reader.path
        for reader, source in memory.readers[storage]
        if memory.turn.get(reader.path, len(memory.turn)) > turn
        and all(x is not layer for x in memory.origins(source))
    ]
    if late:
        before = layer.sources[0][0]
        return (
            f"it overwrites the output of {before} before {listed(late)} "
            f"read{'s' * (len(set(late)) == 1)} it: what arrives there is the output of "
            f"{layer.path}.",
            tuple(dict.fromkeys(late)),
        )
    kept = [x.path for x in memory.keepers.get(storage, ()) if memory.turn[x.path] < turn]
    if kept:
        return (
            f"it overwrites what {listed(kept)} keep{'s' * (len(set(kept)) == 1)} for the backward "
            "pass, which then fails.",
            tuple(dict.fromkeys(kept)),
        )
    return None


def _beside(layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    yield Candidate(f"Clear inplace of {name}", setting(scope, {name: {"inplace": False}}))


RULES = (
    Rule(
        "in-place",
        "Overwritten in place",
        "A layer in place writes its output over its input. Whoever reads the input afterwards "
        "gets the output, without a word; where autograd kept it, training stops with an error.",
        "PyTorch, Autograd mechanics: In-place operations with autograd, In-place correctness "
        "checks",
        _overwritten,
    ),
)
