"""What is wrong with data, or does not fit a network: found before training, told with the cure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from app.data.source import Check, DataError, Indices, Size, Source, Split, counted
from app.data.statistics import AT_ONCE
from nodes.spec import Shape

COMPARED = 20_000  # images of a split; of more than that duplicates are looked for among some
_ALIKE = 1.25  # how much the sides of images may differ in proportion from the network's
_LARGER = 2.0  # how much an image may be blown up
_FEW = 10  # images of a class


@dataclass(frozen=True)
class Flaw:
    """`rule` is a word for it. Training cannot begin with a `grave` one."""

    rule: str
    text: str
    count: int = 0
    grave: bool = False


def flaws(source: Source, split: Split, shape: Shape, outputs: int, check: Check) -> Iterator[Flaw]:
    """What is wrong, the grave first; `shape` and `outputs` are those of the network.

    `check` is called often and may raise to end it.
    """
    yield from _entering(source, shape)
    yield from _leaving(source, outputs)
    yield from _counts(source, split)
    yield from _duplicates(source, split, shown_size(source, shape), check)
    if skipped := len(source.about.skipped) + len(source.broken):
        yield Flaw("unreadable", f"{skipped:,} files could not be read and are left out.", skipped)


def _entering(source: Source, shape: Shape) -> Iterator[Flaw]:
    about = source.about
    try:
        size = source.size(shape)
    except DataError as error:
        yield Flaw("channels" if len(shape) == 3 else "size", str(error), grave=True)
        return
    if size.channels != about.channels:
        ways = {1: "grey", 3: "RGB"}
        own, new = (ways.get(n, f"{n} channels") for n in (about.channels, size.channels))
        yield Flaw(
            "channels",
            f"The images are {own} and are read as {new}, which the network takes. Change the "
            f"channels of the Input node to {about.channels} to have them as they are.",
        )
    stretched = blown = 0
    for (height, width), number in about.sizes.items():
        proportion = (width / height) / (size.width / size.height)
        stretched += number * (max(proportion, 1 / proportion) > _ALIKE)
        blown += number * (min(size.height / height, size.width / width) > _LARGER)
    (height, width), _ = max(about.sizes.items(), key=lambda each: each[1])
    if stretched:
        yield Flaw(
            "proportions",
            f"{stretched:,} images are of another proportion than {size.height}×{size.width} and "
            f"are stretched to it; most are {height}×{width}.",
            stretched,
        )
    if blown:
        yield Flaw(
            "size",
            f"{blown:,} images are blown up to {size.height}×{size.width}, more than {_LARGER:g} "
            f"times; most are {height}×{width}. An Input node of that size learns faster.",
            blown,
        )


def _leaving(source: Source, outputs: int) -> Iterator[Flaw]:
    number = len(source.about.classes)
    if number < 2:
        yield Flaw(
            "one class", "There is only one class, and two are needed to tell apart.", 1, True
        )
    elif number != outputs:
        yield Flaw(
            "classes",
            f"The data has {number:,} classes, and the network gives {outputs:,} numbers for an "
            f"image. Give its last layer {number:,} outputs, or choose other data.",
            number,
            grave=True,
        )


def _counts(source: Source, split: Split) -> Iterator[Flaw]:
    classes = source.about.classes
    train, val = (counted(source.labels[part], len(classes)) for part in split[:2])
    if not len(split.train) or not len(split.val):
        which = "validate on" if len(split.train) else "learn from"
        yield Flaw("nothing", f"There is no image to {which}.", grave=True)
        return
    if source.about.empty:
        names = _listed(source.about.empty)
        yield Flaw("empty", f"Without an image that can be read: {names}.", len(source.about.empty))
    for rule, where, counts in (
        ("empty in training", "training", train),
        ("empty in validation", "validation", val),
    ):
        missing = [name for name, count in zip(classes, counts, strict=True) if not count]
        if missing:
            yield Flaw(rule, f"Without an image for {where}: {_listed(missing)}.", len(missing))
    few = [name for name, count in zip(classes, train, strict=True) if 0 < count < _FEW]
    if few:
        yield Flaw("few", f"With fewer than {_FEW} images to learn from: {_listed(few)}.", len(few))


def _duplicates(source: Source, split: Split, size: Size, check: Check) -> Iterator[Flaw]:
    """Images that are in both parts, as they are read."""
    train, val = (part[:: -(-len(part) // COMPARED) or 1] for part in split[:2])
    seen = set(_hashes(source, train, size, check))
    twins = sum(each in seen for each in _hashes(source, val, size, check))
    if twins:
        among = "" if len(val) == len(split.val) else f", of {len(val):,} that were looked at"
        yield Flaw(
            "duplicates",
            f"{twins:,} images for validation are among those for training{among}, so that "
            "validation promises too much. Remove one of each pair.",
            twins,
        )


def _hashes(source: Source, indices: Indices, size: Size, check: Check) -> Iterator[bytes]:
    for begin in range(0, len(indices), AT_ONCE):
        check()
        part = indices[begin : begin + AT_ONCE]
        for index, image in zip(part, source.read(part, size), strict=True):
            if int(index) not in source.broken:
                yield hashlib.blake2b(image.tobytes(), digest_size=16).digest()


def shown_size(source: Source, shape: Shape) -> Size:
    """As the network takes images or, where it takes none of these, as most of them come."""
    try:
        return source.size(shape)
    except DataError:
        (height, width), _ = max(source.about.sizes.items(), key=lambda each: each[1])
        return Size(source.about.channels, height, width)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(names[:10]) + (f" and {len(names) - 10:,} more" if len(names) > 10 else "")
