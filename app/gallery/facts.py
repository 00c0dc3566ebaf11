"""What a preset comes to: costs, depth, kinds of layers, stages, figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from app.analysis import Report, analyse
from app.analysis.worked import Part, Walk, Worked
from app.gallery.figure import Figure, draw
from app.gallery.stages import Stage, count, merged, stages, told
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError
from nodes.spec import Facts as LayerFacts
from nodes.spec import Shape, Value
from presets import Preset

BATCHES = (1, 8, 16, 32, 64, 128, 256, 512)
_WITH_WEIGHTS = frozenset(("Convolution", "Linear"))
_MAPS = frozenset(("Convolution", "Pooling", "Merge", "Resampling"))


class Facts(msgspec.Struct, frozen=True):
    """Figures of a network, for one sample where they depend on the batch.

    `auxiliary` counts those parameters that only training needs. `depth` counts convolutions and
    linear layers along the longest path, as the names of the papers do, and none that only makes
    factors. `field` is the receptive field in pixels of the last feature map. `memory` holds the
    bytes of a training step with Adam in 32-bit floats, for each of BATCHES. `kinds` counts the
    layers over all copies. `inside` has for every kind of block among the stages its layers in
    the order of computation.
    """

    input: Shape
    parameters: int
    auxiliary: int
    buffers: int
    macs: int
    activations: int
    depth: int
    field: int | None
    memory: tuple[int, ...]
    kinds: dict[str, int]
    stages: tuple[Stage, ...]
    inside: dict[str, tuple[str, ...]]
    figure: Figure


class UnsoundError(SkipwireError):
    """These parameters make a network that does not work."""


def work_out(preset: Preset, values: Mapping[str, Value] | None = None) -> Facts:
    """The facts of a preset, by default with its default parameters; takes up to half a second.

    Raises:
        ParameterError: a parameter is refused.
        UnsoundError: the network that they make has a problem.
    """
    report = analyse(preset.network(**(values or {})))
    if report.problems:
        problem = report.problems[0]
        raise UnsoundError(f"{problem.message} {problem.cure}".rstrip())
    totals, worked = report.totals, report.nodes.worked
    inputs = (p for p in worked.parts if p.kind == "Input")
    kinds: Counter[str] = Counter()
    count(worked, kinds)
    steps = merged(stages(worked))
    return Facts(
        input=next(shape for part in inputs for shape in part.outputs.values()),
        parameters=totals.parameters,
        auxiliary=sum(p.costs.parameters for p in worked.parts if p.training),
        buffers=totals.buffers,
        macs=totals.macs,
        activations=totals.activations,
        depth=_Depth().of(worked),
        field=_field(report),
        memory=tuple(report.memory.training(batch).total for batch in BATCHES),
        kinds={kind: kinds[kind] for kind in CATALOGUE if kinds[kind]},
        stages=steps,
        inside=told(worked, {stage.kind for stage in steps}),
        figure=draw(report),
    )


class _Depth(Walk[int]):
    """Passes along how many layers with weights the longest path has so far."""

    def of(self, worked: Worked) -> int:
        return max((d for d in self.walk(worked) if d is not None), default=0)

    def layer(self, path: str, part: Part, facts: LayerFacts, inputs: list[int]) -> list[int]:
        if part.kind == "Multiply":  # what makes factors stands beside the path
            return [min(inputs)]
        tensors = facts.parameters or facts.buffers
        weighs = bool(tensors) and CATALOGUE[part.kind].family in _WITH_WEIGHTS
        return [max(inputs, default=0) + weighs] * len(facts.outputs)

    def mark(self) -> int:
        return 0

    def other(self, path: str, since: int, outputs: Sequence[int | None]) -> None:
        pass


def _field(report: Report) -> int | None:
    """The most that a cell of a map sees, before the maps are pooled into one cell."""
    return max(
        (
            max(f.largest for f in node.field)
            for node in report.nodes.values()
            if node.kind in CATALOGUE
            and CATALOGUE[node.kind].family in _MAPS
            and node.field
            and any(max(shape[1:], default=1) > 1 for shape in node.outputs.values())
        ),
        default=None,
    )
