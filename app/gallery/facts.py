"""What a preset comes to with its default parameters: costs, depth, kinds of layers, figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from app.analysis import Report, analyse
from app.analysis.report import join
from app.analysis.worked import Part, Walk, Worked
from app.gallery.figure import Figure, draw, minor
from nodes import shapes
from nodes.catalogue import CATALOGUE
from nodes.spec import Facts as LayerFacts
from nodes.spec import Shape
from presets import Preset

BATCHES = (1, 8, 16, 32, 64, 128, 256, 512)
_WITH_WEIGHTS = frozenset(("Convolution", "Linear"))
_MAPS = frozenset(("Convolution", "Pooling", "Merge", "Resampling"))
_ENDS = frozenset(("Input", "Output"))


class Stage(msgspec.Struct, frozen=True, array_like=True):
    """One step of the network: its name, what it is, how often, and the shape that it gives."""

    name: str
    kind: str
    repeat: int
    output: str

    @property
    def placed(self) -> bool:
        """Whether its name is only a place in a chain, or several: it tells nothing."""
        return self.name.rpartition(".")[2][:1].isdigit()


class Facts(msgspec.Struct, frozen=True):
    """Figures of a network, for one sample where they depend on the batch.

    `depth` counts convolutions and linear layers along the longest path, as the names of the
    papers do. `field` is the receptive field in pixels of the last feature map. `memory` holds the
    bytes of a training step with Adam in 32-bit floats, for each of BATCHES. `kinds` counts the
    layers over all copies.
    """

    input: Shape
    parameters: int
    buffers: int
    macs: int
    activations: int
    depth: int
    field: int | None
    memory: tuple[int, ...]
    kinds: dict[str, int]
    stages: tuple[Stage, ...]
    figure: Figure


def work_out(preset: Preset) -> Facts:
    """The facts of a preset with its default parameters; takes up to a second."""
    report = analyse(preset.network())
    totals, worked = report.totals, report.nodes.worked
    inputs = (p for p in worked.parts if p.kind == "Input")
    kinds: Counter[str] = Counter()
    _count(worked, kinds)
    return Facts(
        input=next(shape for part in inputs for shape in part.outputs.values()),
        parameters=totals.parameters,
        buffers=totals.buffers,
        macs=totals.macs,
        activations=totals.activations,
        depth=_Depth().of(worked),
        field=_field(report),
        memory=tuple(report.memory.training(batch).total for batch in BATCHES),
        kinds={kind: kinds[kind] for kind in CATALOGUE if kinds[kind]},
        stages=_merged(_stages(worked)),
        figure=draw(report),
    )


class _Depth(Walk[int]):
    """Passes along how many layers with weights the longest path has so far."""

    def of(self, worked: Worked) -> int:
        return max((d for d in self.walk(worked) if d is not None), default=0)

    def layer(self, path: str, part: Part, facts: LayerFacts, inputs: list[int]) -> list[int]:
        weighs = bool(facts.parameters) and CATALOGUE[part.kind].family in _WITH_WEIGHTS
        return [max(inputs, default=0) + weighs] * len(facts.outputs)

    def mark(self) -> int:
        return 0

    def other(self, path: str, since: int, outputs: Sequence[int | None]) -> None:
        pass


def _count(worked: Worked, kinds: Counter[str]) -> None:
    for part in worked.parts:
        for copy in part.copies:
            if copy.inside is not None:
                _count(copy.inside, kinds)
        if not part.copies and part.enabled and part.kind not in _ENDS:
            kinds[part.kind] += 1


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


def _stages(worked: Worked, prefix: str = "") -> Iterator[Stage]:
    """What stands in the network itself; a block that is most of it is opened."""
    layers = _layers(worked)
    for part in worked.parts:
        path = join(prefix, part.name) if prefix else part.name
        if not part.enabled or part.kind in _ENDS:
            continue
        inside = part.copies[0].inside if len(part.copies) == 1 else None
        if inside is not None and 2 * _layers(inside) > layers:
            yield from _stages(inside, path)
        elif part.copies or not minor(part):
            output = " and ".join(map(shapes.text, part.outputs.values()))
            yield Stage(path, part.kind, part.repeat, output)


def _merged(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """Neighbours in a chain that are the same kind and give the same shape, as one."""
    found: list[Stage] = []
    for stage in stages:
        last = found[-1] if found else None
        if (
            last
            and stage.placed
            and last.placed
            and (last.kind, last.output) == (stage.kind, stage.output)
        ):
            found[-1] = Stage(
                f"{last.name.partition('–')[0]}–{stage.name.rpartition('.')[2]}",
                stage.kind,
                last.repeat + stage.repeat,
                stage.output,
            )
        else:
            found.append(stage)
    return tuple(found)


def _layers(worked: Worked) -> int:
    counted: Counter[str] = Counter()
    _count(worked, counted)
    return counted.total()
