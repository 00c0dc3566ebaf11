"""How the tensors of a layer come about from those that it had, or so that it changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from app.growth.fate import Fate, Why
from app.growth.kinds import (
    APART,
    BATCH_NORMS,
    CONVOLUTIONS,
    IN,
    OUT,
    OWN,
    SAME,
    TAP,
    TOGETHER,
    TRANSPOSED,
    roles,
)
from app.growth.known import Record
from app.growth.value import Map, Value, counts, doubled, even, same, whole, widened
from app.training.messages import BEGUN, ZERO, Graft, Means
from nodes.spec import Tensor, Window

_IDENTITY: Means = "identity"


@dataclass(frozen=True)
class Taken:
    """`maps` are of what the layer gives, `why` it gives something else than before, if it does.

    `chosen` tells whether it is for the layer to choose of which units it has copies.
    """

    grafts: tuple[Graft, ...]
    maps: tuple[Map | None, ...]
    fate: Fate
    why: Why | None
    chosen: bool


def tensors_of(record: Record) -> tuple[Tensor, ...]:
    return *record.facts.parameters, *record.facts.buffers


def taken(old: Record, new: Record, value: Value, wanted: Map | None) -> Taken | None:
    """A layer goes on with what it has learned, on a value; None where its shapes do not let it.

    Its units are those that are `wanted`, where it can choose.
    """
    there = {tensor.name: tensor for tensor in tensors_of(old)}
    leaving = _leaving(old, new, value)
    if leaving is None:
        return None
    chosen = _chooses(new) and _chooses(old)
    if chosen and wanted is not None and len(wanted) == len(leaving):
        leaving = wanted
    entering = len(value.shape) - 1 if new.kind == "Linear" else 0
    grafts, fate, short = [], Fate.KEPT, False
    for tensor in tensors_of(new):
        key = tensor.key(new.path)
        if tensor.name not in there:
            grafts.append(Graft(key, how=_neutral(new.kind, tensor)))
            continue
        before = there.pop(tensor.name)
        found = _maps(new.kind, before, tensor, value, leaving, entering)
        if found is None:
            return None
        graft, lost = _graft(before.key(old.path), key, before, found)
        grafts.append(graft)
        short = short or lost
        if graft.how == "gather" and fate is not Fate.NARROWED:
            fewer = any(len(places) < before.shape[axis] for axis, places in graft.gathers)
            fate = Fate.NARROWED if fewer else Fate.WIDENED
    maps = value.maps
    if leaving:
        moved = None if leaving == same(old.outputs[0].shape[entering]) else leaving
        shape = new.facts.outputs[0]
        others = maps if entering and maps else (None,) * len(shape)
        maps = tuple(moved if k == entering else places for k, places in enumerate(others))
    why = None
    if short:
        why = Why.NARROWED
    elif there or not old.like(new) or not _same_windows(old, new):
        why = Why.OTHER
    elif not _keeps(new.kind, value):
        why = Why.UNEVEN
    return Taken(tuple(grafts), maps, fate, why, chosen)


def _chooses(record: Record) -> bool:
    """Whether every unit reads all that enters, so that any can be in any place."""
    if record.kind == "Linear":
        return True
    if record.kind not in CONVOLUTIONS | TRANSPOSED:
        return False
    weight = next(t for t in tensors_of(record) if t.name == "weight")
    read = weight.shape[1] if record.kind in CONVOLUTIONS else weight.shape[0]
    given = record.facts.outputs[0][0] if record.kind in CONVOLUTIONS else weight.shape[1]
    return (read, given) == (record.inputs[0].shape[0], record.facts.outputs[0][0])


def _leaving(old: Record, new: Record, value: Value) -> Map | None:
    """Which of the old units each of a layer's is; () for one that has those that enter."""
    kind = new.kind
    if kind == "Linear":
        return widened(old.outputs[0].shape[-1], new.facts.outputs[0][-1])
    if kind not in CONVOLUTIONS | TRANSPOSED:
        return ()
    was, now = old.facts.outputs[0][0], new.facts.outputs[0][0]
    weights = [next(t for t in tensors_of(r) if t.name == "weight") for r in (old, new)]
    entering = old.inputs[0].shape[0], value.shape[0]
    groups = [n // w.shape[1] for n, w in zip(entering, weights, strict=True)]
    if kind in TRANSPOSED:
        groups = [now // weights[1].shape[1], was // weights[0].shape[1]]
        return widened(was, now) if groups == [1, 1] else _unmoved(was, now, value)
    if groups == [1, 1]:
        return widened(was, now)
    each = was // entering[0]
    if all(w.shape[1] == 1 for w in weights) and (now, was) == (
        each * entering[1],
        each * entering[0],
    ):
        places = value.along(0, *entering)
        if places is None:
            return None
        return tuple(p * each + k if p >= 0 else BEGUN for p in places for k in range(each))
    return _unmoved(was, now, value)


def _unmoved(was: int, now: int, value: Value) -> Map | None:
    return same(was) if was == now and (not value.maps or value.maps[0] is None) else None


def _maps(
    kind: str, before: Tensor, tensor: Tensor, value: Value, leaving: Map, axis: int
) -> list[tuple[str, Map]] | None:
    """Along every axis of a tensor what it is and which old places it takes; None: there are none.

    A layer of which nothing is known goes on where nothing about it is another.
    """
    if len(before.shape) != len(tensor.shape):
        return None
    along = roles(kind, tensor, value.shape)
    if along is None:
        alike = before.shape == tensor.shape and not any(value.maps)
        return [(SAME, same(n)) for n in tensor.shape] if alike else None
    found: list[tuple[str, Map]] = []
    for role, was, now in zip(along, before.shape, tensor.shape, strict=True):
        places: Map | None = same(was) if was == now else None
        if role == OUT:
            places = leaving
        elif role == IN:
            places = value.along(axis, was, now)
        elif role == TAP:
            places = _taps(was, now)
        elif role.startswith(OWN):
            places = value.along(int(role.removeprefix(OWN)), was, now)
            places = places and tuple(BEGUN if place < 0 else place for place in places)
        if places is None:
            return None
        found.append((role, places))
    return found


def _taps(was: int, now: int) -> Map | None:
    """A kernel in the middle of a larger one, or its own middle."""
    if (was - now) % 2:
        return None
    first = (was - now) // 2
    return tuple(k if 0 <= k < was else ZERO for k in range(first, first + now))


def _graft(
    source: str, key: str, before: Tensor, found: list[tuple[str, Map]]
) -> tuple[Graft, bool]:
    """With whether something of the old tensor that counted is left out."""
    gathers = [
        (axis, places)
        for axis, (_, places) in enumerate(found)
        if places != same(before.shape[axis])
    ]
    if not gathers:
        return Graft(key, source), False
    entering = [axis for axis, (role, _) in enumerate(found) if role == IN]
    divide = tuple((a, counts(p)) for a, p in gathers if a in entering and doubled(p))
    lost = any(
        role in (IN, TAP) and not whole(places, n)
        for (role, places), n in zip(found, before.shape, strict=True)
    )
    return Graft(key, source, "gather", tuple(gathers), divide), lost


def _neutral(kind: str, tensor: Tensor) -> Means:
    """What a tensor is made of that the layer did not have before, so that it changes nothing."""
    if tensor.name == "bias":
        return "zeros"
    return "ones" if kind in APART | TOGETHER and tensor.name == "weight" else "initial"


def _same_windows(old: Record, new: Record) -> bool:
    """Whether a kernel sees what it saw, be it with zeros around."""
    if old.facts.outputs[0][1:] != new.facts.outputs[0][1:] and new.kind != "Linear":
        return False
    before, after = old.facts.windows, new.facts.windows
    if before == after:
        return True
    if new.kind not in CONVOLUTIONS or not before or not after:
        return new.kind == "Linear"
    sizes = [next(t for t in tensors_of(r) if t.name == "weight").shape[2:] for r in (old, new)]
    return all(map(_around, before, after, *sizes))


def _around(before: Window, after: Window, was: int, now: int) -> bool:
    apart = (after.reach - 1) // (now - 1) if now > 1 else 1
    return (
        now >= was
        and after.step == before.step
        and before.reach == 1 + apart * (was - 1)
        and after.start == before.start - apart * ((now - was) // 2)
    )


def _keeps(kind: str, value: Value) -> bool:
    """Whether a normalisation over channels that are there several times gives the same."""
    if kind not in TOGETHER:
        return True
    moved = [places for places in value.maps if places is not None]
    return not moved or (kind != "GroupNorm" and all(map(even, moved)))


def identity(record: Record, value: Value) -> tuple[Graft, ...] | None:
    """A new layer that gives what it gets, where it can be made so."""
    kind, facts = record.kind, record.facts
    if facts.outputs[0] != value.shape:
        return None
    weight = next((t for t in facts.parameters if t.name == "weight"), None)
    if weight is None:
        return None
    rest: Means = "zeros"
    if kind in BATCH_NORMS and len(tensors_of(record)) == 5:
        how, rest = _IDENTITY, "initial"  # which are measured with it
    elif kind == "Linear" or (kind in CONVOLUTIONS and _is_centred(facts.windows, weight)):
        how = _IDENTITY
    elif kind in ("PReLU", "Scale"):
        how = "ones"
    else:
        return None
    return tuple(
        Graft(tensor.key(record.path), how=how if tensor is weight else rest)
        for tensor in tensors_of(record)
    )


def _is_centred(windows: tuple[Window, ...] | None, weight: Tensor) -> bool:
    odd = all(size % 2 for size in weight.shape[2:])
    return odd and all(w.step == 1 and w.start == -((w.reach - 1) // 2) for w in windows or ())


def silent(record: Record) -> tuple[Graft, ...]:
    """A layer that gives zeros at first."""
    learned = {tensor.name for tensor in record.facts.parameters}
    return tuple(
        Graft(tensor.key(record.path), how="zeros" if tensor.name in learned else "initial")
        for tensor in tensors_of(record)
    )


def fresh(record: Record) -> tuple[Graft, ...]:
    return tuple(Graft(tensor.key(record.path), how="initial") for tensor in tensors_of(record))
