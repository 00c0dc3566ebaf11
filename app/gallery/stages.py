"""The steps of a network, one below the other, and what the blocks among them are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import msgspec

from app.analysis.problem import join
from app.analysis.worked import Part, Worked
from app.gallery.figure import minor
from nodes import shapes
from nodes.catalogue import CATALOGUE

_ENDS = frozenset(("Input", "Output"))
_MOST = 32  # layers of a block that can still be read as one chain


class Stage(msgspec.Struct, frozen=True, array_like=True):
    """One step of the network: its name, what it is, how often, and the shape that it gives."""

    name: str
    kind: str
    repeat: int
    output: str
    training: bool = False  # inference does without it

    @property
    def placed(self) -> bool:
        """Whether its name is only a place in a chain, or several: it tells nothing."""
        return self.name.rpartition(".")[2][:1].isdigit()


def stages(worked: Worked, prefix: str = "") -> Iterator[Stage]:
    """What stands in the network itself; a chain that is most of it is opened."""
    layers = _layers(worked)
    for part in worked.parts:
        path = join(prefix, part.name)
        if not part.enabled or part.kind in _ENDS:
            continue
        inside = part.copies[0].inside if len(part.copies) == 1 else None
        if inside is not None and 2 * _layers(inside) > layers and _chain(inside):
            yield from stages(inside, path)
        elif part.copies or not minor(part):
            output = " and ".join(map(shapes.text, part.outputs.values()))
            yield Stage(path, part.kind, part.repeat, output, part.training)


def merged(found: Iterable[Stage]) -> tuple[Stage, ...]:
    """Neighbours in a chain that are the same kind and give the same shape, as one."""
    together: list[Stage] = []
    for stage in found:
        last = together[-1] if together else None
        if (
            last
            and stage.placed
            and last.placed
            and (last.kind, last.output) == (stage.kind, stage.output)
        ):
            together[-1] = Stage(
                f"{last.name.partition('–')[0]}–{stage.name.rpartition('.')[2]}",
                stage.kind,
                last.repeat + stage.repeat,
                stage.output,
            )
        else:
            together.append(stage)
    return tuple(together)


def told(worked: Worked, kinds: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The layers of these kinds of blocks in the order of computation, by the fullest of each."""
    found: dict[str, tuple[str, ...]] = {}
    _tell(worked, kinds, found)
    return {kind: layers for kind, layers in sorted(found.items()) if 0 < len(layers) <= _MOST}


def _tell(worked: Worked, kinds: Collection[str], found: dict[str, tuple[str, ...]]) -> None:
    for part in worked.parts:
        for copy in part.copies:
            if copy.inside is None:
                continue
            _tell(copy.inside, kinds, found)
            if part.kind in kinds:
                layers = tuple(_names(copy.inside))
                found[part.kind] = max(found.get(part.kind, ()), layers, key=len)


def _names(worked: Worked) -> Iterator[str]:
    for part in worked.parts:
        if not part.enabled or part.kind in _ENDS:
            continue
        if not part.copies:
            yield _name(part)
        for copy in part.copies:
            if copy.inside is not None:
                yield from _names(copy.inside)


def _name(part: Part) -> str:
    """A layer with the window of its weights: “Conv2d 3×3”, and whether it works map by map."""
    tensors = part.facts.parameters if part.facts is not None else ()
    if CATALOGUE[part.kind].family != "Convolution" or not tensors:
        return part.kind
    _, inside, *window = tensors[0].shape
    alone = inside == 1 and part.inputs[0] is not None and part.inputs[0][0] > 1
    return f"{part.kind} {shapes.text(tuple(window))}{' by map' if alone else ''}"


def count(worked: Worked, kinds: Counter[str]) -> None:
    """Add the layers of each kind, over all copies."""
    for part in worked.parts:
        for copy in part.copies:
            if copy.inside is not None:
                count(copy.inside, kinds)
        if not part.copies and part.enabled and part.kind not in _ENDS:
            kinds[part.kind] += 1


def _chain(worked: Worked) -> bool:
    """Whether what stands there follows one upon the other."""
    sources = [source for part in worked.parts for source in part.sources]
    return len(set(sources)) == len(sources) and all(len(p.sources) <= 1 for p in worked.parts)


def _layers(worked: Worked) -> int:
    counted: Counter[str] = Counter()
    count(worked, counted)
    return counted.total()
