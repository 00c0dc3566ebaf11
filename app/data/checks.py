"""What is wrong with data, or does not fit a network: found before training, told with the cure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.data.source import GREY, Check, DataError, Size, Source, Split, counted
from app.data.twins import among
from nodes.spec import Shape

COMPARED = 20_000  # images of a split; of more than that duplicates are looked for among some
_ALIKE = 1.25  # how much the sides of images may differ in proportion from the network's
_LARGER = 2.0  # how much an image may be blown up
_FEW = 10  # images of a class
_FITTED = {
    "stretch": "stretched to it",
    "crop": "cropped to it",
    "pad": "padded to it with black",
}


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
    found = [
        *_entering(source, shape),
        *_leaving(source, outputs),
        *_counts(source, split),
        *_duplicates(source, split, shown_size(source, shape), check),
    ]
    if skipped := len(source.about.skipped) + len(source.broken):
        text = f"Files that could not be read and are left out: {skipped:,}."
        found.append(Flaw("unreadable", text, skipped))
    yield from sorted(found, key=lambda flaw: not flaw.grave)


def _entering(source: Source, shape: Shape) -> Iterator[Flaw]:
    about = source.about
    try:
        size = source.size(shape)
    except DataError as error:
        yield Flaw("channels" if len(shape) == 3 else "size", str(error), grave=True)
        return
    if size.channels != about.channels:
        if size.channels == GREY:
            text = "The images are RGB, and the network takes grey ones: their colours are lost."
        else:
            text = "The images are grey, and the network takes RGB: three channels of the same."
        yield Flaw("channels", text)
    stretched = blown = 0
    for (height, width), number in about.sizes.items():
        proportion = (width / height) / (size.width / size.height)
        stretched += number * (max(proportion, 1 / proportion) > _ALIKE)
        blown += number * (min(size.height / height, size.width / width) > _LARGER)
    (height, width), _ = max(about.sizes.items(), key=lambda each: each[1])
    if stretched:
        yield Flaw(
            "proportions",
            f"Images of another proportion than {size.height}×{size.width}, which are "
            f"{_FITTED[size.fit]}: {stretched:,}. Most are {height}×{width}.",
            stretched,
        )
    if blown:
        yield Flaw(
            "size",
            f"Images that are blown up to {size.height}×{size.width}, more than {_LARGER:g} times: "
            f"{blown:,}. Most are {height}×{width}; a network for that size learns faster.",
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
            "image.",
            number,
            grave=True,
        )


def _counts(source: Source, split: Split) -> Iterator[Flaw]:
    classes = source.about.classes[: len(source.about.classes) - source.about.spare]
    train, val = (counted(source.labels[part], len(classes)) for part in split[:2])
    if not len(split.train) or not len(split.val):
        which = "validate on" if len(split.train) else "learn from"
        yield Flaw("nothing", f"There is no image to {which}.", grave=True)
        return
    if source.about.empty:
        names = _listed(source.about.empty)
        yield Flaw("empty", f"Without an image that can be read: {names}.", len(source.about.empty))
    if missing := [name for name, count in zip(classes, train, strict=True) if not count]:
        text = f"Without an image to learn from: {_listed(missing)}."
        yield Flaw("empty in training", text, len(missing))
    if missing := [name for name, count in zip(classes, val, strict=True) if not count]:
        text = f"Without an image for validation: {_listed(missing)}."
        yield Flaw("empty in validation", text, len(missing))
    few = [name for name, count in zip(classes, train, strict=True) if 0 < count < _FEW]
    if few:
        yield Flaw("few", f"With fewer than {_FEW} images to learn from: {_listed(few)}.", len(few))


def _duplicates(source: Source, split: Split, size: Size, check: Check) -> Iterator[Flaw]:
    """Images that are in both parts, as they are read."""
    train, val = (part[:: -(-len(part) // COMPARED) or 1] for part in split[:2])
    twins = int(among(source, val, train, size, check).sum())
    if twins:
        text = (
            f"Images for validation that are among those for training, too: {twins:,}. Validation "
            "promises too much with them."
        )
        if len(val) < len(split.val):
            text += f" Of the images for validation {len(val):,} were looked at."
        yield Flaw("duplicates", text, twins)


def shown_size(source: Source, shape: Shape) -> Size:
    """As the network takes images or, where it takes none of these, as most of them come."""
    try:
        return source.size(shape)
    except DataError:
        (height, width), _ = max(source.about.sizes.items(), key=lambda each: each[1])
        return Size(source.about.channels, height, width)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(names[:10]) + (f" and {len(names) - 10:,} more" if len(names) > 10 else "")
