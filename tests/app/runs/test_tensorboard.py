"""Event files as TensorBoard reads them: framing, checksums, scalars."""

from __future__ import annotations

import math
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.runs.folder import EVENTS, RunFolder
from app.runs.log import events
from app.runs.tensorboard import MOST, LiveEvents, crc, masked, points, write_events
from app.training.history import RunHistory
from app.training.messages import Started, Steps
from app.training.recipe import Recipe
from nodes.files import FileError
from tests.app.runs.played import RECORDED


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (bytes(32), 0x8A9136AA),  # RFC 3720, B.4
        (b"\xff" * 32, 0x62A8AB43),
        (bytes(range(32)), 0x46DD794E),
        (b"123456789", 0xE3069283),
    ],
)
def test_the_checksum_is_the_published_one(data: bytes, value: int) -> None:
    assert crc(data) == value


def test_a_run_comes_back_out_of_its_file(tmp_path: Path) -> None:
    shutil.copytree(RECORDED / "healthy", tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    path = write_events(run)
    assert path.parent == run.path / "tensorboard"
    assert path.name.startswith("events.out.tfevents.")
    found, times = series(path)
    history = run.history()
    assert times == sorted(times)
    assert [v for _, v in found["step/loss"]] == pytest.approx(history.losses.values.tolist())
    assert [s for s, _ in found["step/loss"]] == [*range(1, len(history.losses) + 1)]
    accuracy = [(epoch.step, epoch.val_accuracy) for epoch in history.epochs]
    assert found["accuracy/validation"] == [pytest.approx(each) for each in accuracy]
    assert len(found["step/gradient_norm"]) == len(history.norms)
    assert math.isclose(found["step/learning_rate"][0][1], history.rates.values[0, 1], rel_tol=1e-6)
    write_events(run)
    assert len([*path.parent.iterdir()]) == 1, "the one from before gives way"


@pytest.mark.parametrize("before", [0, 7])
def test_a_file_that_grows_with_the_run_says_what_one_of_the_whole_run_does(
    tmp_path: Path, before: int
) -> None:
    """Some of the run may lie behind already, when it goes on from a checkpoint."""
    shutil.copytree(RECORDED / "healthy", tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    told = [*events(run.path / EVENTS)]
    lines = (run.path / EVENTS).read_bytes().splitlines(keepends=True)
    (run.path / EVENTS).write_bytes(b"".join(lines[:before]))
    live = LiveEvents(run)
    for event in told[before:]:
        live.append(event)
    live.close()
    (file,) = (run.path / "tensorboard").iterdir()
    found, times = series(file)
    assert times == sorted(times)
    (run.path / EVENTS).write_bytes(b"".join(lines))
    whole, _ = series(write_events(run))
    assert found.keys() == whole.keys()
    for tag in found.keys() - {"step/images_per_second", "step/learning_rate"}:
        assert found[tag] == whole[tag]
    # those are told where they have changed: a file that is begun anew tells them once more
    for tag in ("step/images_per_second", "step/learning_rate"):
        assert {*found[tag]} >= {*whole[tag]}


def test_a_long_run_does_not_write_every_step(tmp_path: Path) -> None:
    shutil.copytree(RECORDED / "healthy", tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    told = next(event for event in events(run.path / EVENTS) if isinstance(event, Started))
    (run.path / EVENTS).unlink()
    live = LiveEvents(run)
    live.append(replace(told, steps_per_epoch=MOST))
    live.append(Steps(0, (1.0,) * 100, 1, 0.1, 9.0, 0.0, 0.0))
    live.close()
    record = run.record()
    assert record is not None
    (file,) = (run.path / "tensorboard").iterdir()
    steps = [step for step, _ in series(file)[0]["step/loss"]]
    assert steps == [*range(1, 101, record.recipe.epochs)]


def test_a_step_without_a_norm_has_no_point() -> None:
    run = RunHistory(Recipe())
    run = run.extend(Steps(0, (1.0,) * 4, 1, 0.1, 9.0, 0.0, 0.0, (math.nan, 2.0, math.nan, 4.0)))
    norms = [(step, value) for step, tag, value in points(run) if tag == "step/gradient_norm"]
    assert norms == [(2, 2.0), (4, 4.0)]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        write_events(RunFolder(tmp_path / "gone"))


def series(path: Path) -> tuple[dict[str, list[tuple[int, float]]], list[float]]:
    """The values by their names, each with its step; and all times."""
    first, *rest = records(path.read_bytes())
    assert fields(first)[3] == b"brain.Event:2"
    found: dict[str, list[tuple[int, float]]] = {}
    times = []
    for event in rest:
        told = fields(event)
        (value,) = struct.unpack("<f", fields(fields(told[5])[1])[2])
        found.setdefault(fields(fields(told[5])[1])[1].decode(), []).append((told[2], value))
        times.append(struct.unpack("<d", told[1])[0])
    return found, times


def records(data: bytes) -> Iterator[bytes]:
    while data:
        (length,) = struct.unpack("<Q", data[:8])
        assert struct.unpack("<I", data[8:12])[0] == masked(data[:8])
        body = data[12 : 12 + length]
        assert struct.unpack("<I", data[12 + length : 16 + length])[0] == masked(body)
        yield body
        data = data[16 + length :]


def fields(message: bytes) -> dict[int, Any]:  # of a protocol buffer, by their numbers
    found: dict[int, Any] = {}
    at = 0

    def varint() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(message):
        key = varint()
        match key & 7:
            case 0:
                found[key >> 3] = varint()
            case 1:
                found[key >> 3], at = message[at : at + 8], at + 8
            case 2:
                size = varint()
                found[key >> 3], at = message[at : at + size], at + size
            case 5:
                found[key >> 3], at = message[at : at + 4], at + 4
    return found
