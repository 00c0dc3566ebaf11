"""A worker that looks into data: what it holds, and what is wrong with it; it downloads, too.

It does without torch until the first draw of an augmentation, so that it is there at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, BinaryIO

from app.data.fetch import fetch
from app.data.inspecting import examples, summary
from app.data.opening import open_source
from app.data.source import DataError, Source
from app.download import DownloadError
from app.training.frames import encode
from app.training.messages import (
    Cancel,
    Command,
    DataRefused,
    Draw,
    Drawn,
    Fault,
    Fetch,
    Fetched,
    Fetching,
    Inspect,
    Inspected,
    Pictures,
    Ready,
)
from app.training.messages import Event as Told
from app.training.messages.studio import GIVEN_UP
from app.training.recipe import Recipe
from app.worker.feeding.opened import wanted
from app.worker.limits import held_at_once
from nodes.spec import Shape

if TYPE_CHECKING:
    from app.worker.easel import Easel

Errand = Inspect | Draw | Fetch


class Given(Exception):  # noqa: N818 - a wish, not an error
    """What was under way is not wanted any more."""


class Studio:
    """Answers one errand after the other; a newer one or a Cancel ends the one under way."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._errands: SimpleQueue[tuple[Errand, Event]] = SimpleQueue()
        self._last = Event()
        self._easel: tuple[object, Easel] | None = None

    def take(self, command: Command) -> None:
        """Called by the reader thread."""
        if isinstance(command, Cancel):
            self._last.set()
        elif isinstance(command, Errand):
            self._last.set()
            self._last = Event()
            self._errands.put((command, self._last))

    def serve(self) -> None:
        """Serves for ever; the reader thread ends the process."""
        self._send(Ready("", (), ()))
        while True:
            errand, ended = self._errands.get()
            self._answer(errand, ended)

    def _answer(self, errand: Errand, ended: Event) -> None:
        try:
            match errand:
                case Inspect():
                    self._inspect(errand, _check(ended))
                case Draw():
                    self._draw(errand, _check(ended))
                case Fetch():
                    self._fetch(errand, ended)
        except Given:
            self._send(DataRefused(GIVEN_UP))
        except (DataError, DownloadError) as error:
            self._send(DataRefused(str(error)))

    def _inspect(self, asked: Inspect, check: Callable[[], None]) -> None:
        source = _opened(asked.recipe, asked.input_shape, asked.classes, check)
        split = source.split(asked.recipe.validation_share, asked.recipe.seed)
        numbers, pixels = examples(source, split, asked.input_shape)
        labels = tuple(map(int, source.labels[numbers]))
        count, channels, height, width = pixels.shape
        self._send(Pictures(count, channels, height, width, labels), pixels.tobytes())
        found = summary(source, split, asked.input_shape, asked.classes, check)
        about = source.about
        broken = tuple(source.broken[index] for index in sorted(source.broken))
        self._send(
            Inspected(
                kind=about.kind,
                classes=about.classes,
                train=found.train,
                val=found.val,
                means=found.means,
                deviations=found.deviations,
                sizes=found.sizes,
                skipped=(*about.skipped, *broken),
                faults=tuple(Fault(f.rule, f.text, f.count, f.grave) for f in found.flaws),
                given=split.given,
                channels=about.channels,
                remark=about.remark,
                streamed=len(source) * math.prod(asked.input_shape) > held_at_once(),
                fingerprint=source.fingerprint(),
            )
        )

    def _draw(self, asked: Draw, check: Callable[[], None]) -> None:
        from app.worker.easel import Easel  # brings torch

        recipe, shape = asked.recipe, asked.input_shape
        about = (recipe.data, wanted(recipe, shape, 2), recipe.validation_share)
        if self._easel is None or self._easel[0] != about:
            source = _opened(recipe, shape, 2, check)
            train = source.split(recipe.validation_share, recipe.seed).train
            self._easel = about, Easel(source, train, source.size(shape))
        easel = self._easel[1]
        found = easel.draws(recipe, asked.index, asked.count, asked.first)
        drawn = Drawn(
            index=asked.index % easel.images,
            images=easel.images,
            count=asked.count,
            channels=found.pixels.shape[1],
            height=found.pixels.shape[2],
            width=found.pixels.shape[3],
            name=found.name,
            other=found.other,
            shares=found.shares,
        )
        self._send(drawn, found.pixels.tobytes())

    def _fetch(self, asked: Fetch, ended: Event) -> None:
        def told(words: str, done: int, total: int) -> None:
            self._send(Fetching(done, total or None, words))

        self._send(Fetched(str(fetch(asked.name, Path(asked.folder), told, ended))))

    def _send(self, event: Told, payload: bytes = b"") -> None:
        data = memoryview(encode(event, payload))
        while data:  # an unbuffered write may take a part only
            data = data[self._out.write(data) :]


def _check(ended: Event) -> Callable[[], None]:
    def check() -> None:
        if ended.is_set():
            raise Given

    return check


def _opened(recipe: Recipe, shape: Shape, classes: int, check: Callable[[], None]) -> Source:
    return open_source(recipe.data, wanted(recipe, shape, classes), check)
