"""Which tensor of a file goes where in a network: by name, else by shape in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from app.weights.entry import Entry
from nodes.network.document import How

_WHOLE = frozenset({"BOOL", "U8", "I8", "I16", "U16", "I32", "U32", "I64", "U64"})
_ROLES = frozenset({"weight", "bias", "running_mean", "running_var"})  # no two are the same


@dataclass(frozen=True, slots=True)
class Pair:
    """A tensor of the network, and that of the file that is meant for it."""

    ours: Entry
    theirs: Entry

    @property
    def fits(self) -> bool:
        """Whether the shapes are the same, both hold whole numbers or neither does, and neither
        has the name of something else, such as a bias that of a weight.
        """
        whole = (self.ours.dtype in _WHOLE) == (self.theirs.dtype in _WHOLE)
        roles = {e.key.rpartition(".")[2] for e in (self.ours, self.theirs)}
        apart = len(roles) == 2 and roles <= _ROLES
        return self.ours.shape == self.theirs.shape and whole and not apart


@dataclass(frozen=True)
class Matching:
    """How a file fits a network.

    `missing` are tensors of the network that the file has none for, `unexpected` those of the file
    that no place is for. By name, `prefix` is what the file's names have before those of the
    network, such as `module.`. `spoiled` are tensors taken from the file that hold NaN or infinity;
    `part` is what of a checkpoint they are, followed by what else has tensors in it.
    """

    how: How
    matched: tuple[Pair, ...] = ()
    mismatched: tuple[Pair, ...] = ()
    missing: tuple[Entry, ...] = ()
    unexpected: tuple[Entry, ...] = ()
    prefix: str = ""
    spoiled: tuple[str, ...] = ()
    part: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many tensors the network has."""
        return len(self.matched) + len(self.mismatched) + len(self.missing)

    @cached_property
    def fresh(self) -> tuple[Entry, ...]:
        """What keeps its initialisation, counters of batches apart: these begin at 0 anyway."""
        apart = (*(pair.ours for pair in self.mismatched), *self.missing)
        return tuple(entry for entry in apart if not entry.counts)

    @property
    def complete(self) -> bool:
        """Whether every number that the network computes with comes from the file."""
        return bool(self.matched) and not self.fresh

    @property
    def doubtful(self) -> bool:
        """Whether so little fits that the file is rather for another network."""
        return 2 * len(self.matched) < self.total

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What is taken: the network's keys, each with that of the file."""
        return tuple((pair.ours.key, pair.theirs.key) for pair in self.matched)

    def __str__(self) -> str:
        return f"{len(self.matched):,} of {self.total:,}"


def match(
    ours: Sequence[Entry], theirs: Sequence[Entry], how: How | None = None, *, ordered: bool = True
) -> Matching:
    """Where the tensors of a file fit a network.

    Without `how` it is by name, unless more fit by their order, which a few do in any file;
    `ordered` says whether the file has an order that means anything.
    """
    if how is not None:
        return _by_name(ours, theirs) if how is How.NAME else _by_order(ours, theirs)
    by_name = _by_name(ours, theirs)
    if by_name.complete or not ordered:
        return by_name
    by_order = _by_order(ours, theirs)
    better = len(by_order.matched) > len(by_name.matched) and not by_order.doubtful
    return by_order if better else by_name


def _by_name(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Matching:
    known = {entry.key for entry in ours}
    prefix = _prefix(known, theirs)
    there = {e.key.removeprefix(prefix): e for e in theirs if e.key.startswith(prefix)}
    pairs = [Pair(entry, there[entry.key]) for entry in ours if entry.key in there]
    missing = [entry for entry in ours if entry.key not in there]
    used = {pair.theirs.key for pair in pairs}
    found = _sorted(How.NAME, pairs, missing, [e for e in theirs if e.key not in used])
    return replace(found, prefix=prefix)


def _prefix(known: set[str], theirs: Sequence[Entry]) -> str:
    """What is to be taken off the file's names, so that most of them are the network's."""
    votes: Counter[str] = Counter()
    for entry in theirs:
        at = 0
        while True:
            if entry.key[at:] in known:
                votes[entry.key[:at]] += 1
            if not (at := entry.key.find(".", at) + 1):
                break
    return max(votes, key=lambda prefix: (votes[prefix], -len(prefix)), default="")


def _by_order(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Matching:
    """Pairs from the front and, where the numbers of tensors differ, also from the back.

    Counters of batches are left aside where only one side has them.
    """
    aside: list[Entry] = []
    beyond: list[Entry] = []
    if any(map(_counter, ours)) != any(map(_counter, theirs)):
        aside, ours = _parted(ours)
        beyond, theirs = _parted(theirs)
    pairs = [Pair(a, b) for a, b in zip(ours, theirs, strict=False)]
    if len(ours) != len(theirs):
        front = len(list(takewhile(lambda pair: pair.fits, pairs)))
        rest = zip(reversed(ours[front:]), reversed(theirs[front:]), strict=False)
        back = len(list(takewhile(lambda ends: Pair(*ends).fits, rest)))
        middle = front, len(ours) - back
        aside += ours[slice(*middle)]
        beyond += theirs[front : len(theirs) - back]
        ends = zip(ours[middle[1] :], theirs[len(theirs) - back :], strict=True)
        pairs = pairs[:front] + [Pair(a, b) for a, b in ends]
    return _sorted(How.ORDER, pairs, aside, beyond)


def _counter(entry: Entry) -> bool:
    """Whether it counts batches, under whatever name."""
    return entry.shape == () and entry.dtype in _WHOLE


def _parted(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The counters, and all others."""
    return [e for e in entries if _counter(e)], [e for e in entries if not _counter(e)]


def _sorted(
    how: How, pairs: Sequence[Pair], missing: Sequence[Entry], unexpected: Sequence[Entry]
) -> Matching:
    return Matching(
        how,
        tuple(pair for pair in pairs if pair.fits),
        tuple(pair for pair in pairs if not pair.fits),
        tuple(missing),
        tuple(unexpected),
    )
