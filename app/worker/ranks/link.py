"""How one of several processes gets to the one that has them started: by a port of this machine."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.training.frames import CommandReader, ProtocolError, encode
from app.training.messages import Command, Event, Hello

RANK = "rank"  # the argument, before a file with a `Meeting`, of one of several processes
LOST = 3  # its exit code where it ends because another one has gone


class Meeting(msgspec.Struct, frozen=True):
    """Where they meet; each has a token of its own, by its rank."""

    port: int
    tokens: tuple[str, ...]


class Link:
    """The connection of one process, by which it is told what to do."""

    def __init__(self, file: Path, rank: int) -> None:
        """Raises OSError: nobody is there any more."""
        meeting = msgspec.json.decode(file.read_bytes(), type=Meeting)
        self._socket = socket.create_connection(("127.0.0.1", meeting.port))
        self._socket.sendall(encode(Hello(meeting.tokens[rank])))
        self.out = self._socket.makefile("wb", 0)

    def tell(self, event: Event) -> None:
        """At once."""
        self._socket.sendall(encode(event))

    def listen(self, take: Callable[[Command], None]) -> None:
        """Takes commands until whoever gives them hangs up or dies; then the process ends."""
        try:
            CommandReader().hand_on(self._socket.recv, take)
        except OSError:
            pass
        except ProtocolError as error:
            print(error, file=sys.stderr, flush=True)
        os._exit(0)
