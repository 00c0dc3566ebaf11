"""Frames: every message survives the stream, in whatever portions it comes."""

from __future__ import annotations

import struct

import msgspec
import pytest

from app.training.frames import MAX_HEADER, CommandReader, EventReader, ProtocolError, encode
from app.training.messages import (
    Adopt,
    Adopted,
    AdoptFailed,
    Adopting,
    Command,
    Epoch,
    Event,
    Failed,
    Finished,
    Maps,
    Pause,
    Paused,
    ProbeImage,
    Ready,
    Resume,
    Resumed,
    Started,
    Steps,
    Stop,
    Watch,
)
from tests.app.training.networks import lenet

HEADS = (("output", 1.0), ("aux", 0.3))
COMMANDS: list[Command] = [
    *(lenet(), msgspec.structs.replace(lenet(), outputs=HEADS)),
    *(Pause(), Resume(), Stop(), Watch(("a", "b.0"), "c"), Watch(), Adopt("a", "b")),
]
EVENTS: list[tuple[Event, bytes]] = [
    (Ready("2.13", ("cuda", "cpu"), (8 << 30, 1 << 30)), b""),
    (Started("cpu", ("0", "1"), 8, 2, 4, 61706, "data", ("x.png: broken",)), b""),
    (Steps(3, (0.5, 0.25), 1, 1e-3, 100.0, 9.5, 0.01), b""),
    (Epoch(1, 4, 0.5, 0.9, 0.6, 0.8, 1.5), b""),
    (Epoch(1, 4, 0.5, 0.9, 0.6, 0.8, 1.5, {"output": 0.4, "aux": 0.2}), b""),
    (Maps("conv1", 3, 2, 2, 3, 6, True, (0.0, 1.0), (2.0, 3.0)), bytes(range(12))),
    (ProbeImage(1, 2, 2, "seven"), b"\x00\x01\x02\x03"),
    (Paused(), b""),
    (Resumed(), b""),
    (Finished(1, 4, True, 0.5, 0.6, 0.8, 2.0, 0.01), b""),
    (Failed("why", "Traceback", (3, 14)), b""),
    (Adopting("Reading the file", 0.5), b""),
    (Adopted("/kept/a.safetensors", 64 * "a"), b""),
    (AdoptFailed("why"), b""),
]


@pytest.mark.parametrize("portion", [1, 7, 1 << 20])
def test_commands_in_any_portions(portion: int) -> None:
    stream = b"".join(map(encode, COMMANDS))
    reader = CommandReader()
    read = [
        command
        for begin in range(0, len(stream), portion)
        for command in reader.read(stream[begin : begin + portion])
    ]
    assert read == COMMANDS


@pytest.mark.parametrize("portion", [1, 7, 1 << 20])
def test_events_in_any_portions(portion: int) -> None:
    stream = b"".join(encode(event, payload) for event, payload in EVENTS)
    reader = EventReader()
    read = [
        pair
        for begin in range(0, len(stream), portion)
        for pair in reader.read(stream[begin : begin + portion])
    ]
    assert read == EVENTS


@pytest.mark.parametrize(
    "stream",
    [
        struct.pack("<II", MAX_HEADER + 1, 0),
        struct.pack("<II", 4, 0) + b"junk",
        encode(Pause()),  # a command, where events are read
    ],
    ids=["too long", "not msgpack", "not an event"],
)
def test_another_stream_is_refused(stream: bytes) -> None:
    with pytest.raises(ProtocolError):
        list(EventReader().read(stream))
