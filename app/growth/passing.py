"""Which places of the old network's values those behind a layer without weights are."""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.growth.kinds import BY_CHANNEL, ELEMENTWISE, MERGES
from app.growth.known import Record
from app.growth.value import Map, Value, flattened, same, widened
from app.training.messages import ZERO
from nodes.spec import Shape

Maps = tuple[Map | None, ...]
Come = tuple[Shape, Maps]  # the old shape that a value comes from, and how


def handed_on(record: Record, old: Record | None, inputs: Sequence[Value]) -> Come | None:
    """Of what a layer gives; None where channels are mixed up."""
    value, shape = inputs[0], record.facts.outputs[0]
    alike: Maps = (None,) * len(shape)
    if record.kind in MERGES:
        found = common(inputs, shape)
        return (before(inputs, shape), found) if found is not None else None
    if record.kind in ELEMENTWISE:
        return value.of, value.maps
    if all(v.plain for v in inputs) and (old is None or old.outputs[0].shape == shape):
        return shape, alike
    if not value.of:
        return None
    if record.kind in BY_CHANNEL and shape[0] == value.shape[0] and not any(value.maps[1:]):
        was = old.outputs[0].shape if old is not None else shape
        return (value.of[0], *was[1:]), (value.maps[0], *alike[1:])
    if record.kind == "ZeroPadChannels" and old is not None:
        return _padded(old.outputs[0].shape, shape, value)
    if record.kind == "Flatten" and len(shape) == 1 and value.known:
        return (math.prod(value.of),), (flattened(value),)
    if _long(value.shape) == _long(shape):  # axes of size 1 came or went
        known = zip(value.shape, value.of, value.maps, strict=True)
        rest = iter([(of, places) for n, of, places in known if n != 1])
        came = [next(rest) if n != 1 else (1, None) for n in shape]
        return tuple(of for of, _ in came), tuple(places for _, places in came)
    return None


def guessed(old: Record, record: Record) -> Come | None:
    """Where the function is lost anyway, what keeps the most: places in their order."""
    was, shape = old.outputs[0].shape, record.facts.outputs[0]
    if record.kind not in MERGES | {"ZeroPadChannels"} or len(was) != len(shape):
        return None
    maps = (None if a == b else widened(a, b) for a, b in zip(was, shape, strict=True))
    return was, tuple(maps)


def common(inputs: Sequence[Value], shape: Shape) -> Maps | None:
    """What all branches agree in, be some of them repeated along axes; None where they do not."""
    found: list[Map | None] = []
    for axis, length in enumerate(shape):
        places = {v.maps[axis] if v.maps else None for v in inputs if v.shape[axis] == length}
        if len(places) > 1:
            return None
        found.append(next(iter(places), None))
    return tuple(found)


def before(inputs: Sequence[Value], shape: Shape) -> Shape:
    """The shape that such branches come from."""
    return next((v.of for v in inputs if v.shape == shape and v.of), ())


def joined(record: Record, old: Record | None, inputs: Sequence[Value]) -> tuple[Come, str, bool]:
    """Of branches that are laid one behind the other, with the value that they stand for.

    Nothing is behind those that are new; where nothing was joined before, those are all but the
    first one that there was. It also tells whether one of the old ones is missing.
    """
    shape = record.facts.outputs[0]
    axis = next((k for k, n in enumerate(shape) if n != inputs[0].shape[k]), 0)
    offsets: dict[str, tuple[int, int]] = {}
    there = 0
    if old is not None:
        for entering in old.inputs:
            offsets[entering.name] = there, entering.shape[axis]
            there += entering.shape[axis]
    else:
        first = next((v for v in inputs if v.stands and not v.inserted), inputs[0])
        there = first.of[axis] if first.of else first.shape[axis]
        offsets[first.stands] = 0, there
    places: list[int] = []
    met: set[str] = set()
    for number, value in enumerate(inputs):
        name = value.stands
        if old is not None and not name and len(inputs) == len(old.inputs):
            name = old.inputs[number].name  # it stands in that one's place, and is no longer it
        start, length = offsets.get(name, (0, 0))
        along = value.along(axis, length, value.shape[axis]) if name not in met else None
        if name in offsets and along is not None:
            places += [start + place if place >= 0 else ZERO for place in along]
            met.add(name)
        else:
            places += [ZERO] * value.shape[axis]
    moved = any(p for v in inputs for k, p in enumerate(v.maps) if k != axis)
    was = tuple(there if k == axis else n for k, n in enumerate(shape))
    changed = None if tuple(places) == same(there) else tuple(places)
    maps = tuple(changed if k == axis else None for k in range(len(shape)))
    name = old.outputs[0].name if old is not None else next(iter(offsets))
    return (was, maps), name, bool(offsets.keys() - met) or moved


def _padded(was: Shape, shape: Shape, value: Value) -> Come | None:
    """Channels of zeros are the old ones of zeros, in turn."""
    kept = value.maps[0] or same(value.shape[0])
    there, more = was[0] - value.of[0], shape[0] - len(kept)
    if more and not there:
        return None
    places = (*kept, *(value.of[0] + k % there for k in range(more)))
    return was, (None if places == same(was[0]) else places, *(None,) * (len(shape) - 1))


def _long(shape: Shape) -> Shape:
    return tuple(n for n in shape if n != 1)
