"""How an edited network takes over what the one before has learned, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.analysis.worked import Part, Walk
from app.growth.fate import Break, Fate, Why
from app.growth.kinds import LIFTING, SILENCEABLE, SUMS
from app.growth.known import Known, Record, is_positive, passes
from app.growth.passing import Come, before, common, guessed, handed_on, joined
from app.growth.tensors import fresh, identity, silent, taken, tensors_of
from app.growth.value import Map, Value, agreed
from app.training.messages import Graft
from nodes.spec import Facts


class Planner(Walk[Value]):
    """Walks through the new network and tells of every value what it is of the old one.

    Layers are the same by their paths. Those whose path is new are looked for among those whose
    path is gone: what read the same values, or has the same name and shapes, was renamed.

    Where units meet others in a sum, they have to be copies of the same ones: `wanted` tells by the
    path of a layer which ones those are, as far as walks before this one have found.
    """

    def __init__(self, old: Known, new: Known, wanted: Mapping[str, Map]) -> None:
        self._old, self._new = old, new
        self.wanted = dict(wanted)
        self._vanished = {
            path: record
            for path, record in old.records.items()
            if path not in new.records or new.records[path].kind != record.kind
        }
        self.grafts: dict[str, tuple[Graft, ...]] = {}
        self.fates: dict[str, Fate] = {}
        self.sources: dict[str, str] = {}

    @property
    def gone(self) -> tuple[str, ...]:
        """The layers with weights that nothing was taken from."""
        used = set(self.sources.values())
        records = self._old.records.items()
        return tuple(path for path, r in records if tensors_of(r) and path not in used)

    # --- the walk --------------------------------------------------------------------------------

    def mark(self) -> int:
        return 0

    def other(self, path: str, since: int, outputs: Sequence[Value | None]) -> None:
        """Blocks are what is in them."""

    def layer(self, path: str, part: Part, facts: Facts, inputs: list[Value]) -> list[Value]:
        record = self._new.records[path]
        old = self._match(record, inputs)
        if not inputs:
            return [self._entering(record, old)]
        if record.kind == SUMS:
            return [self._sum(record, old, inputs)]
        if record.kind == "Concat":
            return [self._joined(record, old, inputs)]
        if tensors_of(record):
            return self._learned(record, old, inputs)
        return self._plain(record, old, inputs)

    def _match(self, record: Record, inputs: Sequence[Value]) -> Record | None:
        """The layer of before that this one is."""
        known = self._old.records.get(record.path)
        if known is not None and known.kind == record.kind:
            return known
        for path in self._candidates(record, inputs):
            found = self._vanished[path]
            if found.kind == record.kind:
                del self._vanished[path]
                return found
        return None

    def _candidates(self, record: Record, inputs: Sequence[Value]) -> Iterable[str]:
        wired = self._old.by_wiring.get((record.kind, tuple(v.stands for v in inputs)), ())
        shapes = [tensor.shape for tensor in tensors_of(record)]
        by_wiring = [path for path in wired if path in self._vanished]
        name = record.path.rpartition(".")[2]
        by_name = [
            path
            for path, old in self._vanished.items()
            if path.rpartition(".")[2] == name and [t.shape for t in tensors_of(old)] == shapes
        ]
        return (*by_wiring, *by_name)

    def _entering(self, record: Record, old: Record | None) -> Value:
        shape = record.facts.outputs[0]
        if old is None or old.facts.outputs[0] != shape:
            return Value(shape, broken=Break(record.path, Why.OTHER))
        return Value(shape, shape, (None,) * len(shape), old.outputs[0].name)

    # --- layers with weights ---------------------------------------------------------------------

    def _learned(self, record: Record, old: Record | None, inputs: list[Value]) -> list[Value]:
        if old is None:
            return self._new_layer(record, inputs)
        found = taken(old, record, inputs[0], self.wanted.get(record.path))
        if found is None:
            self._note(record, fresh(record), Fate.FRESH)
            lost = _broken(inputs) or Break(record.path, Why.SIZES)
            return [Value(shape, broken=lost) for shape in record.facts.outputs]
        self._note(record, found.grafts, found.fate)
        self.sources[record.path] = old.path
        broken = _broken(inputs)
        if broken is None and found.why is not None:
            broken = Break(record.path, found.why)
        if broken is None and tuple(v.stands for v in inputs) != old.enters:
            broken = Break(record.path, Why.REWIRED)
        maker = record.path if found.chosen else inputs[0].maker
        return [
            replace(
                _made(record, number, (was.shape, found.maps), was.name, inputs, broken),
                maker=maker,
            )
            for number, was in enumerate(old.outputs[: len(record.facts.outputs)])
        ]

    def _new_layer(self, record: Record, inputs: list[Value]) -> list[Value]:
        value, path = inputs[0], record.path
        silenceable = path if record.kind in SILENCEABLE else ""
        if value.stands and len(inputs) == 1 and (grafts := identity(record, value)) is not None:
            self._note(record, grafts, Fate.INSERTED)
            inserted = *value.inserted, path
            return [replace(value, inserted=inserted, silent=silenceable or value.silent)]
        self._note(record, fresh(record), Fate.FRESH)
        broken = _broken(inputs) or Break(path, Why.NEW)
        inserted = *(p for v in inputs for p in v.inserted), path
        return [
            Value(shape, inserted=inserted, silent=silenceable, broken=broken)
            for shape in record.facts.outputs
        ]

    # --- layers without --------------------------------------------------------------------------

    def _plain(self, record: Record, old: Record | None, inputs: list[Value]) -> list[Value]:
        if passes(record.kind, positive=inputs[0].positive):
            return inputs
        come, broken = handed_on(record, old, inputs), _broken(inputs)
        if broken is None and old is None:
            broken = Break(record.path, Why.NEW)
        elif broken is None and old is not None:
            if tuple(v.stands for v in inputs) != old.enters:
                broken = Break(record.path, Why.REWIRED)
            elif not old.like(record) or come is None or old.facts.windows != record.facts.windows:
                broken = Break(record.path, Why.OTHER)
        if come is None and old is not None:
            come = self._agree(inputs) or guessed(old, record)
        names = [value.name for value in old.outputs] if old is not None else []
        return [
            _made(
                record, number, come, names[number] if number < len(names) else "", inputs, broken
            )
            for number in range(len(record.facts.outputs))
        ]

    # --- where branches meet ---------------------------------------------------------------------

    def _sum(self, record: Record, old: Record | None, inputs: list[Value]) -> Value:
        """A branch that is new begins with zeros, so that the sum is what it was."""
        shape = record.facts.outputs[0]
        lacking = list(old.enters) if old is not None else self._read_for(record)
        chosen: list[Value] = []
        beside: list[Value] = []
        for value in sorted(inputs, key=lambda v: len(v.inserted)):
            if value.stands in lacking:
                lacking.remove(value.stands)
                chosen.append(value)
            elif old is None and not lacking and not chosen and value.stands:
                chosen.append(value)
            else:
                beside.append(value)
        broken = None
        if not chosen or lacking or not all(value.silent for value in beside):
            why = Why.NEW if old is None else Why.REWIRED
            broken = _broken(inputs) or Break(record.path, why)
            chosen = inputs
        else:
            for value in beside:
                self._silence(value)
        maps = common(chosen, shape)
        come = self._agree(chosen) if maps is None else (before(chosen, shape), maps)
        if maps is None and broken is None:
            broken = Break(record.path, Why.OTHER)
        name = old.outputs[0].name if old is not None else chosen[0].stands
        made = _made(record, 0, come, name, chosen, broken)
        passed = old is None and broken is None
        return replace(made, inserted=chosen[0].inserted if passed else (), silent="")

    def _read_for(self, record: Record) -> list[str]:
        """The old value that a new sum is read for, where those who read it were there before."""
        for path, number in self._new.readers.get(record.outputs[0].name, ()):
            known = self._old.records.get(path)
            if known is not None and number < len(known.enters):
                return [known.enters[number]]
        return []

    def _agree(self, inputs: Sequence[Value]) -> Come | None:
        """Has the branches of a sum be of the same units, next time."""
        found = agreed(inputs)
        if found is None:
            return None
        base, axis = found
        places = base.maps[axis] or tuple(range(base.shape[axis]))
        for value in inputs:
            if value.maker and value.shape == base.shape and min(places) >= 0:
                self.wanted.setdefault(value.maker, places)
        return base.of, base.maps

    def _silence(self, value: Value) -> None:
        for path in value.inserted:
            record = self._new.records[path]
            grafts = silent(record) if path == value.silent else fresh(record)
            self._note(record, grafts, Fate.INSERTED)

    def _joined(self, record: Record, old: Record | None, inputs: list[Value]) -> Value:
        """Of new branches nothing is read at first."""
        come, name, lost = joined(record, old, inputs)
        known = [value for value in inputs if value.stands or not value.inserted]
        broken = _broken(known or inputs)
        if broken is None and lost:
            broken = Break(record.path, Why.REWIRED if old is not None else Why.NEW)
        return _made(record, 0, come, name, inputs, broken)

    def _note(self, record: Record, grafts: tuple[Graft, ...], fate: Fate) -> None:
        self.grafts[record.path] = grafts
        self.fates[record.path] = fate


def _made(
    record: Record,
    number: int,
    come: Come | None,
    name: str,
    inputs: Sequence[Value],
    broken: Break | None,
) -> Value:
    """What a layer gives at an output."""
    learned = bool(tensors_of(record))
    of, maps = come if come is not None else ((), ())
    return Value(
        record.facts.outputs[number],
        of if maps else (),
        maps if of else (),
        "" if broken is not None else name,
        is_positive(record.kind, [value.positive for value in inputs]),
        () if learned else tuple(p for value in inputs for p in value.inserted),
        "" if learned or record.kind in LIFTING else _mute(record.kind, inputs),
        broken,
        inputs[0].maker if len(inputs) == 1 else "",
    )


def _broken(inputs: Iterable[Value]) -> Break | None:
    return next((value.broken for value in inputs if value.broken is not None), None)


def _mute(kind: str, inputs: Sequence[Value]) -> str:
    """The layer whose zeros would make this zero, too."""
    if kind == "Multiply":
        return next((value.silent for value in inputs if value.silent), "")
    return inputs[0].silent if len(inputs) == 1 else ""
