"""A run as an event file of TensorBoard: TFRecords of `Event` protocol buffers, written by hand.

Source: tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto and
tensorflow/core/framework/summary.proto; CRC-32C is that of RFC 3720, appendix B.4.
"""

from __future__ import annotations

import math
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

import numpy as np

from app.runs.folder import RunFolder
from app.training.history import RunHistory
from app.training.messages import Epoch, Lasting, Started, Steps
from app.training.recipe import Recipe
from app.training.schedules import length
from nodes.files import FileError, reason, write_file

FOLDER = "tensorboard"
MOST = 20_000  # values of one series; of longer ones every second, third and so on is written
_MASK = 0xA282EAD8
Point = tuple[int, str, float]  # step, tag, value


def write_events(run: RunFolder) -> Path:
    """The event file in the folder of the run, which stands in the place of one from before.

    Raises FileError.
    """
    record = run.record()
    begun = datetime.fromisoformat(record.created).timestamp() if record is not None else 0.0
    history = run.history()
    folder = run.path / FOLDER
    path = folder / f"events.out.tfevents.{round(begun)}.skipwire"

    def write(temporary: Path) -> None:
        with temporary.open("wb") as file:
            file.write(record_of(_double(1, begun) + _bytes(3, b"brain.Event:2")))
            clock = _Clock(history)
            for step, tag, value in sorted(points(history)):
                file.write(record_of(scalar(begun + clock(step), step, tag, value)))

    write_file(_made(folder) / path.name, write)
    return path


class LiveEvents:
    """The event file of a run that goes on: what it did so far, and then each event as it comes."""

    def __init__(self, run: RunFolder) -> None:
        """Raises FileError."""
        self._path = write_events(run)
        record = run.record()
        self._recipe = record.recipe if record is not None else Recipe()
        self._stride = 1
        self._rate = math.nan
        try:
            self._file = self._path.open("ab", 0)
        except OSError as error:
            raise self._error(error) from None

    def append(self, event: Lasting) -> None:
        """Raises FileError."""
        if isinstance(event, Started):
            steps = length(self._recipe, event.steps_per_epoch)
            self._stride = max(1, -(-steps // MOST))
        now = time.time()
        data = b"".join(record_of(scalar(now, *point)) for point in self._points(event))
        try:
            self._file.write(data)
        except OSError as error:
            raise self._error(error) from None

    def close(self) -> None:
        self._file.close()

    def _points(self, event: Lasting) -> Iterator[Point]:
        if isinstance(event, Epoch):
            yield from _of_epoch(event)
        if not isinstance(event, Steps):
            return
        for tag, values in (
            ("step/loss", event.losses),
            ("step/gradient_norm", event.gradient_norms),
        ):
            for at, value in enumerate(values, event.first):
                if at % self._stride == 0 and not math.isnan(value):
                    yield at + 1, tag, value
        if event.learning_rate != self._rate:
            self._rate = event.learning_rate
            yield event.first + 1, "step/learning_rate", event.learning_rate
        yield event.first + 1, "step/images_per_second", event.images_per_second

    def _error(self, error: OSError) -> FileError:
        return FileError(f"“{self._path}” cannot be written: {reason(error)}.")


def points(history: RunHistory) -> Iterator[Point]:
    """Every value of a run with its step, counted from 1, and the name TensorBoard shows."""
    for tag, values in (
        ("step/loss", history.losses.values),
        ("step/gradient_norm", history.norms.values),
    ):
        there = np.flatnonzero(~np.isnan(values))
        for at in there[:: -(-len(there) // MOST) or 1].tolist():
            yield at + 1, tag, float(values[at])
    for tag, places in (
        ("step/learning_rate", history.rates.values),
        ("step/images_per_second", history.speeds.values),
    ):
        stride = -(-len(places) // MOST) or 1
        yield from ((int(step) + 1, tag, value) for step, value in places[::stride].tolist())
    for epoch in history.epochs:
        yield from _of_epoch(epoch)


def _of_epoch(epoch: Epoch) -> Iterator[Point]:
    told = {
        "loss/training": epoch.train_loss,
        "loss/validation": epoch.val_loss,
        "accuracy/training": epoch.train_accuracy,
        "accuracy/validation": epoch.val_accuracy,
        "accuracy/validation_top5": epoch.val_top5,
    }
    yield from ((epoch.step, tag, value) for tag, value in told.items() if value is not None)


def scalar(when: float, step: int, tag: str, value: float) -> bytes:
    """One number as an `Event` message."""
    found = _bytes(1, tag.encode()) + b"\x15" + struct.pack("<f", value)  # field 2, 32 bits
    return _double(1, when) + b"\x10" + _varint(step) + _bytes(5, _bytes(1, found))


def record_of(data: bytes) -> bytes:
    """A TFRecord: length, its checksum, the data and its checksum."""
    length = struct.pack("<Q", len(data))
    return b"".join(
        (length, struct.pack("<I", masked(length)), data, struct.pack("<I", masked(data)))
    )


def masked(data: bytes) -> int:
    """The masked CRC-32C, as TFRecords hold it."""
    found = crc(data)
    return ((found >> 15 | found << 17) + _MASK) & 0xFFFFFFFF


def crc(data: bytes) -> int:
    """CRC-32C (Castagnoli)."""
    table, found = _table(), 0xFFFFFFFF
    for byte in data:
        found = table[(found ^ byte) & 0xFF] ^ found >> 8
    return found ^ 0xFFFFFFFF


@cache
def _table() -> tuple[int, ...]:
    values = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        values = np.where(values & 1, values >> 1 ^ np.uint32(0x82F63B78), values >> 1)
    return tuple(values.tolist())


class _Clock:
    """Seconds of training at a step: what epochs took is known, and between them it is a line."""

    def __init__(self, history: RunHistory) -> None:
        self._steps = [0, *(epoch.step for epoch in history.epochs)]
        self._seconds = np.cumsum([0.0, *(epoch.seconds for epoch in history.epochs)])
        last = history.epochs[-1] if history.epochs else None
        begun = history.epochs[-2].step if len(history.epochs) > 1 else 0
        self._pace = last.seconds / max(last.step - begun, 1) if last is not None else 0.0

    def __call__(self, step: int) -> float:
        beyond = max(step - self._steps[-1], 0) * self._pace
        return float(np.interp(step, self._steps, self._seconds)) + beyond


def _made(folder: Path) -> Path:
    with suppress(OSError):  # writing the file says why
        folder.mkdir(exist_ok=True)
    return folder


def _bytes(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _double(field: int, value: float) -> bytes:
    return _varint(field << 3 | 1) + struct.pack("<d", value)


def _varint(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)
