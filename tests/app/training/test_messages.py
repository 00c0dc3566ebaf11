"""Frames: every message survives the stream, in whatever portions it comes."""

from __future__ import annotations

import math
import struct
from typing import get_args

import msgspec
import pytest

from app.training.frames import (
    MAX_HEADER,
    CommandReader,
    EventReader,
    ProtocolError,
    encode,
)
from app.training.messages import (
    COLUMNS,
    About,
    Adapt,
    Adopt,
    Adopted,
    AdoptFailed,
    Adopting,
    Advance,
    Alert,
    Answer,
    Ask,
    Buffers,
    Cancel,
    Cell,
    Change,
    Changed,
    Command,
    DataRefused,
    Dequeue,
    DeviceUse,
    Draw,
    Drawn,
    Enqueue,
    Epoch,
    Event,
    Examine,
    Examined,
    Explain,
    Export,
    Exported,
    ExportFailed,
    Extreme,
    Failed,
    Fault,
    Fetch,
    Fetched,
    Fetching,
    Filters,
    FindRate,
    Finished,
    Graft,
    Grown,
    Halted,
    Hasten,
    Hello,
    Histograms,
    Inspect,
    Inspected,
    Kept,
    Maps,
    Nodes,
    NodeStats,
    NotKept,
    Outlive,
    Pause,
    Paused,
    Pictures,
    Predict,
    ProbeImage,
    Queue,
    RateTried,
    Ready,
    Rehearse,
    Rehearsed,
    Resume,
    Resumed,
    Review,
    Samples,
    Shares,
    Started,
    Steps,
    Stop,
    Unanswered,
    Validated,
    Watch,
    Welcome,
)
from app.training.recipe import Recipe
from nodes.learning import Learning
from tests.app.training.networks import lenet

HEADS = (("output", 1.0), ("aux", 0.3))
FROZEN = Learning(frozen=("conv1",))
FAULT = Fault("empty", "The class “3” has no images.", 1, grave=True)
QUESTIONS: tuple[About, ...] = (
    Cell(1, 2, first=60),
    Extreme("entropy"),
    Explain("conv1", 3, file="/a/b.png", how="occlusion"),
    Predict("/a/b.png"),
    Samples((1, 2)),
)
COMMANDS: list[Command] = [
    *(lenet(), msgspec.structs.replace(lenet(), outputs=HEADS)),
    *(Pause(), Resume(), Stop(), Watch(("a", "b.0"), "c"), Watch(), Adopt("a", "b")),
    Watch(("a",), "b", (3, 4), "/a/b.png", frozenset({"flow", "dead"})),
    *(Advance(5), Advance(epoch=True), FindRate(lenet(), steps=10)),
    Review(lenet(), best=True),
    Change({"learning_rate": 0.1, "flip": "both"}, (("drop", 0.5),), FROZEN, "slower"),
    Adapt(lenet(), (Graft("w", "v", "gather", ((0, (0, 1, 1)),), ((1, (1, 2, 2)),)),), "wider"),
    Rehearse(lenet(), (Graft("w", how="zeros"),)),
    *(Enqueue(lenet()), Dequeue("/a"), Hasten("/a"), Outlive(True), Hello("token")),
    *(Ask(n, about) for n, about in enumerate(QUESTIONS)),
    *(Inspect(Recipe(), (1, 8, 8), 10), Draw(Recipe(), (1, 8, 8), 3, 12)),
    *(Fetch("mnist", "/a"), Cancel()),
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
    (Halted(4), b""),
    (Finished(1, 4, True, 0.5, 0.6, 0.8, 2.0, 0.01), b""),
    (Failed("why", "Traceback", (3, 14)), b""),
    (Adopting("Reading the file", 0.5), b""),
    (Adopted("/kept/a.safetensors", 64 * "a"), b""),
    (AdoptFailed("why"), b""),
    (Changed(3, Change({"learning_rate": 0.1})), b""),
    (Grown(3, 8, 2, 1, 0, 1e-7, "wider"), b""),
    (Rehearsed(1e-7, 12.5, 1.0, 64), b""),
    (Kept(3, "/a/checkpoints/00000003", best=True), b""),
    (NotKept("the disk is full."), b""),
    (Alert("nan", "conv1", 3, "why", "advice", over=True), b""),
    (RateTried(1e-3, math.inf, suggestion=1e-4), b""),
    *((Queue(("/a",), at="/b"), b""), (Welcome("/a", events=9), b"")),
    *((Nodes(("a",)), b""), (NodeStats(3), bytes(4 * len(COLUMNS)))),
    (Histograms("a", 3, ("weights",), (0.0,), (1.0,), 2), bytes(8)),
    (Filters("a", 3, 1, 2, 2, 1, (0.0,), (1.0,), change=True), bytes(4)),
    (Buffers("bn", 3, 1), bytes(8)),
    *((Shares(3, 0.1, 0.3, 0.4, 0.1, 0.1), b""), (DeviceUse(1, 2, 3, 4, celsius=50.0), b"")),
    (Answer(1, (3,), 1, 2, 2, labels=(7,), scores=(0.5,), overlaid=True, peak=0.5), bytes(8)),
    (Validated(2, 8, "/a/results.safetensors"), b""),
    (Unanswered(2, "why"), b""),
    (Inspected("digits", ("0",), (8,), (2,), (0.5,), (0.2,), ((8, 8, 10),), faults=(FAULT,)), b""),
    (Pictures(1, 1, 2, 2, (7,)), bytes(4)),
    (Drawn(0, 9, 1, 1, 2, 2, "cat", "dog", (0.5,)), bytes(12)),
    *((Fetching(1, None, "words"), b""), (Fetched("/a"), b""), (DataRefused("why"), b"")),
    (Examined(((1, 2),), (("w", (1,)),)), b""),
    *((Exported("/a.onnx", "a sentence"), b""), (ExportFailed("/a.onnx", "why"), b"")),
]


def test_every_message_is_tried_here() -> None:
    tried = {type(c) for c in COMMANDS} | {type(e) for e, _ in EVENTS}
    assert tried == {*get_args(Command), *get_args(Event)} - {Examine, Export}


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
