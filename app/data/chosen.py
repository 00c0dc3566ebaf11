"""A set as a person wants it: some of its classes, split anew, without what is in both parts."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np

from app.data.source import (
    Check,
    Choices,
    DataError,
    Indices,
    Pixels,
    Size,
    Source,
    Split,
    Wanted,
)
from app.data.twins import among
from nodes.spec import Shape


class Chosen(Source):
    """Indices are those of the images that are left."""

    def __init__(self, whole: Source, wanted: Wanted, check: Check) -> None:
        """`check` is called often while images are compared, and may raise to end that.

        Raises:
            DataError: no image of the wanted classes is there.
        """
        own, number = whole.about.classes, wanted.choices.classes or len(whole.about.classes)
        kept = np.nonzero(whole.labels < number)[0]
        if not len(kept):
            raise DataError(
                f"None of the {len(whole):,} {whole.about.noun} is of the first {number:,} "
                "classes. Take more classes."
            )
        spare = (f"(none {k})" for k in range(len(own) + 1, number + 1))
        about = replace(
            whole.about,
            classes=(*own[:number], *spare),
            spare=max(0, number - len(own)),
            remark="; ".join(filter(None, (whole.about.remark, *_remarks(own, wanted.choices)))),
        )
        held = whole.validating if wanted.choices.own_split else None
        super().__init__(about, whole.labels[kept], None if held is None else held[kept])
        self._whole = whole
        self._kept = kept
        self._wanted = wanted
        self._check = check

    def read(self, indices: Indices, size: Size) -> Pixels:
        own = self._kept[indices]
        pixels = self._whole.read(own, size)
        if self._whole.broken:
            for index, number in zip(indices, own, strict=True):
                if (why := self._whole.broken.get(int(number))) is not None:
                    self.broken[int(index)] = why
        return pixels

    def size(self, shape: Shape) -> Size:
        return replace(self._whole.size(shape), fit=self._wanted.choices.fit)

    def split(self, share: float, seed: int) -> Split:
        """Without images to learn from that are for validation, too, where that is chosen."""
        found = super().split(share, seed)
        if not self._wanted.choices.distinct:
            return found
        size = self.size(self._wanted.shape)
        twins = among(self, found.train, found.val, size, self._check)
        return found._replace(train=found.train[~twins])

    def fingerprint(self) -> str:
        told = f"{self._whole.fingerprint()} {self._wanted.choices}"
        return hashlib.sha256(told.encode()).hexdigest()


def chosen(whole: Source, wanted: Wanted, check: Check) -> Source:
    """The set itself, where all of it is wanted as it is."""
    return whole if wanted.choices == Choices() else Chosen(whole, wanted, check)


def _remarks(own: tuple[str, ...], choices: Choices) -> tuple[str, ...]:
    """What is told of the data beside what it holds."""
    told = []
    if 0 < choices.classes < len(own):
        told.append(f"the first {choices.classes:,} of {len(own):,} classes")
    if choices.classes > len(own):
        told.append(f"{choices.classes - len(own):,} classes without an image")
    if choices.distinct:
        told.append("without those to learn from that are for validation, too")
    return tuple(told)
