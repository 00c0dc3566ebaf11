"""How a file fits a network, told in words, line by line, and as JSON values for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from app.weights.entry import Entry
from app.weights.match import Matching
from nodes.network.document import How
from nodes.shapes import text

PRECISIONS = {"F16": "half precision (F16)", "F64": "double precision (F64)", "BF16": "bfloat16"}
WAYS = {How.NAME: "by name", How.ORDER: "by order"}


def sentence(found: Matching) -> str:
    """The counts: what comes from the file, and what does not."""
    parts = [f"{found} tensors of the network, {WAYS[found.how]}"]
    if found.prefix:
        parts.append(f"“{found.prefix}” taken off the file's names")
    if found.part:
        taken, *others = found.part
        beside = f", not {' or '.join(f'“{name}”' for name in others)}" if others else ""
        parts.append(f"from “{taken}” of the checkpoint{beside}")
    kinds = Counter(p.theirs.dtype for p in found.matched if p.theirs.dtype != p.ours.dtype)
    parts += [f"{n:,} converted from {PRECISIONS.get(kind, kind)}" for kind, n in kinds.items()]
    counters = sum(entry.counts for entry in found.missing)
    for number, what in (
        (len(found.mismatched), "{number} of another shape"),
        (len(found.missing) - counters, "{number} missing in the file"),
        (counters, "{number} counters of batches begin at 0"),
        (len(found.unexpected), "{number} in the file only"),
    ):
        if number:
            parts.append(what.format(number=f"{number:,}"))
    doubt = " Little fits: the file seems to be for another network." if found.doubtful else ""
    return f"{'; '.join(parts)}.{doubt}{_spoiled(found)}"


def _spoiled(found: Matching) -> str:
    if not found.spoiled:
        return ""
    first, *others = found.spoiled
    more = f" and {len(others):,} more" if others else ""
    return (
        f" {first}{more} of the file {'hold' if others else 'holds'} NaN or infinity, so that the "
        "network would give no numbers. Get the file again, or take an earlier checkpoint."
    )


def shape(entry: Entry) -> str:
    """Shape and, where it is not the usual one, type of number."""
    kind = "" if entry.dtype in ("F32", "I64") else f" {entry.dtype}"
    return f"{text(entry.shape) if entry.shape else 'scalar'}{kind}"


def lines(found: Matching) -> Iterator[str]:
    """One line a tensor, in the order of the network, then what only the file has."""
    width = max((len(p.ours.key) for p in (*found.matched, *found.mismatched)), default=0)
    width = max(width, max((len(e.key) for e in found.missing), default=0))
    for pair in found.matched:
        theirs = pair.theirs
        converted = f" ({theirs.dtype})" if theirs.dtype != pair.ours.dtype else ""
        yield (
            f"   matched: {pair.ours.key:{width}}  {shape(pair.ours)}  from {theirs.key}{converted}"
        )
    for pair in found.mismatched:
        yield (
            f"mismatched: {pair.ours.key:{width}}  {shape(pair.ours)}, and {pair.theirs.key} in "
            f"the file is {shape(pair.theirs)}"
        )
    for entry in found.missing:
        yield f"   missing: {entry.key:{width}}  {shape(entry)}"
    for entry in found.unexpected:
        yield f"unexpected: {entry.key:{width}}  {shape(entry)}"
    yield sentence(found)


def values(found: Matching) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "complete": found.complete,
        "how": str(found.how),
        "prefix": found.prefix,
        "spoiled": found.spoiled,
        "part": found.part,
        "total": found.total,
        "matched": [_pair(p.ours, p.theirs) for p in found.matched],
        "mismatched": [_pair(p.ours, p.theirs) for p in found.mismatched],
        "missing": [_entry(e) for e in found.missing],
        "unexpected": [_entry(e) for e in found.unexpected],
    }


def _pair(ours: Entry, theirs: Entry) -> dict[str, Any]:
    return {**_entry(ours), "node": ours.path, "in_file": _entry(theirs)}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"key": entry.key, "shape": entry.shape, "dtype": entry.dtype}
