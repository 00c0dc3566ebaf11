"""A network with its blocks expanded: the layers that training changes, and its stages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.analysis.problem import join
from app.analysis.worked import Part, Worked
from nodes.spec import Shape

_RUNNING = "running_mean"
_STAGE = 3  # a block that makes maps smaller than by this factor is one stage at most


class Expanded:
    """`layers` are those with weights or running statistics, by path in the order of computation.

    Of each the shapes of its parameters are told. `instances` are the paths of the copies of every
    block.
    """

    def __init__(self, worked: Worked) -> None:
        self._worked = worked
        self.layers: dict[str, tuple[Shape, ...]] = {}
        self.instances: dict[str, list[str]] = {}
        self._walk(worked, "")

    def _walk(self, worked: Worked, prefix: str) -> None:
        for part in worked.parts:
            path = join(prefix, part.name)
            if (facts := part.facts) is not None and (
                facts.parameters or any(b.name == _RUNNING for b in facts.buffers)
            ):
                self.layers[path] = tuple(t.shape for t in facts.parameters)
            for at, inside in _copies(part, path):
                self.instances.setdefault(part.kind, []).append(at)
                self._walk(inside, at)

    def last_stage(self, new: Collection[str]) -> set[str]:
        """The layers from where the size of the maps was reduced last.

        Without maps it is the last node that holds others than the `new` ones. What is for
        training only does not belong to it.
        """
        found: set[str] = set()
        pieces = [*_pieces(self._worked, "")]
        maps, last = any(size for _, size in pieces), None
        for path, size in reversed(pieces):
            if (size and size != (last or size)) or (not maps and found - {*new}):
                break
            last = size or last
            found |= self._within(path)
        return found

    def _within(self, place: str) -> set[str]:
        """The layers inside a place, or that itself."""
        return {layer for layer in self.layers if f"{layer}.".startswith(f"{place}.")}


def _copies(part: Part, path: str) -> list[tuple[str, Worked]]:
    return [
        (part.copy_path(path, index), copy.inside)
        for index, copy in enumerate(part.copies)
        if copy.inside is not None
    ]


def _pieces(worked: Worked, prefix: str) -> Iterator[tuple[str, Shape]]:
    """The nodes that hold weights, with the size of the maps that each gives; empty for vectors.

    In place of a block that holds several stages stand its own nodes.
    """
    for part in worked.parts:
        path = join(prefix, part.name)
        copies = _copies(part, path)
        if part.training or not (part.costs.parameters or part.costs.buffers):
            continue
        if len(copies) == 1 == part.repeat and _several_stages(part):
            ((at, inside),) = copies
            yield from _pieces(inside, at)
        else:
            size = next(iter(part.outputs.values()))[1:]
            yield path, size if max(size, default=1) > 1 else ()


def _several_stages(part: Part) -> bool:
    entering, leaving = part.inputs[0], next(iter(part.outputs.values()))
    if entering is None or len(entering) < 2:
        return False
    return len(leaving) < len(entering) or entering[-1] > _STAGE * leaving[-1]
