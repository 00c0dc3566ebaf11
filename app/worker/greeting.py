"""What one says first who comes by a port of this machine: a Hello, with a token."""

from __future__ import annotations

import hmac
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.training.frames import CommandReader, ProtocolError
from app.training.messages import Command, Hello

_MANNERS = 10.0  # seconds that one who has knocked has to say who it is
_LONGEST = 4096  # bytes of a Hello


@dataclass(frozen=True)
class Greeting:
    """With what came along with it, and what reads the rest."""

    hello: Hello
    reader: CommandReader
    said: Sequence[Command]

    def knows(self, token: str) -> bool:
        return hmac.compare_digest(self.hello.token.encode(), token.encode())


def heard(knocking: socket.socket) -> Greeting | None:
    """None where it has gone, is too slow, or says something else."""
    knocking.settimeout(_MANNERS)
    reader, size = CommandReader(), 0
    with suppress(OSError, ProtocolError):
        while size < _LONGEST and (data := knocking.recv(_LONGEST)):
            size += len(data)
            if said := [*reader.read(data)]:
                knocking.settimeout(None)
                hello, *rest = said
                return Greeting(hello, reader, rest) if isinstance(hello, Hello) else None
    return None
