"""The one protocol between the window (or the terminal) and the worker: messages as frames.

A frame is two little-endian uint32 lengths, a msgpack header of the first length (one of the
structures in `messages`, tagged by its name) and raw bytes of the second (pixels of feature maps,
or nothing).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from app.training.messages import Command, Event

T = TypeVar("T")
_LENGTHS = struct.Struct("<II")
MAX_HEADER = 64 << 20
MAX_PAYLOAD = 1 << 30
_BLOCK = 1 << 16  # bytes that are received at once

_encoder = msgspec.msgpack.Encoder()
_commands: msgspec.msgpack.Decoder[Command] = msgspec.msgpack.Decoder(Command)
_events: msgspec.msgpack.Decoder[Event] = msgspec.msgpack.Decoder(Event)


class ProtocolError(Exception):
    """The byte stream is not in the protocol."""


def encode(message: Command | Event, payload: bytes = b"") -> bytes:
    """One frame."""
    header = _encoder.encode(message)
    return _LENGTHS.pack(len(header), len(payload)) + header + payload


class _Frames:
    """Cuts a byte stream, fed in any portions, into headers and payloads."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        self._buffer += data
        while len(self._buffer) >= _LENGTHS.size:
            header, payload = _LENGTHS.unpack_from(self._buffer)
            if header > MAX_HEADER or payload > MAX_PAYLOAD:
                raise ProtocolError(f"A frame of {header} + {payload} bytes is over the limit.")
            end = _LENGTHS.size + header + payload
            if len(self._buffer) < end:
                return
            middle = _LENGTHS.size + header
            yield bytes(self._buffer[_LENGTHS.size : middle]), bytes(self._buffer[middle:end])
            del self._buffer[:end]


class CommandReader(_Frames):
    """Commands from the bytes of the worker's stdin."""

    def read(self, data: bytes) -> Iterator[Command]:
        for header, _ in self.feed(data):
            yield _decoded(_commands, header)

    def hand_on(self, receive: Callable[[int], bytes], take: Callable[[Command], None]) -> None:
        """All that comes, until nothing does any more; `receive` is told how many bytes at most."""
        while data := receive(_BLOCK):
            for command in self.read(data):
                take(command)


class EventReader(_Frames):
    """Events, each with its payload, from the bytes of the worker's stdout."""

    def read(self, data: bytes) -> Iterator[tuple[Event, bytes]]:
        for header, payload in self.feed(data):
            yield _decoded(_events, header), payload


def _decoded(decoder: msgspec.msgpack.Decoder[T], header: bytes) -> T:
    try:
        return decoder.decode(header)
    except msgspec.MsgspecError as error:
        raise ProtocolError(f"A message cannot be read: {error}.") from None
